"""Opens the comparison of baselines, which is loaded when it is asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.domain.items import BaselineId
from planner.ui.editor import Editor


def compare_baselines(
    editor: Editor,
    window: QWidget,
    go_to: Callable[[str], object],
    one: BaselineId | None = None,
) -> None:
    """Let the learner compare two; `go_to` shows an item that a row is about, `one` is chosen at first."""
    from planner.ui.baselines.compare_dialog import CompareDialog

    dialog = CompareDialog(editor, window, one=one)
    dialog.item_requested.connect(go_to)
    dialog.exec()
    dialog.deleteLater()
