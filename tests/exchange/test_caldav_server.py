"""An account on a calendar server: its calendars, and what is said when a server is none or will not."""

import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme

from planner.exchange.caldav_errors import CalendarServerError, WrongPassword
from planner.exchange.caldav_server import Account, CalendarServer, ServerCalendar
from tests.helpers.calendar_servers import (
    PASSWORD,
    USER,
    Answer,
    Radicale,
    connected,
    free_port,
    scripted,
)

PAGE = Answer(200, b"<html/>")


def test_a_new_calendar_is_listed_by_its_name(server: CalendarServer) -> None:
    made = server.make_calendar("Lernen & Üben <1>")
    assert ServerCalendar(url=made.url, name="Lernen & Üben <1>") in server.calendars()


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
        tls_server(tmp_path, PAGE) as (address, _),
        connected(address) as server,
        pytest.raises(CalendarServerError, match=r"certificate of localhost:[0-9]+ is not trusted"),
    ):
        server.calendars()


def test_a_certificate_that_is_trusted_passes(tmp_path: Path) -> None:
    with (
        tls_server(tmp_path, PAGE) as (address, authority),
        CalendarServer(
            Account(address=address, user=USER, password=PASSWORD), certificates=authority
        ) as server,
        pytest.raises(CalendarServerError, match="not as a calendar server"),
    ):
        server.calendars()


def test_a_way_that_leads_out_of_the_encryption_is_not_taken(tmp_path: Path) -> None:
    asked: list[str] = []

    def listen(method: str, _path: str) -> Answer:
        asked.append(method)
        return Answer(401, headers={"WWW-Authenticate": "Basic"})

    with (
        scripted(listen) as open_address,
        tls_server(tmp_path, Answer(301, headers={"Location": open_address})) as (address, authority),
        CalendarServer(
            Account(address=address, user=USER, password=PASSWORD), certificates=authority
        ) as server,
        pytest.raises(CalendarServerError, match="without encryption, so your password was not sent"),
    ):
        server.calendars()
    assert len(asked) == 1


@contextmanager
def tls_server(folder: Path, says: Answer) -> Iterator[tuple[str, str]]:
    """A server behind TLS that says one thing: its address, and the file of who vouches for it."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with scripted(lambda _method, _path: says, context) as address:
        yield address.replace("http://127.0.0.1", "https://localhost"), str(folder / "authority.pem")
