"""The sheet as it will be printed, with what there is to choose: paper, number of weeks, printer or PDF."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSpinBox, QWidget

from planner.domain.week import WeekPlan, week_plan
from planner.ui.editor import Editor
from planner.ui.printing.pdf import week_pdf
from planner.ui.printing.sheet_preview import SheetPreview
from planner.ui.printing.week_layout import SheetFacts
from planner.ui.printing.week_painting import paint_week
from planner.ui.settings import Settings

MOST_WEEKS = 104


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
        self._weeks: list[WeekPlan] = []
        super().__init__(editor, settings, parent)
        self.setWindowTitle(self.tr("Print the week"))

    @property
    def pages(self) -> int:
        return len(self._weeks)

    @property
    def document_name(self) -> str:
        return f"{self._editor.plan.facts.title} · {self._weeks[0].title}"

    @property
    def file_name(self) -> str:
        return f"{self._editor.document.path.stem} week {self._weeks[0].first_day.isoformat()}.pdf"

    def choices(self) -> list[tuple[str, QWidget]]:
        self._count = QSpinBox()
        self._count.setAccessibleName(self.tr("Number of weeks"))
        self._count.setRange(1, MOST_WEEKS)
        self._count.setMinimumWidth(96)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.valueChanged.connect(self.refresh)
        return [(self.tr("&Weeks"), self._count)]

    def make_pages(self) -> None:
        editor = self._editor
        self._weeks = [
            week_plan(
                editor.plan, editor.schedule, self._first_day + timedelta(days=7 * number), editor.today
            )
            for number in range(self._count.value())
        ]

    def paint_page(self, painter: QPainter, number: int) -> None:
        facts = SheetFacts(
            printed=self._editor.today,
            revision=self._editor.document.revision,
            page=number + 1,
            pages=self.pages,
        )
        paint_week(painter, self._weeks[number], facts, self.paper)

    def pdf(self) -> bytes:
        return week_pdf(
            self._weeks,
            title=self._editor.plan.facts.title,
            printed=self._editor.today,
            revision=self._editor.document.revision,
            paper=self.paper,
        )
