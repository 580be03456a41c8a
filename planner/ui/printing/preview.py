"""The sheet as it will be printed, with what there is to choose: paper, number of weeks, printer or PDF."""

from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import MilepostError
from planner.domain.plan import Paper
from planner.domain.week import WeekPlan, week_plan
from planner.files import replace_file
from planner.paths import default_plan_folder
from planner.ui.editor import Editor
from planner.ui.printing.pdf import PAGE_SIZES, week_pdf
from planner.ui.printing.week_layout import SheetFacts
from planner.ui.printing.week_painting import UNITS_A_POINT, paint_week
from planner.ui.screen import resize_within_screen

MOST_WEEKS = 104


def preview_weeks(editor: Editor, first_day: date, window: QWidget | None) -> "WeekPreview":
    """Open the preview of the week that holds `first_day` over a window."""
    preview = WeekPreview(editor, first_day, window)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.open()
    return preview


class WeekPreview(QDialog):
    """Shows the pages as the printer or the PDF will have them. Nothing here changes the plan."""

    def __init__(self, editor: Editor, first_day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._first_day = first_day
        self._weeks: list[WeekPlan] = []
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._build()
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def paper(self) -> Paper:
        """The paper chosen here."""
        return Paper(self._paper.currentData())

    def choose_paper(self, paper: Paper) -> None:
        """Show the pages on another paper."""
        self._paper.setCurrentIndex(self._paper.findData(paper.value))

    def pdf(self) -> bytes:
        """The pages shown, as a PDF."""
        return week_pdf(
            self._weeks,
            title=self._editor.plan.facts.title,
            printed=self._editor.today,
            revision=self._editor.document.revision,
            paper=self.paper,
        )

    def save_pdf(self, path: Path) -> bool:
        """Write the pages shown as a PDF and say how it went."""
        try:
            replace_file(path, self.pdf())
        except MilepostError as error:
            self._say(str(error), failed=True)
            return False
        self._say(self.tr("Written: {path}").format(path=path))
        return True

    @cached_property
    def has_printer(self) -> bool:
        """Whether this computer knows any printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Print the week"))
        resize_within_screen(self, 820, 900)
        self._paper = QComboBox()
        self._paper.setAccessibleName(self.tr("Paper"))
        for paper in Paper:
            self._paper.addItem(paper.value, paper.value)
        self.choose_paper(self._editor.plan.facts.paper)
        self._count = QSpinBox()
        self._count.setAccessibleName(self.tr("Number of weeks"))
        self._count.setRange(1, MOST_WEEKS)
        self._count.setMinimumWidth(96)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view = QPrintPreviewWidget(self._printer)
        self._view.setAccessibleName(self.tr("The pages as they will be printed"))
        self._view.setViewMode(QPrintPreviewWidget.ViewMode.SinglePageView)
        self._earlier = QPushButton(self.tr("Page before"))
        self._later = QPushButton(self.tr("Page after"))
        self._page = QLabel()
        self._page.setProperty("role", "muted")
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._close = QPushButton(self.tr("Close"))
        self._save = QPushButton(self.tr("Save as PDF…"))
        self._print = QPushButton(self.tr("Print…"))
        (self._print if self.has_printer else self._save).setDefault(True)
        if not self.has_printer:
            self._print.setEnabled(False)
            self._say(self.tr("No printer is set up on this computer. Save a PDF and print it elsewhere."))

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(10)
        for text, field in ((self.tr("&Paper"), self._paper), (self.tr("&Weeks"), self._count)):
            label = QLabel(text)
            label.setBuddy(field)
            choices.addWidget(label)
            choices.addWidget(field)
            choices.addSpacing(8)
        choices.addStretch()
        choices.addWidget(self._page)
        choices.addWidget(self._earlier)
        choices.addWidget(self._later)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._note, 1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._save)
        buttons.addWidget(self._print)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(12)
        whole.addLayout(choices)
        whole.addWidget(self._view, 1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self._paper.currentIndexChanged.connect(self._refresh)
        self._count.valueChanged.connect(self._refresh)
        self._view.paintRequested.connect(self._paint)
        self._view.previewChanged.connect(self._show_place)
        self._earlier.clicked.connect(lambda: self._view.setCurrentPage(self._view.currentPage() - 1))
        self._later.clicked.connect(lambda: self._view.setCurrentPage(self._view.currentPage() + 1))
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)

    def _refresh(self) -> None:
        editor = self._editor
        self._weeks = [
            week_plan(
                editor.plan, editor.schedule, self._first_day + timedelta(days=7 * number), editor.today
            )
            for number in range(self._count.value())
        ]
        self._set_up(self._printer)
        self._view.updatePreview()
        self._view.fitInView()
        self._show_place()

    def _set_up(self, printer: QPrinter) -> None:
        printer.setDocName(f"{self._editor.plan.facts.title} · {self._weeks[0].title}")
        printer.setCreator("Milepost")
        printer.setResolution(72 * UNITS_A_POINT)
        # The sheet keeps its own margins, which are wider than what printers need for themselves.
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(PAGE_SIZES[self.paper]))
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))

    def _paint(self, printer: QPrinter) -> None:
        with QPainter(printer) as painter:
            for page, week in enumerate(self._weeks, 1):
                if page > 1:
                    printer.newPage()
                facts = SheetFacts(
                    printed=self._editor.today,
                    revision=self._editor.document.revision,
                    page=page,
                    pages=len(self._weeks),
                )
                paint_week(painter, week, facts, self.paper)

    def _show_place(self) -> None:
        page, pages = self._view.currentPage(), len(self._weeks)
        self._page.setText(self.tr("{page} of {pages}").format(page=page, pages=pages))
        for widget in (self._page, self._earlier, self._later):
            widget.setVisible(pages > 1)
        self._earlier.setEnabled(page > 1)
        self._later.setEnabled(page < pages)

    def _on_save(self) -> None:
        name = f"{self._editor.document.path.stem} week {self._weeks[0].first_day.isoformat()}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(default_plan_folder() / name), self.tr("PDF (*.pdf)")
        )
        if chosen:
            self.save_pdf(Path(chosen))

    def _on_print(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._paint(self._printer)
            if self._printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
                self._say(self.tr("The printer did not take the pages. Nothing was printed."), failed=True)
            else:
                self.accept()

    def _say(self, text: str, *, failed: bool = False) -> None:
        self._note.setText(text)
        self._note.setProperty("role", "danger" if failed else "muted")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
