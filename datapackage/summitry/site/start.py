"""The start page: how much there is, when, who with whom, and where."""

from summitry.site.countries import lands_of
from summitry.site.network import network_of
from summitry.site.pages import Pages
from summitry.site.store import Store
from summitry.site.timeline import timeline_of
from summitry.site.worldmap import map_of


def write_start(store: Store, pages: Pages) -> None:
    """Write the start page."""
    lands = lands_of(store)
    pages.write(
        "index.html",
        "index.html",
        descriptor=store.descriptor,
        counts={name: store.count(name) for name in store.tables},
        timeline=timeline_of(store),
        network=network_of(store),
        map=map_of(lands),
        lands=lands,
    )
