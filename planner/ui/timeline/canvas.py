"""A pyqtgraph view that holds one item, which paints everything at once."""

import sys

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QBrush, QColor, QContextMenuEvent, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from planner.ui.timeline.graphics import GraphicsObject, GraphicsView

MARK = QColor(1, 2, 3, 4)
"""No painter gives its state this background: whatever was saved since has it too."""


class Canvas(GraphicsView):  # type: ignore[misc] # pyqtgraph ships no types
    """A view in logical pixels. Subclasses paint in `paint` and handle their own events.

    One batch item is what keeps ten thousand bars quick: a scene of an item each takes seconds to build.
    As events never reach pyqtgraph's scene, its menu, dragging and limit on quick mouse moves are out of
    the way.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(120, 60)
        self._item = _Everything(self)
        self.addItem(self._item)

    def paint(self, painter: QPainter) -> None:
        """Paint the whole view; the painter stands at its top left."""
        raise NotImplementedError

    def repaint_soon(self) -> None:
        """Paint again with the next frame."""
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to whoever holds this view."""
        event.ignore()


class _Everything(GraphicsObject):  # type: ignore[misc] # pyqtgraph ships no types
    """The one item.

    What goes wrong while painting is told once, like everything unforeseen, and not again with each frame
    until one succeeds: the window lives on with what was painted by then.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._told = False

    def boundingRect(self) -> QRectF:
        return QRectF(self._canvas.rect())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.save()
        painter.setBackground(QBrush(MARK))
        try:
            self._canvas.paint(painter)
            self._told = False
        except Exception as error:  # noqa: BLE001 # told by _tell
            self._tell(error)
        finally:
            while painter.background().color() == MARK:  # also what was saved and not restored
                painter.restore()

    def _tell(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            # Once the frame is done: whoever is told may open a dialog, which would paint within painting.
            QTimer.singleShot(0, self, lambda: sys.excepthook(type(error), error, error.__traceback__))
