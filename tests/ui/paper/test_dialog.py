"""Minutes off a printed week: typed as a line or beside the list, seen before, and one step to undo."""

import sqlite3
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename, tick_step
from planner.domain.frame import set_weekly_hours
from planner.domain.items import ActivityId, StepId
from planner.domain.proof import log_session
from planner.domain.structure import remove_items
from planner.ui.editor import Editor
from planner.ui.paper.dialog import PaperDialog
from planner.ui.printing.printed_sheets import last_printed, remember_printed
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.plans import START
from tests.ui.paper.conftest import TODAY

REGRESSION = ActivityId("regression-course")


def opened(editor: Editor, look: ThemeController, settings: Settings, window: QWidget) -> PaperDialog:
    """The dialog for the first week, on show."""
    dialog = PaperDialog(editor, look, settings, START, window)
    dialog.show()
    return dialog


def typed(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Type a text into what has the keyboard."""
    qtbot.keyClicks(field, text)


def logged(editor: Editor) -> list[tuple[date, int]]:
    """Days and minutes of what is logged."""
    return sorted((each.day, each.minutes) for each in editor.plan.sessions.values())


def outcomes(dialog: PaperDialog) -> dict[int, str]:
    """What would come of each session, where something is said."""
    rows = {row.session.number: row.outcome.text() for row in dialog.sessions.rows}
    return {number: words for number, words in rows.items() if words}


def test_a_line_of_numbers_and_minutes_is_logged_by_enter(
    qtbot: QtBot, editor: Editor, dialog: PaperDialog
) -> None:
    assert not dialog.accept_button.isEnabled()
    typed(qtbot, dialog.text, "1 45, 2 0, 5 1:10")
    assert outcomes(dialog) == {1: "logs 45 min", 2: "not done", 5: "logs 1 h 10"}
    assert dialog.outcome.words == "2 sessions change. The week then has 1 h 55 of 10 h logged."
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert logged(editor) == [(START, 45), (START + timedelta(days=5), 70)]
    assert editor.undo_text == "Enter from paper: 4–10 January 2027"
    editor.undo()
    assert logged(editor) == []


def test_what_is_there_is_shown_and_gives_way(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings, window: QWidget
) -> None:
    for minutes, day in ((30, 0), (60, 1), (90, 2)):
        editor.apply("Log", log_session, REGRESSION, START + timedelta(days=day), minutes)
    dialog = opened(editor, look, settings, window)
    typed(qtbot, dialog.text, "1 45, 2 0, 3 x")
    assert outcomes(dialog) == {1: "45 min instead", 2: "1 h taken back", 3: "as it is"}
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert logged(editor) == [(START, 45), (START + timedelta(days=2), 90)]
    editor.undo()
    assert [each for _, each in logged(editor)] == [30, 60, 90]


def test_the_list_is_tabbed_through_and_writes_the_line(
    qtbot: QtBot, editor: Editor, dialog: PaperDialog
) -> None:
    window = dialog.windowHandle()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window)
    first = dialog.sessions.rows[0].amount
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is first
    typed(qtbot, first, "45")
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second = dialog.focusWidget()
    assert second is dialog.sessions.rows[1].amount
    typed(qtbot, second, "1:30")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    third = dialog.focusWidget()
    assert third is dialog.sessions.rows[2].amount
    typed(qtbot, third, "x")
    for _ in range(4):
        focused = dialog.focusWidget()
        assert isinstance(focused, QLineEdit)
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.accept_button
    assert dialog.text.toPlainText() == "1 45, 2 1:30, 3 x"
    assert [row.amount.text() for row in dialog.sessions.rows] == ["45", "90", "90", "", "", ""]
    qtbot.keyClick(dialog.accept_button, Qt.Key.Key_Return)
    assert [each for _, each in logged(editor)] == [45, 90, 90]


def test_clearing_a_field_takes_it_out_of_the_line(qtbot: QtBot, dialog: PaperDialog) -> None:
    typed(qtbot, dialog.text, "1 45, 2 30")
    field = dialog.sessions.rows[0].amount
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert dialog.text.toPlainText() == "2 30"
    assert outcomes(dialog) == {2: "logs 30 min"}


def test_what_cannot_be_meant_is_named_marked_and_logs_nothing(
    qtbot: QtBot, editor: Editor, dialog: PaperDialog
) -> None:
    typed(qtbot, dialog.text, "1 45, 9 10, 2 soon")
    assert dialog.problem.words.splitlines() == [
        "Entry 2, “9 10”: this sheet has no session 9; its sessions go from 1 to 6.",
        "Entry 3, “2 soon”: “soon” is no length of time; type minutes, or hours like 1:30.",
    ]
    marked = [each.cursor.selectedText() for each in dialog.text.extraSelections()]
    assert marked == ["9 10", "2 soon"]
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert logged(editor) == []


def test_many_problems_are_counted(qtbot: QtBot, dialog: PaperDialog) -> None:
    typed(qtbot, dialog.text, "a, b, c, d, e")
    assert dialog.problem.words.splitlines()[3:] == ["And 2 more."]


def test_numbers_are_those_of_the_sheet_though_the_plan_has_changed(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings, window: QWidget
) -> None:
    remember_printed(settings, editor.plan.facts.id, [START], editor.document.revision, START)
    editor.apply("Tick", tick_step, REGRESSION, StepId("week-1"), True)
    editor.apply("Hours", set_weekly_hours, (0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 5.0), START)
    dialog = opened(editor, look, settings, window)
    assert dialog.choice.revision.value() == 0
    assert len(dialog.sessions.rows) == 6
    typed(qtbot, dialog.text, "2 50")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert logged(editor) == [(START + timedelta(days=1), 50)]


def test_another_revision_typed_shows_the_sheet_of_then(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings, window: QWidget
) -> None:
    editor.apply("Hours", set_weekly_hours, (0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 5.0), START)
    dialog = opened(editor, look, settings, window)
    assert dialog.choice.revision.value() == 1
    days = {row.session.day.weekday() for row in dialog.sessions.rows}
    assert days == {5, 6}
    typed(qtbot, dialog.text, "1 45")
    dialog.choice.revision.setValue(0)
    assert {row.session.day.weekday() for row in dialog.sessions.rows} == {0, 1, 2, 3, 5}
    assert outcomes(dialog) == {1: "logs 45 min"}


def test_weeks_are_stepped_through_and_keep_their_own_figures(
    qtbot: QtBot, editor: Editor, dialog: PaperDialog, settings: Settings
) -> None:
    assert dialog.choice.week.words == "Week 1 of 7 · 4–10 January 2027"
    assert dialog.choice.printed_on == START
    qtbot.mouseClick(dialog.choice.later, Qt.MouseButton.LeftButton)
    assert dialog.choice.week.words == "Week 2 of 7 · 11–17 January 2027"
    assert dialog.choice.printed_on == TODAY
    qtbot.mouseClick(dialog.choice.earlier, Qt.MouseButton.LeftButton)
    assert dialog.choice.printed_on == START


def test_what_is_gone_from_the_plan_is_named(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings, window: QWidget
) -> None:
    remember_printed(settings, editor.plan.facts.id, [START], 0, START)
    editor.apply("Remove", remove_items, (REGRESSION,), TODAY)
    assert REGRESSION not in editor.plan.activities
    dialog = opened(editor, look, settings, window)
    assert set(outcomes(dialog).values()) == {"no longer in the plan"}
    typed(qtbot, dialog.text, "1 45")
    assert "Session 1: “Regression course” is no longer in the plan." in dialog.problem.words
    assert not dialog.accept_button.isEnabled()


def test_goals_ticked_on_paper_are_ticked_in_the_same_step(
    qtbot: QtBot, editor: Editor, dialog: PaperDialog
) -> None:
    typed(qtbot, dialog.text, "1 45")
    goal = dialog.goals.rows[0]
    qtbot.mouseClick(goal.box, Qt.MouseButton.LeftButton)
    assert dialog.outcome.words.endswith("1 goal changes.")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    notes = editor.plan.notes_of_week(START)
    assert notes is not None
    assert notes.goals is not None
    assert [each.done for each in notes.goals] == [True, False]
    editor.undo()
    assert editor.plan.notes_of_week(START) is None
    assert logged(editor) == []


def test_a_week_without_sessions_says_so(qtbot: QtBot, dialog: PaperDialog) -> None:
    dialog.choice.go_by(-4)
    assert dialog.sessions.rows == []
    assert dialog.choice.week.words.startswith("4 weeks before the start")
    typed(qtbot, dialog.text, "1 45")
    assert "this sheet has no sessions" in dialog.problem.words


def test_prints_are_remembered_by_week_and_the_last_one_counts(settings: Settings) -> None:
    weeks = [START + timedelta(days=7 * number) for number in range(3)]
    remember_printed(settings, "plan", weeks, 4, START)
    remember_printed(settings, "plan", weeks[1:2], 9, TODAY)
    found = [last_printed(settings, "plan", each) for each in weeks]
    assert [each.revision for each in found if each is not None] == [4, 9, 4]
    assert last_printed(settings, "other", START) is None
    settings.set_value_for("plan", "printed-sheets", ["nonsense", "2027-01-04 x y"])
    assert last_printed(settings, "plan", START) is None


def test_it_fits_a_small_screen_and_long_titles_wrap(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings, window: QWidget
) -> None:
    editor.apply("Rename", rename, REGRESSION, "A course with a title of very many words, " * 8)
    dialog = opened(editor, look, settings, window)
    typed(qtbot, dialog.text, "1 45, a, b")
    layout = dialog.layout()
    assert layout is not None
    assert layout.totalMinimumSize().width() <= 780
    dialog.resize(780, 480)
    assert dialog.height() == 480
    row = dialog.sessions.rows[0]
    assert row.height() > 60
    assert row.outcome.geometry().right() <= row.width()


def test_a_revision_that_cannot_be_read_is_said_and_another_one_goes_on(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings, window: QWidget
) -> None:
    editor.apply("Rename", rename, REGRESSION, "Renamed")
    with sqlite3.connect(editor.document.path) as connection:
        connection.execute("UPDATE journal SET changes = 'nonsense'")
    connection.close()
    dialog = opened(editor, look, settings, window)
    typed(qtbot, dialog.text, "1 45")
    dialog.choice.revision.setValue(0)
    assert "is damaged" in dialog.problem.words
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert logged(editor) == []
    dialog.choice.revision.setValue(1)
    assert dialog.problem.words == ""
    assert outcomes(dialog)[1] == "logs 45 min"
