"""The plans that things are done to, each with another one beside it to go to and come back from."""

from datetime import date
from pathlib import Path

from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from tests.helpers.big_plans import study_plan
from tests.helpers.plans import small_plan

START = date(2027, 1, 4)
LONG = 2000


def made_plans(name: str, folder: Path) -> dict[Path, Plan]:
    """Two plans in real files: the one with the name, and a small one."""
    if name == "real":
        first = plan_from(default_roadmap(), Answers(start=START))
    else:
        first = small_plan() if name == "small" else study_plan(LONG)
    plans = {folder / "first.milepost": first, folder / "second.milepost": small_plan()}
    for path, plan in plans.items():
        Document.create(path, plan).close()
    return plans


def in_memory() -> Path | None:
    """A folder that flushes at once, for what is no matter of the disk; None where there is none."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() else None
