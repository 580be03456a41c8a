"""Checklists on paper: what stands where, and what goes on on the next page. Measured without any font."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.checklist_facts import ChecklistKind, Evidence, EvidenceKind, EvidenceRole
from planner.domain.edits import retarget
from planner.domain.errors import UnknownItem
from planner.domain.items import ActivityId, ChecklistItemId, MilestoneId
from planner.domain.plan import Paper, Plan
from planner.domain.proof import set_evidence, set_item_note, tick
from planner.domain.schedule import schedule
from planner.ui.printing.checklist_flow import COLUMN_GAP, MARGIN, ChecklistPage, PrintFacts
from planner.ui.printing.checklist_layout import checklist_pages
from planner.ui.printing.checklist_words import checklist_words
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.page_setup import Detail, PageSetup
from planner.ui.printing.shapes import Box, Line, Style, Text, Tick
from tests.helpers.plans import START, activity, checklist_item, make_plan, milestone, small_plan

LIVE, CORE = MilestoneId("endpoint-live"), MilestoneId("core-proven")
ANSWERS = ChecklistItemId("endpoint-answers")
ROLES = EvidenceRole


def measure(text: str, style: Style) -> float:
    """Every letter half as wide as it is high."""
    return 0.5 * style.size * len(text)


def pages_of(
    plan: Plan, about: MilestoneId | None = None, setup: PageSetup | None = None
) -> list[ChecklistPage]:
    """A checklist's pages, or those of the whole path."""
    facts = PrintFacts(printed=START, revision=128)
    setup = setup or PageSetup()
    return checklist_pages(plan, schedule(plan), about, facts, setup, checklist_words(), measure)


def texts(page: ChecklistPage) -> list[str]:
    """All texts of a page, in the order they were laid out."""
    return [each.text for each in page.shapes if isinstance(each, Text)]


def links(page: ChecklistPage) -> list[LinkArea]:
    """The links of a page."""
    return [each for each in page.shapes if isinstance(each, LinkArea)]


def link(url: str, role: EvidenceRole = EvidenceRole.OTHER) -> Evidence:
    """Evidence that is a link."""
    return Evidence(kind=EvidenceKind.LINK, text=url, role=role)


def long_plan(items: int) -> Plan:
    """A milestone with so many items, and one with a single item after it."""
    listed = [
        checklist_item(f"item-{number}", "many", position=number, hint="what it takes")
        for number in range(items)
    ]
    return make_plan(
        activity("work"),
        milestone("many", position=2),
        milestone("last", position=3),
        *listed,
        checklist_item("the-end", "last"),
    )


def test_a_milestones_checklist_has_a_box_for_each_item_and_says_what_each_is() -> None:
    (page,) = pages_of(small_plan(), LIVE)
    shown = texts(page)
    assert shown[0] == "Endpoint live"
    assert "Production · lands 20 Feb 2027 · 0 of 3 done" in shown
    assert shown.count("evidence") == 1
    assert [each for each in shown if " · required" in each or " · optional" in each] == [
        "course · required",
        "portfolio · required",
        "skill · optional",
    ]
    assert sum(isinstance(each, Box) for each in page.shapes) == 3
    assert not any(isinstance(each, Tick) for each in page.shapes)
    assert "printed 4 January 2027 · plan rev. 128" in shown
    assert shown[-1] == "page 1 of 1"


def test_what_is_done_is_ticked_with_its_day_its_evidence_and_its_note() -> None:
    plan = tick(small_plan(), ANSWERS, date(2027, 2, 3))
    proof = (
        link("https://api.example.org/predict", ROLES.ENDPOINT),
        Evidence(kind=EvidenceKind.NOTE, text="It answers in 80 ms."),
    )
    plan = set_item_note(set_evidence(plan, ANSWERS, proof), ANSWERS, "Ask Ana to call it.")
    (page,) = pages_of(plan, LIVE)
    shown = texts(page)
    assert sum(isinstance(each, Tick) for each in page.shapes) == 1
    after = shown[shown.index("done 3 Feb 2027") :]
    assert after[1:7] == [
        "endpoint",
        "https://api.example.org/predict",
        "note",
        "It answers in 80 ms.",
        "note",
        "Ask Ana to call it.",
    ]
    (area,) = links(page)
    assert area.url == "https://api.example.org/predict"
    (words,) = (each for each in page.shapes if isinstance(each, Text) and each.text == area.url)
    assert area.x == words.x
    assert area.y < words.y < area.y + area.high
    assert area.wide == measure(area.url, words.style)


