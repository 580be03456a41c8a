"""The outline's columns: what each is called, what its cells say, and what they sort by. Pure, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.evidence import ticked_without_evidence
from planner.domain.items import Activity, Milestone, Phase, PhaseId
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share, phase_done_share
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, effort_number, span_text
from planner.ui.timeline.words import translate

Thing = Phase | Activity | Milestone
"""What a row stands for."""

Key = str | float
"""What cells of one column sort by."""


class Column(StrEnum):
    """The columns, in the order in which they stand at first."""

    PATH = "path"
    START = "start"
    FINISH = "finish"
    LENGTH = "length"
    LEFT = "left"
    HOURS = "hours"
    DONE = "done"
    KIND = "kind"
    MARGIN = "margin"
    FLOAT = "float"
    WAITS = "waits"


COLUMNS = tuple(Column)
"""A column's place here is its number in the outline's model."""

FIRST_SHOWN = frozenset({Column.PATH, Column.FINISH, Column.DONE})
"""The columns that show until the learner chooses."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What the cells are read from: a plan, where everything falls, and today."""

    plan: Plan
    schedule: Schedule
    today: date


def title_of(column: Column) -> str:
    """What stands in the header."""
    return {
        Column.PATH: translate("Path"),
        Column.START: translate("Start"),
        Column.FINISH: translate("Finish"),
        Column.LENGTH: translate("Length"),
        Column.LEFT: translate("Time left"),
        Column.HOURS: translate("Hours"),
        Column.DONE: translate("Done"),
        Column.KIND: translate("Kind"),
        Column.MARGIN: translate("Margin"),
        Column.FLOAT: translate("Float"),
        Column.WAITS: translate("Waits for"),
    }[column]


def explanation_of(column: Column) -> str:
    """What a column shows, in one sentence for its tooltip."""
    return {
        Column.PATH: translate("Phases and groups with their activities and milestones"),
        Column.START: translate("The first day, by the plan"),
        Column.FINISH: translate("The last day, by the plan; for a milestone the day its diamond stands on"),
        Column.LENGTH: translate("From the first day to the last"),
        Column.LEFT: translate("From today to the last day"),
        Column.HOURS: translate("Likely hours of study, with the low and high estimate"),
        Column.DONE: translate("How much is done; for a milestone the ticks of its checklist"),
        Column.KIND: translate("What sort of work it is"),
        Column.MARGIN: translate("From the day a milestone's work lands to its target"),
        Column.FLOAT: translate("How far it can slip before the finish does"),
        Column.WAITS: translate("What has to come before it"),
    }[column]


def cell_text(dates: Dates, thing: Thing, column: Column) -> str:
    """What a cell says; empty where there is nothing to say."""
    return _TEXTS[column](dates, thing)


def cell_key(dates: Dates, thing: Activity | Milestone, column: Column) -> Key | None:
    """What an item sorts by in a column; None where it has no value there."""
    return _KEYS[column](dates, thing)


def is_late(dates: Dates, thing: Thing) -> bool:
    """Whether a milestone lands after its target."""
    margin = _margin_days(dates, thing)
    return margin is not None and margin < 0


def share_of(plan: Plan, thing: Thing) -> float:
    """How much is done, 0 to 1."""
    if isinstance(thing, Phase):
        return phase_done_share(plan, thing.id)
    if isinstance(thing, Milestone):
        return 1.0 if thing.reached_on is not None else 0.0
    return done_share(plan, thing)


def span_of(schedule: Schedule, thing: Thing) -> tuple[date, date] | None:
    """First and last day; None for an empty group."""
    if isinstance(thing, Phase):
        return schedule.phase_span(PhaseId(thing.id))
    if isinstance(thing, Milestone):
        day = schedule.shown_day(thing.id)
        return day, day
    return schedule.start_day(thing.id), schedule.finish_day(thing.id)


def _path(_dates: Dates, thing: Thing) -> str:
    return thing.title


def _start(dates: Dates, thing: Thing) -> str:
    span = None if isinstance(thing, Milestone) else span_of(dates.schedule, thing)
    return "" if span is None else day_text(span[0])


def _finish(dates: Dates, thing: Thing) -> str:
    span = span_of(dates.schedule, thing)
    return "" if span is None else day_text(span[1])


def _length(dates: Dates, thing: Thing) -> str:
    span = None if isinstance(thing, Milestone) else span_of(dates.schedule, thing)
    return "" if span is None else span_text((span[1] - span[0]).days + 1)


def _left(dates: Dates, thing: Thing) -> str:
    span = span_of(dates.schedule, thing)
    if span is None or _settled(thing):
        return ""
    days = (span[1] - dates.today).days
    if days < 0:
        return translate("{span} ago").format(span=span_text(days))
    return span_text(days) if days else translate("today")


