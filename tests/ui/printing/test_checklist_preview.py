"""The preview of checklists: whose, how, and into a PDF."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import MilestoneId
from planner.domain.plan import Paper
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.printing.checklist_preview import ChecklistPreview, preview_checklist
from planner.ui.printing.page_setup import Detail, PageSetup, kept_setup
from planner.ui.settings import Settings
from tests.helpers.plans import START, small_plan

CORE, LIVE = MilestoneId("core-proven"), MilestoneId("endpoint-live")


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    """The small plan, open."""
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def preview(qtbot: QtBot, editor: Editor, settings: Settings) -> ChecklistPreview:
    """The preview with one milestone's checklist."""
    preview = ChecklistPreview(editor, settings, CORE)
    qtbot.addWidget(preview)
    preview.show()
    return preview


def words(preview: ChecklistPreview) -> str:
    """The words of the pages that would be printed."""
    pages = PdfReader(BytesIO(preview.pdf())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_it_begins_with_the_milestone_asked_for_and_changes_by_keyboard(
    qtbot: QtBot, preview: ChecklistPreview
) -> None:
    assert "Explain bias" in words(preview)
    assert "Endpoint answers" not in words(preview)
    (about,) = (each for each in preview.findChildren(QComboBox) if each.findText("The whole path") == 0)
    assert [about.itemText(place) for place in range(about.count())] == [
        "The whole path",
        "Core proven",
        "Endpoint live",
    ]
    qtbot.keyClick(about, Qt.Key.Key_Down)
    assert preview.milestone == LIVE
    assert "Endpoint answers" in words(preview)
    qtbot.keyClick(about, Qt.Key.Key_Home)
    assert about.currentText() == "The whole path"
    assert "Explain bias" in words(preview)
    assert "Endpoint answers" in words(preview)


def test_the_page_setup_counts_and_is_kept(preview: ChecklistPreview, settings: Settings) -> None:
    setup = PageSetup(paper=Paper.LETTER, landscape=True, detail=Detail.SUMMARY, greyscale=True)
    preview.choose_setup(setup)
    (page,) = PdfReader(BytesIO(preview.pdf())).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (792, 612)
    assert kept_setup(settings, preview._editor.plan.facts.id, Paper.A4) == setup


def test_days_are_not_asked_for(preview: ChecklistPreview) -> None:
    shown = [each for each in preview.findChildren(QComboBox) if each.isVisible()]
    assert not any("days" in each.itemText(0) for each in shown)


def test_ink_is_on_the_page_shown(qtbot: QtBot, preview: ChecklistPreview) -> None:
    def lightnesses() -> set[int]:
        image = preview.grab().toImage()
        rows = range(0, image.height(), 2)
        return {image.pixelColor(x, y).lightness() for x in range(0, image.width(), 2) for y in rows}

    qtbot.waitUntil(lambda: {255} <= lightnesses() and min(lightnesses()) < 90)


def test_a_pdf_is_written_under_the_milestones_name(
    preview: ChecklistPreview, editor: Editor, tmp_path: Path
) -> None:
    assert preview.file_name == "plan Core proven checklist.pdf"
    assert preview.save_pdf(tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    said = [each.text() for each in preview.findChildren(QLabel)]
    assert f"Written: {tmp_path / 'list.pdf'}" in said
    preview.choose(None)
    assert preview.file_name == "plan checklists.pdf"


def test_a_name_that_no_file_may_have_is_made_one(qtbot: QtBot, editor: Editor, settings: Settings) -> None:
    editor.apply("Rename", rename, CORE, "../a\\b:c* " + "long " * 30)
    preview = ChecklistPreview(editor, settings, CORE)
    qtbot.addWidget(preview)
    assert preview.file_name.startswith("plan a b c long")
    assert len(preview.file_name) < 80


def test_opened_over_a_window_it_is_shown(qtbot: QtBot, editor: Editor, settings: Settings) -> None:
    preview = preview_checklist(editor, settings, None, None)
    assert preview.isVisible()
    assert preview.pages == 1
    preview.reject()
