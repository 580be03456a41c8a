"""week_text(week) and week_markdown(week, links): a week to paste into a mail, a chat or a note.

Both hold what the week page shows. Titles are on one line each, without signs that could steer where they
are pasted; in Markdown they say what they are, whatever signs they hold.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.web_links import may_be_opened
from planner.domain.week import Goal, PlannedSession, SessionState, WeekDay, WeekPlan, week_plan
from planner.domain.wording import (
    MONTHS,
    WEEKDAYS,
    clock_span_text,
    day_text,
    isolated,
    minutes_text,
)
from planner.exchange.table_text import printable

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&$!]")
_UNSAFE = re.compile(r"[<>\\\s]")
"""What would end a link's address, or be read as something else in it."""

_LEADING = re.compile(r"^(\d*)([-+.)])")
"""What would begin a list at the head of a line."""


def week_text(week: WeekPlan) -> str:
    """The week as plain text, boxes to tick included."""
    lines = [_plain(week.title), _plain(week.about)]
    if week.goals:
        lines += ["", "Goals", *(f"{_box(each.done)} {_goal(each)}" for each in week.goals)]
    for day in week.days:
        lines += ["", _day_title(day)]
        for session in day.sessions:
            box = _session_box(session)
            lines.append(f"{box} {session.number}. {_plain(_session(session))} · {_amount(session)}")
        lines += [f"    also: {_plain(title)} · {amount}" for title, amount in _beside(day)]
    for heading, entries in _rest(week):
        lines += ["", heading, *(f"- {_plain(title)} · {amount}" for title, amount in entries)]
    return "\n".join(lines) + "\n"


def week_markdown(week: WeekPlan, links: Mapping[ActivityId, str]) -> str:
    """The week as Markdown with task lists; sessions lead to the `links` of their activities."""
    lines = [f"# {_marked(week.title)}", "", _marked(week.about)]
    if week.goals:
        lines += ["", "## Goals", ""]
        lines += [f"- {_box(each.done)} {_marked(_goal(each))}" for each in week.goals]
    lines += ["", "## Days"]
    for day in week.days:
        lines += ["", f"### {_marked(_day_title(day))}"]
        below = [
            f"- {_session_box(each)} {each.number}\\. {_linked(each, links)} · {_amount(each)}"
            for each in day.sessions
        ]
        below += [f"- also: {_marked(title)} · {amount}" for title, amount in _beside(day)]
        lines += ["", *below] if below else []
    for heading, entries in _rest(week):
        lines += ["", f"## {heading}", ""]
        lines += [f"- {_marked(title)} · {_marked(amount)}" for title, amount in entries]
    return "\n".join(lines) + "\n"


def weeks_as(
    plan: Plan, schedule: Schedule, first_day: date, count: int, today: date, *, markdown: bool
) -> bytes:
    """So many weeks from the one that holds a day, one below the other, as a file's content."""
    weeks = [week_plan(plan, schedule, first_day + timedelta(days=7 * each), today) for each in range(count)]
    if markdown:
        texts = [week_markdown(each, links_of_week(plan, each)) for each in weeks]
    else:
        texts = [week_text(each) for each in weeks]
    return ("\n---\n\n" if markdown else "\n\n").join(texts).encode("utf-8", "replace")


def links_of_week(plan: Plan, week: WeekPlan) -> dict[ActivityId, str]:
    """The links of the week's activities that may be opened: http or https with a host, and no user name."""
    found = {}
    for session in week.sessions:
        activity = plan.activities.get(session.activity)
        if activity is not None and may_be_opened(activity.link):
            found[session.activity] = activity.link
    return found


def _rest(week: WeekPlan) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What stands below the days: carried-over hours and milestones, each a title and its figures."""
    if week.carried:
        yield (
            "Still open from last week",
            [(each.title, minutes_text(each.minutes)) for each in week.carried],
        )
    if week.carried_before:
        yield (
            "Still open from before",
            [(each.title, minutes_text(each.minutes)) for each in week.carried_before],
        )
    if week.feeds:
        yield (
            "What it feeds",
            [(each.title, f"{day_text(each.day)} · {each.about}") for each in week.feeds],
        )


def _day_title(day: WeekDay) -> str:
    """Like “Thursday 8 April · 1 h 30” or “Friday 9 April · rest”."""
    name = f"{WEEKDAYS[day.day.weekday()]} {day.day.day} {MONTHS[day.day.month - 1]}"
    planned = minutes_text(day.planned_minutes) if day.planned_minutes else "rest" if day.rest else "free"
    return " · ".join([name, planned, *([_plain(day.exception)] if day.exception else [])])


def _goal(goal: Goal) -> str:
    return f"{_plain(goal.text)} ({_plain(goal.about)})" if goal.about else _plain(goal.text)


def _session(session: PlannedSession) -> str:
    return f"{session.title}: {session.step_title}" if session.step_title else session.title


def _amount(session: PlannedSession) -> str:
    """Like “1 h 30”, “19:00–20:30 (1 h 30)”, “45 min of 1 h 30”, and once done “1 h 30, logged 1 h 25”."""
    amount = session.amount
    if session.starts_at is not None:
        amount = f"{clock_span_text(session.starts_at, session.minutes)} ({amount})"
    done = session.state is SessionState.DONE
    return f"{amount}, logged {minutes_text(session.logged_minutes)}" if done else amount


def _beside(day: WeekDay) -> list[tuple[str, str]]:
    return [(each.title, f"logged {minutes_text(each.minutes)}") for each in day.beside_the_plan]


def _session_box(session: PlannedSession) -> str:
    return _box(session.state is SessionState.DONE)


def _box(done: bool) -> str:
    return "[x]" if done else "[ ]"


def _linked(session: PlannedSession, links: Mapping[ActivityId, str]) -> str:
    text = _marked(_session(session))
    link = links.get(session.activity, "")
    return f"[{text}](<{_UNSAFE.sub(_quoted, link)}>)" if link else text


def _quoted(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode())


def _plain(text: str) -> str:
    return isolated(" ".join(printable(text).split()))


def _marked(text: str) -> str:
    """A text that Markdown shows as it is."""
    escaped = _MARKDOWN.sub(lambda sign: f"\\{sign[0]}", _plain(text))
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}", escaped)
