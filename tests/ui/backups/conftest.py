"""A plan with three backups, from the oldest on: as made, “One” and “Two”; now it is “Three”."""

from datetime import UTC, datetime, timedelta

import pytest

from planner.domain import edits
from planner.domain.items import NodeId
from planner.paths import backup_folder
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Backup, Reason, list_backups
from planner.ui.editor import Editor

FIRST = datetime(2027, 5, 3, 12, tzinfo=UTC)


@pytest.fixture
def item(editor: Editor) -> NodeId:
    """What is renamed."""
    return next(iter(editor.plan.activities))


@pytest.fixture
def backups(editor: Editor, item: NodeId) -> list[Backup]:
    """The newest first."""
    for day, title in enumerate(("One", "Two", "Three")):
        make_backup(editor.document, Reason.EDITED, now=FIRST + timedelta(days=day))
        assert editor.apply("Rename", edits.rename, item, title)
    return list_backups(editor.document.path, editor.plan.facts.id, backup_folder())


def harm(backup: Backup) -> None:
    """Flip a bit in it."""
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    backup.path.write_bytes(content)
