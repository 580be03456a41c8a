"""The package for Debian, Ubuntu and what is made from them."""

import hashlib
import textwrap
from pathlib import Path

from making import files
from making.checkout import Checkout
from making.depends import debian_depends
from making.steps import in_place, remove, run
from making.tree import MAINTAINER

RECOMMENDED = ("desktop-file-utils", "hicolor-icon-theme", "shared-mime-info")
"""What tells the desktop of new entries, icons and types; each acts by itself when files of its kind come."""

ABOUT = """\
Milepost plans the whole path: phases, courses, projects, a certification and
the milestones on the way, with dates that follow from your own study hours.
It shows the path as a timeline, plans each week, prints it, and keeps count of
what is done.

Plans are single files of your own; nothing is sent anywhere."""
"""What the program is, as the lists of packages show it."""


def make(checkout: Checkout, tree: Path, asked: dict[str, set[str]], target: Path, work: Path) -> None:
    """Make the package `target` of the files in `tree`, laid out as from `/`.

    `asked` is what the program asks of the system (see `making.depends`).
    """
    root = work / "deb"
    remove(root)
    files.copy(tree, root)
    about = root / "DEBIAN"
    about.mkdir()
    (about / "control").write_text(control(checkout, tree, asked), encoding="utf-8")
    (about / "md5sums").write_text(md5sums(tree), encoding="utf-8")
    files.settle(root, checkout.epoch)
    with in_place(target) as unfinished:
        run(
            *("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, unfinished),
            environment={"SOURCE_DATE_EPOCH": str(checkout.epoch)},
        )
    remove(root)


def control(checkout: Checkout, tree: Path, asked: dict[str, set[str]]) -> str:
    """The package's own words about itself."""
    paragraphs = [line if line.strip() else "." for line in ABOUT.splitlines()]
    fields = {
        "Package": "milepost",
        "Version": checkout.version,
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(installed_size(tree)),
        "Depends": debian_depends(asked),
        "Recommends": ", ".join(RECOMMENDED),
        "Section": "education",
        "Priority": "optional",
        "Homepage": checkout.homepage,
        "Description": textwrap.shorten(synopsis(checkout.description), 80),
    }
    lines = [f"{name}: {value}" for name, value in fields.items()]
    return "\n".join([*lines, *(f" {line}" for line in paragraphs)]) + "\n"


def synopsis(description: str) -> str:
    """The description without an article before it, as lists of packages have it."""
    first, _, rest = description.partition(" ")
    return rest if first.lower() in ("a", "an", "the") else description


def md5sums(tree: Path) -> str:
    """The sums by which `dpkg --verify` and debsums find a file that was changed."""
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files.every(tree)
        if path.is_file() and not path.is_symlink()
    )


def installed_size(tree: Path) -> int:
    """What `Installed-Size` says: KiB, each file rounded up, 1 for each folder and link (Policy 5.6.20)."""
    return sum(
        -(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1
        for path in files.every(tree)
    )
