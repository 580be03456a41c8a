"""The week's sheet as it will be printed: which weeks, on which paper, to a printer or a PDF."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.weeks_outside import outside_text
from planner.ui.editor import Editor
from planner.ui.printing.pdf import WeekPages, weeks_from
from planner.ui.printing.printed_sheets import remember_printed
from planner.ui.printing.sheet_preview import SheetPreview
from planner.ui.printing.week_range import WeekRange
from planner.ui.settings import Settings


def preview_weeks(
    editor: Editor, settings: Settings, first_day: date, window: QWidget | None
) -> "WeekPreview":
    """Open the preview of the week that holds `first_day` over a window."""
    preview = WeekPreview(editor, settings, first_day, window)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.open()
    return preview


class WeekPreview(SheetPreview):
    """The sheets of one week or several."""

    def __init__(
        self, editor: Editor, settings: Settings, first_day: date, parent: QWidget | None = None
    ) -> None:
        self._first_day = first_day
        super().__init__(editor, settings, parent)
        self.setWindowTitle(self.tr("Print the week"))

    @property
    def pages(self) -> int:
        return self._made.pages

    @property
    def document_name(self) -> str:
        return self._made.title

    @property
    def file_name(self) -> str:
        stem, chosen = self._editor.document.path.stem, self._range
        first = chosen.first_day.isoformat()
        if chosen.weeks == 1:
            return f"{stem} week {first}.pdf"
        last = chosen.first_day + timedelta(days=7 * (chosen.weeks - 1))
        return f"{stem} weeks {first} to {last.isoformat()}.pdf"

    def choices(self) -> list[tuple[str, QWidget]]:
        self._range = WeekRange(self._editor.plan, self._editor.today, self._first_day, self)
        self._range.changed.connect(self.refresh)
        self._range.readable.connect(self.let_out)
        return [("", self._range)]

    def setup_row(self) -> QWidget:
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._range.meaning)
        column.addWidget(super().setup_row())
        return rows

    def remark(self) -> str:
        editor, chosen = self._editor, self._range
        outside = outside_text(editor.plan, editor.schedule, chosen.first_day, chosen.weeks)
        return " ".join(each for each in (outside, self._made.missing()) if each)

    def make_pages(self) -> None:
        editor, chosen = self._editor, self._range
        weeks = weeks_from(editor.plan, editor.schedule, chosen.first_day, chosen.weeks, editor.today)
        self._made = WeekPages(
            editor.plan, weeks, self.setup, printed=editor.today, revision=editor.document.revision
        )

    def paint_page(self, painter: QPainter, number: int) -> None:
        self._made.paint(painter, number)

    def pdf(self) -> bytes:
        return self._made.pdf()

    def printed(self) -> None:
        """Remember the sheets, so that their minutes can be typed back."""
        editor, chosen = self._editor, self._range
        days = [chosen.first_day + timedelta(days=7 * number) for number in range(chosen.weeks)]
        remember_printed(self._settings, editor.plan.facts.id, days, editor.document.revision, editor.today)
