"""The window as it was left: size, page, zoom, scroll, selection. Kept as it changes, not at the end."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter

from planner.ui.screen import resize_within_screen
from planner.ui.settings import Settings

PAUSE_MS = 400
"""Changes come in bursts while a window is dragged or a chart scrolled: one write follows the last."""

FIRST_SIZE = (1480, 920)


class WindowMemory(QObject):
    """Restores a window's state and keeps it, a moment after each change."""

    kept = Signal()
    """All is written down."""

    def __init__(
        self,
        window: QMainWindow,
        splitter: QSplitter,
        settings: Settings,
        plan_id: str,
        view_state: Callable[[], dict[str, Any]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._splitter = splitter
        self._settings = settings
        self._plan_id = plan_id
        self._view_state = view_state
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        splitter.splitterMoved.connect(self.touch)
        window.installEventFilter(self)

    def restore(self) -> dict[str, Any]:
        """Give the window its last size and place; returns how this plan was looked at, empty at first."""
        geometry = self._settings.window_geometry
        if geometry.isEmpty() or not self._window.restoreGeometry(geometry):
            resize_within_screen(self._window, *FIRST_SIZE)
        sizes = self._settings.splitter_sizes("main")
        if len(sizes) == self._splitter.count() and all(sizes):
            self._splitter.setSizes(sizes)
        return _parsed(self._settings.value_for(self._plan_id, "view", ""))

    def touch(self) -> None:
        """Something worth keeping changed."""
        self._pause.start()

    def keep(self) -> None:
        """Write it all down now."""
        self._pause.stop()
        self._settings.window_geometry = self._window.saveGeometry()
        if all(sizes := self._splitter.sizes()):
            # A hidden side has no width; it comes back with the one it had.
            self._settings.set_splitter_sizes("main", sizes)
        self._settings.set_value_for(self._plan_id, "view", json.dumps(self._view_state()))
        self._settings.save()
        self.kept.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window was moved or resized."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.touch()
        return super().eventFilter(watched, event)


def _parsed(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
