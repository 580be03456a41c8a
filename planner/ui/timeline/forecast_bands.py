"""Where the forecast's bands stand: behind a diamond from one day in ten to nine, in pixels. Pure, no Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from planner.domain.items import Milestone, MilestoneId, NodeId
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.marks import BandMark

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast, Quantiles
    from planner.ui.timeline.dense import RowFacts


def landing_of(forecast: "Forecast | None", milestone: Milestone) -> "Quantiles | None":
    """Where a milestone may land; None once it is reached, and for one the forecast does not know yet."""
    if forecast is None or milestone.reached_on is not None or not knows(forecast, milestone.id):
        return None
    return forecast.of(milestone.id)


def finish_open(forecast: "Forecast | None") -> bool:
    """Whether there is a forecast of the finish to tell: there is work, and its end is not reached yet."""
    if forecast is None or not forecast.plan.active:
        return False
    node = forecast.finish_node
    return node is None or forecast.plan.milestones[node].reached_on is None


def knows(forecast: "Forecast", node: NodeId) -> bool:
    """Whether an item was there when the forecast was made: the next one follows an edit in a moment."""
    return node in forecast.plan.milestones or node in forecast.plan.active


def band_of(forecast: "Forecast | None", milestone: Milestone, scale: DateScale) -> BandMark | None:
    """The band behind a milestone's diamond."""
    lands = landing_of(forecast, milestone)
    if lands is None:
        return None
    days = (lands.p10, lands.p50, lands.p80, lands.p90)
    return BandMark(*(scale.middle(each.toordinal()) for each in days))


def with_bands(facts: "RowFacts", forecast: "Forecast") -> "RowFacts":
    """For rows too low to read: what is known of them, with the days of the forecast's bands."""
    days = np.full((len(facts.rows), 3), np.nan)
    milestones = forecast.plan.milestones
    for number in np.flatnonzero(facts.diamonds).tolist():
        milestone = milestones.get(MilestoneId(facts.rows.rows[number].id))
        if milestone is not None and (lands := landing_of(forecast, milestone)) is not None:
            days[number] = [each.toordinal() for each in (lands.p10, lands.p50, lands.p90)]
    return replace(facts, bands=days)
