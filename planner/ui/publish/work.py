"""What is done with a server, in a thread: nothing of Qt. Passwords come from the keyring if there is one.

What speaks to servers is imported in that thread, too: it takes a moment.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.exchange.caldav_errors import WrongPassword, host_of
from planner.storage.secrets import Passwords
from planner.ui.publish.choice import Choice
from planner.ui.publish.job import Handle

if TYPE_CHECKING:
    from planner.exchange.caldav_publish import Pushed
    from planner.exchange.caldav_server import CalendarServer, ServerCalendar
    from planner.exchange.publication import Publication


class NoPassword(WrongPassword):
    """No password was typed and none is kept."""

    def __init__(self, address: str) -> None:
        super().__init__(f"Type your password for {host_of(address)}: none is kept on this computer.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a push did, and whether the password could be kept in the keyring."""

    pushed: "Pushed"
    password_kept: bool


def find_calendars(passwords: Passwords, choice: Choice, password: str) -> "tuple[ServerCalendar, ...]":
    """The calendars of an account. Raises `CalendarServerError`."""
    with _server(passwords, choice, password) as server:
        return server.calendars()


def make_calendar(passwords: Passwords, choice: Choice, password: str) -> "ServerCalendar":
    """A new calendar of the account, called as chosen. Raises `CalendarServerError`."""
    with _server(passwords, choice, password) as server:
        return server.make_calendar(choice.calendar_name)


def publish(
    passwords: Passwords, choice: Choice, password: str, publication: "Publication", handle: Handle
) -> Published:
    """Bring the calendar up to date, and keep the password that the server accepted.

    Raises `CalendarServerError`.
    """
    from planner.exchange.caldav_publish import push

    with _server(passwords, choice, password) as server:
        pushed = push(
            server, choice.calendar, publication, progress=handle.progress, cancelled=handle.cancelled
        )
    kept = passwords.keep(choice.address, choice.user, _password(passwords, choice, password))
    return Published(pushed=pushed, password_kept=kept)


def stop_publishing(
    passwords: Passwords, choice: Choice, password: str, uid_beginning: str, handle: Handle
) -> "Pushed":
    """Take the plan's events out of the calendar, and forget the password. Raises `CalendarServerError`."""
    from planner.exchange.caldav_publish import withdraw

    with _server(passwords, choice, password) as server:
        pushed = withdraw(
            server, choice.calendar, uid_beginning, progress=handle.progress, cancelled=handle.cancelled
        )
    if pushed.whole:
        passwords.forget(choice.address, choice.user)
    return pushed


def _server(passwords: Passwords, choice: Choice, password: str) -> "CalendarServer":
    from planner.exchange.caldav_server import Account, CalendarServer

    found = _password(passwords, choice, password)
    return CalendarServer(Account(address=choice.address, user=choice.user, password=found))


def _password(passwords: Passwords, choice: Choice, typed: str) -> str:
    found = typed or passwords.get(choice.address, choice.user)
    if not found:
        raise NoPassword(choice.address)
    return found
