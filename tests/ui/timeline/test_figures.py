"""The window, the buffer, the finish and today answer where they come from."""

from datetime import date

import pytest

from planner.domain.edits import retarget
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.timeline.axis import showing
from planner.ui.timeline.figures import Figure, beside, figure_at, figure_lines
from planner.ui.timeline.layout import lay_out, whole_path
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout, SummaryMark
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import rows_of
from tests.helpers.plans import small_plan

TODAY = date(2027, 4, 5)
ROW = 27.0


def laid_out(plan: Plan, width: float = 1200.0) -> Layout:
    current = schedule(plan)
    scale = showing(*whole_path(plan, current), width)
    return lay_out(plan, current, rows_of(plan), Viewport(scale, 600.0, 0.0, ROW), TODAY)


def test_each_stands_where_it_is_drawn(plan: Plan) -> None:
    layout = laid_out(plan)
    assert layout.window is not None
    assert layout.buffer is not None
    assert layout.finish_x is not None
    middle = (layout.buffer.x0 + layout.buffer.x1) / 2
    assert figure_at(layout, layout.window.x0 + 5, ROW / 2) is Figure.WINDOW
    assert figure_at(layout, middle, 1.5 * ROW) is Figure.BUFFER
    assert figure_at(layout, middle, 1.9 * ROW) is Figure.BUFFER
    assert figure_at(layout, middle, 5.5 * ROW) is Figure.WINDOW
    assert figure_at(layout, layout.finish_x, -8) is Figure.FINISH
    assert figure_at(layout, layout.finish_x + 1, 8 * ROW) is Figure.FINISH
    assert figure_at(layout, layout.today_x - 10, -8) is Figure.TODAY
    assert figure_at(layout, layout.today_x + 60, -8) is None
    assert figure_at(layout, layout.window.x0 - 40, 5.5 * ROW) is None


def test_the_label_beside_a_narrow_buffer_belongs_to_it(plan: Plan) -> None:
    layout = laid_out(plan, 300.0)
    assert layout.buffer is not None
    assert figure_at(layout, layout.buffer.x0 - 40, 1.5 * ROW) is Figure.BUFFER


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure.WINDOW, ("18–24 months", "The article this roadmap follows gives this figure.")),
        (Figure.BUFFER, ("5 months of buffer", "Worked out: from your finish on 17 Aug 2028")),
        (Figure.FINISH, ("Finish Thu 17 Aug 2028", "“Job-ready” lands here: likely efforts")),
        (Figure.TODAY, ("Mon 5 Apr 2027", "Today, by this computer's calendar.")),
    ],
)
def test_each_says_what_it_is_and_why(plan: Plan, figure: Figure, said: tuple[str, str]) -> None:
    lines = figure_lines(plan, schedule(plan), figure, TODAY)
    assert lines[0] == said[0]
    assert lines[1].startswith(said[1])


def test_the_finish_says_whose_figures_its_months_rest_on(plan: Plan) -> None:
    lines = figure_lines(plan, schedule(plan), Figure.FINISH, TODAY)
    assert "8.6 rest on the source's own lengths and 10.8 on our suggestions" in lines[-1]


def test_a_plan_without_a_window_has_neither_window_nor_buffer() -> None:
    plan = small_plan()
    layout = laid_out(plan)
    found = {figure_at(layout, x, y) for x in range(0, 1200, 5) for y in range(0, 600, 9)}
    assert found <= {Figure.FINISH, None}
    assert figure_lines(plan, schedule(plan), Figure.BUFFER, TODAY) == ()


def test_what_stands_beside_a_mark_belongs_to_it(plan: Plan) -> None:
    marks = {each.id: each for each in laid_out(plan).marks}
    phase, bar = marks[PhaseId("phase-1")], marks[ActivityId("regression-course")]
    assert isinstance(phase, SummaryMark)
    assert isinstance(bar, BarMark)
    assert phase.high_x is not None
    assert beside(phase, phase.high_x + 20)
    assert not beside(phase, phase.high_x + 90)
    assert beside(bar, bar.tail_x)
    assert not beside(bar, bar.tail_x + 5)
    bare = marks[PhaseId("prerequisites")]
    assert isinstance(bare, SummaryMark)
    assert not beside(bare, bare.x1 + 10)


def test_the_landing_beside_a_target_belongs_to_its_milestone(plan: Plan) -> None:
    core = MilestoneId("core-fundamentals-proven")
    marks = {each.id: each for each in laid_out(retarget(plan, core, date(2027, 3, 1))).marks}
    late, other = marks[core], marks[MilestoneId("ready-to-start")]
    assert isinstance(late, DiamondMark)
    assert isinstance(other, DiamondMark)
    assert late.lands_x is not None
    assert beside(late, late.lands_x)
    assert not beside(late, late.lands_x + 20)
    assert not beside(other, other.x)
