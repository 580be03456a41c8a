"""The history of changes: every edit in words, by day, found by typing; and the way back to any of them."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import MilepostError
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.fields.list_search import ListSearch
from planner.ui.fields.painted_list import PaintedList
from planner.ui.fields.text import TextLabel, filled
from planner.ui.revisions.delegate import RevisionDelegate
from planner.ui.revisions.details import RevisionDetails
from planner.ui.revisions.model import RevisionModel
from planner.ui.revisions.reader import HistoryReader
from planner.ui.revisions.words import go_back_text
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController

WIDTH, HEIGHT = 1080, 640
DETAILS_WIDTH = 300
"""Its words wrap; a row of the list has one line, with what followed at its end."""


class RevisionsDialog(QDialog):
    """A search field, the list of what was done, and the plan of then beside it; run it.

    Of weeks more than a year ago the file keeps one state each, which the foot of the list says where there
    are such.
    """

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._then: Schedule | None = None
        self._shown: int | None = None
        self.setWindowTitle(self.tr("History of changes"))
        self.model = RevisionModel(self)
        self.search = ListSearch(self)
        self.search.setPlaceholderText(self.tr("Find a title or what was done"))
        self.search.setAccessibleName(self.tr("Find in the history"))
        self.count = TextLabel(role="muted", parent=self)
        self.list = PaintedList(self.model, self.tr("What was done"), self)
        self.list.setItemDelegate(RevisionDelegate(theme_controller, self.list))
        self.rule = TextLabel(
            self.tr("Of each week more than a year ago one step is kept: the plan as the week ended."),
            "muted",
            self,
        )
        self.rule.hide()
        self.details = RevisionDetails(self)
        self.problem = TextLabel(role="danger", parent=self)
        self.note = TextLabel(role="muted", parent=self)
        self.back_button = QPushButton(self.tr("&Go back to here"), self)
        self._lay_out()
        self._connect()
        self.reader: HistoryReader | None = None
        self._read()
        self.search.setFocus()

    @property
    def chosen(self) -> int | None:
        """The revision that is shown beside the list."""
        entry = self.model.entry(self.list.currentIndex())
        return None if entry is None else entry.revision

    def choose(self, revision: int) -> None:
        """Choose a revision of the list."""
        row = self.model.row_of(revision)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def done(self, result: int) -> None:
        """Close, and read no more."""
        if self.reader is not None:
            self.reader.stop()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        # Going back is asked for on purpose, never by Enter in the search field.
        for button in (self.back_button, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.search)
        rows.addWidget(self.count)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.rule)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(left)
        self.split.addWidget(self.details)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([WIDTH - DETAILS_WIDTH, DETAILS_WIDTH])
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back_button)
        foot.addWidget(self.note, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("History of changes"), "title", self))
        column.addWidget(self.split, 1)
        column.addWidget(self.problem)
        column.addLayout(foot)
        resize_within_screen(self, WIDTH, HEIGHT)

    def _connect(self) -> None:
        self._editor.changed.connect(self._read)
        self._editor.failed.connect(self.problem.say)
        self.search.textChanged.connect(self._on_typed)
        self.search.moved.connect(self._pass_on)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.list.verticalScrollBar().valueChanged.connect(self._tell_what_shows)
        self.list.verticalScrollBar().rangeChanged.connect(self._tell_what_shows)
        self.back_button.clicked.connect(self._go_back)

    def _read(self, *_: object) -> None:
        """Read the journal, again after an edit."""
        if self.reader is not None:
            self.reader.stop()
            self.reader.deleteLater()
            self.reader = None
        try:
            reader = HistoryReader(self._editor.document, self)
        except MilepostError as error:
            self.problem.say(str(error))
            self._say_note()
            return
        reader.arrived.connect(self._on_arrived)
        reader.failed.connect(self.problem.say)
        reader.told.connect(self._on_told)
        reader.all_told.connect(self._on_all_told)
        self.reader = reader
        self.rule.setVisible(reader.has_weeks)
        self._shown = None
        self.model.show_history(reader)
        self._choose_again(None)

    def _on_typed(self, typed: str) -> None:
        if self.reader is not None:
            before = self.chosen
            self.model.search(typed)
            self._choose_again(before)

    def _on_all_told(self) -> None:
        """Now the words of every row are known: look for what was typed in all of them."""
        if self.search.text().strip():
            self._on_typed(self.search.text())

    def _choose_again(self, before: int | None) -> None:
        """Choose the revision that was chosen, else the newest, and say how many there are."""
        row = None if before is None else self.model.row_of(before)
        row = self.model.first_row() if row is None else row
        self.list.setCurrentIndex(QModelIndex() if row is None else self.model.index(row))
        if row is not None and row <= 1:
            self.list.scrollToTop()
        self._on_chosen()
        self._say_count()
        self._tell_what_shows()

    def _say_count(self) -> None:
        assert self.reader is not None
        every, found = len(self.reader.lines), self.model.found
        if not every:
            self.count.say(self.tr("Nothing was changed yet."))
        elif not self.search.text().strip():
            self.count.say(self.tr("1 step") if every == 1 else filled(self.tr("%1 steps"), f"{every:,}"))
        elif not self.reader.complete:
            self.count.say(self.tr("Still looking…"))
        elif not found:
            self.count.say(filled(self.tr("No step has “%1” in it."), self.search.text().strip()))
        else:
            self.count.say(filled(self.tr("%1 of %2 steps"), f"{found:,}", f"{every:,}"))

    def _on_chosen(self, *_: object) -> None:
        revision = self.chosen
        if revision is None or self.reader is None:
            self._then, self._shown = None, None
            self.details.show_nothing()
        elif revision != self._shown:
            self._then, self._shown = None, revision
            self.details.show_waiting(self.model.moment(revision), self.model.words(revision))
            self.reader.look_for(revision)
        self._say_note()

    def _on_arrived(self, revision: int) -> None:
        if revision == self.chosen and self.reader is not None:
            self._then = self.reader.schedule_at(revision)
            self._show_then(revision, self._then)
            self._say_note()

    def _show_then(self, revision: int, then: Schedule) -> None:
        moment, words = self.model.moment(revision), self.model.words(revision)
        self.details.show_plan(moment, words, then, self._editor.schedule)

    def _on_told(self, numbers: list[int]) -> None:
        revision = self.chosen
        if self._then is not None and revision is not None and revision in numbers:
            self._show_then(revision, self._then)

    def _say_note(self) -> None:
        """Whether one can go back to what is chosen, and what that means."""
        same = self._then is not None and self._then.plan == self._editor.plan
        self.back_button.setEnabled(self._then is not None and not same and not self._editor.read_only)
        if self._editor.read_only:
            self.note.say(self.tr("This plan can only be looked at, so there is no going back in it."))
        elif same:
            self.note.say(self.tr("This is the plan as it is now."))
        else:
            self.note.say(self.tr("Going back is one step: Undo takes it back, and nothing is lost."))

    def _go_back(self) -> None:
        """Make the plan what it was, as one edit."""
        revision, then = self.chosen, self._then
        if revision is None or then is None:
            return
        text = go_back_text(revision, self.model.moment(revision))
        self._editor.changed.disconnect(self._read)
        if self._editor.apply(text, lambda _: then.plan):
            self.accept()
        else:
            self._editor.changed.connect(self._read)

    def _tell_what_shows(self, *_: object) -> None:
        """Let the rows on screen be read first."""
        if self.reader is None:
            return
        room: QRect = self.list.viewport().rect()
        first = self.list.indexAt(room.topLeft())
        last = self.list.indexAt(room.bottomLeft())
        begin = first.row() if first.isValid() else 0
        end = last.row() if last.isValid() else min(begin + 60, self.model.rowCount() - 1)
        entries = (self.model.entry(self.model.index(row)) for row in range(begin, end + 1))
        self.reader.show(each.revision for each in entries if each is not None and each.revision)

    def _pass_on(self, event: QKeyEvent) -> None:
        """Arrows in the search field move through the list, which keeps no keyboard for that."""
        self.list.keyPressEvent(event)
