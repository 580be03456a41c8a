"""The timer in the whole window: from a session's card, the menu and the keys into bars and hours."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename, tick_step
from planner.domain.items import ActivityId, StepId
from planner.domain.progress import done_share
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.timer.bar import TimerBar
from planner.ui.timer.start_dialog import StartTimerDialog
from planner.ui.week.entry_dialog import EntryDialog
from planner.ui.week.page import WeekPage
from tests.helpers.clocks import Clock

REGRESSION = ActivityId("regression-course")
MONDAY = date(2027, 1, 4)


@pytest.fixture
def window(
    qtbot: QtBot,
    editor: Editor,
    look: ThemeController,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """The window on the week page, on the test's clock."""
    monkeypatch.setattr("planner.ui.timer.opening.time", clock)
    monkeypatch.setattr("planner.ui.timer.opening.LocalTime", lambda: clock.local)
    made = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.show_page("week")
    return made


def bar_of(window: MainWindow) -> TimerBar:
    found = window.findChild(TimerBar)
    assert isinstance(found, TimerBar)
    return found


def week_of(window: MainWindow) -> WeekPage:
    found = window.findChild(WeekPage)
    assert isinstance(found, WeekPage)
    return found


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def words(window: MainWindow) -> str:
    texts = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    return "\n".join(texts).replace("\u00a0", " ")


def test_from_a_card_to_hours_and_progress_everywhere(
    qtbot: QtBot,
    window: MainWindow,
    editor: Editor,
    let_pass: Callable[[object, float], None],
) -> None:
    page = week_of(window)
    card = page.columns[0].cards[0]
    before = done_share(editor.plan, editor.plan.activity(REGRESSION))
    qtbot.mouseClick(card.play, Qt.MouseButton.LeftButton)
    assert bar_of(window).sentence.words.startswith("Regression course")
    let_pass(window.timer, 7_200)
    window.show_page("timeline")
    assert bar_of(window).isVisible()
    assert bar_of(window).time.text() == "2:00:00"
    window.show_page("week")
    qtbot.mouseClick(bar_of(window).stop, Qt.MouseButton.LeftButton)

    assert done_share(editor.plan, editor.plan.activity(REGRESSION)) == pytest.approx(before + 0.1)
    assert "2 h studied of 10 h planned" in words(window)
    assert "This week 2 h of 10 h" in words(window)
    bars = {each.accessibleName(): each.value() for each in page.findChildren(QProgressBar)}
    assert bars["Hours studied this week"] == 120
    assert page.columns[0].cards[0].actual.text() == "2 h"
    marks = {each.id: each for each in window.timeline.view.marks()}
    assert REGRESSION in marks
    window.show_page("timeline")
    window.timeline.select(REGRESSION)
    assert "2 h" in words(window)
    action(window, "undo").trigger()
    assert "This week 0 min of 10 h" in words(window)


def test_the_card_that_is_timed_pauses_and_goes_on_by_its_button(
    qtbot: QtBot, window: MainWindow, editor: Editor, let_pass: Callable[[object, float], None]
) -> None:
    page = week_of(window)
    today, tomorrow = page.columns[0].cards[0], page.columns[1].cards[0]
    started_by = "Start the timer: Regression course, Week 1, 1 h 30, Mon 4 Jan 2027"
    assert today.play.accessibleName() == started_by
    qtbot.mouseClick(today.play, Qt.MouseButton.LeftButton)
    assert today.play.accessibleName().startswith("Pause the timer: Regression course")
    assert tomorrow.play.accessibleName().startswith("Start the timer: Regression course")
    let_pass(window.timer, 120)
    editor.apply("Rename", rename, REGRESSION, "<b>Lines</b>")
    assert today.play.accessibleName().startswith("Pause the timer: <b>Lines</b>")
    assert "&lt;b&gt;Lines" in today.play.toolTip()
    qtbot.mouseClick(today.play, Qt.MouseButton.LeftButton)
    assert bar_of(window).toggle.text() == "Resume"
    assert today.play.accessibleName().startswith("Start the timer: ")
    qtbot.mouseClick(today.play, Qt.MouseButton.LeftButton)
    assert bar_of(window).toggle.text() == "Pause"
    assert window.timer.seconds == 120


def test_the_keys_ask_what_to_time_then_pause_and_stop(
    qtbot: QtBot,
    window: MainWindow,
    editor: Editor,
    let_pass: Callable[[object, float], None],
) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    dialog = window.findChild(StartTimerDialog)
    assert isinstance(dialog, StartTimerDialog)
    assert dialog.study.activity == REGRESSION, "what is planned for today"
    dialog.accept_button.click()
    timer = window.timer.timer
    assert timer is not None
    assert timer.activity == REGRESSION
    let_pass(window.timer, 600)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert bar_of(window).toggle.text() == "Resume"
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert [(each.day, each.minutes) for each in editor.plan.sessions.values()] == [(MONDAY, 10)]


