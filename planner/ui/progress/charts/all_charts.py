"""The charts of the progress page, in their order."""

from collections.abc import Callable

from planner.ui.progress.chart import Chart, Moment
from planner.ui.progress.charts.drift import drift_chart
from planner.ui.progress.charts.hours import hours_chart
from planner.ui.progress.charts.kinds import kinds_chart
from planner.ui.progress.charts.milestones import milestones_chart
from planner.ui.progress.charts.production import production_chart
from planner.ui.progress.charts.weeks import weeks_chart

CHARTS: tuple[Callable[[Moment], Chart], ...] = (
    hours_chart,
    milestones_chart,
    weeks_chart,
    drift_chart,
    kinds_chart,
    production_chart,
)
"""From the whole path to its parts."""
