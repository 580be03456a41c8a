"""The version of this program, how versions compare, and where new ones are published.

What reads the package's metadata takes a while to load, so it is loaded with the first question.
"""

import re
from dataclasses import dataclass
from functools import cache

_NUMBER = r"(0|[1-9]\d{0,5})"
_NUMBERS = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version by its three numbers; one that is not `final` leads up to them, like “0.2.0rc1”."""

    major: int
    minor: int
    patch: int
    final: bool = True

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


@cache
def milepost_version() -> str:
    """Like “0.1.0”, from the installed package; “unknown” where Milepost was not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("milepost")
    except PackageNotFoundError:
        return "unknown"


def own_version() -> Version | None:
    """The version of this program, to compare; None where Milepost was not installed."""
    return version_in(milepost_version())


def version_in(text: str) -> Version | None:
    """The version that a text like “0.2.0” or “0.2.0rc1” names; None for any other text."""
    found = _NUMBERS.match(text)
    if found is None or text[found.end() : found.end() + 1].isdigit():
        return None
    major, minor, patch = map(int, found.groups())
    return Version(major, minor, patch, final=found.end() == len(text))


def released_version(tag: str) -> Version | None:
    """The version of a release's tag, `vX.Y.Z`; None for any other tag."""
    found = version_in(tag[1:]) if tag.startswith("v") else None
    return found if found is not None and found.final else None


def repository() -> str:
    """The address where Milepost is developed and published; empty where Milepost was not installed."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        urls = metadata("milepost").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = dict(each.split(", ", 1) for each in urls if ", " in each)
    return str(named.get("Repository", "")).rstrip("/")


def release_page(version: Version) -> str:
    """The page on which a version is published; empty where there is no repository."""
    home = repository()
    return f"{home}/releases/tag/v{version}" if home else ""
