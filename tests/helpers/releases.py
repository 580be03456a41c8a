"""A website with TLS that lists releases as GitHub does, and what trusts it."""

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trustme

from tests.helpers.websites import Website, website

PATH = "/repos/milepost-planner/milepost/releases?per_page=30"


@dataclass(frozen=True, slots=True)
class Releases:
    """The website, the address to ask, and the file of certificates that trusts it."""

    site: Website
    address: str
    trusted: str


def release(tag: object, *, draft: object = False, prerelease: object = False) -> dict[str, Any]:
    """A release as GitHub describes it, as far as it matters and a little further."""
    return {
        "url": "https://api.github.com/repos/milepost-planner/milepost/releases/1",
        "tag_name": tag,
        "name": "<img src=file:///etc/passwd> <b>The best one</b>",
        "draft": draft,
        "prerelease": prerelease,
        "body": "<script>alert(1)</script>",
        "assets": [],
    }


def listed(*releases: object) -> bytes:
    """A list of releases as it is sent."""
    return json.dumps(list(releases)).encode()


@contextmanager
def publishing(
    folder: Path,
    answer: bytes,
    redirects: dict[str, str] | None = None,
    pages: dict[str, bytes] | None = None,
) -> Iterator[Releases]:
    """A running website that answers with this list of releases; its certificate goes into `folder`."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    pem = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(pem))
    with website(context, redirects, {PATH: answer, **(pages or {})}) as site:
        yield Releases(site, site.address + PATH, str(pem))
