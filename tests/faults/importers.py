"""Is anything that comes from elsewhere only read or refused? Noise, and real files with harm done to them.

    python -m tests.faults.importers --long        3,000 texts for each reader
    python -m tests.faults.importers --control     a reader without a net: it must be found

A reader takes what it is given or raises the errors that are meant for it, in a moment and within its caps.
What is written and read again is the same.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from uuid import UUID

from planner.domain.changes import difference
from planner.domain.errors import FileError, InvalidValue, MilepostError, PlanError, RoadmapError
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.domain.timer import Timer
from planner.domain.typed_dates import read_day
from planner.domain.typed_minutes import read_minutes
from planner.exchange import calendar_update, evidence_file, typed_values, updates
from planner.exchange.calendar_events import Wanted, calendar_events
from planner.exchange.calendar_ics import calendar_file
from planner.exchange.changelog import sections
from planner.exchange.roadmap_toml import default_roadmap, load_roadmap
from planner.paths import resource
from planner.storage.changes_text import changes_from_text, changes_to_text
from planner.storage.timer_file import TimerFile
from tests.faults.every_verb import any_gesture, every_verb
from tests.faults.harm import flipped, written_over
from tests.faults.program import Asked, Found, run
from tests.helpers.plans import START, small_plan

SHORT, LONG = 40, 3_000
"""Texts for each reader."""

LONGEST_SECONDS = 5.0
WORDS = (
    *("[", "]", "{", "}", '"', "'", "\\", "\n", "\r\n", "=", ",", "\0", "\ufeff", "\u202e", "NaN", "1e999"),
    *(
        "9" * 400,
        "\\ud800",
        "[" * 3000,
        "{" * 500,
        "BEGIN:VEVENT\r\n",
        "DTSTART:20270230\r\n",
        "RRULE:FREQ=SECONDLY",
    ),
    *(
        "0000-00-00",
        "9999-12-31",
        "-1",
        "[[activities]]\n",
        "id = 1\n",
        "😀",
        "\x1b[31m",
        "٣",
        "½",
        "after = ['a']",
    ),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads bytes from elsewhere, the errors meant for it, and a real example of what it reads."""

    read: Callable[[bytes], object]
    errors: tuple[type[Exception], ...]
    example: bytes


def main(words: Sequence[str] | None = None) -> int:
    """Run it; see `program.run`."""
    return run(words, __doc__, importers)


def importers(asked: Asked) -> Found:
    """All readers."""
    found, count = Counter[str](), LONG if asked.long else SHORT
    with tempfile.TemporaryDirectory(prefix="milepost-fault-") as folder:
        readers = _careless() if asked.control else _readers(Path(folder))
        for name, reader in readers.items():
            rng = Random(f"{asked.seed} {name}")
            for number in range(count):
                data = _harmed(reader.example, rng)
                trouble = _trouble(reader, data, found)
                if trouble:
                    found["other errors"] += 1
                    if not asked.control:
                        print(f"{name}, number {number}: {trouble}: {data[:200]!r}", flush=True)
        found["readers"] = len(readers)
    found["round trips"], found["round trips unlike"] = _round_trips(Random(asked.seed), count)
    names = (
        "readers",
        "texts",
        "read",
        "refused",
        "round trips",
        "other errors",
        "too slow",
        "round trips unlike",
    )
    return Found({name: found[name] for name in names}, names[-3:])


def _trouble(reader: Reader, data: bytes, found: Counter[str]) -> str:
    """What is wrong with how a reader takes it; empty when nothing is."""
    found["texts"] += 1
    began = time.process_time()
    try:
        reader.read(data)
        found["read"] += 1
    except reader.errors as error:
        found["refused"] += 1
        if isinstance(error, MilepostError) and not str(error).strip():
            return "says nothing"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return f"{type(error).__name__}: {error}"[:300]
    if time.process_time() - began > LONGEST_SECONDS:
        found["too slow"] += 1
    return ""


def _harmed(example: bytes, rng: Random) -> bytes:
    """Noise, or the example with bits, stretches, lines and words changed."""
    chance = rng.random()
    if chance < 0.1 or not example:
        return rng.randbytes(rng.randrange(300))
    if chance < 0.3:
        return rng.choice((flipped, written_over))(bytearray(example), rng)
    if chance < 0.4:
        return example[: rng.randrange(len(example))]
    lines = example.splitlines(keepends=True)
    for _ in range(rng.choice((1, 2, 8))):
        at = rng.randrange(len(lines))
        word = rng.choice(WORDS).encode("utf-8", "surrogatepass")
        cut = rng.randrange(len(lines[at]) + 1)
        lines[at] = rng.choice(
            (
                lines[at][:cut] + word + lines[at][cut:],
                lines[at][:cut] + word,
                b"",
                lines[at] * 2,
                word + b"\n",
            )
        )
    return b"".join(lines)


