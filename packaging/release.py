"""What a release asks of the source before anything is built, and what it says of itself.

    python3 packaging/release.py check vX.Y.Z     is this source that version, and is it in the changelog?
    python3 packaging/release.py notes            what the changelog says of this version

Only the standard library is used. The exit status is 1 where the answer is no, and the reason is printed.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
USAGE = "usage: python3 packaging/release.py check vX.Y.Z | notes"


class NoRelease(Exception):
    """This source cannot be released as asked; the message says why, and what to do."""


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Answer for the checkout at `root`; the exit status."""
    try:
        match arguments:
            case ["check", tag]:
                check(tag, root)
                print(f"{tag} can be released.")
            case ["notes"]:
                print(section(version(root), changelog(root)))
            case _:
                print(USAGE, file=sys.stderr)
                return 2
    except NoRelease as reason:
        print(str(reason), file=sys.stderr)
        return 1
    return 0


def check(tag: str, root: Path) -> None:
    """Whether the source at `root` is the version that `tag` names; raises NoRelease where it is not."""
    wanted = f"v{version(root)}"
    if tag != wanted:
        raise NoRelease(
            f"The tag is {tag}, but pyproject.toml says {wanted.removeprefix('v')}. "
            f"Tag the commit that says {tag.removeprefix('v')}, or tag this one {wanted}."
        )
    section(version(root), changelog(root))


def version(root: Path) -> str:
    """The version in pyproject.toml, which is the one truth."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def changelog(root: Path) -> str:
    """The changelog's text."""
    return (root / "CHANGELOG.md").read_text(encoding="utf-8")


def section(of: str, text: str) -> str:
    """What a changelog says under a version's dated heading; raises NoRelease where there is nothing."""
    heading = re.search(rf"^## \[{re.escape(of)}\](.*)$", text, flags=re.MULTILINE)
    if heading is None:
        raise NoRelease(f"CHANGELOG.md has no section of {of}. Write what changed, under “## [{of}] - date”.")
    if not re.fullmatch(r" - \d{4}-\d{2}-\d{2}", heading[1].rstrip()):
        raise NoRelease(f"CHANGELOG.md gives {of} no date. Write the day of the release: “## [{of}] - date”.")
    # It ends where the next version begins, or the list of addresses at the end of the file.
    said = re.split(r"^(?:## |\[[^\]]+\]: )", text[heading.end() :], maxsplit=1, flags=re.MULTILINE)[
        0
    ].strip()
    if not said:
        raise NoRelease(f"CHANGELOG.md says nothing of {of}. Write what changed under its heading.")
    return said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
