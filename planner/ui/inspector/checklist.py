"""The checklist of a milestone: boxes to tick, with evidence and notes, under a heading for each kind."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.domain import proof
from planner.domain.items import (
    ChecklistItem,
    ChecklistItemId,
    ChecklistKind,
    Evidence,
    MilestoneId,
    new_id,
)
from planner.ui.fields.check_row import bare_box
from planner.ui.fields.clearing import clear
from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import ClickLabel, TextLabel, filled, set_property
from planner.ui.inspector.add_item import AskItem
from planner.ui.inspector.evidence_editor import EvidenceEditor, EvidenceList
from planner.ui.inspector.notes_field import NotesField
from planner.ui.inspector.page import Page
from planner.ui.inspector.words import checklist_word, evidence_words, item_line
from planner.ui.links import open_link


class Checklist(QWidget):
    """All items of one milestone. Rows stay while their items do."""

    ticked = Signal()
    """An item was ticked or unticked here."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._milestone: MilestoneId | None = None
        self._rows: dict[ChecklistItemId, ChecklistRow] = {}
        self.add = LinkButton(self)
        self.add.say(self.tr("Add an item…"))
        self.add.clicked.connect(self._ask_item)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._layout)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_milestone(self, milestone: MilestoneId) -> None:
        """Show the checklist of a milestone as the plan has it now."""
        items = self._page.editor.plan.items_of_milestone[milestone]
        if milestone != self._milestone or [each.id for each in items] != list(self._rows):
            self._milestone = milestone
            self._build(items)
        for item in items:
            self._rows[item.id].show_item(item)

    def flush(self) -> None:
        """Keep the notes being typed."""
        for row in self._rows.values():
            row.flush()

    def row(self, item: ChecklistItemId) -> "ChecklistRow":
        """The row of an item; raises KeyError."""
        return self._rows[item]

    def _close_others(self, opened: "ChecklistRow") -> None:
        for row in self._rows.values():
            if row is not opened:
                row.put_away()

    def _ask_item(self) -> None:
        assert self._milestone is not None
        milestone = self._page.editor.plan.milestone(self._milestone)
        items = self._page.editor.plan.items_of_milestone[milestone.id]
        ask = AskItem(milestone.title, items[-1].kind if items else ChecklistKind.SKILL, self)

        def add(kind: ChecklistKind, title: str) -> None:
            text = filled(self.tr("Add %1 to %2"), title, milestone.title)
            self._page.edit(text, proof.add_item, ChecklistItemId(new_id()), milestone.id, kind, title)

        ask.answered.connect(add)
        ask.open()

    def _build(self, items: tuple[ChecklistItem, ...]) -> None:
        clear(self._layout)
        made: dict[ChecklistItemId, ChecklistRow] = {}
        for kind in ChecklistKind:
            of_kind = [each for each in items if each.kind is kind]
            if of_kind:
                heading = TextLabel(checklist_word(kind), "section", self)
                heading.setContentsMargins(0, 10, 0, 4)
                self._layout.addWidget(heading)
            for item in of_kind:
                made[item.id] = ChecklistRow(item, self._page, self)
                made[item.id].ticked.connect(self.ticked)
                made[item.id].opened.connect(self._close_others)
                self._layout.addWidget(made[item.id])
        self._rows = {item.id: made[item.id] for item in items}
        arrange_focus(self._page)


