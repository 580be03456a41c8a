"""Sessions are dragged to other days and pulled to other lengths, and lie there once the button is let go."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage
from planner.ui.week.session_card import SessionCard
from planner.ui.week.session_hand import PIXELS_A_STEP
from tests.helpers.mouse import Mouse
from tests.helpers.plans import small_plan

MONDAY, TUESDAY, FRIDAY, SATURDAY = (date(2027, 1, day) for day in (4, 5, 8, 9))
PLACES = {MONDAY: 0, TUESDAY: 1, FRIDAY: 4, SATURDAY: 5}
MIDDLE = QPoint(30, 40)


def minutes_on(page: WeekPage) -> list[int]:
    """The minutes planned for each day of the week on show."""
    return [each.planned_minutes for each in page.week.days]


def way_to(card: SessionCard, target: QWidget) -> QPoint:
    """How far the mouse goes from the middle of a card to the middle of something else."""
    return card.mapFromGlobal(target.mapToGlobal(target.rect().center())) - MIDDLE


def drag(page: WeekPage, card: SessionCard, day: date, *, let_go: bool = True) -> Mouse:
    """Drag a card to a day of its week."""
    mouse, way = Mouse(card), way_to(card, page.columns[PLACES[day]])
    mouse.press(MIDDLE)
    mouse.move_by(way.x(), way.y())
    if let_go:
        mouse.release()
    return mouse


def pull(card: SessionCard, steps: int, *, let_go: bool = True) -> Mouse:
    """Pull the lower edge of a card by so many steps of five minutes."""
    mouse = Mouse(card)
    mouse.press(QPoint(40, card.height() - 3))
    mouse.move_by(0, steps * PIXELS_A_STEP)
    if let_go:
        mouse.release()
    return mouse


def test_a_session_is_dragged_to_another_day_of_its_week(page: WeekPage, editor: Editor) -> None:
    before = editor.schedule.finish
    drag(page, page.columns[0].cards[0], FRIDAY)
    (placed,) = editor.plan.placements.values()
    assert (placed.day, placed.taken_from, placed.minutes) == (FRIDAY, MONDAY, 90)
    assert editor.undo_text == "Move Regression course to Fri 8 Jan 2027"
    assert minutes_on(page) == [0, 90, 90, 90, 90, 240, 0]
    assert editor.schedule.finish == before
    assert [card.session and card.session.minutes for card in page.columns[4].cards] == [90]
    editor.undo()
    assert minutes_on(page) == [90, 90, 90, 90, 0, 240, 0]


def test_the_keyboard_goes_along_with_what_was_dragged(page: WeekPage) -> None:
    page.activateWindow()
    drag(page, page.columns[0].cards[0], FRIDAY)
    assert page.focusWidget() is page.columns[4].cards[0]


def test_a_drag_shows_where_it_would_go_before_anything_is_so(page: WeekPage, editor: Editor) -> None:
    card = page.columns[0].cards[0]
    mouse = drag(page, card, SATURDAY, let_go=False)
    overlay = page.days.hand.overlay
    assert (
        overlay.words.replace("\u00a0", " ") == "1 h 30 to Sat 9 Jan 2027 · 5 h 30 planned, the day has 4 h"
    )
    assert overlay.isVisible()
    assert overlay.shown is not None
    assert overlay.shown.place is not None
    column = page.columns[5]
    assert column.holds(page.mapToGlobal(overlay.shown.place.center().toPoint()))
    assert editor.plan.placements == {}
    mouse.release()
    assert overlay.words == ""
    assert not overlay.isVisible()
    assert minutes_on(page)[5] == 330


def test_the_card_in_hand_is_painted_under_the_pointer(page: WeekPage) -> None:
    card = page.columns[0].cards[0]
    empty = page.columns[4].mapTo(page, page.columns[4].rect().center())
    before = page.grab().toImage().pixelColor(empty + QPoint(0, 60) - MIDDLE + QPoint(1, 20))
    mouse = drag(page, card, FRIDAY, let_go=False)
    image = page.grab().toImage()
    strip = image.pixelColor(empty - MIDDLE + QPoint(1, 20))
    assert strip != before
    assert strip.saturation() > 60
    mouse.release()


def test_escape_ends_a_drag_without_a_change(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    card = page.columns[0].cards[0]
    mouse = drag(page, card, FRIDAY, let_go=False)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not page.days.hand.dragging
    assert page.days.hand.overlay.words == ""
    mouse.release()
    assert editor.plan.placements == {}


def test_the_right_button_ends_a_drag_without_a_change(page: WeekPage, editor: Editor) -> None:
    card = page.columns[0].cards[0]
    mouse = drag(page, card, FRIDAY, let_go=False)
    place, button = QPointF(card.rect().center()), Qt.MouseButton.RightButton
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        place,
        card.mapToGlobal(place),
        button,
        button | Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(card, press)
    assert not page.days.hand.dragging
    mouse.release()
    assert editor.plan.placements == {}


def test_a_drag_that_ends_beside_the_days_or_where_it_began_changes_nothing(
    page: WeekPage, editor: Editor
) -> None:
    card = page.columns[1].cards[0]
    way = way_to(card, page.goals)
    mouse = Mouse(card)
    mouse.press(MIDDLE)
    mouse.move_by(way.x(), way.y())
    assert page.days.hand.overlay.words == "Let go over a day to move it there"
    mouse.move_by(-way.x() + 20, -way.y())
    assert page.days.hand.overlay.words == "Stays on Tue 5 Jan 2027"
    mouse.release()
    assert editor.plan.placements == {}
    assert editor.undo_text == ""


def test_days_scrolled_out_of_view_take_no_session(page: WeekPage, editor: Editor) -> None:
    page.resize(1100, 300)
    QApplication.processEvents()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(page.days.y() + 60)
    card, column = page.columns[0].cards[0], page.columns[4]
    above = column.mapFromGlobal(page.mapToGlobal(QPoint(0, -8))).y()
    assert 0 < above < column.height()
    way = card.mapFromGlobal(column.mapToGlobal(QPoint(column.width() // 2, above))) - MIDDLE
    mouse = Mouse(card)
    mouse.press(MIDDLE)
    mouse.move_by(way.x(), way.y())
    assert page.days.hand.overlay.words == "Let go over a day to move it there"
    mouse.release()
    assert editor.plan.placements == {}


def test_a_press_without_a_move_is_no_drag(page: WeekPage, editor: Editor) -> None:
    mouse = Mouse(page.columns[0].cards[0])
    mouse.press(MIDDLE)
    mouse.move_by(2, 1, steps=1)
    assert not page.days.hand.dragging
    mouse.release()
    assert editor.plan.placements == {}


def test_dragged_back_to_its_day_it_is_the_schedules_again(page: WeekPage, editor: Editor) -> None:
    drag(page, page.columns[0].cards[0], FRIDAY)
    drag(page, page.columns[4].cards[0], MONDAY)
    assert editor.plan.placements == {}
    assert minutes_on(page) == [90, 90, 90, 90, 0, 240, 0]


def test_dropped_on_the_way_to_the_next_week_it_goes_there(page: WeekPage, editor: Editor) -> None:
    card = page.columns[0].cards[0]
    way = way_to(card, page.head.to_later)
    mouse = Mouse(card)
    mouse.press(MIDDLE)
    mouse.move_by(way.x(), way.y())
    assert "Mon 11 Jan 2027" in page.days.hand.overlay.words
    mouse.release()
    (placed,) = editor.plan.placements.values()
    assert placed.day == date(2027, 1, 11)
    assert minutes_on(page)[0] == 0
    page.go_later()
    assert minutes_on(page)[0] == 180


def test_a_lower_edge_is_pulled_to_another_length(page: WeekPage, editor: Editor) -> None:
    card = page.columns[0].cards[0]
    mouse = pull(card, 6, let_go=False)
    words = page.days.hand.overlay.words.replace("\u00a0", " ")
    assert words.startswith("2 h · 30 min longer · 2 h planned, the day has 1 h 30")
    assert "Sat 9: 3 h 30 instead of 4 h" in words
    assert editor.plan.placements == {}
    mouse.release()
    assert editor.undo_text == "Plan 2 h for Regression course"
    assert minutes_on(page) == [120, 90, 90, 90, 0, 210, 0]


def test_pulled_shorter_the_rest_stays_on_its_day(page: WeekPage, editor: Editor) -> None:
    mouse = pull(page.columns[0].cards[0], -6, let_go=False)
    assert "The other 30 min stay on this day" in page.days.hand.overlay.words.replace("\u00a0", " ")
    mouse.release()
    assert [each.session and each.session.minutes for each in page.columns[0].cards] == [60, 30]
    assert minutes_on(page)[0] == 90


def test_a_length_is_at_least_five_minutes_and_at_most_a_day(page: WeekPage, editor: Editor) -> None:
    pull(page.columns[0].cards[0], -400)
    (placed,) = editor.plan.placements.values()
    assert placed.minutes == 5
    pull(page.columns[5].cards[0], 400)
    assert max(each.minutes for each in editor.plan.placements.values()) == 1440


def test_pulled_back_to_what_it_was_nothing_changes(page: WeekPage, editor: Editor) -> None:
    card = page.columns[0].cards[0]
    mouse = pull(card, 4, let_go=False)
    mouse.move_by(0, -4 * PIXELS_A_STEP)
    assert page.days.hand.overlay.words.replace("\u00a0", " ") == "1 h 30, as planned"
    mouse.release()
    assert editor.plan.placements == {}


def test_the_edge_shows_that_it_can_be_pulled(page: WeekPage) -> None:
    card = page.columns[0].cards[0]
    mouse = Mouse(card)
    mouse.hover(QPoint(40, card.height() - 3))
    assert card.cursor().shape() is Qt.CursorShape.SizeVerCursor
    mouse.hover(QPoint(40, 20))
    assert card.cursor().shape() is Qt.CursorShape.OpenHandCursor


def test_days_that_are_settled_say_so_before_the_button_is_let_go(
    qtbot: QtBot, editor: Editor, page: WeekPage
) -> None:
    editor.apply("Settle", lambda plan: replace(plan, facts=replace(plan.facts, status_date=TUESDAY)))
    mouse = drag(page, page.columns[5].cards[0], MONDAY, let_go=False)
    overlay = page.days.hand.overlay
    assert "settled up to 5 Jan 2027" in overlay.words
    assert overlay.shown is not None
    assert overlay.shown.wrong
    mouse.release()
    assert editor.plan.placements == {}


def test_another_week_or_another_edit_ends_a_drag(page: WeekPage, editor: Editor) -> None:
    mouse = drag(page, page.columns[0].cards[0], FRIDAY, let_go=False)
    page.go_later()
    assert not page.days.hand.dragging
    mouse.release()
    assert editor.plan.placements == {}


@pytest.mark.parametrize("by_edge", [False, True])
def test_a_plan_open_for_reading_only_keeps_its_sessions(
    qtbot: QtBot, document: Document, look: ThemeController, by_edge: bool
) -> None:
    with Document.open(document.path, read_only=True) as reading:
        page = WeekPage(Editor(reading, lambda: TUESDAY), look)
        qtbot.addWidget(page)
        page.resize(1100, 800)
        page.show()
        card = page.columns[0].cards[0]
        said: list[str] = []
        page.message.connect(said.append)
        if by_edge:
            pull(card, 6)
        else:
            drag(page, card, FRIDAY)
        assert said == ["This plan is open for reading only, so its sessions stay."]
        assert not page.days.hand.dragging
        assert reading.plan == small_plan()


def test_a_logged_session_stays_on_its_day_and_says_how_the_rest_is_moved(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    card = page.columns[0].cards[0]
    qtbot.keyClicks(card.actual, "30")
    qtbot.keyClick(card.actual, Qt.Key.Key_Return)
    mouse = drag(page, card, FRIDAY, let_go=False)
    assert page.days.hand.overlay.words.startswith("Logged on this day, so it stays.")
    mouse.release()
    with qtbot.waitSignal(page.message) as told:
        qtbot.keyClick(card, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert "Pull its lower edge up" in told.args[0]
    assert editor.plan.placements == {}
    pull(card, -12)
    done, rest = page.columns[0].cards
    assert (done.session and done.session.logged_minutes, done.movable) == (30, False)
    drag(page, rest, FRIDAY)
    assert minutes_on(page) == [30, 90, 90, 90, 60, 240, 0]


def test_a_day_whose_sessions_are_all_ticked_has_a_mark(page: WeekPage) -> None:
    column = page.columns[0]

    def greens() -> int:
        image = column.grab().toImage()
        colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(30)]
        return sum(each.green() > each.red() + 30 for each in colours)

    assert greens() == 0
    column.cards[0].tick.click()
    assert greens() > 8
