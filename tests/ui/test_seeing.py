"""The ways to see, from the menu to the chart; and what was chosen is there again when the plan is opened."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton
from pytestqt.qtbot import QtBot

from planner.domain.baselines import take_baseline
from planner.domain.edits import move_activity
from planner.domain.items import ActivityId, BaselineId
from planner.ui.baselines.dialog import BaselinesDialog
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.descriptions import describe
from planner.ui.timeline.marks import BarMark
from planner.ui.timeline.options import ColourBy
from planner.ui.timeline.seen_words import seen_lines
from planner.ui.timeline.zoom_levels import ZoomLevel, level_of
from planner.ui.title_dialog import TitleDialog
from tests.ui.conftest import START

REGRESSION = ActivityId("regression-course")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def window(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    return shown(editor, look, settings, qtbot)


def shown(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, settings)
    editor.changed.connect(made.timeline.on_changed)
    qtbot.addWidget(made)
    made.show()
    return made


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def bars(window: MainWindow) -> list[BarMark]:
    return [mark for mark in window.timeline.view.laid_out.marks if isinstance(mark, BarMark)]


def when_asked(do: Callable[[QDialog], None]) -> None:
    """Answer the dialog that an action opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                do(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_colours_are_chosen_in_the_menu_and_named_below(window: MainWindow) -> None:
    legend = window.timeline.around.legend
    assert not legend.isVisible()

    action(window, "colour-state").trigger()

    assert all(mark.sign is not None for mark in bars(window))
    assert legend.isVisible()
    assert "Waiting" in legend.accessibleName()
    assert action(window, "colour-state").isChecked()
    assert not action(window, "colour-phase").isChecked()
    action(window, "colour-phase").trigger()
    assert not any(mark.sign for mark in bars(window))


def test_the_same_colours_again_keep_their_tick(window: MainWindow) -> None:
    action(window, "colour-phase").trigger()

    assert action(window, "colour-phase").isChecked()


def test_the_critical_path_comes_and_goes(window: MainWindow) -> None:
    action(window, "show-critical").trigger()
    assert any(mark.critical for mark in bars(window))
    assert all(mark.critical is not mark.faded for mark in bars(window))

    action(window, "show-critical").trigger()
    assert not any(mark.faded for mark in bars(window))


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("show-float", lambda window: any(mark.float_x for mark in bars(window))),
        ("show-links", lambda window: bool(window.timeline.view.laid_out.links)),
        ("show-ranges", lambda window: any(mark.tail_x > mark.x1 for mark in bars(window))),
        ("show-legend", lambda window: window.timeline.around.legend.isVisible()),
        ("show-overview", lambda window: window.timeline.around.overview.isVisible()),
    ],
)
def test_each_way_to_see_can_be_turned_on_and_off(
    window: MainWindow, name: str, seen: Callable[[MainWindow], bool]
) -> None:
    # The projects at the end are what has float.
    window.timeline.view.rows_bar.setValue(window.timeline.view.rows_bar.maximum())
    before = seen(window)
    assert action(window, name).isChecked() is before

    action(window, name).trigger()
    assert seen(window) is not before
    assert action(window, name).isChecked() is not before

    action(window, name).trigger()
    assert seen(window) is before


def test_the_legend_can_be_put_away_where_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "show-legend").trigger()
    legend = window.timeline.around.legend

    qtbot.mouseClick(legend.close_button, Qt.MouseButton.LeftButton)

    assert not legend.isVisible()
    assert not action(window, "show-legend").isChecked()


@pytest.mark.parametrize("level", list(ZoomLevel))
def test_zooms_have_names(window: MainWindow, level: ZoomLevel) -> None:
    action(window, f"zoom-{level}").trigger()

    assert level_of(window.timeline.view.scale) is level
    button = window.findChild(QToolButton, "zoom")
    assert isinstance(button, QToolButton)
    assert button.text().lower().startswith(level)
    assert [each.value for each in ZoomLevel if action(window, f"zoom-{each}").isChecked()] == [level]


