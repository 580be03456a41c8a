"""The week page in the whole window: its keys mean what they mean on cards, and its ways lead out of it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.domain.week_facts import WeekGoal
from planner.domain.week_notes import set_goals
from planner.ui.editor import Editor
from planner.ui.inspector.inspector import Inspector
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.clock_times_dialog import ClockTimesDialog
from planner.ui.week.go_to_week import GoToWeekDialog
from planner.ui.week.page import WeekPage
from planner.ui.week.planned_field import PlannedField
from planner.ui.week.session_card import SessionCard
from tests.helpers.mouse import Mouse

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot, editor: Editor, look: ThemeController, tmp_path: Path) -> MainWindow:
    """The window on the week page."""
    made = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    made.activateWindow()
    made.show_page("week")
    return made


@pytest.fixture
def page(window: MainWindow) -> WeekPage:
    """The week page of the window."""
    found = window.findChild(WeekPage)
    assert isinstance(found, WeekPage)
    return found


def action(window: MainWindow, name: str) -> QAction:
    """An action of the window."""
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def test_the_keyboard_begins_at_todays_session(window: MainWindow, page: WeekPage) -> None:
    assert window.focusWidget() is page.columns[1].cards[0]


def test_keys_that_mean_other_things_on_the_timeline_are_the_cards(
    qtbot: QtBot, window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    card = window.focusWidget()
    qtbot.keyClick(card, Key.Key_Right, Modifier.ControlModifier)
    assert editor.undo_text == "Move Regression course to Wed 6 Jan 2027"
    moved = window.focusWidget()
    assert isinstance(moved, SessionCard)
    assert moved.day == date(2027, 1, 6)
    qtbot.keyClick(moved, Key.Key_F2)
    field = window.focusWidget()
    assert isinstance(field, PlannedField)
    qtbot.keyClick(field, Key.Key_Escape)
    qtbot.keyClick(moved, Key.Key_Delete)
    assert editor.plan.placements == {}
    assert len(editor.plan.activities) == 4


def test_a_goal_that_is_being_typed_is_kept_when_the_window_closes(
    qtbot: QtBot, window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    qtbot.mouseClick(page.goals.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.goals.line, "Read chapter 3")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.close()
    assert editor.undo_text == "Add the goal Read chapter 3"


def test_minutes_that_are_being_typed_are_kept_when_the_window_closes(
    qtbot: QtBot, window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    field = page.columns[1].cards[0].actual
    field.setFocus()
    qtbot.keyClicks(field, "45")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.close()
    assert [each.minutes for each in editor.plan.sessions.values()] == [45]


def test_a_goal_that_is_being_written_is_kept_when_another_page_is_shown(
    qtbot: QtBot, window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    row = page.goals.rows[0]
    row.write()
    qtbot.keyClicks(window.focusWidget(), "Read chapter 3")
    # As when a reminder is clicked on: the keyboard is elsewhere, and comes back to the line later.
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    writing = [row.writing]

    window.show_page("timeline")
    writing.append(row.writing)
    assert writing == [True, False]
    assert editor.undo_text == "Change the goal to Read chapter 3"

    editor.undo()
    page.go_later()
    window.show_page("week")
    assert editor.redo_text == "Change the goal to Read chapter 3"


def test_undo_takes_a_move_back(qtbot: QtBot, window: MainWindow, editor: Editor) -> None:
    card = window.focusWidget()
    qtbot.keyClick(card, Key.Key_Right, Modifier.ControlModifier)
    action(window, "undo").trigger()
    assert editor.plan.placements == {}
    action(window, "redo").trigger()
    assert len(editor.plan.placements) == 1


def test_keys_go_through_the_weeks(qtbot: QtBot, window: MainWindow, page: WeekPage) -> None:
    qtbot.keyClick(window.focusWidget(), Key.Key_PageDown, Modifier.ControlModifier)
    assert page.first_day == date(2027, 1, 11)
    qtbot.keyClick(window.focusWidget(), Key.Key_PageUp, Modifier.ControlModifier)
    qtbot.keyClick(window.focusWidget(), Key.Key_PageUp, Modifier.ControlModifier)
    assert page.first_day == date(2026, 12, 28)
    qtbot.keyClick(window, Key.Key_Home, Modifier.ControlModifier)
    assert page.first_day == date(2027, 1, 4)

    def answer() -> None:
        (dialog,) = page.findChildren(GoToWeekDialog)
        qtbot.keyClicks(dialog.line, "4")
        qtbot.keyClick(dialog.line, Key.Key_Return)

    QTimer.singleShot(0, answer)
    qtbot.keyClick(window, Key.Key_G, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert page.first_day == date(2027, 1, 25)


def test_what_the_week_feeds_is_shown_beside_and_then_on_the_timeline(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    action(window, "inspector").trigger()
    (inspector,) = window.findChildren(Inspector)
    assert not inspector.isVisible()
    page.feeds.rows[0].click()
    assert page.isVisible()
    assert inspector.isVisible()
    assert inspector.milestone.isVisible()
    assert "Core proven" in [each.text() for each in inspector.findChildren(QLineEdit)] or "Core proven" in [
        each.text() for each in inspector.findChildren(QLabel)
    ]
    row = page.feeds.rows[0]
    Mouse(row).double_click(row.rect().center())
    assert window.timeline.isVisible()
    assert window.timeline.selected == "core-proven"


def test_the_menu_asks_for_clock_times_and_puts_sessions_back(
    qtbot: QtBot, window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    qtbot.keyClick(window.focusWidget(), Key.Key_Right, Modifier.ControlModifier)
    action(window, "put-week-back").trigger()
    assert editor.plan.placements == {}
    action(window, "clock-times").trigger()
    (dialog,) = window.findChildren(ClockTimesDialog)
    dialog.wanted.box.click()
    dialog.accept_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert len(editor.plan.facts.clock_times) == 7


def test_undo_and_redo_go_back_to_the_week_of_the_change(
    qtbot: QtBot, window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    qtbot.keyClick(window.focusWidget(), Key.Key_Right, Modifier.ControlModifier)
    page.go_later()
    page.go_later()
    window.show_page("timeline")
    scale = window.timeline.view.scale
    action(window, "undo").trigger()
    assert page.isVisible()
    assert page.first_day == date(2027, 1, 4)
    assert window.timeline.view.scale == scale, "the timeline behind stays as it was"
    assert window.timeline.selected is None
    page.go_earlier()
    action(window, "redo").trigger()
    assert page.first_day == date(2027, 1, 4)
    assert len(editor.plan.placements) == 1


def test_undo_of_logged_hours_and_goals_shows_their_week(
    window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    editor.apply("Log", log_session, ActivityId("regression-course"), date(2027, 1, 5), 40)
    editor.apply("Goals", set_goals, date(2027, 1, 18), (WeekGoal(text="Write"),))
    window.show_page("timeline")
    action(window, "undo").trigger()
    assert page.isVisible()
    assert page.first_day == date(2027, 1, 18)
    window.show_page("timeline")
    action(window, "undo").trigger()
    assert page.isVisible()
    assert page.first_day == date(2027, 1, 4)


def test_undo_of_what_the_timeline_shows_leaves_the_page(
    window: MainWindow, page: WeekPage, editor: Editor
) -> None:
    editor.apply("Rename", rename, ActivityId("write-up"), "Report")
    window.show_page("timeline")
    action(window, "undo").trigger()
    assert not page.isVisible()
    assert window.timeline.selected == "write-up"
