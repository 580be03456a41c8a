"""The program as a whole: first start, opening, what cannot be opened, and coming back to the last plan."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.app import Milepost
from planner.domain.baselines import AS_MADE
from planner.domain.edits import rename
from planner.domain.items import MilestoneId
from planner.storage.document import Document
from planner.ui.instance.request import Request, Wish
from planner.ui.opening.display import NO_DISPLAY
from planner.ui.settings import Settings
from planner.ui.wizard.wizard import NewPlanWizard
from tests.helpers.plans import small_plan
from tests.helpers.programs import program_on
from tests.helpers.run import milepost

TODAY = date(2027, 4, 5)

ENDED_WHILE_PAINTING = """
import os, signal, sys

from planner.__main__ import main
from planner.ui.timeline.view import TimelineView

plain = TimelineView.paint
told = False


def paint(self, painter):
    global told
    if not told:
        told = True
        os.kill(os.getpid(), signal.SIGTERM)
    plain(self, painter)
    print("painted on a window" if self.isVisible() else "painted on nothing")


TimelineView.paint = paint
sys.exit(main())
"""

FAILING_TO_OPEN = """
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from planner.__main__ import main
from planner.storage.document import Document


def fail(path):
    raise RuntimeError("nobody foresaw this")


def close_what_is_said():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print(box.text())
        box.accept()
    else:
        QTimer.singleShot(20, close_what_is_said)


Document.open = fail
QTimer.singleShot(0, close_what_is_said)
sys.exit(main())
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def program(qapp: QApplication, settings: Settings) -> Iterator[Milepost]:
    with program_on(qapp, settings, TODAY) as made:
        yield made


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "path.milepost"
    Document.create(path, small_plan()).close()
    return path


def answer(kind: type, do: Callable[..., object]) -> list[object]:
    """When a dialog of this kind is open, do something to it; what was found, for the test to check."""
    found: list[object] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            found.append(do(dialog))
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
    return found


def press(words: str) -> Callable[[QMessageBox], str]:
    def do(box: QMessageBox) -> str:
        said = box.text()
        next(each for each in box.findChildren(QPushButton) if each.text() == words).click()
        return said

    return do


def test_a_first_start_asks_and_enter_makes_a_plan(
    program: Milepost, settings: Settings, qtbot: QtBot
) -> None:
    asked = answer(NewPlanWizard, lambda wizard: wizard.create_plan.click())
    program.start(None)
    assert asked
    assert program.window is not None
    path = program.window.editor.document.path
    assert path.is_file()
    assert settings.last_plan == path
    assert program.window.editor.plan.facts.start == TODAY
    (baseline,) = program.window.editor.plan.baselines.values()
    assert (baseline.reason, baseline.taken_on) == (AS_MADE, TODAY)
    assert not program.window.editor.undo_text


def test_a_first_start_can_be_left_without_a_plan(program: Milepost, tmp_path: Path) -> None:
    answer(NewPlanWizard, lambda wizard: wizard.reject())
    program.start(None)
    assert program.window is None
    assert not list(tmp_path.rglob("*.milepost"))


def test_the_last_plan_is_there_again(program: Milepost, settings: Settings, plan_file: Path) -> None:
    settings.remember_plan(plan_file)
    program.start(None)
    assert program.window is not None
    assert program.window.editor.document.path == plan_file


def test_another_plan_takes_the_place_of_the_open_one(
    program: Milepost, plan_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.milepost"
    Document.create(other, small_plan()).close()
    program.start(plan_file)
    first = program.window
    program.open(other)
    assert program.window is not None
    assert program.window.editor.document.path == other
    qtbot.waitUntil(lambda: not isValid(first))
    with Document.open(plan_file) as document:
        assert not document.read_only


def test_what_is_no_plan_is_named_and_the_open_plan_stays(
    program: Milepost, plan_file: Path, tmp_path: Path
) -> None:
    foreign = tmp_path / "photo.milepost"
    foreign.write_bytes(b"GIF89a and so on")
    program.start(plan_file)
    window = program.window
    program.open(foreign)
    assert program.window is window
    assert window is not None
    assert window.banner.sentence == f"{foreign} is not a Milepost plan. It was left as it is."
    assert foreign.read_bytes() == b"GIF89a and so on"


def test_a_plan_open_elsewhere_can_be_looked_at(program: Milepost, plan_file: Path) -> None:
    with Document.open(plan_file) as elsewhere:
        said = answer(QMessageBox, press("Look at it"))
        program.open(plan_file)
        assert "is open in another Milepost" in str(said[0])
        assert program.window is not None
        assert program.window.editor.read_only
        elsewhere.apply("Rename", rename, MilestoneId("endpoint-live"), "Endpoint up")
    assert "Endpoint up" in milepost("show", str(plan_file))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_display_one_sentence_says_so(plan_file: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "planner", str(plan_file)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == f"{NO_DISPLAY}\n"


@pytest.mark.skipif(os.name != "posix", reason="other systems end a program without a signal")
def test_a_signal_in_the_midst_of_painting_ends_the_program_in_order(plan_file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDED_WHILE_PAINTING, str(plan_file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "painted on a window"
    with Document.open(plan_file) as document:
        assert not document.read_only


def test_something_unforeseen_is_said_once_in_one_sentence(
    program: Milepost, plan_file: Path, tmp_path: Path
) -> None:
    program.start(plan_file)
    program.on_surprise(tmp_path / "milepost.log")
    assert program.window is not None
    assert "Your plan is saved up to your last step" in program.window.banner.sentence


def test_a_note_still_being_typed_is_kept_however_the_program_ends(
    program: Milepost, qapp: QApplication, plan_file: Path, qtbot: QtBot
) -> None:
    program.start(plan_file)
    assert program.window is not None
    program.window.timeline.select("endpoint-live")
    notes = next(each for each in program.window.findChildren(QPlainTextEdit) if each.isVisible())
    qtbot.keyClicks(notes, "Free tier")
    qapp.aboutToQuit.emit()
    with Document.open(plan_file) as document:
        assert document.plan.milestone(MilestoneId("endpoint-live")).note == "Free tier"


def test_a_start_that_fails_says_so_and_leaves_nothing_running(plan_file: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING_TO_OPEN, str(plan_file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "MILEPOST_HOME": str(tmp_path / "home")},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Something unexpected happened.")


@pytest.mark.parametrize("last", [False, True], ids=["named", "as the last plan"])
def test_what_no_file_can_be_called_is_said_or_passed_over(
    program: Milepost, settings: Settings, tmp_path: Path, qtbot: QtBot, last: bool
) -> None:
    impossible = tmp_path / f"{'a' * 300}.milepost"
    if last:
        settings.remember_plan(impossible)
        found = answer(NewPlanWizard, lambda wizard: wizard.reject())
    else:
        found = answer(QMessageBox, press("OK"))
    program.begin(Request() if last else Request(wish=Wish.OPEN, plan=impossible))
    qtbot.waitUntil(lambda: bool(found))
    assert program.window is None
    if not last:
        assert "file name too long" in str(found[0])
