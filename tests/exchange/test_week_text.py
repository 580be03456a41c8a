"""A week as plain text and as Markdown, which is read back by Qt's parser (md4c, in GitHub's dialect)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlockFormat, QTextDocument

from planner.domain.edits import rename
from planner.domain.items import ActivityId, StepId
from planner.domain.placing import set_clock_times
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.week import WeekPlan, week_plan
from planner.domain.week_notes import tick_goal
from planner.exchange.week_text import links_of_week, week_markdown, week_text
from tests.helpers.plans import START, activity, make_plan, small_plan

REGRESSION, CLUSTERING = ActivityId("regression-course"), ActivityId("clustering-course")
TICKED = QTextBlockFormat.MarkerType.Checked
OPEN = QTextBlockFormat.MarkerType.Unchecked


pytestmark = pytest.mark.usefixtures("qapp")  # Qt's parser asks for fonts


@dataclass(frozen=True)
class Block:
    """What a reader of Markdown sees of a line: heading level, box, words, and where they lead."""

    level: int
    box: QTextBlockFormat.MarkerType
    text: str
    leads: frozenset[str]


def week_of(plan: Plan, today: date = START, number: int = 1) -> WeekPlan:
    """A week of a plan, counted from 1."""
    return week_plan(plan, schedule(plan), START + timedelta(days=7 * (number - 1)), today)


def markdown(plan: Plan, today: date = START, number: int = 1) -> str:
    """A week as Markdown."""
    week = week_of(plan, today, number)
    return week_markdown(week, links_of_week(plan, week))


def blocks(text: str) -> list[Block]:
    """The lines a reader of Markdown sees."""
    document = QTextDocument()
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    found = []
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        leads = {each.format.anchorHref() for each in block.textFormats()} - {""}
        found.append(Block(form.headingLevel(), form.marker(), block.text(), frozenset(leads)))
        block = block.next()
    return [each for each in found if each.text]


def logged_plan() -> Plan:
    """The small plan with 45 minutes logged for Monday, and an hour for what was not planned that day."""
    plan = log_session(small_plan(), REGRESSION, START, 45, StepId("week-1"))
    return log_session(plan, CLUSTERING, START, 60)


def test_a_week_as_text_holds_what_the_page_shows() -> None:
    plan = tick_goal(logged_plan(), week_of(logged_plan()), 0, True)
    assert week_text(week_of(plan)).splitlines()[:13] == [
        "Week 1 of 7 · 4–10 January 2027",
        "Learning · 10 hours planned",
        "",
        "Goals",
        "[x] Regression course: finish Week 1 (course · 6 h 40)",
        "[ ] Regression course: begin Week 2 (course · 3 h 20)",
        "",
        "Monday 4 January · 1 h 30",
        "[ ] 1. Regression course: Week 1 · 45 min of 1 h 30",
        "    also: Clustering course · logged 1 h",
        "",
        "Tuesday 5 January · 1 h 30",
        "[ ] 2. Regression course: Week 1 · 1 h 30",
    ]
    text = week_text(week_of(plan))
    assert "Friday 8 January · rest" in text
    assert "- Core proven · " in text
    assert text.endswith("\n")


def test_clock_times_and_what_is_carried_over_are_said() -> None:
    plan = set_clock_times(small_plan(), (19 * 60,) * 7)
    assert "[ ] 1. Regression course: Week 1 · 19:00–20:30 (1 h 30)" in week_text(week_of(plan))
    later = week_text(week_of(plan, START + timedelta(days=7), number=2))
    assert "Still open from last week\n- Regression course · 10 h\n" in later


def test_an_empty_week_says_so() -> None:
    text = week_text(week_of(small_plan(), number=9))
    assert text.startswith("2 weeks after the finish · ")
    assert "Nothing planned" in text
    assert "Goals" not in text


def test_markdown_is_read_as_headings_boxes_and_words() -> None:
    none = QTextBlockFormat.MarkerType.NoMarker
    found = [(each.level, each.box, each.text) for each in blocks(markdown(logged_plan()))]
    assert found[:10] == [
        (1, none, "Week 1 of 7 · 4–10 January 2027"),
        (0, none, "Learning · 10 hours planned"),
        (2, none, "Goals"),
        (0, OPEN, "Regression course: finish Week 1 (course · 6 h 40)"),
        (0, OPEN, "Regression course: begin Week 2 (course · 3 h 20)"),
        (2, none, "Days"),
        (3, none, "Monday 4 January · 1 h 30"),
        (0, OPEN, "1. Regression course: Week 1 · 45 min of 1 h 30"),
        (0, none, "also: Clustering course · logged 1 h"),
        (3, none, "Tuesday 5 January · 1 h 30"),
    ]


def test_sessions_lead_to_their_course() -> None:
    found = [each for each in blocks(markdown(small_plan())) if "Week 1 ·" in each.text]
    assert [set(each.leads) for each in found] == [{"https://example.org/regression"}] * 5


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("https://example.org/a b>c<d\\e(f)[g]", {"https://example.org/a%20b%3Ec%3Cd%5Ce(f)[g]"}),
        ("https://user:secret@example.org/", set()),
        ("javascript:alert(1)", set()),
        ("", set()),
    ],
)
def test_links_are_kept_whole_or_left_out(link: str, leads: set[str]) -> None:
    plan = small_plan()
    course = replace(plan.activities[REGRESSION], link=link)
    plan = replace(plan, activities={**plan.activities, REGRESSION: course})
    (block,) = (each for each in blocks(markdown(plan)) if each.text.startswith("1. "))
    assert block.leads == leads


HOSTILE = [
    "# not a heading",
    "- not a list",
    "1. not a number",
    "*not* **bold** _nor_ `code` ~~gone~~",
    "[a link](https://example.org) ![a picture](file:///etc/passwd)",
    "<b>no</b> <script>alert(1)</script> &amp; &lt;",
    "a | b | c",
    "back\\slash \\* $x^2$",
    "two\nlines\r\nand\ttabs",
    "> quote",
    "[ ] box [x] box",
    "https://example.org",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_titles_are_read_as_they_are(title: str) -> None:
    plan = make_plan(activity("only", 3))
    plan = rename(plan, ActivityId("only"), title)
    words = " ".join(title.split())
    lines = [each.text for each in blocks(markdown(plan))]
    assert f"1. {words} · 1 h 30" in lines
    assert f"Work on {words} (topic · 3 h)" in lines or f"Finish {words} (topic · 3 h)" in lines
    assert f"1. {words} · 1 h 30" in week_text(week_of(plan))


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30))
def test_any_printable_title_is_read_as_it_is(title: str) -> None:
    plan = make_plan(activity("only", 3))
    if not title.strip():
        return
    plan = rename(plan, ActivityId("only"), title)
    words = " ".join(title.split())
    assert f"1. {words} · 1 h 30" in [each.text for each in blocks(markdown(plan))]


def test_nothing_in_a_title_steers_where_it_is_pasted() -> None:
    plan = rename(make_plan(activity("only", 3)), ActivityId("only"), "a\u202eb\u200bc\x1b[31m שלום")
    text = week_text(week_of(plan))
    assert not any(sign in text for sign in "\u202e\u200b\x1b")
    assert "\u2068abc [31m שלום\u2069" in text
