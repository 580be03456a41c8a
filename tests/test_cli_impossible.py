"""`milepost show` and `check` say what in a plan cannot be as planned, in a line each."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.cli import run_verb
from planner.domain.edits import retarget
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.storage.document import Document
from tests.helpers.plans import small_plan


@pytest.mark.parametrize("verb", ["show", "check"])
def test_a_target_that_no_hours_hold_is_told(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.milepost"
    plan = small_plan()
    Document.create(path, plan).close()
    assert run_verb([verb, str(path)]) == 0
    assert "Endpoint live”" not in capsys.readouterr().out

    with Document.open(path) as document:
        document.apply(
            "Too soon", retarget, MilestoneId("endpoint-live"), plan.facts.start + timedelta(days=1)
        )
    assert run_verb([verb, str(path)]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if "“Endpoint live”" in line]
    assert len(said) == 1


@pytest.mark.parametrize("verb", ["show", "check"])
def test_what_is_open_is_told_and_counts_as_still_to_do(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a plan that began five weeks ago nothing is logged: the day its work would land is out of reach."""
    path, today = tmp_path / "plan.milepost", date.today()
    plan = plan_with_start(today - timedelta(days=35))
    key = MilestoneId("endpoint-live")
    plan = retarget(plan, key, today + timedelta(days=5))
    Document.create(path, plan).close()
    assert run_verb([verb, str(path)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "h planned before today are not logged; with them still to do: “Endpoint live” cannot land" in said


def plan_with_start(day: date) -> Plan:
    """The small plan, begun on another day."""
    plan = small_plan()
    return replace(plan, facts=replace(plan.facts, start=day, status_date=day))
