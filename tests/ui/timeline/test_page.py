"""Outline, chart and load strip in step; keys; what is remembered."""

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.edits import mark_started, put_activity, rename
from planner.domain.items import ActivityId, MilestoneId, Pause, PhaseId
from planner.domain.structure import add_activity, remove_items
from planner.domain.wording import day_text
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import zoomed
from planner.ui.timeline.columns import COLUMNS, Column
from planner.ui.timeline.marks import box
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import middle_of
from tests.helpers.mouse import Modifier, Mouse
from tests.helpers.plans import make_plan

Key = Qt.Key
CORE = MilestoneId("core-proven")
CLUSTERING = ActivityId("clustering-course")
REGRESSION = ActivityId("regression-course")


@pytest.fixture(params=["outline", "chart"])
def focus(request: pytest.FixtureRequest, page: TimelinePage) -> QWidget:
    """The half of the page that has the keyboard."""
    widget: QWidget = page.outline if request.param == "outline" else page.view
    widget.setFocus()
    return widget


def assert_in_step(page: TimelinePage) -> None:
    """Every row stands at the same height on both sides."""
    shown = 0
    for mark in page.view.laid_out.marks:
        index = page.outline.outline_model.index_of(mark.id)
        rect = page.outline.visualRect(index)
        _, top, _, bottom = box(mark)
        middle = page.outline.viewport().mapTo(page, rect.topLeft()).y() + page.view.look.row_height / 2
        beside = page.view.mapTo(page, QPoint(0, 0)).y() + page.view.look.header_height + (top + bottom) / 2
        assert middle == pytest.approx(beside, abs=1)
        shown += 1
    assert shown


def test_rows_are_in_step(page: TimelinePage) -> None:
    assert_in_step(page)


def test_rows_stay_in_step_when_a_phase_is_collapsed(page: TimelinePage) -> None:
    page.select("learning")
    QTest.keyClick(page.outline, Qt.Key.Key_Left)

    assert [mark.id for mark in page.view.laid_out.marks][:2] == ["learning", "production"]
    assert_in_step(page)
    QTest.keyClick(page.outline, Qt.Key.Key_Right)
    assert len(page.view.laid_out.marks) == 8
    assert_in_step(page)


def test_rows_stay_in_step_while_scrolling(long_page: TimelinePage) -> None:
    long_page.view.rows_bar.setValue(1234)
    assert long_page.outline.verticalScrollBar().value() == 1234
    assert_in_step(long_page)

    long_page.outline.verticalScrollBar().setValue(77)
    assert long_page.view.rows_bar.value() == 77
    assert_in_step(long_page)

    long_page.select("activity-150")
    assert "activity-150" in [mark.id for mark in long_page.view.laid_out.marks]
    assert_in_step(long_page)


def test_the_scroll_bar_shows_only_where_there_is_more(page: TimelinePage, long_page: TimelinePage) -> None:
    assert not page.view.rows_bar.isVisible()
    assert long_page.view.rows_bar.isVisible()
    assert long_page.view.rows_bar.maximum() == long_page.outline.verticalScrollBar().maximum()


def test_the_load_strip_stands_under_the_chart(page: TimelinePage) -> None:
    chart, strip = page.view.mapTo(page, QPoint()), page.strip.mapTo(page, QPoint())

    assert strip.x() == chart.x()
    assert page.strip.width() == page.view.width()


def test_selecting_in_the_outline_selects_on_the_chart_and_back(
    page: TimelinePage, mouse: Mouse, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.selection_changed) as chosen:
        Mouse(page.outline).click(page.outline.cell_rect("write-up", Column.PATH).center())
    assert chosen.args == ["write-up"]
    assert page.view.selected == "write-up"

    mouse.click(next(mark.rect for mark in page.view.marks() if mark.id == "core-proven").center())
    assert page.selected == "core-proven"
    assert page.outline.selection.current == "core-proven"


