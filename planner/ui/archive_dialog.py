"""The archived activities: kept for their logged hours, and brought back with a press."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.domain.archive import restore
from planner.domain.items import ActivityId
from planner.domain.progress import logged_hours
from planner.domain.wording import day_text, effort_text
from planner.ui.editor import Editor
from planner.ui.inspector.ask import Question
from planner.ui.undo_keys import undo_in

WIDTH = 520
HEIGHT = 220
ROW_HEIGHT = 30
ID_ROLE = Qt.ItemDataRole.UserRole


class ArchiveDialog(Question):
    """Stays open, so that several can be brought back; each is one edit."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(
            self.tr("Archived activities"),
            self.tr("They are no part of the plan any more; the hours logged for them are kept."),
            self.tr("Bring it back"),
            parent,
        )
        self._editor = editor
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([self.tr("Activity"), self.tr("Logged"), self.tr("Archived on")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Archived activities"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setMinimumSize(WIDTH, HEIGHT)
        self.body.addWidget(self.list)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        close.setText(self.tr("Close"))
        self.list.itemDoubleClicked.connect(lambda *_: self.accept())
        self.list.currentItemChanged.connect(lambda *_: self._check())
        editor.changed.connect(self._fill)
        undo_in(self, editor)
        # A screen reader would go on finding the rows of the closed list, one of them chosen.
        self.finished.connect(self.list.clear)
        self._fill()
        self.list.setFocus()

    def accept(self) -> None:
        """Bring the chosen activity back."""
        chosen = self.list.currentItem()
        if chosen is None:
            return
        activity = ActivityId(chosen.data(0, ID_ROLE))
        title = self._editor.plan.activity(activity).title
        self._editor.apply(self.tr("Bring {title} back").format(title=title), restore, activity)

    def _fill(self) -> None:
        plan = self._editor.plan
        chosen = self.list.currentItem()
        place = 0 if chosen is None else self.list.indexOfTopLevelItem(chosen)
        self.list.clear()
        for each in plan.archived:
            logged, day = effort_text(logged_hours(plan, each)), each.archived_on
            row = QTreeWidgetItem([each.title, logged, day_text(day) if day is not None else ""])
            row.setData(0, ID_ROLE, each.id)
            row.setSizeHint(0, QSize(0, ROW_HEIGHT))
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(row)
        then = self.list.topLevelItem(min(place, self.list.topLevelItemCount() - 1))
        if then is not None:
            self.list.setCurrentItem(then)
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(self.list.currentItem() is not None)
