"""Publishing to a real Radicale on loopback, and what is said when a server will not have it."""

import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import trustme

from planner.domain.errors import InvalidValue
from planner.exchange.caldav_address import address_typed, is_open_to_listeners
from planner.exchange.caldav_errors import CalendarServerError, CannotBeWritten, WrongPassword
from planner.exchange.caldav_publish import Publication, Pushed, PushStopped, differences, push, withdraw
from planner.exchange.caldav_server import (
    Account,
    CalendarServer,
    ServerCalendar,
)
from planner.exchange.calendar_events import CalendarEvent
from tests.helpers.calendar_servers import (
    LOCKED,
    PASSWORD,
    USER,
    Answer,
    Radicale,
    free_port,
    radicale,
    scripted,
)

TODAY = date(2027, 4, 5)
PLAN = "milepost-aaaa-"
ANOTHER_PLAN = "milepost-bbbb-"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """One Radicale for all tests; each makes calendars of its own."""
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def server(running: Radicale) -> Iterator[CalendarServer]:
    """A connection to it."""
    with connected(running.address) as made:
        yield made


@pytest.fixture
def calendar(server: CalendarServer, request: pytest.FixtureRequest) -> str:
    """A new calendar on it."""
    return server.make_calendar(request.node.name).url


def connected(address: str, password: str = PASSWORD, *, seconds: int = 20) -> CalendarServer:
    return CalendarServer(Account(address=address, user=USER, password=password), seconds=seconds)


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


def test_a_new_calendar_is_listed_by_its_name(server: CalendarServer) -> None:
    made = server.make_calendar("Lernen & Üben <1>")
    assert ServerCalendar(url=made.url, name="Lernen & Üben <1>") in server.calendars()


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


def test_a_wrong_password_is_said_and_never_shown(
    running: Radicale, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    account = Account(address=running.address, user=USER, password="not the password")
    with CalendarServer(account) as server, pytest.raises(WrongPassword) as raised:
        server.calendars()
    assert "does not accept this user name and password" in str(raised.value)
    assert raised.value.__context__ is None
    shown = "".join([str(raised.value), repr(account), caplog.text, *capfd.readouterr()])
    assert "not the password" not in shown


def test_a_calendar_for_reading_only_is_said(running: Radicale, server: CalendarServer) -> None:
    running.lock()
    locked = next(each for each in server.calendars() if each.url.endswith(f"/{LOCKED}/"))
    with pytest.raises(PushStopped, match="reading only") as raised:
        pushed(server, locked.url, event("a"))
    assert isinstance(raised.value.reason, CannotBeWritten)


def test_a_calendar_that_was_deleted_is_said(server: CalendarServer, calendar: str) -> None:
    server._done(calendar, "DELETE")
    with pytest.raises(CalendarServerError, match=r"not on 127\.0\.0\.1:[0-9]+ any more"):
        pushed(server, calendar, event("a"))


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


def test_an_unknown_host_is_said() -> None:
    with (
        connected("https://calendar.invalid/") as server,
        pytest.raises(
            CalendarServerError, match=r"no server called calendar\.invalid, or this computer is not online"
        ),
    ):
        server.calendars()


def test_a_port_where_nothing_listens_is_said() -> None:
    with (
        connected(f"http://127.0.0.1:{free_port()}/") as server,
        pytest.raises(CalendarServerError, match=r"Nothing answers at 127\.0\.0\.1"),
    ):
        server.calendars()


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (500, b"Internal error", "has a problem of its own (error 500)"),
        (502, b"<html>Bad gateway</html>", "has a problem of its own (error 502)"),
        (503, b"", "too busy just now (error 503)"),
        (507, b"", "has no room left"),
        (200, b"<html><body>Welcome!</body></html>", "answers, but not as a calendar server"),
        (200, b"\x00\xff\xfe garbage", "answers, but not as a calendar server"),
        (207, b"<multistatus", "answers, but not as a calendar server"),
        (207, b"<?xml version='1.0'?><a xmlns='DAV:'/>", "answers, but not as a calendar server"),
        (404, b"", "answers, but not as a calendar server"),
        (405, b"", "answers, but not as a calendar server"),
        (401, b"", "does not accept this user name and password"),
        (403, b"", "does not allow this"),
    ],
)
def test_what_a_server_may_answer_when_asked_for_calendars(status: int, body: bytes, sentence: str) -> None:
    with scripted(lambda _method, _path: Answer(status, body)) as address, connected(address) as server:
        with pytest.raises(CalendarServerError) as raised:
            server.calendars()
        assert sentence in str(raised.value)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (500, "has a problem of its own (error 500)"),
        (507, "has no room left for your calendar (error 507)"),
        (413, "has no room left for your calendar (error 413)"),
        (429, "too busy just now (error 503)"),
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
        assert sentence.replace("503", str(status) if status != 429 else "503") in str(raised.value)
        assert "1 of 3 changes were made" in str(raised.value)


