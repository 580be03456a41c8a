"""The ways to see the plan, as actions: what colours mean, what else is drawn, and how closely."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.ui.actions import ActionTable
from planner.ui.baselines.dialog import BaselinesDialog
from planner.ui.baselines.taking import take_a_baseline
from planner.ui.editor import Editor
from planner.ui.timeline.options import ColourBy, Switch, ViewOptions, is_on, switched
from planner.ui.timeline.row_zoom import RowFit, RowZoom
from planner.ui.timeline.view import TimelineView
from planner.ui.timeline.zoom_levels import ZoomLevel, at_level, level_of

SWITCHES = {
    "show-critical": Switch.CRITICAL,
    "show-float": Switch.FLOAT_BARS,
    "show-links": Switch.LINKS,
    "show-ranges": Switch.RANGES,
    "show-forecast": Switch.FORECAST,
    "show-legend": Switch.LEGEND,
    "show-overview": Switch.OVERVIEW,
}
"""The actions that turn one option on and off."""

NAMED_FITS = (RowFit.COMFORTABLE, RowFit.COMPACT, RowFit.ALL)
"""The heights of rows that have an action of their own."""

EXPLAINED = (Switch.CRITICAL, Switch.FLOAT_BARS)
"""What the legend comes with, as it does not speak for itself."""


class Seeing(QObject):
    """Turns actions into options of the chart, and keeps the ticks in the menus true."""

    def __init__(self, window: QWidget, editor: Editor, view: TimelineView, actions: ActionTable) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._view = view
        self._actions = actions
        view.options_changed.connect(self._check_options)
        view.scale_changed.connect(self._check_zoom)
        view.rows_zoomed.connect(self._check_rows)
        self._check_options()
        self._check_rows()
        self._check_zoom()

    def table(self) -> dict[str, Callable[[], object]]:
        """The handler of each of these actions, by its id."""
        return {
            **{f"zoom-{level}": partial(self._zoom_to, level) for level in ZoomLevel},
            **{f"rows-{fit}": partial(self._fit_rows, fit) for fit in NAMED_FITS},
            "rows-higher": partial(self._zoom_rows, 1),
            "rows-lower": partial(self._zoom_rows, -1),
            **{f"colour-{by}": partial(self._colour_by, by) for by in ColourBy},
            **{action: partial(self._switch, switch) for action, switch in SWITCHES.items()},
            "baseline": self._choose_baseline,
            "take-baseline": self._take_baseline,
        }

    def _zoom_to(self, level: ZoomLevel) -> None:
        self._view.show_scale(at_level(self._view.scale, level, self._view.zoom_centre))
        self._check_zoom()

    def _fit_rows(self, fit: RowFit) -> None:
        self._view.show_row_zoom(RowZoom(fit))
        self._check_rows()

    def _zoom_rows(self, notches: int) -> None:
        self._view.zoom_rows(notches, self._view.height() / 2)

    def _colour_by(self, by: ColourBy) -> None:
        """Phases are named by their rows; kinds and states need the legend."""
        options = self._view.options
        legend = options.legend or by is not ColourBy.PHASE
        self._show(replace(options, colour_by=by, legend=legend))

    def _switch(self, switch: Switch) -> None:
        options = switched(self._view.options, switch)
        if switch in EXPLAINED and is_on(options, switch):
            options = replace(options, legend=True)
        self._show(options)

    def _choose_baseline(self) -> None:
        dialog = BaselinesDialog(self._editor, self._view, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _take_baseline(self) -> None:
        taken = take_a_baseline(self._editor, self._window)
        if taken is not None:
            self._show(replace(self._view.options, baseline=taken, legend=True))

    def _show(self, options: ViewOptions) -> None:
        self._view.show_options(options)
        # An action that was pressed has changed its tick by itself, also where nothing changed.
        self._check_options()

    def _check_options(self) -> None:
        options = self._view.options
        for action, switch in SWITCHES.items():
            self._actions[action].setChecked(is_on(options, switch))
        for by in ColourBy:
            self._actions[f"colour-{by}"].setChecked(options.colour_by is by)

    def _check_rows(self) -> None:
        for fit in NAMED_FITS:
            self._actions[f"rows-{fit}"].setChecked(self._view.row_zoom.fit is fit)

    def _check_zoom(self) -> None:
        now = level_of(self._view.scale)
        for level in ZoomLevel:
            self._actions[f"zoom-{level}"].setChecked(level is now)
