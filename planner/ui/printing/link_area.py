"""LinkArea: a place on a printed page that opens a link in a PDF. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle on a page, in points from its top left corner, and where a press on it leads."""

    x: float
    y: float
    wide: float
    high: float
    url: str
