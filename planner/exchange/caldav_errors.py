"""What can go wrong between Milepost and a calendar server, each as one plain sentence.

No sentence, and no exception that leaves `plainly`, holds a password or what the server sent.
"""

from collections.abc import Callable, Iterator
from socket import gaierror
from typing import TypeVar
from urllib.parse import urlsplit

from planner.domain.errors import MilepostError

UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, TOO_LARGE, TOO_MANY = 401, 403, 404, 409, 413, 429
SERVER_ERROR, UNAVAILABLE, NO_ROOM = 500, 503, 507

Answer = TypeVar("Answer")

UID_TAKEN = "no-uid-conflict"
"""What a server says where another event of the calendar has the UID (RFC 4791, 5.3.2.1)."""


class CalendarServerError(MilepostError):
    """The server, or the way to it, said no; nothing of the plan was changed."""


class WrongPassword(CalendarServerError):
    """The server does not accept the user name and password."""


class WrongAddress(CalendarServerError):
    """Nothing can be asked at the address, or not safely."""


class NotACalendarServer(WrongAddress):
    """Something answers at the address, and it is no calendar server."""


class CannotBeWritten(CalendarServerError):
    """The calendar can only be read."""


class CalendarGone(CalendarServerError):
    """The calendar is not there any more."""


def host_of(address: str) -> str:
    """The host and port of an address, as one would say it."""
    try:
        found = urlsplit(address)
        port = f":{found.port}" if found.port else ""
    except ValueError:
        return address
    return f"{found.hostname or address}{port}"


def not_a_calendar_server(address: str) -> NotACalendarServer:
    """Something answers, in another language."""
    return NotACalendarServer(
        f"{host_of(address)} answers, but not as a calendar server. Look up its CalDAV address, "
        "like https://cloud.example.org/remote.php/dav."
    )


def sends_on_unencrypted(address: str) -> WrongAddress:
    """A redirection from https to http."""
    return WrongAddress(
        f"{host_of(address)} sends on to an address without encryption, so your password was not sent."
    )


def uid_taken(address: str) -> CalendarServerError:
    """The calendar holds the plan's events under other names: an exported file was imported into it."""
    return CalendarServerError(
        f"This calendar on {host_of(address)} already holds events of this plan that came from a file. "
        "Publish to another calendar, or take those out first."
    )


def refusal(status: int, address: str) -> CalendarServerError:
    """What a status of 400 and more says, about a calendar or an event in it."""
    host = host_of(address)
    if status == UNAUTHORIZED:
        return WrongPassword(
            f"{host} does not accept this user name and password. Some servers want a password made for "
            "each app."
        )
    if status == FORBIDDEN:
        return CannotBeWritten(
            f"{host} does not allow this. The calendar may be there for reading only: choose another one."
        )
    if status in (NOT_FOUND, CONFLICT):
        return CalendarGone(
            f"The calendar is not on {host} any more. Stop publishing, and then choose another one."
        )
    if status in (TOO_LARGE, NO_ROOM):
        return CalendarServerError(
            f"{host} has no room left for your calendar (error {status}). Make room there, or ask whoever "
            "runs it."
        )
    if status in (TOO_MANY, UNAVAILABLE):
        return CalendarServerError(f"{host} is too busy just now (error {status}). Try again in a while.")
    if status >= SERVER_ERROR:
        return CalendarServerError(
            f"{host} has a problem of its own (error {status}). Try again in a while, or ask whoever runs it."
        )
    return CalendarServerError(f"{host} did not take this (error {status}).")


def plainly(ask: Callable[[], Answer], address: str, seconds: int) -> Answer:
    """What the server answers; whatever the libraries raise on the way becomes a `CalendarServerError`."""
    try:
        return ask()
    except Exception as error:  # noqa: BLE001 - a server may answer anything; each library has its own ways
        found = _sentence(error, address, seconds)
    # Raised out here, it does not drag along the other, which may hold the request with its password.
    raise found


def _sentence(error: Exception, address: str, seconds: int) -> CalendarServerError:
    from caldav.lib.error import AuthorizationError, RateLimitError
    from niquests import exceptions

    if isinstance(error, CalendarServerError):
        return error
    host = host_of(address)
    if isinstance(error, AuthorizationError):
        if any(UID_TAKEN in each for each in error.preconditions):
            return uid_taken(address)
        return refusal(error.status or UNAUTHORIZED, address)
    if isinstance(error, RateLimitError):
        return refusal(error.status or UNAVAILABLE, address)
    if isinstance(error, exceptions.SSLError):
        return WrongAddress(
            f"The certificate of {host} is not trusted, so your password was not sent. Is the address right? "
            "It may also have expired, or be one the server made itself."
        )
    if isinstance(error, exceptions.Timeout):
        return CalendarServerError(f"{host} did not answer within {seconds} seconds. Try again in a while.")
    if isinstance(error, exceptions.TooManyRedirects):
        return WrongAddress(f"{host} sends from one address to another without end.")
    if isinstance(error, exceptions.ConnectionError):
        return _no_connection(error, host)
    return not_a_calendar_server(address)


def _no_connection(error: BaseException, host: str) -> CalendarServerError:
    causes = "".join(f"{type(each).__name__} {each} " for each in _chain(error))
    if "NameResolution" in causes or "getaddrinfo" in causes or gaierror.__name__ in causes:
        return WrongAddress(
            f"There is no server called {host}, or this computer is not online. Nothing was sent."
        )
    if "refused" in causes:
        return WrongAddress(f"Nothing answers at {host}. Is the server running, and the address right?")
    if "unreachable" in causes:
        return CalendarServerError(f"{host} cannot be reached. Is this computer online?")
    return CalendarServerError(f"The connection to {host} broke off. Try again in a while.")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
