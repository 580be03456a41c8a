"""The page in its window: it follows what is logged, reads as tables, and leads to the timeline."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from planner.domain.edits import mark_finished, retarget
from planner.domain.fixed_dates import add_fixed_date
from planner.domain.items import ActivityId, ChecklistItemId, MilestoneId, PhaseId
from planner.domain.proof import log_session, tick
from planner.domain.structure import link
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.progress.page import ProgressPage
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.looks import wait_until_freed
from tests.helpers.mouse import Mouse
from tests.ui.progress.conftest import card_of

REGRESSION, CLUSTERING = ActivityId("regression-course"), ActivityId("clustering-course")
CORE, ENDPOINT = MilestoneId("core-proven"), MilestoneId("endpoint-live")
DAY = date(2027, 1, 11)


def said(page: ProgressPage, name: str) -> str:
    """The sentence of a chart as it stands on the page."""
    return card_of(page, name).sentence.words


def cells(page: ProgressPage, name: str) -> list[list[str]]:
    """What the table of a chart shows."""
    model = card_of(page, name).table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_the_third_page_comes_by_key_and_by_the_switch(window: MainWindow, qtbot: QtBot) -> None:
    (page,) = window.findChildren(ProgressPage)
    window.activateWindow()
    window.timeline.outline.setFocus()
    qtbot.waitUntil(window.timeline.outline.hasFocus)
    QTest.keySequence(window.timeline.outline, QKeySequence("Ctrl+3"))
    assert page.isVisible()
    segments = [each for each in window.findChildren(QToolButton) if each.property("segment")]
    assert [(each.text(), each.isChecked()) for each in segments] == [
        ("Timeline", False),
        ("Week", False),
        ("Progress", True),
    ]
    Mouse(segments[0]).click(segments[0].rect().center())
    assert not page.isVisible()
    Mouse(segments[2]).click(segments[2].rect().center())
    assert page.isVisible()


def test_logged_hours_change_sentence_and_table(page: ProgressPage, editor: Editor) -> None:
    assert said(page, "hours").startswith(
        "Nothing is logged yet. Your plan has 70 h of study until 20 Feb 2027"
    )
    card_of(page, "hours").switch.click()
    card_of(page, "weeks").switch.click()
    assert cells(page, "hours")[1][:3] == ["17 Jan 2027", "20", "–"]
    editor.apply("Log", log_session, REGRESSION, DAY, 390)
    assert said(page, "hours").startswith("You have studied 6.5 h of 33 h planned by today.")
    assert cells(page, "hours")[1][:3] == ["17 Jan 2027", "20", "6.5"]
    assert cells(page, "weeks")[1] == ["Week 2", "11 Jan 2027", "10", "6.5"]
    assert said(page, "weeks") == (
        "In the last 3 weeks you studied 2.25 h a week of 10 h planned. This week: 0 h of 10 h so far."
    )
    editor.undo()
    assert said(page, "hours").startswith("Nothing is logged yet.")


def test_the_forecast_comes_after_an_edit_without_being_asked(
    page: ProgressPage, window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    before = said(page, "milestones")
    with qtbot.waitSignal(window.forecasts.changed):
        editor.apply("Finish", mark_finished, REGRESSION, date(2027, 1, 20))
    range_now = window.forecasts.forecast.of(CORE) if window.forecasts.forecast is not None else None
    assert range_now is not None
    assert said(page, "milestones") != before
    assert f"by {range_now.p50.day} {range_now.p50:%b %Y} in 5 of 10 tries" in said(page, "milestones")


def test_what_was_added_a_moment_ago_stands_there_before_its_forecast(
    page: ProgressPage, editor: Editor
) -> None:
    card_of(page, "milestones").switch.click()
    new = MilestoneId("exam")
    editor.apply("Add", add_fixed_date, new, PhaseId("learning"), "Exam", date(2027, 3, 1))
    editor.apply("Link", link, CLUSTERING, new)
    assert cells(page, "milestones")[-1][:5] == ["Exam", "1 Mar 2027", "6 Feb 2027", "–", "–"]
    editor.undo()
    editor.undo()
    assert [each[0] for each in cells(page, "milestones")] == ["Core proven", "Endpoint live"]


def test_nothing_is_worked_out_while_another_page_shows(
    page: ProgressPage, window: MainWindow, editor: Editor
) -> None:
    window.show_page("week")
    editor.apply("Log", log_session, REGRESSION, DAY, 120)
    assert said(page, "hours").startswith("Nothing is logged yet.")
    window.show_page("progress")
    assert said(page, "hours").startswith("You have studied 2 h of 33 h planned by today.")


def test_a_chart_reads_as_a_table_by_keys_alone(page: ProgressPage, qtbot: QtBot) -> None:
    card = card_of(page, "milestones")
    page.window().activateWindow()
    card.switch.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(card.switch.hasFocus)
    qtbot.keyClick(card.switch, Qt.Key.Key_Space)
    assert card.table.isVisible()
    assert not card.view.isVisible()
    assert card.table.accessibleName() == "Milestones, as a table"
    assert card.switch.accessibleName() == "Show “Milestones” as table"
    assert cells(page, "milestones")[0][:3] == ["Core proven", "–", "6 Feb 2027"]
    assert cells(page, "milestones")[0][5] == "0 of 2"
    header = card.table.model().headerData
    assert header(1, Qt.Orientation.Horizontal) == "Your target"
    qtbot.keyClick(card.switch, Qt.Key.Key_Space)
    assert card.view.isVisible()


def test_a_table_begins_where_today_is(page: ProgressPage) -> None:
    for name, row in (("hours", 3), ("weeks", 3)):
        card = card_of(page, name)
        card.switch.click()
        assert card.table.currentIndex().row() == row
    assert cells(page, "hours")[3][0] == "26 Jan 2027"
    assert cells(page, "weeks")[3][0] == "Week 4, this week"


def test_a_row_of_the_table_leads_to_the_timeline(
    page: ProgressPage, window: MainWindow, qtbot: QtBot
) -> None:
    card = card_of(page, "milestones")
    card.switch.click()
    qtbot.keyClick(card.table, Qt.Key.Key_Down)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert window.timeline.isVisible()
    assert window.timeline.selected == ENDPOINT


def test_a_click_on_a_row_of_the_chart_does_too(page: ProgressPage, window: MainWindow) -> None:
    view = card_of(page, "milestones").view
    layout = view.layout_now
    assert layout is not None
    Mouse(view).click(QPoint(round(layout.frame.center().x()), round(layout.y(0))))
    assert window.timeline.isVisible()
    assert window.timeline.selected == CORE


def test_the_figures_under_the_pointer_are_told(page: ProgressPage, editor: Editor) -> None:
    editor.apply("Log", log_session, REGRESSION, DAY, 390)
    view = card_of(page, "weeks").view
    layout = view.layout_now
    assert layout is not None
    Mouse(view).hover(QPoint(round(layout.x(1)), round(layout.frame.center().y())))
    assert view.under_pointer is not None
    assert view.under_pointer.lines == ("Week 2 · 11–17 January 2027", "Planned: 10 h", "Studied: 6 h 30")
    assert "6 h 30" in QToolTip.text()
    Mouse(view).hover(QPoint(1, view.height() - 1))
    assert view.under_pointer is None


def test_the_keyboard_scrolls_the_charts(page: ProgressPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    page.setFocus()
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: page.area.hasFocus() and bar.maximum() > 0)
    qtbot.keyClick(page.area, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(page.area, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(page.area, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_chart_leaves_the_wheel_to_the_page(page: ProgressPage) -> None:
    # Qt hands on to what lies behind only what comes from a real wheel: see that it may.
    none, down, at = QPoint(), QPoint(0, -120), QPointF(200, 60)
    buttons, keys, phase = (
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
    )
    event = QWheelEvent(at, at, none, down, buttons, keys, phase, False)
    QApplication.sendEvent(card_of(page, "hours").view.viewport(), event)
    assert not event.isAccepted()


@pytest.mark.parametrize(("width", "beside"), [(1480, True), (1024, False)])
def test_a_wide_window_has_two_columns(page: ProgressPage, qtbot: QtBot, width: int, beside: bool) -> None:
    page.window().resize(width, 700)
    weeks, finish = card_of(page, "weeks"), card_of(page, "finish")
    qtbot.waitUntil(lambda: (finish.x() > weeks.x()) is beside)
    assert (finish.y() == weeks.y()) is beside
    for each in page.cards:
        assert each.geometry().right() <= page.area.viewport().width()


def test_the_page_and_its_tables_come_back_with_the_plan(
    page: ProgressPage, window: MainWindow, editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    card_of(page, "finish").switch.click()
    window.memory.keep()
    settings = Settings(editor.document.path.parent / "milepost.ini")
    again = MainWindow(editor, look, settings)
    qtbot.addWidget(again)
    again.show()
    (page_again,) = again.findChildren(ProgressPage)
    assert page_again.isVisible()
    qtbot.waitUntil(card_of(page_again, "finish").table.isVisible)
    assert not card_of(page_again, "hours").table.isVisible()


def test_dark_colours_reach_the_charts(page: ProgressPage, look: ThemeController) -> None:
    view = card_of(page, "hours").view
    look.choose("dark")
    image = view.grab().toImage()
    assert image.pixelColor(1, 1) == look.theme.colour("surface")
    assert image.pixelColor(1, 1).lightness() < 100


def test_what_is_not_there_yet_is_said_kindly(page: ProgressPage, editor: Editor) -> None:
    estimates, production = card_of(page, "estimates"), card_of(page, "production")
    assert estimates.sentence.words == "No activity with logged hours is finished yet."
    assert estimates.empty.words.startswith("Once an activity with logged hours is finished, you see here")
    assert not estimates.view.isVisible()
    assert not estimates.switch.isVisible()
    assert not estimates.save.isVisible()
    assert production.empty.words == "Nothing in this plan is marked as production work."
    for minutes in (700, 800):
        editor.apply("Log", log_session, REGRESSION, DAY, minutes)
    editor.apply("Finish", mark_finished, REGRESSION, date(2027, 1, 20))
    assert estimates.sentence.words == (
        "1 finished activity took 25 h where 20 h were estimated: 1.2 hours for each hour estimated."
    )
    assert estimates.view.isVisible()
    assert estimates.save.isVisible()


def test_a_milestone_reached_is_said_to_be(page: ProgressPage, editor: Editor) -> None:
    for key in ("regression-certificate", "explain-bias"):
        editor.apply("Tick", tick, ChecklistItemId(key), DAY)
    assert said(page, "milestones").startswith("1 of 2 milestones are reached. Next is “Endpoint live”")
    editor.apply("Move", retarget, ENDPOINT, date(2027, 2, 10))
    card_of(page, "milestones").switch.click()
    core, endpoint = cells(page, "milestones")
    assert core[-1] == "Reached on 11 Jan 2027"
    assert (endpoint[1], endpoint[-1]) == ("10 Feb 2027", "Lands 10 days after its target")


def test_a_page_that_goes_frees_its_charts(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    page = ProgressPage(editor, look)
    page.show()
    view = card_of(page, "hours").view
    page.deleteLater()
    wait_until_freed(qtbot, view)
