"""After a kill or a segfault the next start says so and shows the log; after an orderly end it does not."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.helpers.desktop import desktop
from tests.helpers.run import milepost

SENTENCE = "Milepost did not end normally last time; this plan was checked and is in order."
PATIENCE_SECONDS = 60

WITNESS = "Witness of the wheat harvest"
"""The plan's title and its file's name: no word of it may reach the log."""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / f"{WITNESS}.milepost"
    milepost("new", str(path), "--title", WITNESS, "--start", "2027-01-04")
    return path


@contextmanager
def window(home: Path, plan: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Milepost with a plan open, on no screen unless the environment names one."""
    plan_lock = plan.with_name(f".{plan.name}.lock")
    with subprocess.Popen(
        [sys.executable, "-m", "planner", str(plan)],
        env={**os.environ, "MILEPOST_HOME": str(home), **environment},
        stderr=subprocess.DEVNULL,
    ) as program:
        wait_until(lambda: str(program.pid) in (plan_lock.read_text() if plan_lock.exists() else ""))
        yield program
        program.kill()


def wait_until(holds: Callable[[], bool]) -> None:
    until = monotonic() + PATIENCE_SECONDS
    while not holds():
        assert monotonic() < until, "it never came to be"
        sleep(0.02)


def logs(home: Path) -> Path:
    return home / "logs"


def marked(home: Path) -> list[Path]:
    return list(logs(home).glob("running-*.txt"))


def ended_by(process: subprocess.Popen[bytes], number: signal.Signals) -> int:
    process.send_signal(number)
    return process.wait(PATIENCE_SECONDS)


@pytest.mark.x11
def test_after_a_segfault_the_next_start_says_so_and_shows_the_log(tmp_path: Path, plan: Path) -> None:
    home = tmp_path / "milepost"
    with window(home, plan) as program:
        ended_by(program, signal.SIGSEGV)
    with desktop(tmp_path) as screen, screen.program(str(plan)) as program:
        screen.read("wait", SENTENCE)
        screen.read("do", "Show the log", "Press")
        screen.read("wait", "Show in folder")
        names = {each["name"] for each in screen.read("tree")}
        assert {"Log", "Copy", "Close"} <= names
        assert any(name.startswith("Milestone ") for name in names), "the plan is not open"
        assert ended_by(program, signal.SIGTERM) == 0
    log = (logs(home) / "milepost.log").read_text(encoding="utf-8")
    assert "a Milepost before this one did not end in order" in log
    assert "Fatal Python error: Segmentation fault" in log
    assert "app.py:" in log
    assert [word for word in (*WITNESS.split()[::2], str(tmp_path), "fundamentals") if word in log] == []
    assert marked(home) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_an_end_that_was_asked_for_is_none_to_tell_of(tmp_path: Path, plan: Path, number: str) -> None:
    """By the system, by Ctrl+C, by the end of a session."""
    with window(tmp_path / "home", plan) as program:
        assert len(marked(tmp_path / "home")) == 1
        assert ended_by(program, signal.Signals[number]) == 0
    assert marked(tmp_path / "home") == []


def test_a_killed_one_leaves_its_mark_and_others_do_not_take_it_for_theirs(
    tmp_path: Path, plan: Path
) -> None:
    """A portable Milepost dies beside an installed one, which goes on and ends in order."""
    other = plan.with_name("other.milepost")
    milepost("new", str(other))
    with window(tmp_path / "installed", plan) as first:
        with window(tmp_path / "stick", other) as second:
            second.kill()
            second.wait(PATIENCE_SECONDS)
        assert len(marked(tmp_path / "installed")) == 1
        assert ended_by(first, signal.SIGTERM) == 0
    assert marked(tmp_path / "installed") == []
    assert len(marked(tmp_path / "stick")) == 1


@pytest.mark.x11
def test_a_screen_that_goes_away_is_a_logout(tmp_path: Path, plan: Path) -> None:
    """Qt ends the process at once when the X server is gone; what was saved is saved."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(writing)], pass_fds=(writing,), stderr=subprocess.DEVNULL
    ) as screen:
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        with window(tmp_path / "home", plan, DISPLAY=display, QT_QPA_PLATFORM="xcb") as program:
            assert len(marked(tmp_path / "home")) == 1
            screen.terminate()
            assert program.wait(PATIENCE_SECONDS) != 0
    assert marked(tmp_path / "home") == []
