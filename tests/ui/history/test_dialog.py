"""Past weeks stand in a list with plan against study, are found by any word, and open on the week page."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.week_facts import WeekGoal
from planner.domain.week_notes import keep_review, set_goals
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.history.dialog import HistoryDialog
from planner.ui.review.dialog import ReviewDialog
from planner.ui.review.reviewing import Reviewing
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage
from tests.helpers.mouse import Mouse
from tests.helpers.plans import START, small_plan

SECOND, THIRD = START + timedelta(days=7), START + timedelta(days=14)
TODAY = START + timedelta(days=23)


def lived_plan() -> Plan:
    """The small plan in its fourth week: three weeks over, two of them reviewed."""
    plan = log_session(small_plan(), ActivityId("regression-course"), START, 300)
    plan = log_session(plan, ActivityId("clustering-course"), SECOND, 660)
    plan = set_goals(plan, SECOND, [WeekGoal(text="Read chapter 5", done=True)])
    for first_day, done, why in ((START, "Two modules", ""), (THIRD, "", "Grippe: five days of fever")):
        plan = keep_review(
            plan,
            first_day,
            done=done,
            moved="",
            why=why,
            next_step="",
            reviewed_on=first_day + timedelta(days=7),
            planned_minutes=600,
        )
    return plan


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    """The editor of that plan."""
    with Document.create(tmp_path / "plan.milepost", lived_plan()) as document:
        yield Editor(document, lambda: TODAY)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog opens over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(editor: Editor, look: ThemeController, window: QWidget) -> HistoryDialog:
    """The history, on show."""
    dialog = HistoryDialog(editor, look, window)
    dialog.show()
    return dialog


def days(dialog: HistoryDialog) -> list[date]:
    """The first days of the weeks in the list."""
    return [each.first_day for each in dialog.model.weeks]


def spoken(dialog: HistoryDialog, row: int) -> str:
    """What a screen reader says of a row."""
    return str(dialog.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def has_colour(picture: QImage, room: QRect, colour: QColor) -> bool:
    """Whether any pixel of a part of a picture has a colour."""
    return any(
        picture.pixelColor(x, y) == colour
        for y in range(room.top(), room.bottom())
        for x in range(room.left(), room.right())
    )


def test_the_latest_week_comes_first_and_is_shown_whole(dialog: HistoryDialog) -> None:
    assert days(dialog) == [THIRD, SECOND, START]
    assert dialog.count.words == "3 weeks · 16 h studied in all"
    assert dialog.chosen is not None
    assert dialog.chosen.first_day == THIRD
    shown = dialog.details.words
    for said in (
        "Week 3",
        "18–24 January 2027",
        "0 min studied of 10 h planned.",
        "Grippe: five days of fever",
        "Goals",
        "○ ",
    ):
        assert said in shown
    assert "Looked back on 25 Jan 2027." in shown


def test_each_row_says_what_it_shows(dialog: HistoryDialog) -> None:
    assert spoken(dialog, 0) == "Week 3. 0 min studied of 10 h planned. Grippe: five days of fever"
    assert spoken(dialog, 1).startswith("Week 2. 11 h studied of ")


def test_bars_are_as_long_as_what_was_studied(dialog: HistoryDialog, look: ThemeController) -> None:
    accent = look.theme.colour("accent")
    picture = dialog.list.viewport().grab().toImage()

    def length(row: int) -> int:
        room = dialog.list.visualRect(dialog.model.index(row))
        lines = [
            [picture.pixelColor(x, y) == accent for x in range(room.left(), room.right())]
            for y in range(room.top(), room.bottom())
        ]
        return max(sum(each) for each in lines)

    assert length(0) == 0
    assert length(1) > 2 * length(2) > 0


def test_words_are_found_as_they_are_typed_and_marked(
    qtbot: QtBot, dialog: HistoryDialog, look: ThemeController
) -> None:
    qtbot.keyClicks(dialog.search, "fev grip")
    assert days(dialog) == [THIRD]
    assert dialog.count.words == "1 of 3 weeks · 0 min studied in them"
    room = dialog.list.visualRect(dialog.model.index(0))
    picture = dialog.list.viewport().grab().toImage()
    assert has_colour(picture, room, look.theme.colour("found"))
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "chapter 5")
    assert days(dialog) == [SECOND]
    assert "✓ Read chapter 5" in dialog.details.words
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "clustering")
    assert days(dialog) == [SECOND]


def test_nothing_found_is_said_and_no_week_can_be_opened(qtbot: QtBot, dialog: HistoryDialog) -> None:
    qtbot.keyClicks(dialog.search, "zebra")
    assert dialog.nothing.words == "No week has “zebra” in it."
    assert not dialog.open_button.isEnabled()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.search.clear()
    assert days(dialog) == [THIRD, SECOND, START]
    assert dialog.nothing.isHidden()


def test_arrows_in_the_search_choose_and_enter_shows_the_week(qtbot: QtBot, dialog: HistoryDialog) -> None:
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.chosen is not None
    assert dialog.chosen.first_day == SECOND
    assert "Week 2" in dialog.details.words
    with qtbot.waitSignal(dialog.week_chosen) as chosen:
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen.args == [SECOND]
    assert not dialog.isVisible()


def test_a_double_click_shows_the_week(qtbot: QtBot, dialog: HistoryDialog) -> None:
    place = dialog.list.visualRect(dialog.model.index(2)).center()
    viewport = dialog.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert "Two modules" in dialog.details.words
    with qtbot.waitSignal(dialog.week_chosen) as chosen:
        Mouse(viewport).double_click(place)
    assert chosen.args == [START]


def test_a_week_without_a_review_can_be_looked_back_on_from_here(
    qtbot: QtBot,
    editor: Editor,
    look: ThemeController,
    tmp_path: Path,
) -> None:
    page = WeekPage(editor, look)
    qtbot.addWidget(page)
    page.show()
    reviewing = Reviewing(page, editor, look, Settings(tmp_path / "settings.ini"), page)
    reviewing.show_history()
    (dialog,) = page.findChildren(HistoryDialog)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert "You have not looked back on this week yet." in dialog.details.words
    dialog.review_button.click()
    (review,) = dialog.findChildren(ReviewDialog)
    assert review.week.first_day == SECOND
    qtbot.keyClicks(review.done_field.edit, "Eleven hours")
    review.keep_button.click()
    assert "Eleven hours" in dialog.details.words
    dialog.open_button.click()
    assert page.first_day == SECOND


def test_the_first_week_has_nothing_to_show_and_says_what_will_be_here(
    tmp_path: Path, qapp: QApplication, look: ThemeController, window: QWidget
) -> None:
    with Document.create(tmp_path / "new.milepost", small_plan()) as document:
        dialog = HistoryDialog(Editor(document, lambda: START), look, window)
        dialog.show()
        assert dialog.nothing.words.startswith("No week is over yet.")
        assert dialog.search.isHidden()
        assert dialog.open_button.isHidden()
        dialog.close()