@pytest.mark.parametrize("detail", list(Detail))
def test_a_tick_without_the_evidence_it_asks_for_stays_visible(detail: Detail) -> None:
    plan = tick(small_plan(), ANSWERS, START)
    for about in (LIVE, None):
        (page,) = pages_of(plan, about, PageSetup(detail=detail))
        assert texts(page).count("ticked without evidence") == 1
        assert "1 item is ticked without evidence" in texts(page)
    (page,) = pages_of(set_evidence(plan, ANSWERS, (link("https://example.org"),)), LIVE)
    assert not any("without evidence" in each for each in texts(page))


def test_a_summary_has_the_items_and_nothing_more() -> None:
    plan = set_evidence(tick(small_plan(), ANSWERS, START), ANSWERS, (link("https://example.org"),))
    (page,) = pages_of(plan, LIVE, PageSetup(detail=Detail.SUMMARY))
    assert sum(isinstance(each, Box) for each in page.shapes) == 3
    assert not links(page)
    assert "https://example.org" not in texts(page)
    assert "evidence" not in texts(page)


@pytest.mark.parametrize(
    "url",
    ["https://user:secret@example.org/", "https://user@example.org/", "https://", "http://[bad/"],
)
def test_links_that_are_not_opened_are_not_put_under_the_page(url: str) -> None:
    (page,) = pages_of(set_evidence(small_plan(), ANSWERS, (link(url),)), LIVE)
    assert not links(page)


def test_a_long_link_is_printed_whole_over_lines_that_all_lead_there() -> None:
    url = "https://example.org/" + "deep/" * 30
    (page,) = pages_of(set_evidence(small_plan(), ANSWERS, (link(url),)), LIVE)
    assert len(links(page)) == 2
    assert {each.url for each in links(page)} == {url}
    lines = [each.text for each in page.shapes if isinstance(each, Text) and each.text in url]
    assert "".join(each for each in lines if "deep" in each) == url


def test_the_path_is_grouped_by_phase_with_bookmarks_for_its_milestones() -> None:
    (page,) = pages_of(small_plan())
    shown = texts(page)
    places = [shown.index(each) for each in ("Learning", "Core proven", "Production", "Endpoint live")]
    assert places == sorted(places)
    assert shown[0] == "Checklists of the whole path"
    assert "A test plan · 0 of 5 done · finish 20 Feb 2027" in shown
    assert page.begins == ["Core proven", "Endpoint live"]


def test_what_does_not_fit_goes_on_under_its_own_names() -> None:
    pages = pages_of(long_plan(60))
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert texts(page)[-1] == f"page {number} of 3"
        assert texts(page)[0] == "Checklists of the whole path"
    for page in pages[1:]:
        assert texts(page)[2:5:2] == ["Learning (continued)", "Many (continued)"]
    assert [page.begins for page in pages] == [["Many"], [], ["Last"]]
    boxes = [each for page in pages for each in page.shapes if isinstance(each, Box) and each.high < 12]
    assert len(boxes) == 61


def test_no_milestone_begins_at_a_foot_without_its_first_item() -> None:
    for items in range(1, 45):
        for page in pages_of(long_plan(items)):
            if "Last" in page.begins:
                shown = texts(page)
                assert shown.index("The end") > shown.index("Last")


def columns(page: ChecklistPage, setup: PageSetup) -> list[list[str]]:
    """The texts of the items' letters in each column of a page."""
    middle = setup.points[0] / 2 if setup.landscape else setup.points[0]
    named = [each for each in page.shapes if isinstance(each, Text) and each.style.size == 9.5]
    sides = [[each.text for each in named if (each.x > middle) is right] for right in (False, True)]
    return [each for each in sides if each]


@pytest.mark.parametrize("landscape", [False, True])
def test_no_item_stands_alone_where_a_milestone_goes_on(landscape: bool) -> None:
    setup = PageSetup(landscape=landscape)
    for items in range(2, 60):
        made = [column for page in pages_of(long_plan(items), None, setup) for column in columns(page, setup)]
        counts = [sum(each.startswith("Item ") for each in column) for column in made]
        assert sum(counts) == items
        assert 1 not in counts


def test_in_landscape_a_page_has_two_columns() -> None:
    setup = PageSetup(landscape=True)
    (first, *_) = pages_of(long_plan(40), None, setup)
    left, right = columns(first, setup)
    assert "Item 0" in left
    assert "Learning (continued)" in right
    assert "Many (continued)" in texts(first)
    edge = MARGIN + (setup.points[0] - 2 * MARGIN - COLUMN_GAP) / 2
    shown = [each for each in first.shapes if isinstance(each, Text) and each.style.size == 9.5]
    assert all(each.x + measure(each.text, each.style) <= edge or each.x > edge for each in shown)