def test_arrow_keys_walk_the_rows(page: TimelinePage, focus: QWidget) -> None:
    page.select("regression-course")

    QTest.keyClick(focus, Key.Key_Down)
    assert page.selected == "clustering-course"
    QTest.keyClick(focus, Key.Key_Up)
    QTest.keyClick(focus, Key.Key_Up)
    assert page.selected == "learning"
    QTest.keyClick(focus, Key.Key_Left)
    assert page.view.rows.collapsed == {"learning"}
    QTest.keyClick(focus, Key.Key_Right)
    assert page.view.rows.collapsed == frozenset()


def test_escape_shows_all_rows_again_and_then_selects_nothing(page: TimelinePage, focus: QWidget) -> None:
    every = page.view.rows.ids
    page.select(REGRESSION)
    page.keeper.show_words("regression")
    assert page.view.rows.ids != every

    QTest.keyClick(focus, Key.Key_Escape)
    assert page.view.rows.ids == every
    assert page.selected == REGRESSION
    QTest.keyClick(focus, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.selection) == 2
    QTest.keyClick(focus, Key.Key_Escape)
    assert page.outline.selection.ids == frozenset()
    QTest.keyClick(focus, Key.Key_Down)
    assert page.selected == "clustering-course", "the keyboard goes on where it was"


def test_a_nudge_sets_a_target_and_holds(page: TimelinePage, editor: Editor) -> None:
    page.select("core-proven")
    lands = editor.schedule.lands(CORE)

    page.nudge(1)
    page.nudge(1)

    core = editor.plan.milestone(CORE)
    assert core.target is not None
    assert (core.target - lands).days == 2
    assert core.holds
    page.nudge(-1)
    assert editor.schedule.margin_days(CORE) == 1


def test_an_activity_is_made_longer_and_shorter(page: TimelinePage, editor: Editor) -> None:
    page.select("clustering-course")

    page.resize_by(1)
    assert editor.schedule.finish_day(CLUSTERING) == date(2027, 2, 8)
    page.resize_by(-1)
    assert editor.schedule.finish_day(CLUSTERING) == date(2027, 2, 6)


def test_an_activity_is_made_longer_across_a_pause(page: TimelinePage, editor: Editor) -> None:
    pause = Pause(first=date(2027, 2, 8), last=date(2027, 2, 11))
    paused = replace(editor.plan.activity(CLUSTERING), pauses=(pause,))
    editor.apply("Pause", put_activity, paused)
    page.select("clustering-course")

    page.resize_by(1)
    # The next day with hours of its own is Saturday; its four hours are all that was added.
    assert editor.schedule.finish_day(CLUSTERING) == date(2027, 2, 13)
    assert editor.plan.activity(CLUSTERING).effort.likely == 34
    page.resize_by(-1)
    assert editor.schedule.finish_day(CLUSTERING) == date(2027, 2, 6)


def test_a_nudged_bar_goes_past_days_without_hours_and_back(page: TimelinePage, editor: Editor) -> None:
    page.select("clustering-course")
    first = editor.schedule.start_day(CLUSTERING)
    seen = []
    for _ in range(6):
        page.nudge(1)
        seen.append(editor.schedule.start_day(CLUSTERING))

    assert seen == sorted(set(seen))
    for _ in range(6):
        page.nudge(-1)
    assert editor.schedule.start_day(CLUSTERING) == first
    assert editor.plan.activity(CLUSTERING).not_before is None


def test_a_nudge_says_why_it_cannot_be(page: TimelinePage, editor: Editor) -> None:
    said: list[str] = []
    page.message.connect(said.append)

    page.nudge(1)
    page.select("clustering-course")
    page.nudge(-1)
    page.nudge(1)
    page.select("core-proven")
    page.resize_by(1)
    editor.apply("Start", mark_started, REGRESSION, date(2027, 1, 4))
    page.select("regression-course")
    page.nudge(1)

    assert said == [
        "Select an activity or a milestone first.",
        "“Clustering course” starts as early as what it waits for allows.",
        "“Core proven” is a milestone and has no length: move it instead.",
        "“Regression course” has started, so its start stays. Drag its right end to change its hours.",
    ]


def test_enter_asks_to_edit(page: TimelinePage, focus: QWidget, qtbot: QtBot) -> None:
    page.select("write-up")

    with qtbot.waitSignal(page.edit_requested) as asked:
        QTest.keyClick(focus, Key.Key_Return)

    assert asked.args == ["write-up"]


