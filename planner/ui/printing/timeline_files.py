"""The timeline as PDF, PNG and SVG. No widgets, so that the command line makes them too."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtSvg import QSvgGenerator

from planner.domain.errors import MilepostError
from planner.domain.plan import Paper, Plan
from planner.domain.schedule import Schedule
from planner.exchange.typed_values import PICTURE_WIDTH
from planner.ui.printing.pdf_document import page_layout, pdf_of, ready_application
from planner.ui.printing.svg_text import with_measured_texts
from planner.ui.theme import built_in_theme
from planner.ui.timeline.columns import Column
from planner.ui.timeline.layout import whole_path
from planner.ui.timeline.options import ColourBy, ViewOptions
from planner.ui.timeline.picture import Room, Sheet, sheets_of
from planner.ui.timeline.picture_names import Picture
from planner.ui.timeline.picture_painting import paint_sheet, paper_style, room_for
from planner.ui.timeline.rows import Rows, rows_of

if TYPE_CHECKING:  # loaded where a forecast is wanted
    from planner.domain.forecast.forecast import Forecast

POINTS_A_PIXEL = 0.62
"""How large a logical pixel is on paper: the window's 13-pixel text becomes 8 points."""

PRINTED = (Column.PATH, Column.FINISH, Column.DONE)
"""The columns beside the chart unless others are chosen."""

MARGIN_POINTS = 28.0
MARGIN_PIXELS = 16.0

MOST_IMAGE_PIXELS = 32_000
"""What an image file can hold in height with programs still opening it."""

PNG_DENSITY = 2
"""Pixels of a PNG for each logical pixel, so that it stays sharp when enlarged or printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """How the timeline goes on paper: which paper, which way, and over how many pages the dates run."""

    paper: Paper
    landscape: bool = True
    pages_wide: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line asks for: `form` is pdf, png or svg, `width` that of a picture.

    With `baseline` the last one taken stands behind the bars, with `forecast` where milestones may land.
    """

    form: str
    paper: Paper
    landscape: bool
    pages_wide: int
    width: int
    colour_by: str
    critical: bool
    float_bars: bool
    baseline: bool
    forecast: bool = False


def timeline_as(wanted: Wanted, plan: Plan, schedule: Schedule, today: date) -> bytes:
    """All rows of a plan over its whole path, as what is wanted. Needs no display.

    Raises `MilepostError` when a baseline is wanted and there is none.
    """
    baselines = list(plan.baselines)
    if wanted.baseline and not baselines:
        raise MilepostError("This plan has no baseline yet, so there is none to show.")
    options = ViewOptions(
        colour_by=ColourBy(wanted.colour_by),
        critical=wanted.critical,
        float_bars=wanted.float_bars,
        baseline=baselines[-1] if wanted.baseline else None,
        forecast=wanted.forecast,
    )
    foreseen = _forecast(plan, schedule, today) if wanted.forecast else None
    picture = picture_of(plan, schedule, today=today, options=options, forecast=foreseen)
    if wanted.form == "png":
        return timeline_png(picture, wanted.width)
    if wanted.form == "svg":
        return timeline_svg(picture, wanted.width)
    setup = PageSetup(paper=wanted.paper, landscape=wanted.landscape, pages_wide=wanted.pages_wide)
    return timeline_pdf(timeline_pages(picture, setup))


@dataclass(frozen=True, slots=True)
class Pages:
    """The sheets of a picture with the room each has."""

    picture: Picture
    room: Room
    sheets: tuple[Sheet, ...]
    setup: PageSetup

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, over the painter's viewport."""
        size = _points(self.setup)
        viewport = painter.viewport()
        painter.save()
        painter.scale(viewport.width() / size.width(), viewport.height() / size.height())
        painter.translate(MARGIN_POINTS, MARGIN_POINTS)
        painter.scale(POINTS_A_PIXEL, POINTS_A_PIXEL)
        paint_sheet(painter, self.picture, self.room, self.sheets[number], number + 1, len(self.sheets))
        painter.restore()