class ChecklistRow(QWidget):
    """One item: a box, its title, how it stands, its evidence, and a drawer to edit that."""

    ticked = Signal()
    opened = Signal(object)
    """The row itself, as its drawer opens."""

    def __init__(self, item: ChecklistItem, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._item = item
        self._editor: EvidenceEditor | None = None
        self.box = bare_box(self)
        self.title = ClickLabel(parent=self)
        self.line = TextLabel(role="muted", parent=self)
        self.note = TextLabel(role="muted", parent=self)
        self.evidence = EvidenceList(page.look, self)
        self.more = IconButton("pencil", "", page.look, self, role="border_strong")
        self._grid = QGridLayout(self)
        self._lay_out()
        self._connect()

    def show_item(self, item: ChecklistItem) -> None:
        """Show the item as it is now."""
        self._item = item
        self.box.show_checked(item.done)
        state = evidence_words(item)
        self.box.setAccessibleName(f"{item.title}, {state}" if state else item.title)
        self.title.say(item.title)
        set_property(self.title, "state", "done" if item.done else "")
        self.line.say(item_line(item))
        set_property(self.line, "role", "warning" if item.lacks_evidence else "muted")
        self.evidence.show_evidence(item.evidence, not self._page.editor.read_only)
        open_now = self._editor is not None and not self._editor.isHidden()
        self.note.say("" if open_now or not item.note else item.note)
        self.more.set_name(self.tr("Evidence, note or removal: %1").replace("%1", item.title))
        self.box.setEnabled(not self._page.editor.read_only)
        self.more.setEnabled(not self._page.editor.read_only)
        if self._editor is not None:
            self._editor.show_item(item, self._page.editor.today)
            self._editor.notes.show_text(item.note)

    def flush(self) -> None:
        """Keep the note being typed."""
        if self._editor is not None:
            self._editor.notes.flush()

    @property
    def drawer(self) -> EvidenceEditor:
        """The drawer, made when it is first needed."""
        if self._editor is None:
            notes = NotesField(self.tr("Note on %1").replace("%1", self._item.title), self._keep_note, self)
            notes.setFixedHeight(notes.fontMetrics().lineSpacing() * 2 + 20)
            notes.setPlaceholderText(self.tr("A note for yourself"))
            notes.show_other(self._item.note)
            self._editor = EvidenceEditor(
                self._item, notes, self._page.look, lambda: self._page.editor.today, self
            )
            self._editor.evidence_given.connect(self._add_evidence)
            self._editor.day_chosen.connect(self._change_day)
            self._editor.closed.connect(self.close_drawer)
            self._editor.removed.connect(self._remove)
            self._editor.show_item(self._item, self._page.editor.today)
            self._grid.addWidget(self._editor, 4, 1, 1, 2)
            arrange_focus(self._page)
        return self._editor

    def open_drawer(self) -> None:
        """Ask for evidence, with the line ready to type."""
        self.opened.emit(self)
        self.drawer.show()
        self.note.say("")
        self.drawer.line.setFocus()

    def close_drawer(self) -> None:
        """Put the drawer away and give the focus back to the box."""
        self.put_away()
        self.box.setFocus()

    def put_away(self) -> None:
        """Put the drawer away; what stands in it is kept."""
        if self._editor is not None and not self._editor.isHidden():
            self.flush()
            self._editor.hide()
            self.show_item(self._page.editor.plan.item(self._item.id))

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self.more.setFixedSize(22, 20)
        self._grid.addWidget(self.box, 0, 0, top)
        self._grid.addWidget(self.title, 0, 1)
        self._grid.addWidget(self.more, 0, 2, top)
        self._grid.addWidget(self.line, 1, 1)
        self._grid.addWidget(self.evidence, 2, 1, 1, 2)
        self._grid.addWidget(self.note, 3, 1)

    def _connect(self) -> None:
        self.box.chosen.connect(self._tick)
        self.title.clicked.connect(self.box.click)
        self.more.clicked.connect(self._toggle_drawer)
        self.evidence.open_requested.connect(self._open)
        self.evidence.remove_requested.connect(self._remove_evidence)

    def _tick(self, done: bool) -> None:
        item = self._item
        day = self._page.editor.today if done else None
        words = self.tr("Tick %1") if done else self.tr("Untick %1")
        if not self._page.edit(words.replace("%1", item.title), proof.tick, item.id, day):
            return
        if done and item.needs_evidence and not item.evidence:
            self.open_drawer()
        self.ticked.emit()

    def _change_day(self, day: date) -> None:
        text = self.tr("Change the day of %1").replace("%1", self._item.title)
        self._page.edit(text, proof.tick, self._item.id, day)

    def _toggle_drawer(self) -> None:
        if self._editor is not None and not self._editor.isHidden():
            self.close_drawer()
        else:
            self.open_drawer()

    def _add_evidence(self, evidence: Evidence) -> None:
        text = self.tr("Add evidence to %1").replace("%1", self._item.title)
        self._page.edit(text, proof.set_evidence, self._item.id, (*self._item.evidence, evidence))

    def _remove_evidence(self, evidence: Evidence) -> None:
        text = self.tr("Remove evidence from %1").replace("%1", self._item.title)
        kept = tuple(each for each in self._item.evidence if each != evidence)
        self._page.edit(text, proof.set_evidence, self._item.id, kept)

    def _remove(self) -> None:
        item = self._item
        self.close_drawer()
        milestone = self._page.editor.plan.milestone(item.milestone)
        text = filled(self.tr("Remove %1 from %2"), item.title, milestone.title)
        self._page.edit(text, proof.remove_item, item.id)

    def _keep_note(self, note: str) -> bool:
        text = self.tr("Edit the note on %1").replace("%1", self._item.title)
        return self._page.edit(text, proof.set_item_note, self._item.id, note)

    def _open(self, link: str) -> None:
        if problem := open_link(link, self):
            self._page.message.emit(problem)
