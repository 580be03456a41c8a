"""Compare baselines: two choices, the finish in a sentence, a table to sort, and a file of it."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from planner.domain import edits
from planner.domain.baselines import remove_baseline, take_baseline
from planner.domain.items import ActivityId, BaselineId
from planner.ui.baselines.compare_dialog import CompareDialog
from planner.ui.baselines.compare_table import Column
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.mouse import Mouse

REGRESSION = ActivityId("regression-course")
MADE, LATER = BaselineId("made"), BaselineId("later")


@pytest.fixture
def compared(editor: Editor, look: ThemeController, qtbot: QtBot) -> CompareDialog:
    """The plan as it was made, ten hours more of Regression after it, and a baseline of that."""
    editor.apply("Take", take_baseline, MADE, date(2027, 1, 4), "As made")
    editor.apply("Grow", edits.set_effort_range, REGRESSION, 40.0, 49.0, 60.0)
    editor.apply("Take", take_baseline, LATER, date(2027, 3, 1), "Before the holidays")
    dialog = CompareDialog(editor, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: CompareDialog, other: BaselineId | None) -> None:
    """Choose what the first baseline is compared with."""
    dialog.other.setCurrentIndex(dialog.other.findData(other))


def test_the_oldest_is_compared_with_the_plan_as_it_is(compared: CompareDialog) -> None:
    assert compared.one.currentText() == "4 Jan 2027 · As made"
    assert compared.other.currentText() == "The plan as it is now"
    assert compared.sentence.words.startswith("The finish is 7 days later: ")
    assert compared.table.titles()[0] == "Regression"
    assert compared.table.words_at(0) == ["Regression", "3 Apr 2027", "10 Apr 2027", "7 days later"]


def test_two_baselines_are_compared_and_all_items_shown(compared: CompareDialog, editor: Editor) -> None:
    editor.apply("Move", edits.move_activity, REGRESSION, date(2027, 5, 3))
    choose(compared, LATER)
    assert compared.table.words_at(0) == ["Regression", "3 Apr 2027", "10 Apr 2027", "7 days later"]
    few = len(compared.table.titles())
    compared.differing.box.click()
    assert len(compared.table.titles()) > few
    assert compared.table.words_at(0)[Column.DIFFERENCE] == "the same"


def test_a_heading_sorts_by_what_stands_below_it(compared: CompareDialog) -> None:
    header = compared.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.OTHER) + 12, header.height() // 2)
    both = []
    for _ in range(2):
        Mouse(header).click(at)
        rows = range(len(compared.table.titles()))
        both.append([_read(compared.table.words_at(row)[Column.OTHER]) for row in rows])
    assert sorted(both[0]) in both
    assert both[0] == both[1][::-1] != both[1]


def _read(text: str) -> date:
    """A day as the table writes it."""
    return datetime.strptime(text, "%d %b %Y").astimezone().date()


def test_it_follows_undo_and_what_is_removed(compared: CompareDialog, editor: Editor) -> None:
    choose(compared, LATER)
    editor.apply("Remove", remove_baseline, LATER)
    assert compared.other.currentData() is None
    QTest.keyClick(compared, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert compared.other.findData(LATER) > 0
    editor.apply("Shrink", edits.set_effort_range, REGRESSION, 20.0, 29.0, 60.0)
    assert compared.sentence.words.startswith("The finish is ")
    assert "earlier" in compared.sentence.words


def test_without_a_baseline_it_offers_to_take_one(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = CompareDialog(editor, None)
    qtbot.addWidget(dialog)
    assert dialog.sentence.words.startswith("There is no baseline yet.")
    assert not dialog.save_button.isEnabled()
    assert dialog.take_button.isEnabled()


def test_it_is_saved_as_a_table(
    compared: CompareDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "compared.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), "Tables (*.csv)"))
    compared.save_button.click()
    assert str(path) in compared.written.words
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, first, *_ = csv.reader(file)
    assert header == [
        "Item",
        "4 Jan 2027: first day",
        "4 Jan 2027: last day",
        "Now: first day",
        "Now: last day",
        "Days later",
        "Difference",
    ]
    assert first == [
        "Regression",
        "2027-03-08",
        "2027-04-03",
        "2027-03-08",
        "2027-04-10",
        "7",
        "7 days later",
    ]


def test_what_cannot_be_written_is_said(
    compared: CompareDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nowhere" / "compared.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), "Tables (*.csv)"))
    compared.save_button.click()
    assert "could not be written" in compared.problem.words
    assert not compared.written.words


def test_the_menu_opens_it_and_a_row_leads_to_its_item(
    editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    editor.apply("Take", take_baseline, MADE, date(2027, 1, 4), "As made")
    editor.apply("Grow", edits.set_effort_range, REGRESSION, 40.0, 49.0, 60.0)
    window = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(window)
    window.show()

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareDialog)
        row = dialog.table.visualRect(dialog.table.model().index(0, 0)).center()
        Mouse(dialog.table).double_click(row)
        assert not dialog.isVisible()

    when_asked(answer)
    action = window.findChild(QAction, "compare-baselines")
    assert isinstance(action, QAction)
    action.trigger()
    assert window.timeline.selected == REGRESSION
    editor.undo()  # a closed dialog no longer follows


def when_asked(do: Callable[[QDialog], None]) -> None:
    """Answer the dialog that an action opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                do(dialog)
            finally:
                dialog.reject()
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)
