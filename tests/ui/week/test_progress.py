"""A session is open, begun or done; one of a day still to come is done today."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId, StepId
from planner.domain.proof import log_session
from planner.domain.week import SessionState
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage

REGRESSION = ActivityId("regression-course")
MONDAY, TUESDAY, THURSDAY = date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 7)
STATES = Qt.CheckState


def labels_of(page: WeekPage, day: int) -> list[str]:
    """The words on a day's cards."""
    found = [label for card in page.columns[day].cards for label in card.findChildren(QLabel)]
    return [each.text().replace("\u00a0", " ") for each in found if each.isVisible()]


def test_a_minute_only_begins_a_session(page: WeekPage, editor: Editor) -> None:
    editor.apply("Log", log_session, REGRESSION, TUESDAY, 1, StepId("week-1"))
    card = page.columns[1].cards[0]
    assert card.tick.checkState() is STATES.PartiallyChecked
    assert "1 min of 1 h 30" in labels_of(page, 1)
    assert "1 min of 1 h 30" in card.accessibleName()
    assert card.tick.toolTip() == "Log the 1 h 29 that are left"


def test_how_far_it_has_come_is_not_cut_off_in_a_narrow_column(page: WeekPage, editor: Editor) -> None:
    editor.apply("Log", log_session, REGRESSION, TUESDAY, 45, StepId("week-1"))
    for width in (1100, 760):
        page.resize(width, 800)
        QApplication.processEvents()
        planned = page.columns[1].cards[0].planned
        parts = planned.text().split(" ")
        assert len(parts) == 2
        assert max(planned.fontMetrics().horizontalAdvance(part) for part in parts) <= planned.width()
        assert planned.height() >= planned.heightForWidth(planned.width())


def test_a_begun_box_logs_what_is_missing_and_keeps_the_note(page: WeekPage, editor: Editor) -> None:
    editor.apply("Log", log_session, REGRESSION, TUESDAY, 45, StepId("week-1"), "Chapter 1")
    card = page.columns[1].cards[0]
    card.tick.click()
    assert [(each.minutes, each.note) for each in editor.plan.sessions.values()] == [
        (45, "Chapter 1"),
        (45, ""),
    ]
    assert editor.undo_text == "Log 45 min more of Regression course"
    assert card.tick.checkState() is STATES.Checked
    assert "1 h 30" in labels_of(page, 1)
    editor.undo()
    assert card.tick.checkState() is STATES.PartiallyChecked


def test_the_menu_of_a_begun_session_offers_both_ways(page: WeekPage, editor: Editor) -> None:
    editor.apply("Log", log_session, REGRESSION, TUESDAY, 45, StepId("week-1"))
    card = page.columns[1].cards[0]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, 9), card.mapToGlobal(QPoint(20, 9)))
    QApplication.sendEvent(card, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [each.text().replace("&", "").partition("\t")[0] for each in menu.actions()]
    assert words[:2] == ["Log the 45 min that are left", "Take back what is logged"]
    menu.actions()[0].trigger()
    menu.close()
    assert page.week.days[1].sessions[0].state is SessionState.DONE


def test_a_days_check_mark_waits_for_the_last_minutes(
    page: WeekPage, editor: Editor, look: ThemeController
) -> None:
    def green() -> int:
        image = page.columns[1].grab().toImage()
        success = look.theme.colour("success")
        head = [image.pixelColor(x, y) for x in range(image.width()) for y in range(4, 30)]
        return sum(_alike(each, success) for each in head)

    editor.apply("Log", log_session, REGRESSION, TUESDAY, 60, StepId("week-1"))
    assert green() == 0
    page.columns[1].cards[0].tick.click()
    assert green() > 5


def test_a_session_ticked_ahead_of_its_day_is_moved_to_today(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    with qtbot.waitSignal(page.message) as said:
        page.columns[3].cards[0].tick.click()
    assert said.args == [
        "“Regression course” was planned for Thu 7 Jan 2027. It is moved to today and logged there."
    ]
    (logged,) = editor.plan.sessions.values()
    (placement,) = editor.plan.placements.values()
    assert (logged.day, logged.minutes, placement.day) == (TUESDAY, 90, TUESDAY)
    assert not page.columns[3].cards
    first, second = page.columns[1].cards
    assert (first.tick.isChecked(), second.tick.isChecked()) == (False, True)
    editor.undo()
    assert not editor.plan.sessions
    assert not editor.plan.placements
    assert len(page.columns[3].cards) == 1


def test_minutes_typed_ahead_leave_the_rest_on_its_day(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    actual = page.columns[3].cards[0].actual
    qtbot.keyClicks(actual, "30")
    with qtbot.waitSignal(page.message) as said:
        qtbot.keyClick(actual, Qt.Key.Key_Return)
    assert said.args == [
        "30 min of “Regression course” are logged today. The other 1 h stay on Thu 7 Jan 2027."
    ]
    assert [each.day for each in editor.plan.sessions.values()] == [TUESDAY]
    assert "1 h" in labels_of(page, 3)
    assert page.week.days[1].sessions[1].state is SessionState.DONE


def test_timing_a_session_of_another_day_moves_it_to_today(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    with qtbot.waitSignal(page.timer_requested) as asked:
        page.columns[3].cards[0].play.click()
    (placement,) = editor.plan.placements.values()
    session, day = asked.args
    assert (session.placement, day, placement.day) == (placement.id, TUESDAY, TUESDAY)
    assert editor.undo_text == "Move Regression course to Tue 5 Jan 2027"
    with qtbot.waitSignal(page.timer_requested) as asked:
        page.columns[0].cards[0].play.click()
    assert asked.args is not None
    _, day = asked.args
    assert day == TUESDAY
    assert not page.columns[0].cards
    assert len(page.columns[1].cards) == 3


def test_timing_a_session_of_next_week_shows_it_today(qtbot: QtBot, page: WeekPage) -> None:
    page.go_later()
    with qtbot.waitSignal(page.timer_requested):
        page.columns[0].cards[0].play.click()
    assert page.first_day == MONDAY
    assert len(page.columns[1].cards) == 2


def test_days_to_come_offer_no_log(page: WeekPage) -> None:
    column = page.columns[4]
    place = column.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, column.mapToGlobal(place))
    QApplication.sendEvent(column, event)
    assert QApplication.activePopupWidget() is None


def _alike(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 30 for a, b in pairs)
