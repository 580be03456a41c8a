"""A form for what shows that a checklist item is done: fields for links by the item's kind, a note, files."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.domain.attachments import Attachment
from planner.domain.checklist_facts import ChecklistItem, Evidence, EvidenceKind, EvidenceRole
from planner.domain.errors import InvalidValue
from planner.domain.evidence import MOST_EVIDENCE, link_roles
from planner.domain.plan import Plan
from planner.ui.fields.text import TextLabel
from planner.ui.inspector.evidence_list import EvidenceList
from planner.ui.inspector.evidence_words import link_caption
from planner.ui.inspector.kept_files import KeptFiles
from planner.ui.links import link_from, open_link
from planner.ui.theme_controller import ThemeController

_NOTE_LINES = 3
_CAPTION_DROP = 6
"""Pixels that put a caption beside the first line of its field."""

_LONGEST_NOTE = 10_000
_PLACEHOLDERS = {
    EvidenceRole.CERTIFICATE: "https://…",
    EvidenceRole.REPOSITORY: "https://github.com/…",
    EvidenceRole.ENDPOINT: "https://…",
    EvidenceRole.WRITE_UP: "https://…",
    EvidenceRole.OTHER: "https://…",
}


class EvidenceForm(QWidget):
    """Shows what an item has, and gives what is to be kept."""

    changed = Signal()
    """Something was typed, chosen or left out."""

    def __init__(
        self, item: ChecklistItem, plan: Plan, theme_controller: ThemeController, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._item = item
        left = list(item.evidence)
        self.links = {role: LinkLine(role, self) for role in link_roles(item.kind)}
        for role, field in self.links.items():
            field.setText(_take(left, EvidenceKind.LINK, role))
            field.setCursorPosition(0)
        self.note = QPlainTextEdit(_take(left, EvidenceKind.NOTE, EvidenceRole.OTHER), self)
        files = {each: plan.attachment(each.file) for each in left if each.file is not None}
        self.files = KeptFiles(files, theme_controller, self)
        self._others = tuple(each for each in left if each.file is None)
        self.others = EvidenceList(theme_controller, self)
        self._lay_out()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not (
            any(field.text().strip() for field in self.links.values())
            or self.note.toPlainText().strip()
            or self._others
            or self.files.kept
            or self.files.new
        )

    @property
    def new_files(self) -> tuple[Attachment, ...]:
        """The files to add."""
        return self.files.new

    def evidence(self) -> tuple[Evidence, ...]:
        """What is to be kept besides new files; raises `InvalidValue`, said at the field it is about."""
        links = [each for field in self.links.values() if (each := field.evidence()) is not None]
        note = self.note.toPlainText().strip()
        notes = [Evidence(kind=EvidenceKind.NOTE, text=note)] if note else []
        kept = (*links, *notes, *self._others, *self.files.kept)
        if len(kept) + len(self.new_files) > MOST_EVIDENCE:
            raise InvalidValue(self.tr("An item keeps at most 50 pieces of evidence."))
        return self._item.evidence if Counter(kept) == Counter(self._item.evidence) else kept

    @property
    def says_problem(self) -> bool:
        """Whether a field says what is wrong with it."""
        return any(each.problem.words for each in self.links.values())

    def first_field(self) -> QWidget:
        """The first field without anything in it, or else the first."""
        fields = list(self.links.values())
        return next((each for each in fields if not each.text()), fields[0])

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        for role, field in self.links.items():
            column = QWidget(self)
            lines = QVBoxLayout(column)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(3)
            lines.addWidget(field)
            lines.addWidget(field.problem)
            self._add_row(link_caption(role), column, field)
            field.textEdited.connect(self.changed)
        self.note.setTabChangesFocus(True)
        self.note.setAcceptDrops(False)  # a file let go there is meant for the dialog
        self.note.setPlaceholderText(self.tr("What you did, and how one could tell"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _NOTE_LINES + 18)
        self.note.textChanged.connect(self._on_note)
        self._add_row(self.tr("Note"), self.note, self.note)
        self._add_row(self.tr("File"), self.files, self.files.add)
        self.files.changed.connect(self.changed)
        self.others.show_evidence(self._others, True)
        self.others.remove_requested.connect(self._leave_out)
        self.others.open_requested.connect(lambda link: open_link(link, self))
        self._others_caption = self._add_row(self.tr("Also kept"), self.others, self.others)
        self._others_caption.setVisible(bool(self._others))

    def _add_row(self, caption: str, row: QWidget, field: QWidget) -> QLabel:
        label = QLabel(caption, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(0, _CAPTION_DROP, 0, 0)
        label.setBuddy(field)
        number = self._grid.rowCount()
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row, number, 1)
        return label

    def _on_note(self) -> None:
        if len(self.note.toPlainText()) > _LONGEST_NOTE:
            self.note.setPlainText(self.note.toPlainText()[:_LONGEST_NOTE])
        self.changed.emit()

    def _leave_out(self, evidence: Evidence) -> None:
        others = list(self._others)
        others.remove(evidence)
        self._others = tuple(others)
        self.others.show_evidence(self._others, True)
        self._others_caption.setVisible(bool(others))
        self.changed.emit()


class LinkLine(QLineEdit):
    """A line for one link, and what is wrong with it."""

    def __init__(self, role: EvidenceRole, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self.problem = TextLabel(role="danger", parent=parent)
        self.setMaxLength(_LONGEST_NOTE)
        self.setPlaceholderText(_PLACEHOLDERS[role])
        self.setAccessibleName(link_caption(role))
        self.textEdited.connect(lambda: self.problem.say(""))

    def evidence(self) -> Evidence | None:
        """The link as evidence, None without one; raises `InvalidValue` and says it."""
        if not self.text().strip():
            return None
        try:
            return Evidence(kind=EvidenceKind.LINK, text=link_from(self.text()), role=self._role)
        except InvalidValue as error:
            self.problem.say(str(error))
            self.setFocus()
            raise


def _take(left: list[Evidence], kind: EvidenceKind, role: EvidenceRole) -> str:
    """The first of a kind and role, taken out of what is left; empty when there is none."""
    for each in left:
        if each.kind is kind and each.role is role:
            left.remove(each)
            return each.text
    return ""
