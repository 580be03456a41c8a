"""Paints the history: a day's heading in small letters, a row as its time and what was done."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from planner.ui.fields.painted_list import PaintedDelegate, draw_marked
from planner.ui.revisions.model import Entry, Index, RevisionModel
from planner.ui.theme import role_font

PADDING = 12.0
AT_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
AT_FOOT = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class RevisionDelegate(PaintedDelegate):
    """One line an entry, all of one height, so that a list of any length is laid out at once."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(280, round(QFontMetricsF(option.font).height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RevisionModel)
        entry = model.entry(index)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(3, 1, -3, -1)
        if entry.revision is None:
            inner = room.adjusted(PADDING, 0, -PADDING, -4)
            painter.setFont(role_font(option.font, "section"))
            painter.setPen(self._look.theme.colour("text_muted"))
            painter.drawText(inner, AT_FOOT, entry.heading)
        else:
            self.paint_back(painter, room, option)
            self._paint_row(painter, room.adjusted(PADDING, 0, -PADDING, 0), option, model, entry)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole sentence where the row has no room for it."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = str(index.data() or "")
        wide = option.rect.width() - 2 * PADDING - _time_width(option) - 6
        if not text or QFontMetricsF(option.font).horizontalAdvance(text) <= wide:
            QToolTip.hideText()
            return True
        shown = text.replace("&", "&amp;").replace("<", "&lt;")
        QToolTip.showText(event.globalPos(), f"<p>{shown}</p>", view)
        return True

    def _paint_row(
        self,
        painter: QPainter,
        room: QRectF,
        option: QStyleOptionViewItem,
        model: RevisionModel,
        entry: Entry,
    ) -> None:
        assert entry.revision is not None
        theme = self._look.theme
        small = role_font(option.font, "small")
        painter.setFont(small)
        painter.setPen(theme.colour("text_muted"))
        time = model.time(entry.revision)
        painter.drawText(room, AT_LEFT, time)
        if time:
            room.setLeft(room.left() + _time_width(option))
        metrics = QFontMetricsF(option.font)
        text = metrics.elidedText(model.words(entry.revision), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme.colour("text"))
        at = QPointF(room.left(), room.center().y() - metrics.height() / 2)
        draw_marked(painter, at, room.width() + 1, text, model.typed, option.font, theme)


def _time_width(option: QStyleOptionViewItem) -> float:
    return QFontMetricsF(role_font(option.font, "small")).horizontalAdvance("00:00") + 12
