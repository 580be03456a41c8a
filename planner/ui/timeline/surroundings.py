"""What stands around the chart and follows it: the legend below and the overview of the whole path."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.legend import legend_entries
from planner.ui.timeline.legend_strip import LegendStrip
from planner.ui.timeline.overview import Overview
from planner.ui.timeline.view import TimelineView


class Surroundings(QObject):
    """Keeps legend and overview true to the plan, the chart's options and the theme."""

    changed = Signal()
    """One of them is to be shown or hidden."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, view: TimelineView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme_controller = theme_controller
        self._view = view
        self.legend = LegendStrip(view.look)
        self.overview = Overview(view)
        view.options_changed.connect(self._on_options_changed)
        view.forecast_changed.connect(self._name_all)
        self.legend.close_button.clicked.connect(self._hide_legend)
        theme_controller.changed.connect(self._on_theme_changed)
        editor.today_changed.connect(self.overview.redraw)
        self._name_all()

    @property
    def legend_shown(self) -> bool:
        """Whether the legend is asked for."""
        return self._view.options.legend

    @property
    def overview_shown(self) -> bool:
        """Whether the overview is asked for."""
        return self._view.options.overview

    def on_plan_changed(self) -> None:
        """The plan is another: name and draw what is there now."""
        self.overview.refresh()
        self._name_all()

    def _on_options_changed(self) -> None:
        self._name_all()
        self.changed.emit()

    def _on_theme_changed(self) -> None:
        self.overview.redraw()
        self._name_all()

    def _name_all(self) -> None:
        if self.legend_shown:
            options = self._view.options
            shown = replace(options, forecast=options.forecast and self._view.forecast is not None)
            entries = legend_entries(self._editor.plan, shown)
            self.legend.show_entries(
                entries, self._view.look, self._theme_controller.icons.icon("close", "text_muted")
            )

    def _hide_legend(self) -> None:
        self._view.show_options(replace(self._view.options, legend=False))
