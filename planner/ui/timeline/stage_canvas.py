"""A canvas that gestures are made on: it hands mouse and keys to its pointer, and shows what they propose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from planner.domain.items import DependencyId
from planner.ui.timeline.canvas import Canvas
from planner.ui.timeline.gestures.base import Gesture, Proposal
from planner.ui.timeline.pointer import LINK_KEYS, Pointer
from planner.ui.timeline.words import translate


class StageCanvas(Canvas):
    """What is dragged and proposed, and which dependency is selected. Subclasses make the pointer."""

    item_clicked = Signal(object, object)
    """The id of the row that was clicked, and the `ClickMode`."""

    rubber_selected = Signal(object, bool)
    """The ids of the rows a band was drawn around, a tuple, and whether they are added to the selection."""

    link_edit_requested = Signal(object)
    """The id of the dependency to edit."""

    edit_requested = Signal(object)
    """The id of the row that was double-clicked."""

    key_pressed = Signal(object)
    """A key the chart itself has no use for, as a `QKeyEvent`."""

    preview_changed = Signal(object)
    """The schedule that a drag proposes; None when the plan's own holds again."""

    message = Signal(str)
    """One sentence for the status bar."""

    _pointer: Pointer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self._link: DependencyId | None = None

    @property
    def gesture(self) -> Gesture | None:
        """The drag in progress."""
        return self._pointer.gesture

    @property
    def proposal(self) -> Proposal | None:
        """What letting go of the drag in progress would do."""
        return self._proposal

    @property
    def selected_link(self) -> DependencyId | None:
        """The selected dependency."""
        return self._link

    def propose(self, proposal: Proposal | None) -> None:
        """Show what letting go of a drag would do, or that it would do nothing."""
        before, self._proposal = self._proposal, proposal
        after = proposal.schedule if proposal is not None else None
        if after is not (before.schedule if before is not None else None):
            self.forget_layout()
            self.preview_changed.emit(after)
        self.repaint_soon()

    def forget_layout(self) -> None:
        """Lay out anew what is shown, as something else is proposed."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say something in the status bar."""
        self.message.emit(sentence)

    def select_many(self, ids: Sequence[str], *, add: bool) -> None:
        """Select these rows, and those selected so far where they are to be kept."""
        self.rubber_selected.emit(tuple(ids), add)

    def select_link(self, dependency: DependencyId | None) -> None:
        """Let a dependency stand out, for Delete and Enter."""
        if dependency != self._link:
            self._link = dependency
            self.repaint_soon()

    def cancel_gesture(self, reason: str = "") -> None:
        """Stop the drag in progress, with everything back, for a reason that is said where there is one."""
        if self._pointer.cancel() and reason:
            self.say(reason)

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_gesture()
        super().hideEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.cancel_gesture(translate("The keyboard went elsewhere, so the drag was let go."))
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.leave()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._pointer.swallows_menu:
            event.accept()
        else:
            super().contextMenuEvent(event)

    def event(self, event: QEvent) -> bool:
        # Else the window's own Delete would take the keys of a selected dependency.
        override = event.type() == QEvent.Type.ShortcutOverride and self._link is not None
        if override and isinstance(event, QKeyEvent) and event.key() in LINK_KEYS and not event.modifiers():
            event.accept()
            return True
        return bool(super().event(event))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._pointer.show_tooltip(event)
            return True
        if event.type() in (QEvent.Type.NativeGesture, QEvent.Type.Gesture) and self._pointer.pinch(event):
            return True
        return bool(super().viewportEvent(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pointer.pressed:
            self.cancel_gesture(translate("Never mind: everything is where it was."))
        elif self.gesture is None and not self._pointer.link_key(event):
            self.key_pressed.emit(event)
