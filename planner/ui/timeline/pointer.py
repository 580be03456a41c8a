"""The mouse over the chart: which click or gesture a press becomes, and what ends it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from planner.domain.items import ActivityId, DependencyId, PhaseId
from planner.ui.timeline.chart import Chart, Place
from planner.ui.timeline.edge_scroll import EdgeScroll
from planner.ui.timeline.gestures.banding import RubberBand
from planner.ui.timeline.gestures.base import Gesture
from planner.ui.timeline.gestures.choice import drag_of
from planner.ui.timeline.gestures.panning import Pan
from planner.ui.timeline.hitting import Hit, Part
from planner.ui.timeline.hovering import show_cursor, show_shape, show_tooltip
from planner.ui.timeline.moves import unlink_items
from planner.ui.timeline.selection import ClickMode
from planner.ui.timeline.zooming import pinch, turn_wheel

REST_MS = 120
"""A pointer that has not moved for so long rests."""

Modifier = Qt.KeyboardModifier

LINK_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
"""What a selected dependency listens to: remove it, edit it, let go of it."""


@dataclass(frozen=True, slots=True)
class Press:
    """A press of the left button: where, with which keys, on what, and what was in view and selected.

    `selected` ends with the current row. `again` is the second press of a double click: it asks to edit,
    unless a drag comes of it.
    """

    at: QPointF
    modifiers: Modifier
    found: Hit | None
    link: DependencyId | None
    place: Place
    selected: tuple[str, ...]
    again: bool


class Pointer:
    """Turns presses, moves and releases into clicks and gestures."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._press: Press | None = None
        self._modifiers = Modifier.NoModifier
        self.gesture: Gesture | None = None
        self.at = QPointF()
        self.hovered: str | None = None
        self.swallows_menu = False
        self._edges = EdgeScroll(self._scroll_along, chart.viewport())
        self._rest = QTimer(chart.viewport())
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)

    @property
    def pressed(self) -> bool:
        """Whether the left button is held since a press on the chart."""
        return self._press is not None

    def press(self, event: QMouseEvent) -> None:
        """Select what was pressed; a drag may follow. Any other button in mid-drag ends it."""
        self.swallows_menu = False
        if self._press is not None:
            self.swallows_menu = self.gesture is not None
            self.cancel()
            return
        chart, at = self._chart, event.position()
        found = chart.hit(at)
        link = chart.link_under(at)
        left = event.button() == Qt.MouseButton.LeftButton
        if not left and event.button() != Qt.MouseButton.RightButton:
            return
        selected = tuple(sorted(chart.selection, key=lambda each: each == chart.selected))
        chart.select_link(link)
        plain = not event.modifiers() & (Modifier.ControlModifier | Modifier.ShiftModifier)
        on_mark = found is not None and found.part is not Part.ROW and link is None
        # A press on one of several selected items leaves them selected: it may drag them all.
        if found is not None and on_mark and (plain or not left) and found.id not in chart.selection:
            chart.item_clicked.emit(found.id, ClickMode.ONLY)
        if left:
            again = event.type() == QEvent.Type.MouseButtonDblClick
            self._press = Press(at, event.modifiers(), found, link, chart.place, selected, again)

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, begin one once the pointer went far enough, or show what could be dragged."""
        self.at, self._modifiers = event.position(), event.modifiers()
        if self._press is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self.cancel()  # The button was let go where nobody told.
        if self._press is None:
            self._hover()
            return
        if self.gesture is None:
            far = (self.at - self._press.at).manhattanLength()
            if far < QGuiApplication.styleHints().startDragDistance():
                return
            if not self._is_there(self._press):
                self._press = None
                return
            self._begin(self._press)
        self._move_on()

    def release(self, event: QMouseEvent) -> None:
        """End the drag, or take a press that went nowhere as a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        press, self._press = self._press, None
        self.at = event.position()
        gesture = self._stop()
        if gesture is not None:
            gesture.end()
        elif self._is_there(press):
            self._click(press)
        self._hover()

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll or zoom; what is dragged stays under the pointer."""
        turn_wheel(self._chart, event)
        if self.gesture is not None:
            self._move_on()

    def pinch(self, event: QEvent) -> bool:
        """Zoom at the fingers; whether the event was one that does."""
        taken = pinch(self._chart, event)
        if taken and self.gesture is not None:
            self._move_on()
        return taken

    def cancel(self) -> bool:
        """Stop the drag in progress, with everything back, also what is in view and selected; whether there
        was one.
        """
        press, self._press = self._press, None
        gesture = self._stop()
        if gesture is None or press is None:
            return False
        gesture.cancel()
        self._chart.show_place(press.place)
        if self._chart.selection != frozenset(press.selected):
            self._chart.select_many(press.selected, add=False)
        self._hover()
        return True

    def link_key(self, event: QKeyEvent) -> bool:
        """Remove or edit the selected dependency, or let go of it; whether the key did that."""
        chart = self._chart
        link = chart.selected_link
        found = chart.editor.plan.dependencies.get(link) if link is not None else None
        if found is None or event.key() not in LINK_KEYS or event.modifiers() & ~Modifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chart.link_edit_requested.emit(found.id)
        elif event.key() == Qt.Key.Key_Escape:
            chart.select_link(None)
        elif not chart.editor.read_only:
            move = unlink_items(chart.editor.plan, found)
            chart.editor.apply(move.text, move.verb)
        return True

    def leave(self) -> None:
        """The pointer left the chart."""
        if self._press is None:
            self._set_hovered(None)

    def show_tooltip(self, event: QHelpEvent) -> None:
        """Tell what lies there; nothing while something is dragged."""
        if self.gesture is not None:
            QToolTip.hideText()
        else:
            show_tooltip(self._chart, event)

    def _is_there(self, press: Press) -> bool:
        """Whether what was pressed still is: keys may have undone or removed it since."""
        item, link = press.found, press.link
        return (item is None or item.id in self._chart.rows.index) and (
            link is None or link in self._chart.editor.plan.dependencies
        )

    def _click(self, press: Press) -> None:
        """Select what was clicked; the second time, ask to edit it."""
        chart, found = self._chart, press.found
        if press.link is not None:
            if press.again:
                chart.link_edit_requested.emit(press.link)
        elif found is not None:
            if press.again:
                chart.edit_requested.emit(found.id)
            else:
                chart.item_clicked.emit(found.id, _mode(press.modifiers))
        elif chart.body.contains(press.at):
            chart.item_clicked.emit(None, ClickMode.ONLY)

    def _begin(self, press: Press) -> None:
        self.gesture = self._gesture_of(press)
        QToolTip.hideText()
        self.gesture.start(press.at)

    def _gesture_of(self, press: Press) -> Gesture:
        chart, found = self._chart, press.found
        if found is None or found.part is Part.ROW or press.link is not None:
            if press.modifiers & Modifier.ShiftModifier:
                return RubberBand(chart, add=bool(press.modifiers & Modifier.ControlModifier))
            return Pan(chart)
        if found.id not in chart.selection:
            adds = press.modifiers & Modifier.ControlModifier
            chart.item_clicked.emit(found.id, ClickMode.TOGGLE if adds else ClickMode.ONLY)
        plan, index = chart.editor.plan, chart.rows.index
        rows = sorted((each for each in chart.selection if each in index), key=index.__getitem__)
        item = plan.phases.get(PhaseId(found.id)) or plan.node(ActivityId(found.id))
        return drag_of(chart, item, found.part, rows if found.id in chart.selection else ())

    def _move_on(self) -> None:
        """The pointer moved over the chart, or the chart under the pointer."""
        if self.gesture is None or self._press is None:
            return
        self.gesture.move(self.at, self._modifiers)
        show_shape(self._chart, self.gesture.cursor)
        if self.gesture.scrolls:
            self._edges.follow(self.at, self._press.at, self._chart.body)
        self._rest.start()

    def _scroll_along(self, dx: float, dy: float) -> None:
        self._chart.pan(dx, dy)
        self._move_on()

    def _on_rest(self) -> None:
        if self.gesture is not None:
            self.gesture.rest()

    def _stop(self) -> Gesture | None:
        self._edges.stop()
        self._rest.stop()
        gesture, self.gesture = self.gesture, None
        return gesture

    def _hover(self) -> None:
        show_cursor(self._chart, self.at)
        found = self._chart.hit(self.at)
        self._set_hovered(None if found is None else found.id)

    def _set_hovered(self, item_id: str | None) -> None:
        if item_id != self.hovered:
            self.hovered = item_id
            self._chart.repaint_soon()


def _mode(modifiers: Modifier) -> ClickMode:
    if modifiers & Modifier.ShiftModifier:
        return ClickMode.EXTEND
    return ClickMode.TOGGLE if modifiers & Modifier.ControlModifier else ClickMode.ONLY
