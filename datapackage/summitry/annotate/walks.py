"""One walk of the arc-eager transition system through a text: its stack, its buffer, and the arcs so far.

The moves are those of spaCy's `ArcEager`, in which a word may go back to the buffer once (Honnibal and
Johnson, “An Improved Non-monotonic Transition System for Dependency Parsing”, 2015) and the walk divides the
text: S shift, D reduce, L and R arcs to the left and right, B break after the first word of the buffer.
"""

from collections.abc import Collection
from typing import Final

NONE: Final = -1
"""In place of a word where there is none."""

LOOKED_AT: Final = 8
"""Words that a move is chosen by: two of the buffer, three of the stack, children of the first of each."""

ALLOWED: Final = ("S", "SB", "D", "DB", "DLR", "DLRB", "DLRS", "DLRSB")
"""The sets of moves that can be allowed; their numbers tell what each adds: B 1, D 2, LR 2, S 2."""


class Walk:
    """A walk from a word on with an empty stack, over once its stack is empty again before one of `ends`."""

    __slots__ = (
        "_back", "_broken", "_ends", "_last", "_left", "_older", "_once", "_right", "_stack",
        "allowed", "at", "first", "heads",
    )  # fmt: skip

    def __init__(self, first: int, last: int, ends: Collection[int]) -> None:
        self.first = self.at = first
        self.heads: dict[int, tuple[int, str]] = {}
        self.allowed = 0
        self._last, self._ends = last, ends
        self._stack = [NONE, NONE, NONE]
        self._back: list[int] = []
        self._once: set[int] = set()
        self._broken: set[int] = set()
        self._left: dict[int, int] = {}
        self._right: dict[int, int] = {}
        self._older: dict[int, int] = {}

    def look(self) -> tuple[int, ...]:
        """The words that the next move is chosen by; `allowed` is then the number of the moves allowed."""
        back, stack, at = self._back, self._stack, self.at
        if back:
            front = back[-1]
            after = back[-2] if len(back) > 1 else at if at < self._last else NONE
        else:
            front, after = at, at + 1 if at + 1 < self._last else NONE
        top = stack[-1]
        self.allowed = 1 if after == front + 1 and after not in self._broken else 0
        if top != NONE:
            self.allowed += 2
            if front not in self._broken:
                self.allowed += 4 if after != NONE and front not in self._once else 2
        left, right = self._left, self._right
        return (
            front, after, top, stack[-2], stack[-3],
            left.get(front, NONE), left.get(top, NONE), right.get(top, NONE),
        )  # fmt: skip

    def take(self, kind: str, label: str) -> None:
        """Make one move."""
        if kind == "S":
            self._stack.append(self._next())
        elif kind == "D":
            self._reduce()
        elif kind == "L":
            self._arc_to_top(label)
        elif kind == "R":
            self._arc_to_next(label)
        else:
            self._broken.add((self._back[-1] if self._back else self.at) + 1)

    def is_over(self) -> bool:
        """Whether the walk has come to an end; where its buffer is empty all moves that remain are made."""
        while not self._back:
            if self.at < self._last:
                return self._is_at_an_end()
            if self._stack[-1] == NONE:
                return True
            self._reduce()
        return False

    def _is_at_an_end(self) -> bool:
        """Whether from here on all goes as on a walk that sets out here."""
        return (
            self._stack[-1] == NONE
            and self.at in self._ends
            and self.at != self.first
            and self.at not in self._left
            and self.at + 1 not in self._broken
        )

    def _next(self) -> int:
        """The first word of the buffer, taken from it."""
        if self._back:
            return self._back.pop()
        self.at += 1
        return self.at - 1

    def _reduce(self) -> None:
        """Take the last word from the stack; without a head, and not alone, it goes back to the buffer."""
        top = self._stack.pop()
        if top not in self.heads and self._stack[-1] != NONE:
            self._once.add(top)
            self._back.append(top)

    def _arc_to_top(self, label: str) -> None:
        """Give the last word of the stack the first of the buffer as its head, in place of an older one."""
        top, front = self._stack.pop(), self._back[-1] if self._back else self.at
        if top in self.heads:
            self._right[self.heads[top][0]] = self._older[top]
        self.heads[top] = front, label
        self._left[front] = top
        self._once.discard(front)

    def _arc_to_next(self, label: str) -> None:
        """Give the first word of the buffer the last of the stack as its head, and put it on the stack."""
        top, front = self._stack[-1], self._next()
        self.heads[front] = top, label
        self._older[front] = self._right.get(top, NONE)
        self._right[top] = front
        self._stack.append(front)
