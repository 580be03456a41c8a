"""The menu entries and the double click that open what changes hours and days off."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.ui.calendar.dialog import CalendarDialog
from planner.ui.calendar.week_dialog import WeekHoursDialog
from planner.ui.editor import Editor
from planner.ui.level.dialog import LevelDialog
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.mouse import Mouse


@pytest.fixture
def window(editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(editor, look, Settings(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1400, 800)
    with qtbot.waitExposed(window):
        window.show()
    return window


def action_of(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def answered(ask: Callable[[], object], answer: Callable[[QDialog], None]) -> QDialog:
    """Open a dialog that holds the program up, and answer it."""
    seen: list[QDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        answer(dialog)
        dialog.reject()

    QTimer.singleShot(0, act)
    ask()
    return seen[0]


@pytest.mark.parametrize(("action", "tab"), [("hours", 0), ("days-off", 1), ("holidays", 2)])
def test_the_calendar_opens_where_the_menu_says(window: MainWindow, action: str, tab: int) -> None:
    shown: list[int] = []

    def look_at(dialog: QDialog) -> None:
        assert isinstance(dialog, CalendarDialog)
        shown.append(dialog.tabs.currentIndex())

    answered(lambda: action_of(window, action).trigger(), look_at)

    assert shown == [tab]


def test_the_hours_of_the_week_of_the_selected_item_are_asked_for(window: MainWindow, editor: Editor) -> None:
    window.timeline.select("first-endpoint")
    weeks: list[date] = []

    def type_hours(dialog: QDialog) -> None:
        assert isinstance(dialog, WeekHoursDialog)
        weeks.append(dialog.first_day)
        QTest.keyClicks(dialog.hours, "13")
        QTest.keyClick(dialog.hours, Qt.Key.Key_Return)

    answered(lambda: action_of(window, "week-hours").trigger(), type_hours)

    assert float(editor.plan.calendar.daily_hours(weeks[0], 7).sum()) == 13
    assert editor.undo_text.endswith("13 h")


def test_a_double_click_on_the_limit_line_asks_for_that_weeks_hours(window: MainWindow) -> None:
    strip, scale = window.timeline.strip, window.timeline.view.scale
    x = round(scale.x(date(2027, 6, 9).toordinal()))
    y = next(y for y in range(strip.height()) if strip.limit_at(QPointF(x, y)) is not None)
    weeks: list[date] = []

    def look_at(dialog: QDialog) -> None:
        assert isinstance(dialog, WeekHoursDialog)
        weeks.append(dialog.first_day)

    answered(lambda: Mouse(strip).double_click(QPoint(x, y + 4)), look_at)

    assert weeks == [date(2027, 6, 7)]


def test_levelling_opens_from_the_menu(window: MainWindow) -> None:
    words: list[str] = []

    def look_at(dialog: QDialog) -> None:
        assert isinstance(dialog, LevelDialog)
        words.append(dialog.words.words)

    window.show_page("week")
    answered(lambda: action_of(window, "level").trigger(), look_at)

    assert "There is nothing to level" in words[0]
    assert window.timeline.isVisible()