def test_an_activity_on_the_timeline_is_timed_at_its_first_open_step(
    window: MainWindow, editor: Editor
) -> None:
    editor.apply("Step", tick_step, REGRESSION, StepId("week-1"), True)
    window.show_page("timeline")
    window.timeline.select("core-proven")
    assert not action(window, "time-item").isEnabled()
    window.timeline.select(REGRESSION)
    action(window, "time-item").trigger()
    assert bar_of(window).sentence.words == "Regression course · Week 2"


def test_without_a_timer_stop_and_discard_say_so(window: MainWindow) -> None:
    for name in ("timer-stop", "timer-discard"):
        assert not action(window, name).isEnabled()
        assert action(window, name).statusTip() == "No timer runs."
    window.timer.start(REGRESSION, None)
    for name in ("timer-stop", "timer-discard"):
        assert action(window, name).isEnabled()
    action(window, "timer-toggle").trigger()
    assert "The timer for “Regression course” is paused." in words(window)
    action(window, "timer-toggle").trigger()
    assert "The timer for “Regression course” runs." in words(window)
    action(window, "timer-stop").trigger()
    assert not action(window, "timer-stop").isEnabled()


def test_sessions_can_be_put_back_where_some_were_moved(
    qtbot: QtBot, window: MainWindow, editor: Editor
) -> None:
    back = action(window, "put-week-back")
    assert not back.isEnabled()
    assert back.statusTip() == "No session of this week was moved."
    window.show_page("week")
    card = week_of(window).columns[0].cards[0]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert back.isEnabled()
    action(window, "week-later").trigger()
    assert not back.isEnabled()
    action(window, "week-now").trigger()
    back.trigger()
    assert editor.plan.placements == {}
    assert not back.isEnabled()


def test_discard_by_the_menu_logs_nothing(window: MainWindow, editor: Editor) -> None:
    window.timer.start(REGRESSION, None)
    action(window, "timer-discard").trigger()
    assert window.timer.timer is None
    assert editor.plan.sessions == {}
    assert "Bring it back" in bar_of(window).way_on.text()


def test_study_is_logged_by_hand_from_the_menu_with_today_in_it(
    qtbot: QtBot, window: MainWindow, editor: Editor
) -> None:
    action(window, "log-study").trigger()
    dialog = window.findChild(EntryDialog)
    assert isinstance(dialog, EntryDialog)
    assert dialog.day.day == MONDAY
    assert dialog.study.activity == "regression-course"  # as is planned next; typing replaces it
    assert dialog.focusWidget() is dialog.study.activities
    qtbot.keyClicks(dialog.study.activities, "write")
    qtbot.keyClick(dialog.study.activities, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.minutes, "0:40")
    dialog.accept_button.click()
    (entry,) = editor.plan.sessions.values()
    assert (entry.activity, entry.day, entry.minutes) == ("write-up", MONDAY, 40)


def test_study_logged_from_the_timeline_is_of_the_row_that_is_selected(window: MainWindow) -> None:
    window.show_page("timeline")
    window.timeline.select("write-up")
    action(window, "log-study").trigger()
    dialog = window.findChild(EntryDialog)
    assert isinstance(dialog, EntryDialog)
    assert dialog.study.activity == "write-up"
    dialog.reject()


def test_closing_the_window_keeps_the_timer_for_the_next(
    qtbot: QtBot,
    window: MainWindow,
    editor: Editor,
    look: ThemeController,
    clock: Clock,
    tmp_path: Path,
    let_pass: Callable[[object, float], None],
) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test's own frees it
    window.timer.start(REGRESSION, None)
    let_pass(window.timer, 1_204)
    window.close()
    clock.now += 3_600
    again = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(again)
    again.show()
    assert bar_of(again).sentence.words == (
        "The timer for “Regression course” was running when Milepost closed at 14:20. How much of it counts?"
    )


def test_a_timer_that_went_on_over_a_quick_restart_is_mentioned(
    qtbot: QtBot,
    window: MainWindow,
    editor: Editor,
    look: ThemeController,
    clock: Clock,
    tmp_path: Path,
) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test's own frees it
    window.timer.start(REGRESSION, None)
    window.close()
    clock.now += 30
    again = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(again)
    again.show()
    assert "The timer for “Regression course” went on while Milepost was closed." in words(again)


def test_a_plan_open_for_reading_only_offers_no_timer(
    qtbot: QtBot, document: Document, look: ThemeController, tmp_path: Path, qapp: QApplication, clock: Clock
) -> None:
    with Document.open(document.path, read_only=True) as reading:
        window = MainWindow(Editor(reading, clock.today, qapp), look, Settings(tmp_path / "milepost.ini"))
        qtbot.addWidget(window)
        window.show()
        window.show_page("week")
        for name in ("timer-toggle", "timer-stop", "timer-discard", "log-study"):
            assert not action(window, name).isEnabled()
        assert action(window, "all-logged").isEnabled()
        assert not week_of(window).columns[0].cards[0].play.isEnabled()