def test_keys_zoom_fit_and_go_to_today(page: TimelinePage, focus: QWidget) -> None:
    view = page.view
    before = view.scale.px_per_day

    QTest.keyClick(focus, Key.Key_Plus)
    assert view.scale.px_per_day > before
    QTest.keyClick(focus, Key.Key_Minus)
    assert view.scale.px_per_day == pytest.approx(before)
    page.fit()
    assert view.fitted
    assert view.laid_out.finish_x is not None
    assert 0 < view.laid_out.finish_x < view.width()
    whole = view.scale
    QTest.keyClick(focus, Key.Key_Home)
    assert view.scale == whole
    assert view.fitted
    view.show_scale(zoomed(whole, 6, 0))
    view.pan(5000, 0)
    QTest.keyClick(focus, Key.Key_Home)
    assert 0 < view.laid_out.today_x < view.width()
    assert view.scale.left >= whole.left


def test_the_wheel_scrolls_pans_and_zooms(long_page: TimelinePage) -> None:
    view, at = long_page.view, QPoint(500, 300)
    mouse = Mouse(view)

    mouse.wheel(at, -2)
    assert view.rows_bar.value() == 2 * 3 * view.look.row_height
    left = view.scale.left
    mouse.modifiers = Modifier.ShiftModifier
    mouse.wheel(at, -1)
    assert view.scale.left > left
    mouse.modifiers = Modifier.ControlModifier
    day = view.scale.day(at.x())
    zoom = view.scale.px_per_day
    mouse.wheel(at, 3)
    assert view.scale.px_per_day > zoom
    assert view.scale.day(at.x()) == pytest.approx(day)


def test_the_whole_path_is_in_view_at_first(long_page: TimelinePage) -> None:
    view = long_page.view

    assert view.fitted
    assert view.laid_out.finish_x is not None
    assert view.laid_out.finish_x < view.width()


def test_new_titles_rows_and_removals_show(page: TimelinePage, editor: Editor) -> None:
    page.select("core-proven")
    editor.apply("Rename", rename, REGRESSION, "Lines and curves")
    index = page.outline.outline_model.index_of("regression-course")
    assert index.data() == "Lines and curves"

    editor.apply("Add", add_activity, ActivityId("new"), PhaseId("learning"), "Something new", 5)
    assert "new" in page.view.rows.index
    assert page.outline.outline_model.index_of("new").isValid()
    assert page.view_state["selected"] == "core-proven"
    assert_in_step(page)

    editor.apply("Remove", remove_items, [CORE], date(2027, 1, 20))
    assert not page.outline.outline_model.index_of("core-proven").isValid()
    assert page.selection == ("new",)
    editor.undo()
    assert page.outline.outline_model.index_of("core-proven").isValid()
    assert_in_step(page)


def test_a_new_row_does_not_scroll_the_others_away(long_page: TimelinePage, qtbot: QtBot) -> None:
    editor = long_page.view.editor
    editor.changed.connect(long_page.on_changed)
    long_page.select("activity-0")
    long_page.view.rows_bar.setValue(1500)

    editor.apply("Add", add_activity, ActivityId("new"), PhaseId("learning"), "Something new", 5)

    qtbot.waitUntil(lambda: long_page.outline.verticalScrollBar().value() == 1500)
    assert long_page.view.rows_bar.value() == 1500
    assert long_page.selected == "activity-0"
    assert_in_step(long_page)


