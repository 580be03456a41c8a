"""The calendar editor: study hours, days off and public holidays, taken as one step or not at all."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.calendar import CalendarException, WeeklyHours
from planner.domain.frame import add_exception, set_hours_of_week, set_most_hours, set_weekly_hours
from planner.storage.document import Document
from planner.ui.calendar.dialog import CalendarDialog, CalendarTab
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.theme_controller import ThemeController
from tests.helpers.networks import days_off
from tests.ui.conftest import START, TODAY

FIVE = (1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0)


def opened(
    editor: Editor, look: ThemeController, qtbot: QtBot, tab: CalendarTab = CalendarTab.HOURS
) -> CalendarDialog:
    dialog = CalendarDialog(editor, look, None, tab)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def lines(dialog: CalendarDialog) -> list[str]:
    """What the list of the shown page says."""
    page = (dialog.hours, dialog.days, dialog.holidays)[dialog.tabs.currentIndex()]
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_hours_are_changed_from_today_on_as_one_step(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot)
    assert lines(dialog) == ["From 4 Jan 2027 on (now) · 10 h a week: Mon–Thu 1.5 h, Sat 4 h"]

    type_in(dialog.hours.week.days[4], "2")

    assert lines(dialog) == [
        "4 January – 4 April 2027 · 10 h a week: Mon–Thu 1.5 h, Sat 4 h",
        "From 5 Apr 2027 on (now) · 12 h a week: Mon–Thu 1.5 h, Fri 2 h, Sat 4 h",
    ]
    assert "→" in dialog.outcome.words
    assert editor.undo_text == ""
    click(dialog.accept_button)
    assert editor.plan.calendar.weekly_on(TODAY).total == 12
    assert editor.plan.calendar.weekly_on(START).total == 10
    assert editor.undo_text == "Change hours to 12 h a week"
    editor.undo()
    assert editor.undo_text == ""


def test_cancel_and_escape_change_nothing(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    before = editor.plan
    dialog = opened(editor, look, qtbot)
    type_in(dialog.hours.week.days[4], "2")
    dialog.days.take.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert editor.plan is before


def test_nothing_changed_is_no_step(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    dialog = opened(editor, look, qtbot)
    assert dialog.outcome.words.startswith("Finish: 17 Aug 2028, as now · ")
    click(dialog.accept_button)
    assert dialog.isVisible()
    dialog.accept()
    assert not dialog.isVisible()
    assert editor.undo_text == ""


def test_the_preview_tells_the_finish_before_and_after_and_the_hours(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot)
    click(next(each for each in dialog.findChildren(QPushButton) if each.text() == "20 h a week"))
    finish = editor.preview(set_weekly_hours, dialog.hours.week.hours, TODAY).finish
    days = (finish - START).days + 1
    hours = dialog.calendar.daily_hours(START, days).sum()
    assert dialog.outcome.words.startswith("Finish: 17 Aug 2028 → ")
    assert dialog.outcome.words.endswith(f"{hours:.1f}".removesuffix(".0") + " h in all until then")


def test_other_hours_are_added_from_a_day_on_and_removed(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot)
    click(dialog.hours.add)
    assert dialog.hours.begins.day == date(2027, 4, 12)
    type_in(dialog.hours.begins.edit, "1 Jun 2027")
    type_in(dialog.hours.week.days[5], "9")
    click(dialog.hours.add)
    assert [line.split(" · ")[0] for line in lines(dialog)] == [
        "4 January – 31 May 2027 (now)",
        "1–6 June 2027",
        "From 7 Jun 2027 on",
    ]
    click(dialog.hours.remove)
    click(dialog.accept_button)

    assert [each.valid_from for each in editor.plan.calendar.weekly] == [START, date(2027, 6, 1)]
    assert editor.plan.calendar.weekly[1].total == 15


def test_a_later_period_is_edited_in_place_and_the_others_stay(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    editor.apply("June", set_weekly_hours, FIVE, date(2027, 6, 1))
    dialog = opened(editor, look, qtbot)
    QTest.keyClick(dialog.hours.list, Qt.Key.Key_Down)
    assert dialog.hours.week.hours == FIVE

    type_in(dialog.hours.week.days[0], "3")
    click(dialog.accept_button)

    assert editor.plan.calendar.weekly[0] == WeeklyHours(
        valid_from=START, hours=(1.5, 1.5, 1.5, 1.5, 0, 4, 0)
    )
    assert editor.plan.calendar.weekly[1] == WeeklyHours(
        valid_from=date(2027, 6, 1), hours=(3, 1, 1, 1, 0, 1, 0)
    )


def test_trying_hours_out_on_the_way_keeps_later_periods(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    editor.apply("June", set_weekly_hours, FIVE, date(2027, 6, 1))
    dialog = opened(editor, look, qtbot)
    # Exactly the hours of June, and then others.
    dialog.hours.week.days[5].setValue(1)
    for day in range(4):
        dialog.hours.week.days[day].setValue(1)
    assert dialog.hours.week.hours == FIVE
    dialog.hours.week.days[5].setValue(2)
    click(dialog.accept_button)
    assert [each.total for each in editor.plan.calendar.weekly] == [10, 6, 5]


def test_what_is_over_is_listed_and_stays(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    editor.apply("March", set_weekly_hours, FIVE, date(2027, 3, 1))
    dialog = opened(editor, look, qtbot)
    QTest.keyClick(dialog.hours.list, Qt.Key.Key_Up)
    assert lines(dialog)[0].startswith("4 January – 28 February 2027 · 10 h")
    assert not dialog.hours.week.isEnabled()
    assert not dialog.hours.remove.isEnabled()


def test_a_day_before_today_is_not_taken(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    dialog = opened(editor, look, qtbot)
    click(dialog.hours.add)
    type_in(dialog.hours.begins.edit, "1 Mar 2027")
    assert dialog.hours.problem == "Choose 5 Apr 2027 or a later day."
    click(dialog.accept_button)
    assert dialog.isVisible()
    assert editor.undo_text == ""


def test_a_calendar_without_hours_cannot_be_taken(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot)
    for box in dialog.hours.week.days:
        box.setValue(0)
    assert not dialog.accept_button.isEnabled()
    assert "some study hours" in dialog.problem.words
    dialog.hours.week.days[0].setValue(1)
    assert dialog.accept_button.isEnabled()
    assert dialog.problem.words == ""


def test_more_than_the_most_is_said_kindly_and_can_be_taken(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    editor.apply("Most", set_most_hours, 12.0)
    editor.apply("One week", set_hours_of_week, date(2027, 4, 19), 14.0)
    dialog = opened(editor, look, qtbot)
    assert dialog.hours.note.words == (
        "14 h a week from 19 Apr 2027 is more than the 12 h you said you could give. It is yours to decide."
    )
    dialog.hours.most.box.setValue(14)
    assert dialog.hours.note.words == ""
    click(dialog.accept_button)
    assert editor.plan.facts.most_hours_a_week == 14
    assert editor.undo_text == "Set the most hours to 14 h a week"


def test_our_suggestion_of_the_most_follows_and_the_learners_own_stays(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot)
    assert dialog.hours.most.own is None
    type_in(dialog.hours.week.days[4], "5")
    assert (dialog.hours.most.hours, dialog.hours.most.own) == (30, None)
    type_in(dialog.hours.most.box, "14,5")
    type_in(dialog.hours.week.days[4], "6")
    assert dialog.hours.most.hours == 14.5
    assert "16 h a week from 5 Apr 2027" in dialog.hours.note.words


def test_days_off_are_added_changed_and_removed_in_one_step(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    assert dialog.days.name.hasFocus()
    type_in(dialog.days.name, "Easter")
    type_in(dialog.days.first.edit, "12 Apr 2027")
    click(dialog.days.take)
    assert lines(dialog) == ["Easter · 12 April 2027 · no study"]
    assert "17 Aug 2028 →" in dialog.outcome.words or "as now" in dialog.outcome.words

    QTest.mouseClick(
        dialog.days.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.days.list.visualItemRect(dialog.days.list.item(0)).center(),
    )
    assert dialog.days.take.text() == "Change"
    type_in(dialog.days.last.edit, "18 Apr 2027")
    click(dialog.days.take)
    assert lines(dialog) == ["Easter · 12–18 April 2027 · no study"]
    click(dialog.accept_button)

    assert editor.plan.calendar.exceptions == (
        CalendarException(first=date(2027, 4, 12), last=date(2027, 4, 18), name="Easter"),
    )
    assert editor.undo_text == "Add days off: 12–18 April 2027"
    again = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    QTest.keyClick(again.days.list, Qt.Key.Key_Down)
    click(again.days.remove)
    click(again.accept_button)
    assert editor.plan.calendar.exceptions_between(START, TODAY + timedelta(weeks=9)) == ()
    assert editor.undo_text == "Change the days off"


@pytest.mark.parametrize(
    ("kind", "name", "hours"),
    [("Holiday", "Holiday", 0), ("Exam week", "Exam week", 0), ("Extra days", "Extra day", 4)],
)
def test_a_kind_brings_its_name_and_hours(
    editor: Editor, look: ThemeController, qtbot: QtBot, kind: str, name: str, hours: float
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    dialog.days.kind.setFocus()
    for _ in range(("Holiday", "Exam week", "Extra days").index(kind)):
        QTest.keyClick(dialog.days.kind, Qt.Key.Key_Down)
    click(dialog.days.take)
    click(dialog.accept_button)
    (found,) = editor.plan.calendar.exceptions
    assert (found.name, found.hours) == (name, hours)


def test_days_filled_in_but_not_added_count_when_the_dialog_is_taken(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    type_in(dialog.days.name, "Moving house")
    click(dialog.accept_button)
    assert [each.name for each in editor.plan.calendar.exceptions] == ["Moving house"]


def test_an_end_before_the_beginning_is_said_and_nothing_is_taken(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    type_in(dialog.days.last.edit, "1 Apr 2027")
    click(dialog.accept_button)
    assert dialog.days.problem == "The last day cannot come before the first."
    assert dialog.isVisible()
    assert editor.undo_text == ""


def choose(dialog: CalendarDialog, country: str, region: str = "") -> None:
    box = dialog.holidays.country
    box.setCurrentIndex(box.findText(country))
    if region:
        dialog.holidays.region.setCurrentIndex(dialog.holidays.region.findText(region))


def test_public_holidays_are_taken_in_one_step_and_taken_out_as_a_whole(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    choose(dialog, "Germany", "Bayern")
    assert "Wed 6 Jan 2027 · Epiphany" in lines(dialog)
    click(dialog.holidays.take)
    assert dialog.holidays.state.words.startswith("Taken: Germany, Bayern, ")
    assert "→" in dialog.outcome.words
    click(dialog.accept_button)

    taken = editor.plan.calendar.exceptions
    assert {each.source for each in taken} == {"DE-BY"}
    assert {each.first.year for each in taken} == {2027, 2028}
    assert all(each.hours == 0 and each.first >= START for each in taken)
    assert editor.undo_text == "Take public holidays: Germany, Bayern"

    again = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    assert (again.holidays.country.currentText(), again.holidays.region.currentText()) == (
        "Germany",
        "Bayern",
    )
    click(again.holidays.take_out)
    click(again.accept_button)
    assert editor.plan.calendar.exceptions == ()
    assert editor.undo_text == "Take the public holidays out"
    editor.undo()
    editor.undo()
    assert editor.undo_text == ""


def test_other_holidays_replace_them_and_own_days_stay_and_win(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    dialog.days.kind.setCurrentIndex(2)
    dialog.days.kind.activated.emit(2)
    type_in(dialog.days.first.edit, "6 May 2027")
    type_in(dialog.days.last.edit, "6 May 2027")
    click(dialog.days.take)
    dialog.tabs.setCurrentIndex(2)
    choose(dialog, "Germany")
    click(dialog.holidays.take)
    click(dialog.accept_button)
    # Ascension Day, on which the learner studies.
    assert editor.plan.calendar.hours_on(date(2027, 5, 6)) == 4
    assert editor.plan.calendar.hours_on(date(2027, 3, 29)) == 0

    again = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    choose(again, "France")
    assert again.holidays.take.text().startswith("Replace with these ")
    click(again.holidays.take)
    click(again.accept_button)
    sources = {each.source for each in editor.plan.calendar.exceptions}
    assert sources == {"", "FR"}
    assert editor.plan.calendar.hours_on(date(2027, 5, 6)) == 4


def test_the_calendar_and_its_undo_are_there_after_a_restart(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    choose(dialog, "Germany", "Bayern")
    click(dialog.holidays.take)
    dialog.tabs.setCurrentIndex(0)
    type_in(dialog.hours.week.days[4], "2")
    click(dialog.accept_button)
    taken, path = editor.plan.calendar, editor.document.path
    assert editor.undo_text == "Change study hours and days off"

    editor.document.close()
    with Document.open(path) as again:
        assert again.plan.calendar == taken
        again.undo()
        assert again.plan.calendar.exceptions == ()
        assert again.undo_text == ""


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_a_country_is_found_by_typing(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    type_in(dialog.holidays.country.text, "Austria")
    assert dialog.holidays.country.code == "AT"
    assert "Tue 26 Oct 2027 · National Day" in lines(dialog)


def test_without_a_country_of_its_own_the_computer_chooses_none(
    editor: Editor, look: ThemeController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QLocale, "system", lambda: QLocale(QLocale.Language.English, QLocale.Country.AnyCountry)
    )
    monkeypatch.setattr(QLocale, "territoryToCode", lambda _territory: "")
    dialog = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    assert dialog.holidays.country.text.placeholderText() == "Choose or type a country"
    assert dialog.holidays.country.currentIndex() == -1
    assert lines(dialog) == []
    assert not dialog.holidays.take.isEnabled()
    choose(dialog, "Sri Lanka")
    assert lines(dialog) == ["No public holidays are known here for these years."]
    assert not dialog.holidays.take.isEnabled()
    choose(dialog, "Germany")
    assert dialog.holidays.take.isEnabled()


def test_a_plan_that_has_grown_longer_says_that_years_are_missing(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    choose(dialog, "Germany")
    click(dialog.holidays.take)
    click(dialog.accept_button)
    editor.apply("Slower", set_weekly_hours, FIVE, TODAY + timedelta(days=1))

    again = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)

    last = editor.schedule.last_day.year
    assert last > 2028
    assert f"Your plan now runs to {last}: take them again" in again.holidays.state.words


def test_days_are_counted_from_the_learners_today(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    type_in(dialog.days.first.edit, "tomorrow")
    QTest.keyClick(dialog.days.first.edit, Qt.Key.Key_Tab)
    assert dialog.days.first.day == editor.today + timedelta(days=1)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_a_country_typed_in_part_is_taken_with_enter_and_nothing_else_before(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.HOLIDAYS)
    page = dialog.holidays
    choose(dialog, "Afghanistan")
    page.country.text.setFocus()
    page.country.text.selectAll()
    QTest.keyClicks(page.country.text, "Germ")
    assert lines(dialog) == []
    assert not page.take.isEnabled()

    QTest.keyClick(page.country.popup, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert (page.country.code, page.country.currentText()) == ("DE", "Germany")
    page.region.text.setFocus()
    page.region.text.selectAll()
    QTest.keyClicks(page.region.text, "bay")
    QTest.keyClick(page.region.popup, Qt.Key.Key_Return)
    assert page.region.code == "BY"
    click(page.take)
    assert page.state.words.startswith("Taken: Germany, Bayern, ")


def test_it_is_offered_only_where_something_differs_or_is_being_typed(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot)
    assert not dialog.accept_button.isEnabled()
    type_in(dialog.hours.week.days[4], "2")
    assert dialog.accept_button.isEnabled()
    type_in(dialog.hours.week.days[4], "0")
    assert not dialog.accept_button.isEnabled()
    box = dialog.hours.week.days[4]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "3")
    assert dialog.accept_button.isEnabled()
    click(dialog.accept_button)
    assert editor.plan.calendar.weekly_on(TODAY).hours[4] == 3


def test_hours_that_do_not_fit_keep_the_dialog_open(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    type_in(dialog.days.hours, "99")
    sentence = "Hours on each of these days: 99 is too many, the most is 24 h."
    assert dialog.days.problem == sentence
    assert sentence in [each.words for each in dialog.days.findChildren(TextLabel) if each.isVisible()]
    click(dialog.days.take)
    click(dialog.accept_button)
    assert dialog.isVisible()
    assert dialog.days.hours.text() == "99 h"
    assert lines(dialog) == []
    click(dialog.days.new)
    assert dialog.days.problem == ""
    assert sentence not in [each.words for each in dialog.days.findChildren(TextLabel)]


def test_a_day_has_no_25_hours(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    dialog = opened(editor, look, qtbot)
    type_in(dialog.hours.week.days[1], "25")
    assert dialog.hours.problem == "Hours on Tuesday: 25 is too many, the most is 24 h."
    click(dialog.accept_button)
    assert dialog.isVisible()
    assert editor.undo_text == ""


def test_days_in_two_entries_are_told_with_the_one_that_counts(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    away = days_off(date(2027, 8, 1), date(2027, 8, 14), name="Holiday")
    editor.apply("Away", add_exception, away)
    dialog = opened(editor, look, qtbot, CalendarTab.DAYS_OFF)
    assert dialog.days.twice.words == ""
    type_in(dialog.days.name, "Course")
    type_in(dialog.days.first.edit, "12 Aug 2027")
    type_in(dialog.days.last.edit, "20 Aug 2027")
    type_in(dialog.days.hours, "3")
    click(dialog.days.take)
    sentence = "12–14 August 2027: in two entries. What counts is the one added last"
    assert dialog.days.twice.words == f"{sentence}, Course · 12–20 August 2027 · 3 h a day."
    click(dialog.accept_button)
    assert editor.plan.calendar.daily_hours(date(2027, 8, 11), 2).tolist() == [0, 3]
