"""Making a backup of an open plan when there is something new to keep, and thinning out the old ones."""

from datetime import UTC, datetime
from pathlib import Path

from planner.domain.errors import NoBackup
from planner.files import reason_of
from planner.paths import backup_folder
from planner.storage.backups.kept import Backup, Reason, backups_in, folder_of
from planner.storage.backups.making import Source, is_as_written, write_backup, write_shown
from planner.storage.backups.restoring import verify
from planner.storage.backups.thinning import to_remove
from planner.storage.document import Document

_ORDINARY = (Reason.OPENED, Reason.EDITED, Reason.CLOSED)


def make_backup(
    document: Document, reason: Reason, *, root: Path | None = None, now: datetime | None = None
) -> Backup | None:
    """Back up an open plan; None where nothing has changed since the newest backup. May run in any thread.

    A backup that is kept longer than ordinary ones is made also where only an ordinary one has this state.
    `root` is where all backups lie. Raises `NoBackup`, and `PlanGone` or `PlanDamaged` where its file is.
    """
    root = root or backup_folder()
    source = Source(document.path, document.plan.facts.id, document.content)
    newest = next(iter(backups_in(folder_of(source.plan, source.plan_id, root))), None)
    serves = newest is not None and (reason in _ORDINARY or newest.reason not in _ORDINARY)
    if newest is not None and serves and newest.state == source.state() and is_as_written(newest):
        return None
    return write_backup(source, reason, root, now or datetime.now(UTC))


def keep_shown(document: Document, *, root: Path | None = None, now: datetime | None = None) -> Backup:
    """Back up an open plan as it is shown, before its file is read anew, which holds something else by now.

    Raises `NoBackup`. Runs in the thread of the document.
    """
    source = Source(document.path, document.plan.facts.id, document.content)

    def copy_shown(empty: Path) -> None:
        document.save_copy(empty, overwrite=True)

    return write_shown(
        copy_shown, source, Reason.BEFORE_RELOAD, root or backup_folder(), now or datetime.now(UTC)
    )


def thin_backups(document: Document, *, root: Path | None = None) -> list[Backup]:
    """Remove the backups of an open plan that are no longer kept; returns them. May run in any thread.

    Nothing is removed while the newest cannot be read as a plan: then every older one may be needed. Raises
    `PlanDamaged` and its kin in that case, `NoBackup` where one cannot be removed.
    """
    folder = folder_of(document.path, document.plan.facts.id, root or backup_folder())
    backups = backups_in(folder)
    removed = to_remove(backups)
    if removed:
        verify(backups[0])
    try:
        for each in removed:
            each.path.unlink(missing_ok=True)
            each.sum_file.unlink(missing_ok=True)
    except OSError as error:
        raise NoBackup(folder, reason_of(error)) from error
    return removed
