"""What keeps a plan from being saved: a sentence that stays, ways on, and nothing lost. The real window."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from planner.domain.edits import rename, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.storage.document import Document
from planner.ui.editor import Editor
from tests.helpers.disks import SmallDisk, closed_folder
from tests.ui.standing.conftest import Answer, Study

ENDPOINT = MilestoneId("endpoint-live")
GRADIENT = ActivityId("gradient-descent")


def move_by_key(study: Study) -> None:
    """Select an activity and move it by a day, as a person does."""
    study.window.timeline.select(GRADIENT)
    study.window.activateWindow()
    study.window.timeline.outline.setFocus()
    study.qtbot.waitUntil(study.window.timeline.outline.hasFocus)
    QTest.keySequence(study.window.timeline.outline, QKeySequence("Alt+Right"))


def edit_elsewhere(study: Study, title: str) -> Path:
    """Another computer's version of the plan, beside it."""
    other = study.path.parent.parent / "from elsewhere.milepost"
    shutil.copyfile(study.path, other)
    with Document.open(other) as document:
        document.apply("Rename", rename, ENDPOINT, title)
    return other


def shown_title(study: Study) -> str:
    return study.editor.plan.milestone(ENDPOINT).title


def test_a_full_disk_is_said_until_there_is_room_and_the_step_is_done_then(
    study: Study, disk: SmallDisk
) -> None:
    assert study.status == "Saved"
    day = study.editor.schedule.start_day(GRADIENT)
    disk.fill()
    move_by_key(study)
    assert study.banner.sentence.startswith("Not saved: the disk is full.")
    assert "Not in the plan yet: “Move " in study.banner.sentence
    assert study.ways() == ["Try again", "Save a copy…", "Do without it"]
    assert study.status == "Not saved: the disk is full"
    assert study.editor.schedule.start_day(GRADIENT) == day
    assert study.in_file() == study.editor.plan
    assert not study.window.banner.sentence, "it is said once"

    study.press("Try again")
    assert study.banner.sentence.startswith("Not saved: the disk is full.")
    disk.make_room()
    study.press("Try again")
    study.is_well()
    assert study.status == "Saved"
    assert study.editor.schedule.start_day(GRADIENT) > day
    assert study.in_file() == study.editor.plan
    assert study.editor.undo_text.startswith("Move ")


def test_the_same_step_tried_twice_waits_once_and_undo_takes_back_what_is_saved(
    study: Study, disk: SmallDisk
) -> None:
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    disk.fill()
    move_by_key(study)
    move_by_key(study)
    assert len(study.editor.waiting) == 1
    study.window.activateWindow()
    QTest.keySequence(study.window.timeline.outline, QKeySequence("Ctrl+Z"))
    assert len(study.editor.waiting) == 1
    assert shown_title(study) == "Live"
    disk.make_room()
    study.editor.undo()
    study.says("The plan can be saved again.")
    assert study.ways() == ["Try again", "Save a copy…", "Do without it"]
    assert study.status == "Saved · 1 step waits"
    assert shown_title(study) != "Live"
    study.press("Do without it")
    assert study.banner.sentence == ""
    assert study.status == "Saved"


def test_what_is_in_a_copy_may_be_left_and_still_be_done_here(
    study: Study, disk: SmallDisk, tmp_path: Path, save_to: Callable[[Path], None], answer: Answer
) -> None:
    disk.fill()
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    save_to(tmp_path / "copy.milepost")
    study.press("Save a copy…")
    assert study.window.standing.may_leave(), "the copy holds it all"
    study.editor.apply("Aim", retarget, ENDPOINT, study.editor.schedule.finish)
    said = answer("Cancel")
    assert not study.window.standing.may_leave(), "the copy is without the last step"
    assert said
    disk.make_room()
    study.press("Try again")
    study.is_well()
    assert study.status == "Saved"
    assert study.in_file().milestone(ENDPOINT).title == "Live"


def test_after_a_reload_the_keyboard_is_where_it_was(study: Study) -> None:
    study.window.activateWindow()
    outline = study.window.timeline.outline
    outline.setFocus()
    study.qtbot.waitUntil(outline.hasFocus)
    study.path.write_bytes(edit_elsewhere(study, "Theirs").read_bytes())
    study.says("Another program has changed or replaced")
    button = next(each for each in study.banner.findChildren(QPushButton) if each.text() == "Reload")
    study.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    study.is_well()
    assert shown_title(study) == "Theirs"
    assert study.window.focusWidget() is outline


