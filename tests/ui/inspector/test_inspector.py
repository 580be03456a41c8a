"""The right column follows the selection and the plan, and fits its width."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain import edits, frame, proof, structure
from planner.domain.arrange import add_group, move_rows
from planner.domain.calendar import spread_week
from planner.domain.fixed_dates import add_fixed_date
from planner.domain.items import ActivityId, ActivityKind, MilestoneId, PhaseId
from planner.domain.outlook import Origin, origin_of
from planner.storage.document import Document
from planner.ui.calendar.dialog import CalendarDialog
from planner.ui.editor import Editor
from planner.ui.inspector.inspector import WIDTH, Inspector
from planner.ui.inspector.page import Page
from planner.ui.plan_settings import PlanSettingsDialog
from planner.ui.theme_controller import ThemeController
from tests.helpers.looks import wait_until_freed
from tests.ui.conftest import TODAY

SCROLL_BAR_WIDTH = 12
LINE_HEIGHT = 24
LONG = "Leistungsbeschreibungsdokumentation der Fundamentaldatenverarbeitungsgrundlagen " * 3


def visible_page(inspector: Inspector) -> Page:
    (page,) = [each for each in inspector.findChildren(Page) if each.isVisible()]
    return page


def test_it_shows_what_is_selected_and_else_the_plan(inspector: Inspector) -> None:
    assert visible_page(inspector) is inspector.overview
    for item_id, page in (
        ("endpoint-live", inspector.milestone),
        ("regression-course", inspector.activity),
        ("phase-3", inspector.phase),
    ):
        inspector.show_node(item_id)
        assert visible_page(inspector) is page
        assert inspector.shown == item_id
    inspector.show_node("no-such-item")
    assert visible_page(inspector) is inspector.overview
    assert inspector.shown is None


def test_an_item_that_goes_away_gives_way_to_the_plan(inspector: Inspector, editor: Editor) -> None:
    extra = ActivityId("extra")
    editor.apply("Add", structure.add_activity, extra, PhaseId("phase-1"), "Extra", 5.0, ActivityKind.TOPIC)
    inspector.show_node(extra)
    assert visible_page(inspector) is inspector.activity
    editor.undo()
    assert visible_page(inspector) is inspector.overview


def test_the_overview_says_where_the_path_leads(inspector: Inspector, editor: Editor) -> None:
    page = inspector.overview
    assert page.head.title.words == editor.plan.facts.title
    assert "18–24 months" in page.sentences.words
    assert "buffer" in page.sentences.words
    assert page.hours.words == "10 h a week now\n20 h a week at most (our suggestion)"
    finish = editor.schedule.finish
    editor.apply("Hours", frame.set_weekly_hours, spread_week(20), TODAY)
    assert editor.schedule.finish < finish
    # What it says of the path is of the hours from today on, and of those it was begun with.
    assert page.sentences.words.startswith("At 20 h a week (10 h before 5 Apr 2027) this path takes about ")
    assert page.hours.words == "20 h a week now\n20 h a week at most (our suggestion)"


def test_a_phase_says_the_sources_range_and_its_hours(inspector: Inspector) -> None:
    inspector.show_node("phase-3")
    page = inspector.phase
    assert page.head.title.words == "Phase 3 · Production ML systems"
    assert page.length.value.words == "2–3 months (the source)"
    assert "10 h a week" in page.length.info.accessibleDescription()
    assert page.hours.value.words.startswith("108.75 h")


def test_a_phase_counts_what_lies_in_groups_within_it(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node("phase-3")
    counted = inspector.phase.head.line.words
    editor.apply("Group", add_group, PhaseId("inner"), "Inner", PhaseId("phase-3"))
    rows = [each.id for each in editor.plan.rows_of_phase[PhaseId("phase-3")]]
    editor.apply("Move", move_rows, rows[:3], PhaseId("inner"), None)
    inspector.show_node("phase-3")
    assert inspector.phase.hours.value.words.startswith("108.75 h")
    assert inspector.phase.head.line.words == counted
    # The hours that lie in the inner group are still the source's.
    activity = editor.plan.activity(ActivityId(rows[0]))
    assert origin_of(editor.plan, activity) is Origin.SOURCE


def test_weekly_hours_are_changed_from_today_on(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.overview.change_hours.click()
    dialog = inspector.findChild(CalendarDialog)
    assert dialog is not None
    dialog.hours.week.days[4].setValue(2)
    dialog.accept_button.click()
    assert editor.plan.calendar.weekly_on(TODAY).total == 12
    assert editor.undo_text == "Change hours to 12 h a week"
    assert "12 h a week now" in inspector.overview.hours.words
    wait_until_freed(qtbot, dialog)


def test_hours_to_come_are_listed_with_their_days(inspector: Inspector, editor: Editor) -> None:
    for week in range(5):
        first = TODAY + timedelta(weeks=2 * week + 2)
        editor.apply("Week", frame.set_hours_of_week, first, 12.0 + week)
    assert inspector.overview.hours.words.splitlines() == [
        "10 h a week now",
        "12 h a week 19–25 April 2027",
        "10 h a week 26 April – 2 May 2027",
        "13 h a week 3–9 May 2027",
        "and 7 changes more",
        "20 h a week at most (our suggestion)",
    ]


def test_plan_settings_open_from_the_overview(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    assert inspector.overview.settings.words == "Prints on A4; weeks begin on Monday."
    inspector.overview.change_settings.click()
    dialog = inspector.findChild(PlanSettingsDialog)
    assert dialog is not None
    dialog.paper.setCurrentIndex(1)
    dialog.accept_button.click()
    assert inspector.overview.settings.words == "Prints on Letter; weeks begin on Monday."
    wait_until_freed(qtbot, dialog)


def test_days_off_open_the_calendar_where_they_are(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.overview.change_days_off.click()
    dialog = inspector.findChild(CalendarDialog)
    assert dialog is not None
    assert dialog.tabs.currentIndex() == 1
    dialog.days.name.setText("Easter")
    dialog.days.take.click()
    dialog.accept_button.click()
    assert "Easter" in inspector.overview.days_off.words
    wait_until_freed(qtbot, dialog)


def test_long_titles_break_and_no_page_is_wider_than_the_column(inspector: Inspector, editor: Editor) -> None:
    milestone, activity = MilestoneId("endpoint-live"), ActivityId("production-ml-systems")
    first = editor.plan.items_of_milestone[milestone][0]
    editor.apply("Rename", frame.rename_plan, LONG[:200])
    editor.apply("Rename", edits.rename, milestone, LONG)
    editor.apply("Note", proof.set_item_note, first.id, LONG)
    editor.apply("Rename", edits.rename, activity, LONG)
    for item_id in (None, milestone, activity, "phase-3"):
        inspector.show_node(item_id)
        if item_id == milestone:
            inspector.milestone.checklist.row(first.id).open_drawer()
        QApplication.processEvents()
        assert visible_page(inspector).minimumSizeHint().width() <= WIDTH - SCROLL_BAR_WIDTH, item_id


class _Counter(QObject):
    """Counts widgets that come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.children_changed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ChildAdded, QEvent.Type.ChildRemoved):
            self.children_changed += 1
        return False