def test_a_baseline_is_taken_with_its_reason_and_shown(window: MainWindow, editor: Editor) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, TitleDialog)
        QTest.keyClicks(dialog.field, "Before the exam")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    when_asked(answer)
    action(window, "take-baseline").trigger()

    taken = list(editor.plan.baselines.values())[-1]
    assert taken.reason == "Before the exam"
    assert editor.undo_text == "Take a baseline"
    assert window.timeline.view.options.baseline == taken.id
    before = next(mark for mark in bars(window) if mark.id == REGRESSION)
    editor.apply(
        "Move", move_activity, REGRESSION, editor.schedule.start_day(REGRESSION) + timedelta(days=12)
    )
    after = next(mark for mark in bars(window) if mark.id == REGRESSION)
    assert after.was == (before.x0, before.x1)
    assert after.x0 > before.x0


def test_hovering_says_how_far_an_item_has_drifted_and_can_slip(window: MainWindow, editor: Editor) -> None:
    kept = BaselineId("made")
    editor.apply("Take a baseline", take_baseline, kept, START, "As it was made")
    finish = editor.schedule.finish_day(REGRESSION)
    editor.apply("Move", move_activity, REGRESSION, editor.schedule.start_day(REGRESSION) + timedelta(days=7))
    days = (editor.schedule.finish_day(REGRESSION) - finish).days
    window.timeline.view.show_options(
        type(window.timeline.view.options)(baseline=kept, float_bars=True, critical=True)
    )

    shown = editor.plan, editor.schedule, REGRESSION, window.timeline.view.options, editor.today
    lines = seen_lines(*shown)

    drifted = f"{days} days later than on 4 Jan 2027"
    assert lines == ("critical: any delay moves the finish", drifted)
    assert describe(*shown).endswith(drifted)


def test_the_baseline_behind_the_bars_is_chosen_from_a_list(window: MainWindow, editor: Editor) -> None:
    for name in ("first", "second"):
        editor.apply("Take a baseline", take_baseline, BaselineId(name), START, f"The {name}")
    seen: list[str | None] = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, BaselinesDialog)
        texts = [dialog.list.item(number).text() for number in range(dialog.list.count())]
        assert texts[0] == "None"
        assert "4 Jan 2027 · The second" in texts
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
            QTest.keyClick(dialog.list, key)
            seen.append(window.timeline.view.options.baseline)

    when_asked(answer)
    action(window, "baseline").trigger()

    assert len(set(seen)) == 2
    assert None not in seen
    assert window.timeline.view.options.baseline == seen[-1]
    assert any(mark.was for mark in bars(window))


def test_a_baseline_can_be_removed_and_is_back_with_undo(window: MainWindow, editor: Editor) -> None:
    before = len(editor.plan.baselines)
    editor.apply("Take a baseline", take_baseline, BaselineId("first"), START, "The first")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, BaselinesDialog)
        dialog.list.setCurrentRow(1)
        dialog.remove_button.click()
        assert window.timeline.view.options.baseline is None

    when_asked(answer)
    action(window, "baseline").trigger()

    assert len(editor.plan.baselines) == before
    editor.undo()
    assert len(editor.plan.baselines) == before + 1


def test_what_is_seen_is_there_again_when_the_plan_is_opened(
    window: MainWindow, editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    for name in ("colour-kind", "show-critical", "show-ranges", "show-overview"):
        action(window, name).trigger()
    options = window.timeline.view.options
    window.memory.keep()

    again = shown(editor, look, settings, qtbot)

    assert again.timeline.view.options == options
    assert options.colour_by is ColourBy.KIND
    assert action(again, "colour-kind").isChecked()
    assert action(again, "show-critical").isChecked()
    assert not again.timeline.around.overview.isVisible()
    assert again.timeline.around.legend.isVisible()