def test_a_server_that_keeps_silent_is_given_up() -> None:
    with (
        scripted(lambda _method, _path: None) as address,
        connected(address, seconds=1) as server,
        pytest.raises(CalendarServerError, match="did not answer within 1 second"),
    ):
        server.calendars()


def test_addresses_in_a_circle_are_given_up() -> None:
    def answer(_method: str, path: str) -> Answer:
        return Answer(302, headers={"Location": path + "x"})

    with (
        scripted(answer) as address,
        connected(address) as server,
        pytest.raises(CalendarServerError, match="without end"),
    ):
        server.calendars()


def test_a_server_is_found_by_its_host_alone(running: Radicale) -> None:
    def answer(method: str, path: str) -> Answer:
        if path == "/.well-known/caldav":
            return Answer(301, headers={"Location": running.address})
        return Answer(200, b"<html>A web page</html>")

    with scripted(answer) as address, connected(address) as server:
        assert isinstance(server.calendars(), tuple)


def test_a_certificate_that_is_not_trusted_is_said(tmp_path: Path) -> None:
    with (
        tls_server(tmp_path) as (address, _),
        connected(address) as server,
        pytest.raises(CalendarServerError, match=r"certificate of localhost:[0-9]+ is not trusted"),
    ):
        server.calendars()


def test_a_certificate_that_is_trusted_passes(tmp_path: Path) -> None:
    with (
        tls_server(tmp_path) as (address, authority),
        CalendarServer(
            Account(address=address, user=USER, password=PASSWORD), certificates=authority
        ) as server,
        pytest.raises(CalendarServerError, match="not as a calendar server"),
    ):
        server.calendars()


@contextmanager
def tls_server(folder: Path) -> Iterator[tuple[str, str]]:
    """A server behind TLS that is no calendar server: its address, and the file of who vouches for it."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with scripted(lambda _method, _path: Answer(200, b"<html/>"), context) as address:
        yield address.replace("http://127.0.0.1", "https://localhost"), str(folder / "authority.pem")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("cloud.example.org/dav", "https://cloud.example.org/dav"),
        (" https://cloud.example.org ", "https://cloud.example.org"),
        ("localhost:5232", "http://localhost:5232"),
        ("127.0.0.1:5232/ana/", "http://127.0.0.1:5232/ana/"),
        ("http://example.org/", "http://example.org/"),
    ],
)
def test_addresses_as_typed(typed: str, address: str) -> None:
    assert address_typed(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://",
        "ftp://example.org",
        "https://ana:secret@example.org/",
        "https://a b/",
        "http://x:99999999/",
    ],
)
def test_addresses_that_are_none(typed: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        address_typed(typed)
    assert "secret" not in str(raised.value)


def test_plain_http_to_another_computer_can_be_listened_to() -> None:
    assert is_open_to_listeners("http://example.org/")
    assert not is_open_to_listeners("https://example.org/")
    assert not is_open_to_listeners("http://127.0.0.1:5232/")


def test_an_event_that_cannot_be_read_is_written_again() -> None:
    changes = differences(publication(event("a")), {f"{PLAN}a": None, f"{PLAN}b": None})
    assert [each.uid for each in changes.write] == [f"{PLAN}a"]
    assert changes.remove == (f"{PLAN}b",)
