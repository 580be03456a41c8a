"""From a layout to any QPainter: screen, picture, PDF and printer share these functions. No widgets here.

The caller moves the painter to the top left of the chart's body (`paint_rows` and what lies over it) or of
the header (`paint_header`), and clips where it must.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPolygonF

from planner.domain.wording import range_text, span_text
from planner.ui.timeline.axis import Header, without_covered
from planner.ui.timeline.layout import (
    SUMMARY_DROP,
    SUMMARY_HEIGHT,
    TAIL_HEIGHT,
    BarMark,
    BufferMark,
    DiamondMark,
    Layout,
    Mark,
    SummaryMark,
    WindowMark,
    box,
)
from planner.ui.timeline.links import LinkMark
from planner.ui.timeline.places import BAR_HEIGHT, DIAMOND_RADIUS
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.words import translate

BAR_RADIUS = 3.5
ARROW = 4.0


def paint_rows(
    painter: QPainter, layout: Layout, header: Header, style: TimelineStyle, selected: str | None = None
) -> None:
    """The body: shaded window, rows, grid, dependencies, bars and diamonds; the selected row stands out."""
    _paint_backdrop(painter, layout, header, style, selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_links(painter, layout, style, selected)
    for mark in layout.marks:
        paint_mark(painter, mark, style)
    _fill(painter, layout.today_x - 0.5, 0, 1.5, layout.viewport.height, style.colour("today"))


def paint_mark(painter: QPainter, mark: Mark, style: TimelineStyle) -> None:
    """One summary bar, bar or diamond."""
    if isinstance(mark, BarMark):
        _paint_bar(painter, mark, style)
    elif isinstance(mark, DiamondMark):
        _paint_diamond(painter, mark, style)
    else:
        _paint_summary(painter, mark, style)


def paint_ghosts(painter: QPainter, ghosts: tuple[Mark, ...], style: TimelineStyle) -> None:
    """Where things stood before a drag, as dashed outlines."""
    painter.setPen(style.ghost)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in ghosts:
        if isinstance(mark, DiamondMark):
            painter.drawPolygon(_diamond(mark.x, mark.y, DIAMOND_RADIUS - 1))
            continue
        left, top, right, bottom = box(mark)
        painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), BAR_RADIUS, BAR_RADIUS)


def paint_guide(painter: QPainter, x: float, layout: Layout, style: TimelineStyle) -> None:
    """A dashed line the height of the body, up to the date header."""
    painter.setPen(style.guide)
    painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, layout.viewport.height))


def paint_header(
    painter: QPainter,
    header: Header,
    layout: Layout,
    style: TimelineStyle,
    guides: tuple[tuple[float, str], ...] = (),
) -> None:
    """Two lines of dates with flags: at a drag's guides (x and text), for today and for the finish.

    A flag takes the place of the labels under it, and the first of two that would overlap stands.
    """
    width, height = layout.viewport.scale.width, float(style.header_height)
    half = height / 2
    painter.fillRect(QRectF(0, 0, width, height), style.colour("header"))
    for x in header.strong_lines:
        _fill(painter, x, 0, 1, height, style.colour("grid_strong"))
    for x in header.weak_lines:
        _fill(painter, x, half, 1, half, style.colour("grid"))
    _fill(painter, 0, half - 1, width, 1, style.colour("grid"))
    _fill(painter, 0, height - 1, width, 1, style.colour("divider"))
    _set(painter, style.strong, style.colour("text"))
    for label in header.upper:
        _text(painter, label.x, 0, half, label.text)
    metrics = QFontMetricsF(style.small)
    lower, taken = header.lower, list[QRectF]()
    flags = [(x, text, "accent", "accent_text") for x, text in guides]
    flags.append((layout.today_x, translate("Today"), "today", "today_text"))
    if layout.finish_x is not None:
        flags.append((layout.finish_x, translate("Finish"), "text_muted", "surface"))
    for x, text, fill, ink in flags:
        flag = _flag(style, x, half, text)
        flag.moveLeft(max(min(flag.left(), width - flag.width()), 0.0))
        if not 0 <= x <= width or any(flag.intersects(each) for each in taken):
            continue
        taken.append(flag)
        lower = without_covered(lower, metrics.horizontalAdvance, flag.left(), flag.right())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour(fill))
        painter.drawRoundedRect(flag, 3, 3)
        _set(painter, style.small_strong, style.colour(ink))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)
    _set(painter, style.small, style.colour("text_muted"))
    for label in lower:
        _text(painter, label.x, half, half, label.text)


def paint_card(
    painter: QPainter, lines: tuple[tuple[str, str], ...], at: QPointF, room: QRectF, style: TimelineStyle
) -> None:
    """A card of lines, each with the role of its colour, near a point inside the room; the first is bold."""
    fonts = [style.strong, *[style.font] * (len(lines) - 1)]
    metrics = [QFontMetricsF(font) for font in fonts]
    line = max(each.height() for each in metrics) + 3
    wide = max(each.horizontalAdvance(text) for each, (text, _) in zip(metrics, lines, strict=True))
    card = QRectF(0, 0, wide + 26, line * len(lines) + 15)
    # What follows stands below and to the right, so the card goes where a plan is emptiest: below left, else
    # above right.
    below = at.y() + card.height() + 24 <= room.bottom()
    to_left = below and at.x() - card.width() - 16 >= room.left()
    if not below and at.x() + card.width() + 16 > room.right():
        to_left = True
    left = at.x() - card.width() - 16 if to_left else at.x() + 16
    top = at.y() + 20 if below else at.y() - card.height() - 18
    left = min(max(left, room.left() + 4), room.right() - card.width() - 4)
    card.moveTo(left, max(top, room.top() + 4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("tooltip"))
    painter.drawRoundedRect(card, 7, 7)
    for number, (text, role) in enumerate(lines):
        _set(painter, fonts[number], style.colour(role))
        _text(painter, card.left() + 13, card.top() + 7 + number * line, line, text)


def _paint_backdrop(
    painter: QPainter, layout: Layout, header: Header, style: TimelineStyle, selected: str | None
) -> None:
    viewport = layout.viewport
    width, height, row_height = viewport.scale.width, viewport.height, viewport.row_height
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(0, 0, width, height), style.colour("surface"))
    if layout.window is not None:
        window = QRectF(layout.window.x0, 0, layout.window.x1 - layout.window.x0, height)
        painter.fillRect(window.intersected(QRectF(0, 0, width, height)), style.colour("window_shade"))
    chosen = layout.mark_of(selected) if selected is not None else None
    if chosen is not None:
        _fill(painter, 0, chosen.y - row_height / 2, width, row_height, style.colour("accent_soft"))
    for row in range(layout.first_row, layout.last_row + 1):
        _fill(painter, 0, viewport.middle_of(row) + row_height / 2 - 1, width, 1, style.colour("grid"))
    for x in header.weak_lines:
        _fill(painter, x, 0, 1, height, style.colour("grid"))
    for x in header.strong_lines:
        _fill(painter, x, 0, 1, height, style.colour("grid_strong"))
    if layout.finish_x is not None:
        painter.setPen(style.ghost)
        painter.drawLine(QLineF(round(layout.finish_x), 0, round(layout.finish_x), height))
    if layout.window is not None:
        _paint_window(painter, layout.window, layout.finish_x, width, row_height, style)
    if layout.buffer is not None:
        _paint_buffer(painter, layout.buffer, width, row_height, style)


def _paint_window(
    painter: QPainter,
    window: WindowMark,
    finish_x: float | None,
    width: float,
    row_height: float,
    style: TimelineStyle,
) -> None:
    """The window's label, with a ground of its own where the line of the finish would run through it."""
    _set(painter, style.small_strong, style.colour("window_text"))
    left, right = max(window.x0, 0.0), min(window.x1, width)
    for form in (translate("{range} months"), translate("{range} mo")):
        text = form.format(range=range_text(window.months.low, window.months.high))
        wide = painter.fontMetrics().horizontalAdvance(text)
        if wide + 8 > right - left:
            continue
        x = (left + right - wide) / 2
        if finish_x is not None and x - 4 < finish_x < x + wide + 4:
            painter.fillRect(QRectF(x - 4, 4, wide + 8, row_height - 8), style.colour("window_shade"))
        _text(painter, x, 0, row_height, text)
        return


