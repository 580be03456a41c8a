"""Work that waits for a server, in a thread of its own; its news comes back to the thread of the window."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.errors import MilepostError
from planner.ui.collecting import collect_here_while

_LOOK_MS = 40


class Handle:
    """What the work knows of its job: tells how far it is, and asks whether it is still wanted."""

    def __init__(self) -> None:
        self._news: SimpleQueue[tuple[str, object]] = SimpleQueue()
        self._cancelled = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """Tell how many of how many changes are made."""
        self._news.put(("progressed", (done, total)))

    def cancelled(self) -> bool:
        """Whether the rest is wanted no longer."""
        return self._cancelled.is_set()


class Job(QObject):
    """Runs `work` once in a thread that touches nothing of Qt; the window looks for its news in between.

    The thread ends with the program: a server that keeps silent holds up nobody.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    """What the work returned."""

    failed = Signal(str)
    """What went wrong, as a sentence; what should never happen is raised besides, for the log."""

    ended = Signal()
    """Comes after one of the two."""

    def __init__(self, work: Callable[[Handle], object], parent: QObject) -> None:
        super().__init__(parent)
        self.error: MilepostError | None = None
        """Why it failed, where that is known."""

        self._handle = Handle()
        self._work = work
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._looking.start()
        thread = threading.Thread(target=_run, args=(self._work, self._handle), daemon=True)
        collect_here_while(thread.is_alive)
        thread.start()

    def cancel(self) -> None:
        """Want the rest no longer: it ends once the server has answered what it was asked last."""
        self._handle._cancelled.set()

    def _look(self) -> None:
        try:
            while True:
                self._take(*self._handle._news.get_nowait())
        except Empty:
            return

    def _take(self, kind: str, news: object) -> None:
        if kind == "progressed" and isinstance(news, tuple):
            self.progressed.emit(*news)
            return
        self._looking.stop()
        try:
            if isinstance(news, MilepostError):
                self.error = news
                self.failed.emit(str(news))
            elif isinstance(news, Exception):
                self.failed.emit(self.tr("Something unexpected happened."))
                raise news
            else:
                self.done.emit(news)
        finally:
            self.ended.emit()


def _run(work: Callable[[Handle], object], handle: Handle) -> None:
    try:
        handle._news.put(("done", work(handle)))
    except Exception as error:  # noqa: BLE001 - raised again where the window can tell of it
        handle._news.put(("failed", error))
