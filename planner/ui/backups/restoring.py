"""Restoring into the plan that is open: one edit, which undo takes back."""

from contextlib import suppress

from planner.domain.errors import NoBackup
from planner.domain.plan import Plan
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Backup, Reason
from planner.storage.backups.restoring import read_backup
from planner.storage.backups.words import restore_text
from planner.ui.editor import Editor


def restore_into(editor: Editor, backup: Backup) -> bool:
    """Make the open plan what it was in a backup; False when the edit was refused, and said.

    Raises `PlanDamaged` and its kin for a backup that cannot be read; nothing is changed then.
    """
    there = read_backup(backup).schedule.plan
    with suppress(NoBackup):  # undo keeps what is replaced, too
        make_backup(editor.document, Reason.BEFORE_RESTORE)

    def put_back(_now: Plan) -> Plan:
        return there

    return editor.apply(restore_text(backup), put_back)
