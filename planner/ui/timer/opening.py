"""The timer of a window's plan, on the real clock and in the learner's own data folder."""

from time import time

from PySide6.QtCore import QObject

from planner.domain.local_time import LocalTime
from planner.paths import data_folder
from planner.storage.timer_file import TimerFile
from planner.ui.editor import Editor
from planner.ui.timer.controller import TimerController


def timer_of(editor: Editor, parent: QObject) -> TimerController:
    """The timer of the open plan; `restore` it once its window is there."""
    file = TimerFile(data_folder() / "timers", editor.plan.facts.id, editor.document.path)
    return TimerController(editor, file, time, LocalTime(), parent)
