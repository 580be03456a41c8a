"""Is a day ever shifted? The same plan in six time zones, over changes of clocks, a leap day and years' ends.

    python -m tests.faults.dates --long        every day of eight years in each zone, and all night long
    python -m tests.faults.dates --control     days kept as instants: some must be shifted

In each zone a plan is made, edited with days around what is dangerous, written, opened again, and says all
its days; they are the same as in UTC. A file that was written in one zone says the same days in another. The
clock's days are counted too: each instant of a night belongs to one day, in order.
"""

import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from planner.domain import edits, frame, placing, proof, structure
from planner.domain.calendar import CalendarException
from planner.domain.items import ActivityId, MilestoneId, PhaseId, PlacementId
from planner.domain.local_time import LocalTime
from planner.domain.week import week_plan
from planner.exchange.calendar_events import Wanted, calendar_events
from planner.exchange.calendar_ics import calendar_file, read_calendar_file
from planner.exchange.plan_json import plan_json
from planner.storage.document import Document
from tests.faults.plans import in_memory
from tests.faults.program import Asked, Found, run
from tests.helpers.plans import small_plan

ZONES = (
    *("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"),
    *("Pacific/Apia", "Asia/Kathmandu"),
)
"""After UTC six: clocks put forward and back in spring and autumn of both halves of the earth, by an hour, by
half of one, at midnight itself; a day that never was (Apia's 30 December 2011); and quarters of an hour."""

DANGEROUS = (
    *("2027-03-28", "2027-10-31", "2027-03-14", "2027-11-07", "2027-04-04", "2027-10-03", "2027-09-05"),
    *("2028-02-28", "2028-02-29", "2028-03-01", "2027-12-31", "2028-01-01", "2032-02-29", "2036-12-31"),
)
"""Changes of clocks in these zones, leap days, and years' ends."""


def main(words: Sequence[str] | None = None) -> int:
    """Run it; see `program.run`."""
    return run(words, __doc__, dates)


def dates(asked: Asked) -> Found:
    """All zones, against UTC."""
    found = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="milepost-fault-", dir=in_memory()) as folder:
        paths = {zone: Path(folder) / f"{zone.replace('/', ' ')}.milepost" for zone in ZONES}
        told, elsewhere = {}, {}
        for number, zone in enumerate(ZONES):
            with _living_in(zone):
                _make(paths[zone])
                told[zone] = _days_in(paths[zone], asked.control)
                elsewhere[zone] = _days_in(paths[ZONES[max(number - 1, 0)]], asked.control)
                instants, astray = _nights(asked.long)
                found["instants"] += instants
                found["shifted days"] += astray
    for zone in ZONES[1:]:
        for answers in (told, elsewhere):
            for name, day in answers["UTC"].items():
                found["days"] += 1
                if answers[zone].get(name) != day:
                    found["shifted days"] += 1
                    if not asked.control:
                        print(f"{zone}: {name} is {answers[zone].get(name)}, not {day}", flush=True)
    return Found(
        {"zones": len(ZONES) - 1} | {name: found[name] for name in ("days", "instants", "shifted days")},
        ("shifted days",),
    )


@contextmanager
def _living_in(zone: str) -> Iterator[None]:
    """As the system's own time zone, for this process."""
    with patch.dict(os.environ, {"TZ": zone}):
        time.tzset()
        yield
    time.tzset()


def _days_in(path: Path, control: bool) -> dict[str, str]:
    with Document.open(path, read_only=True) as document:
        days = dict(_days_of(document))
    return {name: _through_an_instant(day) for name, day in days.items()} if control else days


def _make(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        for number, day in enumerate(map(date.fromisoformat, DANGEROUS)):
            added = ActivityId(f"a{number}")
            document.apply("Add", structure.add_activity, added, PhaseId("learning"), f"A{number}", 3.0)
            document.apply("Move", edits.move_activity, added, day)
            goal = MilestoneId(f"m{number}")
            document.apply("Add", structure.add_milestone, goal, PhaseId("learning"), f"M{number}", day)
            document.apply("Log", proof.log_session, ActivityId("write-up"), day, 90)
            off = CalendarException(first=day, last=day + timedelta(days=1))
            document.apply("Day off", frame.add_exception, off)
            week = week_plan(document.plan, document.schedule, day + timedelta(days=7), day)
            for each in week.days:
                for session in each.sessions[:1]:
                    document.apply(
                        "Place",
                        placing.move_session,
                        session,
                        each.day,
                        each.day + timedelta(days=1),
                        PlacementId(f"p{number}{each.day}"),
                    )
        document.undo()
        document.redo()


def _days_of(document: Document) -> Iterator[tuple[str, str]]:
    """Every day that is said, computed, or exported, by where it stands."""
    plan = document.plan
    exported = json.loads(plan_json(plan, document.schedule))
    for table, rows in exported.items():
        for row in rows if isinstance(rows, list) else [rows]:
            if isinstance(row, dict) and table not in ("sessions", "baselines"):
                for name, value in {**row, **(row.get("computed") or {})}.items():
                    if isinstance(value, str) and len(value) == 10 and value[4:5] == "-":
                        yield f"{table} {row.get('id', '')} {name}", value
    for number, session in enumerate(exported["sessions"]):
        yield f"session {number}", session["day"]
    events = calendar_events(plan, document.schedule, Wanted(), plan.facts.start)
    text = calendar_file(events, name="A plan", sequence=1, stamp=datetime(2027, 1, 4, tzinfo=UTC))
    for event in sorted(read_calendar_file(text), key=lambda each: (each.uid, each.day)):
        yield f"event {event.uid}", event.day.isoformat()


def _through_an_instant(day: str) -> str:
    """For the control: as a program does that keeps the midnight of where it was made."""
    midnight = datetime.combine(date.fromisoformat(day), datetime.min.time()).astimezone(UTC)
    return midnight.date().isoformat()


def _nights(long: bool) -> tuple[int, int]:
    """Instants of the nights around what is dangerous, and how many of them lie astray."""
    here, instants, astray = LocalTime(), 0, 0
    days = [date.fromisoformat(each) for each in DANGEROUS]
    if long:
        days = [date(2027, 1, 1) + timedelta(days=number) for number in range(8 * 365 + 2)]
    for day in days:
        ends = here.midnight_after(day)
        before = ends - 1
        astray += here.day(ends) <= day or here.day(before) > day
        last = day - timedelta(days=2)
        for step in range(-100, 101):
            instants += 1
            now = here.day(ends + step * 900)
            astray += now < last
            last = now
    return instants, astray


if __name__ == "__main__":
    sys.exit(main())
