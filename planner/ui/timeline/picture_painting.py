"""Paints a sheet of the timeline on any QPainter: title, names, dates, rows and foot. No widgets here.

The chart itself is painted by the painters of the screen: paper and picture show what the window does.
"""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter

from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share, phase_done_share
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text
from planner.ui.theme import Theme, app_font, load_fonts, role_font
from planner.ui.timeline.axis import header
from planner.ui.timeline.header_painting import paint_header
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.options import ViewOptions
from planner.ui.timeline.painting import paint_rows
from planner.ui.timeline.picture import Room, Sheet
from planner.ui.timeline.rows import Row, RowKind, Rows
from planner.ui.timeline.strokes import diamond, fill, set_ink, write
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.timeline.words import translate

FONT_PIXELS = 13
"""The size of the window's own text at 100 %."""

MOST_NAMES = 330.0
INDENT = 16.0
FIRST_INDENT = 4.0
GAP = 12.0
DIAMOND = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What sheets show: a plan as scheduled, its rows, and how they look."""

    plan: Plan
    schedule: Schedule
    rows: Rows
    today: date
    options: ViewOptions
    style: TimelineStyle


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
    columns = _columns(picture)
    style = picture.style
    return Room(
        width=width,
        height=height,
        names=columns.width,
        title=QFontMetricsF(_title_font(style)).height() + 14,
        header=style.header_height,
        foot=style.row_height + 2,
    )


def paint_sheet(
    painter: QPainter, picture: Picture, room: Room, sheet: Sheet, number: int, count: int
) -> None:
    """One sheet, the `number`th (from 1) of `count`, with its top left where the painter stands."""
    style, viewport = picture.style, sheet.viewport
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, room.width, sheet.height), style.colour("surface"))
    _paint_title(painter, picture, room)
    width, body = viewport.scale.width, viewport.height
    left = room.width - width
    upper, lower = QFontMetricsF(style.strong), QFontMetricsF(style.small)
    dates = header(
        viewport.scale, picture.plan.facts.week_start, upper.horizontalAdvance, lower.horizontalAdvance
    )
    layout = lay_out(picture.plan, picture.schedule, picture.rows, viewport, picture.today, picture.options)
    painter.save()
    painter.translate(left, room.title)
    painter.setClipRect(QRectF(0, 0, width, room.header))
    paint_header(painter, dates, layout, style)
    painter.restore()
    painter.save()
    painter.translate(left, room.top)
    painter.setClipRect(QRectF(0, 0, width, body))
    paint_rows(painter, layout, dates, style)
    painter.restore()
    _paint_names(painter, picture, room, sheet, left)
    for y in (room.title, room.top - 1, room.top + body):
        fill(painter, 0, y, room.width, 1, style.colour("divider"))
    fill(painter, left - 1, room.title, 1, room.header + body, style.colour("divider"))
    if count > 1:
        place = translate("page {number} of {count}").format(number=number, count=count)
        set_ink(painter, style.small, style.colour("text_muted"))
        wide = painter.fontMetrics().horizontalAdvance(place)
        write(painter, room.width - wide, sheet.height - room.foot, room.foot, place)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of the names begin and how wide they are."""

    path: float
    finish: float
    done: float

    @property
    def width(self) -> float:
        return self.path + self.finish + self.done


def _columns(picture: Picture) -> _Columns:
    style = picture.style
    strong, plain, small = (QFontMetricsF(each) for each in (style.strong, style.font, style.small_strong))
    widest = max(
        (
            _indent(row)
            + (strong if row.kind is RowKind.PHASE else plain).horizontalAdvance(_title(picture, row))
            for row in picture.rows.rows
        ),
        default=0.0,
    )
    return _Columns(
        path=min(widest, MOST_NAMES) + GAP,
        finish=small.horizontalAdvance("30 May 2028") + GAP,
        done=small.horizontalAdvance("100 %") + GAP,
    )


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
    set_ink(painter, _title_font(style), style.colour("text"))
    _write_elided(painter, 0, room.width - wide - 2 * GAP, 0, high, picture.plan.facts.title)


def _paint_names(painter: QPainter, picture: Picture, room: Room, sheet: Sheet, left: float) -> None:
    """The rows' names, finishes and what is done of them, beside the chart."""
    style, columns = picture.style, _columns(picture)
    path = left - columns.finish - columns.done
    fill(painter, 0, room.title, left, room.header, style.colour("header"))
    set_ink(painter, style.small, style.colour("text_muted"))
    for x, text in (
        (FIRST_INDENT, translate("Path")),
        (path, translate("Finish")),
        (path + columns.finish, translate("Done")),
    ):
        write(painter, x, room.title, room.header, text)
    for number in range(sheet.first_row, sheet.end_row):
        row = picture.rows.rows[number]
        high = sheet.viewport.row_height
        y = room.top + (number - sheet.first_row) * high
        strong = row.kind is RowKind.PHASE
        if row.kind is RowKind.MILESTONE:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.phase(row.colour).solid)
            painter.drawPolygon(diamond(_indent(row) - 10, y + high / 2, DIAMOND))
        set_ink(painter, style.strong if strong else style.font, style.colour("text"))
        _write_elided(painter, _indent(row), path - GAP / 2, y, high, _title(picture, row))
        weight = row.kind is RowKind.MILESTONE
        set_ink(painter, style.small_strong if weight else style.small, style.colour("text"))
        write(painter, path, y, high, _finish(picture, row))
        set_ink(painter, style.small, style.colour("text_muted"))
        write(painter, path + columns.finish, y, high, _done(picture, row))
        fill(painter, 0, y + high - 1, left, 1, style.colour("grid"))


def _write_elided(painter: QPainter, left: float, right: float, top: float, height: float, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    write(painter, left, top, height, metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left))


def _indent(row: Row) -> float:
    """Where a row's name begins; a milestone's after its diamond."""
    return FIRST_INDENT + row.depth * INDENT + (INDENT if row.kind is RowKind.MILESTONE else 0.0)


def _title(picture: Picture, row: Row) -> str:
    if row.kind is RowKind.PHASE:
        return picture.plan.phase(row.phase).title
    return picture.plan.node(ActivityId(row.id)).title


def _finish(picture: Picture, row: Row) -> str:
    if row.kind is RowKind.PHASE:
        span = picture.schedule.phase_span(row.phase)
        return "" if span is None else day_text(span[1])
    if row.kind is RowKind.MILESTONE:
        return day_text(picture.schedule.shown_day(MilestoneId(row.id)))
    return day_text(picture.schedule.finish_day(ActivityId(row.id)))


def _done(picture: Picture, row: Row) -> str:
    if row.kind is RowKind.MILESTONE:
        count = checklist_count(picture.plan, MilestoneId(row.id))
        return f"{count.done} / {count.total}" if count.total else ""
    if row.kind is RowKind.PHASE:
        return _percent(phase_done_share(picture.plan, row.phase))
    return _percent(done_share(picture.plan, picture.plan.activities[ActivityId(row.id)]))


def _plain_figures(font: QFont) -> QFont:
    plain = QFont(font)
    plain.setFeature(QFont.Tag("tnum"), 0)
    return plain


def _title_font(style: TimelineStyle) -> QFont:
    return role_font(style.font, "title")


def _percent(share: float) -> str:
    return translate("{share} %").format(share=round(share * 100))
