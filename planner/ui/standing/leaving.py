"""The question before a plan is closed of which something would be lost."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from planner.ui.editor import Editor
from planner.ui.standing.trouble import Trouble, TroubleKind
from planner.ui.standing.words import trouble_sentence


def ask_before_leaving(editor: Editor, save_copy: Callable[[], bool], parent: QWidget) -> bool:
    """Ask until nothing would be lost, or the person does without it; False to stay."""
    while (trouble := editor.trouble) is not None:
        box = _question(editor, trouble, parent)
        again = _first_way(box, trouble)
        copy = box.addButton(_tr("Save a copy…"), QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(_tr("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(again or copy)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        if chosen is leave:
            editor.let_go()
            return True
        if chosen is copy:
            if save_copy():
                return True
        elif again is not None and chosen is again:
            if trouble.kind is TroubleKind.GONE:
                editor.put_back()
            else:
                editor.try_again()
        else:
            return False
    return True


def _question(editor: Editor, trouble: Trouble, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_tr("Close the plan?"))
    box.setText(_tr("Something would be lost if you closed the plan now."))
    box.setInformativeText(trouble_sentence(trouble, editor.waiting, editor.document.path))
    return box


def _first_way(box: QMessageBox, trouble: Trouble) -> QPushButton | None:
    """What may solve it at once; nothing gives back a file that another program has changed."""
    if trouble.kind in (TroubleKind.REPLACED, TroubleKind.DAMAGED):
        return None
    words = _tr("Put it back") if trouble.kind is TroubleKind.GONE else _tr("Try again")
    return box.addButton(words, QMessageBox.ButtonRole.AcceptRole)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Leaving", text)
