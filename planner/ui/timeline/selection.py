"""What is selected on the timeline, and what a click makes of it: one rule for outline and chart. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class ClickMode(StrEnum):
    """What a click does to the selection: begins anew, adds or takes away one row, or extends up to a row."""

    ONLY = "only"
    TOGGLE = "toggle"
    EXTEND = "extend"


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected ids with the current one among them, and the row from which Shift extends."""

    current: str | None = None
    ids: frozenset[str] = frozenset()
    anchor: str | None = None

    def within(self, order: Sequence[str]) -> "Selection":
        """What is left of the selection where only these rows are."""
        ids = self.ids & frozenset(order)
        if ids == self.ids:
            return self
        current = self.current if self.current in ids else _nearest(order, self.current, ids)
        return Selection(current, ids, self.anchor if self.anchor in ids else current)


NOTHING = Selection()


def only(item_id: str | None) -> Selection:
    """One row alone; none for None."""
    return NOTHING if item_id is None else Selection(item_id, frozenset({item_id}), item_id)


def clicked(selection: Selection, order: Sequence[str], item_id: str, mode: ClickMode) -> Selection:
    """The selection after a click on a row; `order` are the ids of the rows from top to bottom."""
    if mode is ClickMode.EXTEND and selection.anchor in order:
        ends = sorted((order.index(selection.anchor), order.index(item_id)))
        return Selection(item_id, frozenset(order[ends[0] : ends[1] + 1]), selection.anchor)
    if mode is not ClickMode.TOGGLE:
        return only(item_id)
    if item_id not in selection.ids:
        return Selection(item_id, selection.ids | {item_id}, item_id)
    ids = selection.ids - {item_id}
    return Selection(_nearest(order, item_id, ids), ids, item_id)


def everything(selection: Selection, order: Sequence[str]) -> Selection:
    """All rows; the current one stays."""
    ids = frozenset(order)
    current = selection.current if selection.current in ids else next(iter(order), None)
    return Selection(current, ids, current)


def _nearest(order: Sequence[str], item_id: str | None, ids: frozenset[str]) -> str | None:
    """The selected row closest to a row: above it first, else below it."""
    place = order.index(item_id) if item_id in order else len(order)
    above = next((each for each in reversed(order[:place]) if each in ids), None)
    return above if above is not None else next((each for each in order[place:] if each in ids), None)