def test_several_steps_that_wait_are_spoken_of_as_several(study: Study, disk: SmallDisk) -> None:
    disk.fill()
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    assert "before your last step." in study.banner.sentence
    assert "Do without it" in study.ways()
    move_by_key(study)
    assert "before your last 2 steps." in study.banner.sentence
    assert "Do without them" in study.ways()
    disk.make_room()
    study.press("Do without them")
    assert study.status == "Saved"


def test_what_could_not_be_saved_goes_into_a_copy(
    study: Study, disk: SmallDisk, tmp_path: Path, save_to: Callable[[Path], None]
) -> None:
    disk.fill()
    study.editor.apply("Aim", rename, ENDPOINT, "Live")
    save_to(tmp_path / "copy.milepost")
    study.press("Save a copy…")
    assert study.status == "Not saved: the disk is full", "the plan itself does not have it"
    assert study.ways() == ["Try again", "Save a copy…", "Do without it"]
    assert (
        "The copy copy.milepost holds the plan with what could not be saved" in study.window.banner.sentence
    )
    with Document.open(tmp_path / "copy.milepost") as copy:
        assert copy.plan.milestone(ENDPOINT).title == "Live"
        assert copy.undo_text == "Aim"
    assert study.in_file().milestone(ENDPOINT).title != "Live"
    asked: list[object] = []
    study.window.standing.plan_requested.connect(asked.append)
    button = study.window.banner.findChild(QPushButton, "way-out")
    assert button is not None
    button.click()
    assert asked == [tmp_path / "copy.milepost"]


def test_a_note_typed_on_a_full_disk_stays_in_its_field_and_closing_asks(
    study: Study, disk: SmallDisk, answer: Answer
) -> None:
    study.window.timeline.select(ENDPOINT)
    notes = next(each for each in study.window.findChildren(QPlainTextEdit) if each.isVisible())
    disk.fill()
    study.qtbot.keyClicks(notes, "Free tier")
    said = answer("Cancel")
    assert not study.window.close()
    assert "the disk is full" in said[0]
    assert study.window.isVisible()
    assert notes.toPlainText() == "Free tier"

    said = answer("Try again")
    again = answer("Cancel")
    assert not study.window.close()
    assert said
    assert again
    disk.make_room()
    assert study.window.close(), "what stands in the field is kept, so there is nothing to ask"
    assert study.in_file().milestone(ENDPOINT).note == "Free tier"


def test_closing_without_saving_is_a_choice(study: Study, disk: SmallDisk, answer: Answer) -> None:
    disk.fill()
    study.editor.apply("Aim", rename, ENDPOINT, "Live")
    said = answer("Close without saving")
    assert study.window.close()
    assert "Not in the plan yet: “Aim”." in said[0]
    disk.make_room()
    assert study.in_file().milestone(ENDPOINT).title != "Live"


def test_a_folder_that_allows_no_changes_any_more_is_said_and_gone_on_with(study_at_home: Study) -> None:
    study = study_at_home
    with closed_folder(study.path.parent):
        study.editor.apply("Aim", rename, ENDPOINT, "Live")
        assert study.banner.sentence.startswith("Not saved: ")
        assert "folder" in study.banner.sentence
        assert study.status.startswith("Not saved: ")
        study.press("Try again")
        assert study.banner.sentence.startswith("Not saved: ")
    study.press("Try again")
    study.is_well()
    assert study.in_file().milestone(ENDPOINT).title == "Live"


def test_a_deleted_file_is_noticed_and_put_back(study: Study) -> None:
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    study.qtbot.wait(1)
    study.path.unlink()
    study.says("is no longer in its folder")
    assert study.status == "Not saved: the file is gone"
    assert study.ways() == ["Look again", "Put it back", "Save a copy…"]
    study.press("Look again")
    assert "is no longer in its folder" in study.banner.sentence
    study.press("Put it back")
    study.is_well()
    assert study.status == "Saved"
    assert study.in_file().milestone(ENDPOINT).title == "Live"
    assert study.editor.undo_text == "Rename"


def test_a_renamed_file_that_comes_back_needs_no_answer(study: Study) -> None:
    study.path.rename(study.path.with_name("away"))
    study.says("is no longer in its folder")
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    assert "Not in the plan yet: “Rename”." in study.banner.sentence
    study.path.with_name("away").rename(study.path)
    study.says("The plan can be saved again.")
    study.press("Try again")
    study.is_well()
    assert study.in_file().milestone(ENDPOINT).title == "Live"


def test_a_stick_that_is_taken_out_and_the_plan_saved_elsewhere(
    study: Study, disk: SmallDisk, tmp_path: Path, answer: Answer, save_to: Callable[[Path], None]
) -> None:
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    disk.take_out()
    study.editor.apply("Aim", retarget, ENDPOINT, study.editor.schedule.finish)
    assert "its disk was taken out" in study.banner.sentence
    save_to(tmp_path / "copy.milepost")
    said = answer("Save a copy…")
    assert study.window.close()
    assert said
    with Document.open(tmp_path / "copy.milepost") as copy:
        assert copy.plan.milestone(ENDPOINT).title == "Live"
        assert copy.plan.milestone(ENDPOINT).target == study.editor.schedule.finish


