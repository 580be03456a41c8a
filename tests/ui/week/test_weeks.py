"""Any week can be gone to; each says what it left open, once it is over, and no week before."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.calendar import StudyCalendar, WeeklyHours
from planner.domain.items import ActivityId
from planner.domain.placing import set_clock_times
from planner.domain.proof import log_session
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.week.clock_times_dialog import ClockTimesDialog
from planner.ui.week.days_row import LEAST_COLUMN, days_a_row
from planner.ui.week.go_to_week import GoToWeekDialog
from planner.ui.week.page import WeekPage
from planner.ui.week.session_card import SessionCard
from tests.helpers.mouse import Mouse
from tests.helpers.plans import activity, make_plan

MONDAY, TUESDAY = date(2027, 1, 4), date(2027, 1, 5)
SECOND, THIRD = date(2027, 1, 11), date(2027, 1, 18)


@pytest.fixture
def go_to(editor: Editor, page: WeekPage) -> GoToWeekDialog:
    """The question for a week, with the first week behind it."""
    dialog = GoToWeekDialog(editor.plan, editor.schedule.finish, TUESDAY, MONDAY, page)
    dialog.show()
    return dialog


def words_of(page: WeekPage) -> str:
    """All words on show."""
    said = " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "week", "said"),
    [
        ("3", THIRD, "Week 3 of 7 · 18–24 January 2027"),
        ("20 Jan", THIRD, "Week 3 of 7 · 18–24 January 2027"),
        ("+1w", SECOND, "Week 2 of 7 · 11–17 January 2027"),
        ("12", date(2027, 3, 22), "After the finish · 22–28 March 2027"),
        ("1 Jan 2027", date(2026, 12, 28), "Before the start · 28 December 2026 – 3 January 2027"),
    ],
)
def test_a_week_is_typed_by_number_or_day(
    qtbot: QtBot, go_to: GoToWeekDialog, typed: str, week: date, said: str
) -> None:
    qtbot.keyClicks(go_to.line, typed)
    assert go_to.meaning.words.replace("\u00a0", " ") == said
    qtbot.keyClick(go_to.line, Qt.Key.Key_Return)
    assert not go_to.isVisible()
    assert go_to.week == week


def test_what_is_no_week_says_so(qtbot: QtBot, go_to: GoToWeekDialog) -> None:
    assert go_to.meaning.words.replace("\u00a0", " ") == "The plan has 7 weeks."
    qtbot.keyClicks(go_to.line, "someday")
    assert "not a day I can read" in go_to.meaning.words
    assert not go_to.accept_button.isEnabled()


def test_one_press_goes_to_the_ends_of_the_plan(qtbot: QtBot, go_to: GoToWeekDialog) -> None:
    buttons = {each.text(): each for each in go_to.findChildren(QPushButton)}
    buttons["Final week"].click()
    assert go_to.week == date(2027, 2, 15)


def test_the_page_asks_for_a_week_and_shows_it(qtbot: QtBot, page: WeekPage) -> None:
    def answer() -> None:
        (dialog,) = page.findChildren(GoToWeekDialog)
        qtbot.keyClicks(dialog.line, "3")
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    page.head.choose.click()
    assert page.first_day == THIRD


def test_a_week_that_is_over_says_what_it_left_open_and_the_next_names_it(
    qtbot: QtBot, document: Document, look: ThemeController
) -> None:
    page = WeekPage(Editor(document, lambda: date(2027, 1, 13)), look)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    carried = page.head.carried
    assert carried.button.text() == "10 h still open from last week"
    assert not carried.names.isVisible()
    carried.button.click()
    assert carried.names.words == "10 h of Regression course"
    assert not page.head.overdue.isVisible()
    assert "Nothing was logged" not in page.columns[0].cards[0].accessibleDescription()
    page.go_earlier()
    assert page.head.overdue.button.text() == "This week is over, 10 h of it stayed open"
    assert "Nothing was logged for it in its week." in page.columns[0].cards[0].accessibleDescription()
    page.columns[0].cards[0].tick.click()
    assert page.head.overdue.button.text() == "This week is over, 8 h 30 of it stayed open"
    assert "Nothing was logged" not in page.columns[0].cards[0].accessibleDescription()


def test_what_is_open_from_before_last_week_is_named_too_with_a_way_to_catch_up(
    qtbot: QtBot, document: Document, look: ThemeController
) -> None:
    editor = Editor(document, lambda: date(2027, 1, 27))
    editor.apply("Log", log_session, ActivityId("regression-course"), date(2027, 1, 5), 120)
    page = WeekPage(editor, look)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    carried = page.head.carried
    assert carried.button.text() == "10 h still open from last week, 18 h from before"
    assert not carried.way_on.isVisible()
    carried.button.click()
    assert carried.names.words == ("10 h of Clustering course\n18 h of Regression course, from before")
    with qtbot.waitSignal(page.catch_up_requested):
        carried.way_on.click()
    page.go_earlier()
    page.go_earlier()
    assert carried.button.text() == "8 h still open from last week"


def test_the_week_of_today_calls_nothing_overdue(qtbot: QtBot, page: WeekPage) -> None:
    assert "open" not in words_of(page)
    assert not page.head.overdue.isVisible()


def test_clock_times_come_only_where_they_are_wanted(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    assert "19:00" not in words_of(page)
    dialog = ClockTimesDialog(editor, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.times[0].isEnabled()
    dialog.wanted.box.click()
    assert dialog.times[0].isEnabled()
    dialog.times[0].set_minutes(18 * 60 + 30)
    dialog.accept_button.click()
    assert editor.plan.facts.clock_times == (1110, 1140, 1140, 1140, 1140, 600, 600)
    assert editor.undo_text == "Change clock times"
    assert "18:30–20:00" in words_of(page)
    again = ClockTimesDialog(editor, page)
    qtbot.addWidget(again)
    again.show()
    assert again.times[0].text() == "18:30"
    again.wanted.box.click()
    again.accept_button.click()
    assert editor.undo_text == "Do without clock times"
    assert "18:30" not in words_of(page)


def test_keeping_clock_times_as_they_are_is_no_step(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    editor.apply("Times", set_clock_times, (1140,) * 7)
    dialog = ClockTimesDialog(editor, page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept_button.click()
    assert editor.undo_text == "Times"


@pytest.mark.parametrize(
    ("width", "a_row"),
    [(1600, 7), (7 * LEAST_COLUMN + 48, 7), (840, 4), (400, 3), (360, 3), (240, 2), (90, 1)],
)
def test_as_many_days_stand_side_by_side_as_have_room(width: int, a_row: int) -> None:
    assert days_a_row(width) == a_row


def fits(page: WeekPage, card: SessionCard) -> bool:
    """Whether a card lies within the page, and all that stands in it within the card."""
    parts = (card.tick, card.planned, card.actual, card.play)
    left = page.mapFromGlobal(card.mapToGlobal(QPoint(0, 0))).x()
    return (
        all(card.rect().contains(each.geometry()) for each in parts)
        and card.planned.width() >= card.planned.sizeHint().width()
        and left >= 0
        and left + card.width() <= page.width()
    )


@pytest.mark.parametrize("size", [(1500, 900), (900, 600), (590, 500), (480, 480), (400, 900)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off_in_a_narrow_window(
    qtbot: QtBot,
    look: ThemeController,
    tmp_path_factory: pytest.TempPathFactory,
    size: tuple[int, int],
    theme: str,
) -> None:
    look.choose("dark" if theme == "dark" else "light")
    long = "Pneumonoultramicroscopicsilicovolcanoconiosis for beginners, and other long words"
    plan = make_plan(
        activity("long", 60, title=long, share=0.5),
        activity("short", 60, share=0.5, position=2),
        calendar=StudyCalendar(weekly=(WeeklyHours(valid_from=MONDAY, hours=(11.5, 3, 3, 3, 0, 3, 3)),)),
    )
    path = tmp_path_factory.mktemp("narrow") / "plan.milepost"
    with Document.create(path, plan) as document:
        editor = Editor(document, lambda: TUESDAY)
        page = WeekPage(editor, look)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        assert page.width() == size[0]
        # Qt lays out in several turns of its loop.
        qtbot.waitUntil(lambda: all(fits(page, each) for each in page.days.cards()))
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                left = page.mapFromGlobal(button.mapToGlobal(button.rect().topLeft())).x()
                assert left >= 0
                assert left + button.width() <= page.width(), button.text()


def test_a_milestone_it_feeds_is_shown_beside_or_on_the_timeline(qtbot: QtBot, page: WeekPage) -> None:
    row = page.feeds.rows[0]
    assert row.accessibleName() == "Core proven"
    assert "nothing to spare" in row.accessibleDescription()
    with qtbot.waitSignal(page.item_chosen) as asked, qtbot.assertNotEmitted(page.item_requested):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert asked.args == ["core-proven"]
    with qtbot.waitSignal(page.item_chosen):
        qtbot.keyClick(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.item_requested) as asked:
        Mouse(row).double_click(row.rect().center())
    assert asked.args == ["core-proven"]
    place = row.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.mapToGlobal(place))
    QApplication.sendEvent(row, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(page.item_requested):
        menu.actions()[1].trigger()
    menu.close()


def test_a_day_with_more_than_its_hours_says_so_whoever_put_it_there(
    qtbot: QtBot, tmp_path: Path, look: ThemeController
) -> None:
    plan = make_plan(activity("algebra", 50, position=1), activity("python", 50, position=2))
    with Document.create(tmp_path / "busy.milepost", plan) as document:
        page = WeekPage(Editor(document, lambda: plan.facts.start), look)
        qtbot.addWidget(page)
        page.resize(1100, 800)
        page.show()
        words = [each.text().replace("\u00a0", " ") for each in page.columns[0].findChildren(QLabel)]
        assert "3 h planned" in words
        assert not any(
            "planned" in each.text() for each in page.columns[6].findChildren(QLabel) if each.isVisible()
        )


def test_notices_stand_above_the_days_and_each_refresh_is_told(qtbot: QtBot, page: WeekPage) -> None:
    notice = QLabel("Last week is over.")
    page.add_notice(notice)
    QApplication.processEvents()
    assert notice.isVisible()
    assert page.head.y() < notice.y() < page.days.y()
    with qtbot.waitSignal(page.refreshed) as told:
        page.go_later()
    assert told.args is not None
    assert told.args[0].first_day == SECOND
