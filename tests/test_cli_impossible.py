"""`milepost show` and `check` say what in a plan cannot be as planned, in a line each."""

from datetime import timedelta
from pathlib import Path

import pytest

from planner.cli import run_verb
from planner.domain.edits import retarget
from planner.domain.items import MilestoneId
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
