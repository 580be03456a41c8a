"""Two starts of Milepost: the first listens, later ones are heard. With processes, in each way there is."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.instance import pipes
from planner.ui.instance.hearing import Hearing
from planner.ui.instance.meeting import Meeting, Outcome, meet
from planner.ui.instance.place import place
from planner.ui.instance.request import LIMIT, Request, Wish

WAYS = [pipes]
"""Qt's local server is for Windows, and works everywhere."""

if sys.platform != "win32":
    from planner.ui.instance import sockets

    WAYS.append(sockets)

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sockets of this kind")

START = """
import sys, time
from pathlib import Path
from planner.ui.instance import {way}
from planner.ui.instance.request import asked_by
met = {way}.meet(Path(sys.argv[1]), asked_by(sys.argv[3:], {{}}), float(sys.argv[2]))
print(met.outcome.name, flush=True)
if met.outcome.name == "FIRST":
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def runtime(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder of the session; who listens in it needs the application."""
    folder = tmp_path_factory.mktemp("run")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "milepost.ini"


@contextmanager
def start(
    way: ModuleType, settings: Path, *arguments: str, patience: float = 10
) -> Iterator[subprocess.Popen[str]]:
    """Another start, in a process of its own."""
    script = START.format(way=way.__name__.rpartition(".")[2])
    command = [sys.executable, "-c", script, str(settings), "10", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


class Heard:
    """A first start, and what it hears."""

    def __init__(self, meeting: Meeting, parent: QObject) -> None:
        self.requests: list[Request] = []
        hearing = meeting.listen(parent)
        assert hearing is not None
        self.hearing: Hearing = hearing
        self.hearing.asked.connect(self.requests.append)


@contextmanager
def first(way: ModuleType, settings: Path) -> Iterator[Heard]:
    parent = QObject()
    meeting = way.meet(settings, Request(), 1)
    assert meeting.outcome is Outcome.FIRST
    heard = Heard(meeting, parent)
    yield heard
    heard.hearing.close()


@pytest.mark.parametrize("way", WAYS)
def test_a_later_start_is_heard_and_has_nothing_left_to_do(
    qtbot: QtBot, settings: Path, way: ModuleType
) -> None:
    name = os.fsdecode(b"/tmp/A\xc3\xb1o 1 \xff.milepost") if os.name == "posix" else r"C:\Año 1.milepost"
    with first(way, settings) as heard, start(way, settings, name) as later:
        qtbot.waitUntil(lambda: bool(heard.requests))
        assert said(later) == "TAKEN"

    assert heard.requests == [Request(wish=Wish.OPEN, plan=Path(name))]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_said_before_the_first_listens_waits(qtbot: QtBot, settings: Path, way: ModuleType) -> None:
    meeting = way.meet(settings, Request(), 1)
    parent = QObject()
    with start(way, settings, "--new-plan") as later:
        heard = Heard(meeting, parent)
        qtbot.waitUntil(lambda: bool(heard.requests))
        assert said(later) == "TAKEN"
    heard.hearing.close()

    assert heard.requests == [Request(wish=Wish.NEW_PLAN)]


@pytest.mark.parametrize("way", WAYS)
def test_many_at_once_are_all_heard(qtbot: QtBot, settings: Path, way: ModuleType) -> None:
    with (
        first(way, settings) as heard,
        start(way, settings) as one,
        start(way, settings, "--new-plan") as two,
        start(way, settings, "--print-week") as three,
    ):
        qtbot.waitUntil(lambda: len(heard.requests) == 3)
        assert {said(each) for each in (one, two, three)} == {"TAKEN"}

    assert {each.wish for each in heard.requests} == {Wish.SHOW, Wish.NEW_PLAN, Wish.PRINT_WEEK}


@pytest.mark.parametrize("way", WAYS)
def test_other_settings_are_another_instance(tmp_path: Path, settings: Path, way: ModuleType) -> None:
    with first(way, settings), start(way, tmp_path / "stick" / "milepost.ini") as other:
        assert said(other) == "FIRST"


@pytest.mark.parametrize("way", WAYS)
def test_what_a_killed_one_leaves_harms_nobody(qtbot: QtBot, settings: Path, way: ModuleType) -> None:
    with start(way, settings) as killed:
        assert said(killed) == "FIRST"
        killed.kill()
        killed.wait()

    with first(way, settings) as heard, start(way, settings) as later:
        qtbot.waitUntil(lambda: bool(heard.requests))
        assert said(later) == "TAKEN"


@pytest.mark.parametrize("way", WAYS)
def test_one_that_hangs_is_left_alone_after_a_while(settings: Path, way: ModuleType) -> None:
    with start(way, settings) as hanging:
        assert said(hanging) == "FIRST"
        began = time.monotonic()
        assert way.meet(settings, Request(), 0.3).outcome is Outcome.UNANSWERED
        assert time.monotonic() - began < 3


@pytest.mark.parametrize("way", WAYS)
def test_once_the_first_has_gone_the_next_is_the_first(settings: Path, way: ModuleType) -> None:
    with start(way, settings) as gone:
        assert said(gone) == "FIRST"
        with start(way, settings) as waiting:
            gone.terminate()
            assert said(waiting) == "FIRST"


@not_on_windows
def test_settings_reached_by_a_link_are_the_same(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "home")
    parent = QObject()
    heard = Heard(meet(tmp_path / "home" / "milepost.ini", Request()), parent)

    assert meet(tmp_path / "link" / "milepost.ini", Request(), 0.1).outcome is Outcome.UNANSWERED
    heard.hearing.close()


@not_on_windows
def test_without_a_folder_of_ones_own_each_start_works_by_itself(
    runtime: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "place", lambda *_: None)

    for _ in range(2):
        met = meet(settings, Request())
        assert (met.outcome, met.ear) == (Outcome.FIRST, None)


@not_on_windows
def test_where_nothing_can_be_locked_each_start_works_by_itself(runtime: Path, settings: Path) -> None:
    where = place(settings, os.environ, os.getuid())
    assert where is not None
    where.with_suffix(".lock").mkdir()

    met = meet(settings, Request())

    assert (met.outcome, met.ear) == (Outcome.FIRST, None)


class TestStrangers:
    """Whoever else of the same user speaks to the socket."""

    @pytest.fixture
    def heard(self, qtbot: QtBot, settings: Path) -> Iterator[Heard]:
        with first(sockets, settings) as heard:
            yield heard

    def speak(self, settings: Path, said: bytes) -> socket.socket:
        where = place(settings, os.environ, os.getuid())
        assert where is not None
        assert where.stat().st_mode & 0o777 == 0o600
        stranger = socket.socket(socket.AF_UNIX)
        stranger.connect(str(where))
        stranger.settimeout(0.01)
        stranger.sendall(said)
        return stranger

    def ended(self, stranger: socket.socket) -> bool:
        """Whether the other end has closed without a word."""
        try:
            return stranger.recv(10) == b""
        except ConnectionResetError:
            return True
        except TimeoutError:
            return False

    @pytest.mark.parametrize("words", [b"\n", b"GET / HTTP/1.1\n", b"\x00\xff" * 50 + b"\n", b"{}\n"])
    def test_garbage_gets_no_answer(self, qtbot: QtBot, heard: Heard, settings: Path, words: bytes) -> None:
        with self.speak(settings, words) as stranger:
            qtbot.waitUntil(lambda: self.ended(stranger))

        assert heard.requests == []

    def test_who_says_too_much_is_cut_off(self, qtbot: QtBot, heard: Heard, settings: Path) -> None:
        with self.speak(settings, b"x" * (LIMIT + 1)) as stranger:
            qtbot.waitUntil(lambda: self.ended(stranger))

        assert heard.requests == []

    def test_who_does_not_finish_is_cut_off(self, qtbot: QtBot, heard: Heard, settings: Path) -> None:
        with self.speak(settings, b'{"milepost"') as stranger:
            qtbot.waitUntil(lambda: self.ended(stranger))

        assert heard.requests == []

    def test_who_leaves_at_once_harms_nobody(self, qtbot: QtBot, heard: Heard, settings: Path) -> None:
        for words in (b"", b"half", Request().line(settings)):
            self.speak(settings, words).close()
        with start(sockets, settings, "--new-plan") as later:
            qtbot.waitUntil(lambda: Request(wish=Wish.NEW_PLAN) in heard.requests)
            assert said(later) == "TAKEN"
