"""The plan a verb works with, and the file it writes to."""

from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli_output import WrongUse
from planner.domain.errors import DatabaseKept, FileError, NotAPlan, PlanDamaged, PlanNotFound

if TYPE_CHECKING:
    from planner.domain.plan import Plan
    from planner.domain.schedule import Schedule


def read_plan(path: Path) -> "tuple[Plan, Schedule, int]":
    """The plan, its schedule and its revision; the file is only read, also while a window has it open.

    Where it is damaged or gone and there are backups, the error says how to see them.
    """
    from planner.storage.document import Document

    try:
        with Document.open(path, read_only=True) as document:
            return document.plan, document.schedule, document.revision
    except (PlanDamaged, PlanNotFound, NotAPlan) as error:
        raise FileError(path, f"{error}{_hint_at_backups(path)}") from error


def _hint_at_backups(path: Path) -> str:
    """How to see the backups of a plan; empty where there are none."""
    import shlex

    from planner.paths import backup_folder
    from planner.storage.backups.kept import list_backups

    if not list_backups(path, None, backup_folder()):
        return ""
    return f" Its backups are shown by: milepost backup list {shlex.quote(str(path))}"


def refuse_database(out: Path) -> None:
    """Say before any work that a plan will not be written over."""
    from planner.files import is_database

    if out.is_file() and is_database(out):
        raise WrongUse(str(DatabaseKept(out)))
