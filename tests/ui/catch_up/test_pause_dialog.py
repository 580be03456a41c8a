"""Pausing asks for days, shows what they do to the finish, and is one step to undo."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.calendar import CalendarException
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.storage.document import Document
from planner.ui.catch_up.pause_dialog import PauseDialog
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from tests.helpers.mouse import Mouse
from tests.helpers.networks import chain, goal, network, work

TODAY = date(2027, 1, 25)


def some_done() -> Plan:
    """24 hours until Sat 16 January at 12 a week; 6 of them were studied on Wed 6."""
    plan = network(work("A", 12), work("B", 36), goal("M"), *chain("A", "B", "M"))
    return log_session(plan, ActivityId("A"), date(2027, 1, 6), 6 * 60)


@pytest.fixture
def editor(tmp_path: Path, look: ThemeController) -> Iterator[Editor]:
    with Document.create(tmp_path / "plan.milepost", some_done()) as document:
        yield Editor(document, lambda: TODAY)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(editor: Editor, look: ThemeController, window: QWidget, qtbot: QtBot) -> PauseDialog:
    dialog = PauseDialog(editor, look, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def typed(qtbot: QtBot, dialog: PauseDialog, first: str, last: str) -> None:
    for field, text in ((dialog.first, first), (dialog.last, last)):
        field.edit.selectAll()
        qtbot.keyClicks(field.edit, text)
        field.take_text()


def test_days_to_come_have_no_hours_and_move_what_is_after_them(
    dialog: PauseDialog, editor: Editor, qtbot: QtBot, tmp_path: Path
) -> None:
    typed(qtbot, dialog, "27 Jan 2027", "2 Feb 2027")
    dialog.name.setCurrentText("Illness")
    assert "Finish: 30 Jan → 6 Feb 2027, 7 days later" in dialog.outcome.words
    assert "7 days without study: 27 January – 2 February 2027" in dialog.outcome.words
    assert "P10–P90, 8 in 10 tries of the forecast: " in dialog.outcome.words
    before = editor.plan
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    pause = CalendarException(first=date(2027, 1, 27), last=date(2027, 2, 2), name="Illness")
    assert editor.plan.calendar.exceptions == (pause,)
    assert editor.undo_text == "Pause studying on 27 January – 2 February 2027"
    with Document.open(tmp_path / "plan.milepost", read_only=True) as reopened:
        assert reopened.plan.calendar.exceptions == (pause,)
    editor.undo()
    assert editor.plan == before


def test_so_many_weeks_go_from_the_first_day_on(dialog: PauseDialog, qtbot: QtBot) -> None:
    assert (dialog.first.day, dialog.last.day, dialog.weeks.value()) == (TODAY, date(2027, 1, 31), 1)
    dialog.weeks.setFocus()
    dialog.weeks.selectAll()
    qtbot.keyClicks(dialog.weeks, "3")
    assert dialog.last.day == date(2027, 2, 14)
    typed(qtbot, dialog, "1 Feb 2027", "21 Feb 2027")
    assert dialog.weeks.value() == 3
    typed(qtbot, dialog, "1 Feb 2027", "20 Feb 2027")
    assert dialog.weeks.text() == "other days"


def test_who_was_away_goes_on_today_in_one_step(dialog: PauseDialog, editor: Editor, qtbot: QtBot) -> None:
    before = editor.plan
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton, pos=dialog.back.rect().center() / 4)
    assert (dialog.first.day, dialog.last.day) == (date(2027, 1, 7), date(2027, 1, 24))
    assert dialog.accept_button.text() == "Go on from today"
    dialog.name.setCurrentText("Illness")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert editor.plan.facts.status_date == TODAY
    (away,) = editor.plan.calendar.exceptions
    assert (away.first, away.last, away.name) == (date(2027, 1, 7), date(2027, 1, 24), "Illness")
    # 6 + 36 hours from Mon 25 January on: three and a half weeks.
    assert editor.schedule.finish == date(2027, 2, 17)
    assert editor.undo_text == "Go on from 25 Jan 2027 after a pause"
    editor.undo()
    assert editor.plan == before


def test_what_comes_of_the_days_away_and_what_of_catching_up_is_told_apart(
    dialog: PauseDialog, editor: Editor, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton, pos=dialog.back.rect().center() / 4)
    typed(qtbot, dialog, "18 Jan 2027", "24 Jan 2027")
    # A week away is 12 hours, as many days as the plan's; 6 hours of the first two weeks are logged.
    assert "Finish: 30 Jan → 17 Feb 2027, 3 weeks later" in dialog.outcome.words
    told = "7 days come from the days away, and 11 days from what was planned on other days before today"
    assert dialog.notes.words.startswith(told)
    assert "logged on these days" not in dialog.notes.words
    typed(qtbot, dialog, "24 Jan 2027", "24 Jan 2027")
    assert dialog.notes.words.startswith("The days away alone do not move the finish: 3 weeks come from")
    editor.apply("Log", log_session, ActivityId("A"), date(2027, 1, 20), 90)
    typed(qtbot, dialog, "18 Jan 2027", "24 Jan 2027")
    assert "1.5 h are logged on these days. They stay, and count as done." in dialog.notes.words


def test_the_wheel_scrolls_past_the_fields(dialog: PauseDialog) -> None:
    for field in (dialog.weeks, dialog.name):
        dialog.first.edit.setFocus()
        before = (dialog.weeks.value(), dialog.name.currentText())
        Mouse(field).wheel(field.rect().center(), -1)
        assert (dialog.weeks.value(), dialog.name.currentText()) == before


def test_days_the_wrong_way_round_are_said_and_not_taken(
    dialog: PauseDialog, editor: Editor, qtbot: QtBot
) -> None:
    typed(qtbot, dialog, "10 Feb 2027", "8 Feb 2027")
    assert dialog.problem.words == "The last day cannot come before the first."
    assert not dialog.accept_button.isEnabled()
    dialog.accept()
    assert editor.undo_text == ""


def test_who_was_not_away_cannot_say_so(tmp_path: Path, look: ThemeController, window: QWidget) -> None:
    plan = log_session(some_done(), ActivityId("A"), date(2027, 1, 24), 60)
    with Document.create(tmp_path / "other.milepost", plan) as document:
        dialog = PauseDialog(Editor(document, lambda: TODAY), look, window)
        assert not dialog.back.isEnabled()
