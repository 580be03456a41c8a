"""What a Linux desktop reads to know Milepost: the desktop entry, the metainfo, the type of its files.

The texts lie in packaging/linux. The metainfo's releases come from CHANGELOG.md, its addresses from
pyproject.toml: each is said once. The icons beside them are drawn by packaging/icons.py.
"""

import re
import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
APPLICATION = "io.github.milepost_planner.Milepost"

_HEADING = re.compile(r"^## \[(?P<version>\d+\.\d+\.\d+)\] - (?P<day>\d{4}-\d{2}-\d{2})[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


class Release(NamedTuple):
    """A version that the changelog gives a date."""

    version: str
    day: date
    about: str
    """What stands under the heading before the first list; empty where there is nothing."""


def write_integration(share: Path, root: Path = ROOT) -> None:
    """Write desktop entry, metainfo and file type into `share`, the folder installed as /usr/share.

    Raises FileNotFoundError where `root` is no checkout of Milepost, KeyError where pyproject.toml names no
    homepage.
    """
    texts = root / "packaging" / "linux"
    for kind, name in (
        ("applications", f"{APPLICATION}.desktop"),
        ("mime/packages", f"{APPLICATION}.xml"),
    ):
        folder = share / kind
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(texts / name, folder / name)
    folder = share / "metainfo"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{APPLICATION}.metainfo.xml").write_text(metainfo(root), encoding="utf-8")


def metainfo(root: Path = ROOT) -> str:
    """The AppStream metainfo of the version in `root`'s pyproject.toml."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    homepage = project["urls"]["Homepage"]
    pictures = homepage.replace("https://github.com/", "https://raw.githubusercontent.com/")
    listed = releases((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    template = root / "packaging" / "linux" / f"{APPLICATION}.metainfo.xml.in"
    return (
        template.read_text(encoding="utf-8")
        .replace("@HOMEPAGE@", escape(homepage))
        .replace("@PICTURES@", escape(f"{pictures}/v{project['version']}/resources/pictures"))
        .replace("@RELEASES@", "\n    ".join(line for each in listed for line in _release(each, homepage)))
    )


def releases(changelog: str) -> list[Release]:
    """The dated versions of a changelog (the form of Keep a Changelog), as they stand: newest first."""
    headings = list(_HEADING.finditer(changelog))
    found = []
    for heading in headings:
        # A section's own words end at the next heading of any depth, or at its first list.
        words = re.split(r"^(?:#|[-*] )", changelog[heading.end() :], maxsplit=1, flags=re.MULTILINE)[0]
        found.append(Release(heading["version"], date.fromisoformat(heading["day"]), _plain(words)))
    return found


def _release(release: Release, homepage: str) -> Iterator[str]:
    yield f'<release version="{release.version}" date="{release.day}">'
    yield f'  <url type="details">{escape(homepage)}/blob/v{release.version}/CHANGELOG.md</url>'
    if release.about:
        yield "  <description>"
        yield f"    <p>{escape(release.about)}</p>"
        yield "  </description>"
    yield "</release>"


def _plain(markdown: str) -> str:
    """Markdown's words without its marks, on one line."""
    return " ".join(re.sub(r"[`*]", "", _LINK.sub(r"\1", markdown)).split())
