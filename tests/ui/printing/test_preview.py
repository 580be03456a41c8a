"""The preview: the pages to come, on the paper chosen, also without any printer."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from planner.domain.plan import Paper
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.preview import WeekPreview, preview_weeks
from planner.ui.settings import Settings
from tests.helpers.plans import START, small_plan


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    """The small plan, open."""
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def preview(qtbot: QtBot, editor: Editor, settings: Settings) -> WeekPreview:
    """The preview of its second week."""
    preview = WeekPreview(editor, settings, date(2027, 1, 11))
    qtbot.addWidget(preview)
    preview.show()
    return preview


def test_it_starts_on_the_plans_paper_and_changes_to_another(preview: WeekPreview) -> None:
    assert preview.paper is Paper.A4
    preview.choose_setup(PageSetup(paper=Paper.LETTER))
    (page,) = PdfReader(BytesIO(preview.pdf())).pages
    assert (page.mediabox.width, page.mediabox.height) == (612, 792)


def test_the_page_is_shown_white_with_the_weeks_ink_on_it(qtbot: QtBot, preview: WeekPreview) -> None:
    def colours() -> set[int]:
        image = preview.grab().toImage()
        row = range(0, image.height(), 2)
        return {image.pixelColor(x, y).lightness() for x in range(0, image.width(), 2) for y in row}

    qtbot.waitUntil(lambda: {255} <= colours() and min(colours()) < 90)


def test_several_weeks_are_several_pages(preview: WeekPreview) -> None:
    count = preview.findChild(QSpinBox)
    assert isinstance(count, QSpinBox)
    count.setValue(3)
    assert len(PdfReader(BytesIO(preview.pdf())).pages) == 3
    assert any(each.text() == "1 of 3" for each in preview.findChildren(QLabel))


def test_without_a_printer_there_is_still_the_pdf(preview: WeekPreview, tmp_path: Path) -> None:
    buttons = {each.text(): each for each in preview.findChildren(QPushButton)}
    assert buttons["Print…"].isEnabled() == preview.has_printer
    assert preview.save_pdf(tmp_path / "week.pdf")
    assert len(PdfReader(tmp_path / "week.pdf").pages) == 1


def test_a_folder_that_is_not_there_is_said_in_the_dialog(preview: WeekPreview, tmp_path: Path) -> None:
    assert not preview.save_pdf(tmp_path / "gone" / "week.pdf")
    assert any("could not be written" in each.text() for each in preview.findChildren(QLabel))


def test_it_is_gone_once_it_is_closed(qtbot: QtBot, editor: Editor, settings: Settings) -> None:
    preview = preview_weeks(editor, settings, START, None)
    with qtbot.waitSignal(preview.destroyed):
        preview.close()
