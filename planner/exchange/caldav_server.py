"""One account on a CalDAV server (RFC 4791), as far as publishing needs it.

    with CalendarServer(Account(address=…, user=…, password=…)) as server:
        server.calendars()

The `caldav` library speaks to the server; it is imported with this file, so that who opens no calendar does
not wait for it. Every method may raise `CalendarServerError` with a sentence, and takes as long as the
server does: call it in a thread of its own.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, unquote, urljoin, urlsplit
from uuid import uuid4
from xml.etree import ElementTree as ET

from caldav.davclient import DAVClient
from caldav.lib import error as caldav_error

from planner.exchange.caldav_errors import (
    NOT_FOUND,
    SERVER_ERROR,
    UID_TAKEN,
    not_a_calendar_server,
    plainly,
    refusal,
    sends_on_unencrypted,
    uid_taken,
)

SECONDS = 20
"""How long the server may keep silent."""

_DAV = "DAV:"
_CALDAV = "urn:ietf:params:xml:ns:caldav"
_PRINCIPAL = f"{{{_DAV}}}current-user-principal"
_HOME = f"{{{_CALDAV}}}calendar-home-set"
_TYPE = f"{{{_DAV}}}resourcetype"
_NAME = f"{{{_DAV}}}displayname"
_KINDS = f"{{{_CALDAV}}}supported-calendar-component-set"
_ETAG = f"{{{_DAV}}}getetag"
_MULTISTATUS = 207
_AT_ONCE = 200
"""Events asked for in one request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who one is on which server. The password is in no text made of it."""

    address: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerCalendar:
    """A calendar on a server: where it is, and what it is called there."""

    url: str
    name: str


class CalendarServer:
    """A connection to an account; a context manager.

    `certificates` names a file of certificates to trust in place of the system's.
    """

    def __init__(self, account: Account, *, seconds: int = SECONDS, certificates: str | None = None) -> None:
        # At some levels the library logs what is sent, headers and all; by an environment variable, to files.
        caldav_error.debug_dump_communication = False
        for name in ("caldav", "niquests", "urllib3", "urllib3_future"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._address = account.address
        self._seconds = seconds
        self._client = DAVClient(
            url=account.address,
            username=account.user,
            password=account.password,
            timeout=seconds,
            ssl_verify_cert=certificates or True,
            enable_rfc6764=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the connection; what is still being asked fails."""
        self._client.close()

    def calendars(self) -> tuple[ServerCalendar, ...]:
        """The calendars of the account that take events, in the server's order."""
        home = self._home()
        found = self._properties(home, (_TYPE, _NAME, _KINDS), depth=1)
        calendars = []
        for href, properties in found:
            kinds = properties.get(_KINDS)
            if f"{{{_CALDAV}}}calendar" not in _words(properties.get(_TYPE)):
                continue
            if kinds is None or "VEVENT" in _words(kinds):
                url = urljoin(home, quote(href, safe="/%@:+"))
                name = properties.get(_NAME) or href.rstrip("/").rsplit("/", 1)[-1]
                calendars.append(ServerCalendar(url=url, name=str(name)))
        return tuple(calendars)

    def make_calendar(self, name: str) -> ServerCalendar:
        """A new calendar for events with this name."""
        url = urljoin(self._home(), f"milepost-{uuid4()}/")
        for prefix, namespace in (("D", _DAV), ("C", _CALDAV)):
            ET.register_namespace(prefix, namespace)
        root = ET.Element(f"{{{_CALDAV}}}mkcalendar")
        settable = ET.SubElement(ET.SubElement(root, f"{{{_DAV}}}set"), f"{{{_DAV}}}prop")
        ET.SubElement(settable, _NAME).text = name
        kinds = ET.SubElement(settable, _KINDS)
        ET.SubElement(kinds, f"{{{_CALDAV}}}comp", name="VEVENT")
        self._done(url, "MKCALENDAR", ET.tostring(root, "unicode"))
        return ServerCalendar(url=url, name=name)

    def events(self, calendar: str, beginning: str) -> dict[str, str]:
        """The events of a calendar whose file's name begins so: name without “.ics” to its text."""
        names = []
        for href, _ in self._properties(calendar, (_ETAG,), depth=1):
            name = href.rstrip("/").rsplit("/", 1)[-1]
            if name.startswith(beginning) and name.endswith(".ics"):
                names.append(name)
        found: dict[str, str] = {}
        for start in range(0, len(names), _AT_ONCE):
            found |= self._texts(calendar, names[start : start + _AT_ONCE])
        return found

    def put(self, calendar: str, uid: str, text: bytes) -> None:
        """Write an event, in place of what had its name."""
        headers = {"Content-Type": "text/calendar; charset=utf-8"}
        self._done(_event_url(calendar, uid), "PUT", text.decode("utf-8"), headers)

    def delete(self, calendar: str, uid: str) -> None:
        """Take an event away; one that is gone already is fine."""
        self._done(_event_url(calendar, uid), "DELETE", fine=NOT_FOUND)

    def _home(self) -> str:
        """The address under which the account's calendars lie."""
        # RFC 6764: the second is the place to ask where only the host is known.
        for asked in (self._address, urljoin(self._address, "/.well-known/caldav")):
            principal = self._named(self._led_to(asked), _PRINCIPAL)
            if principal is not None and (home := self._named(principal, _HOME)) is not None:
                return home if home.endswith("/") else f"{home}/"
        raise not_a_calendar_server(self._address)

    def _led_to(self, url: str) -> str:
        """Where redirections lead from an address: found out without the password."""
        answer = self._ask(
            lambda: self._client.session.request(
                "PROPFIND",
                url,
                headers={"Depth": "0"},
                timeout=self._seconds,
                verify=self._client.ssl_verify_cert,
            )
        )
        return self._as_safe(answer.url or url)

    def _named(self, url: str, name: str) -> str | None:
        """The address that a property of `url` names; None where nothing there speaks WebDAV."""
        answer = self._ask(lambda: self._client.propfind(url, props=[name], depth=0))
        if answer.status >= SERVER_ERROR:
            raise refusal(answer.status, self._address)
        if answer.status != _MULTISTATUS:
            return None
        for each in answer.results or ():
            if words := _words(each.properties.get(name)):
                return self._as_safe(urljoin(url, quote(words[0], safe="/%@:+")))
        return None

    def _as_safe(self, url: str) -> str:
        """The address, unless it would give up the encryption that the learner's own address has."""
        if self._address.lower().startswith("https:") and not url.lower().startswith("https:"):
            raise sends_on_unencrypted(self._address)
        return url

    def _properties(
        self, url: str, names: Sequence[str], *, depth: int
    ) -> list[tuple[str, Mapping[str, Any]]]:
        answer = self._ask(lambda: self._client.propfind(url, props=list(names), depth=depth))
        if answer.status != _MULTISTATUS:
            raise self._refused(answer.status)
        return [(each.href, each.properties) for each in answer.results or ()]

    def _texts(self, calendar: str, names: Sequence[str]) -> dict[str, str]:
        for prefix, namespace in (("D", _DAV), ("C", _CALDAV)):
            ET.register_namespace(prefix, namespace)
        root = ET.Element(f"{{{_CALDAV}}}calendar-multiget")
        wanted = ET.SubElement(root, f"{{{_DAV}}}prop")
        ET.SubElement(wanted, f"{{{_CALDAV}}}calendar-data")
        path = urlsplit(calendar).path
        for name in names:
            ET.SubElement(root, f"{{{_DAV}}}href").text = f"{path}{quote(name)}"
        answer = self._ask(lambda: self._client.report(calendar, ET.tostring(root, "unicode"), depth=None))
        if answer.status != _MULTISTATUS:
            raise self._refused(answer.status)
        return {
            unquote(each.href).rsplit("/", 1)[-1].removesuffix(".ics"): each.calendar_data
            for each in self._ask(answer.parse_calendar_query)
            if each.calendar_data
        }

    def _done(
        self,
        url: str,
        method: str,
        body: str = "",
        headers: Mapping[str, str] | None = None,
        *,
        fine: int | None = None,
    ) -> None:
        answer = self._ask(lambda: self._client.request(url, method, body, dict(headers or {})))
        if not 200 <= answer.status < 300 and answer.status != fine:
            if UID_TAKEN in str(answer.raw):
                raise uid_taken(self._address)
            raise self._refused(answer.status)

    def _ask(self, ask: Callable[[], Any]) -> Any:
        return plainly(ask, self._address, self._seconds)

    def _refused(self, status: int) -> Exception:
        return refusal(status, self._address) if status >= 400 else not_a_calendar_server(self._address)


def _event_url(calendar: str, uid: str) -> str:
    return urljoin(calendar, f"{quote(uid)}.ics")


def _words(value: object) -> list[str]:
    """What a property says, as the library gives it: nothing, a text or several."""
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list | tuple | set) else []
