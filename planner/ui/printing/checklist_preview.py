"""Checklists as they will be printed: one milestone's or those of the whole path, and the page setup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QWidget

from planner.domain.items import Milestone, MilestoneId
from planner.ui.editor import Editor
from planner.ui.printing.checklist_pdf import ChecklistPages
from planner.ui.printing.sheet_preview import SheetPreview
from planner.ui.settings import Settings

_MOST_SHOWN = 18
_LONGEST = 46


def preview_checklist(
    editor: Editor, settings: Settings, milestone: MilestoneId | None, window: QWidget | None
) -> "ChecklistPreview":
    """Open the preview over a window, with a milestone's checklist or, for None, the whole path's."""
    preview = ChecklistPreview(editor, settings, milestone, window)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.open()
    return preview


class ChecklistPreview(SheetPreview):
    """The pages of a checklist."""

    HAS_DAYS = False

    def __init__(
        self,
        editor: Editor,
        settings: Settings,
        milestone: MilestoneId | None,
        parent: QWidget | None = None,
    ) -> None:
        self._first = milestone
        super().__init__(editor, settings, parent)
        self.setWindowTitle(self.tr("Print checklists"))

    @property
    def milestone(self) -> MilestoneId | None:
        """Whose checklist is shown; None is the whole path."""
        chosen = self._about.currentData()
        return None if chosen is None else MilestoneId(chosen)

    def choose(self, milestone: MilestoneId | None) -> None:
        """Show another checklist, or those of the whole path."""
        self._about.setCurrentIndex(max(self._about.findData(milestone), 0))

    @property
    def pages(self) -> int:
        return self._made.pages

    @property
    def document_name(self) -> str:
        return self._made.title

    @property
    def file_name(self) -> str:
        stem = self._editor.document.path.stem
        milestone = self.milestone
        if milestone is None:
            return f"{stem} checklists.pdf"
        title = self._editor.plan.milestone(milestone).title
        kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
        return f"{stem} {' '.join(kept.split())[:_LONGEST] or 'milestone'} checklist.pdf"

    def choices(self) -> list[tuple[str, QWidget]]:
        plan = self._editor.plan
        self._about = QComboBox()
        self._about.setAccessibleName(self.tr("Checklist of"))
        self._about.setMaxVisibleItems(_MOST_SHOWN)
        self._about.setMaximumWidth(380)
        self._about.addItem(self.tr("The whole path"), None)
        for phase in plan.ordered_phases:
            for row in plan.rows_of_phase[phase.id]:
                if isinstance(row, Milestone):
                    self._about.addItem(row.title, row.id)
        self.choose(self._first)
        self._about.currentIndexChanged.connect(self.refresh)
        return [(self.tr("&Checklist"), self._about)]

    def remark(self) -> str:
        return self._made.missing()

    def make_pages(self) -> None:
        editor = self._editor
        self._made = ChecklistPages(
            editor.plan,
            editor.schedule,
            self.milestone,
            self.setup,
            printed=editor.today,
            revision=editor.document.revision,
        )

    def paint_page(self, painter: QPainter, number: int) -> None:
        self._made.paint(painter, number)

    def pdf(self) -> bytes:
        return self._made.pdf()
