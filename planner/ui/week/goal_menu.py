"""The menu of a goal: what can be done with it, with the keys that do the same."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from planner.ui.week.goal_row import GoalRow


def show_goal_menu(row: "GoalRow", place: QPoint) -> None:
    """Show the menu of a row at a place of the screen."""
    menu = QMenu(row)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    tick = _tr("Take the &tick back") if row.tick.isChecked() else _tr("&Tick as done")
    menu.addAction(f"{tick}\t{_tr('Space')}").triggered.connect(row.tick.click)
    menu.addAction(_tr("&Change the words…") + "\tF2").triggered.connect(row.write)
    menu.addSeparator()
    for words, keys, button in (
        (_tr("Move &up"), _tr("Alt+Up"), row.up),
        (_tr("Move &down"), _tr("Alt+Down"), row.down),
    ):
        action = menu.addAction(f"{words}\t{keys}")
        action.setEnabled(button.isEnabled())
        action.triggered.connect(button.click)
    menu.addSeparator()
    menu.addAction(_tr("&Remove") + "\t" + _tr("Del")).triggered.connect(row.remove.click)
    menu.popup(place)


def _tr(text: str) -> str:
    return QCoreApplication.translate("GoalMenu", text)