def test_nothing_is_rebuilt_by_an_edit(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node("endpoint-live")
    item = editor.plan.items_of_milestone[MilestoneId("endpoint-live")][-1]
    counter = _Counter()
    page = inspector.milestone
    for widget in (page, *page.findChildren(QWidget)):
        widget.installEventFilter(counter)
    editor.apply("Tick", proof.tick, item.id, TODAY)
    editor.apply("Hours", frame.set_weekly_hours, spread_week(20), TODAY)
    editor.undo()
    assert counter.children_changed == 0
    assert page.checklist.row(item.id).box.isChecked()


def test_a_plan_opened_for_reading_takes_no_edits(
    tmp_path: Path, editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    editor.document.close()
    with Document.open(tmp_path / "path.milepost", read_only=True) as document:
        reader = Editor(document, lambda: TODAY)
        inspector = Inspector(reader, look)
        qtbot.addWidget(inspector)
        inspector.show()
        inspector.show_node("endpoint-live")
        first = reader.plan.items_of_milestone[MilestoneId("endpoint-live")][0]
        assert not inspector.milestone.checklist.row(first.id).box.isEnabled()
        assert not inspector.milestone.day.isEnabled()
        inspector.show_node("regression-course")
        assert not inspector.activity.verbs.finish.isEnabled()
        assert not inspector.activity.notes.isEnabled()


def test_the_keyboard_goes_on_at_what_can_be_edited(inspector: Inspector) -> None:
    inspector.activateWindow()
    inspector.show_node("endpoint-live")
    inspector.take_focus()
    assert inspector.focusWidget() is inspector.milestone.day.edit
    inspector.show_node("regression-course")
    inspector.take_focus()
    assert inspector.focusWidget() is inspector.activity.effort.likely


def test_where_the_keyboard_went_is_framed_for_a_moment(
    inspector: Inspector, look: ThemeController, qtbot: QtBot
) -> None:
    inspector.show_node("endpoint-live")
    assert not inspector.cue.isVisible()
    inspector.take_focus()
    assert inspector.grab().toImage().pixelColor(1, inspector.height() // 2) == look.theme.colour("accent")
    qtbot.waitUntil(lambda: not inspector.cue.isVisible())
    assert inspector.grab().toImage().pixelColor(1, inspector.height() // 2) != look.theme.colour("accent")


def test_it_wears_a_new_look_at_once(inspector: Inspector, look: ThemeController, qtbot: QtBot) -> None:
    inspector.show_node("endpoint-live")
    mark = inspector.milestone.mark
    before = mark.grab().toImage().pixelColor(9, 10)
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert mark.grab().toImage().pixelColor(9, 10) != before


@pytest.mark.parametrize("item_id", ["endpoint-live", "structuring-ml-projects"])
def test_tab_goes_down_the_page(inspector: Inspector, editor: Editor, item_id: str) -> None:
    inspector.show_node(item_id)
    if item_id == "endpoint-live":
        first = editor.plan.items_of_milestone[MilestoneId(item_id)][0]
        inspector.milestone.checklist.row(first.id).open_drawer()
    page = visible_page(inspector)
    QApplication.processEvents()
    places: list[int] = []
    widget = page.nextInFocusChain()
    while widget is not None and page.isAncestorOf(widget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            centre = widget.mapTo(page, widget.rect().center())
            places.append(centre.y())
        widget = widget.nextInFocusChain()
    assert len(places) > 10
    assert all(later >= earlier - LINE_HEIGHT for earlier, later in pairwise(places))


def test_of_several_chosen_rows_it_says_how_many_and_what_can_be_done(inspector: Inspector) -> None:
    inspector.show_node("structuring-ml-projects")
    inspector.show_chosen(("gradient-descent", "structuring-ml-projects"))
    assert inspector.several.isVisible()
    assert inspector.several.banner.headline.words == "2 rows chosen"
    assert inspector.several.banner.sentence.words.startswith("Drag one and all move.")
    assert visible_page(inspector) is inspector.activity
    inspector.show_chosen(("structuring-ml-projects",))
    assert not inspector.several.isVisible()


def test_an_own_group_says_what_is_true_of_it(inspector: Inspector, editor: Editor) -> None:
    own = PhaseId(str(uuid4()))
    editor.apply("Add", add_group, own, "My group", None)
    inspector.show_node(own)
    assert inspector.phase.head.line.words == "Group · empty"
    assert inspector.phase.length.value.words == "added by you"
    editor.apply("Add", add_fixed_date, MilestoneId(str(uuid4())), own, "Wedding", date(2028, 1, 16))
    assert inspector.phase.head.line.words == "Group · 1 item · 0 % done"
    assert inspector.phase.dates.value.words == "16 Jan 2028"
