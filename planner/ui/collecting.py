"""Python's garbage is collected in the thread of the window while another thread runs.

Python collects wherever it happens to run. In another thread it would free widgets and timers there, which Qt
forbids. So collecting by itself is switched off meanwhile, and the window's thread does it now and then.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_LOOK_MS = 40


def collect_here_while(busy: Callable[[], bool]) -> None:
    """Collect garbage in this thread alone until `busy` says no; call it before another thread starts."""
    program = QCoreApplication.instance()
    assert program is not None, "only a program with windows has a thread of windows"
    collector = program.findChild(_Collector) or _Collector(program)
    collector.add(busy)


class _Collector(QObject):
    """One a program; rests while no other thread runs."""

    def __init__(self, program: QCoreApplication) -> None:
        super().__init__(program)
        self._busy: list[Callable[[], bool]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def add(self, busy: Callable[[], bool]) -> None:
        """Collect here while this is busy, too."""
        self._busy.append(busy)
        gc.disable()
        self._timer.start()

    def _look(self) -> None:
        self._busy = [each for each in self._busy if each()]
        if not self._busy:
            self._timer.stop()
            gc.enable()
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > limits[generation]]
        if due:
            gc.collect(due[-1])
