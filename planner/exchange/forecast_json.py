"""A forecast as JSON: what it was made of, the days it gives, and what drives the finish.

`resources/schemas/forecast-1.schema.json` describes every property. What a reader of version 1 relies on
never changes its meaning; whatever would break it gets the next version.
"""

import json
from datetime import date
from typing import Any

from planner.domain.forecast.forecast import Forecast, Quantiles
from planner.domain.items import Milestone
from planner.domain.outlook import window_days
from planner.domain.pace.pace import Factor, Pace
from planner.domain.schedule import Schedule

FORMAT = "milepost-forecast"
VERSION = 1
SCHEMA = "schemas/forecast-1.schema.json"
"""The name of the schema among Milepost's resources."""

Table = dict[str, Any]


def forecast_json(found: Forecast, planned: Schedule) -> bytes:
    """The forecast as UTF-8 JSON; the same plan, day, seed and shape give the same bytes.

    `planned` is the plan's own schedule, whose days stand beside the forecast's.
    """
    plan = found.plan
    document = {
        "format": FORMAT,
        "version": VERSION,
        "plan": {"id": plan.facts.id, "title": plan.facts.title},
        "today": plan.facts.status_date.isoformat(),
        "samples": found.samples,
        "seed": found.seed,
        "shape": str(found.shape),
        "pace": _pace(found.pace),
        "finish": _finish(found, planned),
        "milestones": [_milestone(found, planned, each) for _, each in sorted(plan.milestones.items())],
        "activities": [
            {
                "id": each.id,
                "title": each.title,
                "planned": planned.finish_day(each.id).isoformat(),
                "finished_on": _day(each.finished_on),
                **_days(found.of(each.id)),
            }
            for _, each in sorted(plan.active.items())
        ],
        "drivers": [
            {
                "activity": each.activity,
                "title": plan.activity(each.activity).title,
                "share": round(each.share, 6),
            }
            for each in found.drivers
        ],
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode(
        errors="replace"
    )


def _finish(found: Forecast, planned: Schedule) -> Table:
    window = window_days(found.plan)
    return {
        "milestone": found.finish_node,
        "planned": planned.finish.isoformat(),
        **_days(found.finish),
        "window_last": None if window is None else window[1].isoformat(),
        "window_chance": None if window is None else round(found.finish_chance(window[1]), 6),
    }


def _milestone(found: Forecast, planned: Schedule, milestone: Milestone) -> Table:
    """A milestone's days; those of one that no work leads to are null."""
    lands, target = planned.work_lands(milestone.id), milestone.target
    days = dict.fromkeys(("p10", "p50", "p80", "p90")) if lands is None else _days(found.of(milestone.id))
    known = target is not None and lands is not None
    return {
        "id": milestone.id,
        "title": milestone.title,
        "planned": _day(lands),
        "reached_on": _day(milestone.reached_on),
        **days,
        "target": _day(target),
        "chance": round(found.chance(milestone.id, target), 6) if known and target is not None else None,
    }


def _pace(pace: Pace) -> Table:
    return {
        "effort": _factor(pace.effort),
        "kept": _factor(pace.kept),
        "factor": _factor(pace.factor),
        "straying": round(pace.straying, 6),
        "finished": pace.finished,
        "weeks": pace.weeks,
        "enough": pace.enough,
        "sentence": pace.sentence,
    }


def _factor(factor: Factor) -> Table:
    return {"median": round(factor.median, 6), "sigma": round(factor.sigma, 6)}


def _days(days: Quantiles) -> Table:
    return {name: getattr(days, name).isoformat() for name in ("p10", "p50", "p80", "p90")}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
