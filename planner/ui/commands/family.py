"""Family: what groups of commands share: the editor, the window for their questions, and the selection."""

from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from planner.domain.plan import Plan
from planner.ui.commands.chosen import Chosen
from planner.ui.editor import Editor

Arguments = ParamSpec("Arguments")
Id = TypeVar("Id", bound=str)


class Family(QObject):
    """Commands of one subject on what is selected now."""

    message = Signal(str)
    """One sentence for the status bar."""

    undo_offered = Signal(str)
    """One sentence on what was done otherwise than asked, to be shown with a way to undo it."""

    made = Signal(object)
    """The ids of what a command added, as a tuple: they are to be selected."""

    def __init__(self, editor: Editor, window: QWidget, chosen: Callable[[], Chosen]) -> None:
        super().__init__(window)
        self._editor = editor
        self._window = window
        self._chosen = chosen

    @property
    def chosen(self) -> Chosen:
        """What is selected now."""
        return self._chosen()

    def ask(self, dialog: QDialog) -> bool:
        """Show a dialog until it is answered, and free it; whether it was accepted."""
        answer = dialog.exec()
        dialog.deleteLater()
        return answer == QDialog.DialogCode.Accepted

    def apply_to_each(
        self,
        text: str,
        ids: Sequence[Id],
        verb: Callable[Concatenate[Plan, Id, Arguments], Plan],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> bool:
        """Apply a verb to one item after the other, all in one undo step."""

        def all_of_them(plan: Plan) -> Plan:
            for each in ids:
                plan = verb(plan, each, *args, **kwargs)
            return plan

        return self._editor.apply(text, all_of_them)
