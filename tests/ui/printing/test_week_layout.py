"""The sheet's layout: everything on one page, whatever the week holds. Measured without any font."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from planner.domain.items import ActivityId, ActivityKind
from planner.domain.plan import Paper
from planner.domain.schedule import schedule
from planner.domain.week import PlannedSession, WeekPlan, week_plan
from planner.ui.printing.page_setup import PAPER_POINTS
from planner.ui.printing.shapes import Box, Diamond, Line, Shape, Style, Text, elided, wrapped
from planner.ui.printing.week_layout import MARGIN, SheetFacts, week_sheet
from planner.ui.printing.words import sheet_words
from tests.helpers.plans import START, small_plan

FACTS = SheetFacts(printed=START, revision=128)


def measure(text: str, style: Style) -> float:
    """Every letter six tenths as wide as it is high."""
    return 0.6 * style.size * len(text)


def sheet(week: WeekPlan, paper: Paper = Paper.A4) -> list[Shape]:
    """A week's page."""
    return week_sheet(week, FACTS, paper, sheet_words(), measure)


def week_with(sessions: int, title: str) -> WeekPlan:
    """A week whose Saturday has so many sessions."""
    plan = small_plan()
    week = week_plan(plan, schedule(plan), START, START)
    crowd = tuple(
        PlannedSession(
            number=number,
            activity=ActivityId("any"),
            title=title,
            kind=ActivityKind.TOPIC,
            colour=1,
            minutes=15,
            taken_from=START,
            taken_minutes=15,
        )
        for number in range(1, sessions + 1)
    )
    days = (*week.days[:5], replace(week.days[5], sessions=crowd), week.days[6])
    return replace(week, days=days)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("sessions", [0, 1, 4, 7, 40])
@pytest.mark.parametrize("title", ["SQL", "A title of quite some words that goes on and on", "X" * 300])
def test_everything_stays_inside_the_margins(paper: Paper, sessions: int, title: str) -> None:
    wide, high = PAPER_POINTS[paper]
    for shape in sheet(week_with(sessions, title), paper):
        if isinstance(shape, Text):
            left, right = shape.x, shape.x + measure(shape.text, shape.style)
            top, bottom = shape.y - shape.style.size, shape.y
        elif isinstance(shape, Line):
            left, right, top, bottom = shape.x1, shape.x2, shape.y1, shape.y2
        elif isinstance(shape, Box):
            left, right = shape.x, shape.x + shape.wide
            top, bottom = shape.y, shape.y + shape.high
        else:
            radius = shape.radius if isinstance(shape, Diamond) else 0
            left, right, top, bottom = shape.x - radius, shape.x + radius, shape.y, shape.y
        assert left >= MARGIN - 0.01
        assert right <= wide - MARGIN + 0.01
        assert top >= MARGIN - 0.01
        assert bottom <= high - MARGIN + 1.3


def test_more_sessions_than_fit_are_counted() -> None:
    shapes = sheet(week_with(40, "A course"))
    texts = [each.text for each in shapes if isinstance(each, Text)]
    shown = texts.count("A course")
    assert 4 < shown < 40
    assert f"+{40 - shown} more" in texts


def test_letters_shrink_before_anything_is_left_out() -> None:
    few, many = sheet(week_with(2, "Course")), sheet(week_with(8, "Course"))

    def size(shapes: list[Shape]) -> float:
        return next(each.style.size for each in shapes if isinstance(each, Text) and each.text == "Course")

    assert size(many) < size(few)
    assert sum(isinstance(each, Text) and each.text == "Course" for each in many) == 8


def test_sections_do_not_run_into_each_other() -> None:
    for paper in Paper:
        for sessions in (0, 3, 6, 40):
            shapes = sheet(week_with(sessions, "A course of two words"), paper)
            words = sheet_words()
            headings = [words.goals, words.feeds, words.catch_up, words.notes, words.end, words.studied]
            places = [
                next(each.y for each in shapes if isinstance(each, Text) and each.text == heading)
                for heading in headings
            ]
            assert places == sorted(places)
            assert min(b - a for a, b in pairwise(places)) > 40


def test_boxes_at_the_end_are_aligned_and_fill_the_width() -> None:
    shapes = sheet(week_with(1, "SQL"))
    boxes = [each for each in shapes if isinstance(each, Box)][-4:]
    assert len({(each.y, round(each.wide, 3), each.high) for each in boxes}) == 1
    assert boxes[0].x == MARGIN
    assert boxes[-1].x + boxes[-1].wide == pytest.approx(PAPER_POINTS[Paper.A4][0] - MARGIN)


def test_a_day_off_says_its_name() -> None:
    week = week_with(1, "SQL")
    days = (replace(week.days[0], exception="Easter", available_minutes=0, sessions=()), *week.days[1:])
    assert "Easter" in [each.text for each in sheet(replace(week, days=days)) if isinstance(each, Text)]


def test_text_is_wrapped_at_words_and_shortened_at_the_end() -> None:
    style = Style(10)
    assert wrapped("Gradient descent by hand", 70, 2, style, measure) == ["Gradient", "descent by…"]
    assert wrapped("Docker", 70, 3, style, measure) == ["Docker"]
    assert wrapped("", 70, 3, style, measure) == []
    assert elided("Kubernetes", 48, style, measure) == "Kuberne…"
    assert all(measure(line, style) <= 60 for line in wrapped("Z" * 99, 60, 3, style, measure))


def test_long_phases_give_way_to_the_hours() -> None:
    week = replace(week_with(1, "SQL"), phases=("A phase with quite a long name of its own " * 3,))
    assert any(isinstance(each, Text) and each.text.endswith(f"… · {week.amounts}") for each in sheet(week))


def test_dates_across_years_fit_the_header() -> None:
    plan = small_plan()
    week = week_plan(plan, schedule(plan), date(2026, 12, 30), START)
    assert any(isinstance(each, Text) and each.text.startswith("1 week before") for each in sheet(week))
