"""Reload shows another program's version, and keeps the window's own among the backups first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.edits import rename
from planner.domain.items import MilestoneId
from planner.paths import backup_folder
from planner.storage.backups.kept import Reason, list_backups
from planner.storage.backups.restoring import read_backup
from planner.storage.document import Document
from tests.ui.standing.conftest import Study

ENDPOINT = MilestoneId("endpoint-live")


def edit_elsewhere(study: Study) -> bytes:
    """What another computer made of the plan."""
    other = study.path.parent.parent / "from elsewhere.milepost"
    other.write_bytes(study.path.read_bytes())
    with Document.open(other) as document:
        document.apply("Rename", rename, ENDPOINT, "Theirs")
    return other.read_bytes()


@pytest.mark.parametrize("how", ["replaced", "written over"])
def test_reloading_keeps_what_the_window_holds_in_the_backups(study: Study, how: str) -> None:
    theirs = edit_elsewhere(study)
    for title in ("Mine", "Mine again"):
        study.editor.apply("Rename", rename, ENDPOINT, title)
    mine = study.editor.plan
    if how == "replaced":
        study.path.with_name("new").write_bytes(theirs)
        study.path.with_name("new").replace(study.path)
    else:
        study.path.write_bytes(theirs)
    study.says("Another program has changed or replaced")
    study.press("Reload")
    study.is_well()
    assert study.editor.plan.milestone(ENDPOINT).title == "Theirs"
    assert study.window.banner.sentence.startswith("Your version is in the backups")
    (kept,) = list_backups(study.path, mine.facts.id, backup_folder())
    assert kept.reason is Reason.BEFORE_RELOAD
    assert read_backup(kept).schedule.plan == mine


def test_a_version_that_cannot_be_kept_is_not_thrown_away(
    study: Study, tmp_path: Path, save_to: Callable[[Path], None]
) -> None:
    backup_folder().parent.mkdir(parents=True, exist_ok=True)
    backup_folder().write_text("in the way")
    theirs = edit_elsewhere(study)
    study.editor.apply("Rename", rename, ENDPOINT, "Mine")
    study.path.write_bytes(theirs)
    study.says("Another program has changed or replaced")
    study.press("Reload")
    assert study.editor.plan.milestone(ENDPOINT).title == "Mine"
    assert study.window.banner.sentence.startswith("Not reloaded, as your version could not be kept")
    save_to(tmp_path / "copy.milepost")
    study.press("Save a copy…")
    study.press("Reload")
    study.is_well()
    assert study.editor.plan.milestone(ENDPOINT).title == "Theirs"
