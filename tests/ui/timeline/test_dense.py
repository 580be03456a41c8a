"""Rows too low to read, as arrays."""

from datetime import timedelta

import numpy as np

from planner.domain.edits import mark_finished
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import schedule
from planner.ui.timeline.axis import showing
from planner.ui.timeline.dense import DenseMarks, dense_marks, link_lines, merged, row_facts, row_near
from planner.ui.timeline.layout import lay_out, whole_path
from planner.ui.timeline.marks import BarMark, DiamondMark, box
from planner.ui.timeline.options import PLAIN, ColourBy, ViewOptions
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import ALL_ROWS, RowChoice, rows_of
from tests.helpers.big_plans import study_plan
from tests.helpers.plans import START

PLAN = study_plan(120)
DONE = schedule(PLAN)
SCALE = showing(*whole_path(PLAN, DONE), 1000)
TODAY = START + timedelta(days=30)


def marks_of(options: ViewOptions = PLAIN, choice: RowChoice = ALL_ROWS) -> DenseMarks:
    rows = rows_of(PLAN, choice)
    return dense_marks(DONE, row_facts(PLAN, DONE, rows, TODAY, options.colour_by), SCALE, options)


def test_low_rows_stand_where_readable_ones_do() -> None:
    rows = rows_of(PLAN)
    readable = lay_out(PLAN, DONE, rows, Viewport(SCALE, 27.0 * len(rows), 0, 27), TODAY)
    low = marks_of()
    for mark in readable.marks:
        left, _, right, _ = box(mark)
        if isinstance(mark, DiamondMark):
            left = right = mark.x
        assert (low.x0[mark.row], low.x1[mark.row]) == (left, right)
        assert low.facts.colours[mark.row] == mark.colour
        if isinstance(mark, BarMark):
            assert low.facts.done[mark.row] == (mark.done_x - mark.x0) / (mark.x1 - mark.x0)


def test_the_layout_of_low_rows_finds_the_mark_of_each() -> None:
    rows = rows_of(PLAN)
    facts = row_facts(PLAN, DONE, rows, TODAY, ColourBy.PHASE)
    found = lay_out(PLAN, DONE, rows, Viewport(SCALE, 300, 0, 2), TODAY, PLAIN, facts)
    bar, diamond = found.mark_of("a70"), found.mark_of("m1")
    assert not found.marks
    assert not found.links
    assert isinstance(bar, BarMark)
    assert bar.y == 2 * (rows.index["a70"] + 0.5)
    assert isinstance(diamond, DiamondMark)
    assert found.mark_of("nothing") is None


def test_a_group_reaches_down_to_the_last_row_in_it() -> None:
    low = marks_of(choice=RowChoice(collapsed=frozenset({"p1"})))
    index = low.rows.index
    assert low.facts.lasts[index["p0"]] == index["m0"]
    assert low.facts.lasts[index["p1"]] == index["p1"]
    assert low.facts.lasts[index["p2"]] == len(low.rows) - 1
    assert low.facts.lasts[index["a3"]] == index["a3"]


def test_what_is_finished_is_done_in_full() -> None:
    plan = mark_finished(PLAN, ActivityId("a0"), START + timedelta(days=1))
    done, rows = schedule(plan), rows_of(plan)
    facts = row_facts(plan, done, rows, TODAY, ColourBy.STATE)
    assert facts.done[rows.index["a0"]] == 1
    assert facts.colours[rows.index["a0"]] != facts.colours[rows.index["a90"]]


def test_what_may_slip_steps_back_behind_what_is_critical() -> None:
    low = marks_of(ViewOptions(critical=True))
    rows = [low.rows.index[each] for each in DONE.graph.nodes]
    assert low.faded[rows].tolist() == [not DONE.critical(each) for each in DONE.graph.nodes]
    assert not marks_of().faded.any()


def test_the_pointer_means_the_bar_near_it_not_the_row_under_it() -> None:
    low, viewport = marks_of(), Viewport(SCALE, 30, 0, 0.25)
    row = low.rows.index["a60"]
    x, y = (low.x0[row] + low.x1[row]) / 2, (row + 0.5) * 0.25
    assert row_near(low, viewport, x, y) == row
    assert row_near(low, viewport, x, y + 2) == row
    assert row_near(low, viewport, x, y + 8) != row
    assert row_near(low, viewport, SCALE.width - 1, 2.0) == 8, "no bar is near, so the row under it"
    diamond = low.rows.index["m0"]
    assert row_near(low, viewport, low.x0[diamond] + 1.5, (diamond + 0.5) * 0.25) == diamond


def test_links_join_the_ends_their_kind_says() -> None:
    low = marks_of()
    index = low.rows.index
    first = {(line[1], line[3]): (line[0], line[2]) for line in link_lines(low, frozenset({"a5", "a9"}))}
    start_to_start = first[index["a4"], index["a5"]]
    finish_to_finish = first[index["a8"], index["a9"]]
    assert start_to_start == (low.x0[index["a4"]], low.x0[index["a5"]])
    assert finish_to_finish == (low.x1[index["a8"]], low.x1[index["a9"]])
    assert len(first) < len(link_lines(low)) == len(PLAN.dependencies)


def test_a_milestone_that_lands_late_says_so() -> None:
    low = marks_of()
    late = {each for each in PLAN.milestones if DONE.lands(each) > DONE.shown_day(each)}
    assert {MilestoneId(low.rows.rows[row].id) for row in np.flatnonzero(low.late).tolist()} == late


def test_what_touches_on_a_line_in_one_colour_is_one() -> None:
    lines = np.array([0, 0, 0, 0, 1])
    colours = np.array([2, 2, 2, 3, 2])
    x0, x1 = np.array([30.0, 0.0, 5.0, 6.0, 4.0]), np.array([40.0, 10.0, 8.0, 9.0, 5.0])
    order, begins = merged(lines, colours, x0, x1)
    assert order.tolist() == [1, 2, 0, 3, 4]
    assert begins.tolist() == [1, 0, 1, 1, 1]
