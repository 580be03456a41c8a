"""The evidence kept with a checklist item: links that open, files to save, notes that read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.checklist_facts import Evidence, EvidenceKind
from planner.ui.fields.clearing import clear
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.tips import wrapped_tip
from planner.ui.inspector.evidence_words import evidence_line, role_word
from planner.ui.links import short_link
from planner.ui.theme_controller import ThemeController


class EvidenceList(QWidget):
    """One line for each piece; nothing is rebuilt while they stay the same."""

    open_requested = Signal(str)
    """A link is to be opened."""

    save_requested = Signal(object)
    """The `Evidence` whose file is to be saved."""

    remove_requested = Signal(object)
    """The `Evidence` to remove."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._shown: tuple[Evidence, ...] = ()
        self._removers: list[IconButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.hide()

    def show_evidence(self, evidence: tuple[Evidence, ...], editable: bool) -> None:
        """List the evidence; links and files can be reached also where nothing can be edited."""
        if evidence != self._shown:
            self._shown = evidence
            self._removers = []
            clear(self._layout)
            for each in evidence:
                self._layout.addWidget(self._row(each))
        for button in self._removers:
            button.setEnabled(editable)
        self.setVisible(bool(evidence))

    def _row(self, evidence: Evidence) -> QWidget:
        row = QWidget(self)
        column, line = QVBoxLayout(row), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line.setSpacing(2)
        column.addWidget(TextLabel(role_word(evidence.role), "muted", row))
        column.addLayout(line)
        if evidence.kind is EvidenceKind.NOTE:
            line.addWidget(TextLabel(f"“{evidence.text}”", "muted", row), 1)
        else:
            line.addWidget(self._button(evidence, row), 1, Qt.AlignmentFlag.AlignLeft)
        name = filled(self.tr("Remove this evidence: %1"), evidence_line(evidence)[:100])
        remove = IconButton("close", name, self._look, row)
        remove.setFixedSize(20, 20)
        remove.clicked.connect(lambda: self.remove_requested.emit(evidence))
        self._removers.append(remove)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _button(self, evidence: Evidence, row: QWidget) -> LinkButton:
        button = LinkButton(row)
        if evidence.kind is EvidenceKind.LINK:
            button.say(short_link(evidence.text, 300))
            words = filled(self.tr("Open %1"), short_link(evidence.text, 100))
            button.clicked.connect(lambda: self.open_requested.emit(evidence.text))
        else:
            button.say(evidence.text)
            words = filled(self.tr("Save a copy of %1"), evidence.text)
            button.clicked.connect(lambda: self.save_requested.emit(evidence))
        button.setToolTip(wrapped_tip(words))
        role = role_word(evidence.role)
        button.setAccessibleName(f"{role}: {words}" if role else words)
        return button
