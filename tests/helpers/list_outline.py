"""The outline as lists in lists: an item is its id, a group its id with the list of what it holds.

A reference to test against: the verbs of arranging in the most simple-minded way. Each returns whether it can
be done, and then has done it.
"""

from collections.abc import Sequence
from typing import Any


class ListOutline:
    """One outline, changed in place."""

    def __init__(self, rows: list[Any]) -> None:
        self.rows = rows

    def family(
        self, row: str, among: list[Any] | None = None, parent: str | None = None
    ) -> tuple[Any, str | None]:
        """The list a row stands in, and the id of the group it is of; (None, None) when it is nowhere."""
        among = self.rows if among is None else among
        for each in among:
            if (each[0] if isinstance(each, list) else each) == row:
                return among, parent
            if isinstance(each, list):
                found = self.family(row, each[1], each[0])
                if found[0] is not None:
                    return found
        return None, None

    def entry(self, row: str) -> Any:
        """The entry of a row."""
        among, _ = self.family(row)
        return next(each for each in among if (each[0] if isinstance(each, list) else each) == row)

    def held(self, group: str | None) -> list[Any]:
        """What a group holds; None is the top level."""
        return self.rows if group is None else self.entry(group)[1]

    def in_order(self, among: list[Any] | None = None) -> list[str]:
        """All ids from top to bottom."""
        found: list[str] = []
        for each in self.rows if among is None else among:
            found += [each[0], *self.in_order(each[1])] if isinstance(each, list) else [each]
        return found

    def outermost(self, ids: Sequence[str]) -> list[str]:
        """The rows without those in a group that is there too, from top to bottom."""
        inside: set[str] = set()
        for each in ids:
            if isinstance(self.entry(each), list):
                inside.update(self.in_order(self.held(each)))
        return [each for each in self.in_order() if each in ids and each not in inside]

    def move(self, ids: Sequence[str], into: str | None, before: str | None) -> bool:
        """As `arrange.move_rows`."""
        rows = self.outermost(ids)
        entries = [self.entry(each) for each in rows]
        if into is None and not all(isinstance(each, list) for each in entries):
            return False
        if any(isinstance(each, list) and into in [each[0], *self.in_order(each[1])] for each in entries):
            return False
        target = self.held(into)
        marker = "marker"
        target.insert(len(target) if before is None else target.index(self.entry(before)), marker)
        for row in rows:
            among, _ = self.family(row)
            among.remove(self.entry(row))
        place = target.index(marker)
        target[place : place + 1] = entries
        return True

    def indent(self, ids: Sequence[str]) -> bool:
        """As `arrange.indent`."""
        rows = self.outermost(ids)
        goals = {}
        for row in rows:
            among, _ = self.family(row)
            place = among.index(self.entry(row)) - 1
            while place >= 0 and self.id_of(among[place]) in rows:
                place -= 1
            if place < 0 or not isinstance(among[place], list):
                return False
            goals[row] = among[place][0]
        for row, goal in goals.items():
            self.move([row], goal, None)
        return True

    def outdent(self, ids: Sequence[str]) -> bool:
        """As `arrange.outdent`."""
        rows = self.outermost(ids)
        for row in rows:
            _, parent = self.family(row)
            if parent is None or (self.family(parent)[1] is None and not isinstance(self.entry(row), list)):
                return False
        for row in reversed(rows):
            among, parent = self.family(row)
            assert parent is not None
            entry = self.entry(row)
            among.remove(entry)
            outer, _ = self.family(parent)
            outer.insert(outer.index(self.entry(parent)) + 1, entry)
        return True

    def copy(self, ids: Sequence[str]) -> bool:
        """As `arrange.duplicate`; ids of copies end in 2."""
        rows = self.outermost(ids)
        copies = {row: self._copy(self.entry(row)) for row in rows}
        for row in reversed(rows):
            among, _ = self.family(row)
            place = among.index(self.entry(row)) + 1
            while place < len(among) and self.id_of(among[place]) in rows:
                place += 1
            among.insert(place, copies[row])
        return True

    def _copy(self, entry: Any) -> Any:
        if isinstance(entry, list):
            return [f"{entry[0]}2", [self._copy(each) for each in entry[1]]]
        return f"{entry}2"

    @staticmethod
    def id_of(entry: Any) -> str:
        """The id of an entry."""
        return str(entry[0] if isinstance(entry, list) else entry)
