"""What is asked and said while a plan is being opened, over the window where there is one already."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from planner.domain.errors import PlanLocked
from planner.storage.document import Document
from planner.ui.folders import begin_in


def open_or_ask(path: Path, parent: QWidget | None) -> Document | None:
    """Open a plan; where another Milepost has it open, ask what to do, and None where nothing is to be done.

    Raises MilepostError where it cannot be opened.
    """
    try:
        return Document.open(path)
    except PlanLocked as error:
        question = QMessageBox(parent)
        question.setIcon(QMessageBox.Icon.Question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setText(str(error))
        question.setInformativeText(
            _tr("You can look at it here without changing it, or take it over if that Milepost is gone.")
        )
        look = question.addButton(_tr("Look at it"), QMessageBox.ButtonRole.AcceptRole)
        take = question.addButton(_tr("Take it over"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(look)
        question.exec()
        if question.clickedButton() is look:
            return Document.open(path, read_only=True)
        if question.clickedButton() is take:
            return Document.open(path, break_lock=True)
        return None


def which_plan(parent: QWidget | None) -> Path | None:
    """Ask which plan to open; None where none was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        _tr("Open a plan"),
        str(begin_in(parent)),
        _tr("Milepost plans (*.milepost);;All files (*)"),
    )
    return Path(chosen) if chosen else None


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say what did not work, where no window can say it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()
    box.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Opening", text)
