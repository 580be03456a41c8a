"""Taking a baseline: asks for the reason, and keeps the dates as they are now."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from planner.domain.baselines import take_baseline
from planner.domain.items import BaselineId, new_id
from planner.ui.editor import Editor
from planner.ui.title_dialog import TitleDialog


def take_a_baseline(editor: Editor, window: QWidget) -> BaselineId | None:
    """Ask why, and take it; its id, or None when the learner thought better of it."""
    dialog = TitleDialog(
        _tr("Take a baseline"),
        _tr("Keeps all dates as they are now, to compare with later. Why now?"),
        _tr("Take it"),
        window,
    )
    dialog.field.setAccessibleName(_tr("Reason"))
    dialog.field.setPlaceholderText(_tr("Before the holidays, the new hours, …"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    baseline = BaselineId(new_id())
    done = editor.apply(_tr("Take a baseline"), take_baseline, baseline, editor.today, dialog.title)
    return baseline if done else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("baselines", text)
