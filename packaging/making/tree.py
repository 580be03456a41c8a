"""The files of a package, laid out as they are installed from `/`: the same for .deb and .rpm."""

import gzip
import re
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path

from icons import write_icons
from integration import Release, releases, write_integration
from making import files, licences, manual
from making.checkout import Checkout
from making.contents import Component
from making.steps import remove

PROGRAM = "usr/lib/milepost"
DOCUMENTS = "usr/share/doc/milepost"
MAINTAINER = "Milepost contributors <milepost-planner@users.noreply.github.com>"


def lay_out(checkout: Checkout, program: Path, components: list[Component], tree: Path) -> None:
    """Lay the one-folder program out in `tree` with everything a desktop reads to know it."""
    remove(tree)
    files.copy(program, tree / PROGRAM)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "milepost").symlink_to("../lib/milepost/milepost")
    write_share(checkout, tree / "usr" / "share")
    documents = tree / DOCUMENTS
    documents.mkdir(parents=True)
    (tree / PROGRAM / licences.FOLDER).rename(documents / licences.FOLDER)
    (documents / "copyright").write_text(copyright_text(checkout, components), encoding="utf-8")
    _compressed(documents / "changelog.gz", debian_changelog(checkout))
    files.settle(tree, checkout.epoch)


def write_share(checkout: Checkout, share: Path) -> None:
    """Write what desktops read: desktop entry, metainfo, file type, icons and manual."""
    write_integration(share, checkout.root)
    write_icons(share / "icons" / "hicolor")
    text = manual.page(checkout.version, checkout.made.date())
    (share / "man" / "man1").mkdir(parents=True)
    _compressed(share / "man" / "man1" / "milepost.1.gz", text)


def copyright_text(checkout: Checkout, components: list[Component]) -> str:
    """The copyright file as it is installed."""
    return licences.copyright_file(
        components,
        source=checkout.homepage,
        licence=(checkout.root / "LICENSE").read_text(encoding="utf-8"),
        program=f"/{PROGRAM}",
        texts=f"/{DOCUMENTS}/{licences.FOLDER}",
    )


def debian_changelog(checkout: Checkout) -> str:
    """CHANGELOG.md's dated versions in the form of Debian's changelogs."""
    listed = releases((checkout.root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if not listed or listed[0].version != checkout.version:
        listed.insert(0, Release(checkout.version, checkout.made.date(), "Not published yet."))
    return "\n".join(_entry(release, checkout.homepage) for release in listed)


def _entry(release: Release, homepage: str) -> str:
    words = release.about or "See the list of changes."
    day = datetime.combine(release.day, time(12), UTC)
    lines = re.findall(r"\S.{0,74}(?=\s|$)", words)
    return (
        f"milepost ({release.version}) stable; urgency=medium\n\n"
        + "  * "
        + "\n    ".join(line.strip() for line in lines)
        + f"\n    {homepage}/blob/v{release.version}/CHANGELOG.md\n"
        + f"\n -- {MAINTAINER}  {format_datetime(day)}\n"
    )


def _compressed(target: Path, text: str) -> None:
    # Without a time and a name in it: the same text gives the same bytes.
    target.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
