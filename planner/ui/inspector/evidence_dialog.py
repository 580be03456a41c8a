"""Asks what shows that a checklist item is done: when it is ticked, and when the learner adds to it."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.domain import proof
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.errors import InvalidValue
from planner.domain.evidence import give_evidence
from planner.ui.fields.text import TextLabel, filled
from planner.ui.inspector.ask import Question
from planner.ui.inspector.evidence_form import EvidenceForm
from planner.ui.inspector.evidence_words import asking_words
from planner.ui.inspector.page import Page

WIDTH = 460


class EvidenceDialog(Question):
    """With `done_on` it ticks the item too, as one edit; the item can be ticked without evidence as well."""

    def __init__(self, item: ChecklistItem, page: Page, parent: QWidget, done_on: date | None = None) -> None:
        accept = page.tr("Save") if done_on is None else page.tr("Tick it")
        super().__init__(item.title, asking_words(item.kind), accept, parent)
        self.setWindowTitle(self.tr("Evidence") if done_on is None else self.tr("Done: what shows it?"))
        self._item = item
        self._page = page
        self._done_on = done_on
        self.hint = TextLabel(item.hint, "muted", self)
        self.form = EvidenceForm(item, page.editor.plan, page.look, self)
        self.problem = TextLabel(role="danger", parent=self)
        self.body.addStrut(WIDTH)
        for widget in (self.hint, self.form, self.problem):
            self.body.addWidget(widget)
        self.setAcceptDrops(True)
        self.without: QPushButton | None = None
        if done_on is not None:
            self.without = self.add_way_out(self.tr("Tick without evidence"), self._tick_without)
        self.form.changed.connect(self._check)
        page.editor.failed.connect(self.problem.say)
        self._check()
        self.form.first_field().setFocus()

    def accept(self) -> None:
        """Keep what is there, and tick; what cannot be kept is said, and nothing is lost."""
        try:
            kept = self.form.evidence()
        except InvalidValue as error:
            self.problem.say("" if self.form.says_problem else str(error))
            return
        words = self.tr("Tick %1") if self._done_on else self.tr("Change the evidence of %1")
        text, files = filled(words, self._item.title), self.form.new_files
        same = kept == self._item.evidence and not files and self._done_on is None
        if same or self._page.edit(text, give_evidence, self._item.id, kept, files, self._done_on):
            super().accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if any(each.isLocalFile() for each in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files let go here."""
        event.acceptProposedAction()
        for each in event.mimeData().urls():
            if each.isLocalFile():
                self.form.files.take(Path(each.toLocalFile()))

    def _check(self) -> None:
        self.problem.say("")
        self.accept_button.setEnabled(self._done_on is None or not self.form.empty)
        if self.without is not None:
            # What is there is not to be lost by the button beside.
            self.without.setEnabled(self.form.empty)

    def _tick_without(self) -> None:
        text = filled(self.tr("Tick %1 without evidence"), self._item.title)
        self._page.edit(text, proof.tick, self._item.id, self._done_on)
