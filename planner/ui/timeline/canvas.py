"""A pyqtgraph view that holds one item, which paints everything at once."""

from pyqtgraph import GraphicsObject, GraphicsView
from PySide6.QtCore import QRectF
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


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
    """The one item."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas

    def boundingRect(self) -> QRectF:
        return QRectF(self._canvas.rect())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._canvas.paint(painter)
