"""Paints a sheet of the timeline on any QPainter: title, names, dates, rows and foot. No widgets here.

The chart itself is painted by the painters of the screen: paper and picture show what the window does.
"""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter

from planner.domain.wording import day_text
from planner.ui.theme import Theme, app_font, load_fonts, role_font
from planner.ui.timeline.axis import header
from planner.ui.timeline.header_painting import paint_header
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.legend import LegendEntry, legend_entries
from planner.ui.timeline.legend_painting import legend_height, paint_legend
from planner.ui.timeline.painting import paint_rows
from planner.ui.timeline.picture import Room, Sheet
from planner.ui.timeline.picture_names import Picture, column_widths, paint_names
from planner.ui.timeline.strokes import fill, set_ink, write
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.timeline.words import translate

FONT_PIXELS = 13
"""The size of the window's own text at 100 %."""

GAP = 12.0


def paper_style(theme: Theme) -> TimelineStyle:
    """The look for paper and pictures: sizes in logical pixels whatever the painter's device is.

    Letters that follow a screen's pixels would be wider or narrower on paper. Inter's contextual forms (a
    raised dash between figures) and its figures of one width have no letter to find them by in a PDF.
    """
    if "Inter" not in QFontDatabase.families():
        load_fonts()
    font = app_font()
    font.setPixelSize(FONT_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    style = style_of(theme, font)
    return replace(style, small=_plain_figures(style.small), small_strong=_plain_figures(style.small_strong))


def room_for(picture: Picture, width: float, height: float | None) -> Room:
    """How a sheet of this size is divided; without a height it is as high as the rows."""
    style = picture.style
    legend = legend_height(_legend(picture), _legend_width(style, width), style)
    return Room(
        width=width,
        height=height,
        names=sum(column_widths(picture)),
        title=QFontMetricsF(_title_font(style)).height() + 14,
        header=style.header_height,
        foot=max(legend, QFontMetricsF(style.small).height()) + GAP,
    )


def paint_sheet(
    painter: QPainter, picture: Picture, room: Room, sheet: Sheet, number: int, count: int
) -> None:
    """One sheet, the `number`th (from 1) of `count`, with its top left where the painter stands."""
    style, body = picture.style, sheet.viewport.height
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, room.width, sheet.height), style.colour("surface"))
    _paint_title(painter, picture, room)
    left = room.width - sheet.viewport.scale.width
    _paint_chart(painter, picture, room, sheet, left)
    paint_names(painter, picture, room, sheet, left)
    for y in (room.title, room.top - 1, room.top + body):
        fill(painter, 0, y, room.width, 1, style.colour("divider"))
    fill(painter, left - 1, room.title, 1, room.header + body, style.colour("divider"))
    _paint_foot(painter, picture, room, sheet.height - room.foot, number, count)


def _paint_title(painter: QPainter, picture: Picture, room: Room) -> None:
    style = picture.style
    high = room.title - 8
    printed = translate("{start} to {finish} · as planned on {today}").format(
        start=day_text(picture.plan.facts.start),
        finish=day_text(picture.schedule.finish),
        today=day_text(picture.today),
    )
    set_ink(painter, style.small, style.colour("text_muted"))
    wide = painter.fontMetrics().horizontalAdvance(printed)
    write(painter, room.width - wide, 0, high, printed)
    font = _title_font(style)
    set_ink(painter, font, style.colour("text"))
    title = QFontMetricsF(font).elidedText(
        picture.plan.facts.title, Qt.TextElideMode.ElideRight, room.width - wide - 2 * GAP
    )
    write(painter, 0, 0, high, title)


def _paint_chart(painter: QPainter, picture: Picture, room: Room, sheet: Sheet, left: float) -> None:
    style, viewport = picture.style, sheet.viewport
    width = viewport.scale.width
    upper, lower = QFontMetricsF(style.strong), QFontMetricsF(style.small)
    dates = header(
        viewport.scale, picture.plan.facts.week_start, upper.horizontalAdvance, lower.horizontalAdvance
    )
    layout = lay_out(
        picture.plan,
        picture.schedule,
        picture.rows,
        viewport,
        picture.today,
        picture.options,
        forecast=picture.forecast,
    )
    if sheet.first_row and layout.window is not None:
        # Named once, on the first page down: further down the words would stand on other rows.
        layout = replace(layout, window=replace(layout.window, named=False), buffer=None)
    painter.save()
    painter.translate(left, room.title)
    painter.setClipRect(QRectF(0, 0, width, room.header))
    paint_header(painter, dates, layout, style)
    painter.restore()
    painter.save()
    painter.translate(left, room.top)
    painter.setClipRect(QRectF(0, 0, width, viewport.height))
    paint_rows(painter, layout, dates, style)
    painter.restore()


def _paint_foot(painter: QPainter, picture: Picture, room: Room, top: float, number: int, count: int) -> None:
    """What the colours and lines mean, and which page this is of how many."""
    style = picture.style
    painter.save()
    painter.translate(0, top + GAP / 2)
    paint_legend(painter, _legend(picture), _legend_width(style, room.width), style)
    painter.restore()
    if count > 1:
        place = _place_text(number, count)
        set_ink(painter, style.small, style.colour("text_muted"))
        wide = painter.fontMetrics().horizontalAdvance(place)
        write(painter, room.width - wide, top + GAP / 2, QFontMetricsF(style.small).height() + 5, place)


def _legend(picture: Picture) -> tuple[LegendEntry, ...]:
    shown = replace(picture.options, forecast=picture.options.forecast and picture.forecast is not None)
    return legend_entries(picture.plan, shown, on_paper=True)


def _legend_width(style: TimelineStyle, width: float) -> float:
    """What the page's number leaves of the width."""
    return width - QFontMetricsF(style.small).horizontalAdvance(_place_text(100, 100)) - 2 * GAP


def _place_text(number: int, count: int) -> str:
    return translate("page {number} of {count}").format(number=number, count=count)


def _plain_figures(font: QFont) -> QFont:
    plain = QFont(font)
    plain.setFeature(QFont.Tag("tnum"), 0)
    return plain


def _title_font(style: TimelineStyle) -> QFont:
    return role_font(style.font, "title")
