"""The PDF of a week: one page, real text, its fonts inside."""

import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId
from planner.domain.plan import Paper, Plan
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.pdf import WeekPages, weeks_from
from tests.helpers.plans import START, small_plan


def printed(plan: Plan, *, first_day: date = START, weeks: int = 1, setup: PageSetup | None = None) -> bytes:
    """Some weeks as a PDF."""
    today = date(2027, 1, 3)
    made = weeks_from(plan, schedule(plan), first_day, weeks, today)
    return WeekPages(plan, made, setup or PageSetup(), printed=today, revision=128).pdf()


def text_of(data: bytes) -> str:
    """The text of all pages in one line."""
    pages = PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))], ids=["A4", "Letter"]
)
def test_a_week_is_one_page_of_the_paper_chosen(qtbot: QtBot, paper: Paper, size: tuple[int, int]) -> None:
    data = printed(small_plan(), setup=PageSetup(paper=paper))
    (page,) = PdfReader(BytesIO(data)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(data) <= 60_000


def test_all_that_the_sheet_says_is_text(qtbot: QtBot) -> None:
    text = text_of(printed(small_plan()))
    for said in (
        "Week 1 of 7 · 4–10 January 2027",
        "Learning · 10 hours planned",
        "printed 3 January 2027 · plan rev. 128",
        "This week’s goals",
        "Regression course: finish Week 1",
        "course · ",
        "Mon 4",
        "1 h 30",
        "rest",
        "actual",
        "What it feeds",
        "Core proven",
        "6 Feb 2027",
        "5 weeks · nothing to spare · 0 of 2 done",
        "Catch-up block",
        "Notes and questions",
        "Next week’s first step",
        "Hours studied",
        "of 10",
        "Minutes are likely efforts laid on your own hours; all of them rest on ",
        "type the actual minutes back with Week › Enter from paper · page 1 of 1",
    ):
        assert said in text


def test_its_fonts_are_inside(qtbot: QtBot) -> None:
    (page,) = PdfReader(BytesIO(printed(small_plan()))).pages
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"]
    assert isinstance(fonts, DictionaryObject)
    names = set()
    for font in fonts.values():
        (descendant,) = font.get_object()["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor
        names.add(str(descriptor["/FontName"]).rpartition("+")[2].lstrip("/"))
    assert names == {"Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"}


def test_several_weeks_have_a_page_and_a_bookmark_each(qtbot: QtBot) -> None:
    reader = PdfReader(BytesIO(printed(small_plan(), weeks=3)))
    assert len(reader.pages) == 3
    assert reader.page_mode == "/UseOutlines"
    assert [each.title for each in reader.outline if not isinstance(each, list)] == [
        "Week 1 of 7 · 4–10 January 2027",
        "Week 2 of 7 · 11–17 January 2027",
        "Week 3 of 7 · 18–24 January 2027",
    ]
    assert "page 2 of 3" in reader.pages[1].extract_text()


def test_it_says_what_it_is(qtbot: QtBot) -> None:
    reader = PdfReader(BytesIO(printed(small_plan())))
    about, same = reader.metadata, reader.xmp_metadata
    assert about is not None
    assert same is not None
    assert same.dc_title == {"x-default": about.title}
    assert about.title == "A test plan · Week 1 of 7 · 4–10 January 2027"
    assert (about.author, about.creator) == ("Milepost", "Milepost")


def test_titles_in_other_scripts_and_endless_words_stay_on_the_page(qtbot: QtBot) -> None:
    plan = small_plan()
    for title in ("機械学習の基礎を手で解く", "تعلم الآلة خطوة بخطوة", "W" * 400, "🎓 Эксперимент"):
        plan = rename(plan, ActivityId("regression-course"), title)
        assert len(PdfReader(BytesIO(printed(plan))).pages) == 1


OTHER_SCRIPTS = (
    "機械学習の基礎を手で解く",
    "تعلم الآلة خطوة بخطوة",
    "עברית למידת מכונה",
    "Эксперимент с данными",
    "Ελληνικά γράμματα",
    "한국어 기계 학습",
    "Office ffi fluffy waffle",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenlabyrinth",
    "🎓 party 🎉👩‍💻",
)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads the PDF with a second program, poppler’s")
@pytest.mark.parametrize("title", OTHER_SCRIPTS)
@pytest.mark.parametrize(
    "setup", [PageSetup(), PageSetup(landscape=True, greyscale=True)], ids=["up", "flat"]
)
def test_a_search_finds_titles_in_any_script(
    qtbot: QtBot, tmp_path: Path, title: str, setup: PageSetup
) -> None:
    plan = rename(small_plan(), ActivityId("regression-course"), title)
    (tmp_path / "week.pdf").write_bytes(printed(plan, setup=setup))
    read = subprocess.run(["pdftotext", "week.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    text = unicodedata.normalize("NFKC", " ".join(read.stdout.decode().split()))
    assert unicodedata.normalize("NFKC", title) in text.translate({0x202B: None, 0x202C: None})


def test_words_of_an_emoji_picture_are_there_once_for_all_pages(qtbot: QtBot) -> None:
    plan = rename(small_plan(), ActivityId("regression-course"), "🎉 party")
    data = printed(plan, weeks=4)
    # One for each size of letters, with its mask; none where no font has it.
    assert data.count(b"/Subtype /Image") <= 4
    assert len(PdfReader(BytesIO(data)).outline) == 4


def test_a_course_can_be_opened_from_its_title(qtbot: QtBot) -> None:
    plan = small_plan()
    course = replace(plan.activity(ActivityId("regression-course")), link="https://example.org/course")
    plan = replace(plan, activities={**plan.activities, course.id: course})
    (page,) = PdfReader(BytesIO(printed(plan))).pages
    links = [note.get_object()["/A"]["/URI"] for note in page.annotations or ()]
    assert set(links) == {"https://example.org/course"}
    assert len(links) >= 7  # its six sessions, and the goals it has a part in


def test_a_week_on_two_pages_has_one_bookmark(qtbot: QtBot) -> None:
    plan = small_plan()
    week = week_plan(plan, schedule(plan), START, START)
    crowd = tuple(replace(week.days[0].sessions[0], number=number) for number in range(1, 13))
    crowded = replace(week, days=(replace(week.days[0], sessions=crowd), *week.days[1:]))
    made = WeekPages(plan, [crowded, week], PageSetup(), printed=START, revision=1)
    reader = PdfReader(BytesIO(made.pdf()))
    assert len(reader.pages) == made.pages == 3
    assert [reader.get_destination_page_number(each) for each in reader.outline] == [0, 2]  # type: ignore[arg-type]
    assert "page 2 of 3" in reader.pages[1].extract_text()


def test_greyscale_pages_have_no_colour_in_them(qtbot: QtBot) -> None:
    painted = printed(small_plan(), setup=PageSetup(greyscale=True))
    contents = PdfReader(BytesIO(painted)).pages[0].get_contents()
    assert contents is not None
    inks = re.findall(rb"^(.+) (?:scn|SCN)$", contents.get_data(), re.MULTILINE)
    assert len(set(inks)) > 3
    assert all(len(each.split()) == 1 for each in inks)


def test_a_week_outside_the_plan_prints_too(qtbot: QtBot) -> None:
    text = text_of(printed(small_plan(), first_day=date(2027, 6, 7)))
    assert "after the finish" in text
    assert "Your path is finished by then." in text


def test_without_a_window_or_an_application_it_prints(tmp_path: Path) -> None:
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from tests.helpers.plans import START, small_plan\n"
        "from planner.domain.schedule import schedule\n"
        "from planner.ui.printing.page_setup import PageSetup\n"
        "from planner.ui.printing.pdf import WeekPages, weeks_from\n"
        "plan = small_plan()\n"
        "weeks = weeks_from(plan, schedule(plan), START, 1, START)\n"
        "pages = WeekPages(plan, weeks, PageSetup(), printed=START, revision=1)\n"
        "Path(sys.argv[1]).write_bytes(pages.pdf())\n"
        "assert 'PySide6.QtWidgets' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "week.pdf")], check=True)
    assert len(PdfReader(tmp_path / "week.pdf").pages) == 1
