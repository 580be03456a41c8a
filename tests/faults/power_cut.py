"""The power goes while edits are made: what was acknowledged is on the disk, and nothing by halves.

A small ext4 file system lies in a file. A child edits a plan on it and acknowledges each edit; at any moment
the file system is shut down as a power cut would (`EXT4_IOC_SHUTDOWN` without flushing its log): whatever has
not reached the disk by then never does. It is mounted again, and the plan must be as the last acknowledged
edit left it, or as the one that was under way would. It takes Linux and root.

The control leaves flushing to the system (`synchronous=OFF`) and must lose edits.
"""

import fcntl
import os
import struct
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from unittest.mock import patch

from planner.storage import database
from planner.storage.document import Document, get_ready_to_write
from tests.faults.editing_child import HALF, LOST, Breaking, EditingChild, what_is_wrong
from tests.faults.mounts import keep_mounts_to_oneself, make_file_system, mounted
from tests.faults.program import Asked, CannotBeMade, Found, run
from tests.faults.told_edits import Told
from tests.helpers.plans import small_plan

SHORT, LONG = 8, 200
CUTS = "power cuts"

CUTS_OF_A_FILE = 10
"""Then a new plan is made on the same disk."""

IMAGE_BYTES = 64 * 1024 * 1024
MOST_WORDS, LONGEST_PART = 6, 1.3
"""How much a child may say before the power goes; and the part of the time the last took, until it does."""

EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = struct.pack("I", 2)


def main(words: Sequence[str] | None = None) -> int:
    """Run as the words say; the process's status."""
    return run(words, __doc__, cut)


def cut(asked: Asked) -> Found:
    """Cut the power as often as asked for."""
    keep_mounts_to_oneself()
    get_ready_to_write()
    rng = Random(asked.seed)
    counts = Counter({CUTS: 0, LOST: 0, HALF: 0})
    # Not under /tmp, which may itself be memory and small.
    with tempfile.TemporaryDirectory(prefix="milepost-power-", dir="/var/tmp") as folder:
        image, place = Path(folder, "disk"), Path(folder, "mounted")
        make_file_system(image, IMAGE_BYTES)
        told = None
        while asked.goes_on(counts[CUTS], short=SHORT, long=LONG, found=counts[LOST] > 0):
            path = place / f"{counts[CUTS] // CUTS_OF_A_FILE}.milepost"
            with mounted(place, str(image), "ext4", "loop"):
                if told is None or not path.exists():
                    path.unlink(missing_ok=True)
                    Document.create(path, small_plan()).close()
                    os.sync()
                    told = Told(seed=rng.randrange(2**32), plan=small_plan())
                acknowledged = max(_cut_one(path, told.seed, rng, asked.control), told.revision)
            counts[CUTS] += 1
            with mounted(place, str(image), "ext4", "loop"):
                harm = what_is_wrong(path, told, acknowledged, small_plan())
            if harm is not None:
                counts[harm[0]] += 1
                if not asked.control:
                    print(f"seed {asked.seed}, cut {counts[CUTS]}: {harm[1]}")
                told = None
    return Found(counts, none_of=(LOST, HALF))


def _cut_one(path: Path, seed: int, rng: Random, control: bool) -> int:
    """Let a child edit and cut the power; the highest revision it acknowledged."""
    broken: Breaking | None = _flushing_nothing if control else None
    with EditingChild.editing(path, seed, broken) as child:
        child.live_for(rng.randrange(1, MOST_WORDS), rng.uniform(0, LONGEST_PART))
        _cut_power(path.parent)
        child.kill()
        return child.acknowledged()


def _cut_power(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        fcntl.ioctl(handle, EXT4_IOC_SHUTDOWN, NO_LOG_FLUSH)
    except OSError as error:
        raise CannotBeMade(f"this kernel does not shut a file system down: {error.strerror}") from error
    finally:
        os.close(handle)


@contextmanager
def _flushing_nothing(_saying: int) -> Iterator[None]:
    with patch.object(database, "_PRAGMAS_TO_WRITE", ("journal_mode=DELETE", "synchronous=OFF")):
        yield


if __name__ == "__main__":
    sys.exit(main())
