"""Makes the backups of the plan that is open: when it was opened, before a large change, when edits pause,
and when it is closed.

Work is never held up: but for the moment before a large change it is done in a thread of its own, and what
fails is told once.
"""

from contextlib import suppress
from threading import Lock, Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from planner.domain.changes import Changes
from planner.domain.errors import FileError, MilepostError
from planner.storage.backups.keeping import make_backup, thin_backups
from planner.storage.backups.kept import Reason
from planner.storage.document import Document
from planner.ui.collecting import collect_here_while
from planner.ui.editor import Editor
from planner.ui.publish.job import Job

PAUSE_MS = 120_000
"""Edits come in bursts: a backup follows the last of one."""

LONGEST_MS = 1_800_000
"""Whoever edits without a pause gets one this long after the first edit."""

CLOSING_SECONDS = 2.0
"""Closing waits no longer for its backup; on a disk so slow the next opening makes it."""


class BackupKeeper(QObject):
    """One for each plan that is open; `begin` once its window is settled."""

    failed = Signal(str)
    """Why there is no backup, as one sentence; the next ones fail silently until one succeeds."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._one_at_a_time = Lock()
        self._told = False
        self._job: Job | None = None
        self._missed = False
        """Whether one fell due while there was no file to keep."""

        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)

    def begin(self) -> None:
        """Make the first backup, and more as the plan changes; nothing for a plan that is only looked at."""
        if self._editor.read_only:
            return
        self._editor.document.before_large_change = self._before_large_change
        self._editor.changed.connect(self._on_changed)
        self._editor.trouble_changed.connect(self._on_trouble)
        self._begin(Reason.OPENED)

    @property
    def busy(self) -> bool:
        """Whether a backup is being made."""
        return self._job is not None

    def keep_before_shortening(self) -> None:
        """Keep the plan with its whole journal; raises `NoBackup`."""
        with self._one_at_a_time:
            make_backup(self._editor.document, Reason.BEFORE_SHORTENING)

    def keep_at_closing(self) -> None:
        """Make the last one, unless nothing has changed since the newest; closing neither fails nor hangs."""
        self._pause.stop()
        self._longest.stop()
        if self._file_is_amiss:
            return
        thread = Thread(target=self._back_up_at_closing, args=(self._editor.document,), daemon=True)
        collect_here_while(thread.is_alive)
        thread.start()
        thread.join(CLOSING_SECONDS)

    @property
    def _file_is_amiss(self) -> bool:
        """Whether the window says already that the file is gone, replaced or damaged."""
        trouble = self._editor.trouble
        return trouble is not None and trouble.is_of_file

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(lambda: self._begin(Reason.EDITED))
        return timer

    def _on_changed(self, _changes: Changes) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _on_trouble(self) -> None:
        """A file that is back is kept at once."""
        if self._file_is_amiss:
            self._missed = True
        elif self._missed:
            self._missed = False
            self._begin(Reason.EDITED)

    def _begin(self, reason: Reason) -> None:
        if self._job is not None or QApplication.activeModalWidget() is not None:
            self._pause.start()  # a dialog may show the very backups that would be thinned out
            return
        self._pause.stop()
        self._longest.stop()
        if self._file_is_amiss:
            return  # made once the file is back
        document = self._editor.document
        self._job = job = Job(lambda _handle: self._back_up(document, reason), self)
        job.done.connect(lambda _nothing: self._on_done())
        job.failed.connect(lambda sentence: self._on_job_failed(job.error, sentence))
        job.ended.connect(self._on_ended)
        job.start()

    def _back_up(self, document: Document, reason: Reason) -> None:
        """Runs in the job's thread."""
        with self._one_at_a_time:
            make_backup(document, reason)
            thin_backups(document)

    def _back_up_at_closing(self, document: Document) -> None:
        """Runs in a thread. There is no window any more to say in why there is none."""
        with suppress(MilepostError), self._one_at_a_time:
            make_backup(document, Reason.CLOSED)

    def _before_large_change(self) -> None:
        """The plan must be kept before it changes, so this waits; what is old is thinned out later."""
        try:
            with self._one_at_a_time:
                make_backup(self._editor.document, Reason.BEFORE_CHANGE)
        except MilepostError as error:
            self._on_failed(str(error))

    def _on_done(self) -> None:
        self._told = False

    def _on_job_failed(self, error: MilepostError | None, sentence: str) -> None:
        """Where the plan's file is gone or damaged, the window says that, and what can be done."""
        if isinstance(error, FileError) and error.path == self._editor.document.path:
            self._editor.check_file()
        if not self._file_is_amiss:
            self._on_failed(sentence)

    def _on_failed(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(f"{sentence} {self.tr('Milepost tries again later.')}")

    def _on_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
