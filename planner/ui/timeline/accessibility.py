"""The painted bars and diamonds for screen readers: each a child of the chart, with name, place and actions.

Qt keeps plain pointers to these objects and deletes them itself with the widget they speak for. Freed by
Python before that, they would leave Qt with pointers to nothing: so they are kept here for as long as the
program runs, a few hundred bytes for each plan that was open.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from planner.ui.announcing import announce
from planner.ui.timeline.descriptions import dates, describe
from planner.ui.timeline.load_accessibility import LoadInterface
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.rows import RowKind
from planner.ui.timeline.selection import ClickMode
from planner.ui.timeline.shown_marks import ShownMark

PRESS, LATER, EARLIER, TOGGLE = "Press", "Increase", "Decrease", "Toggle"
"""Names that assistive technology knows: select it, move it later, earlier, add it to the selection."""

LONGER, SHORTER = "Longer", "Shorter"
"""What else a bar can be told: other hours, so that it ends later or earlier."""

SETTLE_MS = 150
"""Screen readers are told what came into view once scrolling and zooming rest."""

MOST_TOLD = 500
"""Of more items than these nobody listens to each that came into view."""


class TimelineAccessibility:
    """Keeps the interfaces of the timelines it is told of. One for the whole program.

    A chart's interface is registered once the chart is there, in place of the plain one Qt may have made for
    it by then. A factory would be asked for every widget while it is still being made, and the half-made
    objects that Python is handed then end in a crash when their window closes under a screen reader.
    """

    def __init__(self) -> None:
        self._interfaces: list[QAccessibleInterface] = []
        self._voices: list[Voice] = []

    def serve(self, page: TimelinePage) -> None:
        """Let screen readers find what chart and strip show, and hear what edits do to the selected item."""
        for interface in (ChartInterface(page), LoadInterface(page.strip)):
            self._interfaces.append(interface)
            QAccessible.registerAccessibleInterface(interface)
        self._voices.append(Voice(page))


class Voice(QObject):
    """Tells screen readers of one timeline: new dates of the selected item, and what came into view."""

    def __init__(self, page: TimelinePage) -> None:
        super().__init__(page)
        self._page = page
        self._view = page.view
        self._dates = ""
        self._shown: list[str] = []
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._tell_what_shows)
        page.selection_changed.connect(lambda _item: self._on_selected())
        page.selection_set_changed.connect(lambda _items: self._event(QAccessible.Event.SelectionWithin))
        page.view_state_changed.connect(self._on_moved)
        page.view.editor.changed.connect(lambda _changes: self._on_changed())

    def _on_selected(self) -> None:
        self._dates = self._dates_now()

    def _on_moved(self) -> None:
        if QAccessible.isActive():
            self._settled.start()

    def _on_changed(self) -> None:
        """Let screen readers say where the selected item is now, and read it again."""
        before, self._dates = self._dates, self._dates_now()
        if self._dates != before:
            announce(self._view, self._dates)
        # A hidden chart has no bars to tell of: they are read anew once it shows.
        heard = QAccessible.isActive() and self._view.isVisible()
        shown = [mark.id for mark in self._view.marks()] if heard else []
        if self._view.selected in shown:
            self._event(QAccessible.Event.NameChanged, shown.index(self._view.selected))
        self._on_moved()

    def _tell_what_shows(self) -> None:
        before, self._shown = self._shown, [mark.id for mark in self._view.marks()]
        if self._shown != before and len(self._shown) <= MOST_TOLD:
            self._event(QAccessible.Event.ObjectReorder)

    def _dates_now(self) -> str:
        item, editor = self._page.selected, self._view.editor
        if not QAccessible.isActive() or item is None or self._view.row_of(item) is None:
            return ""
        return dates(editor.plan, editor.schedule, item)

    def _event(self, kind: QAccessible.Event, child: int | None = None) -> None:
        if QAccessible.isActive():
            event = QAccessibleEvent(self._view, kind)
            if child is not None:
                event.setChild(child)
            QAccessible.updateAccessibility(event)


class ChartInterface(QAccessibleWidget):
    """The chart as a list of what is painted in it now."""

    def __init__(self, page: TimelinePage) -> None:
        super().__init__(page.view, QAccessible.Role.List, page.tr("Timeline"))
        self._page = page
        self._view = page.view
        self._items: dict[str, PaintedItemInterface] = {}

    def state(self) -> QAccessible.State:
        """A list of which several may be selected."""
        state = super().state()
        state.multiSelectable = state.extSelectable = True
        return state

    def childCount(self) -> int:
        """How many bars and diamonds are in view."""
        return len(self._marks)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The bar or diamond of a row in view."""
        marks = self._marks
        return self._item(marks[index].id) if 0 <= index < len(marks) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The bar or diamond at a place on the screen."""
        point = self._view.mapFromGlobal(QPoint(x, y))
        found = next((mark for mark in self._marks if mark.rect.contains(point)), None)
        return None if found is None else self._item(found.id)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of those in view a bar or diamond is."""
        ids = [mark.id for mark in self._marks]
        painted = child.object()
        if isinstance(painted, PaintedItem) and painted.item_id in ids:
            return ids.index(painted.item_id)
        return -1

    def _item(self, item_id: str) -> "PaintedItemInterface":
        if item_id not in self._items:
            self._items[item_id] = PaintedItemInterface(PaintedItem(self._page, item_id))
        return self._items[item_id]

    @property
    def _marks(self) -> Sequence[ShownMark]:
        """What is painted; nothing while the chart is hidden."""
        return self._view.marks() if self._view.isVisible() else ()


