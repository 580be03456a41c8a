"""Asks links whether they answer: only when told to, several at once, and stopped at once."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from planner.domain.web_links import may_be_opened
from planner.exchange.link_answers import Answer, Checked, meaning_of, verdict_on
from planner.exchange.local_names import NAMES_THREAD
from planner.exchange.web_session import proxies_for, web_session
from planner.version import milepost_version

if TYPE_CHECKING:
    from niquests import AsyncSession

THREAD_NAME = "link check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how far a link is followed. Times are seconds for one link with all it redirects to."""

    longest: float = 10.0
    slow: float = 3.0
    redirects: int = 5
    at_once: int = 8


class LinkCheck:
    """One check of links on a thread of its own. Both callbacks are called on that thread.

    `trusted` is a file of certificates (PEM) to trust in place of those of the system.
    """

    def __init__(
        self,
        links: Sequence[str],
        on_checked: Callable[[Checked], object],
        on_finished: Callable[[], object],
        *,
        limits: Limits | None = None,
        trusted: str | None = None,
    ) -> None:
        self._links = tuple(dict.fromkeys(links))
        self._on_checked = on_checked
        self._on_finished = on_finished
        self._limits = limits or Limits()
        self._trusted = trusted
        self._lock = threading.Lock()
        self._cancelled = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        # A daemon: quitting the program waits for no website.
        self._thread = threading.Thread(target=self._run, name=THREAD_NAME, daemon=True)

    def start(self) -> None:
        """Begin to ask. Each link is told by `on_checked` as soon as it is known, then `on_finished` once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask nothing more and tell nothing more, from this very moment; connections are dropped."""
        with self._lock:
            self._cancelled = True
            if self._loop is not None and self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)

    def join(self, seconds: float) -> bool:
        """Wait until the thread has ended; False when it has not by then."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @staticmethod
    def running() -> bool:
        """Whether any thread of a check runs, also one that was cancelled and is about to end."""
        return any(each.name in (THREAD_NAME, NAMES_THREAD) for each in threading.enumerate())

    def _run(self) -> None:
        try:
            with asyncio.Runner() as runner:
                runner.run(self._ask_all())
        except asyncio.CancelledError:
            return
        self._tell(self._on_finished)

    async def _ask_all(self) -> None:
        with self._lock:
            if self._cancelled:
                return
            self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        try:
            free = asyncio.Semaphore(self._limits.at_once)
            async with asyncio.TaskGroup() as group:
                for link in self._links:
                    group.create_task(self._ask_in_turn(link, free))
        finally:
            with self._lock:
                self._loop = self._task = None

    async def _ask_in_turn(self, link: str, free: asyncio.Semaphore) -> None:
        async with free:
            checked = await ask(link, self._limits, self._trusted)
        self._tell(lambda: self._on_checked(checked))

    def _tell(self, callback: Callable[[], object]) -> None:
        with self._lock:
            if not self._cancelled:
                callback()


async def ask(link: str, limits: Limits, trusted: str | None = None) -> Checked:
    """Ask one link. No user name, password, cookie or body is ever sent, and no page is read."""
    import niquests  # noqa: F401  # takes a third of a second once, which is not the website's

    began = time.monotonic()
    try:
        async with asyncio.timeout(limits.longest):
            checked = await _follow(link, limits, trusted)
    except TimeoutError:
        checked = Checked(link=link, answer=Answer.SILENT)
    seconds = time.monotonic() - began
    answer = checked.answer
    if answer is Answer.ANSWERS and seconds > limits.slow:
        answer = Answer.SLOW
    return replace(checked, answer=answer, seconds=seconds)


async def _follow(link: str, limits: Limits, trusted: str | None) -> Checked:
    """Ask a link and what it redirects to."""
    if not may_be_opened(link):
        return Checked(link=link, answer=Answer.UNSAFE)
    at, status = link, None
    program = f"Milepost/{milepost_version()} (checks a learner's own links)"
    async with web_session(link, seconds=limits.longest, program=program, trusted=trusted) as session:
        for _ in range(limits.redirects + 1):
            leads_to = at if at != link else ""
            if not may_be_opened(at):
                return Checked(link=link, answer=Answer.UNSAFE, status=status, leads_to=leads_to)
            try:
                status, target = await _ask_once(session, at)
            except Exception as error:  # noqa: BLE001 - libraries on the way have their own
                found, distrust = meaning_of(error)
                return Checked(link=link, answer=found, leads_to=leads_to, distrust=distrust)
            if not target:
                return Checked(
                    link=link, answer=verdict_on(status, leads_to), status=status, leads_to=leads_to
                )
            at = _joined(at, target)
    return Checked(link=link, answer=Answer.CIRCLES, status=status, leads_to=at)


def _joined(at: str, target: str) -> str:
    """Where a page sends on to; what is no address stays as it is, and is not followed."""
    try:
        return urljoin(at, target)
    except ValueError:
        return target


async def _ask_once(session: "AsyncSession", link: str) -> tuple[int, str]:
    """The status of one page and where it redirects to; the page itself is left unread."""
    response = await session.get(link, allow_redirects=False, stream=True, proxies=proxies_for(link))
    try:
        status = response.status_code or 0
        target = response.headers.get("Location", "") if 300 <= status < 400 else ""
        return status, str(target)
    finally:
        await response.close()