def _hours(dates: Dates, thing: Thing) -> str:
    if isinstance(thing, Activity):
        effort = thing.effort
        likely = translate("{hours} h").format(hours=effort_number(effort.likely))
        if effort.low == effort.high:
            return likely
        return f"{likely} ({effort_number(effort.low)}–{effort_number(effort.high)})"
    if isinstance(thing, Milestone):
        return ""
    hours = _hours_in(dates.plan, thing.id)
    return translate("{hours} h").format(hours=effort_number(hours)) if hours else ""


def _hours_in(plan: Plan, group: PhaseId) -> float:
    """Likely hours of all that lies in a group, however deep."""
    hours, waiting = 0.0, [group]
    while waiting:
        for each in plan.children_of[waiting.pop()]:
            if isinstance(each, Phase):
                waiting.append(each.id)
            elif isinstance(each, Activity):
                hours += each.effort.likely
    return hours


def _done(dates: Dates, thing: Thing) -> str:
    if isinstance(thing, Milestone):
        count = checklist_count(dates.plan, thing.id)
        # A star for what is ticked without its evidence; the tooltip says it in words.
        star = "*" if ticked_without_evidence(dates.plan, thing.id) else ""
        return f"{count.done} / {count.total}{star}" if count.total else ""
    return f"{share_of(dates.plan, thing):.0%}"


def _kind(_dates: Dates, thing: Thing) -> str:
    if isinstance(thing, Activity):
        return translate(thing.kind.value)
    return translate("phase") if isinstance(thing, Phase) else translate("milestone")


def _margin(dates: Dates, thing: Thing) -> str:
    margin = _margin_days(dates, thing)
    if margin is None:
        return ""
    if margin < 0:
        return translate("{span} late").format(span=span_text(margin))
    return span_text(margin) if margin else translate("none")


def _float(dates: Dates, thing: Thing) -> str:
    if isinstance(thing, Phase) or _settled(thing):
        return ""
    days = dates.schedule.float_days(thing.id)
    return span_text(days) if days else translate("none")


def _waits(dates: Dates, thing: Thing) -> str:
    if isinstance(thing, Phase):
        return ""
    graph = dates.schedule.graph
    number = graph.index[thing.id]
    before = [*graph.chained[number], *(each[0] for each in graph.joined[number])]
    return ", ".join(dates.plan.node(graph.nodes[each]).title for each in before)


def _margin_days(dates: Dates, thing: Thing) -> int | None:
    if not isinstance(thing, Milestone) or thing.reached_on is not None:
        return None
    return dates.schedule.margin_days(thing.id)


def _settled(thing: Thing) -> bool:
    if isinstance(thing, Phase):
        return False
    return (thing.finished_on if isinstance(thing, Activity) else thing.reached_on) is not None


def _first_day(dates: Dates, thing: Activity | Milestone) -> float | None:
    span = span_of(dates.schedule, thing)
    return None if span is None else span[0].toordinal()


def _last_day(dates: Dates, thing: Activity | Milestone) -> float | None:
    span = span_of(dates.schedule, thing)
    return None if span is None else span[1].toordinal()


def _days_long(dates: Dates, thing: Activity | Milestone) -> float | None:
    span = None if isinstance(thing, Milestone) else span_of(dates.schedule, thing)
    return None if span is None else (span[1] - span[0]) / timedelta(days=1)


def _days_left(dates: Dates, thing: Activity | Milestone) -> float | None:
    return None if _settled(thing) else _last_day(dates, thing)


def _likely_hours(_dates: Dates, thing: Activity | Milestone) -> float | None:
    return thing.effort.likely if isinstance(thing, Activity) else None


def _share(dates: Dates, thing: Activity | Milestone) -> float | None:
    if isinstance(thing, Activity):
        return done_share(dates.plan, thing)
    count = checklist_count(dates.plan, thing.id)
    return count.done / count.total if count.total else share_of(dates.plan, thing)


def _words(text: Callable[[Dates, Thing], str]) -> Callable[[Dates, Activity | Milestone], Key | None]:
    return lambda dates, thing: text(dates, thing).casefold() or None


def _float_days(dates: Dates, thing: Activity | Milestone) -> float | None:
    return None if _settled(thing) else dates.schedule.float_days(thing.id)


_TEXTS: dict[Column, Callable[[Dates, Thing], str]] = {
    Column.PATH: _path,
    Column.START: _start,
    Column.FINISH: _finish,
    Column.LENGTH: _length,
    Column.LEFT: _left,
    Column.HOURS: _hours,
    Column.DONE: _done,
    Column.KIND: _kind,
    Column.MARGIN: _margin,
    Column.FLOAT: _float,
    Column.WAITS: _waits,
}

_KEYS: dict[Column, Callable[[Dates, Activity | Milestone], Key | None]] = {
    Column.PATH: _words(_path),
    Column.START: _first_day,
    Column.FINISH: _last_day,
    Column.LENGTH: _days_long,
    Column.LEFT: _days_left,
    Column.HOURS: _likely_hours,
    Column.DONE: _share,
    Column.KIND: _words(_kind),
    Column.MARGIN: _margin_days,
    Column.FLOAT: _float_days,
    Column.WAITS: _words(_waits),
}
