"""Linking in the window, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.items import DependencyId, DependencyKind
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.link_dialog import LinkDialog
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.plans import START, small_plan


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    with Document.create(tmp_path / "path.milepost", small_plan()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def window(editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(made)
    made.show()
    return made


def dialog_shown() -> LinkDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, LinkDialog)
    return found


def test_ctrl_l_asks_which_item_waits_and_links_it(window: MainWindow, editor: Editor) -> None:
    window.timeline.select("regression-course")

    def answer() -> None:
        dialog = dialog_shown()
        combo = dialog.findChild(QComboBox, "then")
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData("serve-model"))
        dialog.accept()

    QTimer.singleShot(0, answer)
    QTest.keyClick(window.timeline.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert editor.undo_text == "Link Regression course to Serve model (FS)"


def test_a_link_that_is_clicked_twice_can_be_changed_and_removed(window: MainWindow, editor: Editor) -> None:
    link = DependencyId("core-proven>serve-model")

    def change() -> None:
        dialog = dialog_shown()
        combo = dialog.findChild(QComboBox, "kind")
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(DependencyKind.START_START))
        dialog.accept()

    QTimer.singleShot(0, change)
    window.timeline.view.link_edit_requested.emit(link)
    assert editor.plan.dependencies[link].kind is DependencyKind.START_START

    def remove() -> None:
        buttons = dialog_shown().findChildren(QPushButton)
        next(each for each in buttons if each.text() == "Remove the link").click()

    QTimer.singleShot(0, remove)
    window.timeline.view.link_edit_requested.emit(link)
    assert link not in editor.plan.dependencies
    assert editor.undo_text == "Remove the link from Core proven to Serve model"


@pytest.mark.parametrize(
    ("key", "undo"),
    [
        (Qt.Key.Key_Right, "Start Serve model on "),
        (Qt.Key.Key_Down, "Give Serve model at most "),
    ],
)
def test_left_edge_and_range_tail_have_keys(
    window: MainWindow, editor: Editor, key: Qt.Key, undo: str
) -> None:
    window.timeline.select("serve-model")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.timeline.view, key, both)
    assert editor.undo_text.startswith(undo)