def _paint_buffer(
    painter: QPainter, buffer: BufferMark, width: float, row_height: float, style: TimelineStyle
) -> None:
    """A bracket under the window's label: time that is free, or by how much the path runs past the window."""
    if buffer.days == 0 or buffer.x1 < 0 or buffer.x0 > width:
        return
    form = translate("{span} buffer") if buffer.days > 0 else translate("{span} past it")
    y = round(row_height * 1.5) + 0.5
    painter.setPen(style.buffer)
    for line in ((buffer.x0, y, buffer.x1, y), (buffer.x0, y - 4, buffer.x0, y + 4)):
        painter.drawLine(QLineF(*line))
    painter.drawLine(QLineF(buffer.x1, y - 4, buffer.x1, y + 4))
    _set(painter, style.small, style.colour("window_text"))
    text = form.format(span=span_text(buffer.days))
    wide = painter.fontMetrics().horizontalAdvance(text)
    left, right = max(buffer.x0, 0.0), min(buffer.x1, width)
    if wide + 8 <= right - left:
        _text(painter, (left + right - wide) / 2, y, row_height * 0.85, text)
    elif buffer.x0 - wide - 6 >= 0:
        _text(painter, buffer.x0 - wide - 6, y - row_height / 2, row_height, text)


def _paint_links(painter: QPainter, layout: Layout, style: TimelineStyle, selected: str | None) -> None:
    """All dependencies as one path, those of the selected item over them in the accent."""
    mine = [each for each in layout.links if selected in (each.before, each.after)]
    others = [each for each in layout.links if selected not in (each.before, each.after)]
    for links, pen in ((others, style.link), (mine, style.link_strong)):
        if not links:
            continue
        lines, heads = QPainterPath(), QPainterPath()
        for each in links:
            _trace(lines, heads, each)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(lines)
        painter.fillPath(heads, pen.color())


