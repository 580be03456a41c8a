"""Who ended in order and who did not: real processes, ended in each way."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.ui.crash.marker import RunningMarker

RUNNING = """
import faulthandler, sys
from pathlib import Path
from planner.ui.crash.marker import RunningMarker

marker = RunningMarker(Path(sys.argv[1]))
found = len(marker.begin())
if marker.file is not None:
    faulthandler.enable(marker.file)
print(found, flush=True)
sys.stdin.readline()
faulthandler.disable()
marker.end()
"""


@contextmanager
def running(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has marked that it runs; a line to its input ends it in order."""
    with subprocess.Popen(
        [sys.executable, "-c", RUNNING, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip().isdigit()
        yield process
        process.kill()


def left_in(folder: Path) -> list[str]:
    """What a new start finds."""
    marker = RunningMarker(folder)
    found = marker.begin()
    marker.end()
    return found


def test_an_orderly_end_leaves_nothing(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        process.communicate("\n", timeout=30)
    assert list(tmp_path.iterdir()) == []
    assert left_in(tmp_path) == []


def test_a_killed_process_is_told_of_once(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        process.kill()
        process.wait(30)
    assert left_in(tmp_path) == [""]
    assert left_in(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals")
def test_a_segfault_says_where_it_was(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        process.send_signal(signal.SIGSEGV)
        process.wait(30)
    (words,) = left_in(tmp_path)
    assert words.startswith("Fatal Python error: Segmentation fault")


def test_one_that_still_runs_is_no_crash(tmp_path: Path) -> None:
    with running(tmp_path):
        assert left_in(tmp_path) == []
        with running(tmp_path):
            assert left_in(tmp_path) == []
            assert len(list(tmp_path.iterdir())) == 2


def test_the_crash_of_one_window_is_not_that_of_another(tmp_path: Path) -> None:
    """Of two at once one dies; the other goes on and ends in order."""
    with running(tmp_path) as first:
        with running(tmp_path) as second:
            second.kill()
            second.wait(30)
        assert left_in(tmp_path) == [""]
        first.communicate("\n", timeout=30)
    assert left_in(tmp_path) == []


def test_each_home_has_its_own(tmp_path: Path) -> None:
    with running(tmp_path / "stick") as process:
        process.kill()
        process.wait(30)
    assert left_in(tmp_path / "installed") == []
    assert left_in(tmp_path / "stick") == [""]


def test_two_starts_at_once_tell_of_a_crash_once(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        process.kill()
        process.wait(30)
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", RUNNING, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    told = [start.communicate("\n", timeout=30)[0].strip() for start in starts]
    assert sorted(told) == ["0"] * 5 + ["1"]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert left_in(tmp_path / "logs") == []


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    marker = RunningMarker(tmp_path / "logs")
    marker.begin()
    modes = [
        stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "logs", *(tmp_path / "logs").iterdir())
    ]
    marker.end()
    assert modes == [0o700, 0o600] or os.name == "nt"
