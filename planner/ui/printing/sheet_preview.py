"""The preview of sheets with a page setup: weeks and checklists. The setup is kept for the next print."""

from PySide6.QtWidgets import QWidget

from planner.domain.plan import Paper
from planner.ui.editor import Editor
from planner.ui.printing.page_preview import PagePreview
from planner.ui.printing.page_setup import PageSetup, keep_setup, kept_setup
from planner.ui.printing.page_setup_fields import PageSetupFields
from planner.ui.settings import Settings


class SheetPreview(PagePreview):
    """Pages with a `setup`. Sheets that are not of a week set `HAS_DAYS` to False."""

    HAS_DAYS = True

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:
        self._settings = settings
        super().__init__(editor, parent)

    @property
    def setup(self) -> PageSetup:
        """The page setup chosen here."""
        return self._fields.setup

    @property
    def paper(self) -> Paper:
        return self.setup.paper

    @property
    def landscape(self) -> bool:
        return self.setup.landscape

    @property
    def greyscale(self) -> bool:
        return self.setup.greyscale

    def choose_setup(self, setup: PageSetup) -> None:
        """Show the pages with another setup, and keep it."""
        self._fields.show_setup(setup)
        self._on_setup()

    def setup_row(self) -> QWidget:
        facts = self._editor.plan.facts
        kept = kept_setup(self._settings, facts.id, facts.paper)
        self._fields = PageSetupFields(kept, self, days=self.HAS_DAYS)
        self._fields.changed.connect(self._on_setup)
        return self._fields

    def _on_setup(self) -> None:
        facts = self._editor.plan.facts
        keep_setup(self._settings, facts.id, self.setup, facts.paper)
        self.refresh()
