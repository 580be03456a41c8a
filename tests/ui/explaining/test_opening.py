"""Why is this here?: asked by keys, menu and details; its lines lead to what they name, and back again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.domain.edits import mark_started, move_activity, retarget, set_share
from planner.domain.frame import settle
from planner.domain.items import ActivityId, DependencyId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.structure import remove_items
from planner.ui.calendar.dialog import CalendarDialog
from planner.ui.catch_up.dialog import CatchUpDialog
from planner.ui.editor import Editor
from planner.ui.explaining.dialog import FIRST_STEPS, WhyDialog
from planner.ui.explaining.line import ReasonLine
from planner.ui.fields.link_button import LinkButton
from planner.ui.inspector.inspector import Inspector
from planner.ui.link_dialog import LinkDialog
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.mouse import Mouse

Asked = Callable[[str | None], WhyDialog]

REGRESSION, GRADIENT = ActivityId("regression-course"), ActivityId("gradient-descent")
CLASSIFICATION = ActivityId("classification-course")
CORE = MilestoneId("core-fundamentals-proven")


@pytest.fixture
def window(editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    editor.changed.connect(made.timeline.on_changed)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asked(window: MainWindow, qtbot: QtBot) -> Asked:
    """Gives the explanation of an item, by the keys."""

    def ask(item: str | None) -> WhyDialog:
        if item is not None:
            window.timeline.select(item)
        QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        (dialog,) = window.findChildren(WhyDialog)
        # A dialog shares its window's activation: where the keyboard is, only the application knows.
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return ask


def line(dialog: WhyDialog, words: str) -> ReasonLine:
    """The one line that has some words in it."""
    (found,) = [each for each in dialog.lines if words in each.words]
    return found


def press(dialog: WhyDialog, words: str) -> None:
    """Click the line that has some words in it."""
    pressed = line(dialog, words)
    Mouse(pressed).click(pressed.rect().center())


def when_asked(do: Callable[[QDialog], None]) -> None:
    """Answer the dialog that a line opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                do(dialog)
            finally:
                dialog.reject()
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_the_keys_explain_what_is_selected(asked: Asked, window: MainWindow) -> None:
    dialog = asked(REGRESSION)
    assert dialog.title.words == "Why is “Regression” on 8 March – 3 April 2027?"
    assert [each.words for each in dialog.lines][:3] == [
        "It finishes on Sat 3 Apr 2027: 39 h of work from Mon 8 Mar 2027.",
        "Your hours are 10 h a week.",
        "It starts on Mon 8 Mar 2027: after “Gradient descent by hand” finishes on Mon 8 Mar 2027.",
    ]
    assert not dialog.isModal()
    # A screen reader hears the reason, and where it leads.
    found = line(dialog, "It starts on Mon 8 Mar")
    assert found.accessibleName() == found.words
    assert found.accessibleDescription() == "Go to “Gradient descent by hand”"
    assert line(dialog, "10 h a week").accessibleDescription() == "Open your hours a week"
    assert dialog.lines[0].hasFocus() or dialog.focusWidget() is dialog.lines[0]


def test_with_nothing_selected_it_is_the_finish(asked: Asked, window: MainWindow) -> None:
    dialog = asked(None)
    assert dialog.title.words.startswith("Why does the plan finish on ")
    assert "“Job-ready” lands" in dialog.lines[0].words


def test_a_line_goes_to_the_item_it_names_and_the_way_leads_back(asked: Asked, window: MainWindow) -> None:
    dialog = asked(REGRESSION)
    assert dialog.back.isHidden()
    press(dialog, "It starts on Mon 8 Mar")
    assert window.timeline.selected == GRADIENT
    assert dialog.asked == GRADIENT
    assert dialog.title.words.startswith("Why is “Gradient descent by hand”")
    Mouse(dialog.back).click(dialog.back.rect().center())
    assert dialog.asked == REGRESSION
    assert dialog.focusWidget() is dialog.lines[2]
    assert window.timeline.selected == REGRESSION
    assert dialog.back.isHidden()


def test_the_keyboard_goes_from_line_to_line_and_on(asked: Asked, window: MainWindow) -> None:
    dialog = asked(REGRESSION)
    for _ in range(2):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.lines[2]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.asked == GRADIENT
    QTest.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.asked == REGRESSION
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_chain_goes_on_where_it_is_asked_to(asked: Asked, window: MainWindow) -> None:
    dialog = asked(CLASSIFICATION)
    few = len(dialog.lines)
    assert few < 4 * FIRST_STEPS
    QTest.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    assert len(dialog.lines) > few
    assert dialog.focusWidget() is dialog.lines[few]
    assert dialog.lines[-1].words == "It starts on Mon 4 Jan 2027: that is the plan's first day."
    assert dialog.more.isHidden()


