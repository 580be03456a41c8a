"""The plan a verb works with, and the file it writes to."""

from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli_output import WrongUse
from planner.domain.errors import DatabaseKept

if TYPE_CHECKING:
    from planner.domain.plan import Plan
    from planner.domain.schedule import Schedule


def read_plan(path: Path) -> "tuple[Plan, Schedule, int]":
    """The plan, its schedule and its revision; the file is only read, also while a window has it open."""
    from planner.storage.document import Document

    with Document.open(path, read_only=True) as document:
        return document.plan, document.schedule, document.revision


def refuse_database(out: Path) -> None:
    """Say before any work that a plan will not be written over."""
    from planner.files import is_database

    if out.is_file() and is_database(out):
        raise WrongUse(str(DatabaseKept(out)))
