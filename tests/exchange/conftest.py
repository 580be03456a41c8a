"""A real calendar server for the tests that talk to one."""

from collections.abc import Iterator

import pytest

from planner.exchange.caldav_server import CalendarServer
from tests.helpers.calendar_servers import Radicale, connected, radicale


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
