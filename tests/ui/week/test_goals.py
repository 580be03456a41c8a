"""The goals of a week: suggested by the schedule, and in one step the learner's own."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.week_facts import MOST_GOALS, WeekGoal
from planner.domain.week_notes import set_goals
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.week.goal_row import GoalRow
from planner.ui.week.page import WeekPage
from tests.helpers.mouse import Mouse

MONDAY = date(2027, 1, 4)
Key = Qt.Key


@pytest.fixture(autouse=True)
def with_keyboard(page: WeekPage) -> None:
    """The page has the keyboard."""
    page.activateWindow()


@pytest.fixture
def suggested(page: WeekPage) -> list[str]:
    """What the schedule suggests for the week."""
    texts = [each.text for each in page.week.goals]
    assert 1 <= len(texts) <= 3
    return texts


def texts(page: WeekPage) -> list[str]:
    """The goals on show."""
    return [row.words.words for row in page.goals.rows]


def three(page: WeekPage, editor: Editor) -> list[GoalRow]:
    """Rows of three goals of one's own."""
    editor.apply("Goals", set_goals, MONDAY, [WeekGoal(text=each) for each in ("One", "Two", "Three")])
    return page.goals.rows


def test_a_suggestion_is_ticked_and_is_then_ones_own(
    page: WeekPage, suggested: list[str], editor: Editor
) -> None:
    assert texts(page) == suggested
    assert not page.goals.suggest.isVisible()
    page.goals.rows[0].tick.click()
    goals = editor.plan.weeks["2027-01-04"].goals or ()
    assert [each.text for each in goals] == suggested
    assert (goals[0].done, goals[0].kind) == (True, "course")
    assert editor.undo_text == f"Tick the goal {suggested[0]}"
    assert page.goals.suggest.isVisible()
    editor.undo()
    assert not page.goals.rows[0].tick.isChecked()
    assert editor.plan.weeks == {}


def test_a_goal_is_written_where_it_stands(
    qtbot: QtBot, page: WeekPage, suggested: list[str], editor: Editor
) -> None:
    row = page.goals.rows[0]
    Mouse(row).click(row.words.geometry().center())
    field = page.focusWidget()
    qtbot.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "Finish week 1 & rest")
    qtbot.keyClick(field, Key.Key_Return)
    assert texts(page) == ["Finish week 1 & rest", *suggested[1:]]
    assert editor.undo_text == "Change the goal to Finish week 1 & rest"
    assert page.focusWidget() is row
    assert not row.writing


@pytest.mark.parametrize("words", ["One", "Read the chapters on vectors and matrices once more " * 4])
def test_nothing_moves_while_a_goal_is_written(
    qtbot: QtBot, page: WeekPage, editor: Editor, words: str
) -> None:
    def places() -> list[int]:
        below = (*page.goals.rows, page.goals, page.columns[0], page.logged)
        return [value for each in below for value in (each.y(), each.height())]

    goals = [WeekGoal(text=words), WeekGoal(text="Two", kind="course", minutes=60)]
    editor.apply("Goals", set_goals, MONDAY, goals)
    before = places()
    for row in page.goals.rows:
        row.setFocus()
        qtbot.keyClick(row, Key.Key_F2)
        field = page.focusWidget()
        assert row.writing
        assert field.parentWidget() is row
        assert field.geometry().contains(row.words.geometry())
        assert row.rect().contains(field.geometry())
        QApplication.processEvents()
        assert places() == before
        qtbot.keyClick(field, Key.Key_Escape)
        QApplication.processEvents()
        assert places() == before


def test_escape_leaves_a_goal_as_it_was(
    qtbot: QtBot, page: WeekPage, suggested: list[str], editor: Editor
) -> None:
    row = page.goals.rows[0]
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Return)
    field = page.focusWidget()
    qtbot.keyClicks(field, "Something else")
    qtbot.keyClick(field, Key.Key_Escape)
    assert texts(page) == suggested
    assert row.words.isVisible()
    assert editor.undo_text == ""


