"""What is asked when a plan cannot simply be opened: each question has a way on. The real program."""

import json
import shutil
import socket
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from planner.app import Milepost
from planner.domain.edits import rename
from planner.domain.items import MilestoneId
from planner.paths import backup_folder
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Reason, list_backups
from planner.storage.document import Document
from planner.storage.lock import lock_file
from planner.ui.backups.dialog import RestoreDialog
from planner.ui.settings import Settings
from planner.ui.wizard.wizard import NewPlanWizard
from tests.helpers.disks import closed_folder, small_disk
from tests.helpers.plans import small_plan
from tests.helpers.programs import program_on

TODAY = date(2027, 4, 5)
ENDPOINT = MilestoneId("endpoint-live")


class Program:
    """The program, and a person who answers what it asks."""

    def __init__(self, milepost: Milepost, settings: Settings, qtbot: QtBot) -> None:
        self.milepost = milepost
        self.settings = settings
        self.qtbot = qtbot
        self.asked: list[str] = []

    def will_press(self, *words: str, before_last: Callable[[], object] = lambda: None) -> None:
        """Press these buttons of the questions that come, one after the other."""
        left = list(words)

        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                self.asked.append(f"{box.text()} {box.informativeText()}".strip())
                if len(left) == 1:
                    before_last()
                press(box, left.pop(0))
            if left:
                QTimer.singleShot(10, look)

        QTimer.singleShot(0, look)

    def will_do(self, kind: type[QDialog], do: Callable[[QDialog], None]) -> None:
        """Do something to a dialog of a kind once it is there."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                do(dialog)
            else:
                QTimer.singleShot(10, look)

        QTimer.singleShot(0, look)

    @property
    def title(self) -> str:
        """What the plan that is shown calls its milestone."""
        assert self.milepost.window is not None
        return self.milepost.window.editor.plan.milestone(ENDPOINT).title

    @property
    def says(self) -> str:
        assert self.milepost.window is not None
        return self.milepost.window.banner.sentence


def press(box: QMessageBox, words: str) -> None:
    next(each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == words).click()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    settings = Settings(tmp_path / "milepost.ini")
    with program_on(qapp, settings, TODAY) as made:
        yield Program(made, settings, qtbot)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan with a backup from before its last step."""
    folder = tmp_path / "plans"
    folder.mkdir()
    path = folder / "path.milepost"
    with Document.create(path, small_plan()) as document:
        make_backup(document, Reason.OPENED)
        document.apply("Rename", rename, ENDPOINT, "Live")
    return path


def damage(path: Path) -> bytes:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))
    return path.read_bytes()


def restore(dialog: QDialog) -> None:
    assert isinstance(dialog, RestoreDialog)
    dialog.restore_button.click()


def test_a_damaged_plan_is_restored_from_a_backup_and_kept_beside_it(program: Program, path: Path) -> None:
    damaged = damage(path)
    program.will_press("Restore from a backup…")
    program.will_do(RestoreDialog, restore)
    program.milepost.open(path)
    assert "is damaged" in program.asked[0]
    assert "if you have a copy" not in program.asked[0]
    assert "Milepost keeps backups" in program.asked[0]
    assert program.title == "Endpoint live"
    (beside,) = path.parent.glob("path (replaced *.milepost")
    assert program.says.endswith(f"The damaged file is kept beside it as {beside.name}.")
    kept = [each for each in path.parent.iterdir() if each != path and each.suffix == ".milepost"]
    assert [each.read_bytes() for each in kept if not each.name.startswith(".")] == [damaged]


def test_a_plan_that_is_empty_now_is_restored_from_a_backup_too(program: Program, path: Path) -> None:
    path.write_bytes(b"")
    program.will_press("Restore from a backup…")
    program.will_do(RestoreDialog, restore)
    program.milepost.open(path)
    assert "is not a Milepost plan" in program.asked[0]
    assert program.title == "Endpoint live"


