"""Asks what becomes of the events when a plan is published no longer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.ui.fields.text import filled
from planner.ui.inspector.ask import Question


def ask_to_stop(
    calendar_name: str, *, take_out: Callable[[], object], leave: Callable[[], object], parent: QWidget
) -> None:
    """Take the plan's events out of the calendar, or leave them there; Esc goes on publishing."""
    ask = Question(
        _tr("Stop publishing"),
        filled(
            _tr("All events of this plan are taken out of “%1”. Other events stay, and your plan too."),
            calendar_name,
        ),
        _tr("Take them out"),
        parent,
    )
    ask.add_way_out(_tr("Leave them there"), leave)
    ask.accepted.connect(take_out)
    ask.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Publish", text)
