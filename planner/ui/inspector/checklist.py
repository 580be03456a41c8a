"""The checklist of a milestone: items to tick, with their evidence, under a heading for each kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.checklist_edits import ItemWords, add_item_as
from planner.domain.checklist_facts import ChecklistItem, ChecklistKind
from planner.domain.items import (
    ChecklistItemId,
    MilestoneId,
    new_id,
)
from planner.domain.plan_links import plan_links
from planner.ui.fields.clearing import clear
from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.inspector.checklist_row import ChecklistRow
from planner.ui.inspector.page import Page
from planner.ui.inspector.words import checklist_word


class Checklist(QWidget):
    """All items of one milestone. Rows stay while their items do, also where these move."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._milestone: MilestoneId | None = None
        self._order: list[tuple[ChecklistItemId, ChecklistKind]] = []
        self._rows: dict[ChecklistItemId, ChecklistRow] = {}
        self.add = LinkButton(self)
        self.add.say(self.tr("Add an item…"))
        self.add.clicked.connect(self._ask_item)
        self.check_links = LinkButton(self)
        self.check_links.clicked.connect(self._check_links)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._layout)
        for button in (self.add, self.check_links):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_milestone(self, milestone: MilestoneId) -> None:
        """Show the checklist of a milestone as the plan has it now."""
        plan = self._page.editor.plan
        items = plan.items_of_milestone[milestone]
        order = [(each.id, each.kind) for each in items]
        if milestone != self._milestone or order != self._order:
            self._milestone, self._order = milestone, order
            self._build(items)
        for item in items:
            self._rows[item.id].show_item(item)
        self.check_links.say(self.tr("Check the links…") if plan_links(plan, milestone) else "")

    def flush(self) -> None:
        """Keep the notes being typed."""
        for row in self._rows.values():
            row.flush()

    def row(self, item: ChecklistItemId) -> ChecklistRow:
        """The row of an item; raises KeyError."""
        return self._rows[item]

    def _close_others(self, opened: ChecklistRow) -> None:
        for row in self._rows.values():
            if row is not opened:
                row.put_away()

    def _ask_item(self) -> None:
        from planner.ui.inspector.item_dialog import ItemDialog

        assert self._milestone is not None
        milestone = self._page.editor.plan.milestone(self._milestone)
        items = self._page.editor.plan.items_of_milestone[milestone.id]
        ask = ItemDialog(
            self.tr("Add an item"),
            filled(self.tr("What will show that “%1” is reached?"), milestone.title),
            self.tr("Add the item"),
            ItemWords(title="", kind=items[-1].kind if items else ChecklistKind.SKILL),
            self,
        )

        def add(words: ItemWords) -> None:
            text = filled(self.tr("Add %1 to %2"), words.title, milestone.title)
            self._page.edit(text, add_item_as, ChecklistItemId(new_id()), milestone.id, words)

        ask.answered.connect(add)
        ask.open()

    def _check_links(self) -> None:
        from planner.ui.link_check.dialog import check_links

        check_links(self._page.editor, self._page.look, self._page.window(), self._milestone)

    def _build(self, items: tuple[ChecklistItem, ...]) -> None:
        kept = {each.id for each in items}
        for item_id, row in self._rows.items():
            if item_id in kept:
                self._layout.removeWidget(row)
        clear(self._layout)
        rows: dict[ChecklistItemId, ChecklistRow] = {}
        for kind in ChecklistKind:
            of_kind = [each for each in items if each.kind is kind]
            if of_kind:
                heading = TextLabel(checklist_word(kind), "section", self)
                heading.setContentsMargins(0, 10, 0, 4)
                self._layout.addWidget(heading)
            for item in of_kind:
                rows[item.id] = self._rows.get(item.id) or self._made_row(item)
                self._layout.addWidget(rows[item.id])
        self._rows = rows
        arrange_focus(self._page)

    def _made_row(self, item: ChecklistItem) -> ChecklistRow:
        row = ChecklistRow(item, self._page, self)
        row.opened.connect(self._close_others)
        return row
