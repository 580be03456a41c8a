"""Calendar files (RFC 5545): events written as one ICS file, and read back.

Times are floating, as a learner's evening is at the same hour wherever they travel; milestones, and sessions
without a clock time, are dates. SEQUENCE is the plan's revision, which grows with every edit, so that a later
export counts as the newer one.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vDuration

from planner.exchange.calendar_events import CalendarEvent, one_line
from planner.version import milepost_version


def calendar_file(events: Iterable[CalendarEvent], *, name: str, sequence: int, stamp: datetime) -> bytes:
    """One ICS file of these events; `name` is the calendar's, `stamp` the moment in UTC it is written at."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Milepost//Milepost {milepost_version()}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name:
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", one_line(name))
    for each in events:
        calendar.add_component(_component(each, sequence, stamp))
    return bytes(calendar.to_ical())


def read_calendar_file(data: bytes | str) -> tuple[CalendarEvent, ...]:
    """The events of an ICS file; what an event of ours never has is left out. Raises ValueError."""
    calendar = Calendar.from_ical(data)
    return tuple(_event(each) for each in calendar.walk("VEVENT"))


def _component(event: CalendarEvent, sequence: int, stamp: datetime) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", stamp)
    component.add("last-modified", stamp)
    component.add("sequence", sequence)
    component.add("dtstart", event.start)
    component.add("dtend", event.end)
    component.add("summary", event.title)
    if event.about:
        component.add("description", event.about)
    if event.categories:
        component.add("categories", list(event.categories))
    if event.link:
        component.add("url", event.link)
    # A session of a day, not of an hour, keeps nobody busy all day.
    component.add("transp", "TRANSPARENT" if event.starts_at is None else "OPAQUE")
    if event.cancelled:
        component.add("status", "CANCELLED")
    if event.alarm is not None:
        component.add_component(_alarm(event.title, event.alarm))
    return component


def _alarm(title: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", vDuration(trigger))
    return alarm


def _event(component: Any) -> CalendarEvent:
    start, end = component.decoded("dtstart"), component.decoded("dtend", None)
    # A harmed file has several, or something else: the library gives them as they are.
    if not isinstance(start, date):
        raise ValueError("an event has no day")
    moment = start if isinstance(start, datetime) else None
    day = start if moment is None else moment.date()
    categories = component.get("categories")
    alarms = [each.decoded("trigger", None) for each in component.walk("VALARM")]
    return CalendarEvent(
        uid=str(component["uid"]),
        day=day,
        title=str(component.get("summary", "")),
        starts_at=None if moment is None else moment.hour * 60 + moment.minute,
        minutes=0 if moment is None or end is None else round((end - moment) / timedelta(minutes=1)),
        about=str(component.get("description", "")),
        categories=tuple(str(each) for each in categories.cats) if hasattr(categories, "cats") else (),
        link=str(component.get("url", "")),
        alarm=next((each for each in alarms if isinstance(each, timedelta)), None),
        cancelled=str(component.get("status", "")).upper() == "CANCELLED",
    )
