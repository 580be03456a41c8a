"""Typing in the rows of the outline: titles, days and hours, each kept as one undo step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlanError
from planner.ui.editor import Editor
from planner.ui.timeline.cell_editor import CellEditor, EditCard
from planner.ui.timeline.cell_edits import EDITABLE, CellEdit, hint_for, read_edit, refusal_of, text_to_edit
from planner.ui.timeline.columns import Column, title_of
from planner.ui.timeline.outline_painting import CELL_LEFT, title_font, title_left
from planner.ui.timeline.rows import Row
from planner.ui.timeline.words import translate

if TYPE_CHECKING:
    from planner.ui.timeline.outline import Outline


class RowEditing(QObject):
    """Opens a line over a cell, says what will come of what is typed, and applies it."""

    message = Signal(str)
    """Why a cell cannot be typed into."""

    def __init__(self, editor: Editor, outline: "Outline", page: QWidget) -> None:
        super().__init__(page)
        self._editor = editor
        self._outline = outline
        self._page = page
        self._line: CellEditor | None = None
        self._row: Row | None = None
        self._card: EditCard | None = None
        self._column = Column.PATH
        outline.verticalScrollBar().valueChanged.connect(lambda: self._close())
        outline.columns.sectionResized.connect(lambda *_: self._close())
        outline.columns.sectionMoved.connect(lambda *_: self._close())
        editor.changed.connect(lambda _changes: self._close())

    @property
    def line(self) -> CellEditor | None:
        """The line that is open."""
        return self._line

    @property
    def sentence(self) -> str:
        """What the card under the line says."""
        return self._card.sentence if self._card is not None else ""

    def begin(self, item_id: str, column: Column) -> None:
        """Open a line over a cell of a row that shows, or say why that cannot be."""
        self._close()
        model, rows = self._outline.outline_model, self._outline.rows
        if item_id not in rows.index:
            return
        if self._editor.read_only:
            self.message.emit(translate("This plan is open for reading only."))
            return
        row = rows.rows[rows.index[item_id]]
        thing = model.thing(row)
        if refusal := refusal_of(model.dates, thing, column):
            self.message.emit(refusal)
            return
        self._row, self._column = row, column
        look, cell = self._outline.look, self._outline.cell_rect(item_id, column)
        in_title = column is Column.PATH
        name = translate("{column} of {title}").format(column=title_of(column), title=thing.title)
        line = CellEditor(
            text_to_edit(model.dates, thing, column),
            title_font(look, row) if in_title else look.small,
            name,
            self._outline.viewport(),
        )
        line.place(cell, cell.left() + (title_left(row) if in_title else CELL_LEFT))
        line.kept.connect(self._keep)
        line.left.connect(self.leave)
        line.cancelled.connect(self._cancel)
        line.stepped.connect(self._step)
        line.textEdited.connect(lambda _text: self._tell())
        self._line, self._card = line, EditCard(self._page)
        line.show()
        line.setFocus()
        line.selectAll()
        self._tell()

    def leave(self) -> None:
        """Keep what makes sense, and say so where it does not: the keyboard or the rows go elsewhere."""
        if self._line is None:
            return
        try:
            edit = self._read()
        except PlanError as error:
            self._close()
            self.message.emit(translate("{reason} Nothing was changed.").format(reason=error))
            return
        self._close()
        if edit.verb is not None:
            self._editor.apply(edit.text, edit.verb)

    def _read(self) -> CellEdit:
        """What is typed now means; raises `PlanError`."""
        model, line, row = self._outline.outline_model, self._line, self._row
        assert line is not None
        assert row is not None
        return read_edit(model.dates, model.thing(row), self._column, line.text())

    def _tell(self) -> None:
        if self._line is None or self._card is None:
            return
        below = QRect(self._line.mapTo(self._page, self._line.rect().topLeft()), self._line.size())
        try:
            sentence = self._read().says or ("" if self._line.isModified() else hint_for(self._column))
            self._card.tell(sentence, wrong=False, below=below)
        except PlanError as error:
            self._card.tell(str(error), wrong=True, below=below)

    def _keep(self) -> bool:
        """Apply what is typed; where it makes no sense the line stays open and says what is understood."""
        if self._line is None:
            return True
        try:
            edit = self._read()
        except PlanError:
            self._tell()
            self._line.selectAll()
            return False
        self._close()
        self._outline.setFocus()
        return edit.verb is None or self._editor.apply(edit.text, edit.verb)

    def _cancel(self) -> None:
        self._close()
        self._outline.setFocus()

    def _step(self, by: int) -> None:
        """Keep, and go on to the next cell of the row that can be typed into."""
        row, column = self._row, self._column
        if not self._keep() or row is None or row.id not in self._outline.rows.index:
            return
        item = row.id
        model, rows = self._outline.outline_model, self._outline.rows
        thing = model.thing(rows.rows[rows.index[item]])
        columns = [
            each
            for each in self._outline.columns.in_order
            if each in EDITABLE and (each is column or not refusal_of(model.dates, thing, each))
        ]
        self.begin(item, columns[(columns.index(column) + by) % len(columns)])

    def _close(self) -> None:
        line, card = self._line, self._card
        self._line = self._card = None
        for widget in (line, card):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
