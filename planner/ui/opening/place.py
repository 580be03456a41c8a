"""Where the window stands and how large it is: kept as it changes, and there again on the next start."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from planner.ui.screen import resize_within_screen
from planner.ui.settings import Settings

PAUSE_MS = 400
"""Changes come in bursts while a window is dragged: one write follows the last."""

FIRST_SIZE = (1480, 920)


class Place(QObject):
    """Gives a window its last place and size, maximised where it was, and keeps what they become."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        geometry = settings.window_geometry
        if geometry.isEmpty() or not window.restoreGeometry(geometry):
            resize_within_screen(window, *FIRST_SIZE)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        window.installEventFilter(self)

    def keep(self) -> None:
        """Write it down now."""
        self._pause.stop()
        geometry = self._window.saveGeometry()
        if geometry != self._settings.window_geometry:
            self._settings.window_geometry = geometry
            self._settings.save()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window was moved, resized or maximised."""
        kinds = QEvent.Type
        if event.type() in (kinds.Move, kinds.Resize, kinds.WindowStateChange) and self._window.isVisible():
            self._pause.start()
        return super().eventFilter(watched, event)
