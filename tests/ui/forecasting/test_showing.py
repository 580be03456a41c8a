"""The forecast in the real window: it moves with edits and drags, says what it rests on, can be hidden."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QToolTip
from pytestqt.qtbot import QtBot

from planner.domain.arrange import duplicate
from planner.domain.edits import mark_finished, move_activity, retarget
from planner.domain.forecast.forecast import DRAG_SAMPLES, SAMPLES
from planner.domain.forecast.shapes import Shape
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.proof import tick
from planner.ui.editor import Editor
from planner.ui.forecasting.kept import KeptShape
from planner.ui.forecasting.words import card_line, milestone_line, status_forms
from planner.ui.inspector.inspector import Inspector
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.settings_dialog.dialog import SettingsDialog
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.descriptions import describe
from planner.ui.timeline.marks import BandMark, DiamondMark
from tests.helpers.chart import middle_of, said
from tests.helpers.mouse import Modifier, Mouse

NETWORKS = ActivityId("networks-by-hand")
CORE = MilestoneId("core-fundamentals-proven")
NOTEBOOKS = MilestoneId("notebooks-defended")
ENDPOINT = MilestoneId("endpoint-live")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def window(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, settings)
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    with qtbot.waitSignal(made.forecasts.changed):
        pass
    return made


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def diamond(window: MainWindow, milestone: MilestoneId = NOTEBOOKS) -> DiamondMark:
    mark = window.timeline.view.laid_out.mark_of(milestone)
    assert isinstance(mark, DiamondMark)
    return mark


def band(window: MainWindow, milestone: MilestoneId = NOTEBOOKS) -> BandMark:
    found = diamond(window, milestone).band
    assert found is not None
    return found


def words(window: MainWindow) -> str:
    """All that labels in the window say now."""
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def pixel(window: MainWindow, x: float, y: float) -> QColor:
    """A pixel of the chart, counted from below its header."""
    view = window.timeline.view
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        view.paint(painter)
    return image.pixelColor(round(x), round(y) + view.look.header_height)


def test_a_band_lies_behind_each_diamond_and_moves_with_an_edit(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    before = band(window)
    assert before.x10 < before.x50 < before.x80 < before.x90
    with qtbot.waitSignal(window.forecasts.changed):
        editor.apply("Later", move_activity, NETWORKS, date(2028, 3, 1))
    days = (band(window).x50 - before.x50) / window.timeline.view.scale.px_per_day
    assert days > 60
    lands = window.forecasts.forecast
    assert lands is not None
    middle = window.timeline.view.scale.middle(lands.of(NOTEBOOKS).p50.toordinal())
    assert band(window).x50 == pytest.approx(middle)


def test_the_band_is_painted_faded_with_its_marks_and_can_be_hidden(window: MainWindow) -> None:
    mark, style = diamond(window), window.timeline.view.look
    found, surface, solid = band(window), style.colour("surface"), style.tint(mark.colour).solid
    between = (found.x80 + found.x90) / 2
    assert pixel(window, between, mark.y - 2) not in (surface, solid)
    assert pixel(window, found.x50, mark.y - 8) == solid, "the mark for 5 in 10 reaches beyond the band"
    assert pixel(window, found.x80, mark.y - 2).lightness() < pixel(window, between, mark.y - 2).lightness()
    assert pixel(window, found.x80, mark.y - 8).lightness() > 200, "the mark for 8 in 10 does not"
    assert action(window, "show-forecast").isChecked()

    action(window, "show-forecast").trigger()

    assert diamond(window).band is None
    assert pixel(window, between, mark.y - 2) == surface
    assert not action(window, "show-forecast").isChecked()


def test_what_is_reached_has_no_band_and_what_has_no_work_before_it_neither(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    ready = MilestoneId("ready-to-start")
    assert diamond(window, ready).band is not None
    items = [each for each in editor.plan.checklist.values() if each.milestone == ready and each.required]
    for each in items:
        editor.apply("Tick", tick, each.id, editor.today)
    assert editor.plan.milestone(ready).reached_on is not None
    assert diamond(window, ready).band is None
    with qtbot.waitSignal(window.forecasts.changed):
        editor.apply("Done", mark_finished, ActivityId("mathematics"), editor.today)
    assert diamond(window, ready).band is None


def test_the_status_line_says_the_range_beside_the_plans_own_finish(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    forecast = window.forecasts.forecast
    assert forecast is not None
    whole, _ = status_forms(forecast.finish)
    assert "Finish 17 Aug 2028" in words(window)
    assert whole in words(window)
    label = next(each for each in window.findChildren(QLabel) if each.text() == whole)
    qtbot.waitUntil(lambda: "in 5 of 10 tries" in label.toolTip())
    assert forecast.pace.sentence in label.accessibleDescription()
    assert "The finish hangs most on “" in label.accessibleDescription()


def test_a_drag_says_both_finishes_and_at_rest_from_all_samples(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    view, now = window.timeline.view, window.forecasts.forecast
    assert now is not None
    before = band(window)
    mouse = Mouse(view)
    mouse.press(middle_of(view, NETWORKS))
    mouse.move_by(90)
    assert view.foreseen is not None
    assert view.foreseen.samples == DRAG_SAMPLES
    assert said(view)[-1].startswith("Finish P50 (5 in 10) ")
    assert band(window).x50 > before.x50, "the band moves along"

    qtbot.waitUntil(lambda: view.foreseen is not None and view.foreseen.samples == SAMPLES)

    foreseen = view.foreseen
    assert foreseen is not None
    assert said(view)[-1] == card_line(now.finish.p50, foreseen.finish.p50)
    assert status_forms(foreseen.finish)[0] in words(window)
    assert view.forecast is now
    mouse.release()
    assert view.forecast is foreseen, "nothing flickers until the plan's own forecast is there"
    with qtbot.waitSignal(window.forecasts.changed):
        pass
    again = window.forecasts.forecast
    assert again is not None
    assert again.finish == foreseen.finish
    qtbot.waitUntil(lambda: status_forms(again.finish)[0] in words(window))


def test_dragging_the_hours_of_a_week_says_both_finishes_too(window: MainWindow) -> None:
    strip = window.timeline.strip
    x = window.timeline.view.scale.x(date(2027, 6, 5).toordinal())
    line = next(y for y in range(strip.height()) if strip.limit_at(QPointF(x, y)) is not None)
    mouse = Mouse(strip)
    mouse.modifiers = Modifier.ControlModifier
    mouse.press(QPoint(round(x), line + 5))
    mouse.move_by(0, 20)
    assert strip.drag is not None
    assert any(each.text.startswith("Finish P50 (5 in 10) ") for each in strip.drag.lines)
    strip.cancel_drag()
    mouse.release()


def test_a_drag_that_is_given_up_leaves_the_forecast_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    view, now = window.timeline.view, window.forecasts.forecast
    assert now is not None
    whole, _ = status_forms(now.finish)
    before = band(window)
    mouse = Mouse(view)
    mouse.press(middle_of(view, NETWORKS))
    mouse.move_by(90)
    qtbot.waitUntil(lambda: whole not in words(window))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    mouse.release()
    assert view.forecast is now
    assert band(window) == before
    qtbot.waitUntil(lambda: whole in words(window))


def test_hovering_and_screen_readers_say_it_where_it_is_shown(window: MainWindow, editor: Editor) -> None:
    view, forecast = window.timeline.view, window.forecasts.forecast
    assert forecast is not None
    line = milestone_line(forecast.of(NOTEBOOKS))
    found = band(window)
    at = QPoint(round(found.x90) - 3, round(diamond(window).y) + view.look.header_height)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert line in QToolTip.text(), "the whole band answers"
    flag = view.laid_out.finish_x
    assert flag is not None
    at = QPoint(round(flag), view.look.header_height - 8)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert milestone_line(forecast.finish) in QToolTip.text(), "so does the flag of the finish"
    QToolTip.hideText()
    spoken = describe(editor.plan, editor.schedule, NOTEBOOKS, view.options, editor.today, forecast)
    assert "5 in 10 by" in spoken
    action(window, "show-forecast").trigger()
    spoken = describe(editor.plan, editor.schedule, NOTEBOOKS, view.options, editor.today, forecast)
    assert "forecast" not in spoken


def test_fit_shows_the_finishs_band_as_a_whole(window: MainWindow) -> None:
    view, finish = window.timeline.view, MilestoneId("job-ready")
    view.rows_bar.setValue(view.rows_bar.maximum())
    assert band(window, finish).x90 > view.width(), "nothing jumps when the first forecast comes"
    action(window, "fit").trigger()
    assert band(window, finish).x90 < view.width()
    frame = window.timeline.around.overview.frame
    assert frame.left == pytest.approx(0, abs=1), "the overview is as long"
    assert frame.right == pytest.approx(window.timeline.around.overview.width(), abs=1)
    action(window, "show-forecast").trigger()
    before = view.scale
    action(window, "fit").trigger()
    assert view.scale.px_per_day > before.px_per_day


def test_the_legend_names_it_while_it_is_shown(window: MainWindow) -> None:
    action(window, "show-legend").trigger()
    legend = window.timeline.around.legend
    assert "Forecast: 8 in 10 land in the band" in legend.accessibleName()
    action(window, "show-forecast").trigger()
    assert "Forecast" not in legend.accessibleName()


def test_the_panel_says_a_milestones_days_and_the_chance_of_its_target(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    window.timeline.select(ENDPOINT)
    forecast = window.forecasts.forecast
    assert forecast is not None
    assert "8 in 10 by " in words(window)
    assert "by your target" not in words(window)
    target = forecast.day_at(ENDPOINT, 0.75)
    with qtbot.waitSignal(window.forecasts.changed):
        editor.apply("Target", retarget, ENDPOINT, target, False)
    assert "7 in 10 by your target" in words(window).replace("\u00a0", " ")
    assert "The plan has it in time" not in words(window)
    with qtbot.waitSignal(window.forecasts.changed):
        editor.apply("Sooner", retarget, ENDPOINT, editor.schedule.lands(ENDPOINT), False)
    assert "The plan has it in time" in words(window), "a date more likely missed than held says why"
    window.timeline.select(NETWORKS)
    assert "5 in 10 by " in words(window)


def test_the_overview_names_what_drives_the_finish_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.findChild(Inspector)
    assert panel is not None
    page = panel.overview
    drivers = page.drivers
    assert drivers is not None
    qtbot.waitUntil(lambda: drivers.named.isVisible())
    assert "1 in 10 by " in page.forecast_row.value.words
    assert window.forecasts.pace is not None
    assert drivers.rests_on.words == window.forecasts.pace.sentence
    window.show_page("progress")
    assert not drivers.rests_on.words, "the page says it at its head"
    window.show_page("timeline")
    assert drivers.rests_on.words == window.forecasts.pace.sentence
    link = drivers.named.links[0]
    assert link.accessibleName().endswith("%")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    chosen = window.timeline.selected
    assert chosen is not None
    assert window.editor.plan.activity(ActivityId(chosen)).title in link.accessibleName()


def test_the_shape_is_chosen_in_the_settings_and_kept(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        straight = next(
            each for each in dialog.findChildren(QRadioButton) if "triangular" in each.accessibleName()
        )
        straight.click()
        dialog.reject()

    QTimer.singleShot(0, window, choose)
    with qtbot.waitSignal(window.forecasts.changed):
        action(window, "settings").trigger()
    assert window.forecasts.forecast is not None
    assert window.forecasts.forecast.shape is Shape.TRIANGULAR
    assert KeptShape(settings).shape is Shape.TRIANGULAR


def test_a_shape_that_makes_no_sense_reads_as_never_chosen(settings: Settings) -> None:
    settings.set_value("forecast/shape", "round")
    assert KeptShape(settings).shape is Shape.PERT


def test_the_bands_of_low_rows_are_seen_too(window: MainWindow) -> None:
    action(window, "rows-all").trigger()
    window.resize(1500, 520)
    view = window.timeline.view
    dense = view.laid_out.dense
    assert dense is not None
    assert dense.bands is not None
    row = view.rows.index[NOTEBOOKS]
    left, half, right = dense.bands[row].tolist()
    assert left < half < right
    y = view.laid_out.viewport.middle_of(row)
    assert pixel(window, (half + right) / 2, y) != pixel(window, right + 4, y)
    action(window, "show-forecast").trigger()
    assert view.laid_out.dense is not None
    assert view.laid_out.dense.bands is None


def test_what_was_added_since_the_last_forecast_waits_for_the_next(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    copy = ActivityId("copy")
    with qtbot.waitSignal(window.forecasts.changed):
        editor.apply("Copy", duplicate, [NETWORKS], {NETWORKS: copy})
        window.timeline.select(copy)
        assert "5 in 10 by" not in words(window)
    assert "5 in 10 by" in words(window)


def test_the_window_opens_without_loading_what_works_forecasts_out() -> None:
    code = "import planner.ui.main_window, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "planner.ui.main_window" in loaded.split()
    assert not [
        each for each in loaded.split() if each.startswith(("planner.domain.forecast", "planner.domain.pace"))
    ]


def test_once_the_finish_is_reached_there_is_nothing_to_foresee(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    assert "Forecast P50" in words(window)
    finish = editor.schedule.finish_milestone
    items = [each for each in editor.plan.checklist.values() if each.milestone == finish and each.required]
    with qtbot.waitSignal(window.forecasts.changed):
        for each in items:
            editor.apply("Tick", tick, each.id, editor.today)
    assert "Forecast" not in words(window)
