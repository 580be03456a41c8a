"""The whole job, as a person does it: make a plan, tick, move, print the week, and find it all again."""

from pathlib import Path

import pytest

from planner.domain.items import MilestoneId
from planner.storage.document import Document
from tests.helpers.desktop import desktop
from tests.helpers.run import milepost

pytestmark = pytest.mark.x11

READY = "Milestone Ready to start"


def without_forecast(name: str) -> str:
    """A milestone as a screen reader tells it, but for where it is heading."""
    return name.partition(", forecast: ")[0]


def test_make_a_plan_use_it_and_find_it_again(tmp_path: Path) -> None:
    """Everything goes through the real window; the file and the printed page are read from outside."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with desktop(tmp_path) as screen:
        screen.environment["TMPDIR"] = str(scratch)
        with screen.program() as program:
            screen.read("wait", "Create plan")
            screen.keys("New plan", "Return")
            screen.read("do", READY, "Press")
            screen.read("do", "Join, group and rank in SQL", "Toggle")
            screen.read("wait", f"{READY}, lands")
            screen.read("do", READY, "Increase")
            moved = screen.read("wait", f"{READY}, target")
            screen.keys("^Milepost — ", "ctrl+q")
            assert program.wait(30) == 0

        plan_file = next(tmp_path.rglob("*.milepost"))
        with Document.open(plan_file, read_only=True) as document:
            plan = document.plan
            ready = plan.milestone(MilestoneId("ready-to-start"))
            assert ready.target is not None
            assert sum(each.done for each in plan.checklist.values()) == 1
            assert document.undo_text.startswith("Move Ready to start")

        milepost("week", str(plan_file), "--pdf", str(tmp_path / "week.pdf"))
        assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF")

        with screen.program() as program:
            again = screen.read("wait", f"{READY}, target")
            # The forecast follows a moment after the start.
            assert without_forecast(again["name"]) == without_forecast(moved["name"])
            assert "1 of 8 done" in again["name"]
            screen.keys("^Milepost — ", "ctrl+z")
            screen.read("wait", f"{READY}, lands")
            screen.keys("^Milepost — ", "ctrl+q")
            assert program.wait(30) == 0
        assert not list(scratch.iterdir()), "it left temporary files behind"
