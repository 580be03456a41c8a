"""A forecast as JSON follows the schema that comes with Milepost."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from jsonschema import Draft202012Validator

from planner.domain.edits import mark_finished, retarget
from planner.domain.forecast.forecast import Forecaster
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.exchange.forecast_json import SCHEMA, forecast_json
from planner.paths import resource
from tests.helpers.forecast_days import real_plan
from tests.helpers.forecasts import pace, with_ranges
from tests.helpers.networks import network, work
from tests.helpers.plans import START, plan_with_a_wedding, small_plan

CONTENT = json.loads(resource(SCHEMA).read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(CONTENT, format_checker=Draft202012Validator.FORMAT_CHECKER)


def exported(plan: Plan, today: date = START) -> dict[str, Any]:
    """The forecast's JSON, read back and held against the schema."""
    found = Forecaster(200).forecast(plan, today, pace(sigma=0.3))
    document: dict[str, Any] = json.loads(forecast_json(found, schedule(plan)))
    VALIDATOR.validate(document)
    return document


def by_id(rows: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    return next(each for each in rows if each["id"] == wanted)


def test_the_schema_is_one_and_describes_every_property() -> None:
    Draft202012Validator.check_schema(CONTENT)
    waiting: list[Any] = [CONTENT]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            assert all("description" in found for found in each.get("properties", {}).values())
            assert each.get("type") != "object" or each["additionalProperties"] is False
            waiting += each.values()


def test_every_sort_of_plan_follows_it() -> None:
    for plan in (small_plan(), real_plan(), plan_with_a_wedding(), network(), network(work("A", 5))):
        exported(plan)


def test_it_holds_the_days_of_the_forecast() -> None:
    plan = with_ranges(small_plan())
    found = Forecaster(200).forecast(plan, START, pace(sigma=0.3))
    document = exported(plan)
    assert document["finish"]["p80"] == found.finish.p80.isoformat()
    assert document["finish"]["planned"] == schedule(plan).finish.isoformat()
    core = by_id(document["milestones"], "core-proven")
    assert core["p10"] == found.of(MilestoneId("core-proven")).p10.isoformat()
    assert (core["target"], core["chance"]) == (None, None)
    assert [each["activity"] for each in document["drivers"]] == [each.activity for each in found.drivers]
    assert (document["samples"], document["seed"], document["shape"]) == (200, 1, "pert")


def test_targets_what_is_done_and_dates_that_wait_for_nothing() -> None:
    plan = with_ranges(plan_with_a_wedding())
    finish = MilestoneId("endpoint-live")
    day = Forecaster(200).forecast(plan, START, pace(sigma=0.3)).finish.p50
    plan = mark_finished(retarget(plan, finish, day), ActivityId("regression-course"), date(2027, 1, 11))
    document = exported(plan, date(2027, 1, 12))
    assert 0 < by_id(document["milestones"], "endpoint-live")["chance"] < 1
    wedding = by_id(document["milestones"], "wedding")
    assert (wedding["planned"], wedding["p50"], wedding["chance"]) == (None, None, None)
    assert by_id(document["activities"], "regression-course")["finished_on"] == "2027-01-11"
    assert document["today"] == "2027-01-12"


def test_half_a_character_does_not_stop_it() -> None:
    plan = small_plan()
    facts = replace(plan.facts, title="Half \ud83d")
    assert exported(replace(plan, facts=facts))["plan"]["title"] == "Half ?"
