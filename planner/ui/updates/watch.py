"""Looks for new versions once a day while Milepost runs, where the learner wants that; tells, and no more."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from planner.ui.publish.job import Job
from planner.ui.updates.kept import KeptUpdates
from planner.version import Version

Ask = Callable[[], Version | None]
"""Asks which version is the newest; it waits, so it is called on a thread of its own."""

HOUR_MS = 3_600_000


def ask_the_repository() -> Version | None:
    """Ask where Milepost is published; what asks is loaded now, as most starts ask nothing."""
    from planner.exchange.updates import newest_version

    return newest_version()


def look_job(ask: Ask, parent: QObject) -> Job:
    """One question, to be started; its thread touches nothing of Qt and ends with the program."""
    return Job(lambda _handle: ask(), parent)


class UpdateWatch(QObject):
    """Asks at most once a day, also where Milepost stays open for many; what fails is silent."""

    found = Signal(object)
    """The newest version there is."""

    def __init__(self, kept: KeptUpdates, today: Callable[[], date], ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept
        self._today = today
        self._ask = ask
        self._hourly = QTimer(self)
        self._hourly.setInterval(HOUR_MS)
        self._hourly.timeout.connect(self.look_if_due)

    def begin(self) -> None:
        """Look now if it is due, and again from day to day."""
        self._hourly.start()
        self.look_if_due()

    def look_if_due(self) -> None:
        """Ask, where the learner wants it and it was not asked today."""
        today = self._today()
        if not self._kept.wanted or self._kept.looked_on == today:
            return
        self._kept.looked_on = today
        self._kept.save()
        job = look_job(self._ask, self)
        job.done.connect(self._on_answer)
        job.ended.connect(job.deleteLater)
        job.start()

    def _on_answer(self, version: object) -> None:
        if isinstance(version, Version):
            self._kept.known = version
            self.found.emit(version)