def picture_of(
    plan: Plan,
    schedule: Schedule,
    *,
    today: date,
    options: ViewOptions,
    rows: Rows | None = None,
    columns: tuple[Column, ...] = PRINTED,
    forecast: "Forecast | None" = None,
) -> Picture:
    """What pages and pictures show; all rows of the plan where no others are given."""
    ready_application()
    return Picture(
        plan=plan,
        schedule=schedule,
        rows=rows_of(plan) if rows is None else rows,
        columns=columns,
        today=today,
        options=options,
        style=paper_style(built_in_theme(dark=False)),
        forecast=forecast,
    )


def timeline_pages(picture: Picture, setup: PageSetup, days: tuple[date, date] | None = None) -> Pages:
    """The pages that show a picture's rows over the days from first to last, else over the whole path."""
    size = _points(setup)
    width, height = ((each - 2 * MARGIN_POINTS) / POINTS_A_PIXEL for each in (size.width(), size.height()))
    room = room_for(picture, width, height)
    return Pages(picture, room, _sheets(picture, room, setup.pages_wide, days), setup)


def timeline_pdf(pages: Pages) -> bytes:
    """The pages as a vector PDF. Raises `MilepostError` when it could not be painted whole."""
    plan = pages.picture.plan
    return pdf_of(
        pages.paint,
        pages=len(pages.sheets),
        paper=pages.setup.paper,
        landscape=pages.setup.landscape,
        title=f"{plan.facts.title} · Timeline",
        subject="Timeline",
    )


def timeline_png(picture: Picture, width: int = PICTURE_WIDTH) -> bytes:
    """One picture of all rows, twice as many pixels wide as its logical width."""
    room, sheet = _one_sheet(picture, width)
    wide, high = (round((each + 2 * MARGIN_PIXELS) * PNG_DENSITY) for each in (room.width, sheet.height))
    if high > MOST_IMAGE_PIXELS:
        raise MilepostError("That many rows are too high for a PNG. Save a PDF or an SVG instead.")
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MilepostError("There is not enough memory for a picture that large.")
    image.setDevicePixelRatio(PNG_DENSITY)
    image.fill(picture.style.colour("surface"))
    with QPainter(image) as painter:
        painter.translate(MARGIN_PIXELS, MARGIN_PIXELS)
        paint_sheet(painter, picture, room, sheet, 1, 1)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload] # the stubs want bytes, Qt wants text
        raise MilepostError("The picture could not be written as PNG.")
    return bytes(buffer.data().data())


def timeline_svg(picture: Picture, width: int = PICTURE_WIDTH) -> bytes:
    """One picture of all rows as vectors."""
    room, sheet = _one_sheet(picture, width)
    size = QSizeF(room.width + 2 * MARGIN_PIXELS, sheet.height + 2 * MARGIN_PIXELS)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(picture.plan.facts.title)
    generator.setDescription("A timeline made with Milepost")
    with QPainter(generator) as painter:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), picture.style.colour("surface"))
        painter.translate(MARGIN_PIXELS, MARGIN_PIXELS)
        paint_sheet(painter, picture, room, sheet, 1, 1)
    return with_measured_texts(bytes(buffer.data().data()))


def _forecast(plan: Plan, schedule: Schedule, today: date) -> "Forecast":
    from planner.domain.forecast.forecast import forecast
    from planner.domain.pace.pace import pace_of

    return forecast(plan, schedule, pace_of(plan, schedule, today), today)


def _one_sheet(picture: Picture, width: int) -> tuple[Room, Sheet]:
    room = room_for(picture, width - 2 * MARGIN_PIXELS, None)
    (sheet,) = _sheets(picture, room, 1, None)
    return room, sheet


def _sheets(
    picture: Picture, room: Room, pages_wide: int, days: tuple[date, date] | None
) -> tuple[Sheet, ...]:
    forecast = picture.forecast if picture.options.forecast else None
    shown = whole_path(picture.plan, picture.schedule, forecast) if days is None else days
    return sheets_of(shown, len(picture.rows), picture.style.row_height, room, pages_wide)


def _points(setup: PageSetup) -> QSizeF:
    return page_layout(setup.paper, landscape=setup.landscape).fullRect(QPageLayout.Unit.Point).size()
