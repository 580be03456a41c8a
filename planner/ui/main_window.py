"""What fills the window: composes pages, inspector, bars and actions, and wires them. It decides nothing."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from planner.domain.changes import Changes
from planner.domain.placing import has_moved_sessions
from planner.domain.wording import unturned
from planner.ui.actions import ActionTable
from planner.ui.banner import Banner
from planner.ui.commands.applies import Moment
from planner.ui.context_menu import ContextMenu
from planner.ui.editor import Editor
from planner.ui.finder import Finder
from planner.ui.handlers import Handlers
from planner.ui.inspector.inspector import Inspector
from planner.ui.opening.place import FIRST_SIZE
from planner.ui.pages import PAGES, Pages
from planner.ui.palette_opening import PaletteOpening
from planner.ui.plan_commands import PlanCommands
from planner.ui.plan_files import PlanFiles
from planner.ui.progress.page import ProgressPage
from planner.ui.recent_plans import RecentPlans
from planner.ui.screen import resize_within_screen
from planner.ui.settings import Settings
from planner.ui.standing.standing import FileStanding
from planner.ui.status import StatusLine
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.page import TimelinePage
from planner.ui.timer.bar import TimerBar
from planner.ui.timer.controller import TimerController
from planner.ui.timer.opening import timer_of
from planner.ui.tool_bar import ToolBar
from planner.ui.week.page import WeekPage
from planner.ui.week_commands import WeekCommands
from planner.ui.window_memory import WindowMemory

if TYPE_CHECKING:  # the window is there before any forecast
    from planner.ui.forecasting.keeper import ForecastKeeper
    from planner.ui.impossible.keeper import ProblemKeeper


class MainWindow(QMainWindow):
    """One open plan: what fills the program's window, or a window of its own without a parent."""

    new_requested = Signal()
    """The learner wants to make another plan."""

    open_requested = Signal()
    """The learner wants to choose another plan."""

    plan_requested = Signal(object)
    """The learner wants this other plan, a `Path`."""

    closed = Signal()

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme_controller = theme_controller
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if parent is None:
            resize_within_screen(self, *FIRST_SIZE)
        else:
            self.setWindowFlags(Qt.WindowType.Widget)
            self.resize(parent.size())
        self._build()
        self._lay_out()
        self.memory = WindowMemory(self._splitter, settings, editor.plan.facts.id, self._view_state, self)
        self._connect()
        self._restore(self.memory.restore())
        self.on_changed(())
        self._timer.restore()

    @property
    def timer(self) -> TimerController:
        """The timer of the plan."""
        return self._timer

    @property
    def editor(self) -> Editor:
        """The editor of the plan this window shows."""
        return self._editor

    @property
    def timeline(self) -> TimelinePage:
        """The page with outline and chart."""
        return self._timeline

    @property
    def banner(self) -> Banner:
        """Where sentences that stay are shown."""
        return self._banner

    @property
    def standing(self) -> FileStanding:
        """The state of the plan's file, with its own sentence above the banner."""
        return self._standing

    @cached_property
    def forecasts(self) -> "ForecastKeeper":
        """The forecasts of the plan; asking for them makes the first, so nothing of the start does."""
        from planner.ui.forecasting.showing import show_forecasts

        view = self._timeline.view
        keeper = show_forecasts(self._editor, self._settings, view, self._status, self._inspector, self)
        self._handlers.shape_chosen.connect(keeper.choose_shape)
        self._progress.follow(keeper)
        return keeper

    @cached_property
    def problems(self) -> "ProblemKeeper":
        """What in the plan cannot be; asking for it judges the plan first, so nothing of the start does."""
        from planner.ui.impossible.showing import show_problems

        catch_up = self._actions["catch-up"].trigger
        return show_problems(
            self._editor,
            self._status,
            self._inspector,
            self._handlers.try_out,
            catch_up,
            self._handlers.show_beside,
            self,
        )

    @property
    def reminder(self) -> Banner:
        """Where a reminder is shown on a computer without a tray."""
        return self._reminder

    def show_page(self, page: str) -> None:
        """Show the timeline, the week or the progress."""
        self._pages.show_page(page)
        for each in PAGES:
            self._actions[each].setChecked(each == page)
        self._show_state()
        self._pages.take_focus()
        self.memory.touch()

    def print_this_week(self) -> QDialog:
        """Show the week that holds today as it will be printed; the dialog that does."""
        return self._files.print_week(self._editor.today)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is still being typed, and say that the window goes; what would be lost is asked about."""
        if not self._standing.may_leave():
            event.ignore()
            return
        self._standing.end()
        self._timer.close()
        self.memory.close()
        self.closed.emit()
        super().closeEvent(event)

    def on_changed(self, _changes: Changes) -> None:
        """Say what can be undone now, and what is true now."""
        self._banner.withdraw()
        self._show_state()
        self._actions.name_steps(self._editor.undo_text, self._editor.redo_text)
        self._status.refresh()
        self._title()

    def on_selected(self, item_id: str | None) -> None:
        """Show the selected item at the side."""
        self._inspector.show_node(item_id)
        self.memory.touch()

    def on_selection(self, ids: tuple[str, ...]) -> None:
        """Offer what applies to the selected rows."""
        self._commands.select(ids)
        self._inspector.show_chosen(ids)
        self._show_state()

    def on_failed(self, sentence: str) -> None:
        """Say what did not work, until it is put away."""
        self._banner.tell(sentence)

    def _build(self) -> None:
        editor, themes = self._editor, self._theme_controller
        self._timeline = TimelinePage(editor, themes, self)
        self._week = WeekPage(editor, themes, self)
        self._progress = ProgressPage(editor, themes, self)
        self._inspector = Inspector(editor, themes, self)
        self._commands = PlanCommands(editor, self)
        self._files = PlanFiles(editor, self._settings, self)
        self._timer = timer_of(editor, self)
        self._timer_bar = TimerBar(self._timer, editor, themes)
        self._weeks = WeekCommands(
            self,
            editor,
            themes,
            self._settings,
            page=self._week,
            files=self._files,
            timer=self._timer,
            chosen=lambda: self._commands.chosen.only,
        )
        self._actions = ActionTable(themes, self, self._timeline)
        self._banner = Banner()
        self._reminder = Banner()
        typed = (self._inspector.flush, self._week.flush)
        self._standing = FileStanding(
            self, editor, self._settings, self._actions, self._files, self._banner, typed
        )
        self._tools = ToolBar(self._actions, themes)
        self._status = StatusLine(editor)
        self._handlers = Handlers(
            self,
            editor,
            themes,
            actions=self._actions,
            tools=self._tools,
            timeline=self._timeline,
            weeks=self._weeks,
            inspector=self._inspector,
            commands=self._commands,
            files=self._files,
            palette=PaletteOpening(self, editor, themes, self._actions, self._settings),
            settings=self._settings,
            forecasts=lambda: self.forecasts,
        )
        self._actions.wire(self._handlers.table())

    def _lay_out(self) -> None:
        self._actions.fill(self.menuBar())
        recent = RecentPlans(self._settings, self._editor.document.path, self)
        recent.join(self.menuBar(), self._actions["open"])
        recent.chosen.connect(self.plan_requested)
        # From the outside in: a widget that gets another parent tells all that is in it of its look.
        body = QWidget()
        self.setCentralWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._tools, self._standing.banner, self._banner, self._timer_bar):
            column.addWidget(widget)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        column.addWidget(self._splitter, 1)
        # It comes unasked: at the bottom nothing moves away under the pointer.
        column.addWidget(self._reminder)
        self._pages = Pages(self._timeline, self._week, self._progress, self._splitter)
        self._splitter.addWidget(self._pages)
        self._splitter.addWidget(self._inspector)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setSizes([1180, 300])
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        editor = self._editor
        editor.changed.connect(self._timeline.on_changed)
        editor.changed.connect(self.on_changed)
        self._standing.failed.connect(self.on_failed)
        editor.followed.connect(self._status.tell)
        editor.today_changed.connect(lambda _day: self._status.refresh())
        self._timeline.selection_changed.connect(self.on_selected)
        self._timeline.selection_set_changed.connect(self.on_selection)
        self._commands.message.connect(self._status.tell)
        self._commands.made.connect(self._handlers.select_rows)
        self._commands.undo_offered.connect(
            lambda sentence: self._banner.offer(sentence, self.tr("Undo"), self._actions["undo"].trigger)
        )
        self._menu = ContextMenu(editor, self._timeline, self._actions)
        self._menu.chart.add_asked.connect(self._commands.adding.add_on)
        self._menu.chart.day_off_asked.connect(self._handlers.add_day_off)
        self._actions.refused.connect(self._status.tell)
        self._timeline.edit_requested.connect(lambda _item: self._handlers.show_details())
        self._timeline.view.link_edit_requested.connect(self._commands.linking.edit)
        self._timeline.view_state_changed.connect(self.memory.touch)
        self._week.refreshed.connect(self.memory.touch)
        self._timeline.message.connect(self._status.tell)
        self._timeline.view.preview_changed.connect(self._status.show_proposed)
        # The progress page has the pace's sentence at its own head.
        self._pages.currentChanged.connect(
            lambda _index: self._inspector.overview.say_pace(said=self._pages.name != "progress")
        )
        self._inspector.message.connect(self._status.tell)
        self._inspector.item_requested.connect(self._handlers.show_beside)
        self._files.message.connect(self._status.tell)
        self._files.failed.connect(self.on_failed)
        self._weeks.message.connect(self._status.tell)
        self._weeks.failed.connect(self.on_failed)
        self._weeks.offered.connect(self._reminder.offer)
        self._weeks.calendar_told.connect(self._status.show_calendar)
        self._weeks.tell_calendar()
        self._weeks.page_requested.connect(self.show_page)
        self._week.print_requested.connect(self._files.print_week)
        self._week.pdf_requested.connect(self._files.save_week_pdf)
        self._week.item_requested.connect(self._handlers.go_to)
        self._week.item_chosen.connect(self._handlers.show_beside)
        self._week.message.connect(self._status.tell)
        self._week.catch_up_requested.connect(self._actions["catch-up"].trigger)
        self._week.refreshed.connect(lambda _week: self._show_state())
        self._progress.item_requested.connect(self._handlers.go_to)
        self._progress.message.connect(self._status.tell)
        self._progress.failed.connect(self.on_failed)
        self._progress.view_state_changed.connect(self.memory.touch)
        self._timer.changed.connect(self._show_state)
        self._timeline.keeper.choice_changed.connect(self._show_state)
        Finder(self._tools.find_field, self._timeline, lambda: self.show_page("timeline"))
        self._handlers.new_requested.connect(self.new_requested)
        self._handlers.open_requested.connect(self.open_requested)
        self._handlers.page_requested.connect(self.show_page)
        self._handlers.view_changed.connect(self.memory.touch)
        self._handlers.message.connect(self._status.tell)
        self._standing.begin()

    def _show_state(self) -> None:
        self._actions.show_state(
            Moment(
                self._commands.chosen,
                self._pages.name,
                self._editor.undo_text,
                self._editor.redo_text,
                self._editor.read_only,
                self._timeline.keeper.choice.sort is None,
                timed=self._timer.timer is not None,
                moved=has_moved_sessions(self._editor.plan, self._week.first_day),
            )
        )

    def _title(self) -> None:
        name = unturned(self._editor.plan.facts.title)
        self.setWindowFilePath(str(self._editor.document.path))
        self.setWindowTitle(self.tr("Milepost — {name}").format(name=name))

    def _view_state(self) -> dict[str, Any]:
        return {
            **self._pages.view_state,
            "inspector": not self._inspector.isHidden(),
        }

    def _restore(self, state: dict[str, Any]) -> None:
        page = state.get("page")
        self.show_page(page if page in PAGES else PAGES[0])
        self._inspector.setVisible(state.get("inspector") is not False)
        self._actions["inspector"].setChecked(not self._inspector.isHidden())
        self._pages.restore_view_state(state)
