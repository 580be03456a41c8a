"""Looks up the addresses of hosts for the link check. Imported by the first check, as it brings niquests."""

import asyncio
import socket
import threading
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from niquests.packages.urllib3.contrib.resolver._async.system import SystemResolver  # type: ignore[import-not-found]

from planner.exchange.local_names import NAMES_THREAD, LocalAddress, is_local_address

Addresses = list[Any]
"""What `socket.getaddrinfo` gives: family, kind, protocol, canonical name and address of each."""


class Names(SystemResolver):  # type: ignore[misc]
    """The system's own names, without those that lead into the own network unless `local_too`."""

    def __init__(self, *, local_too: bool) -> None:
        super().__init__()
        self._local_too = local_too
        # The learner's own proxy may well run on this computer.
        proxies = [urlsplit(each) for each in getproxies().values()]
        self._proxies = {(each.hostname, each.port) for each in proxies}

    async def getaddrinfo(
        self,
        host: str,
        port: int,
        family: int,
        type: int,  # noqa: A002
        proto: int = 0,
        flags: int = 0,
        *,
        quic_upgrade_via_dns_rr: bool = False,  # noqa: ARG002
    ) -> Addresses:
        """The addresses of a host; raises `LocalAddress` and what the system raises."""
        found = await _looked_up(host, port, family, type, proto, flags)
        if self._local_too or (host, port) in self._proxies:
            return found
        public = [each for each in found if not is_local_address(each[4][0])]
        if found and not public:
            raise LocalAddress(host)
        return public


async def _looked_up(*asked: Any) -> Addresses:
    """`socket.getaddrinfo` on a daemon thread: asyncio's own would keep a quitting program waiting."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Addresses] = loop.create_future()

    def settle(set_it: Any, value: object) -> None:
        if not answer.cancelled():
            set_it(value)

    def look_up() -> None:
        try:
            found: object = socket.getaddrinfo(*asked)
            set_it: Any = answer.set_result
        except (OSError, UnicodeError) as error:
            found, set_it = error, answer.set_exception
        with suppress(RuntimeError):  # the check was broken off meanwhile, and its loop is closed
            loop.call_soon_threadsafe(settle, set_it, found)

    threading.Thread(target=look_up, name=NAMES_THREAD, daemon=True).start()
    return await answer
