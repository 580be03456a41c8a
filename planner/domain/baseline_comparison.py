"""Two baselines side by side, or one and the plan as it is: what moved, came and went, and the finish."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.baselines import days_now
from planner.domain.drift import finish_of
from planner.domain.errors import UnknownItem
from planner.domain.items import ActivityId, BaselineDays, BaselineId, MilestoneId, Phase, is_own
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text

GONE = "An item that is no longer in the plan"
"""Stands for the title of an own item that was deleted: a baseline keeps days, not titles."""


class Sort(StrEnum):
    """What became of an item from the one to the other."""

    LATER = "later"
    EARLIER = "earlier"
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """One item: its days in the one and in the other, None where it is not in it.

    `days` is by how much it ends later in the other, negative earlier; `start_days` the same of its first
    day. Both are None for what is in one of them only.
    """

    node: str
    title: str
    milestone: bool
    one: BaselineDays | None
    other: BaselineDays | None
    days: int | None
    start_days: int | None
    sort: Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All lines in the outline's order, what is gone at the end, and both finishes; `sentence` says it."""

    lines: tuple[ComparedLine, ...]
    one_finish: date | None
    other_finish: date | None
    sentence: str

    @property
    def moved(self) -> tuple[ComparedLine, ...]:
        """The lines that differ."""
        return tuple(each for each in self.lines if each.sort is not Sort.SAME)


def compare(plan: Plan, schedule: Schedule, one: BaselineId, other: BaselineId | None) -> Comparison:
    """Compare a baseline with another, or with the plan as it is now (None); raises `UnknownItem`."""
    before, after = _days_of(plan, schedule, one), _days_of(plan, schedule, other)
    groups = (each for each in plan.children_of[None] if isinstance(each, Phase))
    known = [str(each.id) for group in groups for each in plan.items_within(group.id)]
    nodes = [each for each in dict.fromkeys((*known, *before, *after)) if each in before or each in after]
    lines = tuple(_line(plan, each, before.get(each), after.get(each)) for each in nodes)
    finishes = _finish(plan, schedule, one), _finish(plan, schedule, other)
    return Comparison(
        lines=lines,
        one_finish=finishes[0],
        other_finish=finishes[1],
        sentence=_sentence(*finishes, lines, now=other is None),
    )


def title_of(plan: Plan, node: str) -> str:
    """An item's title as far as the plan still knows it; a roadmap's id, in words, where it does not."""
    found = plan.activities.get(ActivityId(node)) or plan.milestones.get(MilestoneId(node))
    if found is not None:
        return found.title
    return GONE if is_own(node) else node.replace("-", " ").capitalize()


def days_apart(days: int) -> str:
    """Days to the day, like “34 days”: who compares dates wants no round weeks."""
    number = abs(days)
    return "1 day" if number == 1 else f"{number:,} days"


def _days_of(plan: Plan, schedule: Schedule, baseline: BaselineId | None) -> dict[str, BaselineDays]:
    if baseline is None:
        return {each.node: each for each in days_now(schedule)}
    if baseline not in plan.baselines:
        raise UnknownItem("baseline", baseline)
    return {each.node: each for each in plan.baselines[baseline].days}


def _finish(plan: Plan, schedule: Schedule, baseline: BaselineId | None) -> date | None:
    if baseline is None:
        return schedule.finish
    found = finish_of(plan.baselines[baseline], schedule)
    return None if found is None else found[0]


def _line(plan: Plan, node: str, one: BaselineDays | None, other: BaselineDays | None) -> ComparedLine:
    days = start_days = None
    sort = Sort.ADDED if one is None else Sort.REMOVED
    if one is not None and other is not None:
        days, start_days = (other.finish - one.finish).days, (other.start - one.start).days
        by = days or start_days
        sort = Sort.LATER if by > 0 else Sort.EARLIER if by < 0 else Sort.SAME
    return ComparedLine(
        node=node,
        title=title_of(plan, node),
        milestone=node in plan.milestones,
        one=one,
        other=other,
        days=days,
        start_days=start_days,
        sort=sort,
    )


def _sentence(one: date | None, other: date | None, lines: tuple[ComparedLine, ...], *, now: bool) -> str:
    """Like “The finish is 12 days later: 17 Sep 2028 instead of 5 Sep 2028. 4 items later, 1 added.”"""
    counts = [(sum(each.sort is sort for each in lines), sort) for sort in Sort if sort is not Sort.SAME]
    said = ", ".join(f"{count:,} {sort.value}" for count, sort in counts if count)
    items = f"Items: {said}." if said else "No item has other days."
    if one is None or other is None:
        return items
    verb = "is" if now else "was"
    if one == other:
        return f"The finish {verb} the same, {day_text(other)}. {items}"
    way = "later" if other > one else "earlier"
    by = days_apart((other - one).days)
    return f"The finish {verb} {by} {way}: {day_text(other)} instead of {day_text(one)}. {items}"
