"""Exporting to a calendar file: the days and events asked for are in it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.edits import set_effort
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.calendar_ics import read_calendar_file
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.publish.export_dialog import ExportCalendarDialog
from planner.ui.theme_controller import ThemeController

TODAY = date(2027, 4, 5)


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The whole path, as nothing is sent anywhere here."""
    return plan_from(default_roadmap(), Answers(start=date(2027, 1, 4)))


@pytest.fixture
def editor(tmp_path: Path, plan: Plan, look: ThemeController) -> Iterator[Editor]:
    """Its editor, three months in."""
    with Document.create(tmp_path / "path.milepost", plan) as document:
        yield Editor(document, lambda: TODAY)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(editor: Editor, look: ThemeController, window: QWidget) -> ExportCalendarDialog:
    made = ExportCalendarDialog(editor, look, window)
    made.show()
    return made


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file the learner names in the system's dialog, which tests cannot press."""
    path = tmp_path / "path.ics"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args, **_words: (str(path), "Calendar files")
    )
    return path


def type_day(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_it_offers_all_from_today_to_the_end(dialog: ExportCalendarDialog, editor: Editor) -> None:
    assert (dialog.first.day, dialog.last.day) == (TODAY, editor.schedule.last_day)
    assert "sessions" in dialog.count.words
    assert "milestones" in dialog.count.words


def test_the_file_holds_the_days_and_events_chosen(
    dialog: ExportCalendarDialog, target: Path, qtbot: QtBot
) -> None:
    type_day(dialog.first.edit, "12 April 2027")
    type_day(dialog.last.edit, "18 April 2027")
    dialog.options.milestones.click()
    dialog.options.remind.click()
    qtbot.waitUntil(lambda: "milestone" not in dialog.count.words)
    with qtbot.waitSignal(dialog.message) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == [f"Written: {target}"]
    events = read_calendar_file(target.read_bytes())
    assert len(events) == int(dialog.count.words.split()[0])
    assert all(date(2027, 4, 12) <= each.day <= date(2027, 4, 18) for each in events)
    assert {each.alarm for each in events} == {timedelta(hours=9)}


def test_days_the_wrong_way_round_cannot_be_saved(dialog: ExportCalendarDialog, target: Path) -> None:
    type_day(dialog.last.edit, "1 April 2027")
    dialog.accept()
    assert "The last day lies before 5 Apr 2027" in dialog.count.words
    assert not dialog.accept_button.isEnabled()
    assert not target.exists()


def test_without_events_there_is_nothing_to_save(dialog: ExportCalendarDialog, qtbot: QtBot) -> None:
    dialog.options.sessions.click()
    dialog.options.milestones.click()
    qtbot.waitUntil(lambda: not dialog.accept_button.isEnabled())
    assert "nothing to take along" in dialog.count.words


@pytest.mark.parametrize(("button", "cancelled"), [("Cancel them there", True), ("Leave them out", False)])
def test_over_an_earlier_file_it_asks_what_becomes_of_events_that_are_gone(
    dialog: ExportCalendarDialog,
    editor: Editor,
    look: ThemeController,
    window: QWidget,
    target: Path,
    button: str,
    cancelled: bool,
) -> None:
    dialog.accept()
    before = read_calendar_file(target.read_bytes())
    editor.apply("Less work", set_effort, ActivityId("gradient-descent"), 4)
    again = ExportCalendarDialog(editor, look, window)
    again.show()
    QTimer.singleShot(0, lambda: answer(again, button))
    again.accept()
    events = read_calendar_file(target.read_bytes())
    gone = {each.uid for each in before} - {each.uid for each in events if not each.cancelled}
    assert gone
    assert {each.uid for each in events if each.cancelled} == (gone if cancelled else set())


def answer(dialog: ExportCalendarDialog, button: str) -> None:
    ask = dialog.findChild(QMessageBox)
    assert ask is not None
    next(each for each in ask.buttons() if each.text() == button).click()


def test_a_file_that_cannot_be_written_is_said(
    dialog: ExportCalendarDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    nowhere = str(tmp_path / "gone" / "path.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_words: (nowhere, "Calendar files"))
    with qtbot.waitSignal(dialog.failed) as told:
        dialog.accept()
    assert "could not be written" in str(told.args)
