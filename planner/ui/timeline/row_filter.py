"""Which items match typed words and quick filters; pure.

An item is found by its title, kind, provider, tools, steps, note, the titles of its checklist and of the
groups it lies in. Every word must be found, in whatever order, capitals or not.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum

from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, Phase, PhaseId
from planner.domain.plan import Plan
from planner.domain.wording import add_months
from planner.ui.timeline.columns import Dates


class Quick(StrEnum):
    """Filters of one press; several at once narrow further."""

    OPEN = "open"
    THIS_MONTH = "this month"
    LATE = "late"
    CRITICAL = "critical"
    NO_EVIDENCE = "no evidence"
    MILESTONES = "milestones"


Item = Activity | Milestone
_Check = Callable[[Dates, Item], bool]


def words_in(text: str) -> tuple[str, ...]:
    """The words to look for in what was typed."""
    return tuple(text.casefold().split())


def matching(plan: Plan, text: str, quick: frozenset[Quick], dates: Dates | None) -> frozenset[str] | None:
    """The ids of the items that match; None where nothing is asked for, so that all are meant.

    Quick filters ask for `dates`; raises `ValueError` where they are missing.
    """
    words = words_in(text)
    if not words and not quick:
        return None
    found = _with_words(plan, words) if words else None
    if quick:
        if dates is None:
            raise ValueError("quick filters need dates")
        checks = [_CHECKS[each] for each in quick]
        found = frozenset(
            item.id
            for item in _items(plan)
            if (found is None or item.id in found) and all(check(dates, item) for check in checks)
        )
    return found


def found_in(plan: Plan, item_id: str, asked: tuple[str, ...]) -> str:
    """Where words that the title does not show were found, as one line; else empty."""
    item = plan.activities.get(ActivityId(item_id)) or plan.milestones.get(MilestoneId(item_id))
    words = [word for word in asked if item is not None and word not in item.title.casefold()]
    if item is None or not words:
        return ""
    fields = [each for each in _fields(plan, item)[1:] if any(word in each.casefold() for word in words)]
    return " · ".join(fields[:2])


def spans_of(title: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words stand in a title, as begin and end, from left to right and merged."""
    lower = title.casefold()
    if len(lower) != len(title):
        return []
    spans: list[tuple[int, int]] = []
    for word in words:
        at = lower.find(word)
        while at >= 0:
            spans.append((at, at + len(word)))
            at = lower.find(word, at + len(word))
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def group_matches(phase: Phase, words: tuple[str, ...]) -> bool:
    """Whether a group's own title holds all words, so that it shows even with nothing in it."""
    return bool(words) and _holds(phase.title.casefold(), words)


def _items(plan: Plan) -> Iterator[Item]:
    yield from plan.active.values()
    yield from plan.milestones.values()


def _with_words(plan: Plan, words: tuple[str, ...]) -> frozenset[str]:
    groups = _group_words(plan)
    return frozenset(
        item.id
        for item in _items(plan)
        if _holds("\n".join((groups[item.phase], *_fields(plan, item))).casefold(), words)
    )


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return all(word in text for word in words)


def _group_words(plan: Plan) -> dict[PhaseId, str]:
    """For each group its title and those of the groups it lies in."""
    words: dict[PhaseId, str] = {}
    for phase in plan.ordered_phases:
        words[phase.id] = phase.title if phase.parent is None else f"{words[phase.parent]}\n{phase.title}"
    return words


def _fields(plan: Plan, item: Item) -> list[str]:
    """All that an item is found by besides its groups; the title first."""
    if isinstance(item, Milestone):
        checklist = plan.items_of_milestone[item.id]
        fields = [item.title, "milestone", *[each.title for each in checklist]]
    else:
        fields = [item.title, item.kind]
        if item.provider:
            fields.append(item.provider)
        if item.tools:
            fields += item.tools
        if item.steps:
            fields += [step.title for step in item.steps]
    if item.note:
        fields.append(item.note)
    return fields


def _settled(item: Item) -> bool:
    return (item.finished_on if isinstance(item, Activity) else item.reached_on) is not None


def _open(_dates: Dates, item: Item) -> bool:
    return not _settled(item)


def _this_month(dates: Dates, item: Item) -> bool:
    first = dates.today.replace(day=1)
    following = add_months(first, 1)
    if isinstance(item, Milestone):
        return first <= dates.schedule.shown_day(item.id) < following
    return dates.schedule.start_day(item.id) < following and dates.schedule.finish_day(item.id) >= first


def _late(dates: Dates, item: Item) -> bool:
    if _settled(item):
        return False
    if isinstance(item, Activity):
        return dates.schedule.finish_day(item.id) < dates.today
    margin = dates.schedule.margin_days(item.id)
    return dates.schedule.shown_day(item.id) < dates.today or (margin is not None and margin < 0)


def _critical(dates: Dates, item: Item) -> bool:
    return dates.schedule.critical(item.id)


def _no_evidence(dates: Dates, item: Item) -> bool:
    if isinstance(item, Activity):
        return False
    return any(each.needs_evidence and not each.evidence for each in dates.plan.items_of_milestone[item.id])


def _milestone(_dates: Dates, item: Item) -> bool:
    return isinstance(item, Milestone)


_CHECKS: dict[Quick, _Check] = {
    Quick.OPEN: _open,
    Quick.THIS_MONTH: _this_month,
    Quick.LATE: _late,
    Quick.CRITICAL: _critical,
    Quick.NO_EVIDENCE: _no_evidence,
    Quick.MILESTONES: _milestone,
}
