"""The week page: what is ticked or typed is in the plan at once, and can be taken back."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.fields.icon_button import InfoButton
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage

REGRESSION = ActivityId("regression-course")
MONDAY = date(2027, 1, 4)


def words_on(page: WeekPage) -> str:
    """All words on show."""
    said = " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    return said.replace("\u00a0", " ")


def test_it_shows_this_week(page: WeekPage) -> None:
    words = words_on(page)
    for said in (
        "Week 1 of 7 · 4–10 January 2027",
        "Learning · 10 hours planned",
        page.week.goals[0].text,
        "Core proven",
        "6 Feb 2027 · 5 weeks · nothing to spare · 0 of 2 done",
        "0 min studied of 10 h planned",
        "rest",
    ):
        assert said in words


def test_a_tick_logs_the_planned_minutes_on_that_day(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    with qtbot.waitSignal(editor.changed):
        page.columns[0].cards[0].tick.click()
    (session,) = editor.plan.sessions.values()
    assert (session.activity, session.day, session.minutes) == (REGRESSION, MONDAY, 90)
    assert editor.undo_text == "Log 1 h 30 of Regression course"
    assert "1 h 30 studied of 10 h planned" in words_on(page)
    assert page.columns[0].cards[0].actual.text() == "1 h 30"


def test_taking_the_tick_away_takes_the_minutes_back(page: WeekPage, editor: Editor) -> None:
    tick = page.columns[0].cards[0].tick
    tick.click()
    tick.click()
    assert editor.plan.sessions == {}
    editor.undo()
    assert tick.isChecked()
    assert "1 h 30 studied of 10 h planned" in words_on(page)


def test_actual_minutes_are_typed_into_the_card(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    card = page.columns[1].cards[0]
    qtbot.keyClicks(card.actual, "125")
    qtbot.keyClick(card.actual, Qt.Key.Key_Return)
    (session,) = editor.plan.sessions.values()
    assert (session.minutes, session.step, session.day) == (125, "week-1", date(2027, 1, 5))
    assert card.tick.isChecked()
    assert not page.columns[0].cards[0].tick.isChecked()


def test_logged_sessions_are_corrected_and_removed_in_the_list(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    editor.apply("Log", log_session, ActivityId("write-up"), MONDAY, 30)
    (row,) = page.logged.rows
    row.minutes.selectAll()
    qtbot.keyClicks(row.minutes, "50")
    qtbot.keyClick(row.minutes, Qt.Key.Key_Return)
    assert [each.minutes for each in editor.plan.sessions.values()] == [50]
    assert "50 min Write up" in words_on(page)
    row.remove.click()
    assert editor.plan.sessions == {}
    assert not row.isVisible()


def test_study_that_was_not_planned_can_be_logged(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    logged = page.logged
    logged.activity.setCurrentIndex(logged.activity.findText("Serve model"))
    qtbot.keyClicks(logged.minutes, "40")
    logged.minutes.editingFinished.emit()
    logged.add.click()
    (session,) = editor.plan.sessions.values()
    assert (session.activity, session.day, session.minutes) == ("serve-model", date(2027, 1, 5), 40)
    assert logged.minutes.text() == ""


def test_enter_in_the_minutes_logs_them_once(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    qtbot.keyClicks(page.logged.minutes, "40")
    qtbot.keyClick(page.logged.minutes, Qt.Key.Key_Return)
    assert [each.minutes for each in editor.plan.sessions.values()] == [40]


def test_weeks_go_by_back_and_forth(page: WeekPage) -> None:
    page.go_later()
    assert page.first_day == date(2027, 1, 11)
    assert "Week 2 of 7" in words_on(page)
    page.go_earlier()
    page.go_earlier()
    assert "1 week before the start" in words_on(page)
    assert not any(card.isVisible() for column in page.columns for card in column.cards)
    page.go_to_this_week()
    assert page.first_day == MONDAY
    assert page.columns[0].cards[0].isVisible()


def test_a_plan_that_changes_changes_the_page_also_behind_another(page: WeekPage, editor: Editor) -> None:
    page.hide()
    editor.apply("Log", log_session, REGRESSION, MONDAY, 30)
    page.show()
    assert "30 min studied of 10 h planned" in words_on(page)


def test_the_keyboard_stays_where_it_was_after_a_tick(qtbot: QtBot, page: WeekPage) -> None:
    tick = page.columns[1].cards[0].tick
    page.activateWindow()
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert page.focusWidget() is tick


def test_print_and_pdf_are_asked_for_with_the_week(qtbot: QtBot, page: WeekPage) -> None:
    page.go_later()
    buttons = {each.text(): each for each in page.findChildren(QPushButton)}
    for name, signal in (("Print…", page.print_requested), ("PDF…", page.pdf_requested)):
        with qtbot.waitSignal(signal) as asked:
            buttons[name].click()
        assert asked.args == [date(2027, 1, 11)]


def test_each_box_and_button_has_a_name(page: WeekPage) -> None:
    card = page.columns[0].cards[0]
    assert card.tick.accessibleName() == "Done: Regression course, Week 1, 1 h 30, Mon 4 Jan 2027"
    assert card.actual.accessibleName().startswith("Actual minutes: Regression course")
    assert page.columns[1].accessibleName() == "Today, Tuesday 5 January 2027, 1 h 30"
    for button in (*page.findChildren(QToolButton), *page.findChildren(QPushButton)):
        assert button.accessibleName() or button.text()


def test_a_plan_open_for_reading_only_takes_no_ticks(
    qtbot: QtBot, document: Document, look: ThemeController
) -> None:
    with Document.open(document.path, read_only=True) as reading:
        editor = Editor(reading, lambda: MONDAY)
        page = WeekPage(editor, look)
        qtbot.addWidget(page)
        page.go_to_this_week()
        assert not page.columns[0].cards[0].tick.isEnabled()
        assert not page.columns[0].cards[0].actual.isEnabled()
        assert not page.logged.add.isEnabled()


def test_the_page_fits_a_narrow_window_and_a_dark_one(
    qtbot: QtBot, page: WeekPage, look: ThemeController
) -> None:
    look.choose("dark")
    page.resize(900, 700)
    image = page.grab().toImage()
    assert page.width() == 900
    assert image.pixelColor(4, 4).lightness() < 60
    for column in page.columns:
        for card in column.cards:
            assert card.actual.geometry().right() < card.width()
            assert card.width() <= column.width()


def test_its_figures_answer_where_they_come_from(page: WeekPage) -> None:
    answers = {
        each.accessibleName().rpartition(": ")[2]: each.accessibleDescription()
        for each in page.findChildren(InfoButton)
        if each.isVisible()
    }
    assert "all of them rest on " in answers["This week’s goals"]
    assert "margin" in answers["What it feeds"]
    assert "float" in answers["What it feeds"]
    assert "your 10 h a week" in answers["Hours studied this week"]


def test_a_session_tells_its_activitys_effort_and_whose_figure_it_is(page: WeekPage) -> None:
    card = page.columns[0].cards[0]
    assert "Regression course · 20 h (15–30 h) in all · our suggestion" in card.toolTip()
    assert card.accessibleDescription().splitlines()[0] in card.toolTip()


def test_a_week_without_work_has_nothing_to_explain_in_its_cards(page: WeekPage) -> None:
    page.go_to(date(2029, 1, 1))
    names = [each.accessibleName() for each in page.findChildren(InfoButton) if each.isVisible()]
    assert names == ["Where it comes from: Hours studied this week"]
