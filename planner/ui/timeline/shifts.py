"""Moving several items, or a group, by so many days: the edit, and by how much they then really move."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from planner.domain.cascade import moved
from planner.domain.items import Activity, ActivityId, Milestone, Phase
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.shifting import Shift
from planner.ui.timeline.gestures.staying import held_sentence
from planner.ui.timeline.moves import Move, shown_day
from planner.ui.timeline.words import counted_days, translate

Item = Activity | Milestone | Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """A move of several items and where everything falls after it.

    `count` of the `of` items that may move do so, by `days`; they are negative where that is earlier.
    """

    move: Move
    schedule: Schedule
    count: int
    of: int
    days: int

    @property
    def headline(self) -> str:
        """Like “3 items → 5 days later”, or “1 of 3 items → 5 days earlier”."""
        form = translate("{items} → {days} later") if self.days > 0 else translate("{items} → {days} earlier")
        return form.format(items=_items(self.count, self.of), days=counted_days(abs(self.days)))


def shifted(shift: Shift, current: Schedule, days: int, held: Item | None = None) -> Shifted:
    """Move several items by so many days, as far as what they wait for lets them.

    The days told are those the item that is held really moves, else the most that any of them does.
    """
    after = shift.scheduled(current.plan, days)
    going = [each for each in moved(current, after) if each in shift.moving]
    real = 0 if held is None else (shown_day(after, held) - shown_day(current, held)).days
    if not real:
        steps = [(_day(after, each) - _day(current, each)).days for each in going]
        real = max(steps, key=abs, default=0)
    form = translate("Move {items} {days} later") if real > 0 else translate("Move {items} {days} earlier")
    items = _items(len(going), len(shift.moving))
    text = form.format(items=items, days=counted_days(abs(real)))
    if not real:
        text = translate("Move {items}").format(items=_items(len(shift.moving), len(shift.moving)))
    move = Move(text, partial(shift.by, days=days), frozenset(shift.moving))
    return Shifted(move=move, schedule=after, count=len(going), of=len(shift.moving), days=real)


def first_bar(plan: Plan, current: Schedule, shift: Shift, held: Item) -> Activity | None:
    """The bar that decides how far a held item goes: itself, or the first of a group that may move."""
    if isinstance(held, Activity):
        return held
    if isinstance(held, Milestone):
        return None
    inside = plan.items_within(held.id)
    bars = [each for each in inside if isinstance(each, Activity) and each.id in shift.moving]
    return min(bars, key=lambda each: current.starts[current.graph.index[each.id]], default=None)


def why_no_further(after: Schedule, before: Schedule, bar: Activity | None, days: int) -> str:
    """What keeps a bar that was asked to go so many days from going as far; empty where nothing does."""
    if bar is None:
        return ""
    return held_sentence(after, bar.id, before.start_day(bar.id) + timedelta(days=days))


def _items(count: int, of: int) -> str:
    if count < of:
        return translate("{count} of {all} items").format(count=count, all=of)
    return translate("1 item") if count == 1 else translate("{count} items").format(count=count)


def _day(current: Schedule, item: str) -> date:
    return shown_day(current, current.plan.node(ActivityId(item)))
