"""One item of a checklist: a box, its title, how it stands, its evidence, and a drawer for the rest."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from planner.domain import proof
from planner.domain.checklist_edits import ItemWords, change_item, move_item
from planner.domain.checklist_facts import ChecklistItem, Evidence
from planner.domain.errors import MilepostError
from planner.ui.fields.check_row import bare_box
from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import ClickLabel, TextLabel, filled, set_property
from planner.ui.inspector.evidence_list import EvidenceList
from planner.ui.inspector.evidence_words import evidence_line, evidence_words
from planner.ui.inspector.item_drawer import ItemDrawer
from planner.ui.inspector.notes_field import NotesField
from planner.ui.inspector.page import Page
from planner.ui.inspector.words import item_line
from planner.ui.links import open_link


class ChecklistRow(QWidget):
    """It stays while its item does. An item that needs evidence asks for it before it is ticked."""

    opened = Signal(object)
    """The row itself, as its drawer opens."""

    def __init__(self, item: ChecklistItem, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._item = item
        self._told: ChecklistItem | None = None
        self._drawer: ItemDrawer | None = None
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
        editable = not self._page.editor.read_only
        self.box.show_checked(item.done)
        if item is not self._told:
            self._told = item
            self._tell(item)
        self.evidence.show_evidence(item.evidence, editable)
        self.note.say("" if self._open or not item.note else item.note)
        self.box.setEnabled(editable)
        self.more.setEnabled(editable)
        if self._drawer is not None:
            self._show_in_drawer(self._drawer)
            self._drawer.notes.show_text(item.note)

    def _tell(self, item: ChecklistItem) -> None:
        """Its words, put together anew only when it changed: most edits are about something else."""
        state = evidence_words(item)
        self.box.setAccessibleName(f"{item.title}, {state}" if state else item.title)
        self.title.say(item.title)
        set_property(self.title, "state", "done" if item.done else "")
        self.line.say(item_line(item))
        set_property(self.line, "role", "warning" if item.lacks_evidence else "muted")
        self.more.set_name(filled(self.tr("Evidence, note, editing: %1"), item.title))

    def flush(self) -> None:
        """Keep the note being typed."""
        if self._drawer is not None:
            self._drawer.notes.flush()

    @property
    def drawer(self) -> ItemDrawer:
        """The drawer, made when it is first needed."""
        if self._drawer is None:
            self._drawer = self._made_drawer()
            self._grid.addWidget(self._drawer, 4, 1, 1, 2)
            arrange_focus(self._page)
        return self._drawer

    def open_drawer(self) -> None:
        """Show all that can be done to the item."""
        self.opened.emit(self)
        self.drawer.show()
        self.note.say("")
        self.drawer.evidence.setFocus()

    def close_drawer(self) -> None:
        """Put the drawer away and give the focus back to the box."""
        self.put_away()
        self.box.setFocus()

    def put_away(self) -> None:
        """Put the drawer away; what stands in it is kept."""
        if self._open:
            self.flush()
            self.drawer.hide()
            self.show_item(self._page.editor.plan.item(self._item.id))

    @property
    def _open(self) -> bool:
        return self._drawer is not None and not self._drawer.isHidden()

    def _made_drawer(self) -> ItemDrawer:
        notes = NotesField(filled(self.tr("Note on %1"), self._item.title), self._keep_note, self)
        notes.setFixedHeight(notes.fontMetrics().lineSpacing() * 2 + 20)
        notes.setPlaceholderText(self.tr("A note for yourself"))
        notes.show_other(self._item.note)
        drawer = ItemDrawer(self._item, notes, self._page.look, lambda: self._page.editor.today, self)
        drawer.evidence_wanted.connect(lambda: self._ask_evidence(None))
        drawer.editing_wanted.connect(self._edit_words)
        drawer.day_chosen.connect(self._change_day)
        drawer.move_wanted.connect(self._move)
        drawer.closed.connect(self.close_drawer)
        drawer.removed.connect(self._remove)
        self._show_in_drawer(drawer)
        return drawer

    def _show_in_drawer(self, drawer: ItemDrawer) -> None:
        item, editor = self._item, self._page.editor
        alike = [each for each in editor.plan.items_of_milestone[item.milestone] if each.kind is item.kind]
        drawer.show_item(item, editor.today, first=alike[0] == item, last=alike[-1] == item)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the item, where the mouse or the keyboard is."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.box.mapToGlobal(self.box.rect().bottomLeft()) if by_keys else event.globalPos()
        self.menu().popup(at)

    def menu(self) -> QMenu:
        """What can be done with the item; it frees itself."""
        item, milestone = self._item, self._page.editor.plan.items_of_milestone[self._item.milestone]
        alike = [each for each in milestone if each.kind is item.kind]
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, do, applies in (
            (self.tr("&Untick") if item.done else self.tr("&Tick"), self.box.click, True),
            (self.tr("E&vidence…"), lambda: self._ask_evidence(None), True),
            (self.tr("&Note, day and more"), self.open_drawer, True),
            (self.tr("&Edit…"), self._edit_words, True),
            (self.tr("Move u&p"), lambda: self._move(-1), alike[0] != item),
            (self.tr("Move &down"), lambda: self._move(1), alike[-1] != item),
            (self.tr("&Remove"), self._remove, True),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, do=do: do())
            action.setEnabled(applies and not self._page.editor.read_only)
        return menu

    def _connect(self) -> None:
        self.box.chosen.connect(self._tick)
        self.title.clicked.connect(self.box.click)
        self.more.clicked.connect(lambda: self.close_drawer() if self._open else self.open_drawer())
        self.evidence.open_requested.connect(self._open_link)
        self.evidence.save_requested.connect(self._save_file)
        self.evidence.remove_requested.connect(self._remove_evidence)

    def _tick(self, done: bool) -> None:
        item, today = self._item, self._page.editor.today
        if not done:
            self._page.edit(filled(self.tr("Untick %1"), item.title), proof.tick, item.id, None)
        elif item.needs_evidence and not item.evidence:
            self.box.show_checked(False)  # it is not done before the question is answered
            self._ask_evidence(today)
        else:
            self._page.edit(filled(self.tr("Tick %1"), item.title), proof.tick, item.id, today)

    def _ask_evidence(self, done_on: date | None) -> None:
        # Imported when it is asked for, as all dialogs are: the start of the program does not wait.
        from planner.ui.inspector.evidence_dialog import EvidenceDialog

        EvidenceDialog(self._item, self._page, self, done_on).open()

    def _change_day(self, day: date) -> None:
        text = filled(self.tr("Change the day of %1"), self._item.title)
        self._page.edit(text, proof.tick, self._item.id, day)

    def _remove_evidence(self, evidence: Evidence) -> None:
        text = filled(self.tr("Remove evidence from %1"), self._item.title)
        self._page.edit(text, proof.remove_evidence, self._item.id, evidence)

    def _edit_words(self) -> None:
        item = self._item
        words = ItemWords(
            title=item.title,
            hint=item.hint,
            kind=item.kind,
            required=item.required,
            needs_evidence=item.needs_evidence,
        )
        from planner.ui.inspector.item_dialog import ItemDialog

        ask = ItemDialog(self.tr("Edit the item"), "", self.tr("Save"), words, self)
        text = filled(self.tr("Edit %1"), item.title)
        ask.answered.connect(lambda said: self._page.edit(text, change_item, item.id, said))
        ask.open()

    def _move(self, by: int) -> None:
        words = self.tr("Move %1 up") if by < 0 else self.tr("Move %1 down")
        self._page.edit(filled(words, self._item.title), move_item, self._item.id, by)

    def _remove(self) -> None:
        item = self._item
        self.close_drawer()
        milestone = self._page.editor.plan.milestone(item.milestone)
        text = filled(self.tr("Remove %1 from %2"), item.title, milestone.title)
        self._page.edit(text, proof.remove_item, item.id)

    def _keep_note(self, note: str) -> bool:
        text = filled(self.tr("Edit the note on %1"), self._item.title)
        return self._page.edit(text, proof.set_item_note, self._item.id, note)

    def _open_link(self, link: str) -> None:
        if problem := open_link(link, self):
            self._page.message.emit(problem)

    def _save_file(self, evidence: Evidence) -> None:
        from planner.ui.inspector.file_copy import save_file_of

        assert evidence.file is not None
        try:
            path = save_file_of(self._page.editor.plan.attachment(evidence.file), self)
        except MilepostError as error:
            self._page.editor.failed.emit(str(error))
            return
        if path is not None:
            self._page.message.emit(filled(self.tr("Saved %1 as %2"), evidence_line(evidence), str(path)))
