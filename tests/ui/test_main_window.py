"""The window as a whole: what is selected is shown, what is done can be undone, what was seen comes back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from planner.domain.calendar import week_of
from planner.domain.edits import rename, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.inspector.inspector import Inspector
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage

ENDPOINT = MilestoneId("endpoint-live")
GRADIENT = ActivityId("gradient-descent")
TARGET = date(2028, 1, 16)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def window(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def type_keys(window: MainWindow, keys: str, qtbot: QtBot) -> None:
    """Press keys with the outline in focus, as they stand in the menus."""
    window.activateWindow()
    window.timeline.outline.setFocus()
    qtbot.waitUntil(window.timeline.outline.hasFocus)
    QTest.keySequence(window.timeline.outline, QKeySequence(keys))


def words(window: MainWindow) -> str:
    """All that labels in the window say now."""
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def test_the_selected_milestone_stands_at_the_side(window: MainWindow) -> None:
    window.timeline.select(ENDPOINT)
    assert "Endpoint live" in words(window)
    assert "Endpoint answers over HTTPS" in words(window)


def test_undo_and_redo_follow_the_edits_and_say_what_they_do(window: MainWindow, editor: Editor) -> None:
    undo, redo = action(window, "undo"), action(window, "redo")
    assert not undo.isEnabled()
    editor.apply("Move Endpoint live", retarget, ENDPOINT, TARGET)
    assert undo.isEnabled()
    assert undo.text() == "&Undo Move Endpoint live"
    undo.trigger()
    assert editor.plan.milestone(ENDPOINT).target is None
    assert not undo.isEnabled()
    redo.trigger()
    assert editor.plan.milestone(ENDPOINT).target == TARGET


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Alt+Right", "Move Endpoint live to "),
        ("Alt+Left", "Move Endpoint live to "),
        ("Ctrl+Return", ""),
    ],
)
def test_keys_of_the_menus_act_on_the_selected_milestone(
    window: MainWindow, editor: Editor, qtbot: QtBot, keys: str, text: str
) -> None:
    window.timeline.select(ENDPOINT)
    type_keys(window, keys, qtbot)
    assert editor.undo_text.startswith(text)
    assert bool(editor.undo_text) == bool(text)


def test_keys_of_the_menus_act_on_the_selected_activity(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    window.timeline.select("gradient-descent")
    hours = editor.plan.activity(GRADIENT).effort.likely
    type_keys(window, "Alt+Shift+Right", qtbot)
    assert editor.plan.activity(GRADIENT).effort.likely > hours
    type_keys(window, "Del", qtbot)
    assert GRADIENT not in editor.plan.activities
    type_keys(window, "Ctrl+Z", qtbot)
    type_keys(window, "Ctrl+Z", qtbot)
    assert editor.plan.activity(GRADIENT).effort.likely == hours


def test_an_activity_moves_and_changes_its_end_by_keys_and_ctrl_y_does_it_again(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    window.timeline.select("gradient-descent")
    start = editor.schedule.start_day(GRADIENT)
    type_keys(window, "Alt+Right", qtbot)
    later = editor.schedule.start_day(GRADIENT)
    assert later > start
    type_keys(window, "Alt+Left", qtbot)
    assert editor.schedule.start_day(GRADIENT) == start
    type_keys(window, "Ctrl+Z", qtbot)
    assert editor.schedule.start_day(GRADIENT) == later
    type_keys(window, "Ctrl+Y", qtbot)
    assert editor.schedule.start_day(GRADIENT) == start

    hours = editor.plan.activity(GRADIENT).effort.likely
    type_keys(window, "Alt+Shift+Left", qtbot)
    assert editor.plan.activity(GRADIENT).effort.likely < hours


def test_ctrl_0_brings_the_whole_path_into_view(window: MainWindow, qtbot: QtBot) -> None:
    view = window.timeline.view
    for _ in range(4):
        window.timeline.zoom_in()
    near = view.scale.px_per_day
    type_keys(window, "Ctrl+0", qtbot)
    assert view.fitted
    assert view.scale.px_per_day < near
    finish = window.editor.schedule.finish
    assert finish is not None
    assert 0 <= view.scale.x(finish.toordinal()) <= view.width()


def test_titles_are_words_wherever_undo_names_them(window: MainWindow, editor: Editor) -> None:
    editor.apply("Rename A to <b>R&D</b>", rename, ENDPOINT, "<b>R&D</b>")
    undo = action(window, "undo")
    assert undo.text() == "&Undo Rename A to <b>R&&D</b>"
    assert undo.toolTip() == "<p>Undo Rename A to &lt;b&gt;R&amp;D&lt;/b&gt;</p>"


def test_find_selects_what_holds_the_words(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "week").trigger()
    field = window.findChild(QLineEdit, "find")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "evidently")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.timeline.isVisible()
    found = window.timeline.selected
    assert found is not None
    assert "Evidently" in editor_words(window, found)


def editor_words(window: MainWindow, item_id: str) -> str:
    plan = window.editor.plan
    if item_id in plan.activities:
        return " ".join(plan.activity(ActivityId(item_id)).tools)
    return " ".join(each.hint + each.title for each in plan.items_of_milestone[MilestoneId(item_id)])


def test_the_finish_at_the_bottom_follows_an_edit(window: MainWindow, editor: Editor) -> None:
    assert "Finish 17 Aug 2028" in words(window)
    editor.apply("Hold Endpoint live", retarget, ENDPOINT, TARGET, holds=True)
    assert "Finish 17 Aug 2028" not in words(window)
    assert "Saved" in words(window)


def test_what_was_refused_stays_at_the_top(window: MainWindow, editor: Editor) -> None:
    editor.failed.emit("The disk is full.")
    assert window.banner.sentence == "The disk is full."


def test_a_finished_activity_by_menu(window: MainWindow, editor: Editor) -> None:
    window.timeline.select("gradient-descent")
    action(window, "finish").trigger()
    assert editor.plan.activity(ActivityId("gradient-descent")).finished_on == editor.today


def test_the_view_comes_back(
    window: MainWindow, editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    window.timeline.zoom_in()
    window.timeline.select(ENDPOINT)
    action(window, "inspector").trigger()
    action(window, "week").trigger()
    action(window, "week-later").trigger()
    with qtbot.waitSignal(window.memory.kept):
        pass
    again = MainWindow(editor, look, settings)
    qtbot.addWidget(again)
    again.show()
    assert again.timeline.selected == ENDPOINT
    assert action(again, "week").isChecked()
    assert not action(again, "inspector").isChecked()
    assert again.timeline.view_state["px_per_day"] == pytest.approx(window.timeline.view_state["px_per_day"])
    (page,) = again.findChildren(WeekPage)
    assert page.week.first_day == week_of(editor.today, 0) + timedelta(days=7)


def test_the_window_can_be_made_small_again(window: MainWindow, qapp: QApplication) -> None:
    window.resize(2000, 800)
    for _ in range(10):  # one layout asks for the next
        qapp.processEvents()
    assert window.width() == 2000
    assert window.minimumSizeHint().width() < 1000


def test_a_hidden_side_keeps_its_width_for_the_next_plan(
    window: MainWindow, editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    width = window.findChildren(Inspector)[0].width()
    action(window, "inspector").trigger()
    window.memory.keep()
    settings.set_value_for(editor.plan.facts.id, "view", "")
    again = MainWindow(editor, look, settings)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.timeline.view.width() > 100)
    assert again.findChildren(Inspector)[0].width() == width


def test_nonsense_in_the_settings_is_no_obstacle(
    editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_value_for(editor.plan.facts.id, "view", '{"page": 7, "timeline": [1], "inspector": "no"}')
    made = MainWindow(editor, look, settings)
    qtbot.addWidget(made)
    assert action(made, "timeline").isChecked()


def test_a_plan_for_reading_only_says_so_and_offers_no_edits(
    editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    with Document.open(editor.document.path, read_only=True) as document:
        made = MainWindow(Editor(document, lambda: editor.today), look, settings)
        qtbot.addWidget(made)
        made.show()
        assert made.banner.sentence == (
            "You can look at this plan but not change it: it was opened to look at."
        )
        assert not action(made, "rename").isEnabled()
        assert action(made, "fit").isEnabled()
        assert "Read only" in words(made)


def test_a_closed_window_is_gone(
    editor: Editor, look: ThemeController, settings: Settings, qapp: QApplication, qtbot: QtBot
) -> None:
    made = MainWindow(editor, look, settings)
    made.show()
    with qtbot.waitSignal(made.destroyed):
        made.close()


def test_in_a_narrow_window_the_tool_bar_gives_way(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.width() == 800)
    buttons = window.findChildren(QToolButton)
    assert not any(each.isVisible() and each.defaultAction() is action(window, "fit") for each in buttons)
    assert any(each.isVisible() and each.defaultAction() is action(window, "undo") for each in buttons)
    window.resize(1300, 600)
    qtbot.waitUntil(
        lambda: any(each.isVisible() and each.defaultAction() is action(window, "fit") for each in buttons)
    )


def test_the_zoom_is_off_where_there_is_no_timeline(window: MainWindow) -> None:
    button = window.findChild(QToolButton, "zoom")
    assert isinstance(button, QToolButton)
    assert button.isEnabled()
    window.show_page("week")
    assert not button.isEnabled()
    window.show_page("timeline")
    assert button.isEnabled()
