"""A date that waits for nothing, as it is told wherever it is seen: its own day, and no landing."""

from planner.domain.schedule import schedule
from planner.exchange.plan_json import plan_json
from planner.exchange.plan_text import plan_text
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.columns import Column, Dates, cell_text
from planner.ui.timeline.descriptions import dates as dates_said
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.marks import DiamondMark, SummaryMark
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import rows_of
from planner.ui.timeline.tooltip import description
from tests.helpers.plans import START, WEDDING, WEDDING_GROUP, plan_with_a_wedding


def test_chart_columns_pointer_and_screen_reader_say_its_own_day_alone() -> None:
    plan = plan_with_a_wedding()
    current, rows = schedule(plan), rows_of(plan)
    viewport = Viewport(DateScale(START.toordinal(), 2.0, 1000.0), 1000.0, 0.0, 27.0)
    layout = lay_out(plan, current, rows, viewport, START)
    diamond, summary = layout.mark_of(WEDDING), layout.mark_of(WEDDING_GROUP)
    assert isinstance(diamond, DiamondMark)
    assert isinstance(summary, SummaryMark)
    assert (diamond.lands_x, diamond.late) == (None, False)
    assert summary.x0 <= diamond.x <= summary.x1
    dates = Dates(plan, current, START)
    assert cell_text(dates, plan.phase(WEDDING_GROUP), Column.FINISH) == "16 Jan 2028"
    assert cell_text(dates, plan.milestone(WEDDING), Column.MARGIN) == ""
    assert description(plan, current, rows.rows[rows.index[WEDDING]]) == (
        "Wedding",
        "target Sun 16 Jan 2028",
        "a fixed date",
    )
    assert dates_said(plan, current, WEDDING) == "Wedding: target 16 January 2028"


def test_terminal_and_json_say_no_landing() -> None:
    plan = plan_with_a_wedding()
    current = schedule(plan)
    (line,) = (each for each in plan_text(plan, current).splitlines() if "Wedding" in each)
    assert line.split() == ["◆", "Wedding", "16", "Jan", "2028", "0/0"]
    (group,) = (each for each in plan_text(plan, current).splitlines() if "My group" in each)
    assert group.count("16 Jan 2028") == 2
    assert '"lands": null' in plan_json(plan, current).decode()
