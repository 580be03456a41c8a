"""Asks before what was typed off a sheet is thrown away."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.ui.fields.text import filled
from planner.ui.inspector.ask import Question


def ask_to_leave(sessions: int, throw_away: Callable[[], object], parent: QWidget) -> None:
    """Ask whether to close although nothing is logged; Enter and Esc go on typing.

    `sessions` counts those that are understood and differ from what is logged.
    """
    words = (
        _tr("What you typed is not logged yet.")
        if not sessions
        else _tr("What you typed is not logged yet: 1 session.")
        if sessions == 1
        else filled(_tr("What you typed is not logged yet: %1 sessions."), str(sessions))
    )
    ask = Question(_tr("Close without logging?"), words, _tr("&Throw it away"), parent)
    go_on = ask.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    go_on.setText(_tr("&Go on typing"))
    go_on.setDefault(True)
    go_on.setFocus()
    ask.accepted.connect(throw_away)
    ask.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
