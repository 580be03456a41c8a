"""Bringing a calendar on a server up to date: one listing, then only what differs.

Only events whose names begin as this plan's do are ever written or taken away. Days gone by stay in the
calendar as they were, as long as what they belong to is in the plan.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from planner.exchange.caldav_errors import CalendarGone, CalendarServerError
from planner.exchange.caldav_server import CalendarServer
from planner.exchange.calendar_events import CalendarEvent, item_of
from planner.exchange.calendar_ics import calendar_file, read_calendar_file
from planner.exchange.publication import Publication

Progress = Callable[[int, int], None]
"""Told how many changes of how many are made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What to write to the calendar, and the UIDs to take away."""

    write: tuple[CalendarEvent, ...]
    remove: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.write) + len(self.remove)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What was done: events written, taken away, and found right already; `whole` unless it was cancelled."""

    written: int
    removed: int
    unchanged: int
    whole: bool = True


class PushStopped(CalendarServerError):
    """The server said no on the way: `done` changes of `total` are made, and the next push makes the rest."""

    def __init__(self, error: CalendarServerError, done: int, total: int) -> None:
        sentence = str(error)
        if done:
            sentence += f" {done} of {total} changes were made; the rest follows when you publish again."
        super().__init__(sentence)
        self.reason = error
        self.done = done
        self.total = total


def push(
    server: CalendarServer,
    calendar: str,
    publication: Publication,
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Pushed:
    """Make the calendar hold the plan's events. Raises `CalendarServerError`."""
    texts = server.events(calendar, publication.uid_beginning)
    found = {uid: _read(text) for uid, text in texts.items()}
    changes = differences(publication, found)
    done = _make(server, calendar, changes, publication.revision, progress, cancelled)
    written = min(done, len(changes.write))
    return Pushed(
        written=written,
        removed=done - written,
        unchanged=len(publication.events) - len(changes.write),
        whole=done == len(changes),
    )


def withdraw(
    server: CalendarServer,
    calendar: str,
    uid_beginning: str,
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Pushed:
    """Take every event of a plan out of the calendar. Raises `CalendarServerError`."""
    try:
        found = server.events(calendar, uid_beginning)
    except CalendarGone:
        found = {}
    changes = Differences(write=(), remove=tuple(sorted(found)))
    done = _make(server, calendar, changes, 0, progress, cancelled)
    return Pushed(written=0, removed=done, unchanged=0, whole=done == len(changes))


def differences(publication: Publication, found: Mapping[str, CalendarEvent | None]) -> Differences:
    """What to change where these events were found; None is one that could not be read."""
    wanted = {each.uid: each for each in publication.events}
    return Differences(
        write=tuple(each for uid, each in wanted.items() if found.get(uid) != each),
        remove=tuple(
            uid for uid, each in found.items() if uid not in wanted and not _is_past(publication, uid, each)
        ),
    )


def _is_past(publication: Publication, uid: str, event: CalendarEvent | None) -> bool:
    """Whether an event that is planned no more is kept: its day is over, and its item still there."""
    return event is not None and event.day < publication.today and item_of(uid) in publication.items


def _make(
    server: CalendarServer,
    calendar: str,
    changes: Differences,
    revision: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> int:
    """Make the changes one by one; returns how many were made before it was cancelled."""
    stamp = datetime.now(UTC).replace(microsecond=0)
    done = 0
    progress(done, len(changes))
    try:
        for step in _steps(server, calendar, changes, revision, stamp):
            if cancelled():
                break
            step()
            done += 1
            progress(done, len(changes))
    except CalendarServerError as error:
        raise PushStopped(error, done, len(changes)) from None
    return done


def _steps(
    server: CalendarServer, calendar: str, changes: Differences, revision: int, stamp: datetime
) -> Iterable[Callable[[], None]]:
    for event in changes.write:
        text = calendar_file([event], name="", sequence=revision, stamp=stamp)
        yield partial(server.put, calendar, event.uid, text)
    for uid in changes.remove:
        yield partial(server.delete, calendar, uid)


def _read(text: str) -> CalendarEvent | None:
    """The event of a file, None where there is not just one that can be read."""
    try:
        events = read_calendar_file(text)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None
    return events[0] if len(events) == 1 else None
