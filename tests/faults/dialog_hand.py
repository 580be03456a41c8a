"""What answers dialogs and menus that hold everything else up: a few keys and clicks, then Esc."""

from random import Random

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

LOOK_MS = 10
PLAYED = (2, 6, 6, 30)
"""So many keys and clicks a dialog gets at most before it is sent away."""

OPEN_MENU = 10
"""A menu that is still open after so many looks gets Esc: that of a button holds everything else up."""

STUBBORN = 30
"""A dialog that Esc does not close in so many looks is closed by its own method."""

ONLY_ESC = (
    *("NewPlanWizard", "QFileDialog", "QPrintDialog", "PagePreview", "QPrintPreviewDialog"),
    *("PublishDialog", "LinkCheckDialog"),
)
"""Accepting these makes or opens other files, prints, or asks the network."""

KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_7)
TEXTS = ("3 45, 1 0", "2 30; 4: 1:30", "7 90 7 x", "45", "1:30", "next week", "R&D <b>x</b>")


class DialogHand(QObject):
    """Looks for what is modal now and then, also while a menu or dialog waits for an answer."""

    def __init__(self, rng: Random, parent: QObject) -> None:
        super().__init__(parent)
        self._rng = rng
        self._looks = 0
        self._played = 0
        self._last: QWidget | None = None
        self.count = 0
        QTimer.singleShot(LOOK_MS, self._look)

    def _look(self) -> None:
        # Before the rest: what is done may open another dialog, and come back from it late.
        QTimer.singleShot(LOOK_MS, self._look)
        modal, menu = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        waits = modal or menu
        if waits is None:
            self._last = None
            return
        if waits is not self._last:
            self._last, self._looks, self._played = waits, 0, self._rng.choice(PLAYED)
        self._looks += 1
        if modal is None:
            if menu is not None and self._looks > OPEN_MENU:
                QTest.keyClick(menu, Qt.Key.Key_Escape)
            return
        self.count += 1
        target = menu or QApplication.focusWidget() or modal
        plays = self._looks <= self._played and type(modal).__name__ not in ONLY_ESC
        if plays and self._rng.random() < 0.7:
            self._play(modal, target)
        elif self._looks < self._played + STUBBORN:
            QTest.keyClick(target, Qt.Key.Key_Escape)
        elif isinstance(modal, QDialog):
            modal.reject()
        else:
            modal.close()

    def _play(self, modal: QWidget, target: QWidget) -> None:
        if self._rng.random() < 0.1:
            held = self._rng.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier))
            QTest.keyClick(target, Qt.Key.Key_Return, held)
        elif self._rng.random() < 0.2:
            QTest.keyClicks(target, self._rng.choice(TEXTS))
        elif self._rng.random() < 0.6:
            QTest.keyClick(target, self._rng.choice(KEYS))
        else:
            at = QPoint(self._rng.randrange(1, modal.width()), self._rng.randrange(1, modal.height()))
            hit = modal.childAt(at) or modal
            place = hit.mapFrom(modal, at)
            QTest.mouseClick(hit, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