def test_own_dates_are_changed_where_their_lines_lead(
    asked: Asked, window: MainWindow, editor: Editor
) -> None:
    editor.apply("Move", move_activity, REGRESSION, date(2027, 3, 20))
    dialog = asked(REGRESSION)
    press(dialog, "your own start date")
    field = details(window).activity.not_before.edit
    assert window.focusWidget() is field
    field.selectAll()
    QTest.keyClicks(field, "27 Mar 2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.plan.activity(REGRESSION).not_before == date(2027, 3, 27)
    assert "It starts on Sat 27 Mar 2027: not before Sat 27 Mar 2027, your own start date." in [
        each.words for each in dialog.lines
    ]
    editor.undo()
    assert any("not before Sat 20 Mar 2027" in each.words for each in dialog.lines)
    editor.apply("Target", retarget, CORE, date(2027, 6, 20))
    window.timeline.select(CORE)
    QTest.mouseClick(why_link(window), Qt.MouseButton.LeftButton)
    press(dialog, "It stands on Sun 20 Jun 2027: the target you gave it.")
    assert window.focusWidget() is details(window).milestone.day.edit
    editor.apply("Share", set_share, REGRESSION, 0.4)
    dialog.ask(REGRESSION)
    press(dialog, "It gets 40 % of your 10 h a week: 4 h.")
    assert window.focusWidget() is details(window).activity.share


def test_waiting_days_open_their_link_and_hours_the_calendar(
    asked: Asked, window: MainWindow, editor: Editor
) -> None:
    def lag(plan: Plan) -> Plan:
        key, link = next((key, each) for key, each in plan.dependencies.items() if each.after == REGRESSION)
        waiting = replace(link, lag_days=3)
        return replace(plan, dependencies={**plan.dependencies, DependencyId(key): waiting})

    editor.apply("Wait", lag)
    dialog = asked(REGRESSION)
    opened: list[QDialog] = []
    when_asked(opened.append)
    press(dialog, "3 waiting days lie after")
    assert isinstance(opened[0], LinkDialog)
    when_asked(opened.append)
    press(dialog, "10 h a week")
    assert isinstance(opened[1], CalendarDialog)


def test_what_is_done_leads_to_its_progress_and_a_settled_day_to_catching_up(
    asked: Asked, window: MainWindow, editor: Editor
) -> None:
    editor.apply("Start", mark_started, REGRESSION, date(2027, 3, 9))
    editor.apply("Settle", settle, date(2027, 3, 15))
    dialog = asked(REGRESSION)
    opened: list[QDialog] = []
    when_asked(opened.append)
    press(dialog, "What is left counts from Mon 15 Mar 2027")
    assert isinstance(opened[0], CatchUpDialog)
    press(dialog, "You started it on Tue 9 Mar 2027.")
    assert window.focusWidget() is details(window).activity.verbs.started
    press(dialog, "39 h of work are left")
    assert window.focusWidget() is details(window).activity.effort.likely


def test_the_details_have_a_link_beside_the_dates_and_the_menu_has_it_of_one_row(window: MainWindow) -> None:
    window.timeline.select(REGRESSION)
    link = why_link(window)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(WhyDialog)
    assert dialog.asked == REGRESSION
    window.timeline.select("phase-1")
    QTest.mouseClick(why_link(window), Qt.MouseButton.LeftButton)
    assert "Phase 1" in dialog.title.words
    action = window.findChild(QAction, "why")
    assert isinstance(action, QAction)
    assert action.isEnabled()
    assert action.shortcut().toString() == "Ctrl+I"
    window.timeline.chosen.select_many([REGRESSION, GRADIENT])
    assert not action.isEnabled()


def details(window: MainWindow) -> Inspector:
    found = window.findChild(Inspector)
    assert isinstance(found, Inspector)
    return found


def why_link(window: MainWindow) -> LinkButton:
    """The link in the details that are shown."""
    (found,) = [
        each
        for each in details(window).findChildren(LinkButton)
        if each.accessibleName() == "Why then?" and each.isVisible()
    ]
    return found


def test_what_is_explained_and_deleted_closes_the_explanation(
    asked: Asked, window: MainWindow, editor: Editor
) -> None:
    dialog = asked(REGRESSION)
    press(dialog, "It starts on Mon 8 Mar")
    editor.apply("Delete", remove_items, [GRADIENT], editor.today)
    assert dialog.asked == REGRESSION
    editor.apply("Delete", remove_items, [REGRESSION], editor.today)
    assert not dialog.isVisible()
    editor.undo()
