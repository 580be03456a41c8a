"""The look of the running program: the learner's choice, or else whatever the desktop has."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.ui.icons import Icons
from planner.ui.marks_folder import MarksFolder
from planner.ui.settings import Settings, ThemeChoice
from planner.ui.style_sheet import style_sheet
from planner.ui.theme import Theme, app_font, built_in_theme, load_fonts, palette


def desktop_is_dark() -> bool:
    """Whether the desktop asks for a dark look; one that says nothing counts as light."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


class ThemeController(QObject):
    """Dresses the application, and again when the desktop turns dark or the learner chooses.

    Views take `theme` and `icons` from here and ask for them again on `changed`.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, settings: Settings, system_is_dark: Callable[[], bool] = desktop_is_dark
    ) -> None:
        super().__init__(app)
        self._system_is_dark = system_is_dark
        self._app = app
        self._settings = settings
        self._marks = MarksFolder()
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(app_font())
        self._follow(settings.theme)
        self._dress(self._wanted_dark())
        # The colour scheme changes in the midst of Qt's own work; a queued call dresses after it.
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            self._on_scheme_changed, Qt.ConnectionType.QueuedConnection
        )

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def icons(self) -> Icons:
        """The icons in the colours of the theme in use."""
        return self._icons

    @property
    def choice(self) -> ThemeChoice:
        """What the learner chose: "system", "light" or "dark"."""
        return self._settings.theme

    def choose(self, choice: ThemeChoice) -> None:
        """Take the learner's choice, keep it, and dress the program in it at once."""
        self._settings.theme = choice
        self._follow(choice)
        self._on_scheme_changed()

    def put_away(self) -> None:
        """Remove the files that the style draws with; nothing may be painted any more.

        By themselves they would go with their Python object, for which the end of the program does not wait.
        """
        self._marks.remove()

    def _on_scheme_changed(self) -> None:
        dark = self._wanted_dark()
        if dark != self._theme.dark:
            self._dress(dark)
            self.changed.emit()

    def _follow(self, choice: ThemeChoice) -> None:
        # Window frames and native dialogs follow the hint; Unknown gives it back to the desktop.
        scheme = Qt.ColorScheme
        hint = {"system": scheme.Unknown, "light": scheme.Light, "dark": scheme.Dark}[choice]
        QGuiApplication.styleHints().setColorScheme(hint)

    def _wanted_dark(self) -> bool:
        if self.choice == "system":
            return self._system_is_dark()
        return self.choice == "dark"

    def _dress(self, dark: bool) -> None:
        self._theme = built_in_theme(dark=dark)
        self._icons = Icons(self._theme)
        marks = self._marks.write(self._theme)
        self._app.setPalette(palette(self._theme))
        self._app.setStyleSheet(style_sheet(self._theme, marks, self._app.font().pointSizeF()))
