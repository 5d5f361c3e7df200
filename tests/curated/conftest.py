"""The two articles, read once for all tests of this folder."""

from correcting import desk, plain, shared

__all__ = ["desk", "plain", "shared"]
