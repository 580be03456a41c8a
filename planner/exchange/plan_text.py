"""A plan as text for a terminal: what its hours mean, then phases, activities and milestones with dates."""

import textwrap
from collections.abc import Iterator, Sequence

from planner.domain.evidence import ticked_without_evidence
from planner.domain.items import Activity, Milestone, Phase
from planner.domain.outlook import what_the_hours_mean
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share, phase_done_share, plan_count
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, weekday_text
from planner.exchange.table_text import aligned, printable, table_width

Row = tuple[str, ...]
_DIAMOND = "◆ "
_INDENT = "  "
"""What lies in a group stands so much further right."""
_WIDE_HEADER: Row = ("", "Start", "Finish", "Target", "Lands", "Margin", "Done")
_NARROW_HEADER: Row = ("", "Start/target", "Finish/lands", "Margin", "Done")


def plan_text(plan: Plan, schedule: Schedule, width: int | None = None, remarks: Sequence[str] = ()) -> str:
    """The plan in lines of at most `width` columns, with remarks above; None is as wide as the titles are.

    Where start, finish, target and landing do not fit side by side, a milestone's two dates stand in the
    columns of an activity's two; only then are titles shortened.
    """
    rows = [_WIDE_HEADER, *_rows(plan, schedule)]
    if width is not None and table_width(rows) > width:
        rows = [_NARROW_HEADER, *(_narrow(row) for row in rows[1:])]
    lines = [*_heading(plan, schedule, width, remarks), "", *aligned(rows, width)]
    return "\n".join(lines) + "\n"


def hours_and_window(plan: Plan, schedule: Schedule) -> list[str]:
    """When the plan begins and finishes, and what its hours mean, in plain sentences."""
    outlook = what_the_hours_mean(plan, schedule)
    dates = f"Begins on {weekday_text(plan.facts.start)} and finishes on {weekday_text(outlook.finish)}."
    return [dates, *outlook.sentences]


def _heading(plan: Plan, schedule: Schedule, width: int | None, remarks: Sequence[str]) -> Iterator[str]:
    count = plan_count(plan)
    yield printable(plan.facts.title)
    sentences = hours_and_window(plan, schedule)
    if plan.facts.status_date != plan.facts.start:
        sentences.append(f"Settled up to {weekday_text(plan.facts.status_date)}.")
    sentences.append(f"{count.done} of {count.total} checklist items done.")
    if missing := ticked_without_evidence(plan):
        sentences.append(f"{missing} of them without the evidence asked for.")
    for sentence in (*sentences, *remarks):
        yield from textwrap.wrap(printable(sentence), width) if width else [printable(sentence)]


def _rows(plan: Plan, schedule: Schedule) -> Iterator[Row]:
    waiting = [(each, 0) for each in reversed(plan.children_of[None])]
    while waiting:
        each, depth = waiting.pop()
        title, *cells = _row(plan, schedule, each)
        yield f"{_INDENT * depth}{title}", *cells
        if isinstance(each, Phase):
            waiting += [(inner, depth + 1) for inner in reversed(plan.children_of[each.id])]


def _row(plan: Plan, schedule: Schedule, item: Phase | Activity | Milestone) -> Row:
    if isinstance(item, Phase):
        return _phase_row(plan, schedule, item)
    if isinstance(item, Activity):
        return _activity_row(plan, schedule, item)
    return _milestone_row(plan, schedule, item)


def _phase_row(plan: Plan, schedule: Schedule, phase: Phase) -> Row:
    span = schedule.phase_span(phase.id)
    first, last = ("", "") if span is None else map(day_text, span)
    return printable(phase.title), first, last, "", "", "", _percent(phase_done_share(plan, phase.id))


def _activity_row(plan: Plan, schedule: Schedule, activity: Activity) -> Row:
    first, last = schedule.start_day(activity.id), schedule.finish_day(activity.id)
    done = _percent(done_share(plan, activity))
    return printable(activity.title), day_text(first), day_text(last), "", "", "", done


def _milestone_row(plan: Plan, schedule: Schedule, milestone: Milestone) -> Row:
    count = checklist_count(plan, milestone.id)
    margin, lands = schedule.margin_days(milestone.id), schedule.work_lands(milestone.id)
    return (
        f"{_DIAMOND}{printable(milestone.title)}",
        "",
        "",
        "" if milestone.target is None else day_text(milestone.target),
        "" if lands is None else day_text(lands),
        "" if margin is None else f"{margin:+d} d" if margin else "0 d",
        f"{count.done}/{count.total}",
    )


def _narrow(row: Row) -> Row:
    title, start, finish, target, lands, margin, done = row
    return title, start or target, finish or lands, margin, done


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"
