"""How Milepost asks websites: through the system's proxies, with no cookies and no passwords.

niquests does the asking: it knows proxies and the certificates the system trusts, and asked asynchronously it
can be broken off at any moment, which a thread that waits for a socket cannot. The first session imports it.
"""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from planner.exchange.local_names import is_local_name

if TYPE_CHECKING:
    from niquests import AsyncSession


def web_session(
    link: str, *, seconds: float, program: str, accept: str = "*/*", trusted: str | None = None
) -> "AsyncSession":
    """A session for a link and what it redirects to; `program` is the name it gives.

    Names may lead into the own network only for a link that says itself that it leads there. `trusted` is a
    file of certificates (PEM) to trust in place of those of the system.
    """
    from niquests import AsyncSession

    from planner.exchange.link_names import Names

    session = AsyncSession(
        resolver=Names(local_too=is_local_name(urlsplit(link).hostname or "")),
        retries=0,
        timeout=seconds,
        headers={"User-Agent": program, "Accept": accept},
        allow_incoming_cookies=False,
        revocation_configuration=None,  # it would ask other servers than the one of the link
        disable_http3=True,
        verify=trusted,
    )
    session.trust_env = False  # else it sends passwords from the person's ~/.netrc
    return session


def proxies_for(link: str) -> dict[str, str]:
    """The system's proxies, unless it wants this host asked without."""
    return {} if proxy_bypass(urlsplit(link).hostname or "") else getproxies()
