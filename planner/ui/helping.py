"""What the window tells of Milepost itself: help, where numbers come from, what is new, and the settings.

Each dialog is loaded when it is asked for: the start of the window does not wait for it.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from planner.ui.editor import Editor
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController


class Helping(QObject):
    """Opens the dialogs of the help menu, and the settings."""

    settings_closed = Signal()

    shape_chosen = Signal(object)
    """The forecast is to draw efforts from another `Shape`."""

    def __init__(
        self, window: QWidget, editor: Editor, theme_controller: ThemeController, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._theme_controller = theme_controller
        self._settings = settings

    def table(self) -> dict[str, Callable[[], object]]:
        """The handlers of the help menu's actions."""
        return {
            "help": self._show_help,
            "keys": self._show_keys,
            "facts": self._show_facts,
            "news": self._show_news,
            "about": self._show_about,
        }

    def show_settings(self) -> None:
        """Let the learner change what holds for every plan."""
        from planner.ui.settings_dialog.dialog import SettingsDialog

        plans = self._editor.document.path.parent
        dialog = SettingsDialog(self._settings, self._theme_controller, plans, self._window)
        dialog.forecast.shape_chosen.connect(self.shape_chosen)
        run(dialog)
        self.settings_closed.emit()

    def _show_help(self) -> None:
        from planner.ui.help import HelpDialog

        run(HelpDialog(self._window))

    def _show_keys(self) -> None:
        from planner.ui.help import HelpDialog

        dialog = HelpDialog(self._window)
        dialog.show_keys()
        run(dialog)

    def _show_facts(self) -> None:
        from planner.exchange.roadmap_toml import default_roadmap
        from planner.ui.facts_dialog import FactsDialog

        run(FactsDialog(default_roadmap(), self._window))

    def _show_news(self) -> None:
        from planner.ui.updates.whats_new import WhatsNewDialog
        from planner.version import own_version

        run(WhatsNewDialog(own_version(), self._window))

    def _show_about(self) -> None:
        from planner.ui.help import AboutDialog

        run(AboutDialog(self._window))


def run(dialog: QDialog) -> None:
    """Show a dialog until it is answered."""
    dialog.exec()
    dialog.deleteLater()
