"""Undo and redo belong to a text field while something is being typed there, else to the plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDialog, QLineEdit, QWidget

if TYPE_CHECKING:  # the program starts with this module, and the editor needs all of the domain
    from planner.ui.editor import Editor


class UndoKeys(QObject):
    """Lets Ctrl+Z through to the plan from fields without changes of their own.

    A line edit claims the keys of undo whenever it has the focus, also when all that was typed is in the plan
    already; then nothing at all would happen. Only the field in focus is watched: a filter for the whole
    application would be asked for every event there is.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self.on_focus_changed)

    def on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Watch the field that got the focus."""
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QAbstractSpinBox):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from claiming the keys while it has nothing to take back."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        keys = QKeySequence.StandardKey
        if not (event.matches(keys.Undo) or event.matches(keys.Redo)):
            return False
        field = watched.lineEdit() if isinstance(watched, QAbstractSpinBox) else watched
        return isinstance(field, QLineEdit) and not field.isModified()


def undo_in(dialog: QDialog, editor: "Editor") -> None:
    """Let the keys of undo and redo work in a dialog that changes the plan while it is open.

    The window behind has them too, but gets no keys meanwhile.
    """

    def step(take: Callable[[], bool], text: str) -> None:
        if text and not editor.read_only:
            take()

    keys = QKeySequence.StandardKey
    undo, redo = QShortcut(QKeySequence(keys.Undo), dialog), QShortcut(dialog)
    redo.setKeys([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    undo.activated.connect(lambda: step(editor.undo, editor.undo_text))
    redo.activated.connect(lambda: step(editor.redo, editor.redo_text))
