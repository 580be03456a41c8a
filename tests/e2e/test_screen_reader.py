"""The window as assistive technology meets it: read the tree, drag what was found there, read the file."""

import re
from datetime import date
from pathlib import Path

import pytest

from planner.domain.items import MilestoneId
from planner.domain.wording import MONTHS
from planner.storage.document import Document
from tests.helpers.desktop import desktop
from tests.helpers.run import milepost

ENDPOINT_LIVE = "Milestone Endpoint live"

pytestmark = pytest.mark.x11


def target_in(name: str) -> date | None:
    """The target that a milestone's accessible name tells."""
    found = re.search(r"target (\d+ \w+ \d{4})", name)
    if found is None:
        return None
    day, month, year = found[1].split()
    return date(int(year), MONTHS.index(month) + 1, int(day))


def test_what_a_nudge_a_drag_and_a_refusal_did_is_said(tmp_path: Path) -> None:
    """By the screen reader's own actions, by mouse and by keyboard, as sentences one hears."""
    path = tmp_path / "path.milepost"
    milepost("new", str(path), "--start", "2027-01-04", "--background", "engineer", "--hours", "10")
    with desktop(tmp_path) as screen, screen.program(str(path)):
        first = screen.read("wait", "Activity ")
        found = re.match(r"Activity (.+), (topic|course|project), ", first["name"])
        assert found is not None
        title = found[1]
        assert {"Press", "Toggle", "Increase", "Decrease", "Longer", "Shorter"} <= set(first["actions"])

        with screen.hearing(f"Move {title}") as said:
            screen.read("do", first["name"], "Increase")
        assert any(sentence.startswith(f"{title}: ") and " to " in sentence for sentence in said), said
        assert "Moves" in said[-1]

        with screen.hearing(f"Give {title}") as said:
            screen.read("do", f"Activity {title}", "Longer")
        assert any(sentence.startswith(f"{title}: ") for sentence in said)

        with screen.hearing("starts as early as what it waits for allows"):
            for _ in range(2):
                screen.read("do", f"Activity {title}", "Decrease")

        with screen.hearing(f"Move {title}"):
            screen.drag(screen.read("wait", f"Activity {title}")["rectangle"], 60)


def test_a_diamond_found_in_the_tree_is_dragged_and_the_file_holds_its_new_date(tmp_path: Path) -> None:
    """Read as a screen reader does, drag with the mouse, and find the date in the plan."""
    path = tmp_path / "path.milepost"
    milepost("new", str(path), "--start", "2027-01-04", "--background", "engineer", "--hours", "10")
    with desktop(tmp_path) as screen, screen.program(str(path)) as program:
        screen.read("wait", "Milestone Core fundamentals proven")
        screen.input("key", "ctrl+f")
        screen.input("type", "explain an a/b rollout")
        screen.input("key", "Return")
        diamond = screen.read("wait", ENDPOINT_LIVE)
        assert diamond["role"] == "list item"
        assert re.search(r"lands \d+ \w+ \d{4}, 0 of 8 done", diamond["name"])
        assert {"Press", "Increase", "Decrease"} <= set(diamond["actions"])
        # The words found its checklist and left only its row; all are there again once they go.
        screen.input("key", "Escape")
        screen.read("wait", "Activity Production ML Systems")
        tree = screen.read("tree")
        names = {each["name"] for each in tree}
        assert any(name.startswith("Activity Production ML Systems") for name in names)
        assert any(name.startswith("Phase 3") for name in names)
        assert {"Undo", "Print this week"} <= names
        assert "Endpoint live, milestone" in {each["name"] for each in tree if each["role"] == "table cell"}

        screen.read("do", ENDPOINT_LIVE, "Press")
        box = screen.read("wait", "Endpoint answers over HTTPS")
        assert box["role"] == "check box"

        screen.drag(screen.read("wait", ENDPOINT_LIVE)["rectangle"], 60)
        moved = screen.read("wait", f"{ENDPOINT_LIVE}, target")
        told = target_in(moved["name"])
        program.terminate()
        assert program.wait(30) == 0
    with Document.open(path, read_only=True) as document:
        milestone = document.plan.milestone(MilestoneId("endpoint-live"))
    assert milestone.target is not None
    assert milestone.target == told