def test_a_damaged_plan_may_be_left_as_it_is(program: Program, path: Path) -> None:
    damaged = damage(path)
    program.will_press("Cancel")
    program.milepost.open(path)
    assert program.milepost.window is None
    assert path.read_bytes() == damaged
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_damaged_backups_are_said_to_be_and_change_nothing(program: Program, path: Path) -> None:
    damaged = damage(path)
    (backup,) = list_backups(path, None, backup_folder())
    damage(backup.path)
    seen: list[tuple[bool, str]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        program.qtbot.waitUntil(lambda: bool(dialog.told.text() + dialog.problem.text()))
        program.qtbot.waitUntil(lambda: not dialog.restore_button.isEnabled())
        seen.append((dialog.restore_button.isEnabled(), dialog.told.text() + dialog.problem.text()))
        dialog.reject()

    program.will_press("Restore from a backup…", "Cancel")
    program.will_do(RestoreDialog, look)
    program.milepost.open(path)
    assert seen
    assert "damaged" in seen[0][1]
    assert path.read_bytes() == damaged


def test_a_foreign_database_is_named_and_left_as_it_is(program: Program, path: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "photos.milepost"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE photo (id INTEGER PRIMARY KEY)")
    connection.commit()
    connection.close()
    before = foreign.read_bytes()
    program.milepost.open(path)
    program.milepost.open(foreign)
    assert program.says == f"{foreign} is not a Milepost plan. It was left as it is."
    assert foreign.read_bytes() == before


@pytest.mark.parametrize("lock", ["", json.dumps({"process": 7, "computer": "elsewhere", "started": "1"})])
def test_a_lock_of_which_nobody_can_know_is_broken_on_purpose(
    program: Program, path: Path, lock: str
) -> None:
    lock_file(path).write_text(lock)
    program.will_press("Try again", "Take it over")
    program.milepost.open(path)
    assert all("Nobody can tell from here whether that Milepost still runs" in each for each in program.asked)
    assert len(program.asked) == 2
    assert program.milepost.window is not None
    assert program.milepost.window.editor.apply("Rename", rename, ENDPOINT, "Mine")
    assert socket.gethostname() in lock_file(path).read_text()


def test_a_plan_open_elsewhere_can_be_tried_again_once_it_is_closed(program: Program, path: Path) -> None:
    elsewhere = Document.open(path)
    program.will_press("Try again", "Try again", before_last=elsewhere.close)
    program.milepost.open(path)
    assert len(program.asked) == 2
    assert "close it there and try again" in program.asked[0]
    assert program.milepost.window is not None
    assert not program.milepost.window.editor.read_only


def test_a_plan_in_a_closed_folder_can_be_looked_at_and_copied(program: Program, path: Path) -> None:
    with closed_folder(path.parent):
        program.milepost.open(path)
        assert program.says.startswith("You can look at this plan but not change it: ")
        assert "folder" in program.says
        assert program.milepost.window is not None
        assert program.milepost.window.editor.read_only
        program.milepost.window.close()


def test_the_last_plan_on_a_stick_is_waited_for(program: Program, path: Path) -> None:
    program.settings.remember_plan(path)
    away = path.parent.with_name("away")
    path.parent.rename(away)
    program.will_press("Try again", "Try again", before_last=lambda: shutil.copytree(away, path.parent))
    program.milepost.start(None)
    assert len(program.asked) == 2
    assert program.asked[0].startswith("path.milepost is not there.")
    assert program.title == "Live"
    assert program.settings.last_plan == path


def test_the_last_plan_that_is_gone_is_restored_or_a_new_one_made(program: Program, path: Path) -> None:
    program.settings.remember_plan(path)
    path.unlink()
    program.will_press("Restore from a backup…")
    program.will_do(RestoreDialog, restore)
    program.milepost.start(None)
    assert program.title == "Endpoint live"


def test_a_new_plan_may_take_the_place_of_one_that_is_gone(program: Program, path: Path) -> None:
    program.settings.remember_plan(path)
    path.unlink()
    program.will_press("New plan")
    program.will_do(NewPlanWizard, lambda wizard: wizard.reject())
    program.milepost.start(None)
    assert program.settings.last_plan is None


def test_a_stick_that_is_not_found_now_is_asked_for_the_next_time_too(program: Program, path: Path) -> None:
    program.settings.remember_plan(path)
    path.unlink()
    program.will_press("Cancel")
    program.milepost.start(None)
    assert program.milepost.window is None
    assert program.settings.last_plan == path


def test_a_named_plan_that_is_gone_is_restored_from_its_backups(program: Program, path: Path) -> None:
    path.unlink()
    program.will_press("Restore from a backup…")
    program.will_do(RestoreDialog, restore)
    program.milepost.start(path)
    assert program.asked[0].startswith("path.milepost is not there. It is not in ")
    assert program.title == "Endpoint live"
    assert program.milepost.window is not None
    assert program.milepost.window.editor.document.path == path


def test_a_named_plan_that_is_gone_leads_to_no_new_one_unasked(program: Program, path: Path) -> None:
    made: list[bool] = []
    program.milepost.new_plan = lambda: made.append(True)  # type: ignore[method-assign]
    path.unlink()
    program.will_press("Cancel")
    program.milepost.start(path)
    missing = path.with_name("never there.milepost")
    program.will_press("OK")
    program.milepost.start(missing)
    assert program.asked[1] == f"There is no file {missing}."
    assert program.milepost.window is None
    assert not made
    program.will_press("New plan")
    program.milepost.start(path)
    assert made


def test_a_plan_of_late_that_is_gone_is_asked_about_over_the_open_one(program: Program, path: Path) -> None:
    other = path.with_name("other.milepost")
    Document.create(other, small_plan()).close()
    path.unlink()
    program.milepost.open(other)
    window = program.milepost.window
    program.will_press("Cancel")
    program.milepost.open(path)
    assert len(program.asked) == 1
    assert program.milepost.window is window
    program.will_press("Restore from a backup…")
    program.will_do(RestoreDialog, restore)
    program.milepost.open(path)
    assert program.milepost.window is not None
    assert program.milepost.window.editor.document.path == path


def test_another_plan_takes_the_place_only_when_nothing_is_lost(
    program: Program, path: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "stick") as disk:
        full = disk.folder / "full.milepost"
        shutil.copyfile(path, full)
        program.milepost.open(full)
        window = program.milepost.window
        assert window is not None
        disk.fill()
        window.editor.apply("Rename", rename, ENDPOINT, "Unsaved")
        program.will_press("Cancel")
        program.milepost.open(path)
        assert "Not in the plan yet: “Rename”." in program.asked[0]
        assert program.milepost.window is window
        with Document.open(path) as free:
            assert not free.read_only
        program.will_press("Close without saving")
        program.milepost.open(path)
        assert program.milepost.window is not window
        assert program.title == "Live"
        disk.make_room()


def test_a_copy_with_what_could_not_be_saved_is_gone_on_with(
    program: Program, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.milepost"
    # The system's own dialog takes no events of a test.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(copy), ""))
    with small_disk(tmp_path / "stick") as disk:
        full = disk.folder / "full.milepost"
        shutil.copyfile(path, full)
        program.milepost.open(full)
        window = program.milepost.window
        assert window is not None
        disk.fill()
        window.editor.apply("Rename", rename, ENDPOINT, "Unsaved")
        save = next(
            each for each in window.standing.banner.findChildren(QPushButton) if "copy" in each.text()
        )
        save.click()
        go_on = window.banner.findChild(QPushButton, "way-out")
        assert go_on is not None
        assert go_on.text() == "Go on in the copy"
        go_on.click()
        assert program.title == "Unsaved"
        assert program.milepost.window is not None
        assert program.milepost.window.editor.document.path == copy
        disk.make_room()
