"""How a plan was looked at: page, zoom, scroll, selection. Kept as it changes, not at the end."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter

from planner.ui.settings import Settings

PAUSE_MS = 400
"""Changes come in bursts while a chart is scrolled: one write follows the last."""


class WindowMemory(QObject):
    """Restores what a window shows of one plan and keeps it, a moment after each change."""

    kept = Signal()
    """All is written down."""

    def __init__(
        self,
        splitter: QSplitter,
        settings: Settings,
        plan_id: str,
        view_state: Callable[[], dict[str, Any]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._splitter = splitter
        self._settings = settings
        self._plan_id = plan_id
        self._view_state = view_state
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        splitter.splitterMoved.connect(self.touch)

    def restore(self) -> dict[str, Any]:
        """Give the sides their last widths; returns how this plan was looked at, empty at first."""
        sizes = self._settings.splitter_sizes("main")
        if len(sizes) == self._splitter.count() and all(sizes):
            self._splitter.setSizes(sizes)
        return _parsed(self._settings.value_for(self._plan_id, "view", ""))

    def touch(self) -> None:
        """Something worth keeping changed."""
        self._pause.start()

    def close(self) -> None:
        """Write down what changed a moment ago: nothing follows."""
        if self._pause.isActive():
            self.keep()

    def keep(self) -> None:
        """Write it all down now."""
        self._pause.stop()
        if all(sizes := self._splitter.sizes()):
            # A hidden side has no width; it comes back with the one it had.
            self._settings.set_splitter_sizes("main", sizes)
        self._settings.set_value_for(self._plan_id, "view", json.dumps(self._view_state()))
        self._settings.save()
        self.kept.emit()


def _parsed(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
