"""Paints one week of the history: when it was, plan against study, and how its words begin."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from planner.domain.week_history import PastWeek, places_of
from planner.ui.fields.painted_list import PaintedDelegate, draw_marked
from planner.ui.history.week_model import Index, WeekModel
from planner.ui.review.plan_bar import paint_plan_bar
from planner.ui.theme import role_font

PADDING = 12.0
GAP = 5.0
BAR_HEIGHT = 6.0
ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
AT_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)


class WeekDelegate(PaintedDelegate):
    """Three lines a week: number, dates and hours; the bar; and what was written or studied."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetricsF(option.font).height()
        small = QFontMetricsF(role_font(option.font, "small")).height()
        return QSize(260, round(line + small + BAR_HEIGHT + 4 * GAP + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, WeekModel)
        week = model.week(index)
        if week is None:
            return
        theme = self._look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(3, 1, -3, -1)
        self.paint_back(painter, room, option)
        inner = room.adjusted(PADDING, GAP + 2, -PADDING, -GAP - 2)
        top = self._paint_head(painter, inner, model, week, option.font)
        bar = QRectF(inner.left(), top + GAP, inner.width(), BAR_HEIGHT)
        paint_plan_bar(painter, bar, week.planned_minutes, week.logged_minutes, model.most_minutes, theme)
        rest = QRectF(inner.left(), bar.bottom() + GAP, inner.width(), inner.bottom() - bar.bottom() - GAP)
        self._paint_words(painter, rest, model, week, role_font(option.font, "small"))
        painter.restore()

    def _paint_head(
        self, painter: QPainter, room: QRectF, model: WeekModel, week: PastWeek, font: QFont
    ) -> float:
        """Number, dates and hours; where the line below begins."""
        theme = self._look.theme
        line = QRectF(room.left(), room.top(), room.width(), QFontMetricsF(font).height())
        strong, small = role_font(font, "strong"), role_font(font, "small")
        amounts = week.amounts
        wide = QFontMetricsF(small).horizontalAdvance(amounts) + 1
        painter.setFont(small)
        painter.setPen(theme.colour("text"))
        painter.drawText(line, AT_RIGHT, amounts)
        heading = model.heading(week)
        painter.setFont(strong)
        painter.drawText(line, ONE_LINE, heading)
        line.setLeft(line.left() + QFontMetricsF(strong).horizontalAdvance(heading) + 8)
        line.setRight(line.right() - wide - 8)
        painter.setFont(small)
        painter.setPen(theme.colour("text_muted"))
        dates = QFontMetricsF(small).elidedText(week.dates, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, ONE_LINE, dates)
        return line.bottom()

    def _paint_words(
        self, painter: QPainter, room: QRectF, model: WeekModel, week: PastWeek, font: QFont
    ) -> None:
        theme, metrics = self._look.theme, QFontMetricsF(font)
        text = metrics.elidedText(shown_text(week, model.typed), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme.colour("text_muted"))
        draw_marked(painter, room.topLeft(), room.width(), text, model.typed, font, theme)


def shown_text(week: PastWeek, typed: str) -> str:
    """The line that is shown of a week: the first text in which something typed is found, else its words."""
    titles = [", ".join(each.title for each in week.studied)] if week.studied else []
    texts = [" ".join(each.split()) for each in (*week.words, *titles, *week.texts[2:])]
    found = (each for each in texts if places_of(typed, each))
    best = next(found, texts[0] if texts else "")
    places = places_of(typed, best)
    if places and places[0][0] > 40:
        return f"… {best[places[0][0] - 20 :]}"
    return best