def test_a_file_replaced_by_a_sync_program_is_never_written_over(study: Study) -> None:
    other = edit_elsewhere(study, "Theirs")
    theirs = other.read_bytes()
    shutil.copyfile(other, study.path.with_name("new"))
    study.path.with_name("new").replace(study.path)
    study.says("Another program has changed or replaced path.milepost")
    assert study.status == "Not saved: another program changed the file"
    assert study.ways() == ["Reload", "Save a copy…"]
    study.editor.apply("Rename", rename, ENDPOINT, "Mine")
    assert study.path.read_bytes() == theirs
    assert shown_title(study) == "Endpoint live"
    study.press("Reload")
    assert shown_title(study) == "Theirs"
    study.says("Not in the plan yet: “Rename”.")
    study.press("Try again")
    study.is_well()
    assert study.in_file().milestone(ENDPOINT).title == "Mine"


def test_a_file_written_over_in_place_is_noticed_and_kept_as_a_copy(
    study: Study, tmp_path: Path, save_to: Callable[[Path], None]
) -> None:
    theirs = edit_elsewhere(study, "Theirs").read_bytes()
    study.editor.apply("Rename", rename, ENDPOINT, "Mine")
    study.path.write_bytes(theirs)
    study.says("Another program has changed or replaced")
    save_to(tmp_path / "copy.milepost")
    study.press("Save a copy…")
    with Document.open(tmp_path / "copy.milepost") as copy:
        assert copy.plan.milestone(ENDPOINT).title == "Mine"
    assert study.path.read_bytes() == theirs
    study.press("Reload")
    study.is_well()
    assert shown_title(study) == "Theirs"


@pytest.mark.parametrize("how", ["touched", "the same file anew"])
def test_what_changes_nothing_is_not_mentioned(study: Study, how: str) -> None:
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    if how == "touched":
        os.utime(study.path, (1, 1))
    else:
        shutil.copyfile(study.path, study.path.with_name("new"))
        study.path.with_name("new").replace(study.path)
    study.editor.check_file()
    assert study.banner.sentence == ""
    assert study.editor.apply("Rename", rename, ENDPOINT, "Again")
    assert study.in_file().milestone(ENDPOINT).title == "Again"


def test_a_file_damaged_underneath_is_said_and_the_plan_kept(
    study: Study, tmp_path: Path, save_to: Callable[[Path], None]
) -> None:
    data = bytearray(study.path.read_bytes())
    data[100:] = bytes(len(data) - 100)
    study.path.write_bytes(data)
    study.says("can no longer be read: its file is damaged")
    assert not study.editor.apply("Rename", rename, ENDPOINT, "Live")
    save_to(tmp_path / "copy.milepost")
    study.press("Save a copy…")
    assert study.path.read_bytes() == data
    with Document.open(tmp_path / "copy.milepost") as copy:
        assert copy.plan.milestone(ENDPOINT).title == "Live"
    assert study.ways() == ["Write it anew", "Save a copy…", "Do without it"]
    study.press("Write it anew")
    study.is_well()
    assert study.status == "Saved"
    assert "The damaged file is kept as path (replaced " in study.window.banner.sentence
    (kept,) = study.path.parent.glob("path (replaced *.milepost")
    assert kept.read_bytes() == data
    assert study.editor.apply("Rename", rename, ENDPOINT, "Whole")
    assert study.in_file().milestone(ENDPOINT).title == "Whole"


def test_a_plan_that_is_looked_at_follows_its_file(study: Study) -> None:
    with Document.open(study.path, read_only=True) as document:
        looking = Editor(document, lambda: study.editor.today)
        study.editor.apply("Rename", rename, ENDPOINT, "Live")
        looking.check_file()
        assert looking.plan.milestone(ENDPOINT).title == "Live"
        assert looking.trouble is None
        looking.deleteLater()


def test_the_keyboard_stays_on_the_way_that_is_tried_again(study: Study, disk: SmallDisk) -> None:
    disk.fill()
    study.editor.apply("Rename", rename, ENDPOINT, "Live")
    study.window.activateWindow()
    button = next(each for each in study.banner.findChildren(QPushButton) if each.text() == "Try again")
    button.setFocus()
    study.qtbot.waitUntil(button.hasFocus)
    study.qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.hasFocus()
    assert button.text() == "Try again"
