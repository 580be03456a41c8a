"""Does a file that is damaged, foreign or made to do harm stay as it is, and is it said what is wrong?

    python -m tests.faults.damaged_files --long        5,000 damaged plans, and all that was never one
    python -m tests.faults.damaged_files --control     opened without checks: files are changed or believed

Each file is opened for writing by a process that may crash or hang; some by `milepost show` and
`milepost check`. Afterwards the file has the bytes and the time it had, and nothing new lies beside it. A
refusal is one sentence that names the file.
"""

import os
import stat
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from planner.domain import edits
from planner.domain.attachments import Attachment
from planner.domain.items import ActivityId, AttachmentId
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from planner.files import real_path
from planner.storage.document import Document
from tests.faults.foreign_files import FOREIGN, Make
from tests.faults.harm import HARMS
from tests.faults.hostile_plans import HARMLESS, HOSTILE
from tests.faults.openers import CRASH, HANG, OPENED, REFUSED, Answer, Opener, milepost
from tests.faults.program import Asked, Found, run
from tests.helpers.big_plans import study_plan
from tests.helpers.plans import START, small_plan

SHORT, LONG, CONTROL = 100, 5_000, 10
"""Damaged files."""

COMMANDS_EVERY = 50
"""Of so many damaged files one goes to the command line, too, in a long run."""

SHARES = (*("small",) * 5, *("real",) * 4, "large")
LONG_AGO_NS = 1_700_000_000_000_000_000
COUNTS = ("refused", "opened", "crashes", "hangs", "changed", "unclear", "believed")
NONE_OF = COUNTS[2:]


@dataclass(frozen=True, slots=True)
class Case:
    """One file: what it is, how it is made, and whether it may open; None where harm may be harmless."""

    what: str
    make: Make
    opens: bool | None
    commands: bool = False


def main(words: Sequence[str] | None = None) -> int:
    """Run it; see `program.run`."""
    return run(words, __doc__, damaged_files)


def damaged_files(asked: Asked) -> Found:
    """All files, on as many processes as there are processors."""
    with tempfile.TemporaryDirectory(prefix="milepost-fault-") as name:
        folder = Path(name)
        sound = _sound_plans(folder, large=asked.long)
        cases = [*_never_plans(sound["small"], asked.long), *_damaged(sound, asked)]
        workers = (os.cpu_count() or 1) if asked.long else 1
        parts = [cases[number::workers] for number in range(workers)]
        total = Counter[str]()
        with ThreadPoolExecutor(workers) as pool:
            jobs = [
                pool.submit(_open_all, part, folder / f"worker {number}", asked)
                for number, part in enumerate(parts)
            ]
            for job in jobs:
                total += job.result()
    counts = {"damaged files": _count(asked), "others": len(_never_plans(b"", asked.long))}
    return Found(counts | {name: total[name] for name in COUNTS}, NONE_OF)


def _open_all(cases: Sequence[Case], folder: Path, asked: Asked) -> Counter[str]:
    folder.mkdir()
    found, opener = Counter[str](), Opener(careless=asked.control)
    try:
        for number, case in enumerate(cases):
            here = folder / f"{number}"
            here.mkdir()
            for trouble in _tried(case, here / "study.milepost", opener.open, found):
                found[trouble[0]] += 1
                if not asked.control:
                    print(f"{trouble[0]}: {case.what}: {trouble[1]}", flush=True)
            if case.commands and not asked.control:
                for verb in ("show", "check"):
                    place = here / f"{verb}.milepost"
                    for trouble in _tried(case, place, partial(milepost, verb), found):
                        found[trouble[0]] += 1
                        print(f"{trouble[0]}: {case.what}: {trouble[1]}", flush=True)
    finally:
        opener.close()
    return found


