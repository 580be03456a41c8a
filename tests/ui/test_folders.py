"""Choosing a file begins beside the plan, then where one was chosen last; never with a folder as its name."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.paths import default_plan_folder
from planner.ui.folders import begin_in, open_folder, remember_folder
from planner.ui.inspector.kept_files import KeptFiles
from planner.ui.save_dialog import ask_where
from planner.ui.theme_controller import ThemeController


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> QWidget:
    """The window of a plan, which lies in a folder of its own."""
    (tmp_path / "plans").mkdir()
    made = QWidget()
    qtbot.addWidget(made)
    made.setWindowFilePath(str(tmp_path / "plans" / "path.milepost"))
    return made


def test_it_begins_beside_the_plan_in_every_dialog(window: QWidget, tmp_path: Path) -> None:
    assert begin_in(window) == tmp_path / "plans"
    assert begin_in(QDialog(window)) == tmp_path / "plans"


def test_it_goes_on_where_a_file_was_chosen_last(
    window: QWidget, look: ThemeController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    certificate = tmp_path / "downloads" / "certificate.pdf"
    certificate.parent.mkdir()
    certificate.write_bytes(b"%PDF-1.7")

    def choose(_parent: QWidget, _title: str, folder: str) -> tuple[list[str], str]:
        asked.append(folder)
        return [str(certificate)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    files = KeptFiles({}, look, window)
    files.add.click()
    files.add.click()
    assert asked == [str(tmp_path / "plans"), str(certificate.parent)]
    assert begin_in(window) == certificate.parent


def test_a_file_that_was_written_is_remembered_too(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(*_args: object, **_words: object) -> tuple[str, str]:
        return str(tmp_path / "week.pdf"), "PDF"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    assert ask_where(window, "Save", begin_in(window) / "week.pdf", {"PDF": ".pdf"}) == tmp_path / "week.pdf"
    assert begin_in(window) == tmp_path


def test_a_folder_that_is_gone_is_not_offered(window: QWidget, tmp_path: Path) -> None:
    remember_folder(window, tmp_path / "gone")
    assert begin_in(window) == tmp_path / "plans"
    window.setWindowFilePath(str(tmp_path / "gone" / "path.milepost"))
    assert begin_in(window) in (default_plan_folder(), Path.home())
    assert begin_in(None).is_dir()


def test_a_folder_is_shown_or_the_nearest_one_there_is(tmp_path: Path) -> None:
    shown: list[str] = []

    def opened(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    assert open_folder(tmp_path, opened) == ""
    assert open_folder(tmp_path / "backups" / "of one", opened) == ""
    assert shown == [str(tmp_path)] * 2


def test_without_a_file_manager_the_folder_is_named(tmp_path: Path) -> None:
    said = open_folder(tmp_path / "backups", lambda _url: False)
    assert said == f"No file manager could be opened. The folder is {tmp_path}."
