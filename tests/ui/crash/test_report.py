"""The sentence after an abnormal end, what waits for it, and the log that it offers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.banner import Banner
from planner.ui.crash.report import SHOWN_BYTES, LogDialog, newest, say_cut_off, say_surprise, show_log
from tests.helpers.looks import wait_until_freed

SENTENCE = "Milepost did not end normally last time; this plan was checked and is in order."


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def banner(window: QWidget) -> Banner:
    made = Banner(window)
    QVBoxLayout(window).addWidget(made)
    return made


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "milepost.log"
    path.write_text("2027-04-05 ERROR ValueError at editor.py:3 apply\n", encoding="utf-8")
    return path


def test_the_sentence_leads_to_the_log(banner: Banner, log: Path, qtbot: QtBot) -> None:
    say_cut_off(banner, log)
    assert (
        banner.sentence == "Milepost did not end normally last time; this plan was checked and is in order."
    )
    show = next(each for each in banner.findChildren(QPushButton) if each.text() == "Show the log")
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    dialog = banner.window().findChild(LogDialog)
    assert dialog is not None
    assert "ValueError at editor.py:3" in dialog.text.toPlainText()
    assert dialog.text.isReadOnly()
    dialog.reject()
    wait_until_freed(qtbot, dialog)


def test_it_waits_for_what_is_said_already(banner: Banner, log: Path, qtbot: QtBot) -> None:
    banner.tell("The plan was not saved.")
    say_cut_off(banner, log)
    assert banner.sentence == "The plan was not saved."
    close = banner.findChild(QPushButton, "close")
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.sentence.startswith("Milepost did not end normally")


def test_a_surprise_is_one_sentence_with_the_log_behind_it(banner: Banner, log: Path) -> None:
    say_surprise(banner, log)
    assert banner.sentence.startswith("Something unexpected happened. Your plan is saved")
    assert any(each.text() == "Show the log" for each in banner.findChildren(QPushButton))


def test_the_log_is_copied_and_found_in_its_folder(log: Path, qtbot: QtBot) -> None:
    shown: list[Path] = []

    def open_folder(folder: Path) -> str:
        shown.append(folder)
        return "No file manager could be opened."

    dialog = LogDialog(log, None, open_folder=open_folder)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == log.read_text(encoding="utf-8")
    assert dialog.copy.text() == "Copied"
    qtbot.mouseClick(dialog.show_folder, Qt.MouseButton.LeftButton)
    assert shown == [log.parent]
    assert dialog.problem.words == "No file manager could be opened."


def test_of_a_long_log_the_newest_is_shown_from_the_beginning_of_a_line(log: Path) -> None:
    log.write_text("".join(f"line {number}\n" for number in range(50_000)), encoding="utf-8")
    text = newest(log)
    assert text.endswith("line 49999\n")
    assert text.startswith("line ")
    assert len(text) <= SHOWN_BYTES


def test_no_log_at_all_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_log(tmp_path / "none.log", parent)
    dialog = parent.findChild(LogDialog)
    assert dialog is not None
    assert dialog.text.toPlainText() == "The log is empty."
    dialog.reject()
    wait_until_freed(qtbot, dialog)
