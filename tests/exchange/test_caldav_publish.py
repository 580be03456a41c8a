"""Publishing to a real Radicale on loopback, and what is said when a server will not have it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from planner.exchange.caldav_errors import CalendarServerError, CannotBeWritten
from planner.exchange.caldav_publish import Pushed, PushStopped, differences, push, withdraw
from planner.exchange.caldav_server import CalendarServer
from planner.exchange.calendar_events import CalendarEvent
from planner.exchange.publication import Publication
from tests.helpers.calendar_servers import LOCKED, Answer, Radicale, connected, radicale, scripted

TODAY = date(2027, 4, 5)
PLAN = "milepost-aaaa-"
ANOTHER_PLAN = "milepost-bbbb-"


@pytest.fixture
def calendar(server: CalendarServer, request: pytest.FixtureRequest) -> str:
    """A new calendar on it."""
    return server.make_calendar(request.node.name).url


def event(name: str, day: date = TODAY, *, plan: str = PLAN, title: str = "Gradients") -> CalendarEvent:
    return CalendarEvent(uid=f"{plan}{name}", day=day, title=title)


def publication(*events: CalendarEvent, items: tuple[str, ...] = ()) -> Publication:
    return Publication(
        events=events, uid_beginning=PLAN, items=[f"{PLAN}{each}" for each in items], today=TODAY, revision=3
    )


def pushed(
    server: CalendarServer, calendar: str, *events: CalendarEvent, items: tuple[str, ...] = ()
) -> Pushed:
    return push(
        server,
        calendar,
        publication(*events, items=items),
        progress=lambda _done, _total: None,
        cancelled=lambda: False,
    )


def held(server: CalendarServer, calendar: str, plan: str = PLAN) -> list[str]:
    return sorted(each.removeprefix(plan) for each in server.events(calendar, plan))


def test_events_are_written_once(server: CalendarServer, calendar: str) -> None:
    events = [event("a"), event("b", TODAY + timedelta(days=1))]
    assert pushed(server, calendar, *events) == Pushed(written=2, removed=0, unchanged=0)
    assert held(server, calendar) == ["a", "b"]
    assert pushed(server, calendar, *events) == Pushed(written=0, removed=0, unchanged=2)


def test_only_what_changed_is_written_again(server: CalendarServer, calendar: str) -> None:
    kept, moved = event("kept"), event("moved")
    pushed(server, calendar, kept, moved)
    moved = replace(moved, day=TODAY + timedelta(days=2))
    assert pushed(server, calendar, kept, moved) == Pushed(written=1, removed=0, unchanged=1)
    assert "20270407" in server.events(calendar, PLAN)[moved.uid]


def test_what_is_gone_from_the_plan_goes_from_the_calendar(server: CalendarServer, calendar: str) -> None:
    pushed(server, calendar, event("a"), event("b"))
    assert pushed(server, calendar, event("a")) == Pushed(written=0, removed=1, unchanged=1)
    assert held(server, calendar) == ["a"]


def test_days_gone_by_stay_while_what_they_belong_to_is_there(server: CalendarServer, calendar: str) -> None:
    yesterday = TODAY - timedelta(days=1)
    pushed(server, calendar, event("there-1-0", yesterday), event("there-2-0"), event("gone-1-0", yesterday))
    assert pushed(server, calendar, items=("there",)).removed == 2
    assert held(server, calendar) == ["there-1-0"]


def test_events_of_others_are_never_touched(server: CalendarServer, calendar: str) -> None:
    theirs = event("a", plan=ANOTHER_PLAN)
    push(
        server,
        calendar,
        replace(publication(theirs), uid_beginning=ANOTHER_PLAN),
        progress=lambda _done, _total: None,
        cancelled=lambda: False,
    )
    birthday = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:birthday\r\n"
    birthday += b"DTSTAMP:20270101T000000Z\r\nDTSTART;VALUE=DATE:20270405\r\nSUMMARY:Birthday\r\n"
    server.put(calendar, "birthday", birthday + b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    pushed(server, calendar, event("a"))
    withdraw(server, calendar, PLAN, progress=lambda _done, _total: None, cancelled=lambda: False)
    assert held(server, calendar) == []
    assert held(server, calendar, ANOTHER_PLAN) == ["a"]
    assert held(server, calendar, "birthday") == [""]


def test_what_was_edited_in_the_calendar_is_put_right(server: CalendarServer, calendar: str) -> None:
    mine = event("a")
    pushed(server, calendar, mine)
    edited = server.events(calendar, PLAN)[mine.uid].replace("Gradients", "Edited on a phone")
    server.put(calendar, mine.uid, edited.encode())
    assert pushed(server, calendar, mine).written == 1
    assert "Gradients" in server.events(calendar, PLAN)[mine.uid]


def test_cancelling_stops_between_two_events_and_the_next_push_goes_on(
    server: CalendarServer, calendar: str
) -> None:
    events = [event(f"e{number}") for number in range(5)]
    told: list[tuple[int, int]] = []
    stopped = push(
        server,
        calendar,
        publication(*events),
        progress=lambda done, total: told.append((done, total)),
        cancelled=lambda: told[-1][0] == 2,
    )
    assert stopped == Pushed(written=2, removed=0, unchanged=0, whole=False)
    assert told == [(0, 5), (1, 5), (2, 5)]
    assert pushed(server, calendar, *events) == Pushed(written=3, removed=0, unchanged=2)


def test_more_events_than_fit_in_one_question(server: CalendarServer, calendar: str) -> None:
    events = [event(f"e{number}", TODAY + timedelta(days=number)) for number in range(230)]
    assert pushed(server, calendar, *events).written == 230
    assert pushed(server, calendar, *events).unchanged == 230


def test_a_calendar_for_reading_only_is_said(running: Radicale, server: CalendarServer) -> None:
    running.lock()
    locked = next(each for each in server.calendars() if each.url.endswith(f"/{LOCKED}/"))
    with pytest.raises(PushStopped, match="reading only") as raised:
        pushed(server, locked.url, event("a"))
    assert isinstance(raised.value.reason, CannotBeWritten)


def test_a_calendar_that_was_deleted_is_said(
    running: Radicale, server: CalendarServer, calendar: str
) -> None:
    with urlopen(Request(calendar, method="DELETE", headers=running.login)) as answer:
        assert answer.status == 200
    with pytest.raises(CalendarServerError, match=r"not on 127\.0\.0\.1:[0-9]+ any more"):
        pushed(server, calendar, event("a"))
    gone = withdraw(server, calendar, PLAN, progress=lambda _done, _total: None, cancelled=lambda: False)
    assert gone == Pushed(written=0, removed=0, unchanged=0)


def test_events_imported_from_a_file_are_said(server: CalendarServer, calendar: str) -> None:
    text = server.events(calendar, PLAN)
    assert text == {}
    pushed(server, calendar, event("a"))
    mine = server.events(calendar, PLAN)[f"{PLAN}a"]
    server.delete(calendar, f"{PLAN}a")
    server.put(calendar, "imported", mine.encode())
    with pytest.raises(CalendarServerError, match="came from a file"):
        pushed(server, calendar, event("a"))


def test_a_server_that_stops_is_said_and_taken_up_again_later(tmp_path: Path) -> None:
    with radicale(tmp_path / "server") as running:
        with connected(running.address) as server:
            calendar = server.make_calendar("Study").url
            pushed(server, calendar, event("a"))
        running.stop()
        with (
            connected(running.address) as server,
            pytest.raises(CalendarServerError, match="Nothing answers"),
        ):
            pushed(server, calendar, event("a"), event("b"))
        running.start()
        with connected(running.address) as server:
            assert pushed(server, calendar, event("a"), event("b")).written == 1


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (500, "has a problem of its own (error 500)"),
        (507, "has no room left for your calendar (error 507)"),
        (413, "has no room left for your calendar (error 413)"),
        (429, "too busy just now (error 429)"),
        (403, "does not allow this"),
    ],
)
def test_a_server_that_takes_one_event_and_refuses_the_next(status: int, sentence: str) -> None:
    taken: list[str] = []

    def answer(method: str, path: str) -> Answer:
        if method == "PROPFIND":
            return Answer(207, b"<?xml version='1.0'?><d:multistatus xmlns:d='DAV:'/>")
        taken.append(path)
        return Answer(201 if len(taken) == 1 else status)

    with scripted(answer) as address, connected(address) as server:
        with pytest.raises(PushStopped) as raised:
            pushed(server, f"{address}calendar/", event("a"), event("b"), event("c"))
        assert sentence in str(raised.value)
        assert "1 of 3 changes were made" in str(raised.value)


def test_a_push_asks_once_and_sends_each_event_once() -> None:
    asked: list[str] = []

    def answer(method: str, _path: str) -> Answer:
        asked.append(method)
        if method == "PROPFIND":
            return Answer(207, b"<?xml version='1.0'?><d:multistatus xmlns:d='DAV:'/>")
        return Answer(201)

    with scripted(answer) as address, connected(address) as server:
        pushed(server, f"{address}calendar/", event("a"), event("b"))
    assert asked == ["PROPFIND", "PUT", "PUT"]


@pytest.mark.parametrize(
    "text",
    [
        b"garbage",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:never\r\nEND:VEVENT\r\nEND:VCALENDAR",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 3000 + b"END:VEVENT\r\n" * 3000 + b"END:VCALENDAR",
    ],
)
def test_what_a_server_made_of_an_event_does_not_matter(text: bytes) -> None:
    name = f"{PLAN}a"
    sent: list[str] = []

    def answer(method: str, path: str) -> Answer:
        body = "<?xml version='1.0'?><d:multistatus xmlns:d='DAV:' xmlns:c='urn:ietf:params:xml:ns:caldav'>"
        body += f"<d:response><d:href>/calendar/{name}.ics</d:href><d:propstat><d:prop>"
        body += "<d:getetag>1</d:getetag>"
        if method == "REPORT":
            body += f"<c:calendar-data>{text.decode()}</c:calendar-data>"
        body += "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
        if method == "PUT":
            sent.append(path)
            return Answer(204)
        return Answer(207, body.encode())

    with scripted(answer) as address, connected(address) as server:
        assert pushed(server, f"{address}calendar/", event("a")).written == 1
    assert sent == [f"/calendar/{name}.ics"]


def test_an_event_that_cannot_be_read_is_written_again() -> None:
    changes = differences(publication(event("a")), {f"{PLAN}a": None, f"{PLAN}b": None})
    assert [each.uid for each in changes.write] == [f"{PLAN}a"]
    assert changes.remove == (f"{PLAN}b",)
