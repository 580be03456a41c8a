"""What follows once a plan's window is there: nobody waits for it, so none of it is done before."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from planner.ui.settings import Settings

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow
    from planner.ui.timeline.accessibility import TimelineAccessibility
    from planner.ui.updates.updates import Updates

SETTLED_MS = 300
"""By then a window that was just shown is painted."""

AT_LEISURE_MS = 1500
"""By then all that a start does is done, and what nobody waits for may begin."""


class Afterwards(QObject):
    """Each part is imported when its time has come."""

    def __init__(self, settings: Settings, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._today = today
        self._accessibility: TimelineAccessibility | None = None
        self._updates: Updates | None = None

    def follow(self, window: "MainWindow") -> None:
        """A window is about to be shown."""
        self._serve(window)
        if not window.editor.read_only:
            opened = window.editor.document.revision
            window.standing.ended.connect(lambda: _keep_at_closing(window, opened))
            QTimer.singleShot(SETTLED_MS, self, _get_ready_to_write)
            QTimer.singleShot(AT_LEISURE_MS, window, lambda: _keep_backups(window))
        QTimer.singleShot(AT_LEISURE_MS, window, lambda: _forecast(window))
        QTimer.singleShot(AT_LEISURE_MS, window, lambda: _judge(window))
        QTimer.singleShot(AT_LEISURE_MS, window, lambda: self._tell_of_versions(window))

    def _serve(self, window: "MainWindow") -> None:
        """Let screen readers find what the timeline paints."""
        from planner.ui.timeline.accessibility import TimelineAccessibility

        self._accessibility = self._accessibility or TimelineAccessibility()
        self._accessibility.serve(window.timeline)

    def _tell_of_versions(self, window: "MainWindow") -> None:
        """What an update brought, and whether there is a newer version."""
        from planner.ui.updates.updates import Updates

        self._updates = self._updates or Updates(self._settings, self._today, self)
        self._updates.show_in(window)


def _forecast(window: "MainWindow") -> None:
    """From now on the window says where the plan is heading."""
    if not window.isHidden():  # not closed meanwhile
        _ = window.forecasts


def _judge(window: "MainWindow") -> None:
    """From now on the window says what in the plan cannot be."""
    if not window.isHidden():
        _ = window.problems


def _get_ready_to_write() -> None:
    """Beside the window, which answers meanwhile: the first edit then takes no longer than any other."""
    from planner.storage.document import get_ready_to_write
    from planner.ui.collecting import collect_here_while

    thread = Thread(target=get_ready_to_write)
    collect_here_while(thread.is_alive)
    thread.start()


def _keep_backups(window: "MainWindow") -> None:
    """From now on; the first is made at once, beside the window. What is over a year old is shortened."""
    if window.isHidden():
        return  # closed meanwhile
    from planner.ui.backups.keeper import BackupKeeper
    from planner.ui.revisions.shortener import JournalShortener

    keeper = BackupKeeper(window.editor, window)
    keeper.failed.connect(window.banner.mention)
    keeper.begin()
    shortener = JournalShortener(window.editor, keeper, lambda: datetime.now(UTC), window)
    shortener.failed.connect(window.banner.mention)
    window.closed.connect(shortener.stop)
    shortener.begin()


def _keep_at_closing(window: "MainWindow", opened: int) -> None:
    """Keep what was done since the plan was opened at the revision `opened`."""
    if window.editor.document.revision == opened:
        return
    from planner.ui.backups.keeper import BackupKeeper

    keeper = window.findChild(BackupKeeper) or BackupKeeper(window.editor, window)
    keeper.keep_at_closing()
