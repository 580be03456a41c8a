"""Joins the watch over the clock, the notifications and the window: what a clicked reminder shows."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.reminders import Occasion
from planner.ui.editor import Editor
from planner.ui.reminders.kept import KeptReminders
from planner.ui.reminders.notifier import TrayOrWindow
from planner.ui.reminders.reminder_clock import ReminderClock
from planner.ui.reminders.words import ReminderWords
from planner.ui.settings import Settings


class Reminding(QObject):
    """The reminders of one open plan."""

    week_asked = Signal()
    """The learner wants to see this week."""

    review_asked = Signal()
    """The learner wants to look back on the week."""

    offered = Signal(str, str, object)
    """A sentence for the window's banner, the words of its button, and what the button does."""

    def __init__(self, window: QWidget, editor: Editor, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self.notifier = TrayOrWindow(window)
        kept = KeptReminders(settings, editor.plan.facts.id)
        self.clock = ReminderClock(editor, kept, self.notifier, parent=self)
        self.notifier.chosen.connect(self.on_chosen)
        self.notifier.opened.connect(lambda: raise_window(self._window))
        self.notifier.settings_asked.connect(self.ask)
        self.notifier.told_in_window.connect(self._on_told_in_window)

    def ask(self) -> None:
        """Let the learner choose what to be reminded of."""
        from planner.ui.reminders.dialog import RemindersDialog

        raise_window(self._window)
        if _asks_something():
            return
        RemindersDialog(
            self.clock, has_tray=self.notifier.has_tray, try_it=self.try_it, parent=self._window
        ).open()

    def try_it(self) -> None:
        """Show what a reminder of today would look like; it counts as none."""
        words = self.clock.words_of(Occasion.STUDY, self._editor.today)
        if words is None:
            words = ReminderWords(
                self.tr("This is how a reminder looks"),
                self.tr("Nothing is left to study today, so none comes. Else the day’s sessions stand here."),
            )
        self.notifier.tell(Occasion.STUDY, words)

    def on_chosen(self, occasion: Occasion) -> None:
        """Show the window with what the reminder was about; a dialog that is open is answered first."""
        raise_window(self._window)
        if not _asks_something():
            (self.review_asked if occasion is Occasion.REVIEW else self.week_asked).emit()

    def _on_told_in_window(self, occasion: Occasion, words: ReminderWords) -> None:
        lines = " · ".join(words.lines.splitlines())
        button = self.tr("Look back") if occasion is Occasion.REVIEW else self.tr("Show the week")
        self.offered.emit(f"{words.title} — {lines}", button, lambda: self.on_chosen(occasion))


def _asks_something() -> bool:
    """Whether a dialog waits for its answer."""
    return QApplication.activeModalWidget() is not None


def raise_window(content: QWidget) -> None:
    """Bring the window of a widget to the front, also a minimised one."""
    window = content.window()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
