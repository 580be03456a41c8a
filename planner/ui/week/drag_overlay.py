"""What a drag of a session shows over the page: the card in hand, where it would lie, and a line of words."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from planner.ui.theme import role_font
from planner.ui.theme_controller import ThemeController

RADIUS = 7.0
_LIFT = 6.0
_CHIP_PADDING = 9.0
_CHIP_GAP = 10.0
_LINE_GAP = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that is drawn, in the pixels of the page. `lines` are words; the first is the headline."""

    source: QRectF
    """Where the card was."""

    lines: tuple[str, ...]
    place: QRectF | None = None
    """Where it would lie; None: nowhere."""

    ghost: QPointF | None = None
    """Where the card in hand hangs; None: none is in hand."""

    wrong: bool = False
    """Whether it cannot be let go here; the words say why."""


class DragOverlay(QWidget):
    """Lies over the page while a session is dragged, and lets the mouse through."""

    def __init__(self, theme_controller: ThemeController, page: QWidget) -> None:
        super().__init__(page)
        self._look = theme_controller
        self._page = page
        self._card = QPixmap()
        self._shown: Shown | None = None
        self._painted = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now; empty while nothing is dragged."""
        return "" if self._shown is None else " · ".join(self._shown.lines)

    @property
    def shown(self) -> Shown | None:
        """What is drawn; None while nothing is dragged."""
        return self._shown

    def begin(self, card: QPixmap) -> None:
        """Lie over the whole page, with this picture as the card in hand."""
        self._card = card
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()

    def draw(self, shown: Shown) -> None:
        """Show another state; only what differs is painted again."""
        before, self._shown = self._painted, shown
        self._painted = self._extent(shown)
        self.update(before.united(self._painted))

    def end(self) -> None:
        """Show nothing any more."""
        self._shown = None
        self._card = QPixmap()
        self._painted = QRect()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the place, the card in hand and the words, in this order."""
        shown = self._shown
        if shown is None:
            return
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if shown.ghost is not None:
                veil = theme.colour("surface")
                veil.setAlphaF(0.72)
                painter.fillRect(shown.source.adjusted(-1, -1, 1, 1), veil)
            if shown.place is not None:
                inside = theme.colour("accent")
                inside.setAlphaF(0.12)
                painter.setPen(QPen(theme.colour("accent"), 1.6, Qt.PenStyle.DashLine))
                painter.setBrush(inside)
                painter.drawRoundedRect(shown.place.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            if shown.ghost is not None:
                self._draw_card(painter, shown.ghost)
            self._draw_words(painter, shown)

    def _draw_card(self, painter: QPainter, at: QPointF) -> None:
        """The card, lifted: a soft shadow lies under it."""
        size = self._card.deviceIndependentSize()
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(4):
            painter.setBrush(QColor(0, 0, 0, 14 + 5 * step))
            spread = _LIFT - 1.5 * step
            frame = QRectF(at, size).adjusted(-spread, 2 - spread / 2, spread, 3 + spread)
            painter.drawRoundedRect(frame, RADIUS + spread, RADIUS + spread)
        painter.setOpacity(0.96)
        painter.drawPixmap(at, self._card)
        painter.setOpacity(1.0)

    def _draw_words(self, painter: QPainter, shown: Shown) -> None:
        theme = self._look.theme
        chip = self._chip(shown)
        if chip.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("tooltip"))
        painter.drawRoundedRect(chip, 6, 6)
        y = chip.top() + _CHIP_PADDING - 2
        for number, line in enumerate(shown.lines):
            font = role_font(self.font(), "small" if number else "strong")
            role = "tooltip_danger" if shown.wrong else "tooltip_muted" if number else "tooltip_text"
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            height = painter.fontMetrics().height()
            room = QRectF(chip.left() + _CHIP_PADDING, y, chip.width() - 2 * _CHIP_PADDING, height)
            text = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            y += height + _LINE_GAP

    def _chip(self, shown: Shown) -> QRectF:
        """The frame of the words: under the card in hand, or else beside the edge that is pulled."""
        if not shown.lines:
            return QRectF()
        width, height = 0.0, 2 * _CHIP_PADDING - 4 - _LINE_GAP
        for number, line in enumerate(shown.lines):
            metrics = self._metrics("small" if number else "strong")
            width = max(width, metrics.horizontalAdvance(line) + 1)
            height += metrics.height() + _LINE_GAP
        width = min(width + 2 * _CHIP_PADDING, self.width() - 8.0)
        if shown.ghost is not None:
            below = QRectF(shown.ghost, self._card.deviceIndependentSize())
        else:
            below = shown.place or shown.source
        x = min(max(below.center().x() - width / 2, 4.0), self.width() - width - 4.0)
        y = below.bottom() + _CHIP_GAP
        if y + height > self.height() - 4:
            y = max(below.top() - _CHIP_GAP - height, 4.0)
        return QRectF(x, y, width, height)

    def _metrics(self, role: str) -> QFontMetricsF:
        return QFontMetricsF(role_font(self.font(), role))

    def _extent(self, shown: Shown) -> QRect:
        """Everything that is painted, with the shadow around it."""
        whole = shown.source.adjusted(-2, -2, 2, 2).united(self._chip(shown))
        if shown.place is not None:
            whole = whole.united(shown.place)
        if shown.ghost is not None:
            card = QRectF(shown.ghost, self._card.deviceIndependentSize())
            whole = whole.united(card.adjusted(-2 * _LIFT, -2 * _LIFT, 2 * _LIFT, 2 * _LIFT))
        return whole.toAlignedRect().adjusted(-2, -2, 2, 2)
