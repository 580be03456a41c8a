"""Pages as they will be printed, with a way to paper, to a PDF, and back. Nothing here changes the plan."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import MilepostError
from planner.domain.plan import Paper
from planner.files import replace_file
from planner.ui.editor import Editor
from planner.ui.fields.flow import FlowRow
from planner.ui.fields.text import TextLabel
from planner.ui.folders import begin_in
from planner.ui.printing.pdf_document import UNITS_A_POINT, page_layout
from planner.ui.save_dialog import ask_where
from planner.ui.screen import resize_within_screen


class PagePreview(QDialog):
    """Shows pages as the printer or the PDF will have them.

    Subclasses say what there is to choose (`choices`), how many pages that makes, and paint them.
    """

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._build()
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def paper(self) -> Paper:
        """The paper chosen here."""
        raise NotImplementedError

    @cached_property
    def has_printer(self) -> bool:
        """Whether this computer knows any printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    @property
    def landscape(self) -> bool:
        """Whether the pages lie on their long side."""
        return False

    @property
    def greyscale(self) -> bool:
        """Whether the pages have no colours."""
        return False

    @property
    def pages(self) -> int:
        """How many pages there are."""
        raise NotImplementedError

    @property
    def document_name(self) -> str:
        """What the printer's queue calls it."""
        raise NotImplementedError

    @property
    def file_name(self) -> str:
        """The name offered for a PDF."""
        raise NotImplementedError

    def choices(self) -> list[tuple[str, QWidget]]:
        """What there is to choose, each with its label; made while the dialog is."""
        raise NotImplementedError

    def setup_row(self) -> QWidget | None:
        """A second row to choose in, where there is one; made after `choices`."""
        return None

    def remark(self) -> str:
        """A sentence about the pages shown that one should know before printing them; mostly none."""
        return ""

    def make_pages(self) -> None:
        """Work out what the pages show, by what is chosen now."""
        raise NotImplementedError

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0; it fills the painter's viewport."""
        raise NotImplementedError

    def pdf(self) -> bytes:
        """The pages shown, as a PDF."""
        raise NotImplementedError

    def printed(self) -> None:
        """The pages shown went to paper or into a PDF; mostly nothing is to be remembered of that."""

    def extra_buttons(self) -> list[QPushButton]:
        """Buttons beside those for printer and PDF."""
        return []

    def refresh(self) -> None:
        """Show the pages by what is chosen now."""
        self.make_pages()
        self._set_up(self._printer)
        self._remark.say(self.remark())
        self._view.updatePreview()
        self._view.fitInView()
        self._show_place()

    def let_out(self, allowed: bool) -> None:
        """Whether pages may be printed or saved: not while what is chosen cannot be read."""
        self._save.setEnabled(allowed)
        self._print.setEnabled(allowed and self.has_printer)

    def save_pdf(self, path: Path) -> bool:
        """Write the pages shown as a PDF and say how it went."""
        if not self.write(path, self.pdf):
            return False
        self.printed()
        return True

    def write(self, path: Path, make: Callable[[], bytes]) -> bool:
        """Write what is made as a file and say how it went."""
        try:
            replace_file(path, make())
        except MilepostError as error:
            self.say(str(error), failed=True)
            return False
        self.say(self.tr("Written: {path}").format(path=path))
        return True

    def say(self, text: str, *, failed: bool = False) -> None:
        """Say something at the foot of the dialog."""
        self._note.setText(text)
        self._note.setProperty("role", "danger" if failed else "muted")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)

    def _build(self) -> None:
        resize_within_screen(self, 820, 900)
        self._choices = self.choices()
        self._setup_row = self.setup_row()
        self._remark = TextLabel(parent=self)
        self._view = QPrintPreviewWidget(self._printer)
        self._view.setAccessibleName(self.tr("The pages as they will be printed"))
        self._view.setViewMode(QPrintPreviewWidget.ViewMode.SinglePageView)
        self._view.setToolTip(self.tr("Ctrl++ makes the page larger, Ctrl+- smaller, Ctrl+0 shows all of it"))
        self._earlier = _arrow("‹", self.tr("Page before"))
        self._later = _arrow("›", self.tr("Page after"))
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
            self.say(self.tr("No printer is set up on this computer. Save a PDF and print it elsewhere."))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        row = FlowRow(self)
        for text, field in self._choices:
            row.add(_labelled(text, field, row))
        top.addWidget(row, 1)
        turning = QHBoxLayout()
        turning.setSpacing(8)
        for widget in (self._earlier, self._page, self._later):
            turning.addWidget(widget)
        top.addLayout(turning)
        top.setAlignment(turning, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._note, 1)
        for button in (self._close, *self.extra_buttons(), self._save, self._print):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(12)
        whole.addLayout(top)
        if self._setup_row is not None:
            whole.addWidget(self._setup_row)
        whole.addWidget(self._remark)
        whole.addWidget(self._view, 1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self._view.paintRequested.connect(lambda printer: self._paint(printer, range(self.pages)))
        self._view.previewChanged.connect(self._show_place)
        self._earlier.clicked.connect(lambda: self._view.setCurrentPage(self._view.currentPage() - 1))
        self._later.clicked.connect(lambda: self._view.setCurrentPage(self._view.currentPage() + 1))
        for keys, zoom in (
            (QKeySequence.StandardKey.ZoomIn, self._view.zoomIn),
            (QKeySequence.StandardKey.ZoomOut, self._view.zoomOut),
            (QKeySequence("Ctrl+0"), self._view.fitInView),
        ):
            QShortcut(keys, self).activated.connect(zoom)
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)

    def _set_up(self, printer: QPrinter) -> None:
        printer.setDocName(self.document_name)
        printer.setCreator("Milepost")
        printer.setResolution(72 * UNITS_A_POINT)
        printer.setFullPage(True)
        mode = QPrinter.ColorMode.GrayScale if self.greyscale else QPrinter.ColorMode.Color
        printer.setColorMode(mode)
        printer.setPageLayout(page_layout(self.paper, landscape=self.landscape))

    def print_on(self, printer: QPrinter) -> None:
        """Paint the pages that the printer's dialog asks for: all, from one to another, or the one shown."""
        first, last = 1, self.pages
        if printer.printRange() is QPrinter.PrintRange.PageRange:
            first, last = max(printer.fromPage(), 1), min(printer.toPage() or last, last)
        elif printer.printRange() is QPrinter.PrintRange.CurrentPage:
            first = last = self._view.currentPage()
        self._paint(printer, range(min(first, last) - 1, last))

    def _paint(self, printer: QPrinter, numbers: Sequence[int]) -> None:
        with QPainter(printer) as painter:
            for place, number in enumerate(numbers):
                if place:
                    printer.newPage()
                self.paint_page(painter, number)

    def _show_place(self) -> None:
        page, pages = self._view.currentPage(), self.pages
        self._page.setText(self.tr("{page} of {pages}").format(page=page, pages=pages))
        for widget in (self._page, self._earlier, self._later):
            widget.setVisible(pages > 1)
        self._earlier.setEnabled(page > 1)
        self._later.setEnabled(page < pages)

    def _on_save(self) -> None:
        offered = begin_in(self) / self.file_name
        path = ask_where(self, self.tr("Save as PDF"), offered, {self.tr("PDF (*.pdf)"): ".pdf"})
        if path is not None:
            self.save_pdf(path)

    def _on_print(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, self.pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(self._printer)
            if self._printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
                self.say(self.tr("The printer did not take the pages. Nothing was printed."), failed=True)
            else:
                self.printed()
                self.accept()


def _arrow(sign: str, name: str) -> QPushButton:
    """A small button that turns a page."""
    button = QPushButton(sign)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFixedWidth(button.sizeHint().height())
    return button


def _labelled(text: str, field: QWidget, parent: QWidget) -> QWidget:
    """A field with its label before it, which stay in one line."""
    if not text:
        return field
    pair = QWidget(parent)
    label = QLabel(text)
    label.setBuddy(field)
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 8, 0)
    line.setSpacing(8)
    line.addWidget(label)
    line.addWidget(field)
    return pair
