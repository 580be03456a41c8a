"""The preview: the pages to come, on the paper chosen, also without any printer."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId
from planner.domain.plan import Paper
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.printing.page_setup import Detail, PageSetup, kept_setup
from planner.ui.printing.preview import WeekPreview, preview_weeks
from planner.ui.printing.printed_sheets import PrintedSheet, last_printed
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
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


def page_words(preview: WeekPreview) -> list[str]:
    """The words of each page that would be printed."""
    return [" ".join(each.extract_text().split()) for each in PdfReader(BytesIO(preview.pdf())).pages]


def choose(preview: WeekPreview, text: str) -> None:
    """Choose an entry of one of the lists."""
    field = next(each for each in preview.findChildren(QComboBox) if each.findText(text) >= 0)
    field.setCurrentIndex(field.findText(text))


def type_week(qtbot: QtBot, preview: WeekPreview, name: str, text: str) -> None:
    """Type over one of the two lines of a range."""
    (line,) = [each for each in preview.findChildren(QLineEdit) if each.accessibleName() == name]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


def said(preview: WeekPreview) -> list[str]:
    """All sentences of the dialog."""
    return [
        each.words if isinstance(each, TextLabel) else each.text() for each in preview.findChildren(QLabel)
    ]


def test_it_opens_on_the_week_shown(preview: WeekPreview) -> None:
    (page,) = page_words(preview)
    assert "Week 2 of 7" in page
    assert "11–17 January 2027" in said(preview)


def test_this_week_and_the_next_are_one_choice_away(preview: WeekPreview) -> None:
    choose(preview, "This week")
    assert "Week 1 of 7" in page_words(preview)[0]
    choose(preview, "Next week")
    assert "Week 2 of 7" in page_words(preview)[0]


def test_a_range_is_typed_by_number_or_date(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    type_week(qtbot, preview, "Last week", "4")
    assert [page[: page.index(" of ")] for page in page_words(preview)] == ["Week 2", "Week 3", "Week 4"]
    assert "3 weeks · 11–31 January 2027" in said(preview)
    assert "1 of 3" in said(preview)
    type_week(qtbot, preview, "First week", "20 Jan 2027")
    assert len(page_words(preview)) == 2


def test_enter_takes_a_week_and_saves_nothing(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    (line,) = [each for each in preview.findChildren(QLineEdit) if each.accessibleName() == "Last week"]
    line.selectAll()
    qtbot.keyClicks(line, "3")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(page_words(preview)) == 2
    assert QApplication.activeModalWidget() in (None, preview)


def test_pages_are_turned_and_enlarged(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    type_week(qtbot, preview, "Last week", "4")
    (later,) = [each for each in preview.findChildren(QPushButton) if each.accessibleName() == "Page after"]
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 of 3" in said(preview))
    (view,) = preview.findChildren(QPrintPreviewWidget)
    small = view.zoomFactor()
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoomFactor() > small
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoomFactor() == pytest.approx(small)


def test_a_printer_gets_the_pages_it_asks_for(qtbot: QtBot, preview: WeekPreview, tmp_path: Path) -> None:
    choose(preview, "Weeks from … to …")
    type_week(qtbot, preview, "Last week", "5")

    def printed(kind: QPrinter.PrintRange, first: int = 0, last: int = 0) -> list[str]:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setPrintRange(kind)
        printer.setFromTo(first, last)
        preview.print_on(printer)
        pages = PdfReader(tmp_path / "printed.pdf").pages
        return [" ".join(page.extract_text().split())[:6] for page in pages]

    assert printed(QPrinter.PrintRange.AllPages) == ["Week 2", "Week 3", "Week 4", "Week 5"]
    assert printed(QPrinter.PrintRange.PageRange, 2, 3) == ["Week 3", "Week 4"]
    assert printed(QPrinter.PrintRange.PageRange, 3, 9) == ["Week 4", "Week 5"]
    assert printed(QPrinter.PrintRange.CurrentPage) == ["Week 2"]


def test_weeks_that_cannot_be_are_said_and_nothing_changes(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    for text, sentence in (
        ("1", "The last week lies before the first."),
        ("200", "At most 104 weeks go in one print."),
        ("soon", "“soon” is not a day I can read"),
    ):
        type_week(qtbot, preview, "Last week", text)
        assert any(sentence in each for each in said(preview))
        assert "Week 2 of 7" in page_words(preview)[0]


def test_several_weeks_are_named_by_their_first_and_last(qtbot: QtBot, preview: WeekPreview) -> None:
    assert preview.file_name == "plan week 2027-01-11.pdf"
    assert preview.document_name == "A test plan · Week 2 of 7 · 11–17 January 2027"
    choose(preview, "Weeks from … to …")
    type_week(qtbot, preview, "Last week", "4")
    assert preview.file_name == "plan weeks 2027-01-11 to 2027-01-25.pdf"
    assert preview.document_name == "A test plan · Weeks 2–4 of 7"
    metadata = PdfReader(BytesIO(preview.pdf())).metadata
    assert metadata is not None
    assert metadata.title == "A test plan · Weeks 2–4 of 7"


def test_weeks_after_the_finish_are_said(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    type_week(qtbot, preview, "Last week", "9")
    assert any("2 of these 8 weeks lie after it" in each for each in said(preview))
    assert preview.document_name == "A test plan · 11 January – 7 March 2027"


def test_weeks_that_cannot_be_read_are_not_printed(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    (save,) = [each for each in preview.findChildren(QPushButton) if each.text().startswith("Save")]
    (line,) = [each for each in preview.findChildren(QLineEdit) if each.accessibleName() == "Last week"]
    line.selectAll()
    qtbot.keyClicks(line, "ban")
    assert not save.isEnabled()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert any("“ban” is not a day" in each for each in said(preview))
    assert not save.isEnabled()
    type_week(qtbot, preview, "Last week", "4")
    assert save.isEnabled()
    type_week(qtbot, preview, "First week", "soon")
    assert not save.isEnabled()
    choose(preview, "This week")
    assert save.isEnabled()


def test_a_last_week_that_was_typed_is_not_moved(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    type_week(qtbot, preview, "Last week", "5")
    type_week(qtbot, preview, "First week", "9")
    assert "The last week lies before the first." in said(preview)
    assert len(page_words(preview)) == 4


def test_its_lists_open_at_full_height(look: ThemeController, preview: WeekPreview) -> None:
    for field in preview.findChildren(QComboBox):
        if not field.isVisible():
            continue
        field.showPopup()
        view, last = field.view(), field.model().index(field.count() - 1, 0)
        assert view.viewport().rect().contains(view.visualRect(last))
        field.hidePopup()


def test_a_first_week_after_the_last_takes_it_along(qtbot: QtBot, preview: WeekPreview) -> None:
    choose(preview, "Weeks from … to …")
    type_week(qtbot, preview, "First week", "5")
    (page,) = page_words(preview)
    assert "Week 5 of 7" in page


def test_the_page_setup_is_kept_for_this_plan(
    qtbot: QtBot, preview: WeekPreview, editor: Editor, settings: Settings
) -> None:
    for text in ("Letter", "Landscape", "5 days", "Summary"):
        choose(preview, text)
    (grey,) = preview.findChildren(QCheckBox)
    qtbot.mouseClick(grey, Qt.MouseButton.LeftButton, pos=QPoint(8, grey.height() // 2))
    (page,) = PdfReader(BytesIO(preview.pdf())).pages
    assert (page.mediabox.width, page.mediabox.height) == (792, 612)
    assert "Sun 17" not in page.extract_text()
    preview.close()
    again = WeekPreview(editor, settings, START)
    qtbot.addWidget(again)
    assert again.setup == PageSetup(
        paper=Paper.LETTER, landscape=True, days=5, detail=Detail.SUMMARY, greyscale=True
    )
    assert kept_setup(settings, "another plan", Paper.A4) == PageSetup()


def test_a_script_without_a_font_is_said(
    qtbot: QtBot, editor: Editor, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.printing.missing_signs.system_has_font", lambda sign: sign not in "ไทย")
    editor.apply("Rename", rename, ActivityId("regression-course"), "ไทย")
    preview = WeekPreview(editor, settings, START)
    qtbot.addWidget(preview)
    assert any("no font for Thai (ไทย)" in each for each in said(preview))


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


def test_sheets_that_were_written_are_remembered_for_entering_from_paper(
    preview: WeekPreview, editor: Editor, settings: Settings, tmp_path: Path
) -> None:
    plan_id, week = editor.plan.facts.id, date(2027, 1, 11)
    assert not preview.save_pdf(tmp_path)
    assert last_printed(settings, plan_id, week) is None
    assert preview.save_pdf(tmp_path / "week.pdf")
    assert last_printed(settings, plan_id, week) == PrintedSheet(week, 0, START)
    assert last_printed(settings, plan_id, START) is None
