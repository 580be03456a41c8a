"""TimelinePage: outline, chart and load strip in step, and the one place where their signals meet."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from planner.domain.changes import Changes
from planner.domain.items import ActivityId
from planner.domain.wording import number_text
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import bounded
from planner.ui.timeline.keys import Command, command_of
from planner.ui.timeline.load_strip import LoadStrip
from planner.ui.timeline.nudges import nudge, resize
from planner.ui.timeline.options import options_from, state_of
from planner.ui.timeline.outline import Outline
from planner.ui.timeline.rows import RowKind, change_rows
from planner.ui.timeline.view import TimelineView

OUTLINE_WIDTH = 420
STRIP_HEIGHT = 150
MOST_PIXELS = 2**30


class TimelinePage(QWidget):
    """The timeline as a whole."""

    selection_changed = Signal(object)
    """The id of the selected phase, activity or milestone; None when nothing is selected."""

    selection_set_changed = Signal(object)
    """The ids of all selected rows, a tuple in row order."""

    edit_requested = Signal(object)
    """The learner wants to edit the item with this id."""

    view_state_changed = Signal()
    """Zoom, place, folding, selection or sizes are not what they were."""

    message = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme_controller = theme_controller
        self._selected: str | None = None
        self._wanted_top: int | None = None
        self.view = TimelineView(editor, theme_controller, self)
        self.outline = Outline(editor, self.view.look, self)
        self.strip = LoadStrip(self.view, self)
        self._lay_out()
        self._connect()
        self._say_limit()

    @property
    def selected(self) -> str | None:
        """The id of the current phase, activity or milestone."""
        return self._selected

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of all selected rows in row order, the current one among them."""
        index = self.view.rows.index
        return tuple(sorted(self.view.selection & index.keys(), key=index.__getitem__))

    @property
    def view_state(self) -> dict[str, Any]:
        """Zoom, place, folding, selection and sizes, as values that JSON knows."""
        return {
            "fitted": self.view.fitted,
            "left": self.view.scale.left,
            "px_per_day": self.view.scale.px_per_day,
            "top": self.view.rows_bar.value(),
            "collapsed": sorted(self.outline.collapsed_phases),
            "selected": self._selected,
            "options": state_of(self.view.options),
            "columns": [self.outline.header().sectionSize(column) for column in (1, 2)],
            "across": self._across.sizes(),
            "down": self._down.sizes(),
        }

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Show what `view_state` gave; what is missing or makes no sense is left as it is."""
        for splitter, key in ((self._across, "across"), (self._down, "down")):
            if (sizes := _numbers(state.get(key), 2)) and sum(sizes) > 0:
                splitter.setSizes([int(size) for size in sizes])
        for column, width in enumerate(_numbers(state.get("columns"), 2), 1):
            self.outline.header().resizeSection(column, int(width))
        collapsed = state.get("collapsed")
        if isinstance(collapsed, list):
            self.outline.set_collapsed(frozenset(each for each in collapsed if isinstance(each, str)))
        self.view.show_options(options_from(state.get("options")))
        zoom = _numbers([state.get("left"), state.get("px_per_day")], 2)
        if zoom and not state.get("fitted", True):
            self.view.show_scale(bounded(zoom[0], zoom[1], self.view.width()))
        selected = state.get("selected")
        self.outline.set_selected(selected if isinstance(selected, str) else None)
        if top := _numbers([state.get("top")], 1):
            self._wanted_top = min(int(top[0]), MOST_PIXELS)
            if self.isVisible():
                self._scroll_as_wanted()

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
        self.outline.set_selected(item_id)
        if item_id is None:
            self._on_row_selected(None)
        else:
            self.view.reveal(item_id)

    def nudge(self, units: int) -> None:
        """Move the selected item by so many days, weeks or months, as the zoom shows; negative is earlier."""
        self._step(nudge, units)

    def resize_by(self, units: int) -> None:
        """Let the selected activity end so many days, weeks or months later; negative is earlier."""
        self._step(resize, units)

    def on_changed(self, changes: Changes) -> None:
        """The plan changed."""
        self.view.on_changed(changes)
        if change_rows(changes):
            top = self.view.rows_bar.value()
            self.outline.read_again()
            self._on_folded()
            self.view.rows_bar.setValue(top)
        else:
            self.outline.outline_model.refresh(changes)
        self.strip.refresh()
        self._say_limit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align_strip()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now do the rows have their room, and has the tree gone to its current row of its own accord.
        self._scroll_as_wanted()

    def _scroll_as_wanted(self) -> None:
        if self._wanted_top is not None:
            self.view.rows_bar.setValue(self._wanted_top)
            self._wanted_top = None

    def _lay_out(self) -> None:
        chart = QWidget()
        beside = _row(chart, self.view, self.view.rows_bar)
        beside.setStretch(0, 1)
        policy = self.view.rows_bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.view.rows_bar.setSizePolicy(policy)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self.outline)
        self._across.addWidget(chart)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([OUTLINE_WIDTH, 900])
        self._across.setChildrenCollapsible(False)
        self._caption = QFrame()
        self._limit = QLabel()
        self._limit.setProperty("role", "muted")
        self._limit.setTextFormat(Qt.TextFormat.PlainText)
        title = QLabel(self.tr("Hours a week"))
        title.setProperty("role", "strong")
        words = QVBoxLayout(self._caption)
        words.setContentsMargins(16, 12, 8, 8)
        words.setSpacing(3)
        words.addWidget(title)
        words.addWidget(self._limit)
        words.addStretch(1)
        below = QWidget()
        # Its parts are given the widths of what stands above them, and must not hold the window to these.
        below.setMinimumWidth(1)
        for panel in (chart, below, self._caption):
            panel.setBackgroundRole(QPalette.ColorRole.AlternateBase)
            panel.setAutoFillBackground(True)
        _row(below, self._caption, self.strip).addStretch(1)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(self._across)
        self._down.addWidget(below)
        self._down.setStretchFactor(0, 1)
        self._down.setSizes([600, STRIP_HEIGHT])
        self._down.setCollapsible(0, False)
        _row(self, self._down)
        self.setFocusProxy(self.outline)

    def _connect(self) -> None:
        view, outline = self.view, self.outline
        rows, tree = view.rows_bar, outline.verticalScrollBar()
        rows.valueChanged.connect(tree.setValue)
        tree.valueChanged.connect(rows.setValue)
        tree.rangeChanged.connect(lambda: tree.setValue(rows.value()))
        rows.rangeChanged.connect(lambda low, high: rows.setVisible(high > low))
        outline.row_selected.connect(self._on_row_selected)
        outline.phase_folded.connect(self._on_folded)
        outline.edit_requested.connect(self.edit_requested)
        outline.key_pressed.connect(self._on_key)
        view.item_clicked.connect(outline.set_selected)
        view.edit_requested.connect(self.edit_requested)
        view.key_pressed.connect(self._on_chart_key)
        view.message.connect(self.message)
        view.resized.connect(self._align_strip)
        self._theme_controller.changed.connect(self._on_theme_changed)
        self._editor.today_changed.connect(self._say_limit)
        for moved in (
            view.scale_changed,
            view.options_changed,
            rows.valueChanged,
            outline.phase_folded,
            outline.row_selected,
            outline.header().sectionResized,
            self._across.splitterMoved,
            self._down.splitterMoved,
        ):
            moved.connect(lambda *_: self.view_state_changed.emit())

    def _on_row_selected(self, item_id: str | None) -> None:
        if item_id != self._selected:
            self._selected = item_id
            self.view.set_selection(item_id, frozenset() if item_id is None else frozenset({item_id}))
            self.selection_changed.emit(item_id)
            self.selection_set_changed.emit(self.selection)

    def _on_folded(self) -> None:
        self.view.set_collapsed(self.outline.collapsed_phases)

    def _on_theme_changed(self) -> None:
        self.outline.set_style(self.view.look)
        self.strip.refresh()

    def _on_chart_key(self, event: QKeyEvent) -> None:
        """Keys for the rows belong to the outline, whichever of the two has the focus."""
        self.outline.keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is None:
            return
        event.accept()
        verbs: dict[Command, Callable[[], None]] = {
            Command.EDIT: self._ask_to_edit,
            Command.TODAY: self.go_to_today,
            Command.ZOOM_IN: self.zoom_in,
            Command.ZOOM_OUT: self.zoom_out,
        }
        verbs[command]()

    def _ask_to_edit(self) -> None:
        if self._selected is not None:
            self.edit_requested.emit(self._selected)

    def _step(self, step: Callable[..., Any], units: int) -> None:
        row = self.view.row_of(self._selected) if self._selected is not None else None
        if row is None or row.kind is RowKind.PHASE:
            self.message.emit(self.tr("Select an activity or a milestone first."))
            return
        item = self._editor.plan.node(ActivityId(row.id))
        if refusal := step(self._editor, item, self.view.scale.unit, units):
            self.message.emit(refusal)

    def _align_strip(self) -> None:
        """The strip's days stand under the chart's, whatever the splitter and the scroll bar take."""
        left = self.view.mapTo(self, self.view.rect().topLeft()).x()
        self._caption.setFixedWidth(max(left, 0))
        self.strip.setFixedWidth(self.view.width())

    def _say_limit(self) -> None:
        hours = self._editor.plan.calendar.weekly_on(self._editor.today).total
        self._limit.setText(self.tr("demand against the {hours} h you set").format(hours=number_text(hours)))


def _row(holder: QWidget, *widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side with nothing between them."""
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def _numbers(values: object, count: int) -> list[float]:
    """So many numbers, or an empty list where there is anything else."""
    if not isinstance(values, list) or len(values) != count:
        return []
    numbers = [float(each) for each in values if isinstance(each, int | float) and isfinite(each)]
    return numbers if len(numbers) == count else []
