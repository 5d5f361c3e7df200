"""Whatever becomes of the workers, each article is read once, or refused by itself."""

from concurrent.futures import Future
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import dispatch_of
from summitry.crew import batches
from summitry.crew.rota import Died, parts_by
from summitry.parts import Part


class Shift:
    """Workers that die when they are told to, and all that was given out with them."""

    def __init__(self, room, deaths, poison):
        self.room, self.deaths, self.poison = room, deaths, poison
        self.given, self.renewals = [], 0

    def give(self, batch):
        """Give a batch out."""
        future = Future()
        self.given.append((future, batch))
        return future

    def wait(self, given):
        """End the first of them; where a worker dies, all."""
        (future, batch), *others = self.given
        names = tuple(article.article_id for article in batch)
        if self.poison & set(names) or next(self.deaths, False):
            for each, _ in self.given:
                each.set_result(None)
            self.given = []
            return set(given)
        future.set_result(Part("there", names, ()))
        self.given = others
        return {future}

    def result(self, given):
        """The part, if there is one."""
        if given.result() is None:
            raise Died
        return given.result()

    def renew(self):
        """Count how often."""
        self.renewals += 1


def named(article_id):
    """An article that is told from others by its id alone."""
    return replace(dispatch_of("Words."), article_id=article_id)


@given(
    count=st.integers(0, 60),
    size=st.integers(1, 20),
    room=st.integers(1, 6),
    deaths=st.lists(st.booleans(), max_size=12),
    poison=st.sets(st.integers(0, 59), max_size=3),
)
def test_nothing_is_lost_or_doubled(count, size, room, deaths, poison):
    """Chance deaths cost nothing for good, and an article that kills costs itself alone."""
    articles = [named(f"a{number}") for number in range(count)]
    ids = [article.article_id for article in articles]
    kills = {f"a{number}" for number in poison} & set(ids)
    told = []
    shift = Shift(room, iter(deaths), kills)
    parts = list(parts_by(shift, batches(articles, size), told.append))
    read = [article_id for part in parts for article_id in part.keys]
    refused = [refusal.place for part in parts for refusal in part.refused]
    assert sorted(read + refused) == sorted(told) == sorted(ids)
    assert kills <= set(refused)
    if not any(deaths):
        assert kills == set(refused)


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        pytest.param(0, [], id="no article"),
        pytest.param(5, [4, 1], id="fewer than two batches"),
        pytest.param(200, [4] * 20 + [5] * 4 + [6] * 3 + [7] * 3 + [8] * 3 + [9] * 3, id="batches grow"),
    ],
)
def test_batches_begin_small(count, sizes):
    """A stop costs a share of what is done, and at first a few articles."""
    found = [len(batch) for batch in batches([None] * count, 4)]
    assert sum(found) == count
    assert found[:2] == sizes[:2]
    assert all(later >= sooner for sooner, later in pairwise(found[:-1]))
