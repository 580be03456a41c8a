"""The week page asks kindly to look back, once, and shows the first step that was chosen for the week."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.domain.week_notes import keep_review
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.review.dialog import ReviewDialog
from planner.ui.review.notices import Notice, ReviewNotices
from planner.ui.review.reviewing import Reviewing
from planner.ui.settings import Settings
from planner.ui.week.page import WeekPage
from tests.helpers.plans import START
from tests.ui.review.conftest import THIRD_MONDAY, Calendar

SECOND = START + timedelta(days=7)


def shown(notice: Notice) -> str:
    """What a notice says; nothing while it is hidden."""
    return notice.label.words if notice.isVisible() else ""


def opened(window: QWidget) -> ReviewDialog:
    """The review that is on show."""
    (dialog,) = [each for each in window.findChildren(ReviewDialog) if each.isVisible()]
    return dialog


def review_second_week(editor: Editor, next_step: str = "Open the quiz & read it") -> None:
    """Keep a review of the second week."""
    editor.apply(
        "Look back",
        keep_review,
        SECOND,
        done="",
        moved="",
        why="",
        next_step=next_step,
        reviewed_on=THIRD_MONDAY,
        planned_minutes=600,
    )


def test_last_week_is_asked_about_on_this_weeks_page(reviewing: Reviewing, page: WeekPage) -> None:
    prompt = reviewing.notices.prompt
    assert (
        shown(prompt) == "Last week is over: 2 h 30 studied of 10 h planned. Take two minutes to look back?"
    )
    page.go_earlier()
    assert shown(prompt)
    page.go_earlier()
    assert not shown(prompt)
    page.go_to_this_week()
    page.go_later()
    assert not shown(prompt)


def test_a_week_without_study_is_asked_about_without_blame(
    reviewing: Reviewing, editor: Editor, page: WeekPage, calendar: Calendar
) -> None:
    prompt = reviewing.notices.prompt
    calendar.day = THIRD_MONDAY + timedelta(days=6)
    editor.check_today()
    page.go_to_this_week()
    said = "This week ends today. Nothing is logged so far. Take two minutes to look back?"
    assert shown(prompt) == said
    calendar.day = THIRD_MONDAY + timedelta(days=7)
    editor.check_today()
    page.go_to_this_week()
    said = "Last week is over. Nothing was logged; that happens. Take two minutes to look back?"
    assert shown(prompt) == said


def test_it_is_never_red(reviewing: Reviewing) -> None:
    assert {each.property("banner") for each in reviewing.notices.notices} == {"info"}


def test_the_button_opens_the_review_of_that_week_and_the_question_goes(
    qtbot: QtBot, reviewing: Reviewing, editor: Editor, window: QWidget
) -> None:
    qtbot.mouseClick(reviewing.notices.prompt.button, Qt.MouseButton.LeftButton)
    dialog = opened(window)
    assert dialog.week.first_day == SECOND
    qtbot.keyClicks(dialog.next_field.edit, "Open the quiz")
    dialog.keep_button.click()
    assert not shown(reviewing.notices.prompt)
    assert shown(reviewing.notices.first_step) == "Your first step, from last week’s review: Open the quiz"
    editor.undo()
    assert shown(reviewing.notices.prompt)
    assert not shown(reviewing.notices.first_step)


def test_it_is_put_away_for_that_week_and_comes_again_for_the_next(
    qtbot: QtBot,
    reviewing: Reviewing,
    editor: Editor,
    page: WeekPage,
    settings: Settings,
    calendar: Calendar,
) -> None:
    prompt = reviewing.notices.prompt
    qtbot.mouseClick(prompt.dismiss, Qt.MouseButton.LeftButton)
    assert not shown(prompt)
    editor.apply("Log", log_session, ActivityId("regression-course"), THIRD_MONDAY, 30)
    assert not shown(prompt)
    again = ReviewNotices(editor, settings, page)
    again.on_week(page.week)
    assert again.prompt.isHidden()
    calendar.day = THIRD_MONDAY + timedelta(days=6)
    editor.check_today()
    page.go_to_this_week()
    assert (
        shown(prompt)
        == "This week ends today: 30 min studied of 10 h planned. Take two minutes to look back?"
    )


def test_the_first_step_stands_on_the_week_after_its_review(
    reviewing: Reviewing, editor: Editor, page: WeekPage, window: QWidget
) -> None:
    review_second_week(editor)
    notices = reviewing.notices
    said = "Your first step, from last week’s review: Open the quiz & read it"
    assert shown(notices.first_step) == said
    assert not shown(notices.reviewed)
    page.go_earlier()
    assert not shown(notices.first_step)
    assert shown(notices.reviewed) == "You looked back on this week on 18 Jan 2027."
    notices.reviewed.button.click()
    assert opened(window).week.first_day == SECOND


def test_a_long_first_step_does_not_fill_the_page(reviewing: Reviewing, editor: Editor) -> None:
    review_second_week(editor, next_step="Open\nthe quiz\n" + "and read on " * 300)
    said = shown(reviewing.notices.first_step)
    assert said.startswith("Your first step, from last week’s review: Open the quiz and read on")
    assert said.endswith("…")
    assert len(said) < 260


def test_a_review_without_a_next_step_says_nothing_on_the_next_page(
    reviewing: Reviewing, editor: Editor
) -> None:
    review_second_week(editor, next_step="")
    assert not any(shown(each) for each in reviewing.notices.notices)


def test_a_plan_open_for_reading_only_is_not_asked(
    document: Document, settings: Settings, page: WeekPage
) -> None:
    with Document.open(document.path, read_only=True) as reading:
        notices = ReviewNotices(Editor(reading, lambda: THIRD_MONDAY), settings, page)
        notices.on_week(page.week)
        assert notices.prompt.isHidden()


def test_the_menu_looks_back_on_the_week_shown_once_it_has_begun(
    qtbot: QtBot, reviewing: Reviewing, page: WeekPage, window: QWidget
) -> None:
    page.go_to(START)
    reviewing.look_back()
    assert opened(window).week.first_day == START
    opened(window).reject()
    page.go_to(THIRD_MONDAY + timedelta(days=7))
    with qtbot.waitSignal(reviewing.message) as told:
        reviewing.look_back()
    assert told.args == ["That week has not begun. You can look back on it once it has."]


def test_a_reminder_leads_to_the_week_that_is_over(reviewing: Reviewing, window: QWidget) -> None:
    reviewing.look_back_on_the_last()
    assert opened(window).week.first_day == SECOND