def _tried(
    case: Case, path: Path, open_: Callable[[Path], Answer], found: Counter[str]
) -> list[tuple[str, str]]:
    """What is wrong with the answer, and with what is there afterwards."""
    case.make(path)
    for each in path.parent.iterdir():
        os.utime(each, ns=(LONG_AGO_NS, LONG_AGO_NS), follow_symlinks=False)
    before = _there(path.parent)
    answer = open_(path)
    troubles = []
    if answer.kind in (OPENED, REFUSED):
        found[answer.kind] += 1
    if answer.kind == CRASH:
        troubles.append(("crashes", answer.said))
    if answer.kind == HANG:
        troubles.append(("hangs", answer.said))
    named = any(str(each) in answer.said for each in (path, real_path(path)))
    if answer.kind == REFUSED and (not named or "\n" in answer.said):
        troubles.append(("unclear", answer.said))
    if answer.kind == OPENED and case.opens is False:
        troubles.append(("believed", "it was opened"))
    if answer.kind == REFUSED and case.opens is True:
        troubles.append(("unclear", f"it should open: {answer.said}"))
    if _there(path.parent) != before:
        troubles.append(("changed", f"now {sorted(_there(path.parent))}"))
    for each in path.parent.iterdir():
        each.rmdir() if each.is_dir() and not each.is_symlink() else each.unlink()
    return troubles


def _there(folder: Path) -> dict[str, tuple[int, int, int, object]]:
    """All that lies in a folder: its kind, times and size, and a file's bytes or a link's target."""
    found = {}
    for each in folder.iterdir():
        about = each.lstat()
        content: object = None
        if stat.S_ISLNK(about.st_mode):
            content = each.readlink()
        elif stat.S_ISREG(about.st_mode):
            content = each.read_bytes()
        found[each.name] = (about.st_mode, about.st_mtime_ns, about.st_size, content)
    return found


def _never_plans(sound: bytes, long: bool) -> list[Case]:
    def from_sound(make: Make) -> Make:
        def made(path: Path) -> None:
            path.write_bytes(sound)
            make(path)

        return made

    return [
        *(Case(what, make, opens=False, commands=long) for what, make in FOREIGN.items()),
        *(Case(what, from_sound(make), opens=False, commands=long) for what, make in HOSTILE.items()),
        *(Case(what, from_sound(make), opens=True, commands=long) for what, make in HARMLESS.items()),
    ]


def _damaged(sound: dict[str, bytes], asked: Asked) -> list[Case]:
    def case(number: int) -> Case:
        rng = Random(f"{asked.seed} {number}")
        size = rng.choice([each for each in SHARES if each in sound])
        harm = rng.choice(HARMS)

        def make(path: Path) -> None:
            path.write_bytes(harm(bytearray(sound[size]), rng))

        commands = asked.long and number % COMMANDS_EVERY == 0
        return Case(f"the {size} plan, {harm.__name__}, number {number}", make, opens=None, commands=commands)

    return [case(number) for number in range(_count(asked))]


def _count(asked: Asked) -> int:
    if asked.control:
        return CONTROL
    return LONG if asked.long else SHORT


def _sound_plans(folder: Path, *, large: bool) -> dict[str, bytes]:
    """Plans with some history, as bytes."""
    real = plan_from(default_roadmap(), Answers(start=START))
    plans = {"small": small_plan(), "real": real, **({"large": _large_plan()} if large else {})}
    found = {}
    for name, plan in plans.items():
        path = folder / f"{name}.milepost"
        first = next(iter(plan.activities))
        with Document.create(path, plan) as document:
            for title in ("One", "Two", "Three"):
                document.apply("Rename", edits.rename, ActivityId(first), title)
            document.undo()
        found[name] = path.read_bytes()
    return found


def _large_plan() -> Plan:
    """Some 5 MB: a thousand activities, and four files of a megabyte."""
    plan, noise = study_plan(1000), Random(5)
    files = [
        Attachment(
            id=AttachmentId(f"f{number}"), name="proof.pdf", media_type="", data=noise.randbytes(2**20)
        )
        for number in range(4)
    ]
    return replace(plan, attachments={each.id: each for each in files})


if __name__ == "__main__":
    sys.exit(main())
