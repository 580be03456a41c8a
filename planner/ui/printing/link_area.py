"""LinkArea: a place on a printed page that opens a link in a PDF. Pure."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle on a page, in points from its top left corner, and where a press on it leads."""

    x: float
    y: float
    wide: float
    high: float
    url: str


def may_be_pressed(url: str) -> bool:
    """Whether a link is put under a PDF's page: http or https, with a host, without user name or password."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