def _trace(lines: QPainterPath, heads: QPainterPath, link: LinkMark) -> None:
    points = [QPointF(round(x) + 0.5, round(y) + 0.5) for x, y in link.points]
    before, tip = points[-2], points[-1]
    dx, dy = tip.x() - before.x(), tip.y() - before.y()
    length = max(abs(dx), abs(dy))
    ux, uy = (dx / length, dy / length) if length else (0.0, 1.0)
    base = QPointF(tip.x() - ux * ARROW * 1.3, tip.y() - uy * ARROW * 1.3)
    lines.moveTo(points[0])
    for point in points[1:-1]:
        lines.lineTo(point)
    lines.lineTo(base)
    heads.moveTo(tip)
    heads.lineTo(base.x() - uy * ARROW * 0.8, base.y() - ux * ARROW * 0.8)
    heads.lineTo(base.x() + uy * ARROW * 0.8, base.y() + ux * ARROW * 0.8)
    heads.closeSubpath()


def _paint_summary(painter: QPainter, mark: SummaryMark, style: TimelineStyle) -> None:
    colours = style.phase(mark.colour)
    top = mark.y - SUMMARY_HEIGHT / 2 - 1
    foot = top + SUMMARY_HEIGHT
    drop = min(SUMMARY_DROP + 1, (mark.x1 - mark.x0) / 2)
    shape = QPolygonF(
        [
            QPointF(mark.x0, top),
            QPointF(mark.x1, top),
            QPointF(mark.x1, foot + SUMMARY_DROP),
            QPointF(mark.x1 - drop, foot),
            QPointF(mark.x0 + drop, foot),
            QPointF(mark.x0, foot + SUMMARY_DROP),
        ]
    )
    label_x = mark.x1 + 9
    if mark.low_x is not None and mark.high_x is not None:
        y = top + SUMMARY_HEIGHT / 2
        if mark.high_x > mark.x1:
            _fill(painter, mark.x1, y - 0.5, mark.high_x - mark.x1, 1.5, colours.solid)
        for x in (mark.low_x, mark.high_x):
            _fill(painter, x - 0.75, y - 5, 1.5, 11, colours.solid)
        label_x = max(mark.x1, mark.high_x) + 8
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.solid)
    painter.drawPolygon(shape)
    if mark.months is not None:
        text = translate("{range} mo").format(range=range_text(mark.months.low, mark.months.high))
        _set(painter, style.small_strong, colours.text)
        _text(painter, label_x, mark.y - 10, 18, text)


