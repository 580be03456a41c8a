"""Checklists as PDF: text that is found, bookmarks and links that lead where they say."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from planner.domain.checklist_facts import Evidence, EvidenceKind
from planner.domain.items import ChecklistItemId, MilestoneId
from planner.domain.plan import Paper, Plan
from planner.domain.proof import set_evidence
from planner.domain.schedule import schedule
from planner.ui.printing.checklist_flow import PrintFacts
from planner.ui.printing.checklist_layout import checklist_pages
from planner.ui.printing.checklist_pdf import ChecklistPages
from planner.ui.printing.checklist_words import checklist_words
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.shape_painting import text_width
from planner.ui.printing.shapes import Text
from tests.helpers.plans import START, activity, checklist_item, make_plan, milestone, small_plan

LIVE = MilestoneId("endpoint-live")
URL = "https://api.example.org/predict?model=2&unit=(ms)"


def printed(
    plan: Plan, about: MilestoneId | None = None, setup: PageSetup | None = None
) -> tuple[PdfReader, bytes]:
    """A checklist's PDF, and one that reads it."""
    setup = setup or PageSetup()
    data = ChecklistPages(plan, schedule(plan), about, setup, printed=START, revision=128).pdf()
    return PdfReader(BytesIO(data), strict=True), data


def proven() -> Plan:
    """The small plan with a link as evidence."""
    proof = Evidence(kind=EvidenceKind.LINK, text=URL)
    return set_evidence(small_plan(), ChecklistItemId("endpoint-answers"), (proof,))


def text_of(reader: PdfReader) -> str:
    """The text of all pages in one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_a_checklist_is_real_text_on_the_paper_chosen(qtbot: QtBot) -> None:
    reader, data = printed(proven(), LIVE, PageSetup(paper=Paper.LETTER, landscape=True))
    (page,) = reader.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (792, 612)
    for words in ("Endpoint live", "Extra load test", "portfolio · required", URL, "plan rev. 128"):
        assert words in text_of(reader)
    assert reader.metadata is not None
    assert reader.metadata.title == "A test plan · Endpoint live"
    assert len(data) <= 60_000


def test_links_are_pressed_where_they_are_read(qtbot: QtBot) -> None:
    reader, _ = printed(proven(), LIVE)
    (page,) = reader.pages
    notes = page.annotations
    assert notes is not None
    (note,) = (each.get_object() for each in notes)
    assert note["/A"]["/URI"] == URL
    facts = PrintFacts(printed=START, revision=128)
    plan, setup = proven(), PageSetup()
    (made,) = checklist_pages(plan, schedule(plan), LIVE, facts, setup, checklist_words(), text_width)
    (words,) = (each for each in made.shapes if isinstance(each, Text) and each.text == URL)
    left, low, right, high = (float(each) for each in note["/Rect"])
    assert left == round(words.x, 2)
    assert right == round(words.x + text_width(URL, words.style), 2)
    assert low < page.mediabox.height - words.y < high


def test_each_milestone_has_a_bookmark_to_the_page_it_begins_on(qtbot: QtBot) -> None:
    items = [checklist_item(f"item-{number}", "many", position=number) for number in range(60)]
    plan = make_plan(
        activity("work"),
        milestone("many", position=2),
        milestone("last", position=3),
        *items,
        checklist_item("the-end", "last"),
    )
    reader, _ = printed(plan)
    outline = [each for each in reader.outline if not isinstance(each, list)]
    places = {str(each.title): reader.get_destination_page_number(each) for each in outline}
    assert list(places) == ["Many", "Last"]
    for name, number in places.items():
        assert number is not None
        assert name in reader.pages[number].extract_text()
    assert places["Many"] == 0
    assert places["Last"] == len(reader.pages) - 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_titles_in_other_scripts_are_found_whole(qtbot: QtBot, tmp_path: Path) -> None:
    titles = ["Проверить модель", "Ἀρχή της μάθησης", "Office files, fully offline", "X" * 260]
    items = [
        checklist_item(f"item-{place}", "point", position=place, title=title)
        for place, title in enumerate(titles)
    ]
    _, data = printed(make_plan(activity("work"), milestone("point"), *items), MilestoneId("point"))
    (tmp_path / "list.pdf").write_bytes(data)
    asked = ["pdftotext", "-layout", str(tmp_path / "list.pdf"), "-"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    for title in titles:
        assert title in found


@pytest.mark.parametrize("greyscale", [False, True])
def test_greyscale_has_no_colour(qtbot: QtBot, greyscale: bool) -> None:
    reader, _ = printed(proven(), None, PageSetup(greyscale=greyscale))
    content = reader.pages[0]["/Contents"].get_object().get_data()  # type: ignore[union-attr]
    inks = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)", content)
    assert any(len({float(each) for each in ink}) > 1 for ink in inks) is not greyscale
