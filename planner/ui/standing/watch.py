"""Watching the file of the open plan, as far as the system tells, and by looking now and then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.files import is_there

PAUSE_MS = 300
"""A file is written in many small steps: one look follows the last."""

DOUBT_MS = 1_000
"""Some programs delete a file and write it anew: one that is gone is looked for again before it is said."""

LOOK_EVERY_MS = 15_000
"""What happens on a network share is not told by the system."""


class FileWatch(QObject):
    """Calls `look` when a file may have changed: in its folder, by the clock, and when one comes back to it.

    A person in the midst of a drag or a dialog is not interrupted.
    """

    def __init__(self, path: Path, look: Callable[[], object], window: QWidget) -> None:
        super().__init__(window)
        self._path = path
        self._look = look
        self._doubted = False
        self._ended = False
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self._soon)
        self._clock.start()
        self._watcher.fileChanged.connect(self._soon)
        self._watcher.directoryChanged.connect(self._soon)
        self._watch_again()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.applicationStateChanged.connect(self._on_state)
        self._soon()

    def end(self) -> None:
        """Look no more."""
        self._pause.stop()
        self._clock.stop()
        self._ended = True

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Look when the person comes back from another program."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._soon()

    def _soon(self, _path: str = "") -> None:
        if not self._ended:
            self._pause.start(PAUSE_MS)

    def _on_pause(self) -> None:
        if QApplication.activeModalWidget() is not None or QApplication.mouseButtons():
            self._soon()
            return
        gone = not is_there(self._path)
        if gone and not self._doubted:
            self._doubted = True
            self._pause.start(DOUBT_MS)
            return
        self._doubted = gone
        self._watch_again()
        self._look()

    def _watch_again(self) -> None:
        """A file that was replaced is another file to the system, and is no longer watched."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for each in (self._path, self._path.parent):
            if str(each) not in watched and is_there(each):
                self._watcher.addPath(str(each))
