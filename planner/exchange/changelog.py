"""What each version brought, out of CHANGELOG.md, whose headings are like “## [0.2.0] - 2027-01-04”."""

import re
from dataclasses import dataclass
from datetime import date

from planner.domain.wording import day_text
from planner.version import Version, version_in

_HEADING = re.compile(r"^## +\[?([^\]\s]+)\]?(?: +[-–] +(\d{4}-\d\d-\d\d))?[ \t]*$", re.ASCII | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What one version brought, as Markdown; `day` is None where its heading has none."""

    version: Version
    day: date | None
    text: str


def sections(changelog: str) -> tuple[Section, ...]:
    """The versions of a changelog, the newest first; what is not released yet is left out."""
    found = []
    headings = list(_HEADING.finditer(changelog))
    ends = [*(each.start() for each in headings), len(changelog)][1:]
    for heading, end in zip(headings, ends, strict=True):
        version = version_in(heading[1])
        if version is not None:
            text = changelog[heading.end() : end].strip()
            found.append(Section(version=version, day=_day(heading[2]), text=text))
    return tuple(sorted(found, key=lambda each: each.version, reverse=True))


def news(changelog: str, after: Version | None, up_to: Version) -> tuple[Section, ...]:
    """What came after a version (from the first, without one) up to another and with it, the newest first."""
    return tuple(
        each
        for each in sections(changelog)
        if each.version <= up_to and (after is None or each.version > after)
    )


def as_markdown(shown: tuple[Section, ...]) -> str:
    """Sections as one text, each below its version and day."""
    parts = []
    for each in shown:
        day = f" · {day_text(each.day)}" if each.day is not None else ""
        parts.append(f"## {each.version}{day}\n\n{each.text}")
    return "\n\n".join(parts)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
