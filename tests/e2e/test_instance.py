"""Starting Milepost again while it runs: one window, in front, with what was asked for. Real processes."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from planner.storage.document import Document
from planner.ui.instance.meeting import PATIENCE_SECONDS
from tests.helpers.desktop import TestedDesktop, desktop
from tests.helpers.run import milepost

pytestmark = pytest.mark.x11

COVER = "Something else"
LONG_SECONDS = 30


class Screen:
    """A desktop on which Milepost is started more than once."""

    def __init__(self, screen: TestedDesktop) -> None:
        self.desktop = screen

    def again(self, *words: str) -> int:
        """Start Milepost once more; its exit status, which comes at once when another took the request."""
        command = [sys.executable, "-m", "planner", *words]
        return subprocess.run(
            command, env=self.desktop.environment, timeout=PATIENCE_SECONDS, check=False
        ).returncode

    def active(self) -> str:
        """The title of the window with the keyboard; empty while there is none."""
        done = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self.desktop.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def comes_to_front(self, title: str) -> None:
        """Wait until the window in front is called so."""
        until = monotonic() + LONG_SECONDS
        while (found := self.active()) != title:
            assert monotonic() < until, f"“{found}” is in front, not “{title}”"
            sleep(0.05)

    def cover(self) -> None:
        """Bring another program's window to the front and press a key in it, later than any in Milepost."""
        self.desktop.keys(COVER, "Shift_L")
        self.comes_to_front(COVER)


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Path, Path]:
    one, two = tmp_path / "one.milepost", tmp_path / os.fsdecode("zwei ñ & ½.milepost".encode())
    milepost("new", str(one), "--title", "One")
    milepost("new", str(two), "--title", "Two")
    return one, two


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with desktop(tmp_path) as made:
        message = ["xmessage", "-title", COVER, "-geometry", "1500x900+20+20", "Covers Milepost."]
        with subprocess.Popen(message, env=made.environment, stderr=subprocess.DEVNULL) as cover:
            try:
                yield Screen(made)
            finally:
                cover.terminate()


def test_each_start_reaches_the_one_window(screen: Screen, plans: tuple[Path, Path]) -> None:
    one, two = plans
    with screen.desktop.program(str(one)) as program:
        screen.comes_to_front("Milepost — One")

        screen.cover()
        assert screen.again() == 0
        screen.comes_to_front("Milepost — One")

        screen.desktop.input("search", "--name", "^Milepost — One$", "windowminimize")
        screen.comes_to_front(COVER)
        assert screen.again(str(two)) == 0
        screen.comes_to_front("Milepost — Two")

        screen.cover()
        assert screen.again("--print-week") == 0
        screen.comes_to_front("Print the week")
        with Document.open(one) as closed:
            assert not closed.read_only
        assert screen.again("--print-week") == 0
        screen.desktop.keys("Print the week", "Escape")
        screen.comes_to_front("Milepost — Two")

        screen.cover()
        assert screen.again("--new-plan") == 0
        screen.comes_to_front("New plan")
        assert screen.again(str(one)) == 0
        screen.desktop.read("wait", "one.milepost opens when you are done with the dialog.")
        screen.comes_to_front("New plan")
        screen.desktop.keys("New plan", "Escape")
        screen.comes_to_front("Milepost — One")

        assert screen.again(str(one.with_name("gone.milepost"))) == 0
        screen.desktop.read("wait", f"There is no file {one.with_name('gone.milepost')}.")

        screen.desktop.keys("^Milepost — One$", "ctrl+q")
        assert program.wait(LONG_SECONDS) == 0


def test_the_first_start_does_what_the_desktop_entry_offers(screen: Screen, plans: tuple[Path, Path]) -> None:
    with screen.desktop.program(str(plans[0])) as program:
        screen.comes_to_front("Milepost — One")
        screen.desktop.keys("^Milepost — One$", "ctrl+q")
        assert program.wait(LONG_SECONDS) == 0
    for option, title in (("--print-week", "Print the week"), ("--new-plan", "New plan")):
        with screen.desktop.program(option) as program:
            screen.comes_to_front(title)
            screen.desktop.keys(title, "Escape")
            screen.desktop.keys("^Milepost — One$", "ctrl+q")
            assert program.wait(LONG_SECONDS) == 0


def test_the_desktop_is_told_when_no_window_comes_of_a_start(
    screen: Screen, plans: tuple[Path, Path], tmp_path: Path
) -> None:
    """Else the cursor stays busy until the desktop loses its patience."""
    heard = tmp_path / "heard.txt"
    watch = ["stdbuf", "-oL", "xev", "-root", "-event", "property"]
    with screen.desktop.program(str(plans[0])), heard.open("wb") as told:
        screen.comes_to_front("Milepost — One")
        screen.desktop.environment["DESKTOP_STARTUP_ID"] = "files-1_TIME2"
        with subprocess.Popen(watch, env=screen.desktop.environment, stdout=told) as watching:
            try:
                until = monotonic() + LONG_SECONDS
                # The watch takes a moment to begin, and does not say when it has.
                while b"_NET_STARTUP_INFO_BEGIN" not in heard.read_bytes():
                    assert monotonic() < until, "no start was told to be over"
                    assert screen.again() == 0
            finally:
                watching.terminate()


def test_a_killed_one_is_followed_by_another(screen: Screen, plans: tuple[Path, Path]) -> None:
    with screen.desktop.program(str(plans[0])) as killed:
        screen.comes_to_front("Milepost — One")
        killed.kill()
        killed.wait()
    with screen.desktop.program(str(plans[1])):
        screen.comes_to_front("Milepost — Two")
        screen.cover()
        assert screen.again() == 0
        screen.comes_to_front("Milepost — Two")


def test_one_that_hangs_is_left_alone(screen: Screen, plans: tuple[Path, Path]) -> None:
    with screen.desktop.program(str(plans[0])) as hanging:
        screen.comes_to_front("Milepost — One")
        hanging.send_signal(signal.SIGSTOP)
        try:
            with screen.desktop.program(str(plans[1])):
                screen.comes_to_front("Milepost — Two")
                screen.desktop.read("wait", "Milepost runs already but does not answer")
        finally:
            hanging.send_signal(signal.SIGCONT)


def test_garbage_on_the_socket_harms_nobody(screen: Screen, plans: tuple[Path, Path], tmp_path: Path) -> None:
    with screen.desktop.program(str(plans[0])):
        screen.comes_to_front("Milepost — One")
        where = next(tmp_path.glob("milepost/*.socket"), None) or next(
            Path("/tmp").glob("milepost-*/*.socket")
        )
        for words in (b"\xff" * 100_000, b"{}\n", b"half a line", b""):
            with socket.socket(socket.AF_UNIX) as stranger:
                stranger.connect(str(where))
                try:
                    stranger.sendall(words)
                except BrokenPipeError:
                    pass
        screen.cover()
        assert screen.again(str(plans[1])) == 0
        screen.comes_to_front("Milepost — Two")


def test_a_portable_home_is_an_instance_of_its_own(
    screen: Screen, plans: tuple[Path, Path], tmp_path: Path
) -> None:
    with screen.desktop.program(str(plans[0])):
        screen.comes_to_front("Milepost — One")
        screen.desktop.environment["MILEPOST_HOME"] = str(tmp_path / "stick")
        with screen.desktop.program(str(plans[1])) as other:
            screen.comes_to_front("Milepost — Two")
            assert other.poll() is None
