"""A list whose rows are painted by their own delegate, and what they share: the back, and marked words."""

from PySide6.QtCore import QAbstractItemModel, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.domain.week_history import places_of
from planner.ui.theme import Theme
from planner.ui.theme_controller import ThemeController

ROUND = 6
"""Pixels of a row's round corners."""


class PaintedDelegate(QStyledItemDelegate):
    """The base of delegates that paint a row whole, in the colours of the theme."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller

    def paint_back(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem) -> None:
        """What lies under a row that is chosen, or that the pointer is on."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(room, ROUND, ROUND)


class PaintedList(QListView):
    """A list of rows of one height each, with no way to scroll sideways; `name` says what it lists."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def draw_marked(
    painter: QPainter, at: QPointF, width: float, text: str, typed: str, font: QFont, theme: Theme
) -> None:
    """Draw one line in the painter's colour, with what was typed to find it marked."""
    marked = QTextCharFormat()
    marked.setBackground(theme.colour("found"))
    layout = QTextLayout(text, font)
    layout.setFormats([_range(begin, end, marked) for begin, end in places_of(typed, text)])
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    layout.draw(painter, at)


def _range(begin: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = begin, end - begin, form
    return found
