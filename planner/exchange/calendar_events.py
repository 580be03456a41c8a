"""A plan's sessions and milestones as events for a calendar: `calendar_events`.

An event's UID is built to stay the same when the plan moves, so that a calendar that takes a second export
moves the event and does not double it:

    milepost-PLAN-ITEM            a milestone
    milepost-PLAN-ITEM-DAY-PIECE  a session

PLAN and ITEM are digests of the ids of the plan and of the activity or milestone. DAY counts the days on
which the schedule has the activity, from its last day (1) back: what is left of an activity after catching up
keeps the UIDs of its last sessions, and sessions gone by keep their place in the calendar. PIECE counts the
sessions of one such day from 0. A session that the learner has put on another day is counted on the day it
was taken from: it keeps its UID, too.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from planner.domain.calendar import week_of
from planner.domain.items import ActivityId, Milestone
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count
from planner.domain.schedule import Schedule
from planner.domain.web_links import may_be_opened
from planner.domain.week_days import PlannedSession, days_from, week_days
from planner.domain.week_sessions import lay_days, rounded
from planner.domain.wording import day_text, minutes_text, span_text

SOON = timedelta(minutes=-10)
"""How long before a session with a clock time a reminder comes."""

_MOST_ITEMS = 20
"""Checklist items listed in a milestone's event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is taken to the calendar: days from `first` to `last` (None: no limit), and which kinds of events.

    `remind_at` asks for reminders: minutes after midnight, on the day itself, for events of a whole day; a
    session with a clock time reminds ten minutes before.
    """

    first: date | None = None
    last: date | None = None
    sessions: bool = True
    milestones: bool = True
    remind_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event. Without `starts_at` (minutes after midnight, in whatever time zone one is) it takes its day.

    `minutes` is how long one with a time lasts, `alarm` the time from its start to its reminder. One that
    is `cancelled` takes itself off a calendar. Texts hold nothing that could break a line of a file.
    """

    uid: str
    day: date
    title: str
    starts_at: int | None = None
    minutes: int = 0
    about: str = ""
    categories: tuple[str, ...] = ()
    link: str = ""
    alarm: timedelta | None = None
    cancelled: bool = False

    @property
    def start(self) -> date:
        """The day, or the local time where there is one."""
        return self.day if self.starts_at is None else _local(self.day, self.starts_at)

    @property
    def end(self) -> date:
        """The first day, or local time, after it."""
        if self.starts_at is None:
            return self.day + timedelta(days=1) if self.day < date.max else self.day
        return _local(self.day, self.starts_at + self.minutes)


def calendar_events(plan: Plan, schedule: Schedule, wanted: Wanted, today: date) -> tuple[CalendarEvent, ...]:
    """The events of a plan that are wanted, by day."""
    found = [
        *(_sessions(plan, schedule, wanted, today) if wanted.sessions else ()),
        *(_milestones(plan, schedule, wanted) if wanted.milestones else ()),
    ]
    within = [each for each in found if is_within(each.day, wanted)]
    return tuple(sorted(within, key=lambda each: (each.day, each.starts_at or 0)))


def uid_beginning(plan: Plan) -> str:
    """How the UID of every event of a plan begins, and of no other event."""
    return f"milepost-{_digest(plan.facts.id)}-"


def uids_of_items(plan: Plan, wanted: Wanted) -> frozenset[str]:
    """How the UIDs of events begin whose activity or milestone is in the plan and wanted, done or not."""
    items: list[str] = []
    if wanted.sessions:
        items += plan.activities
    if wanted.milestones:
        items += plan.milestones
    return frozenset(_item_uid(plan, each) for each in items)


def item_of(uid: str) -> str:
    """The part of a UID that names the plan and the item."""
    return "-".join(uid.split("-")[:3])


def is_session(uid: str) -> bool:
    """Whether a UID is that of a session; else it is a milestone's."""
    return uid.count("-") > 2


def is_within(day: date, wanted: Wanted) -> bool:
    """Whether a day is among those that are wanted."""
    return (wanted.first is None or wanted.first <= day) and (wanted.last is None or day <= wanted.last)


def one_line(text: str) -> str:
    """A text on one line, without control signs."""
    return " ".join(plain(text).split())


