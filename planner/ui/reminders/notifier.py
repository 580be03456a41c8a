"""How a reminder reaches the learner: by the system tray, or in the window where the system has none."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from planner.domain.reminders import Occasion
from planner.ui.icons import application_icon
from planner.ui.reminders.words import ReminderWords

SHOWN_MS = 20_000
"""How long a notification is asked to stay; many systems decide that themselves."""


class Notifier(Protocol):
    """Something that can tell the learner of an occasion."""

    def get_ready(self, *, wanted: bool) -> None:
        """Reminders are wanted from now on, or no longer."""

    def tell(self, occasion: Occasion, words: ReminderWords) -> None:
        """Tell of an occasion now."""


class TrayOrWindow(QObject):
    """Tells by a notification of the system tray; where there is no tray, `told_in_window` asks the window.

    Whether there is a tray is asked each time: it may come after Milepost, and go before it.
    """

    chosen = Signal(object)
    """The `Occasion` whose notification was clicked."""

    opened = Signal()
    """The icon in the tray was clicked, or its menu asked for the window."""

    settings_asked = Signal()
    """The menu of the icon asked for the reminders."""

    told_in_window = Signal(object, object)
    """An `Occasion` and its `ReminderWords`, where no tray can show them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None
        self._about: Occasion | None = None

    @property
    def has_tray(self) -> bool:
        """Whether this system can show notifications from a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def get_ready(self, *, wanted: bool) -> None:
        """Show the icon in the tray while reminders are wanted: its notifications hang on it."""
        if wanted and self.has_tray:
            self._shown_icon().show()
        elif self._icon is not None and not wanted:
            self._icon.hide()

    def tell(self, occasion: Occasion, words: ReminderWords) -> None:
        """Tell by the tray, else in the window, whose place in the task bar then draws attention."""
        self._about = occasion
        if self.has_tray:
            icon = self._shown_icon()
            icon.show()
            icon.showMessage(
                without_markup(words.title), without_markup(words.lines), application_icon(), SHOWN_MS
            )
            return
        QApplication.alert(self._window)
        self.told_in_window.emit(occasion, words)

    def _shown_icon(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._icon = icon = QSystemTrayIcon(application_icon(), self)
            icon.setToolTip(self.tr("Milepost"))
            icon.setContextMenu(self._menu())
            icon.activated.connect(self._on_activated)
            icon.messageClicked.connect(lambda: self.chosen.emit(self._about))
        return self._icon

    def _menu(self) -> QMenu:
        # A child of the window, as a menu of its own would be freed with the Python object alone.
        menu = QMenu(self._window)
        for text, signal in (
            (self.tr("Show Milepost"), self.opened),
            (self.tr("Reminders…"), self.settings_asked),
        ):
            action = QAction(text, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        return menu

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


def without_markup(text: str) -> str:
    """A text that no notification service takes for markup: several show what stands in angle brackets.

    Titles may come from elsewhere, with pictures to load and links in them.
    """
    return text.replace("<", "‹").replace(">", "›")
