"""What each action of the window does: one line an action, and the few that need more words than one."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.changes import difference
from planner.domain.errors import PlanError
from planner.ui.actions import ActionTable
from planner.ui.baselines.opening import compare_baselines
from planner.ui.calendar.opening import CalendarOpening
from planner.ui.catch_up.opening import CatchUpOpening
from planner.ui.commands.touched import show_rows, touched_days, touched_rows
from planner.ui.editor import Editor
from planner.ui.explaining.opening import Explaining
from planner.ui.helping import Helping, run
from planner.ui.inspector.inspector import Inspector
from planner.ui.outlining import Outlining
from planner.ui.palette_opening import PaletteOpening
from planner.ui.plan_commands import PlanCommands
from planner.ui.plan_files import PlanFiles
from planner.ui.plan_settings import PlanSettingsDialog
from planner.ui.seeing import Seeing
from planner.ui.settings import Settings, ThemeChoice
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.page import TimelinePage
from planner.ui.tool_bar import ToolBar
from planner.ui.week_commands import WeekCommands
from planner.ui.what_if.opening import WhatIfOpening

if TYPE_CHECKING:
    from planner.domain.what_if.what_if import WhatIf
    from planner.ui.forecasting.keeper import ForecastKeeper

Handler = Callable[[], object]


class Handlers(QObject):
    """Joins the actions to the parts of the window that do them."""

    new_requested = Signal()
    """The learner wants to make another plan."""

    open_requested = Signal()
    """The learner wants to choose another plan."""

    page_requested = Signal(str)
    """The page to show: “timeline”, “week” or “progress”."""

    view_changed = Signal()
    """Something of the window's looks changed that is kept for the next start."""

    message = Signal(str)
    """One sentence for the status bar."""

    shape_chosen = Signal(object)
    """The forecast is to draw efforts from another `Shape`."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        theme_controller: ThemeController,
        *,
        actions: ActionTable,
        tools: ToolBar,
        timeline: TimelinePage,
        weeks: WeekCommands,
        inspector: Inspector,
        commands: PlanCommands,
        files: PlanFiles,
        palette: PaletteOpening,
        settings: Settings,
        forecasts: "Callable[[], ForecastKeeper]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._theme_controller = theme_controller
        self._actions = actions
        self._tools = tools
        self._timeline = timeline
        self._weeks = weeks
        self._inspector = inspector
        self._commands = commands
        self._files = files
        self._palette = palette
        self._seeing = Seeing(window, editor, timeline.view, actions)
        self._outlining = Outlining(timeline, actions)
        self._calendar = CalendarOpening(editor, theme_controller, window, timeline)
        self._catching_up = CatchUpOpening(editor, theme_controller, window, settings)
        self._what_if = WhatIfOpening(editor, theme_controller, window, timeline, forecasts)
        self._explaining = Explaining(window, editor, theme_controller, actions, timeline, inspector)
        self._explaining.item_requested.connect(self.go_to)
        self._explaining.details_requested.connect(self.show_beside)
        self._helping = Helping(window, editor, theme_controller, settings)
        self._helping.settings_closed.connect(self._check_theme)
        self._helping.shape_chosen.connect(self.shape_chosen)
        palette.row_chosen.connect(self.go_to)
        theme_controller.changed.connect(self._check_theme)
        self._check_theme()

    def table(self) -> dict[str, Handler]:
        """The handler of each action, by its id; in the order of the menus."""
        menus = (
            self._file(),
            self._edit(),
            self._view(),
            self._item(),
            self._plan(),
            self._weeks.table(),
            self._helping.table(),
        )
        return {action: handler for menu in menus for action, handler in menu.items()}

    def select_rows(self, ids: Sequence[str]) -> None:
        """Select rows and bring the first into view."""
        self._timeline.select(ids[0])
        if len(ids) > 1:
            self._timeline.chosen.select_many(ids)

    def add_day_off(self, day: date) -> None:
        """Show the calendar editor with a day off in it already."""
        self._calendar.add_day_off(day)

    def try_out(self, tried: "WhatIf | None" = None) -> None:
        """Show *What if* with something to try in it, where the chart can show what that does."""
        self.page_requested.emit("timeline")
        self._what_if.open(tried)

    def show_details(self) -> None:
        """Let the keyboard go on in the details of the selected item."""
        self._inspector.show()
        self._actions["inspector"].setChecked(True)
        self._inspector.take_focus()

    def _file(self) -> dict[str, Handler]:
        return {
            "new": self.new_requested.emit,
            "open": self.open_requested.emit,
            "save-copy": self._files.save_copy,
            "restore-backup": self._files.restore_backup,
            "export-json": self._files.export_json,
            "print-timeline": lambda: self._files.print_timeline(self._timeline),
            "print-checklist": lambda: self._files.print_checklist(self._timeline.selected),
            "quit": self._window.close,
        }

    def _edit(self) -> dict[str, Handler]:
        return {
            "undo": lambda: self._step(self._editor.undo),
            "redo": lambda: self._step(self._editor.redo),
            "revisions": self._show_revisions,
            "rename": self._rename,
            "duplicate": self._commands.arranging.duplicate,
            "delete": self._commands.removing.delete,
            "archived": self._commands.removing.show_archive,
            "select-all": self._timeline.chosen.select_all,
            "move-up": self._commands.arranging.move_up,
            "move-down": self._commands.arranging.move_down,
            "indent": self._commands.arranging.indent,
            "outdent": self._commands.arranging.outdent,
            "find": self._tools.find_field.take_focus,
            "palette": self._palette.open,
            "settings": self._helping.show_settings,
        }

    def _view(self) -> dict[str, Handler]:
        return {
            "timeline": lambda: self.page_requested.emit("timeline"),
            "week": lambda: self.page_requested.emit("week"),
            "progress": lambda: self.page_requested.emit("progress"),
            "zoom-in": self._timeline.zoom_in,
            "zoom-out": self._timeline.zoom_out,
            "fit": self._timeline.fit,
            "today": self._go_to_today,
            **self._seeing.table(),
            **self._outlining.table(),
            "inspector": self._toggle_inspector,
            "theme-system": lambda: self._choose_theme("system"),
            "theme-light": lambda: self._choose_theme("light"),
            "theme-dark": lambda: self._choose_theme("dark"),
        }

    def _item(self) -> dict[str, Handler]:
        commands, timeline = self._commands, self._timeline
        return {
            "add-activity": commands.adding.add_activity,
            "add-milestone": commands.adding.add_milestone,
            "add-group": commands.adding.add_group,
            "add-fixed-date": commands.adding.add_fixed_date,
            "set-date": commands.dates.set_date,
            "let-go": commands.dates.let_go,
            "fix-date": commands.dates.fix,
            "free-date": commands.dates.free,
            "nudge-earlier": lambda: timeline.nudge(-1),
            "nudge-later": lambda: timeline.nudge(1),
            "shorten": lambda: timeline.resize_by(-1),
            "lengthen": lambda: timeline.resize_by(1),
            "start-earlier": lambda: timeline.move_starts_by(-1),
            "start-later": lambda: timeline.move_starts_by(1),
            "high-less": lambda: timeline.stretch_by(-1),
            "high-more": lambda: timeline.stretch_by(1),
            "link": commands.linking.link,
            "split": commands.pausing.split,
            "close-gap": commands.pausing.close_gap,
            "start": commands.progress.start,
            "finish": commands.progress.finish,
            "reopen": commands.progress.reopen,
            "why": self._explaining.explain_selected,
            "time-item": lambda: self._weeks.time_item(commands.chosen.only),
        }

    def _plan(self) -> dict[str, Handler]:
        editor, window = self._editor, self._window
        return {
            "hours": self._calendar.edit_hours,
            "days-off": self._calendar.edit_days_off,
            "holidays": self._calendar.edit_holidays,
            "week-hours": self._calendar.ask_week_hours,
            "what-if": self.try_out,
            "level": self._level,
            "direction": self._change_direction,
            "plan-settings": lambda: run(PlanSettingsDialog(editor, window)),
            "compare-baselines": lambda: compare_baselines(editor, window, self.go_to),
            "catch-up": self._catching_up.catch_up,
            "pause": self._catching_up.pause,
        }

    def _change_direction(self) -> None:
        from planner.exchange.roadmap_toml import default_roadmap
        from planner.ui.direction.dialog import DirectionDialog

        try:
            dialog = DirectionDialog(self._editor, default_roadmap(), self._window)
        except PlanError as error:
            self.message.emit(str(error))
            return
        run(dialog)

    def _step(self, step: Callable[[], object]) -> None:
        """Undo or redo, and show what that was about."""
        before = self._editor.plan
        step()
        after = self._editor.plan
        changes = difference(before, after)
        if days := touched_days(changes):
            self._weeks.show_week_of(days)
        else:
            show_rows(self._timeline, touched_rows(changes, after))

    def _show_revisions(self) -> None:
        from planner.ui.revisions.dialog import RevisionsDialog

        dialog = RevisionsDialog(self._editor, self._theme_controller, self._window)
        self._step(lambda: run(dialog))

    def _rename(self) -> None:
        """Edit a title where it stands, else ask for it."""
        if self._timeline.isVisible():
            self._timeline.rename()
        else:
            self._commands.arranging.rename()

    def _level(self) -> None:
        """Level the load, where the chart can show what that does."""
        self.page_requested.emit("timeline")
        self._calendar.level()

    def go_to(self, row: str) -> None:
        """Show a row on the timeline."""
        self.page_requested.emit("timeline")
        self._timeline.select(row)

    def show_beside(self, row: str | None) -> None:
        """Show the details of a row, None for the whole plan, at the side of the page that is on show."""
        self._timeline.select(row)
        if self._inspector.isHidden():
            self._toggle_inspector()

    def _go_to_today(self) -> None:
        self._timeline.go_to_today()
        self._weeks.go_to_this_week()

    def _toggle_inspector(self) -> None:
        self._inspector.setVisible(self._inspector.isHidden())
        self._actions["inspector"].setChecked(not self._inspector.isHidden())
        self.view_changed.emit()

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._theme_controller.choose(choice)
        self._check_theme()

    def _check_theme(self) -> None:
        for choice in get_args(ThemeChoice):
            self._actions[f"theme-{choice}"].setChecked(self._theme_controller.choice == choice)
