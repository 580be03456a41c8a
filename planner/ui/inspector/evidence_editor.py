"""What shows that a checklist item is done: links and notes kept with it, and a line to add one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.domain.errors import InvalidValue
from planner.domain.items import ChecklistItem, Evidence, EvidenceKind
from planner.ui.fields.clearing import clear
from planner.ui.fields.day_field import DayField
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel
from planner.ui.inspector.notes_field import NotesField
from planner.ui.links import link_problem, short_link
from planner.ui.theme_controller import ThemeController

MOST_EVIDENCE = 50


def evidence_from(text: str) -> Evidence:
    """A link if the text begins like one, else a note; raises `InvalidValue` with the reason."""
    text = text.strip()
    begins = text.lower()
    if not begins.startswith(("http://", "https://", "ftp://", "file://", "www.")):
        return Evidence(kind=EvidenceKind.NOTE, text=text)
    if begins.startswith("www."):
        text = f"https://{text}"
    if problem := link_problem(text):
        raise InvalidValue(problem)
    return Evidence(kind=EvidenceKind.LINK, text=text)


class EvidenceList(QWidget):
    """The evidence kept with an item: links that open, notes that read."""

    open_requested = Signal(str)
    remove_requested = Signal(object)

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._shown: tuple[Evidence, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.hide()

    def show_evidence(self, evidence: tuple[Evidence, ...], editable: bool) -> None:
        """List the evidence; nothing is rebuilt while it stays the same."""
        if evidence != self._shown:
            self._shown = evidence
            clear(self._layout)
            for each in evidence:
                self._layout.addWidget(self._row(each))
        for button in self.findChildren(IconButton):
            button.setEnabled(editable)
        self.setVisible(bool(evidence))

    def _row(self, evidence: Evidence) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        if evidence.kind is EvidenceKind.LINK:
            link = LinkButton(row)
            link.say(short_link(evidence.text, 300))
            link.setAccessibleName(self.tr("Open %1").replace("%1", short_link(evidence.text, 100)))
            link.clicked.connect(lambda: self.open_requested.emit(evidence.text))
            line.addWidget(link, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            line.addWidget(TextLabel(f"“{evidence.text}”", "muted", row), 1)
        remove = IconButton("close", self.tr("Remove this evidence"), self._look, row)
        remove.setFixedSize(20, 20)
        remove.clicked.connect(lambda: self.remove_requested.emit(evidence))
        line.addWidget(remove)
        return row


class EvidenceEditor(QFrame):
    """The drawer under a checklist item: a line for evidence, the day it was done, and a note."""

    evidence_given = Signal(object)
    """An `Evidence` to add."""

    day_chosen = Signal(object)
    """The day the item was really done."""

    closed = Signal()
    removed = Signal()
    """The item is to go."""

    def __init__(
        self,
        item: ChecklistItem,
        notes: NotesField,
        theme_controller: ThemeController,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.notes = notes
        self._ask = TextLabel(role="muted", parent=self)
        self.line = QLineEdit(self)
        self.line.setMaxLength(10_000)
        self.line.setPlaceholderText(self.tr("https://… or a sentence"))
        self.line.setAccessibleName(self.tr("Evidence for %1").replace("%1", item.title))
        self._problem = TextLabel(role="danger", parent=self)
        self.keep = QPushButton(self.tr("Keep"), self)
        self.later = QPushButton(self.tr("Close"), self)
        self.later.setProperty("role", "quiet")
        name = self.tr("Remove this item: %1").replace("%1", item.title)
        self.remove = IconButton("trash", name, theme_controller, self)
        self.day = DayField(
            self.tr("Done on: %1").replace("%1", item.title),
            theme_controller,
            today=today,
            clearable=False,
            parent=self,
        )
        self._day_caption = TextLabel(self.tr("Done on"), "muted", self)
        self._lay_out()
        self.line.returnPressed.connect(self._take)
        self.keep.clicked.connect(self._take)
        self.later.clicked.connect(self._leave)
        self.remove.clicked.connect(self.removed)
        self.day.day_chosen.connect(self.day_chosen)
        self.hide()

    @property
    def problem(self) -> str:
        """What is wrong with the evidence that was typed; empty when nothing is."""
        return self._problem.words

    def show_item(self, item: ChecklistItem, today: date) -> None:
        """Say what is asked for, as the item stands."""
        if item.lacks_evidence:
            self._ask.say(self.tr("Well done. What shows it? You can also add it later."))
        elif item.needs_evidence and not item.evidence:
            self._ask.say(self.tr("What will show it: a link, or a sentence."))
        else:
            self._ask.say(self.tr("Add a link, or a sentence."))
        self.later.setText(self.tr("Later") if item.lacks_evidence else self.tr("Close"))
        self.line.setEnabled(len(item.evidence) < MOST_EVIDENCE)
        self.day.set_limits(None, max(today, item.done_on or today))
        self.day.show_day(item.done_on)
        self.day.setVisible(item.done)
        self._day_caption.setVisible(item.done)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(5)
        layout.addWidget(self._ask)
        layout.addWidget(self.line)
        layout.addWidget(self._problem)
        layout.addWidget(self._day_caption)
        layout.addWidget(self.day)
        layout.addWidget(self.notes)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        layout.addLayout(buttons)

    def _take(self) -> None:
        if not self.line.text().strip():
            self._leave()
            return
        try:
            evidence = evidence_from(self.line.text())
        except InvalidValue as error:
            self._problem.say(str(error))
            return
        self.line.clear()
        self._problem.say("")
        self.evidence_given.emit(evidence)
        self._leave()

    def _leave(self) -> None:
        self._problem.say("")
        self.notes.flush()
        self.closed.emit()
