"""Asks the repository which versions are published: one question of one website, nothing of the learner's.

Nothing is downloaded but the list of releases, and of that only tags are read: what else it may hold, like
markup in a name, is never looked at.
"""

import asyncio
import json
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from planner.domain.errors import MilepostError
from planner.domain.web_links import may_be_opened
from planner.exchange.link_answers import Answer, meaning_of
from planner.exchange.web_session import proxies_for, web_session
from planner.version import Version, released_version, repository

if TYPE_CHECKING:
    from niquests import AsyncResponse, AsyncSession

SECONDS = 12.0
"""For the whole question with all it redirects to."""

LARGEST_ANSWER = 4_000_000
"""Bytes. A release takes some 10 kB, and thirty of them are asked for."""

_REDIRECTS = 3
_PIECE = 65_536
_PROGRAM = "Milepost"


class UpdatesUnknown(MilepostError):
    """Which versions there are could not be found out; says why in one sentence."""


def newest_version() -> Version | None:
    """The newest version that is published in the repository; None where there is none yet.

    Raises `UpdatesUnknown`. It waits for the website, so it belongs on another thread than the window's.
    """
    return asyncio.run(ask_for_newest(releases_address(repository())))


def releases_address(home: str) -> str:
    """Where GitHub lists the releases of a repository, as a program reads them; raises `UpdatesUnknown`."""
    parts = urlsplit(home)
    names = parts.path.strip("/").split("/")
    if parts.scheme != "https" or parts.netloc != "github.com" or len(names) != 2 or not all(names):
        raise UpdatesUnknown("This Milepost does not know where new versions are published.")
    return f"https://api.github.com/repos/{names[0]}/{names[1]}/releases?per_page=30"


async def ask_for_newest(
    address: str, *, seconds: float = SECONDS, trusted: str | None = None
) -> Version | None:
    """Ask an address for its releases; `trusted` is a file of certificates (PEM) in place of the system's.

    Raises `UpdatesUnknown`.
    """
    import niquests  # noqa: F401  # takes a third of a second once, which is not the website's

    site = urlsplit(address).hostname or address
    try:
        async with asyncio.timeout(seconds):
            answer = await _answer(address, site, seconds, trusted)
    except UpdatesUnknown:
        raise
    except Exception as error:
        found = Answer.SILENT if isinstance(error, TimeoutError) else meaning_of(error)[0]
        raise UpdatesUnknown(_sentence(found).format(site=site)) from error
    return newest_in(answer, site)


def newest_in(answer: bytes, site: str) -> Version | None:
    """The newest version in a list of releases as GitHub gives it; None where it holds none.

    What is a draft, a pre-release or tagged as something else is passed over. Raises `UpdatesUnknown` for
    what is no such list; `site` names who sent it.
    """
    try:
        found = json.loads(answer.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise UpdatesUnknown(_sentence(Answer.GARBAGE).format(site=site)) from error
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise UpdatesUnknown(_sentence(Answer.GARBAGE).format(site=site))
    published = (each for each in found if each.get("draft") is False and each.get("prerelease") is False)
    tags = (each.get("tag_name") for each in published)
    versions = (released_version(tag) for tag in tags if isinstance(tag, str))
    return max((each for each in versions if each is not None), default=None)


async def _answer(address: str, site: str, seconds: float, trusted: str | None) -> bytes:
    """What an address answers, after it redirected within https."""
    at = address
    async with web_session(
        address, seconds=seconds, program=_PROGRAM, accept="application/vnd.github+json", trusted=trusted
    ) as session:
        # An answer that unpacks to more than it seems is not asked for, and not taken.
        session.headers["Accept-Encoding"] = "identity"
        for _ in range(_REDIRECTS + 1):
            if not may_be_opened(at) or urlsplit(at).scheme != "https":
                raise UpdatesUnknown(f"{site} sends on to a place that is not asked, so nothing is known.")
            target, body = await _ask_once(session, at, site)
            if not target:
                return body
            at = urljoin(at, target)
    raise UpdatesUnknown(_sentence(Answer.CIRCLES).format(site=site))


async def _ask_once(session: "AsyncSession", link: str, site: str) -> tuple[str, bytes]:
    """Where an address redirects to, or what it answers."""
    response = await session.get(link, allow_redirects=False, stream=True, proxies=proxies_for(link))
    try:
        status = response.status_code or 0
        target = str(response.headers.get("Location", ""))
        if status in (301, 302, 303, 307, 308) and target:
            return target, b""
        if status != 200 or response.headers.get("Content-Encoding", "identity") != "identity":
            raise UpdatesUnknown(_status_sentence(status).format(site=site, status=status))
        return "", await _body(response, site)
    finally:
        await response.close()


async def _body(response: "AsyncResponse", site: str) -> bytes:
    body = bytearray()
    async for piece in await response.iter_content(_PIECE):
        body += piece
        if len(body) > LARGEST_ANSWER:
            raise UpdatesUnknown(_sentence(Answer.GARBAGE).format(site=site))
    return bytes(body)


def _status_sentence(status: int) -> str:
    if status == 404:
        return "{site} has no list of versions yet."
    if status in (403, 429):
        return "{site} asks to wait: it was asked too often from your network. Try again in an hour."
    return "{site} did not answer as it should ({status}). Try again later."


def _sentence(answer: Answer) -> str:
    if answer in (Answer.UNTRUSTED, Answer.INSECURE):
        return "The connection to {site} is not to be trusted, so nothing was asked."
    if answer in (Answer.GARBAGE, Answer.CIRCLES, Answer.UNSAFE, Answer.INTO_OWN_NETWORK):
        return "What {site} answered could not be read. Try again later."
    if answer is Answer.SILENT:
        return "{site} did not answer in time. Try again later."
    return "{site} could not be reached. Are you online?"
