"""All that the mouse does to a session, its keys and its menu do too."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.placing import set_clock_times
from planner.ui.editor import Editor
from planner.ui.week.entry_dialog import EntryDialog
from planner.ui.week.page import WeekPage
from planner.ui.week.planned_field import PlannedField
from planner.ui.week.session_card import SessionCard
from planner.ui.week.session_questions import ClockDialog, MoveDialog
from tests.helpers.mouse import Mouse

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SUNDAY, NEXT_MONDAY = date(2027, 1, 10), date(2027, 1, 11)


@pytest.fixture(autouse=True)
def with_keyboard(page: WeekPage) -> None:
    """The page has the keyboard."""
    page.activateWindow()


def focused_card(page: WeekPage) -> SessionCard:
    """The card that has the keyboard."""
    card = page.focusWidget()
    assert isinstance(card, SessionCard)
    return card


def begin(page: WeekPage, day: int, number: int = 0) -> SessionCard:
    """Give the keyboard to a card."""
    card = page.columns[day].cards[number]
    card.setFocus()
    return card


def menu_of(page: WeekPage, card: SessionCard) -> dict[str, QMenu]:
    """The menus of a card, opened by keys: its own and those inside it, by title."""
    card.setFocus()
    QApplication.sendEvent(card, _key(Key.Key_F10, Modifier.ShiftModifier))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {"": menu, **{each.title(): each for each in menu.findChildren(QMenu)}}


def _key(key: Qt.Key, held: Qt.KeyboardModifier = Modifier.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


def choose(menu: QMenu, words: str) -> None:
    """Choose what begins with these words."""
    (action,) = [each for each in menu.actions() if each.text().replace("&", "").startswith(words)]
    assert action.isEnabled()
    action.trigger()
    menu.close()


def words_in(menu: QMenu) -> list[str]:
    """What a menu offers, without mnemonics and keys."""
    return [
        each.text().replace("&", "").partition("\t")[0] for each in menu.actions() if not each.isSeparator()
    ]


def test_the_page_begins_at_todays_first_session(page: WeekPage) -> None:
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert focused_card(page) is page.columns[1].cards[0]


def test_arrows_go_from_card_to_card(qtbot: QtBot, page: WeekPage) -> None:
    begin(page, 3)
    for key, day, number in (
        (Key.Key_Right, 5, 0),
        (Key.Key_Down, 5, 1),
        (Key.Key_Down, 5, 1),
        (Key.Key_Right, 5, 1),
        (Key.Key_Left, 3, 0),
    ):
        qtbot.keyClick(focused_card(page), key)
        assert focused_card(page) is page.columns[day].cards[number]


def test_control_and_arrows_move_a_session_day_by_day(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    begin(page, 3)
    qtbot.keyClick(focused_card(page), Key.Key_Right, Modifier.ControlModifier)
    assert editor.undo_text == "Move Regression course to Fri 8 Jan 2027"
    assert focused_card(page) is page.columns[4].cards[0]
    qtbot.keyClick(focused_card(page), Key.Key_Left, Modifier.ControlModifier)
    assert editor.plan.placements == {}
    assert focused_card(page) is page.columns[3].cards[0]
    qtbot.keyClick(focused_card(page), Key.Key_Left, Modifier.ControlModifier)
    assert focused_card(page) is page.columns[2].cards[-1]
    (placed,) = editor.plan.placements.values()
    assert placed.day == date(2027, 1, 6)


def test_moved_out_of_the_week_the_page_goes_along(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    begin(page, 5, 1)
    for _ in range(2):
        qtbot.keyClick(focused_card(page), Key.Key_Right, Modifier.ControlModifier)
    assert page.first_day == NEXT_MONDAY
    (placed,) = editor.plan.placements.values()
    assert placed.day == NEXT_MONDAY
    session = focused_card(page).session
    assert session is not None
    assert session.placement == placed.id


def test_plus_and_minus_change_the_planned_minutes_by_five(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    begin(page, 0)
    QApplication.sendEvent(focused_card(page), _key(Key.Key_Plus, text="+"))
    assert editor.undo_text == "Plan 1 h 35 for Regression course"
    for _ in range(2):
        QApplication.sendEvent(focused_card(page), _key(Key.Key_Minus, text="-"))
    (placed,) = editor.plan.placements.values()
    assert placed.minutes == 85


def test_planned_minutes_are_typed_where_they_stand(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    card = begin(page, 0)
    qtbot.keyClick(card, Key.Key_F2)
    field = page.focusWidget()
    assert isinstance(field, PlannedField)
    assert field.text() == "1 h 30"
    qtbot.keyClicks(field, "2:10")
    qtbot.keyClick(field, Key.Key_Return)
    assert editor.undo_text == "Plan 2 h 10 for Regression course"
    assert not field.isVisible()
    assert focused_card(page).planned.text() == "2 h 10"
    qtbot.keyClick(focused_card(page), Key.Key_F2)
    again = page.focusWidget()
    assert isinstance(again, PlannedField)
    qtbot.keyClicks(again, "0")
    qtbot.keyClick(again, Key.Key_Return)
    assert editor.plan.placements == {}


def test_escape_leaves_the_planned_minutes(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    card = begin(page, 0)
    qtbot.keyClick(card, Key.Key_F2)
    field = page.focusWidget()
    assert isinstance(field, PlannedField)
    qtbot.keyClicks(field, "2:10")
    qtbot.keyClick(field, Key.Key_Escape)
    assert not field.isVisible()
    assert focused_card(page) is card
    assert editor.plan.placements == {}


def test_a_click_on_the_planned_minutes_lets_one_type_them(qtbot: QtBot, page: WeekPage) -> None:
    card = page.columns[0].cards[0]
    Mouse(card).click(card.planned.geometry().center())
    assert isinstance(page.focusWidget(), PlannedField)


def test_space_ticks_and_enter_goes_to_the_actual_minutes(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    card = begin(page, 0)
    qtbot.keyClick(card, Key.Key_Space)
    assert [each.minutes for each in editor.plan.sessions.values()] == [90]
    qtbot.keyClick(card, Key.Key_Return)
    assert page.focusWidget() is card.actual


def test_delete_puts_a_session_back(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    begin(page, 3)
    qtbot.keyClick(focused_card(page), Key.Key_Right, Modifier.ControlModifier)
    assert "You have put it here yourself." in focused_card(page).accessibleDescription()
    qtbot.keyClick(focused_card(page), Key.Key_Delete)
    assert editor.undo_text == "Put Regression course back"
    assert editor.plan.placements == {}
    assert focused_card(page) is page.columns[3].cards[0]


def test_delete_goes_along_with_a_session_into_the_week_it_came_from(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    begin(page, 5, 1)
    for _ in range(2):
        qtbot.keyClick(focused_card(page), Key.Key_Right, Modifier.ControlModifier)
    assert page.first_day == NEXT_MONDAY
    qtbot.keyClick(focused_card(page), Key.Key_Delete)
    assert editor.plan.placements == {}
    assert page.first_day == date(2027, 1, 4)
    assert focused_card(page) is page.columns[5].cards[1]


def test_control_and_arrow_back_into_its_own_week_keeps_the_keyboard(qtbot: QtBot, page: WeekPage) -> None:
    page.go_to(NEXT_MONDAY)
    begin(page, 0)
    qtbot.keyClick(focused_card(page), Key.Key_Left, Modifier.ControlModifier)
    assert page.first_day == date(2027, 1, 4)
    qtbot.keyClick(focused_card(page), Key.Key_Right, Modifier.ControlModifier)
    assert page.first_day == NEXT_MONDAY
    assert focused_card(page) is page.columns[0].cards[0]


def test_all_of_the_week_can_be_put_back(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    for day in (3, 0):
        begin(page, day)
        qtbot.keyClick(focused_card(page), Key.Key_Right, Modifier.ControlModifier)
    assert len(editor.plan.placements) == 2
    page.put_week_back()
    assert editor.plan.placements == {}
    assert editor.undo_text == "Put the week’s sessions back"


def test_the_play_button_asks_for_the_timer(qtbot: QtBot, page: WeekPage) -> None:
    card = page.columns[1].cards[0]
    with qtbot.waitSignal(page.timer_requested) as asked:
        card.play.click()
    assert asked.args == [card.session, date(2027, 1, 5)]


def test_a_step_is_ticked_where_its_sessions_of_the_week_end(page: WeekPage, editor: Editor) -> None:
    shown = [card.step_tick.isVisible() for column in page.columns for card in column.cards]
    assert shown == [False, False, False, False, True, True]
    first = page.columns[5].cards[0]
    assert first.step_tick.accessibleName() == "Step done: Week 1, Regression course"
    first.step_tick.click()
    assert editor.plan.activities[ActivityId("regression-course")].steps[0].done
    assert editor.undo_text == "Tick Week 1"
    editor.undo()
    assert not first.step_tick.isChecked()


def test_the_menu_offers_what_can_be_done(qtbot: QtBot, page: WeekPage) -> None:
    menus = menu_of(page, page.columns[1].cards[0])
    offered = [each.replace("\u00a0", " ") for each in words_in(menus[""])]
    assert offered == [
        "Log 1 h 30",
        "Start the timer",
        "Step is done: Week 1",
        "Move to",
        "Planned minutes…",
        "Show on the timeline",
    ]
    moves = words_in(menus["&Move to"])
    assert moves[0] == "Monday 4"
    assert moves[4] == "Friday 8, rest"
    assert moves[-2:] == ["Next week: Tue 12 Jan 2027", "Another day…"]
    menus[""].close()


def test_the_menu_moves_logs_and_shows(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    choose(menu_of(page, page.columns[1].cards[0])["&Move to"], "Sunday 10")
    (placed,) = editor.plan.placements.values()
    assert placed.day == SUNDAY
    choose(menu_of(page, page.columns[6].cards[0])[""], "Put it back")
    assert editor.plan.placements == {}
    choose(menu_of(page, page.columns[1].cards[0])[""], "Log 1")
    assert len(editor.plan.sessions) == 1
    choose(menu_of(page, page.columns[1].cards[0])[""], "Take back")
    assert editor.plan.sessions == {}
    with qtbot.waitSignal(page.item_requested) as asked:
        choose(menu_of(page, page.columns[1].cards[0])[""], "Show on")
    assert asked.args == ["regression-course"]


def test_another_day_is_asked_for(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    choose(menu_of(page, page.columns[1].cards[0])["&Move to"], "Another day")
    (dialog,) = page.findChildren(MoveDialog)
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.field.edit, "+2w")
    qtbot.keyClick(dialog.field.edit, Key.Key_Return)
    (placed,) = editor.plan.placements.values()
    assert placed.day == date(2027, 1, 19)


def test_a_session_has_a_time_of_its_own_where_times_are_wanted(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    editor.apply("Times", set_clock_times, (1140,) * 7)
    card = page.columns[1].cards[0]
    assert "19:00–20:30" in card.accessibleName()
    choose(menu_of(page, card)[""], "Begin at")
    (dialog,) = page.findChildren(ClockDialog)
    assert dialog.focusWidget() is dialog.field
    qtbot.keyClicks(dialog.field, "7:75")
    assert not dialog.accept_button.isEnabled()
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "7:15")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert editor.undo_text == "Begin Regression course at 7:15"
    assert "7:15–8:45" in page.columns[1].cards[0].accessibleName()
    assert "7:15–8:45" in [each.text() for each in page.columns[1].cards[0].findChildren(QLabel)]


def test_right_click_on_a_day_logs_other_study_there(page: WeekPage) -> None:
    column = page.columns[0]
    place = column.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, column.mapToGlobal(place))
    QApplication.sendEvent(column, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Log study on Mon 4 Jan 2027")
    (dialog,) = page.findChildren(EntryDialog)
    assert dialog.isVisible()
    assert dialog.day.day == date(2027, 1, 4)
    dialog.reject()


def test_right_click_opens_the_menu_where_the_mouse_is(page: WeekPage) -> None:
    card = page.columns[1].cards[0]
    at = card.mapToGlobal(QPoint(20, 20))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, 20), at)
    QApplication.sendEvent(card, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction() is None
    menu.close()
