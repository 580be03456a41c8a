"""TimelinePage: outline, chart and load strip in step, and the one place where their signals meet."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from planner.domain.arrange import move_rows
from planner.domain.changes import Changes
from planner.domain.items import ActivityId, PhaseId
from planner.domain.wording import number_text
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.columns import Column
from planner.ui.timeline.far_sign import FarSign
from planner.ui.timeline.filter_banner import FilterBanner
from planner.ui.timeline.keys import Command, command_of
from planner.ui.timeline.load_strip import LoadStrip
from planner.ui.timeline.nudges import Step, move_starts, nudge, resize, stretch
from planner.ui.timeline.outline import Outline
from planner.ui.timeline.page_frame import PageFrame, row
from planner.ui.timeline.page_memory import PageMemory
from planner.ui.timeline.row_editing import RowEditing
from planner.ui.timeline.row_places import Drop, drop_text
from planner.ui.timeline.row_ticks import RowTicks
from planner.ui.timeline.rows_keeper import RowsKeeper
from planner.ui.timeline.selection import Selection
from planner.ui.timeline.selection_keeper import SelectionKeeper
from planner.ui.timeline.surroundings import Surroundings
from planner.ui.timeline.view import TimelineView


class TimelinePage(QWidget):
    """The timeline as a whole."""

    selection_changed = Signal(object)
    """The id of the current phase, activity or milestone; None when nothing is selected."""

    selection_set_changed = Signal(object)
    """The ids of all selected rows, a tuple in row order."""

    edit_requested = Signal(object)
    """The learner wants to edit the item with this id."""

    filter_changed = Signal()
    """Other rows show: another filter, or another number of items that it leaves."""

    view_state_changed = Signal()
    """Zoom, place, folding, filter, selection, columns or sizes are not what they were."""

    message = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme_controller = theme_controller
        self._selected: str | None = None
        self.keeper = RowsKeeper(editor, self)
        self.chosen = SelectionKeeper(self.keeper, self)
        self.view = TimelineView(editor, theme_controller, self.keeper.rows, self)
        self.outline = Outline(editor, self.view.look, self.keeper.rows, self)
        self.ticks = RowTicks(self.outline, self.view)
        self.far_sign = FarSign(self.view)
        self.strip = LoadStrip(self.view, self)
        self.banner = FilterBanner(self)
        self.editing = RowEditing(editor, self.outline, self)
        self.around = Surroundings(editor, theme_controller, self.view, self)
        self._frame = PageFrame(
            self.banner, self.outline, self.view, self.view.rows_bar, self.strip, self.around
        )
        self._memory = PageMemory(self.view, self.outline.columns, self.keeper, self.chosen, self._frame)
        row(self, self._frame)
        self.setFocusProxy(self.outline)
        self._connect()
        self._say_limit()

    @property
    def selected(self) -> str | None:
        """The id of the current phase, activity or milestone."""
        return self.chosen.selection.current

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of all selected rows in row order, the current one among them."""
        return self.chosen.ids

    @property
    def view_state(self) -> dict[str, Any]:
        """How the page is looked at, as values that JSON knows."""
        return self._memory.state

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Show what `view_state` gave; what is missing or makes no sense is left as it is."""
        self._memory.restore(state)
        if self.isVisible():
            self._memory.scroll_as_wanted()

    def zoom_in(self) -> None:
        """Closer."""
        self.view.zoom_in()

    def zoom_out(self) -> None:
        """Farther."""
        self.view.zoom_out()

    def fit(self) -> None:
        """The whole path in view."""
        self.view.fit()

    def go_to_today(self) -> None:
        """Today in view."""
        self.view.go_to_today()

    def select(self, item_id: str | None) -> None:
        """Select a phase, activity or milestone and bring it into view; None selects nothing."""
        self.chosen.select(item_id)
        if item_id is not None:
            self.outline.reveal(item_id)
            self.view.reveal(item_id)

    def clear_filter(self) -> None:
        """Show every row again, and what was selected."""
        self.keeper.clear_filter(keep=self.selected)
        if self.selected is not None:
            self.outline.reveal(self.selected)

    def go_to_match(self, step: int) -> None:
        """Select the next item that the filter found (1), or the one before (-1); round and round."""
        found = self.chosen.next_match(step)
        if found is not None:
            self.select(found)

    def rename(self) -> None:
        """Edit the title of the current row where it stands."""
        self._edit_cell(self.selected, Column.PATH)

    def nudge(self, units: int) -> None:
        """Move what is selected by so many days, weeks or months, as the zoom shows; negative is earlier."""
        self._step(nudge, units)

    def resize_by(self, units: int) -> None:
        """Let the selected activities end so many days, weeks or months later; negative is earlier."""
        self._step(resize, units)

    def move_starts_by(self, units: int) -> None:
        """Let the selected activities start so many units later and finish when they do now."""
        self._step(move_starts, units)

    def stretch_by(self, units: int) -> None:
        """Let the high estimates of the selected activities end so many units later."""
        self._step(stretch, units)

    def on_changed(self, changes: Changes) -> None:
        """The plan changed."""
        self.keeper.on_changed(changes)
        self.view.on_changed(changes)
        self.outline.outline_model.refresh(changes)
        self.strip.refresh()
        self.around.on_plan_changed()
        self._say_limit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._memory.scroll_as_wanted()

    def _connect(self) -> None:
        self.view.preview_changed.connect(self.outline.show_proposed)
        view, outline, columns = self.view, self.outline, self.outline.columns
        rows = view.rows_bar
        outline.follow(rows)
        outline.bar_below.connect(view.leave_room_below)
        view.rows_zoomed.connect(lambda: outline.set_row_height(view.row_height))
        rows.rangeChanged.connect(lambda low, high: rows.setVisible(high > low))
        self.keeper.rows_changed.connect(self._on_rows_changed)
        self.keeper.rows_changed.connect(self.editing.leave)
        self.keeper.choice_changed.connect(self._on_choice_changed)
        self.chosen.changed.connect(self._on_selection_changed)
        self.chosen.taken.connect(lambda: self.view.select_link(None))
        for source in (outline, view):
            source.edit_requested.connect(self.edit_requested)
        for said in (outline.message, view.message, self.editing.message):
            said.connect(self.message)
        outline.row_clicked.connect(self.chosen.click)
        outline.selection_made.connect(self.chosen.take)
        outline.fold_asked.connect(self.keeper.fold)
        outline.cell_edit_requested.connect(self._edit_cell)
        outline.rows_dropped.connect(self._drop)
        outline.key_pressed.connect(self._on_key)
        columns.sort_asked.connect(self.keeper.sort_by)
        columns.sort_cleared.connect(self.keeper.sort_as_planned)
        columns.widened.connect(self._frame.widen_outline)
        self.banner.cleared.connect(self.clear_filter)
        view.item_clicked.connect(self.chosen.click)
        view.rubber_selected.connect(lambda ids, add: self.chosen.select_many(ids, add=add))
        view.key_pressed.connect(self._on_chart_key)
        view.resized.connect(self._frame.align_strip)
        view.options_changed.connect(lambda: self.outline.show_colours(view.options.colour_by))
        self._theme_controller.changed.connect(self._on_theme_changed)
        self._editor.today_changed.connect(self._on_today_changed)
        for moved in (
            view.scale_changed,
            view.options_changed,
            view.rows_zoomed,
            rows.valueChanged,
            self.keeper.rows_changed,
            self.chosen.changed,
            columns.chosen,
            self._frame.moved,
        ):
            moved.connect(lambda *_: self.view_state_changed.emit())

    def _on_rows_changed(self) -> None:
        self.view.show_rows(self.keeper.rows)
        self.outline.set_row_height(self.view.row_height)
        self.outline.show_rows(self.keeper.rows, self.keeper.choice.words)
        self.chosen.on_rows_changed()
        self.outline.show_selection(self.chosen.selection)
        self.banner.tell(self.keeper.choice, self.keeper.rows)
        self.filter_changed.emit()

    def _on_choice_changed(self) -> None:
        self.outline.columns.show_sort(self.keeper.choice.sort)

    def _on_selection_changed(self) -> None:
        selection = self.chosen.selection
        self.view.set_selection(selection.current, selection.ids)
        self.outline.show_selection(selection)
        if selection.current != self._selected:
            self._selected = selection.current
            self.selection_changed.emit(selection.current)
        self.selection_set_changed.emit(self.selection)

    def _edit_cell(self, item_id: str | None, column: Column) -> None:
        if item_id is not None:
            self.chosen.select(item_id)
            self.outline.reveal(item_id)
            self.editing.begin(item_id, column)

    def _drop(self, drop: Drop) -> None:
        """Move rows to where they were dropped; they stay selected."""
        if self._editor.apply(
            drop_text(self._editor.plan, drop), move_rows, drop.ids, drop.into, drop.before
        ):
            for each in drop.ids:
                self.keeper.uncover(each)
            current = self.selected if self.selected in drop.ids else drop.ids[-1]
            self.chosen.take(Selection(current, frozenset(drop.ids), current))

    def _on_theme_changed(self) -> None:
        self.outline.set_style(self.view.look)
        self.outline.set_row_height(self.view.row_height)
        self.strip.refresh()

    def _on_today_changed(self) -> None:
        self.keeper.on_today_changed()
        self.outline.viewport().update()
        self._say_limit()

    def _on_chart_key(self, event: QKeyEvent) -> None:
        """Keys for the rows belong to the outline, whichever of the two has the focus."""
        self.outline.keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> None:
        command = command_of(event)
        nothing_to_let_go = not self.keeper.choice.filtered and self.selected is None
        if command is None or (command is Command.LET_GO and nothing_to_let_go):
            return
        event.accept()
        verbs: dict[Command, Callable[[], None]] = {
            Command.EDIT: self._ask_to_edit,
            Command.TODAY: self.go_to_today,
            Command.ZOOM_IN: self.zoom_in,
            Command.ZOOM_OUT: self.zoom_out,
            Command.LET_GO: self._let_go,
        }
        verbs[command]()

    def _let_go(self) -> None:
        """Show every row again; where they all show, select nothing, so that the side tells of the plan."""
        if self.keeper.choice.filtered:
            self.clear_filter()
        else:
            self.select(None)

    def _ask_to_edit(self) -> None:
        if self.selected is not None:
            self.edit_requested.emit(self.selected)

    def _step(self, step: Step, units: int) -> None:
        """Step what is selected, the current row first: by it the unit is counted."""
        plan = self._editor.plan
        ids = sorted(self.selection, key=lambda each: each != self.selected)
        found = [plan.phases.get(PhaseId(each)) or plan.node(ActivityId(each)) for each in ids]
        if not found:
            self.message.emit(self.tr("Select an activity or a milestone first."))
        elif refusal := step(self._editor, found, self.view.scale.unit, units):
            self.message.emit(refusal)

    def _say_limit(self) -> None:
        hours = self._editor.plan.calendar.weekly_on(self._editor.today).total
        self._frame.say_limit(
            self.tr("demand against the {hours} h you set").format(hours=number_text(hours))
        )
