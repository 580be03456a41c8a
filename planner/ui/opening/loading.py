"""Loading what the window will show: on the main thread, a part in each turn of its loop.

A part that was loaded in a thread of its own failed now and then, as half of Qt's bindings is set up by the
imports themselves. So the window answers between the parts: it moves, it closes.
"""

import gc
from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from planner.ui.opening.imports import plain_imports

PARTS = (
    "planner.storage.document",
    "planner.ui.timeline.graphics",
    "planner.ui.timeline.page",
    "planner.ui.main_window",
)
"""What a plan's window needs, in pieces of about a tenth of a second."""


class Loading(QObject):
    """Imports modules, one a turn, and then does what needed them."""

    def __init__(self, parts: Sequence[str], then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = list(parts)
        self._then = then

    def begin(self) -> None:
        """Begin with the next turn."""
        QTimer.singleShot(0, self, self._step)

    def _step(self) -> None:
        if self._parts:
            with plain_imports():
                import_module(self._parts.pop(0))
            self.begin()
        else:
            self._then()


def collect_garbage_again() -> None:
    """All that was loaded stays: from now on only what comes is looked through for garbage.

    A start is mostly making things that stay, so it runs without the collector (`gc.disable()` first of all).
    """
    gc.freeze()
    gc.enable()
