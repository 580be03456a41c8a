"""Two builds of one commit, compared file by file: in other folders, another language and time zone."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from making import files
from making.checkout import Checkout
from making.steps import BuildFailed, run, step
from making.sums import digest

KNOWN: dict[str, str] = {}
"""Files that may differ between two builds of one commit (patterns of names in dist/), and why they do."""

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "123"}
"""What the second build finds otherwise than the first, beside its folder: nothing of it may show."""


class Difference(NamedTuple):
    """Something that one build has otherwise than the other."""

    name: str
    how: str
    reason: str
    """Empty where none is known: such a difference is a mistake."""


def build_again(checkout: Checkout, dist: Path) -> list[Difference]:
    """Build the same commit once more, in a clone in another folder, and compare that with `dist`."""
    if checkout.changed:
        raise BuildFailed("Two builds of one commit are compared: please commit your changes first.")
    with tempfile.TemporaryDirectory(prefix="milepost built again ") as folder:
        clone = Path(folder) / "somewhere-else" / "milepost"
        with step("Cloning this commit into another folder"):
            run("git", "clone", "--quiet", "--no-local", checkout.root, clone)
            run("git", "-C", clone, "checkout", "--quiet", "--detach", checkout.commit)
        print("Building it there:", flush=True)
        done = subprocess.run(
            [_system_python(), str(clone / "packaging" / "build.py")],
            env={**os.environ, **ELSEWHERE},
            umask=0o077,
            check=False,
        )
        if done.returncode:
            raise BuildFailed("The second build failed; its words are above.")
        with step("Comparing the two builds file by file"):
            return list(differences(dist, clone / "dist"))


def differences(first: Path, second: Path) -> Iterator[Difference]:
    """What two folders have differently: files, their contents, their modes, and where links lead."""
    here = {str(path.relative_to(first)): path for path in files.every(first)}
    there = {str(path.relative_to(second)): path for path in files.every(second)}
    for name in sorted(here.keys() | there.keys()):
        if name not in there:
            yield Difference(name, "only in the first", reason(name))
        elif name not in here:
            yield Difference(name, "only in the second", reason(name))
        elif (one := _look(here[name])) != (other := _look(there[name])):
            yield Difference(name, f"{one} and {other}", reason(name))


def reason(name: str) -> str:
    """Why a file may differ, where that is known."""
    return next((why for pattern, why in KNOWN.items() if fnmatch(name, pattern)), "")


def told(found: list[Difference], count: int) -> str:
    """The outcome in words, one line for each difference."""
    if not found:
        return f"The two builds are the same, byte for byte: all {count} files."
    lines = [f"{len(found)} of {count} files differ:"]
    for name, how, why in found:
        lines.append(f"  {name}: {how}. {why or 'No reason is known: this is a mistake.'}")
    return "\n".join(lines)


def _look(path: Path) -> str:
    """What of a file another build must have just so."""
    if path.is_symlink():
        return f"a link to {path.readlink()}"
    mode = f"{path.stat().st_mode & 0o777:o}"
    if path.is_dir():
        return f"a folder of mode {mode}"
    return f"{path.stat().st_size} bytes of mode {mode} with sum {digest(path)[:12]}"


def _system_python() -> str:
    """The Python that the environment was made from: what a newcomer types `python3` for."""
    return getattr(sys, "_base_executable", sys.executable)