def test_goals_are_added_one_after_the_other(
    qtbot: QtBot, page: WeekPage, suggested: list[str], editor: Editor
) -> None:
    page.goals.add.click()
    assert page.focusWidget() is page.goals.line
    for words in ("Call Ana", "Read the paper"):
        qtbot.keyClicks(page.goals.line, words)
        qtbot.keyClick(page.goals.line, Key.Key_Return)
        assert page.focusWidget() is page.goals.line
    qtbot.keyClick(page.goals.line, Key.Key_Return)
    assert not page.goals.line.isVisible()
    assert page.goals.add.isVisible()
    assert texts(page) == [*suggested, "Call Ana", "Read the paper"]
    editor.undo()
    assert texts(page) == [*suggested, "Call Ana"]


def test_escape_leaves_the_line_for_a_new_goal(
    qtbot: QtBot, page: WeekPage, suggested: list[str], editor: Editor
) -> None:
    page.goals.add.click()
    qtbot.keyClicks(page.goals.line, "Call")
    qtbot.keyClick(page.goals.line, Key.Key_Escape)
    assert texts(page) == suggested
    assert page.goals.add.isVisible()
    assert editor.undo_text == ""


def test_what_is_being_written_is_kept_when_another_week_is_shown(
    qtbot: QtBot, page: WeekPage, suggested: list[str], editor: Editor
) -> None:
    page.goals.add.click()
    qtbot.keyClicks(page.goals.line, "Call Ana")
    page.go_later()
    assert [each.text for each in editor.plan.weeks["2027-01-04"].goals or ()] == [*suggested, "Call Ana"]
    assert "Call Ana" not in texts(page)
    page.go_earlier()
    assert texts(page)[-1] == "Call Ana"


