"""Reminders are chosen by typing and ticking, and the dialog says at once when the next one comes."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.domain.reminders import Reminders
from planner.ui.editor import Editor
from planner.ui.reminders.dialog import RemindersDialog
from planner.ui.reminders.reminder_clock import ReminderClock
from planner.ui.theme_controller import ThemeController
from tests.helpers.plans import START
from tests.helpers.reminding import Recorder, Wall

Opener = Callable[..., RemindersDialog]


@pytest.fixture
def opened(qtbot: QtBot, clock: ReminderClock, look: ThemeController) -> Opener:
    """Opens the dialog."""
    window = QWidget()
    qtbot.addWidget(window)

    def open_it(*, has_tray: bool = True) -> RemindersDialog:
        dialog = RemindersDialog(clock, has_tray=has_tray, try_it=lambda: None, parent=window)
        dialog.show()
        return dialog

    return open_it


def said(dialog: RemindersDialog) -> str:
    """When the next reminder comes."""
    return dialog.upcoming.words


def test_nothing_comes_until_it_is_ticked(opened: Opener, clock: ReminderClock) -> None:
    dialog = opened()
    assert said(dialog) == "No reminders."
    assert not dialog.study_at.isEnabled()
    assert not dialog.review_at.isEnabled()
    dialog.study.click()
    assert dialog.study_at.isEnabled()
    assert said(dialog) == "Next: to study on Mon 4 Jan 2027 at 19:00."
    dialog.reject()
    assert clock.reminders == Reminders()


def test_a_time_is_typed_after_a_click_and_kept(
    qtbot: QtBot, opened: Opener, clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    dialog = opened()
    dialog.study.click()
    line = dialog.study_at
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, line.height() // 2))
    qtbot.keyClicks(line, "25:00")
    assert "“25:00” is no time of the day" in dialog.problem.words
    assert not dialog.accept_button.isEnabled()
    assert not said(dialog)
    line.selectAll()
    qtbot.keyClicks(line, "8:15 pm")
    assert not dialog.problem.isVisible()
    assert said(dialog) == "Next: to study on Mon 4 Jan 2027 at 20:15."
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert clock.reminders == Reminders(study=True, study_at=20 * 60 + 15)
    assert recorder.wanted
    wall.put(START, "20:15")
    clock.check()
    assert len(recorder.told) == 1


def test_the_week_is_looked_back_on_when_it_suits(opened: Opener) -> None:
    dialog = opened()
    dialog.review.click()
    assert said(dialog) == "Next: to look back on Sun 10 Jan 2027 at 18:00."
    dialog.weekday.setCurrentIndex(0)
    dialog.review_at.set_minutes(9 * 60)
    assert said(dialog) == "Next: to look back on Mon 11 Jan 2027 at 9:00."


def test_it_says_where_reminders_come_from(opened: Opener) -> None:
    assert "notification of your system" in opened().how.words
    assert "no tray" in opened(has_tray=False).how.words


def test_everything_has_a_name(opened: Opener) -> None:
    dialog = opened()
    for field in (dialog.study_at, dialog.weekday, dialog.review_at):
        assert field.accessibleName()


def test_the_next_is_tomorrow_once_today_is_told(opened: Opener, clock: ReminderClock, wall: Wall) -> None:
    clock.want(Reminders(study=True))
    wall.put(START, "19:00")
    clock.check()
    tomorrow = START + timedelta(days=1)
    assert said(opened()) == f"Next: to study on Tue {tomorrow.day} Jan 2027 at 19:00."


def test_the_next_is_tomorrow_once_today_is_done(
    opened: Opener, clock: ReminderClock, editor: Editor
) -> None:
    clock.want(Reminders(study=True))
    editor.apply("Log", log_session, ActivityId("regression-course"), START, 90)
    assert said(opened()) == "Next: to study on Tue 5 Jan 2027 at 19:00."
    editor.undo()
    assert said(opened()) == "Next: to study on Mon 4 Jan 2027 at 19:00."
