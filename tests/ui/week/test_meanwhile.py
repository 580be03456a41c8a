"""What is typed or pressed on the week page while an edit lets its cards and rows stand for others."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.domain.week_facts import WeekGoal
from planner.domain.week_notes import set_goals
from planner.ui.editor import Editor
from planner.ui.week.goal_row import GoalRow
from planner.ui.week.page import WeekPage
from planner.ui.week.session_card import SessionCard
from tests.ui.week.conftest import TUESDAY

Key = Qt.Key
MONDAY = TUESDAY - timedelta(days=1)
COURSE = ActivityId("regression-course")


@pytest.fixture
def guest(qtbot: QtBot, page: WeekPage, editor: Editor) -> SessionCard:
    """Wednesday's session, moved to Tuesday: the second card there."""
    page.activateWindow()
    page.columns[2].cards[0].setFocus()
    qtbot.keyClick(page.columns[2].cards[0], Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert len(page.columns[1].cards) == 2
    return page.columns[1].cards[1]


def test_minutes_typed_for_a_session_that_goes_are_not_logged(
    qtbot: QtBot, page: WeekPage, editor: Editor, guest: SessionCard
) -> None:
    guest.actual.setFocus()
    qtbot.keyClicks(guest.actual, "45")
    editor.undo()
    assert len(page.columns[1].cards) == 1
    assert editor.plan.sessions == {}
    assert editor.redo_text
    editor.redo()
    assert guest.isVisible()
    assert guest.actual.text() == ""


def test_minutes_typed_for_a_session_are_not_those_of_the_next(
    qtbot: QtBot, page: WeekPage, editor: Editor, guest: SessionCard
) -> None:
    first = page.columns[1].cards[0]
    qtbot.keyClick(first, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    stays = page.columns[1].cards[0]
    stays.actual.setFocus()
    qtbot.keyClicks(stays.actual, "45")
    editor.undo()
    qtbot.keyClick(stays.actual, Key.Key_Return)
    assert editor.plan.sessions == {}
    assert stays.actual.text() == ""


def test_planned_minutes_typed_for_a_session_are_not_those_of_the_next(
    qtbot: QtBot, page: WeekPage, editor: Editor, guest: SessionCard
) -> None:
    first = page.columns[1].cards[0]
    qtbot.keyClick(first, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    before, stays = editor.plan, page.columns[1].cards[0]
    qtbot.keyClick(stays, Key.Key_F2)
    field = page.focusWidget()
    qtbot.keyClicks(field, "45")
    editor.undo()
    qtbot.keyClick(field, Key.Key_Return)
    assert all(each.minutes != 45 for each in editor.plan.placements.values())
    editor.redo()
    assert editor.plan == before


def test_a_box_pressed_in_one_week_does_not_tick_in_another(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    tick = page.columns[1].cards[0].tick
    QTest.mousePress(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    page.go_later()
    QTest.mouseRelease(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert editor.plan.sessions == {}


def test_minutes_typed_for_an_entry_that_goes_are_not_those_of_the_next(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    page.activateWindow()
    editor.apply("Tuesday", log_session, COURSE, TUESDAY, 30)
    editor.apply("Monday", log_session, COURSE, MONDAY, 20)
    field = page.logged.rows[0].minutes
    field.setFocus()
    qtbot.keyClicks(field, "99")
    editor.undo()
    qtbot.keyClick(field, Key.Key_Return)
    assert [(each.day, each.minutes) for each in editor.plan.sessions.values()] == [(TUESDAY, 30)]


@pytest.fixture
def own(page: WeekPage, editor: Editor) -> list[GoalRow]:
    """The rows of three goals of one's own, of which undo leaves the first two."""
    page.activateWindow()
    for texts in (("One", "Two"), ("One", "Two", "Three")):
        editor.apply("Goals", set_goals, MONDAY, [WeekGoal(text=each) for each in texts])
    return page.goals.rows


def test_words_written_for_a_goal_that_goes_are_left(
    qtbot: QtBot, page: WeekPage, editor: Editor, own: list[GoalRow]
) -> None:
    before = editor.plan
    own[2].write()
    qtbot.keyClicks(page.focusWidget(), "Read")
    editor.undo()
    assert [each.words.words for each in page.goals.rows] == ["One", "Two"]
    editor.redo()
    assert editor.plan == before
    assert [each.words.words for each in page.goals.rows] == ["One", "Two", "Three"]
    assert not any(each.writing for each in page.goals.rows)


def test_words_written_for_a_goal_are_not_those_of_another(
    qtbot: QtBot, page: WeekPage, editor: Editor, own: list[GoalRow]
) -> None:
    editor.apply("Move", set_goals, MONDAY, [WeekGoal(text=each) for each in ("Two", "Three", "One")])
    own[0].write()
    field = page.focusWidget()
    qtbot.keyClicks(field, "Read")
    editor.undo()
    qtbot.keyClick(field, Key.Key_Return)
    assert [each.words.words for each in page.goals.rows] == ["One", "Two", "Three"]
    assert editor.redo_text == "Move"


def test_words_written_for_a_goal_are_kept_when_the_page_goes_from_view(
    qtbot: QtBot, page: WeekPage, editor: Editor, own: list[GoalRow]
) -> None:
    own[0].write()
    qtbot.keyClicks(page.focusWidget(), "Read")
    page.hide()
    assert editor.undo_text == "Change the goal to Read"
    page.show()
    assert [each.words.words for each in page.goals.rows] == ["Read", "Two", "Three"]


def test_a_goals_box_pressed_in_one_week_does_not_tick_in_another(
    page: WeekPage, editor: Editor, own: list[GoalRow]
) -> None:
    before, tick = editor.plan, own[0].tick
    QTest.mousePress(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    page.go_later()
    QTest.mouseRelease(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert editor.plan == before


def test_a_press_that_takes_a_goal_away_ticks_the_goal_it_was_for(
    qtbot: QtBot, page: WeekPage, editor: Editor, own: list[GoalRow]
) -> None:
    own[0].write()
    qtbot.keyClick(page.focusWidget(), Key.Key_Backspace)
    third = own[2].tick
    # The press takes the keyboard from the empty line, which takes that goal away.
    QTest.mousePress(third, Qt.MouseButton.LeftButton, pos=third.rect().center())
    assert [each.words.words for each in page.goals.rows] == ["Two", "Three"]
    QTest.mouseRelease(third, Qt.MouseButton.LeftButton, pos=third.rect().center())
    goals = editor.plan.weeks["2027-01-04"].goals or ()
    assert [(each.text, each.done) for each in goals] == [("Two", False), ("Three", True)]


def test_keys_that_reach_a_goal_that_is_gone_do_nothing(
    qtbot: QtBot, page: WeekPage, editor: Editor, own: list[GoalRow]
) -> None:
    gone = own[2]
    editor.undo()
    before = editor.plan
    for key in (Key.Key_Space, Key.Key_Delete):
        gone.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    assert editor.plan == before
