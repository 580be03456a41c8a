"""Doing what a later start asked for, when nothing is open that must not be torn."""

import os
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.instance.request import Request, Wish

LOOK_AGAIN_MS = 150
"""How often it is looked whether the dialog in the way is gone."""

GRANTS = "grants"
"""The property by which a dialog says which wish it is the answer to: asked for again, it is only raised."""

RAISE_MS = 30
"""By then the window system has said what time it is; see `present`."""


class Answering(QObject):
    """Brings the window to the front at once, and does the rest when no dialog, menu or drag is in the way.

    Requests are done in order; of several for the same thing the last, as only one plan is open at a time.
    """

    waiting_told = Signal(str)
    """What waits for a dialog to be closed, in a sentence for the window behind it."""

    def __init__(
        self, front: Callable[[], QWidget | None], carry_out: Callable[[Request], object], parent: QObject
    ) -> None:
        """`front` is the window to show, None while there is none; `carry_out` does all but showing it."""
        super().__init__(parent)
        self._front = front
        self._carry_out = carry_out
        self._begun = False
        self._waiting: list[Request] = []
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AGAIN_MS)
        self._look.timeout.connect(self._go_on)

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return bool(self._waiting)

    def begin(self) -> None:
        """The program has opened what it starts with: from now on it can do something else."""
        self._begun = True

    def answer(self, request: Request) -> None:
        """Answer a later start."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        dialog = QApplication.activeModalWidget()
        front = dialog or self._front()
        if front is not None:
            present(front, request.token)
        granted = dialog is not None and dialog.property(GRANTS) == request.wish.value
        if request.wish is Wish.SHOW or granted:
            return
        self._waiting = [each for each in self._waiting if each.wish is not request.wish] + [request]
        if dialog is not None:
            self.waiting_told.emit(self._sentence(request))
        self._look.start()
        self._go_on()

    def _go_on(self) -> None:
        """Do the first that waits, unless something is in the way."""
        in_the_way = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if in_the_way is not None or held or not self._begun:
            return
        if self._waiting:
            self._carry_out(self._waiting.pop(0))
        if not self._waiting:
            self._look.stop()

    def _sentence(self, request: Request) -> str:
        if request.plan is not None:
            return self.tr("{plan} opens when you are done with the dialog.").format(plan=request.plan.name)
        if request.wish is Wish.NEW_PLAN:
            return self.tr("You are asked for the new plan when you are done with the dialog.")
        return self.tr("This week is shown for printing when you are done with the dialog.")


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
