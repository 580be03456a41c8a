"""Doing what a later start asked for, when nothing is open that must not be torn."""

import os
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.instance.request import Request, Wish

LOOK_AGAIN_MS = 150
"""How often it is looked whether the dialog in the way is gone."""

RAISE_MS = 30
"""By then the window system has said what time it is; see `present`."""


class Answering(QObject):
    """Brings the window to the front at once, and does the rest when no dialog, menu or drag is in the way.

    At most one request waits: a later one takes its place, as only one plan is open at a time.
    """

    def __init__(
        self,
        front: Callable[[], QWidget | None],
        carry_out: Callable[[Request], object],
        say_it_waits: Callable[[Request], object],
        parent: QObject,
    ) -> None:
        """`front` is the window to show, None while there is none; the others do what they are called."""
        super().__init__(parent)
        self._front = front
        self._carry_out = carry_out
        self._say_it_waits = say_it_waits
        self._waiting: Request | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AGAIN_MS)
        self._look.timeout.connect(self._go_on)

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return self._waiting is not None

    def answer(self, request: Request) -> None:
        """Answer a later start."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        front = QApplication.activeModalWidget() or self._front()
        if front is not None:
            present(front, request.token)
        if request.wish is Wish.SHOW:
            return
        self._waiting = request
        if QApplication.activeModalWidget() is not None:
            self._say_it_waits(request)
        self._look.start()
        self._go_on()

    def _go_on(self) -> None:
        """Do what waits, unless something is in the way."""
        if (
            QApplication.activeModalWidget() is not None
            or QApplication.activePopupWidget() is not None
            or QApplication.mouseButtons() != Qt.MouseButton.NoButton
        ):
            return
        self._look.stop()
        request, self._waiting = self._waiting, None
        if request is not None:
            self._carry_out(request)


def present(widget: QWidget, token: str) -> None:
    """Bring the window of a widget to the front, with the keyboard; it comes back where it was minimised.

    `token` is what the desktop gave to the start that asks: without one it may refuse, and only point at it.
    """
    window = widget.window()
    owner = window.parentWidget()
    for each in (owner.window() if owner is not None else None, window):
        if each is not None and each.isMinimized():
            each.setWindowState(each.windowState() & ~Qt.WindowState.WindowMinimized)
    if token and QGuiApplication.platformName() == "wayland":
        # Where Qt looks for it when a window asks to be activated; it takes it out again.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    if QGuiApplication.platformName() == "xcb":
        # X11's window managers compare times. Qt knows that of the last key in its own windows, and a later
        # one in another program's would win; setting a property brings the time it is now.
        handle = window.windowHandle()
        handle.setTitle(handle.title())
    QTimer.singleShot(RAISE_MS, window, lambda: _to_front(window))


def _to_front(window: QWidget) -> None:
    window.raise_()
    window.activateWindow()
