"""The disk is full, whatever Milepost writes: the older file stays whole, and what could not be done is said.

Every way to write (`writings.py` and its kin) is tried with no room left and with a little more each time, so
that it fails early and late: on a small file system in memory, where this machine lets one be
mounted, and with a limit on the size of files. After each try the file is as it was and something was said,
or it is wholly as it was to be; nothing half written lies about; and with room again it is written.

The control writes files in place, as most programs do.
"""

import os
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from planner import files
from planner.domain.errors import CannotWrite, MilepostError
from tests.faults.backup_writings import BACKUP_WRITINGS
from tests.faults.fullness import Disk, limited_disk, memory_disk
from tests.faults.mounts import keep_mounts_to_oneself, mounted
from tests.faults.program import Asked, CannotBeMade, Found, run
from tests.faults.verb_writings import VERB_WRITINGS
from tests.faults.writings import WRITINGS, Maker, Writing

WAYS, TRIES, REFUSED = "ways to write", "tries", "refused"
HARMED, SILENT, LEFT, NEVER = "older files harmed", "said nothing", "left lying about", "never refused"
CRASHED, STUCK = "unexpected errors", "not written with room again"

DISK_BYTES = 16 * 1024 * 1024
OF_ITS_OWN = "MILEPOST_FAULT_MOUNTS"


def main(words: Sequence[str] | None = None) -> int:
    """Run as the words say; the process's status."""
    if sys.platform == "linux" and os.geteuid() != 0 and OF_ITS_OWN not in os.environ and _may_be_root():
        # As the root of a space of its own an ordinary person may mount memory, too.
        asked = sys.argv[1:] if words is None else words
        command = ["unshare", "-Urm", sys.executable, "-m", "tests.faults.full_disk", *asked]
        return subprocess.run(command, env={**os.environ, OF_ITS_OWN: "1"}, check=False).returncode
    return run(words, __doc__, fill)


def fill(asked: Asked) -> Found:
    """Try every way to write on every disk."""
    counts = Counter(
        {WAYS: 0, TRIES: 0, REFUSED: 0, HARMED: 0, SILENT: 0, CRASHED: 0, LEFT: 0, STUCK: 0, NEVER: 0}
    )
    with tempfile.TemporaryDirectory(prefix="milepost-full-") as folder, ExitStack() as held:
        if asked.control:
            held.enter_context(patch.object(files, "replace_file", _in_place))
        ways = _ways()
        counts[WAYS] = len(ways)
        disks = [limited_disk(Path(folder, "limited"))]
        if not asked.control:
            disks += _memory_disks(Path(folder, "memory"), held)
        for disk in disks:
            levels = disk.levels if asked.long else disk.levels[::3]
            for name, maker in ways.items():
                _try_all(disk, levels, name, maker, counts, aloud=not asked.control)
    return Found(counts, none_of=(HARMED, SILENT, CRASHED, LEFT, STUCK, NEVER))


def _memory_disks(place: Path, held: ExitStack) -> list[Disk]:
    """A file system in memory, for as long as `held` is; none where it cannot be mounted, which is said."""
    try:
        keep_mounts_to_oneself()
        held.enter_context(mounted(place, "tmpfs", "tmpfs", f"size={DISK_BYTES}"))
    except CannotBeMade as reason:
        print(f"without a file system in memory: {reason}")
        return []
    return [memory_disk(place)]


def _ways() -> Mapping[str, Maker]:
    """All ways to write; the window's with the one application that a process may have."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.faults.window_writings import WINDOW_WRITINGS

    QApplication.instance() or QApplication(["milepost"])
    return {**WRITINGS, **BACKUP_WRITINGS, **VERB_WRITINGS, **WINDOW_WRITINGS}


def _try_all(
    disk: Disk, levels: Sequence[int], name: str, maker: Maker, counts: Counter[str], *, aloud: bool
) -> None:
    refused = 0
    for left in levels:
        with _room(disk.place) as folder, contextmanager(maker)(folder) as writing:
            found, said = _try_one(disk, left, folder, writing)
        counts[TRIES] += 1
        refused += found[REFUSED]
        counts.update(found)
        for harm in (HARMED, SILENT, CRASHED, LEFT, STUCK):
            if aloud and found[harm]:
                print(f"{name} on {disk.name} with {left} bytes left: {harm}; it said: {said or 'nothing'}")
    if not refused:
        counts[NEVER] += 1
        if aloud:
            print(f"{name} on {disk.name}: never refused")


def _try_one(disk: Disk, left: int, folder: Path, writing: Writing) -> tuple[Counter[str], str]:
    """Which counts go up for one try, and what was said."""
    before, target = _contents(folder), writing.target
    with disk.full(left):
        said, crashed = _write(writing)
    after = _contents(folder)
    unchanged = writing.same() if writing.same else after.get(target) == before.get(target)
    found = Counter({CRASHED: int(crashed)})
    if not said and writing.whole():
        found[LEFT] = sum(each.suffix == ".new" for each in after)
    elif said or writing.kept_quietly:
        litter = [each for each in after.keys() - before.keys() if _is_litter(each, target)]
        found.update({REFUSED: 1, HARMED: int(not unchanged), LEFT: len(litter)})
        said = "\n    ".join([said, *map(str, litter)])
        again, _ = _write(writing)
        if again or not writing.whole():
            found[STUCK] = 1
            said = f"{said}\n    with room again: {again or 'nothing'}"
    else:
        found.update({SILENT: 1, HARMED: int(not unchanged)})
    return found, said


def _write(writing: Writing) -> tuple[str, bool]:
    """What was said of a failure, and whether nobody had expected it."""
    try:
        return writing.write(), False
    except MilepostError as error:
        return str(error), False
    except Exception as error:  # noqa: BLE001 - what nobody expects is harm, and the other tries go on
        return "".join(traceback.format_exception(error)), True


def _is_litter(found: Path, target: Path) -> bool:
    """What a failed writing must not leave: anything beside its target, or a temporary file anywhere.

    The journal of a plan is none. Where a disk refuses to take back what it took before, it is what the next
    opening, or the next edit, makes the plan whole with.
    """
    if found == target or found.name == f"{target.name}-journal":
        return False
    return found.suffix == ".new" or found.parent == target.parent


def _contents(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@contextmanager
def _room(place: Path) -> Iterator[Path]:
    """An empty folder on a disk, with Milepost's own folder and the temporary ones in it."""
    place.mkdir()
    with tempfile.TemporaryDirectory(dir=place) as made:
        folder, home, scratch = (Path(made, each) for each in ("plans", "home", "tmp"))
        for each in (folder, home, scratch):
            each.mkdir()
        with (
            patch.dict(os.environ, {"MILEPOST_HOME": str(home)}),
            patch.object(tempfile, "tempdir", str(scratch)),
        ):
            yield folder
    place.rmdir()


def _in_place(path: Path, data: bytes) -> None:
    """What the control puts in the place of `replace_file`."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise CannotWrite(path, files.reason_of(error)) from error


def _may_be_root() -> bool:
    try:
        return subprocess.run(["unshare", "-Urm", "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    sys.exit(main())
