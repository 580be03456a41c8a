"""The rows of the history as they look: the chosen one, and what was found in them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain import edits
from planner.domain.items import ActivityId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.revisions.dialog import RevisionsDialog
from planner.ui.theme_controller import ThemeController
from tests.helpers.plans import START, small_plan


@pytest.fixture
def dialog(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, look: ThemeController
) -> Iterator[RevisionsDialog]:
    """The history of two edits."""
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        document.apply("Rename", edits.rename, ActivityId("serve-model"), "Serve it")
        document.apply("Move", edits.move_activity, ActivityId("write-up"), date(2028, 1, 16))
        dialog = RevisionsDialog(Editor(document, lambda: START), look)
        qtbot.addWidget(dialog)
        dialog.show()
        reader = dialog.reader
        assert reader is not None
        qtbot.waitUntil(lambda: not reader.busy)
        yield dialog
        dialog.close()


def row_picture(dialog: RevisionsDialog, revision: int) -> QImage:
    """A row of the list as it is painted."""
    row = dialog.model.row_of(revision)
    assert row is not None
    room = dialog.list.visualRect(dialog.model.index(row))
    return dialog.list.viewport().grab(room).toImage()


def has_colour(picture: QImage, colour: QColor) -> bool:
    """Whether any pixel has a colour."""
    return any(
        picture.pixelColor(x, y) == colour for y in range(picture.height()) for x in range(picture.width())
    )


def test_the_chosen_row_is_marked(dialog: RevisionsDialog, look: ThemeController) -> None:
    mark = look.theme.colour("accent_soft")
    assert has_colour(row_picture(dialog, 2), mark)
    assert not has_colour(row_picture(dialog, 1), mark)


def test_what_was_found_is_marked(qtbot: QtBot, dialog: RevisionsDialog, look: ThemeController) -> None:
    found = look.theme.colour("found")
    assert not has_colour(row_picture(dialog, 1), found)
    qtbot.keyClicks(dialog.search, "serve")
    assert has_colour(row_picture(dialog, 1), found)


def test_all_rows_have_one_height(dialog: RevisionsDialog) -> None:
    rooms = [
        dialog.list.visualRect(dialog.model.index(row)).height() for row in range(dialog.model.rowCount())
    ]
    assert len(set(rooms)) == 1