def test_a_goal_is_taken_away_and_an_empty_one_goes_too(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    rows = three(page, editor)
    rows[1].setFocus()
    qtbot.keyClick(rows[1], Key.Key_Delete)
    assert texts(page) == ["One", "Three"]
    assert editor.undo_text == "Remove the goal Two"
    assert page.focusWidget() is page.goals.rows[1]
    rows[0].write()
    field = page.focusWidget()
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.keyClick(field, Key.Key_Return)
    assert texts(page) == ["Three"]
    page.goals.rows[0].remove.click()
    assert texts(page) == []
    assert "No goals yet." in page.goals.empty.words
    assert page.goals.suggest.isVisible()


def test_goals_are_suggested_again(page: WeekPage, suggested: list[str], editor: Editor) -> None:
    page.goals.rows[0].up.click()
    page.goals.rows[1].up.click()
    assert texts(page) == [suggested[1], suggested[0], *suggested[2:]]
    assert "no longer follows the plan" in page.goals.own.words
    page.goals.suggest.click()
    assert texts(page) == suggested
    assert editor.plan.weeks == {}
    assert editor.undo_text == "Replace the suggested goals"
    assert page.goals.own.words == ""
    assert page.focusWidget() is page.goals.rows[0]


def test_what_the_learner_wrote_or_ticked_stays_among_new_suggestions(
    qtbot: QtBot, page: WeekPage, suggested: list[str], editor: Editor
) -> None:
    rows = three(page, editor)
    rows[1].tick.click()
    page.goals.suggest.setFocus()
    qtbot.keyClick(page.goals.suggest, Qt.Key.Key_Space)
    assert texts(page) == ["One", "Two", "Three", *suggested]
    assert page.focusWidget() is page.goals.suggest
    page.goals.rows[3].write()
    field = page.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Read it twice")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.goals.suggest.click()
    assert texts(page) == ["One", "Two", "Three", "Read it twice", *suggested]


def choose(row: GoalRow, words: str, *, possible: bool = True) -> None:
    """Choose what says these words in the menu of a right click on a goal."""
    place = row.words.geometry().center()
    QApplication.sendEvent(
        row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.mapToGlobal(place))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [each for each in menu.actions() if each.text().replace("&", "").startswith(f"{words}\t")]
    assert action.isEnabled() == possible
    action.trigger()
    menu.close()


def test_a_right_click_offers_what_can_be_done(page: WeekPage, editor: Editor) -> None:
    rows = three(page, editor)
    choose(rows[0], "Move up", possible=False)
    choose(rows[0], "Move down")
    assert texts(page) == ["Two", "One", "Three"]
    choose(rows[0], "Tick as done")
    assert rows[0].tick.isChecked()
    choose(rows[0], "Take the tick back")
    choose(rows[2], "Remove")
    assert texts(page) == ["Two", "One"]
    choose(rows[0], "Change the words…")
    assert rows[0].writing


def test_the_tools_of_a_goal_cover_none_of_its_words(page: WeekPage, editor: Editor) -> None:
    long = "Read " + "all of it " * 15
    editor.apply("Goals", set_goals, MONDAY, [WeekGoal(text=long)])
    row = page.goals.rows[0]
    row.setFocus()
    tools = row.up.parentWidget()
    assert tools is not None
    assert tools.isVisible()
    assert not tools.geometry().intersects(row.words.geometry())


def test_goals_change_places_by_keys_and_buttons(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    rows = three(page, editor)
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(page) == ["Two", "One", "Three"]
    assert page.focusWidget() is rows[1]
    assert editor.undo_text == "Move the goal One down"
    rows[2].up.click()
    assert texts(page) == ["Two", "Three", "One"]
    assert not rows[0].up.isEnabled()
    assert not rows[2].down.isEnabled()


def test_a_goal_is_dragged_to_another_place(page: WeekPage, editor: Editor) -> None:
    rows = three(page, editor)
    mouse = Mouse(rows[0])
    mouse.press(QPoint(40, 10))
    mouse.move_by(0, rows[2].geometry().bottom() - rows[0].y() - 12)
    assert texts(page) == ["One", "Two", "Three"]
    mouse.release()
    assert texts(page) == ["Two", "Three", "One"]
    assert editor.undo_text == "Move the goal One down"
    assert not rows[0].writing


def test_escape_puts_a_carried_goal_down_where_it_was(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    rows = three(page, editor)
    rows[0].setFocus()
    mouse = Mouse(rows[0])
    mouse.press(QPoint(40, 10))
    mouse.move_by(0, 60)
    qtbot.keyClick(rows[0], Key.Key_Escape)
    mouse.release()
    assert texts(page) == ["One", "Two", "Three"]
    assert editor.undo_text == "Goals"


def test_a_goal_in_hand_is_put_down_when_the_goals_become_others(page: WeekPage, editor: Editor) -> None:
    rows = three(page, editor)
    before = editor.plan
    mouse = Mouse(rows[0])
    mouse.press(QPoint(40, 10))
    mouse.move_by(0, 60)
    # A week without goals, and back, as the keyboard can while a row is carried.
    for day in (date(2030, 1, 7), MONDAY):
        page.go_to(day)
        mouse.move_by(0, 20)
    mouse.release()
    assert texts(page) == ["One", "Two", "Three"]
    assert editor.plan == before


def test_up_and_down_go_from_goal_to_goal(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    rows = three(page, editor)
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Key.Key_Down)
    assert page.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], Key.Key_Space)
    assert rows[1].tick.isChecked()


def test_there_is_an_end_to_goals(page: WeekPage, editor: Editor) -> None:
    goals = [WeekGoal(text=str(each)) for each in range(MOST_GOALS)]
    editor.apply("Goals", set_goals, MONDAY, goals)
    assert not page.goals.add.isVisible()


def test_goals_of_a_plan_open_for_reading_only_stay(
    qtbot: QtBot, document: Document, look: ThemeController
) -> None:
    with Document.open(document.path, read_only=True) as reading:
        page = WeekPage(Editor(reading, lambda: MONDAY), look)
        qtbot.addWidget(page)
        page.show()
        row = page.goals.rows[0]
        Mouse(row).click(row.words.geometry().center())
        assert not row.writing
        assert not row.tick.isEnabled()
        assert not page.goals.add.isVisible()


def test_rows_say_what_they_are(page: WeekPage, suggested: list[str]) -> None:
    row = page.goals.rows[0]
    assert row.accessibleName() == f"Goal 1: {suggested[0]}"
    assert row.tick.accessibleName() == f"Done: {suggested[0]}"
    assert row.accessibleDescription() == page.week.goals[0].about
