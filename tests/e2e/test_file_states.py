"""What happens to the file of an open plan behind Milepost's back: real programs, a real disk, real hands."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.edits import rename
from planner.domain.items import MilestoneId
from planner.storage.document import Document
from planner.storage.lock import lock_file
from tests.helpers.desktop import TestedDesktop, desktop
from tests.helpers.disks import SmallDisk, small_disk
from tests.helpers.run import milepost

pytestmark = pytest.mark.x11

LONG_SECONDS = 30
ENDPOINT = MilestoneId("endpoint-live")
SHOWN = "^Milepost — One$"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick", megabytes=4) as made:
        yield made


@pytest.fixture
def path(disk: SmallDisk) -> Path:
    path = disk.folder / "one.milepost"
    milepost("new", str(path), "--title", "One")
    return path


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[TestedDesktop]:
    with desktop(tmp_path) as made:
        yield made


def title_in(path: Path) -> str:
    with Document.open(path, read_only=True) as document:
        return document.plan.milestone(ENDPOINT).title


def move_something(screen: TestedDesktop) -> None:
    """Go to the first row that has a date and move it by a day, by the keys."""
    for keys in ("ctrl+1", "Home", "Down", "Right", "Down", "Right", "Down", "alt+Right"):
        screen.keys(SHOWN, keys)


def test_a_full_disk_is_said_and_the_step_done_once_there_is_room(
    screen: TestedDesktop, path: Path, disk: SmallDisk
) -> None:
    before = path.read_bytes()
    with screen.program(str(path)) as program:
        screen.activate(SHOWN)
        disk.fill()
        move_something(screen)
        screen.read("wait", "Not saved: the disk is full.")
        screen.read("wait", "Not saved: the disk is full")
        assert path.read_bytes() == before
        disk.make_room()
        screen.read("do", "Try again", "Press")
        screen.read("wait", "Saved")
        screen.keys(SHOWN, "ctrl+q")
        assert program.wait(LONG_SECONDS) == 0
    with Document.open(path) as document:
        assert document.revision == 1


def test_a_newer_version_from_another_computer_is_offered_and_shown(
    screen: TestedDesktop, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "theirs.milepost"
    shutil.copyfile(path, other)
    with Document.open(other) as document:
        document.apply("Rename", rename, ENDPOINT, "Live from the other desk")
    with screen.program(str(path)) as program:
        screen.activate(SHOWN)
        shutil.copyfile(other, path.with_name(".from-the-cloud"))
        path.with_name(".from-the-cloud").replace(path)
        screen.read("wait", "Another program has changed or replaced one.milepost")
        screen.read("do", "Reload", "Press")
        screen.read("hold", "Live from the other desk")
        screen.keys(SHOWN, "ctrl+q")
        assert program.wait(LONG_SECONDS) == 0
    assert title_in(path) == "Live from the other desk"


def test_a_stick_is_taken_out_and_what_was_on_it_put_back(
    screen: TestedDesktop, path: Path, disk: SmallDisk
) -> None:
    with screen.program(str(path)) as program:
        screen.activate(SHOWN)
        disk.take_out()
        screen.read("wait", "one.milepost is no longer in its folder")
        screen.read("do", "Put it back", "Press")
        screen.read("wait", "Saved")
        screen.keys(SHOWN, "ctrl+q")
        assert program.wait(LONG_SECONDS) == 0
    assert title_in(path)


def test_a_second_program_looks_on_and_follows_and_a_killed_one_leaves_no_lock_that_counts(
    screen: TestedDesktop, path: Path, tmp_path: Path
) -> None:
    with screen.program(str(path)) as first:
        screen.activate(SHOWN)
        screen.environment["MILEPOST_HOME"] = str(tmp_path / "another home")
        with screen.program(str(path)) as second:
            screen.read("hold", f"process {first.pid}")
            screen.read("do", "Look at it", "Press")
            screen.read("wait", "You can look at this plan but not change it")
            second.send_signal(signal.SIGTERM)
            assert second.wait(LONG_SECONDS) == 0
        first.kill()
        first.wait()
    assert lock_file(path).exists()
    with screen.program(str(path)) as third:
        screen.activate(SHOWN)
        screen.read("wait", "Saved")
        third.send_signal(signal.SIGTERM)
        assert third.wait(LONG_SECONDS) == 0
    assert not lock_file(path).exists()
