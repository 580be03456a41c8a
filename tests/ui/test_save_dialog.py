"""Where to write: names get their endings, and a file that is there is only replaced when that was agreed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.ui.save_dialog import ask_where

KINDS = {"Picture (*.png)": ".png", "Vector picture (*.svg)": ".svg"}


@pytest.fixture(autouse=True)
def own_dialogs(qapp: QApplication) -> None:
    """Qt's own dialogs, which a test can type into, wherever it runs."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def when_shown(kind: type[QWidget], then: Callable[[QWidget], None]) -> None:
    """Do something with a dialog of this kind once it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            then(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def press(dialog: QWidget, which: QDialogButtonBox.StandardButton) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(which).click()


def save_as(name: str, kind: str = "") -> None:
    """Type a name into the dialog, choose a kind where one is named, and press Save."""

    def fill(dialog: QWidget) -> None:
        if kind:
            box = dialog.findChild(QComboBox, "fileTypeCombo")
            assert isinstance(box, QComboBox)
            box.setCurrentText(kind)
            box.activated.emit(box.currentIndex())
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        if name:
            field.setText(name)
        press(dialog, QDialogButtonBox.StandardButton.Save)

    when_shown(QFileDialog, fill)


def asked(folder: Path) -> Path | None:
    return ask_where(None, "Save as picture", folder / "plan.png", KINDS)


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("", "", "plan.png"),
        ("", "Vector picture (*.svg)", "plan.svg"),
        ("wall", "", "wall.png"),
        ("wall", "Vector picture (*.svg)", "wall.svg"),
        ("plan.v2", "Vector picture (*.svg)", "plan.v2.svg"),
        ("wall.SVG", "", "wall.SVG"),
    ],
)
def test_a_name_gets_the_ending_of_its_kind(
    qtbot: QtBot, tmp_path: Path, typed: str, kind: str, name: str
) -> None:
    save_as(typed, kind)
    assert asked(tmp_path) == tmp_path / name


@pytest.mark.parametrize(
    ("answer", "written"),
    [(QDialogButtonBox.StandardButton.Yes, True), (QDialogButtonBox.StandardButton.No, False)],
)
def test_a_file_that_the_ending_leads_to_is_asked_about(
    qtbot: QtBot, tmp_path: Path, answer: QDialogButtonBox.StandardButton, written: bool
) -> None:
    (tmp_path / "wall.svg").write_text("an older one")
    save_as("wall", "Vector picture (*.svg)")
    when_shown(QMessageBox, lambda box: press(box, answer))
    assert asked(tmp_path) == (tmp_path / "wall.svg" if written else None)


def test_cancelled_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    when_shown(QFileDialog, lambda dialog: press(dialog, QDialogButtonBox.StandardButton.Cancel))
    assert asked(tmp_path) is None