def _paint_bar(painter: QPainter, mark: BarMark, style: TimelineStyle) -> None:
    colours = style.phase(mark.colour)
    top = mark.y - BAR_HEIGHT / 2
    shape = QRectF(mark.x0, top, mark.x1 - mark.x0, BAR_HEIGHT)
    finished = mark.done_x >= mark.x1
    if mark.tail_x > mark.x1 + 1:
        _fill(
            painter,
            mark.x1 - 2,
            mark.y - TAIL_HEIGHT / 2,
            mark.tail_x - mark.x1 + 2,
            TAIL_HEIGHT,
            colours.soft,
        )
        _fill(painter, mark.tail_x - 0.75, mark.y - 6, 1.5, 12, colours.solid)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.solid if finished else colours.soft)
    painter.drawRoundedRect(shape, BAR_RADIUS, BAR_RADIUS)
    if not finished and mark.done_x > mark.x0 + 0.5:
        painter.save()
        painter.setClipRect(
            QRectF(mark.x0, top, mark.done_x - mark.x0, BAR_HEIGHT), Qt.ClipOperation.IntersectClip
        )
        painter.setBrush(colours.solid)
        painter.drawRoundedRect(shape, BAR_RADIUS, BAR_RADIUS)
        painter.restore()
    if mark.separators and shape.width() >= 4 * (len(mark.separators) + 1):
        for x in mark.separators:
            _fill(painter, x - 0.5, top, 1, BAR_HEIGHT, style.colour("surface"))
    if mark.pin_x is not None:
        _paint_pin(painter, mark.pin_x + 1, top - 1, style)


def _paint_diamond(painter: QPainter, mark: DiamondMark, style: TimelineStyle) -> None:
    colours = style.phase(mark.colour)
    if mark.lands_x is not None:
        pen = style.lands_late if mark.late else style.lands
        painter.setPen(pen)
        painter.drawLine(QLineF(mark.x, mark.y, mark.lands_x, mark.y))
        painter.setBrush(style.colour("surface"))
        painter.drawPolygon(_diamond(mark.lands_x, mark.y, DIAMOND_RADIUS - 0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.solid)
    painter.drawPolygon(_diamond(mark.x, mark.y, DIAMOND_RADIUS))
    if mark.reached:
        painter.setPen(style.check)
        painter.drawPolyline(
            QPolygonF([QPointF(mark.x + dx, mark.y + dy) for dx, dy in ((-3, 0.2), (-0.8, 2.4), (3.2, -2.2))])
        )
    if mark.fixed:
        _fill(
            painter,
            mark.x - DIAMOND_RADIUS,
            mark.y + DIAMOND_RADIUS + 1,
            2 * DIAMOND_RADIUS,
            1.5,
            colours.solid,
        )
    if mark.holds and not mark.reached:
        _paint_pin(painter, mark.x, mark.y - DIAMOND_RADIUS + 1, style)


def _paint_pin(painter: QPainter, x: float, foot: float, style: TimelineStyle) -> None:
    """A drawing pin whose point is at x, foot: someone put this here on purpose."""
    ink = style.colour("text")
    _fill(painter, x - 0.5, foot - 3, 1.2, 4, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x, foot - 4.5), 2.6, 2.6)


def _diamond(x: float, y: float, radius: float) -> QPolygonF:
    return QPolygonF(
        [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    )


def _flag(style: TimelineStyle, x: float, half: float, text: str) -> QRectF:
    width = QFontMetricsF(style.small_strong).horizontalAdvance(text) + 14
    return QRectF(x - width / 2, half + 3, width, half - 6)


def _fill(painter: QPainter, x: float, y: float, width: float, height: float, colour: QColor) -> None:
    """A rectangle; where it is a line, on whole pixels of the device, so that all lines are equally thin."""
    if width <= 1 or height <= 1:
        ratio = painter.device().devicePixelRatioF()
        line = max(int(ratio), 1) / ratio
        if width <= 1:
            x, width = round(x * ratio) / ratio, line
        else:
            y, height = round(y * ratio) / ratio, line
    painter.fillRect(QRectF(x, y, width, height), colour)


def _set(painter: QPainter, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)


def _text(painter: QPainter, x: float, top: float, height: float, text: str) -> None:
    metrics = painter.fontMetrics()
    painter.drawText(QPointF(x, top + (height + metrics.ascent() - metrics.descent()) / 2), text)
