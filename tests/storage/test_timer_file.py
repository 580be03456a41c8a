"""The timer's file: whole or not there, for its owner alone, and never a reason not to start."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.domain.errors import CannotWrite
from planner.domain.items import ActivityId, PlacementId, StepId
from planner.domain.timer import Timer
from planner.storage.timer_file import TimerFile

TIMER = Timer(
    id="6d1f8f2e-1c1b-4f7e-9a52-0d2b8f0d7c11",
    activity=ActivityId("regression-course"),
    title="Regression “course” — 回帰",
    step=StepId("week-1"),
    day=date(2027, 1, 4),
    seconds=1234.5,
    beat=1_799_000_000.25,
    running=True,
)
PLAN_ID = "11111111-2222-4333-8444-555555555555"


WRONG: tuple[dict[str, object], ...] = (
    {"format": 2},
    {"id": "no uuid"},
    {"activity": 7},
    {"day": "yesterday"},
    {"seconds": "5"},
    {"seconds": float("nan")},
    {"seconds": -1},
    {"beat": float("inf")},
    {"beat": True},
    {"beat": 10**400},
    {"running": "yes"},
    {"step": 3},
    {"placement": []},
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "study.milepost"
    path.touch()
    return path


@pytest.fixture
def file(tmp_path: Path, plan: Path) -> TimerFile:
    return TimerFile(tmp_path / "data" / "timers", PLAN_ID, plan)


def test_what_is_kept_comes_back(file: TimerFile) -> None:
    assert file.read() is None
    file.write(TIMER)
    assert file.read() == TIMER
    paused = replace(TIMER, running=False, step=None, placement=PlacementId("moved"))
    file.write(paused)
    assert file.read() == paused
    file.remove()
    file.remove()
    assert file.read() is None
    assert not list(file.path.parent.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_it_is_for_its_owner_alone(file: TimerFile) -> None:
    file.write(TIMER)
    assert file.path.stat().st_mode & 0o777 == 0o600
    assert file.path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"timer"',
        "[" * 50_000,
        "x" * 100_000,
        json.dumps({"format": 1}),
        *(
            json.dumps(
                {
                    "format": 1,
                    "plan": "",
                    "id": TIMER.id,
                    "activity": "a",
                    "title": "A",
                    "step": None,
                    "day": "2027-01-04",
                    "seconds": 5,
                    "beat": 1_799_000_000,
                    "running": True,
                    **wrong,
                }
            )
            for wrong in WRONG
        ),
    ],
)
def test_damage_reads_as_no_timer(file: TimerFile, text: str) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text(text, encoding="utf-8")
    assert file.read() is None
    file.write(TIMER)
    assert file.read() == TIMER


def test_a_hostile_id_stays_in_the_folder(tmp_path: Path, plan: Path) -> None:
    folder = tmp_path / "data" / "timers"
    for plan_id in ("../../escaped", "..", "a/b\\c", "\0", "é" * 300, ""):
        file = TimerFile(folder, plan_id, plan)
        assert file.path.parent == folder
        file.write(TIMER)
        assert file.read() == TIMER
    assert {each.name for each in tmp_path.iterdir()} == {"data", "study.milepost"}


def test_a_copy_of_a_plan_has_a_timer_of_its_own(file: TimerFile, tmp_path: Path, plan: Path) -> None:
    copy = tmp_path / "copy.milepost"
    copy.touch()
    file.write(TIMER)
    other = TimerFile(file.path.parent, PLAN_ID, copy)
    assert other.read() is None
    other.write(replace(TIMER, seconds=7))
    assert file.read() == TIMER


def test_the_timer_of_a_renamed_plan_comes_along(file: TimerFile, tmp_path: Path, plan: Path) -> None:
    file.write(TIMER)
    renamed = plan.rename(tmp_path / "my study.milepost")
    found = TimerFile(file.path.parent, PLAN_ID, renamed)
    assert found.read() == TIMER
    assert TimerFile(file.path.parent, "another-plan", renamed).read() is None
    found.remove()
    assert file.read() is None


def test_a_timer_of_a_place_that_cannot_be_looked_at_stops_no_window(file: TimerFile, tmp_path: Path) -> None:
    nowhere = tmp_path / ("long " * 100) / "plan.milepost"
    TimerFile(file.path.parent, PLAN_ID, nowhere).write(TIMER)
    assert file.read() == TIMER


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(CannotWrite):
        TimerFile(tmp_path / "data" / "timers", PLAN_ID, plan).write(TIMER)


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from planner.storage.timer_file import TimerFile
from tests.storage.test_timer_file import PLAN_ID, TIMER
file = TimerFile(Path(sys.argv[1]), PLAN_ID, Path(sys.argv[2]))
second = 0
while True:
    second += 1
    file.write(replace(TIMER, seconds=second))
    print(second, flush=True)
"""


def test_a_writer_that_is_killed_leaves_what_it_said_it_kept(file: TimerFile, plan: Path) -> None:
    for kill in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file.path.parent), str(plan)],
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            said = 0
            for _ in range(1 + kill % 4):
                said = int(writer.stdout.readline())
            writer.kill()
        kept = file.read()
        assert kept is not None
        assert kept.seconds >= said
    file.remove()
    assert not list(file.path.parent.iterdir())