def _readers(folder: Path) -> Mapping[str, Reader]:
    plan = small_plan()
    laid_out = schedule(plan)
    events = calendar_events(plan, laid_out, Wanted(), START)
    calendar = calendar_file(events, name="A plan", sequence=1, stamp=datetime(2027, 1, 4, tzinfo=UTC))
    timer = Timer(
        id=str(UUID(int=7)),
        activity=next(iter(plan.activities)),
        title="T",
        day=START,
        seconds=60.0,
        beat=1.0,
        running=True,
    )

    def through_a_file(read: Callable[[Path], object], name: str) -> Callable[[bytes], object]:
        def read_data(data: bytes) -> object:
            path = folder / name
            path.write_bytes(data)
            return read(path)

        return read_data

    kept = TimerFile(folder, "plan", folder / "plan.milepost")
    kept.write(timer)
    timer_bytes = kept.path.read_bytes()

    def read_timer(data: bytes) -> object:
        kept.path.write_bytes(data)
        return kept.read()

    def as_text(read: Callable[[str], object]) -> Callable[[bytes], object]:
        return lambda data: read(data.decode("utf-8", "surrogatepass" if len(data) % 2 else "replace"))

    def typed(text: str) -> None:
        for read in (
            typed_values.day_typed,
            typed_values.week_typed,
            typed_values.hours_typed,
            typed_values.time_typed,
        ):
            try:
                read(text)
            except InvalidValue:
                continue

    releases = json.dumps(
        [{"tag_name": "v1.2.3", "draft": False, "prerelease": False, "name": "<b>"}] * 3
    ).encode()
    some_changes = changes_to_text(difference(plan, _edited(plan, Random(3))))
    wrong = (ValueError,)  # of bytes that are no text, which the caller has read as such
    return {
        "roadmap": Reader(
            through_a_file(load_roadmap, "roadmap.toml"),
            (RoadmapError,),
            resource("roadmaps/machine-learning-engineer.toml").read_bytes(),
        ),
        "earlier calendar": Reader(
            through_a_file(
                lambda path: calendar_update.update_of(path, plan, laid_out, Wanted(), START), "calendar.ics"
            ),
            (),
            calendar,
        ),
        "evidence file": Reader(
            through_a_file(evidence_file.read_evidence_file, "proof.pdf"),
            (FileError, InvalidValue),
            b"%PDF-1.7 \n",
        ),
        "releases": Reader(
            lambda data: updates.newest_in(data, "a site"), (updates.UpdatesUnknown,), releases
        ),
        "changelog": Reader(
            as_text(sections), wrong, b"## [0.2.0] - 2027-01-04\n\nText\n\n## 0.1.0 - 2026-12-01\n"
        ),
        "timer": Reader(read_timer, (), timer_bytes),
        "changes of the journal": Reader(
            as_text(changes_from_text), (InvalidValue, *wrong), some_changes.encode()
        ),
        "typed days": Reader(
            as_text(lambda text: read_day(text, today=START)),
            (InvalidValue, *wrong),
            b"next Monday\n16 Jan 2028\n+2w\n",
        ),
        "typed minutes": Reader(as_text(read_minutes), (InvalidValue, *wrong), b"1:30\n2 h 15\n90\n"),
        "typed values": Reader(as_text(typed), wrong, b"2027-01-04\nmon=1.5,sat=4\n10\n09:00\n"),
    }


def _careless() -> Mapping[str, Reader]:
    """For the control: read as it comes."""
    text = json.dumps({"day": "2027-01-04"}).encode()
    return {
        "careless": Reader(lambda data: date.fromisoformat(json.loads(data)["day"]), (InvalidValue,), text)
    }


def _edited(plan: Plan, rng: Random) -> Plan:
    """The plan after some verbs."""
    for _ in range(12):
        try:
            gesture = any_gesture(
                rng.choice(every_verb()), plan, schedule(plan), rng, lambda: f"n{rng.random()}"
            )
            plan = plan if gesture is None else gesture.verb(plan, **gesture.arguments)
        except PlanError:
            continue
    return plan


def _round_trips(rng: Random, count: int) -> tuple[int, int]:
    """Changes as the journal keeps them, and what is in them as files have it: the same again."""
    start = plan_from(default_roadmap(), Answers(start=START))
    done = unlike = 0
    for _ in range(max(count // 20, 3)):
        before = rng.choice((start, small_plan()))
        changes = difference(before, _edited(before, rng))
        done += 1
        unlike += changes_from_text(changes_to_text(changes)) != changes
    return done, unlike


if __name__ == "__main__":
    sys.exit(main())
