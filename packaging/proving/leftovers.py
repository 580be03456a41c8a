"""What is left after an artifact was removed, held against what may be: each allowance with its reason."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from proving.report import expect, proved


class Allowed(NamedTuple):
    """Files that may be left: a pattern for their path below the folder, and why."""

    pattern: str
    reason: str


HOME = (
    Allowed("*.milepost", "the person's plans"),
    Allowed("*.pdf", "weeks the person printed"),
    Allowed("*.ics", "a calendar the person exported"),
    Allowed(".config/milepost/milepost.ini", "the person's settings"),
    Allowed(".cache/fontconfig/*", "the list of fonts that fontconfig makes for all programs"),
    Allowed(".config/QtProject.conf", "what Qt remembers of file dialogs, for all programs that use it"),
    Allowed(".local/share/milepost/*", "what belongs to the plans: backups, the device's number"),
    Allowed(".local/state/milepost/logs/*", "the log, which says what happened where something went wrong"),
)

SYSTEM = (
    Allowed("var/lib/dpkg/*", "dpkg's own records, which name what was removed"),
    Allowed("var/log/dpkg.log", "dpkg's log"),
    Allowed("var/log/alternatives.log", "dpkg's log"),
    Allowed("var/log/apt/*", "apt's log"),
    Allowed("var/lib/apt/*", "apt's own records"),
    Allowed("var/cache/apt/*", "what apt keeps to be quick"),
    Allowed("var/cache/debconf/*", "debconf's own records"),
    Allowed("var/cache/ldconfig/aux-cache", "ldconfig's cache, made anew after each library"),
    Allowed("etc/ld.so.cache", "ldconfig's cache, made anew after each library"),
)


def files_in(folder: Path, without: Sequence[Path] = ()) -> dict[str, str]:
    """All files, links and empty folders below a folder, each with a digest of what it holds.

    Other file systems that are mounted there are left out, and so are the folders in `without`.
    """
    found = {}
    device = folder.stat().st_dev
    for where, folders, names in os.walk(folder):
        here = Path(where)
        if not names and not folders:
            found[f"{here.relative_to(folder)}/"] = ""
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [
            name
            for name in folders
            if name not in links and here / name not in without and (here / name).stat().st_dev == device
        ]
        for name in (*names, *links):
            found[str((here / name).relative_to(folder))] = _digest(here / name)
    return found


def unexplained(
    after: Mapping[str, str], before: Mapping[str, str], allowed: Sequence[Allowed]
) -> dict[str, str]:
    """What came, changed or went and has no allowance: each path with what happened to it."""
    happened = dict.fromkeys(after.keys() - before.keys(), "new")
    happened |= dict.fromkeys(before.keys() - after.keys(), "gone")
    happened |= {path: "changed" for path in after.keys() & before.keys() if after[path] != before[path]}
    return {
        path: what
        for path, what in sorted(happened.items())
        if not any(fnmatchcase(path, each.pattern) for each in allowed)
    }


def expect_clean(after: Mapping[str, str], before: Mapping[str, str], allowed: Sequence[Allowed]) -> None:
    """Raise ProofFailed, naming them, where files are left that no allowance explains."""
    left = unexplained(after, before, allowed)
    named = ", ".join(f"{path} ({what})" for path, what in left.items())
    expect(not left, f"left after it was removed: {named}")


def expect_clean_home(home: Path, scratch: Path | None = None) -> None:
    """Nothing but the person's own is left in a home that was empty, and nothing at all in `scratch`."""
    left = files_in(home)
    expect_clean(left, {}, HOME)
    if scratch is not None:
        forgotten = sorted(path.name for path in scratch.iterdir())
        expect(not forgotten, f"forgotten among temporary files: {', '.join(forgotten)}")
    proved("is removed without a trace", f"{len(left)} files in the home, the person's own")


def _digest(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    if not path.is_file():
        return "special"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
