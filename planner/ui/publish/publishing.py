"""What the menus do about calendars: export a file, publish to a server. Dialogs are imported when asked."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.storage.secrets import Passwords
from planner.ui.editor import Editor
from planner.ui.publish.publisher import Publisher
from planner.ui.publish.standing import short_standing, standing_words
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController


class Publishing(QObject):
    """One a window; it also sends changes on, where the learner wants that."""

    message = Signal(str)
    failed = Signal(str)

    standing_told = Signal(str, str)
    """How the plan stands with its calendar: a few words, none where all is well, and a whole sentence."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        theme_controller: ThemeController,
        settings: Settings,
        passwords: Passwords | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._look = theme_controller
        self.publisher = Publisher(editor, settings, passwords or Passwords(), self)
        self.publisher.message.connect(self.message)
        self.publisher.failed.connect(self.failed)
        self.publisher.standing_changed.connect(self.tell_standing)

    def tell_standing(self) -> None:
        """Tell how the plan stands with its calendar."""
        standing = self.publisher.standing
        words = standing_words(standing, self.publisher.now())
        self.standing_told.emit(short_standing(standing), f"{words} {standing.failure}".rstrip())

    def export(self) -> None:
        """Ask what to write into a calendar file."""
        from planner.ui.publish.export_dialog import ExportCalendarDialog

        dialog = ExportCalendarDialog(self._editor, self._look, self._window)
        dialog.message.connect(self.message)
        dialog.failed.connect(self.failed)
        dialog.open()

    def publish(self) -> None:
        """Ask where to publish, or tell where the plan is published."""
        from planner.ui.publish.dialog import PublishDialog

        PublishDialog(self.publisher, self._editor.plan.facts.title, self._window).open()