def test_how_much_is_done_is_said_once_where_a_phase_has_one_milestone() -> None:
    (page,) = pages_of(small_plan())
    assert "0 of 3 done" not in texts(page)
    assert "lands 20 Feb 2027 · 0 of 3 done" in texts(page)
    (page,) = pages_of(long_plan(3))
    assert "0 of 4 done" in texts(page)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("title", ["SQL", "A title of quite some words that goes on and on " * 9, "X" * 500])
def test_everything_stays_inside_the_margins(paper: Paper, landscape: bool, title: str) -> None:
    plan = small_plan()
    proof = (Evidence(kind=EvidenceKind.NOTE, text=title * 9), link("https://e.org/" + "X" * 900)) * 4
    items = {
        key: replace(each, title=title, hint=title, note=title, evidence=proof)
        for key, each in plan.checklist.items()
    }
    marks = {key: replace(each, title=title, about=title * 3) for key, each in plan.milestones.items()}
    plan = retarget(replace(plan, checklist=items, milestones=marks), LIVE, START)
    setup = PageSetup(paper=paper, landscape=landscape)
    wide, high = setup.points
    for page in (*pages_of(plan, None, setup), *pages_of(plan, CORE, setup)):
        for shape in page.shapes:
            if isinstance(shape, Text):
                left, right = shape.x, shape.x + measure(shape.text, shape.style)
                top, bottom = shape.y - shape.style.size, shape.y
            elif isinstance(shape, Line):
                left, right, top, bottom = shape.x1, shape.x2, shape.y1, shape.y2
            elif isinstance(shape, Box):
                left, right, top, bottom = shape.x, shape.x + shape.wide, shape.y, shape.y + shape.high
            else:
                continue
            assert MARGIN - 0.01 <= left <= right <= wide - MARGIN + 0.01
            assert MARGIN - 1 <= top <= bottom <= high - MARGIN + 2


def test_more_evidence_than_there_is_room_for_is_counted() -> None:
    proof = tuple(link(f"https://example.org/{number}") for number in range(8))
    (page,) = pages_of(set_evidence(small_plan(), ANSWERS, proof), LIVE)
    assert "and 3 more" in texts(page)
    assert len(links(page)) == 5


def test_a_reached_milestone_says_when_and_a_late_one_both_days() -> None:
    plan = small_plan()
    late = retarget(plan, LIVE, date(2027, 2, 1))
    assert "Production · target 1 Feb 2027 · lands 20 Feb 2027 · 0 of 3 done" in texts(
        pages_of(late, LIVE)[0]
    )
    for item in plan.items_of_milestone[CORE]:
        plan = tick(plan, item.id, date(2027, 1, 30))
    assert "Learning · reached 30 Jan 2027 · 2 of 2 done" in texts(pages_of(plan, CORE)[0])


def test_an_empty_checklist_and_a_plan_without_milestones_say_so() -> None:
    bare = make_plan(activity("work"), milestone("bare"))
    assert "Nothing stands on this checklist yet." in texts(pages_of(bare, MilestoneId("bare"))[0])
    assert "This plan has no milestones yet." in texts(pages_of(make_plan(activity("work")))[0])


def test_a_milestone_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownItem, match="no milestone “gone”"):
        pages_of(small_plan(), MilestoneId("gone"))


def test_inner_groups_stand_after_those_they_lie_in() -> None:
    plan = small_plan()
    inner = replace(plan.phases[plan.milestones[LIVE].phase], parent=plan.milestones[CORE].phase)
    plan = replace(plan, phases={**plan.phases, inner.id: inner})
    assert "Learning › Production" in texts(pages_of(plan)[0])


def test_kinds_of_items_are_named() -> None:
    items = [
        checklist_item(kind.value, "point", kind=kind, position=place)
        for place, kind in enumerate(ChecklistKind)
    ]
    (page,) = pages_of(make_plan(activity("work"), milestone("point"), *items), MilestoneId("point"))
    sides = {each.split(" · ")[0] for each in texts(page) if each.endswith(" · required")}
    assert sides == {"course", "portfolio", "skill"}


@pytest.mark.parametrize("detail", list(Detail))
def test_an_item_leads_where_the_activity_that_produces_it_does(detail: Detail) -> None:
    plan, course = small_plan(), ActivityId("regression-course")
    (page,) = pages_of(plan, CORE, PageSetup(detail=detail))
    (area,) = links(page)
    assert area.url == plan.activity(course).link == "https://example.org/regression"
    (title,) = (
        each for each in page.shapes if isinstance(each, Text) and each.text == "Regression certificate"
    )
    assert (area.x, area.wide) == (title.x, measure(title.text, title.style))
    assert area.y < title.y < area.y + area.high
    unlinked = replace(plan.activity(course), link="https://user:secret@example.org/")
    (page,) = pages_of(replace(plan, activities={**plan.activities, course: unlinked}), CORE)
    assert not links(page)