def test_where_one_had_scrolled_to_comes_back(
    long_page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    long_page.view.rows_bar.setValue(1500)
    state = json.loads(json.dumps(long_page.view_state))

    again = TimelinePage(long_page.view.editor, look)
    qtbot.addWidget(again)
    again.restore_view_state(state)
    again.resize(long_page.size())
    again.show()
    qtbot.waitExposed(again)

    qtbot.waitUntil(lambda: again.outline.verticalScrollBar().value() == 1500)
    assert again.view.rows_bar.value() == 1500
    assert_in_step(again)


def test_how_one_looked_at_it_comes_back(
    page: TimelinePage, editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    page.select("serve-model")
    page.keeper.fold("learning", True)
    page.view.pan(-200, 0)
    state = json.loads(json.dumps(page.view_state))

    again = TimelinePage(editor, look)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()
    again.restore_view_state(state)

    assert again.view_state == state
    assert again.selected == "serve-model"
    assert again.view.rows.collapsed == {"learning"}
    assert again.view.scale.left == pytest.approx(page.view.scale.left)


def test_what_a_small_window_squeezed_once_has_its_room_again(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    """As a session at twice the size left it behind."""
    page = TimelinePage(editor, look)
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.restore_view_state({"across": [65, 540], "down": [290, 24]})
    page.show()
    assert page.outline.width() >= 300
    assert page.strip.height() >= 100
    page.restore_view_state({"across": [400, 1000], "down": [800, 0]})
    assert page.outline.width() == pytest.approx(400, abs=10)
    assert page.view_state["down"][1] == 0, "put away by the learner"


def test_a_small_window_does_not_make_the_outline_of_the_next_small(
    page: TimelinePage, editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    page.resize(1200, 700)
    page.restore_view_state({"across": [400, 800], "down": [550, 150]})
    page.resize(520, 360)
    assert page.outline.width() < 400
    again = TimelinePage(editor, look)
    qtbot.addWidget(again)
    again.resize(1200, 700)
    again.restore_view_state(json.loads(json.dumps(page.view_state)))
    again.show()
    assert again.outline.width() == pytest.approx(400, abs=10)
    assert again.strip.height() == pytest.approx(150, abs=10)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"left": "far", "px_per_day": None, "fitted": False},
        {"across": [1], "down": "x", "columns": [None, 3], "collapsed": 7, "selected": ["a"], "top": {}},
        {"selected": "gone", "collapsed": ["gone", 3], "top": 10**9, "left": float("inf"), "px_per_day": 1},
    ],
)
def test_a_state_that_makes_no_sense_is_left_aside(page: TimelinePage, state: dict[str, object]) -> None:
    page.restore_view_state(state)

    assert_in_step(page)


def test_an_empty_plan_shows_an_empty_timeline(
    look: ThemeController, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Document.create(tmp_path_factory.mktemp("empty") / "empty.milepost", make_plan()) as document:
        page = TimelinePage(Editor(document, lambda: date(2027, 1, 20)), look)
        qtbot.addWidget(page)
        page.resize(900, 500)
        page.show()

        assert not page.grab().isNull()
        assert page.view.marks() == []


def test_another_look_repaints_all_of_it(page: TimelinePage, look: ThemeController) -> None:
    light = page.grab().toImage()

    look.choose("dark")

    dark = page.grab().toImage()
    corner = QPoint(page.width() - 5, page.view.height() - 5)
    assert light.pixelColor(corner).lightness() > 200
    assert dark.pixelColor(corner).lightness() < 80


def test_marks_tell_what_is_where(view: TimelineView) -> None:
    marks = {mark.id: mark for mark in view.marks()}

    assert set(marks) == set(view.rows.index)
    assert marks["core-proven"].kind == "milestone"
    assert view.rect().contains(marks["core-proven"].rect)
    tops = [mark.rect.center().y() for mark in view.marks()]
    assert tops == sorted(tops)


def test_the_finish_cells_follow_a_drag_and_go_back_with_escape(
    page: TimelinePage, view: TimelineView, mouse: Mouse
) -> None:
    def finishes() -> list[str]:
        model = page.outline.outline_model
        column = COLUMNS.index(Column.FINISH)
        items = ("learning", "clustering-course", "core-proven")
        return [model.index_of(each).siblingAtColumn(column).data() for each in items]

    before = finishes()
    mouse.press(middle_of(view, CLUSTERING))
    mouse.move_by(200)
    proposal = view.proposal
    assert proposal is not None
    assert proposal.schedule is not None
    during = finishes()
    assert during[1] == day_text(proposal.schedule.finish_day(CLUSTERING)) != before[1]
    assert during[2] == day_text(proposal.schedule.shown_day(CORE)) != before[2]
    assert during[0] != before[0]
    QTest.keyClick(view, Key.Key_Escape)
    assert finishes() == before
    mouse.release()
