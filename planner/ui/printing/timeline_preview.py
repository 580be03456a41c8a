"""The timeline as it will be printed: paper, which way, how many pages wide, which rows and days."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from planner.domain.plan import Paper
from planner.exchange.typed_values import MOST_PAGES_WIDE
from planner.ui.editor import Editor
from planner.ui.folders import begin_in
from planner.ui.printing.page_preview import PagePreview
from planner.ui.printing.timeline_files import (
    PageSetup,
    picture_of,
    timeline_pages,
    timeline_pdf,
    timeline_png,
    timeline_svg,
)
from planner.ui.save_dialog import ask_where
from planner.ui.timeline.columns import Column
from planner.ui.timeline.options import ViewOptions
from planner.ui.timeline.rows import Rows

if TYPE_CHECKING:
    from planner.domain.forecast.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Shown:
    """What the window shows: its rows and columns, options, first and last day in view, and its forecast."""

    rows: Rows
    columns: tuple[Column, ...]
    options: ViewOptions
    days: tuple[date, date]
    forecast: "Forecast | None" = None


def preview_timeline(editor: Editor, shown: Shown, window: QWidget | None) -> "TimelinePreview":
    """Open the preview of the timeline over a window."""
    preview = TimelinePreview(editor, shown, window)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.open()
    return preview


class TimelinePreview(PagePreview):
    """The pages of the timeline."""

    def __init__(self, editor: Editor, shown: Shown, parent: QWidget | None = None) -> None:
        self._shown = shown
        super().__init__(editor, parent)
        self.setWindowTitle(self.tr("Print the timeline"))

    @property
    def paper(self) -> Paper:
        return Paper(self._paper.currentData())

    @property
    def landscape(self) -> bool:
        return bool(self._way.currentData())

    @property
    def pages(self) -> int:
        return len(self._made.sheets)

    @property
    def document_name(self) -> str:
        return self.tr("{title} · Timeline").format(title=self._editor.plan.facts.title)

    @property
    def file_name(self) -> str:
        return f"{self._editor.document.path.stem} timeline.pdf"

    def choices(self) -> list[tuple[str, QWidget]]:
        self._paper = _choice(self.tr("Paper"), *((each.value, each.value) for each in Paper))
        self._paper.setCurrentIndex(self._paper.findData(self._editor.plan.facts.paper.value))
        self._way = _choice(self.tr("Which way"), (self.tr("Landscape"), True), (self.tr("Portrait"), False))
        self._wide = QSpinBox()
        self._wide.setAccessibleName(self.tr("Pages wide"))
        self._wide.setRange(1, MOST_PAGES_WIDE)
        self._wide.setMinimumWidth(72)
        self._wide.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._days = _choice(self.tr("Days"), (self.tr("Whole path"), False), (self.tr("Days in view"), True))
        self._rows = _choice(self.tr("Rows"), (self.tr("All rows"), False), (self.tr("Rows shown"), True))
        for field in (self._paper, self._way, self._days, self._rows):
            field.currentIndexChanged.connect(self.refresh)
        self._wide.valueChanged.connect(self.refresh)
        return [
            (self.tr("&Paper"), self._paper),
            ("", self._way),
            (self.tr("Pages &wide"), self._wide),
            ("", self._days),
            ("", self._rows),
        ]

    def extra_buttons(self) -> list[QPushButton]:
        button = QPushButton(self.tr("Save as picture…"))
        button.clicked.connect(self._on_picture)
        return [button]

    def make_pages(self) -> None:
        self._picture = picture_of(
            self._editor.plan,
            self._editor.schedule,
            today=self._editor.today,
            options=self._shown.options,
            rows=self._shown.rows if self._rows.currentData() else None,
            columns=self._shown.columns,
            forecast=self._shown.forecast,
        )
        setup = PageSetup(paper=self.paper, landscape=self.landscape, pages_wide=self._wide.value())
        days = self._shown.days if self._days.currentData() else None
        self._made = timeline_pages(self._picture, setup, days)

    def paint_page(self, painter: QPainter, number: int) -> None:
        self._made.paint(painter, number)

    def pdf(self) -> bytes:
        return timeline_pdf(self._made)

    def save_picture(self, path: Path) -> bool:
        """Write the rows chosen over the whole path as one picture: SVG where the name says so, else PNG."""
        make = timeline_svg if path.suffix.lower() == ".svg" else timeline_png
        return self.write(path, lambda: make(self._picture))

    def _on_picture(self) -> None:
        offered = begin_in(self) / self.file_name.replace(".pdf", ".png")
        kinds = {self.tr("Picture (*.png)"): ".png", self.tr("Vector picture (*.svg)"): ".svg"}
        path = ask_where(self, self.tr("Save as picture"), offered, kinds)
        if path is not None:
            self.save_picture(path)


def _choice(name: str, *entries: tuple[str, bool | str]) -> QComboBox:
    """A field to choose one of a few ways."""
    field = QComboBox()
    field.setAccessibleName(name)
    for text, value in entries:
        field.addItem(text, value)
    return field
