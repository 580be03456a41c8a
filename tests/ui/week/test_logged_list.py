"""What was logged can be corrected, moved, noted, removed and added to, for any day of any week."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId, Session, SessionId, StepId
from planner.domain.logged_entries import LONGEST_NOTE, keep_entries
from planner.domain.progress import done_share
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.week.all_entries import AllEntries
from planner.ui.week.entry_dialog import EntryDialog
from planner.ui.week.page import WeekPage
from tests.helpers.plans import session

MONDAY, TUESDAY = date(2027, 1, 4), date(2027, 1, 5)
REGRESSION, CLUSTERING = ActivityId("regression-course"), ActivityId("clustering-course")


@pytest.fixture
def entries(editor: Editor) -> None:
    """Two entries this week, one of them with a step and a note, and one of last year."""
    editor.apply(
        "Log",
        keep_entries,
        (
            session("one", REGRESSION, MONDAY, 60, step=StepId("week-1"), note="Least squares\nby hand"),
            session("two", "write-up", TUESDAY, 30),
            session("old", CLUSTERING, date(2026, 11, 20), 45, note="a first look"),
        ),
    )


@pytest.fixture
def all_entries(qtbot: QtBot, entries: None, editor: Editor, page: WeekPage) -> Iterator[AllEntries]:
    """The table of all weeks, opened by its button."""
    qtbot.mouseClick(page.logged.all, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(AllEntries)
    assert isinstance(dialog, AllEntries)
    yield dialog
    dialog.close()


def entry(editor: Editor, key: str) -> Session:
    return editor.plan.sessions[SessionId(key)]


def dialog_over(widget: WeekPage | AllEntries) -> EntryDialog:
    found = widget.window().findChild(EntryDialog)
    assert isinstance(found, EntryDialog)
    return found


def texts(dialog: AllEntries) -> list[list[str]]:
    rows = [dialog.table.topLevelItem(at) for at in range(dialog.table.topLevelItemCount())]
    return [
        [row.text(column) for column in range(4)] for row in rows if row is not None and not row.isHidden()
    ]


def choose(dialog: AllEntries, *places: int) -> None:
    dialog.table.clearSelection()
    for place in places:
        row = dialog.table.topLevelItem(place)
        assert row is not None
        row.setSelected(True)


def test_the_rows_say_day_activity_step_and_note(entries: None, page: WeekPage) -> None:
    first, second = [each for each in page.logged.rows if each.isVisible()]
    words = [each.text().replace("\u00a0", " ") for each in first.findChildren(QLabel) if each.isVisible()]
    assert words == ["Mon 4 Jan 2027", "Regression course · Week 1", "Least squares by hand"]
    assert first.edit.accessibleName() == "Edit: Regression course · Week 1, Mon 4 Jan 2027"
    assert second.remove.accessibleName() == "Remove: Write up, Tue 5 Jan 2027"


def test_all_of_an_entry_is_edited_as_one_step(
    qtbot: QtBot, entries: None, page: WeekPage, editor: Editor
) -> None:
    was = entry(editor, "one")
    qtbot.mouseClick(page.logged.rows[0].edit, Qt.MouseButton.LeftButton)
    dialog = dialog_over(page)
    assert (dialog.study.activity, dialog.study.step) == (REGRESSION, "week-1")
    dialog.study.activities.text.setFocus()
    dialog.study.activities.text.selectAll()
    qtbot.keyClicks(dialog.study.activities.text, "cluster")
    qtbot.waitUntil(dialog.study.activities.popup.isVisible)
    qtbot.keyClick(dialog.study.activities.popup, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.study.steps.isEnabled()
    assert dialog.study.steps.isVisible()
    dialog.day.edit.selectAll()
    qtbot.keyClicks(dialog.day.edit, "30 Dec 2026")
    dialog.minutes.selectAll()
    qtbot.keyClicks(dialog.minutes, "1:15")
    dialog.note.selectAll()
    qtbot.keyClicks(dialog.note, "k-means")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    now = entry(editor, "one")
    assert (now.activity, now.step, now.day, now.minutes, now.note) == (
        CLUSTERING,
        None,
        date(2026, 12, 30),
        75,
        "k-means",
    )
    assert editor.undo_text == "Change an entry of Clustering course"
    assert done_share(editor.plan, editor.plan.activity(REGRESSION)) == 0
    editor.undo()
    assert entry(editor, "one") == was


def test_a_step_is_chosen_where_there_are_steps(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    dialog = EntryDialog(editor, page.logged._look, page, activity=REGRESSION, day=TUESDAY)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.study.steps.itemText(at) for at in range(3)] == ["None in particular", "Week 1", "Week 2"]
    dialog.study.steps.setCurrentIndex(2)
    qtbot.keyClicks(dialog.minutes, "50")
    qtbot.keyClick(dialog.minutes, Qt.Key.Key_Return)
    (made,) = editor.plan.sessions.values()
    assert (made.activity, made.step, made.day, made.minutes) == (REGRESSION, "week-2", TUESDAY, 50)


@pytest.mark.parametrize(
    ("activity", "minutes", "day", "note", "problem"),
    [
        ("", "40", "", "", "Choose what you studied."),
        ("write", "", "", "", "Type how long it took, like 45 or 1:30, at most a day."),
        ("write", "25 h", "", "", "“25 h” is more than a day. Type minutes like 90, or hours like 1:30."),
        ("write", "40", "someday", "", "Choose the day."),
        ("write", "40", "", "x" * (LONGEST_NOTE + 1), "The note is too long: at most 4,000 characters."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_logged(
    qtbot: QtBot,
    page: WeekPage,
    editor: Editor,
    activity: str,
    minutes: str,
    day: str,
    note: str,
    problem: str,
) -> None:
    dialog = EntryDialog(editor, page.logged._look, page)
    qtbot.addWidget(dialog)
    dialog.show()
    if activity:
        qtbot.keyClicks(dialog.study.activities.text, activity)
        qtbot.keyClick(dialog.study.activities.text, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.minutes, minutes)
    if day:
        dialog.day.edit.selectAll()
        qtbot.keyClicks(dialog.day.edit, day)
    dialog.note.setPlainText(note)
    dialog.accept_button.click()
    assert dialog.problem == problem
    assert dialog.isVisible()
    assert editor.plan.sessions == {}


@pytest.mark.parametrize(
    ("typed", "day"), [("5.11.", date(2026, 11, 5)), ("Monday", MONDAY), ("4 Jan", MONDAY)]
)
def test_a_day_without_a_year_lies_in_the_past(
    qtbot: QtBot, page: WeekPage, editor: Editor, typed: str, day: date
) -> None:
    dialog = EntryDialog(editor, page.logged._look, page, activity=CLUSTERING, minutes=45)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.day.edit.selectAll()
    qtbot.keyClicks(dialog.day.edit, typed)
    dialog.accept_button.click()
    assert [each.day for each in editor.plan.sessions.values()] == [day]


@pytest.mark.parametrize("typed", ["6 Jan 2027", "tomorrow", "next Monday"])
def test_study_of_a_day_to_come_is_refused_kindly(
    qtbot: QtBot, page: WeekPage, editor: Editor, entries: None, typed: str
) -> None:
    for which in (None, entry(editor, "one")):
        dialog = EntryDialog(editor, page.logged._look, page, entry=which, activity=CLUSTERING, minutes=45)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.day.edit.selectAll()
        qtbot.keyClicks(dialog.day.edit, typed)
        dialog.accept_button.click()
        assert dialog.isVisible()
        assert dialog.day.problem.endswith("is still to come. Choose today or a day before.")
        dialog.reject()
    assert sorted(each.day for each in editor.plan.sessions.values()) == [date(2026, 11, 20), MONDAY, TUESDAY]


def test_the_line_offers_only_days_that_have_come(page: WeekPage) -> None:
    logged = page.logged
    assert [logged.day.itemText(each) for each in range(logged.day.count())] == ["Mon 4", "Tue 5"]
    page.go_later()
    assert [logged.day.itemText(each) for each in range(logged.day.count())] == ["Today"]
    page.go_earlier()
    page.go_earlier()
    assert logged.day.count() == 7


def test_other_study_with_more_to_say_takes_along_what_was_chosen(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    logged = page.logged
    logged.activity.setCurrentIndex(logged.activity.findText("Serve model"))
    logged.day.setCurrentIndex(0)
    qtbot.keyClicks(logged.minutes, "40")
    qtbot.mouseClick(logged.more, Qt.MouseButton.LeftButton)
    dialog = dialog_over(page)
    assert dialog.study.activity == "serve-model"
    assert (dialog.day.day, dialog.minutes.minutes) == (MONDAY, 40)
    qtbot.keyClicks(dialog.note, "read ahead")
    dialog.accept_button.click()
    (made,) = editor.plan.sessions.values()
    assert (made.day, made.minutes, made.note) == (MONDAY, 40, "read ahead")


def test_an_entry_is_removed_from_its_dialog(
    qtbot: QtBot, entries: None, page: WeekPage, editor: Editor
) -> None:
    page.logged.rows[1].edit.click()
    dialog = dialog_over(page)
    (remove,) = [each for each in dialog.findChildren(QPushButton) if each.text() == "Remove"]
    remove.click()
    assert set(editor.plan.sessions) == {"one", "old"}
    assert editor.undo_text == "Take back hours of Write up"


def test_entries_of_all_weeks_stand_in_one_table_newest_first(all_entries: AllEntries) -> None:
    assert texts(all_entries) == [
        ["Tue 5 Jan 2027", "Write up", "30 min", ""],
        ["Mon 4 Jan 2027", "Regression course · Week 1", "1 h", "Least squares by hand"],
        ["Fri 20 Nov 2026", "Clustering course", "45 min", "a first look"],
    ]
    assert "3 entries · 2 h 15" in [
        each.text().replace("\u00a0", " ") for each in all_entries.findChildren(QLabel)
    ]


def test_tab_goes_from_what_was_typed_to_its_steps(qtbot: QtBot, page: WeekPage, editor: Editor) -> None:
    dialog = EntryDialog(editor, page.logged._look, page, day=TUESDAY)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.study.steps.isEnabled()
    activities = dialog.study.activities
    activities.setFocus()
    qtbot.keyClicks(activities, "regression")
    qtbot.keyClick(activities, Qt.Key.Key_Tab)
    assert dialog.study.activity == REGRESSION
    assert dialog.focusWidget() is dialog.study.steps
    qtbot.keyClick(dialog.study.steps, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.day.edit


def test_alt_d_goes_to_the_day(qtbot: QtBot, entries: None, page: WeekPage) -> None:
    qtbot.mouseClick(page.logged.rows[0].edit, Qt.MouseButton.LeftButton)
    dialog = dialog_over(page)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for key, field in ((Qt.Key.Key_D, dialog.day.edit), (Qt.Key.Key_M, dialog.minutes)):
        qtbot.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        assert dialog.focusWidget() is field
    dialog.reject()


def test_undo_and_redo_work_while_the_table_is_open(
    qtbot: QtBot, all_entries: AllEntries, editor: Editor
) -> None:
    choose(all_entries, 0)
    qtbot.waitUntil(all_entries.isActiveWindow)
    all_entries.field.setFocus()
    all_entries.table.setFocus()
    qtbot.keyClick(all_entries.table, Qt.Key.Key_Delete)
    assert len(texts(all_entries)) == 2
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(all_entries.table, Qt.Key.Key_Z, control)
    assert len(texts(all_entries)) == 3
    qtbot.keyClick(all_entries.table, Qt.Key.Key_Z, control | shift)
    assert len(texts(all_entries)) == 2
    qtbot.keyClick(all_entries.table, Qt.Key.Key_Z, control)
    qtbot.keyClick(all_entries.table, Qt.Key.Key_Y, control)
    assert set(editor.plan.sessions) == {"one", "old"}


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("november", ["Fri 20 Nov 2026"]),
        ("hand regression", ["Mon 4 Jan 2027"]),
        ("2027-01-05", ["Tue 5 Jan 2027"]),
        ("Week 1", ["Mon 4 Jan 2027"]),
        ("nothing like it", []),
    ],
)
def test_words_find_entries(qtbot: QtBot, all_entries: AllEntries, words: str, days: list[str]) -> None:
    qtbot.keyClicks(all_entries.field, words)
    assert [each[0] for each in texts(all_entries)] == days


def test_entries_of_other_weeks_are_edited_and_removed_and_the_table_follows(
    qtbot: QtBot, all_entries: AllEntries, editor: Editor
) -> None:
    choose(all_entries, 2)
    third = all_entries.table.topLevelItem(2)
    assert third is not None
    all_entries.table.setCurrentItem(third)
    qtbot.keyClick(all_entries.table, Qt.Key.Key_Return)
    dialog = all_entries.findChild(EntryDialog)
    assert isinstance(dialog, EntryDialog)
    assert dialog.isVisible()
    dialog.minutes.selectAll()
    qtbot.keyClicks(dialog.minutes, "50")
    dialog.accept_button.click()
    assert entry(editor, "old").minutes == 50
    assert texts(all_entries)[2][2] == "50 min"
    choose(all_entries, 0, 1)
    assert not all_entries.edit.isEnabled()
    qtbot.keyClick(all_entries.table, Qt.Key.Key_Delete)
    assert set(editor.plan.sessions) == {"old"}
    assert editor.undo_text == "Take back 2 entries"
    editor.undo()
    assert len(texts(all_entries)) == 3


def test_hidden_rows_are_never_removed(qtbot: QtBot, all_entries: AllEntries, editor: Editor) -> None:
    all_entries.table.selectAll()
    qtbot.keyClicks(all_entries.field, "november")
    all_entries.remove.click()
    assert set(editor.plan.sessions) == {"one", "two"}


def test_without_entries_it_says_how_there_come_some(
    qtbot: QtBot, page: WeekPage, editor: Editor, look: ThemeController
) -> None:
    assert not page.logged.all.isVisible()
    dialog = AllEntries(editor, look, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert any(each.text().startswith("Nothing is logged yet.") for each in dialog.findChildren(QLabel))
    assert not dialog.remove.isEnabled()


def test_a_plan_open_for_reading_only_shows_its_entries_and_changes_none(
    qtbot: QtBot, entries: None, document: Document, look: ThemeController, qapp: QApplication
) -> None:
    with Document.open(document.path, read_only=True) as reading:
        editor = Editor(reading, lambda: MONDAY, qapp)
        page = WeekPage(editor, look)
        qtbot.addWidget(page)
        page.show()
        for row in page.logged.rows:
            assert not row.edit.isEnabled()
            assert not row.remove.isEnabled()
        page.logged.all.click()
        dialog = page.window().findChild(AllEntries)
        assert isinstance(dialog, AllEntries)
        assert not any(each.isEnabled() for each in (dialog.add, dialog.edit, dialog.remove))
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
        assert len(reading.plan.sessions) == 3
        dialog.close()


def test_two_activities_of_one_name_are_told_apart_by_their_group(
    qtbot: QtBot, page: WeekPage, editor: Editor
) -> None:
    from planner.domain.edits import rename

    editor.apply("Rename", rename, ActivityId("write-up"), "Clustering course")
    dialog = EntryDialog(editor, page.logged._look, page)
    qtbot.addWidget(dialog)
    names = [dialog.study.activities.itemText(at) for at in range(dialog.study.activities.count())]
    assert "Clustering course · Learning" in names
    assert "Clustering course · Production" in names
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel) is not None
