"""What the charts say, over plans of every age; each has a plot that fits, and a table that agrees."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from planner.domain.baselines import as_made, take_baseline
from planner.domain.edits import finish_all, mark_finished, retarget, set_effort
from planner.domain.forecast.forecast import forecast
from planner.domain.items import ActivityId, BaselineId, MilestoneId
from planner.domain.pace.pace import pace_of
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.proof import log_session
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.exchange.roadmap_facts import shipped_facts
from planner.exchange.roadmap_toml import default_roadmap
from planner.ui.progress.chart import Chart, Moment
from planner.ui.progress.charts.all_charts import CHARTS
from planner.ui.progress.plot import Fill, Line, NamesAxis, Plot, Shape, Sign
from planner.ui.progress.plot_layout import lay_out, plot_height
from planner.ui.progress.plot_style import picture_style
from tests.helpers.catching_up import catch_up
from tests.helpers.plans import START, chain_plan, make_plan, phase, plan_with_a_wedding, small_plan

CLUSTERING, ENDPOINT = ActivityId("clustering-course"), MilestoneId("endpoint-live")


def charts(plan: Plan, today: date, *, foreseen: bool = True) -> dict[str, Chart]:
    """All charts of a plan on a day, by their ids."""
    current = schedule(plan)
    found = forecast(plan, current, pace_of(plan, current, today), today, samples=200) if foreseen else None
    moment = Moment(plan=plan, schedule=current, today=today, forecast=found)
    return {each.id: each for each in (make(moment) for make in CHARTS)}


def plot_of(chart: Chart) -> Plot:
    """The plot of a chart that has one."""
    assert chart.plot is not None
    return chart.plot


LONG = retarget(chain_plan(40, 100_000.0), MilestoneId("the-end"), date.max)
"""Its work ends in 9694; the forecast runs into the calendar's end."""

AGES = {
    "empty": (make_plan(phase("learning")), START),
    "before its start": (small_plan(), START - timedelta(days=30)),
    "fresh": (as_made(small_plan(), START), START),
    "a wedding": (plan_with_a_wedding(), START),
    "under way": (log_session(small_plan(), CLUSTERING, START, 600), START + timedelta(days=20)),
    "millennia long": (take_baseline(LONG, BaselineId("first"), START, "Made"), START + timedelta(days=20)),
    "years late": (small_plan(), START + timedelta(days=4000)),
    "done": (finish_all(small_plan(), list(small_plan().activities), START), START + timedelta(days=9)),
}


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("foreseen", [True, False], ids=["forecast", "no forecast yet"])
def test_every_chart_says_something_and_fits_its_frame(qapp: QApplication, age: str, foreseen: bool) -> None:
    style = picture_style()
    for chart in charts(*AGES[age], foreseen=foreseen).values():
        assert chart.title
        assert chart.sentence
        assert chart.plot is not None or chart.empty
        assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)
        for width in (260.0, 900.0):
            if chart.plot is not None:
                layout = lay_out(chart.plot, (width, plot_height(chart.plot, width, style)), style)
                assert layout.frame.width() >= 20
                assert layout.frame.right() <= width
                for mark in chart.plot.marks:
                    if isinstance(mark, Line):
                        assert all(
                            layout.frame.adjusted(-1, -1, 1, 1).contains(layout.point(each))
                            for each in mark.points
                        )


def test_the_finish_that_moved_says_how_far_and_why() -> None:
    plan = as_made(small_plan(), START)
    plan = set_effort(plan, CLUSTERING, 50)
    plan = take_baseline(plan, BaselineId("own"), START + timedelta(days=7), "More clustering than I thought")
    plan = retarget(plan, ENDPOINT, date(2027, 3, 20))
    chart = charts(plan, START + timedelta(days=14))["finish"]
    assert chart.sentence.startswith(
        "By today’s plan the finish is 6 Mar 2027, 2 weeks later than on 4 Jan 2027."
    )
    assert plot_of(chart).listed == (
        "1  On 4 Jan 2027: finish 20 Feb 2027 · The plan as it was made",
        "2  On 11 Jan 2027: 20 Feb 2027 → 6 Mar 2027 · Changes since 4 Jan 2027",
        "3  On 11 Jan 2027: finish 6 Mar 2027 · More clustering than I thought",
        "4  On 18 Jan 2027: finish 6 Mar 2027 · The plan as it is now",
    )
    numbers = [each for each in plot_of(chart).marks if isinstance(each, Sign) and each.shape is Shape.NUMBER]
    assert [each.text for each in numbers] == ["1", "2–3", "4"]
    assert [each.text for each in plot_of(chart).legend] == ["Finish by the plan", "Your target, 20 Mar 2027"]


