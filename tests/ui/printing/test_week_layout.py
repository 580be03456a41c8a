"""The sheet's layout: everything inside the margins, on one page if it can be. Measured without any font."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from planner.domain.items import ActivityId, ActivityKind
from planner.domain.plan import Paper
from planner.domain.schedule import schedule
from planner.domain.week import Goal, PlannedSession, WeekPlan, week_plan
from planner.domain.week_carried import Carried
from planner.domain.week_facts import WeekNotes
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.page_setup import Detail, PageSetup
from planner.ui.printing.shapes import Box, Diamond, Line, Shape, Style, Text, Tick
from planner.ui.printing.week_header import SheetFacts
from planner.ui.printing.week_layout import MARGIN, WeekSheet
from planner.ui.printing.words import sheet_words
from tests.helpers.plans import START, small_plan

FACTS = SheetFacts(printed=START, revision=128)
SETUPS = [
    PageSetup(paper=paper, landscape=landscape, days=days, detail=detail)
    for paper in Paper
    for landscape in (False, True)
    for days, detail in ((7, Detail.DETAIL), (5, Detail.DETAIL), (6, Detail.SUMMARY))
]


def measure(text: str, style: Style) -> float:
    """Every letter six tenths as wide as it is high."""
    return 0.6 * style.size * len(text)


def sheet(week: WeekPlan, setup: PageSetup | None = None, links: dict[str, str] | None = None) -> WeekSheet:
    """A week laid out."""
    linked = {ActivityId(each): url for each, url in (links or {}).items()}
    return WeekSheet(week, setup or PageSetup(), sheet_words(), measure, linked)


def pages(week: WeekPlan, setup: PageSetup | None = None) -> list[list[Shape]]:
    """The shapes of each of its pages."""
    made = sheet(week, setup)
    return [made.shapes(number, FACTS) for number in range(made.pages)]


def texts(shapes: list[Shape]) -> list[str]:
    return [each.text for each in shapes if isinstance(each, Text)]


def session(number: int, title: str, **fields: object) -> PlannedSession:
    """A quarter of an hour of anything."""
    made = PlannedSession(
        number=number,
        activity=ActivityId("any"),
        title=title,
        kind=ActivityKind.TOPIC,
        colour=1,
        minutes=15,
        taken_from=START,
        taken_minutes=15,
    )
    return replace(made, **fields)  # type: ignore[arg-type] # fields are named by the tests


def first_week() -> WeekPlan:
    plan = small_plan()
    return week_plan(plan, schedule(plan), START, START)


def week_with(sessions: int, title: str, *, everyday: bool = False) -> WeekPlan:
    """A week whose Saturday has so many sessions, or every day."""
    week = first_week()
    crowd = [session(number, title, step_title=title) for number in range(1, sessions + 1)]
    days = [
        replace(day, sessions=tuple(crowd) if everyday or place == 5 else day.sessions)
        for place, day in enumerate(week.days)
    ]
    return replace(week, days=tuple(days))


@pytest.mark.parametrize("setup", SETUPS, ids=lambda setup: f"{setup.paper}-{setup.landscape}-{setup.days}")
@pytest.mark.parametrize("sessions", [0, 1, 7, 40])
@pytest.mark.parametrize("goals", [0, 20])
@pytest.mark.parametrize("title", ["SQL", "A title of quite some words that goes on and on", "X" * 300])
def test_everything_stays_inside_the_margins(setup: PageSetup, sessions: int, goals: int, title: str) -> None:
    wide, high = setup.points
    goal = Goal(text=title * 3, kind=title, minutes=90, activity=None, own=True)
    week = replace(week_with(sessions, title), goals=(goal,) * goals)
    for shape in (each for page in pages(week, setup) for each in page):
        if isinstance(shape, Text):
            left, right = shape.x, shape.x + measure(shape.text, shape.style)
            top, bottom = shape.y - shape.style.size, shape.y
        elif isinstance(shape, Line):
            left, right, top, bottom = shape.x1, shape.x2, shape.y1, shape.y2
        elif isinstance(shape, Box | LinkArea):
            left, right = shape.x, shape.x + shape.wide
            top, bottom = shape.y, shape.y + shape.high
        else:
            radius = shape.radius if isinstance(shape, Diamond) else 0
            left, right, top, bottom = shape.x - radius, shape.x + radius, shape.y, shape.y
        assert left >= MARGIN - 0.01
        assert right <= wide - MARGIN + 0.01
        assert top >= MARGIN - 0.01
        assert bottom <= high - MARGIN + 1.3


@pytest.mark.parametrize("setup", SETUPS, ids=lambda setup: f"{setup.paper}-{setup.landscape}-{setup.days}")
def test_a_usual_week_is_one_page_and_a_crowded_one_loses_nothing(setup: PageSetup) -> None:
    assert len(pages(week_with(2, "A course"), setup)) == 1
    crowded = pages(week_with(30, "A course"), setup)
    assert len(crowded) > 1
    numbers = {each for page in crowded for each in texts(page)}
    assert {str(number) for number in range(1, 31)} <= numbers


def test_letters_shrink_before_a_week_becomes_two_pages() -> None:
    few, many = pages(week_with(2, "Course")), pages(week_with(6, "Course"))

    def size(page: list[Shape]) -> float:
        return next(each.style.size for each in page if isinstance(each, Text) and each.text == "Course")

    assert len(few) == len(many) == 1
    assert size(many[0]) < size(few[0])


STEP = "Linear algebra: matrix products, eigenvalues, vector spaces, and what a determinant measures"


def said_in_steps(shapes: list[Shape]) -> str:
    """The words in the letters of steps, joined."""
    return " ".join(each.text for each in shapes if isinstance(each, Text) and each.style.size == 7.7)


def with_step(week: WeekPlan, sessions: int) -> WeekPlan:
    """The week with sessions of a step of many words on Monday."""
    crowd = tuple(session(number, "Algebra", step_title=STEP) for number in range(1, sessions + 1))
    return replace(week, days=(replace(week.days[0], sessions=crowd), *week.days[1:]))


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(landscape=True)], ids=["up", "flat"])
def test_a_long_step_is_said_whole_where_its_column_has_room(setup: PageSetup) -> None:
    (shapes,) = pages(with_step(first_week(), 1), setup)
    assert STEP in said_in_steps(shapes)
    (short,) = pages(with_step(first_week(), 1), replace(setup, detail=Detail.SUMMARY))
    assert "eigenvalues" not in " ".join(texts(short))


def test_a_summary_says_titles_whole_where_there_is_room() -> None:
    week = replace(week_with(1, STEP), goals=(Goal(text=STEP, kind="", minutes=0, activity=None, own=True),))
    setup = PageSetup(paper=Paper.LETTER, landscape=True, detail=Detail.SUMMARY)
    (shapes,) = pages(week, setup)
    assert not any("…" in each for each in texts(shapes))
    (crowded,) = pages(week_with(3, STEP), setup)
    assert any("…" in each for each in texts(crowded))


def test_a_summary_tells_sessions_of_one_title_apart_by_their_steps() -> None:
    week = first_week()
    crowd = (session(1, "SQL", step_title="Joins"), session(2, "SQL", step_title="Windows"))
    other = session(3, "Docker", step_title="Images")
    days = [replace(week.days[0], sessions=crowd), replace(week.days[1], sessions=(other,))]
    (shapes,) = pages(replace(week, days=(*days, *week.days[2:])), PageSetup(detail=Detail.SUMMARY))
    assert {"Joins", "Windows"} <= set(texts(shapes))
    assert "Images" not in texts(shapes)


def test_in_landscape_both_halves_stand_in_line() -> None:
    (shapes,) = pages(week_with(1, "SQL"), PageSetup(landscape=True))
    words = sheet_words()
    place = {each.text: (each.x, each.y) for each in shapes if isinstance(each, Text)}
    assert place[words.goals][1] == place[words.feeds][1]
    assert place[words.catch_up][1] == place[words.end][1]
    assert place[words.feeds][0] == place[words.end][0]
    assert place[words.goals][0] == place[words.catch_up][0]


def test_there_is_room_to_write_the_minutes_and_the_hours() -> None:
    setup = PageSetup()
    (shapes,) = pages(week_with(1, "SQL"), setup)
    column = (setup.points[0] - 2 * MARGIN) / 7
    rules = {each.y1: each for each in shapes if isinstance(each, Line)}
    place = {each.text: each for each in shapes if isinstance(each, Text)}
    actual, studied = rules[place["actual"].y + 0.8], rules[place["Hours studied"].y + 1.2]
    assert actual.x2 == pytest.approx(MARGIN + 6 * column - 5.5)
    assert studied.x2 - studied.x1 > 50


def test_notes_give_room_to_long_steps_and_a_full_column_shortens_them() -> None:
    def notes(shapes: list[Shape]) -> int:
        words = sheet_words()
        place = {each.text: each.y for each in shapes if isinstance(each, Text)}
        lines = [each for each in shapes if isinstance(each, Line) and each.y1 == each.y2]
        return sum(place[words.notes] < each.y1 < place[words.end] for each in lines)

    (none,), (two,), (many,) = (pages(with_step(first_week(), count)) for count in (0, 2, 4))
    assert said_in_steps(two).count(STEP) == 2
    assert notes(none) > notes(two) >= 2
    assert STEP not in said_in_steps(many)
    assert "…" in said_in_steps(many)


def test_a_second_page_repeats_the_head_and_the_days() -> None:
    first, second = pages(week_with(15, "A course"))
    title = first_week().title
    assert title in texts(first)
    assert f"{title} · continued" in texts(second)
    for page in (first, second):
        assert {"Mon 4", "Sat 9", "Hours studied"} <= set(texts(page))
    assert "End of the week" not in texts(first)
    assert {"What it feeds", "End of the week"} <= set(texts(second))


def test_many_long_goals_take_a_page_of_their_own_before_the_days() -> None:
    goal = Goal(text="Understand it " * 30, kind="skill", minutes=0, activity=None, own=True)
    week = replace(first_week(), goals=(goal,) * 20)
    first, second = pages(week, PageSetup(landscape=True))[:2]
    assert "This week’s goals" in texts(first)
    assert "Mon 4" not in texts(first)
    assert "Mon 4" in texts(second)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("sessions", [0, 3, 5])
def test_sections_do_not_run_into_each_other(paper: Paper, sessions: int) -> None:
    (shapes,) = pages(week_with(sessions, "A course"), PageSetup(paper=paper))
    words = sheet_words()
    headings = [words.goals, words.feeds, words.catch_up, words.notes, words.end, words.studied]
    places = [
        next(each.y for each in shapes if isinstance(each, Text) and each.text == heading)
        for heading in headings
    ]
    assert places == sorted(places)
    assert min(b - a for a, b in pairwise(places)) > 40


def test_in_landscape_milestones_stand_beside_the_goals_and_the_end_beside_the_notes() -> None:
    (shapes,) = pages(week_with(2, "A course"), PageSetup(landscape=True))
    place = {each.text: (each.x, each.y) for each in shapes if isinstance(each, Text)}
    words = sheet_words()
    assert place[words.goals][1] == place[words.feeds][1]
    assert place[words.goals][0] < place[words.feeds][0]
    assert place[words.notes][0] < place[words.end][0]
    assert place[words.goals][1] < place["Mon 4"][1] < place[words.end][1]


def test_boxes_at_the_end_are_aligned_and_fill_the_width() -> None:
    (shapes,) = pages(week_with(1, "SQL"))
    boxes = [each for each in shapes if isinstance(each, Box) and each.radius == 3 and each.wide < 200]
    assert len(boxes) == 4
    assert len({(each.y, round(each.wide, 3), each.high) for each in boxes}) == 1
    assert boxes[0].x == MARGIN
    assert boxes[-1].x + boxes[-1].wide == pytest.approx(PageSetup().points[0] - MARGIN)


def test_a_day_off_says_its_name() -> None:
    week = week_with(1, "SQL")
    days = (replace(week.days[0], exception="Easter", available_minutes=0, sessions=()), *week.days[1:])
    (shapes,) = pages(replace(week, days=days))
    assert "Easter" in texts(shapes)


def test_a_summary_leaves_out_what_is_not_needed_to_tick_and_log() -> None:
    week = replace(
        week_with(1, "SQL"), carried=(Carried(activity=ActivityId("any"), title="Statistics", minutes=90),)
    )
    (full,) = pages(week)
    (short,) = pages(week, PageSetup(detail=Detail.SUMMARY))
    words = sheet_words()
    assert "Still open from last week: Statistics 1 h 30" in texts(full)
    assert words.catch_up in texts(full)
    assert not any("Statistics" in each for each in texts(short))
    assert words.catch_up not in texts(short)
    assert texts(full).count("SQL") == 2  # the title and its step
    assert texts(short).count("SQL") == 1
    assert words.actual in texts(short)


def test_own_goals_are_shown_with_their_ticks() -> None:
    week = first_week()
    own = [Goal(text=f"Goal {number}", kind="", minutes=0, activity=None, own=True) for number in range(5)]
    own[1] = replace(own[1], done=True)
    (plain,) = pages(week)
    (shapes,) = pages(replace(week, goals=tuple(own)))
    assert {f"Goal {number}" for number in range(5)} <= set(texts(shapes))
    ticks = [sum(isinstance(each, Tick) for each in page) for page in (plain, shapes)]
    assert ticks == [0, 1]


def test_a_session_with_a_time_says_from_when_to_when() -> None:
    week = first_week()
    timed = replace(week.days[0], sessions=(session(1, "SQL", starts_at=19 * 60, minutes=90),))
    (shapes,) = pages(replace(week, days=(timed, *week.days[1:])))
    assert "19:00–20:30" in texts(shapes)


def test_the_words_of_a_review_stand_in_their_boxes() -> None:
    notes = WeekNotes(first_day=START, done="The notebook", next_step="Plot the residuals")
    (shapes,) = pages(replace(first_week(), notes=notes))
    assert {"The notebook", "Plot the residuals"} <= set(texts(shapes))


def test_titles_with_a_link_can_be_pressed() -> None:
    week = week_with(1, "SQL")
    made = sheet(week, links={"any": "https://example.org/sql"}).shapes(0, FACTS)
    (area,) = [each for each in made if isinstance(each, LinkArea)]
    title = next(each for each in made if isinstance(each, Text) and each.text == "SQL")
    assert area.url == "https://example.org/sql"
    assert area.x <= title.x < area.x + area.wide
    assert area.y < title.y < area.y + area.high


@pytest.mark.parametrize("url", ["ftp://example.org", "https://me:secret@example.org", "javascript:alert(1)"])
def test_other_links_are_left_out(url: str) -> None:
    made = sheet(week_with(1, "SQL"), links={"any": url}).shapes(0, FACTS)
    assert not any(isinstance(each, LinkArea) for each in made)


def test_phases_and_hours_are_said_whole_in_a_line_each_where_one_is_too_short() -> None:
    week = replace(week_with(1, "SQL"), phases=("Foundations of the work", "First models"))
    (short,) = pages(replace(week, phases=("Start",)), PageSetup(landscape=True))
    assert f"Start · {week.amounts}" in texts(short)
    (shapes,) = pages(week)
    place = {each.text: each for each in shapes if isinstance(each, Text)}
    phases, amounts = place[week.worked_in], place[week.amounts]
    stamp = next(each for each in shapes if isinstance(each, Text) and each.text.startswith("printed "))
    assert phases.y == stamp.y
    assert phases.x + measure(phases.text, phases.style) < stamp.x
    assert stamp.y < amounts.y < min(each.y1 for each in shapes if isinstance(each, Line))
    assert amounts.y + 20 < place[sheet_words().goals].y


def test_phases_too_long_for_a_line_are_shortened_and_the_hours_are_not() -> None:
    week = replace(week_with(1, "SQL"), phases=("A phase with quite a long name of its own " * 3,))
    (shapes,) = pages(week)
    assert week.amounts in texts(shapes)
    assert any(each.startswith("A phase") and each.endswith("…") for each in texts(shapes))


@pytest.mark.parametrize("setup", SETUPS, ids=lambda setup: f"{setup.paper}-{setup.landscape}-{setup.days}")
def test_much_that_is_still_open_leaves_the_week_on_one_page(setup: PageSetup) -> None:
    open_work = tuple(
        Carried(activity=ActivityId("any"), title=f"A course of some length {number}", minutes=90)
        for number in range(30)
    )
    week = replace(week_with(2, "A course"), carried=open_work, carried_before=open_work)
    (shapes,) = pages(week, setup)
    place = {each.text: each for each in shapes if isinstance(each, Text)}
    below = place["Mon 4"].y - 20
    carried = [each for each in shapes if isinstance(each, Text) and "some length" in each.text]
    assert all(place[sheet_words().goals].y < each.y < below for each in carried)
    assert bool(carried) == (setup.detail is Detail.DETAIL)


def test_dates_across_years_fit_the_header() -> None:
    plan = small_plan()
    week = week_plan(plan, schedule(plan), date(2026, 12, 30), START)
    assert any(each.startswith("1 week before") for each in texts(pages(week)[0]))


def test_a_phase_written_from_right_to_left_leaves_the_hours_in_their_order() -> None:
    week = replace(first_week(), phases=("המשך",))
    assert f"\u2068המשך\u2069 · {week.amounts}" in texts(pages(week, PageSetup(landscape=True))[0])


def test_a_title_that_is_long_keeps_its_dates() -> None:
    plan = small_plan()
    week = week_plan(plan, schedule(plan), date(2019, 12, 30), START)
    (shapes,) = pages(week)
    (title,) = (each for each in shapes if isinstance(each, Text) and "before the start" in each.text)
    assert title.text == "366 weeks before the start · 30 December 2019 – 5 January 2020"
    assert title.style.size < 17


def test_after_the_finish_it_says_so_in_place_of_milestones() -> None:
    plan = small_plan()
    words = sheet_words()
    (after,) = pages(week_plan(plan, schedule(plan), date(2027, 3, 1), START))
    assert words.finished in texts(after)
    (before,) = pages(week_plan(plan, schedule(plan), date(2026, 12, 1), START))
    assert words.nothing in texts(before)
    (during,) = pages(replace(first_week(), feeds=()))
    assert words.feeds_none in texts(during)


def test_a_milestone_and_a_goal_stay_by_their_marks_whatever_their_script() -> None:
    week = first_week()
    goal = Goal(text="מטרה", kind="", minutes=0, activity=None, own=True)
    week = replace(week, goals=(goal,), feeds=(replace(week.feeds[0], title="אבן דרך"),))
    (shapes,) = pages(week)
    place = {each.text: each.x for each in shapes if isinstance(each, Text)}
    assert place["מטרה"] == MARGIN + 18
    assert place["אבן דרך"] == MARGIN + 13
