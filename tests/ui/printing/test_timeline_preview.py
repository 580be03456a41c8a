"""The preview of the timeline: paper, pages wide, rows and days, and pictures beside the PDF."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.printing.timeline_files import PRINTED
from planner.ui.printing.timeline_preview import Shown, TimelinePreview
from planner.ui.timeline.options import PLAIN
from planner.ui.timeline.rows import RowChoice, rows_of
from tests.helpers.plans import START, small_plan


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def preview(qtbot: QtBot, editor: Editor) -> TimelinePreview:
    folded = rows_of(editor.plan, RowChoice(collapsed=frozenset(editor.plan.phases)))
    preview = TimelinePreview(editor, Shown(folded, PRINTED, PLAIN, (date(2027, 2, 1), date(2027, 2, 28))))
    qtbot.addWidget(preview)
    preview.show()
    return preview


def pages(preview: TimelinePreview) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(preview.pdf())).pages]


def choose(preview: TimelinePreview, text: str) -> None:
    field = next(each for each in preview.findChildren(QComboBox) if each.findText(text) >= 0)
    field.setCurrentIndex(field.findText(text))


def test_the_whole_path_and_all_rows_come_first(preview: TimelinePreview) -> None:
    (page,) = pages(preview)
    assert "Regression course" in page
    size = PdfReader(BytesIO(preview.pdf())).pages[0].mediabox
    assert size.width > size.height


def test_rows_and_days_can_be_those_in_the_window(preview: TimelinePreview) -> None:
    choose(preview, "Rows shown")
    choose(preview, "Days in view")
    (page,) = pages(preview)
    assert "Regression course" not in page
    assert "February 2027" in page


def test_dates_run_over_as_many_pages_as_asked(preview: TimelinePreview) -> None:
    wide = preview.findChild(QSpinBox)
    assert isinstance(wide, QSpinBox)
    wide.setValue(3)
    assert len(pages(preview)) == 3
    assert any(each.text() == "1 of 3" for each in preview.findChildren(QLabel))
    choose(preview, "Portrait")
    size = PdfReader(BytesIO(preview.pdf())).pages[0].mediabox
    assert size.width < size.height


def test_pictures_are_written_by_their_names(preview: TimelinePreview, tmp_path: Path) -> None:
    assert preview.save_picture(tmp_path / "path.png")
    assert not QImage(str(tmp_path / "path.png")).isNull()
    assert preview.save_picture(tmp_path / "path.svg")
    assert b"<svg" in (tmp_path / "path.svg").read_bytes()


def test_a_plan_is_never_written_over(preview: TimelinePreview, editor: Editor) -> None:
    path = editor.document.path
    assert not preview.save_picture(path)
    assert any(path.name in each.text() for each in preview.findChildren(QLabel))
    with Document.open(path, read_only=True) as kept:
        assert kept.plan == editor.plan