def test_what_all_happened_on_one_day_has_its_reasons_too() -> None:
    day = START + timedelta(days=21)
    plan = catch_up(as_made(small_plan(), day), day, BaselineId("caught-up"))
    chart = charts(take_baseline(plan, BaselineId("own"), day, "To compare with"), day)["finish"]
    assert plot_of(chart).listed == (
        "1  On 25 Jan 2027: finish 20 Feb 2027 · The plan as it was made",
        "2  On 25 Jan 2027: 20 Feb 2027 → 13 Mar 2027 · Catching up",
        "3  On 25 Jan 2027: finish 13 Mar 2027 · To compare with",
        "4  On 25 Jan 2027: finish 13 Mar 2027 · The plan as it is now",
    )
    assert [each.text for each in plot_of(chart).marks if isinstance(each, Sign)] == ["1", "2–4"]
    assert [row[1] for row in chart.table.rows] == [None, date(2027, 2, 20), None, None]


def test_without_a_baseline_there_is_nothing_to_show_as_a_table_or_to_save() -> None:
    chart = charts(small_plan(), START)["finish"]
    assert (chart.plot, chart.table.rows) == (None, ())
    assert chart.sentence.startswith("By today’s plan the finish is 20 Feb 2027.")


def test_many_baselines_keep_the_first_and_the_last_reasons_on_the_chart() -> None:
    plan = as_made(small_plan(), START)
    for number in range(20):
        plan = take_baseline(plan, BaselineId(f"{number}"), START + timedelta(days=number), f"Day {number}")
    chart = charts(plan, START + timedelta(days=30))["finish"]
    assert len(plot_of(chart).listed) == 8
    assert plot_of(chart).listed[0].endswith("The plan as it was made")
    assert plot_of(chart).listed[-1].startswith("22  On 3 Feb 2027")
    assert len(chart.table.rows) == 22


def test_a_forecast_on_ranges_alone_says_so() -> None:
    plan = log_session(small_plan(), ActivityId("regression-course"), START, 60)
    said = charts(plan, START)["hours"]
    assert "By the roadmap’s ranges the path is done by " in said.sentence
    assert said.reason.splitlines()[-1] == pace_of(plan, schedule(plan), START).sentence


def test_the_path_that_is_done_is_forecast_no_more() -> None:
    plan = log_session(small_plan(), CLUSTERING, START, 600)
    plan = finish_all(plan, list(plan.activities), START)
    assert charts(plan, START + timedelta(days=1))["hours"].sentence.endswith("All the work is done.")


def test_production_skill_gives_the_sources_figures_as_its_reason() -> None:
    plan = plan_from(default_roadmap(), Answers(start=START))
    serving = next(each.id for each in plan.active.values() if each.production)
    chart = charts(mark_finished(plan, serving, START), START)["production"]
    facts = shipped_facts()
    assert "Why it counts: 78 % of 12,000 machine-learning engineer postings ask" in chart.sentence
    assert "Under 20 % of bootcamp graduates" in chart.sentence
    for key in ("postings-production", "bootcamp-production"):
        assert facts[key].reason in chart.reason
    assert "The article this roadmap follows gives this figure." in chart.reason
    assert chart.table.rows[0][3] == 100
    assert chart.table.items[0] == serving


def test_facts_read_alone_are_those_of_the_checked_roadmap() -> None:
    assert tuple(shipped_facts().values()) == default_roadmap().facts


def test_colour_alone_tells_nothing_apart() -> None:
    plan = as_made(plan_from(default_roadmap(), Answers(start=START)), START)
    plan = log_session(plan, next(iter(plan.active)), START, 90)
    for chart in charts(plan, START + timedelta(days=60)).values():
        if chart.plot is None:
            continue
        lines = [each.sample for each in chart.plot.legend if isinstance(each.sample, Line)]
        assert len({(each.dash, each.width) for each in lines}) == len(lines)
        fills = [each.sample.fill for each in chart.plot.legend if hasattr(each.sample, "fill")]
        assert len(set(fills)) == len(fills) or fills == [Fill.OUTLINED]


def test_a_milestones_chart_has_no_more_rows_than_fit_and_says_so() -> None:
    plan = small_plan()
    more = {
        MilestoneId(f"m{each}"): replace(
            plan.milestones[ENDPOINT], id=MilestoneId(f"m{each}"), title=f"M {each}"
        )
        for each in range(40)
    }
    chart = charts(replace(plan, milestones={**plan.milestones, **more}), START)["milestones"]
    rows = plot_of(chart).y
    assert isinstance(rows, NamesAxis)
    assert len(rows.names) == 14
    assert len(chart.table.rows) == 42
    assert "The table has all 42; here are the nearest." in chart.sentence


def test_a_next_milestone_whose_day_has_passed_is_told_with_its_forecast() -> None:
    today = START + timedelta(days=120)
    assert charts(small_plan(), today, foreseen=False)["milestones"].sentence.endswith(
        "its planned day, 6 Feb 2027, has passed, and catching up gives it a new one."
    )
    said = charts(small_plan(), today)["milestones"].sentence
    assert "has passed" in said
    assert "By the forecast it lands by " in said
    assert "has passed" not in charts(small_plan(), START)["milestones"].sentence