class PaintedItem(QObject):
    """One bar or diamond as an object of its own, which is what assistive technology asks for."""

    def __init__(self, page: TimelinePage, item_id: str) -> None:
        super().__init__(page.view)
        self.page = page
        self.view = page.view
        self.item_id = item_id

    @property
    def place(self) -> QRect | None:
        """Where it is on the chart; None while it is not in view."""
        return next((mark.rect for mark in self.view.marks() if mark.id == self.item_id), None)


class PaintedItemInterface(QAccessibleWidget):
    """What a screen reader hears of one bar or diamond, and what it can do with it."""

    def __init__(self, item: PaintedItem) -> None:
        super().__init__(item.view, QAccessible.Role.ListItem, "")
        self._item = item

    def isValid(self) -> bool:
        """Whether it still has a row."""
        return self._item.view.row_of(self._item.item_id) is not None

    def object(self) -> QObject:
        """The item itself, not the chart it is painted on."""
        return self._item

    def parent(self) -> QAccessibleInterface:
        """The chart."""
        return QAccessible.queryAccessibleInterface(self._item.view)

    def childCount(self) -> int:
        """A bar holds nothing."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A bar holds nothing."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A bar holds nothing."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """A bar holds nothing."""
        return -1

    def role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Selectable, and selected when it is."""
        state = QAccessible.State()
        view = self._item.view
        state.selectable = state.focusable = True
        state.selected = self._item.item_id in view.selection
        state.active = view.selected == self._item.item_id
        state.invisible = state.offscreen = self._item.place is None
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its kind, name, dates, progress and lateness in one sentence."""
        if kind is not QAccessible.Text.Name or not self.isValid():
            return ""
        view = self._item.view
        editor = view.editor
        return describe(
            editor.plan, editor.schedule, self._item.item_id, view.options, editor.today, view.forecast
        )

    def rect(self) -> QRect:
        """Where it is on the screen."""
        place = self._item.place
        if place is None:
            return QRect()
        return QRect(self._item.view.mapToGlobal(place.topLeft()), place.size())

    def actionNames(self) -> list[str]:
        """Select, add to the selection, move later and earlier; a bar also ends later and earlier."""
        row = self._item.view.row_of(self._item.item_id)
        if row is None:
            return [PRESS, TOGGLE]
        lengths = [LONGER, SHORTER] if row.kind is RowKind.ACTIVITY else []
        return [PRESS, TOGGLE, LATER, EARLIER, *lengths]

    def doAction(self, name: str) -> None:
        """Do one of them, by the same road as the keyboard."""
        page, item_id = self._item.page, self._item.item_id
        if name == TOGGLE:
            self._item.view.item_clicked.emit(item_id, ClickMode.TOGGLE)
            return
        page.select(item_id)
        if name in (LATER, EARLIER):
            page.nudge(1 if name == LATER else -1)
        elif name in (LONGER, SHORTER):
            page.resize_by(1 if name == LONGER else -1)
