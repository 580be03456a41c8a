"""The lines of the command palette as a list: letters that fit stand out, keys look like keys."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.ui.palette_lines import Line
from planner.ui.theme import role_font
from planner.ui.theme_controller import ThemeController

ICON = 16
PADDING = 12.0
GAP = 10.0
CAP_PADDING = 6.0
LEAST_ASIDE = 60.0
"""Less of what stands at the right says nothing, and is left out."""
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)

Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """The lines, for the list and for screen readers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """The line at an index; None where there is none."""
        return self.lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.spoken(index.row())

    def spoken(self, row: int) -> str:
        """A line in words."""
        line = self.lines[row]
        return ", ".join(filter(None, (line.text, line.reason or line.where, line.keys)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None or line.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LineDelegate(QStyledItemDelegate):
    """Paints one line: icon, words, why it does not apply or where it stands, and its keys."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, round(QFontMetricsF(option.font).height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, LineModel)
        line = model.line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect)
        if line.is_heading:
            painter.setFont(role_font(option.font, "section"))
            painter.setPen(self._look.theme.colour("text_muted"))
            painter.drawText(room.adjusted(PADDING, 6, -PADDING, 0), ONE_LINE, line.text)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.theme.colour("accent_soft"))
                painter.drawRoundedRect(room.adjusted(2, 1, -2, -1), 6, 6)
            self._paint_line(painter, room.adjusted(PADDING, 0, -PADDING, 0), line, option.font)
        painter.restore()

    def _paint_line(self, painter: QPainter, room: QRectF, line: Line, font: QFont) -> None:
        theme = self._look.theme
        if line.icon:
            role = "text_disabled" if line.reason else "text_muted"
            top = round(room.center().y() - ICON / 2)
            icon = self._look.icons.icon(line.icon, role)
            icon.paint(painter, QRect(round(room.left()), top, ICON, ICON))
        room.setLeft(room.left() + ICON + GAP)
        room.setRight(self._paint_keys(painter, room, line, role_font(font, "small")))
        small = role_font(font, "small")
        aside = line.reason or line.where
        wanted = QFontMetricsF(font).horizontalAdvance(line.text) + GAP
        width = QFontMetricsF(small).horizontalAdvance(aside) + 2
        left = max(room.right() - width, room.left() + wanted)
        if aside and room.right() - left >= min(width, LEAST_ASIDE):
            painter.setFont(small)
            painter.setPen(theme.colour("text_faint" if line.reason else "text_muted"))
            _elided(painter, QRectF(left, room.top(), room.right() - left, room.height()), aside)
            room.setRight(left - GAP)
        self._paint_words(painter, room, line, font)

    def _paint_words(self, painter: QPainter, room: QRectF, line: Line, font: QFont) -> None:
        """The words, with the letters that fit in another weight and colour."""
        theme = self._look.theme
        strong = role_font(font, "strong")
        plain_colour = theme.colour("text_disabled" if line.reason else "text")
        text = QFontMetricsF(font).elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
        x = room.left()
        for piece, fits in _pieces(text, frozenset(line.places)):
            painter.setFont(strong if fits else font)
            painter.setPen(theme.colour("link") if fits and not line.reason else plain_colour)
            width = painter.fontMetrics().horizontalAdvance(piece)
            painter.drawText(QRectF(x, room.top(), width + 4, room.height()), ONE_LINE, piece)
            x += width

    def _paint_keys(self, painter: QPainter, room: QRectF, line: Line, font: QFont) -> float:
        """The keys, each in a cap; returns the left end of what they take."""
        right = room.right()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for name in reversed(_caps(line.keys)):
            key = ARROWS.get(name, name)
            width = max(metrics.horizontalAdvance(key) + 2 * CAP_PADDING, metrics.height() + 4)
            cap = QRectF(
                right - width, room.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4
            )
            painter.setPen(QPen(self._look.theme.colour("border"), 1))
            painter.setBrush(self._look.theme.colour("window"))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(self._look.theme.colour("text_disabled" if line.reason else "text_muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            right -= width + 3
        return right - (GAP if line.keys else 0)


def _caps(keys: str) -> list[str]:
    """The single keys of a combination; a plus at its end is a key itself."""
    if not keys:
        return []
    return [*keys.removesuffix("++").split("+"), "+"] if keys.endswith("++") else keys.split("+")


def _pieces(text: str, places: frozenset[int]) -> list[tuple[str, bool]]:
    """A text cut where letters begin or cease to fit."""
    pieces: list[tuple[str, bool]] = []
    for place, letter in enumerate(text):
        fits = place in places
        if pieces and pieces[-1][1] == fits:
            pieces[-1] = (pieces[-1][0] + letter, fits)
        else:
            pieces.append((letter, fits))
    return pieces


def _elided(painter: QPainter, room: QRectF, text: str) -> None:
    cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, ONE_LINE, cut)