def plain(text: str) -> str:
    """A text without control signs and lone surrogates; line breaks stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(each for each in lines if each == "\n" or unicodedata.category(each) not in ("Cc", "Cs"))


def _sessions(plan: Plan, schedule: Schedule, wanted: Wanted, today: date) -> Iterator[CalendarEvent]:
    """Every session that is planned: UIDs count from an activity's end, whatever days are wanted."""
    laid: list[tuple[date, PlannedSession]] = []
    worked: dict[ActivityId, set[date]] = {}
    for week in _weeks(plan, schedule):
        for each in week_days(plan, schedule, week, today):
            laid += [(each.day, session) for session in each.sessions]
        days = days_from(week)
        for day, pieces in zip(days, lay_days(schedule, days, today), strict=True):
            for piece, _ in rounded(pieces):
                worked.setdefault(piece.activity.id, set()).add(day)
    uids = _session_uids(plan, laid, worked)
    for (day, session), uid in zip(laid, uids, strict=True):
        if not is_within(day, wanted):
            continue
        activity = plan.activities[session.activity]
        phase = plan.groups_around(activity.phase)[-1].title
        starts_at = session.starts_at
        parts = [session.title, session.step_title]
        if starts_at is None:
            parts.append(minutes_text(session.minutes))
        yield CalendarEvent(
            uid=uid,
            day=day,
            title=_joined(parts),
            starts_at=starts_at,
            minutes=0 if starts_at is None else session.minutes,
            about="\n".join(filter(None, (_joined([activity.kind, phase]), one_line(activity.provider)))),
            categories=_categories(phase, activity.kind),
            link=_safe_link(activity.link),
            alarm=_alarm(wanted, starts_at),
        )


def _weeks(plan: Plan, schedule: Schedule) -> Iterator[date]:
    """The first days of all weeks that may hold sessions, in order.

    Those between the schedule's end and a session that was put far away are passed over: they hold nothing.
    """
    end = min(schedule.last_day, date.max - timedelta(days=14))
    week = week_of(plan.facts.start, plan.facts.week_start)
    weeks = {week_of(each.day, plan.facts.week_start) for each in plan.placements.values()}
    while week <= end:
        weeks.add(week)
        week += timedelta(days=7)
    yield from sorted(weeks)


def _session_uids(
    plan: Plan, laid: Sequence[tuple[date, PlannedSession]], worked: Mapping[ActivityId, set[date]]
) -> list[str]:
    """The UID of each session, as the file's first lines say; `worked` are the days the schedule has."""
    days = {key: set(each) for key, each in worked.items()}
    for _, session in laid:
        days.setdefault(session.activity, set()).add(session.taken_from)
    counted = {
        key: {day: number for number, day in enumerate(sorted(each, reverse=True), start=1)}
        for key, each in days.items()
    }
    # What stays where the schedule has it comes before what was taken from that day.
    order = sorted(range(len(laid)), key=lambda place: laid[place][1].placement is not None)
    pieces: dict[tuple[ActivityId, date], int] = {}
    uids = [""] * len(laid)
    for place in order:
        session = laid[place][1]
        key = (session.activity, session.taken_from)
        piece = pieces[key] = pieces.get(key, -1) + 1
        number = counted[session.activity][session.taken_from]
        uids[place] = f"{_item_uid(plan, session.activity)}-{number}-{piece}"
    return uids


def _milestones(plan: Plan, schedule: Schedule, wanted: Wanted) -> Iterator[CalendarEvent]:
    for milestone in plan.milestones.values():
        phase = plan.groups_around(milestone.phase)[-1].title
        yield CalendarEvent(
            uid=_item_uid(plan, milestone.id),
            day=schedule.shown_day(milestone.id),
            title=f"◆ {one_line(milestone.title)}",
            about="\n".join(_about_milestone(plan, schedule, milestone)),
            categories=_categories(phase, "milestone"),
            alarm=_alarm(wanted, None),
        )


def _about_milestone(plan: Plan, schedule: Schedule, milestone: Milestone) -> Iterator[str]:
    margin = schedule.margin_days(milestone.id)
    if milestone.reached_on is not None:
        yield f"Reached on {day_text(milestone.reached_on)}"
    elif margin is not None:
        lands = day_text(schedule.lands(milestone.id))
        spare = (
            f"{span_text(margin)} {'late' if margin < 0 else 'to spare'}" if margin else "nothing to spare"
        )
        yield f"The work lands on {lands}: {spare}"
    count = checklist_count(plan, milestone.id)
    if count.total:
        yield f"{count.done} of {count.total} done"
    items = plan.items_of_milestone[milestone.id]
    for item in items[:_MOST_ITEMS]:
        yield f"[{'x' if item.done else ' '}] {one_line(item.title)}"
    if len(items) > _MOST_ITEMS:
        yield f"and {len(items) - _MOST_ITEMS} more"


def _alarm(wanted: Wanted, starts_at: int | None) -> timedelta | None:
    if wanted.remind_at is None:
        return None
    return timedelta(minutes=wanted.remind_at) if starts_at is None else SOON


def _categories(*names: str) -> tuple[str, ...]:
    return ("Milepost", *(one_line(each) for each in names))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(one_line(each) for each in parts if each)


def _safe_link(link: str) -> str:
    """The link as it is where it may be opened and is written in plain signs, else nothing."""
    plain_signs = link.isascii() and link.isprintable() and " " not in link
    return link if plain_signs and may_be_opened(link) else ""


def _item_uid(plan: Plan, item: str) -> str:
    return f"{uid_beginning(plan)}{_digest(item)}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _local(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
