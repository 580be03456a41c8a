"""Looking into backups one after the other beside the window: which are whole, and what differs in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from planner.domain.differences import State, differences, differences_text, held_text, state_of
from planner.domain.errors import MilepostError
from planner.storage.backups.kept import Backup
from planner.storage.backups.restoring import read_backup
from planner.ui.publish.job import Handle, Job


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a backup: `words` say what is in it, or `problem` why it cannot be restored."""

    words: str = ""
    problem: str = ""
    same: bool = False


class BackupReading(QObject):
    """Reads the newest first; `found` comes for each with its place in the list."""

    found = Signal(int, object)

    ended = Signal()

    def __init__(self, backups: Sequence[Backup], now: State | None, parent: QObject) -> None:
        """`now` is the plan to compare with; without one it is told what a backup holds."""
        super().__init__(parent)
        self._backups = backups
        self._now = now
        self._results: list[Found] = []
        self._told = 0
        self._job = Job(self._read_all, self)
        self._job.progressed.connect(lambda _done, _total: self._tell())
        self._job.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Begin to read."""
        self._job.start()

    def cancel(self) -> None:
        """Nobody looks any more."""
        self._job.cancel()

    def _read_all(self, handle: Handle) -> None:
        """Runs in the job's thread."""
        for number, backup in enumerate(self._backups, 1):
            if handle.cancelled():
                return
            self._results.append(_look_into(backup, self._now))
            handle.progress(number, len(self._backups))

    def _tell(self) -> None:
        while self._told < len(self._results):
            self.found.emit(self._told, self._results[self._told])
            self._told += 1

    def _on_ended(self) -> None:
        self._tell()
        self.ended.emit()


def _look_into(backup: Backup, now: State | None) -> Found:
    try:
        there = read_backup(backup).schedule
    except MilepostError as error:
        return Found(problem=str(error))
    if now is None:
        return Found(words=held_text(there))
    words = differences_text(differences(now, state_of(there)))
    return Found(words=words, same=there.plan == now.plan)
