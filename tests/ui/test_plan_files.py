"""What the window writes beside the plan, through the real file dialog."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.plan_files import PlanFiles
from planner.ui.printing.printed_sheets import last_printed
from planner.ui.settings import Settings


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def files(editor: Editor, window: QWidget, tmp_path: Path) -> PlanFiles:
    return PlanFiles(editor, Settings(tmp_path / "settings.ini"), window)


def type_name(path: Path) -> None:
    """Type a name into the dialog that a command opens, and save."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, look)
            return
        field = dialog.findChild(QLineEdit)
        buttons = dialog.findChild(QDialogButtonBox)
        assert isinstance(field, QLineEdit)
        assert isinstance(buttons, QDialogButtonBox)
        field.setText(str(path))
        buttons.button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, look)


def agree() -> None:
    """Say yes to the dialog's own question whether to replace a file."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is None or isinstance(box, QFileDialog):
            QTimer.singleShot(10, look)
            return
        yes = box.findChild(QDialogButtonBox)
        assert isinstance(yes, QDialogButtonBox)
        yes.button(QDialogButtonBox.StandardButton.Yes).click()

    QTimer.singleShot(0, look)


@pytest.fixture(autouse=True)
def own_dialogs(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt's own dialogs, which a test can type into, wherever it runs."""
    from PySide6.QtCore import Qt

    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def test_a_copy_opens_as_the_same_plan(
    files: PlanFiles, editor: Editor, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = tmp_path / "copy.milepost"
    type_name(copy)
    with qtbot.waitSignal(files.message) as told:
        files.save_copy()
    assert told.args == [f"Written: {copy}"]
    with Document.open(copy) as document:
        assert document.plan == editor.plan


def test_json_and_the_week_are_written(
    files: PlanFiles, editor: Editor, tmp_path: Path, qtbot: QtBot
) -> None:
    export: Callable[[], None]
    for name, begins, export in (
        ("plan.json", b"{", files.export_json),
        ("week.pdf", b"%PDF", lambda: files.save_week_pdf(editor.today)),
    ):
        type_name(tmp_path / name)
        with qtbot.waitSignal(files.message):
            export()
        assert (tmp_path / name).read_bytes().startswith(begins)
    monday = editor.today - timedelta(days=editor.today.weekday())
    settings = Settings(tmp_path / "settings.ini")
    assert last_printed(settings, editor.plan.facts.id, monday) is not None


def test_a_week_with_signs_without_a_font_is_written_and_says_so(
    files: PlanFiles, editor: Editor, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.printing.missing_signs.system_has_font", lambda sign: sign not in "ไทย")
    editor.apply("Rename", rename, next(iter(editor.plan.active)), "ไทย")
    type_name(tmp_path / "week.pdf")
    said: list[str] = []
    files.failed.connect(said.append)
    with qtbot.waitSignal(files.message):
        files.save_week_pdf(editor.plan.facts.start)
    assert ["no font for Thai (ไทย)" in each for each in said] == [True]
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF")


def test_a_plan_is_never_written_over_whatever_it_is_called(
    files: PlanFiles, editor: Editor, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(editor.document.path.read_bytes())
    before = path.read_bytes()
    type_name(path)
    agree()
    with qtbot.waitSignal(files.failed) as told:
        files.export_json()
    assert "was left as it is" in told.args[0]
    assert path.read_bytes() == before


def test_the_open_plans_own_name_gets_another_ending(files: PlanFiles, editor: Editor, qtbot: QtBot) -> None:
    path = editor.document.path
    before = path.read_bytes()
    type_name(path)
    agree()
    with qtbot.waitSignal(files.message):
        files.export_json()
    assert path.read_bytes() == before
    assert path.with_name(path.name + ".json").read_bytes().startswith(b"{")


def test_a_copy_takes_no_file_s_place(files: PlanFiles, tmp_path: Path, qtbot: QtBot) -> None:
    there = tmp_path / "there.milepost"
    there.write_bytes(b"something else")
    type_name(there)
    with qtbot.waitSignal(files.failed) as told:
        files.save_copy()
    assert "exists already" in told.args[0]
    assert there.read_bytes() == b"something else"
