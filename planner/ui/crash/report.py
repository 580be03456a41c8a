"""After an abnormal end: one sentence in the banner, and the log to read, copy and send along."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from planner.ui.banner import Banner
from planner.ui.fields.text import TextLabel
from planner.ui.folders import open_folder
from planner.ui.screen import resize_within_screen

SIZE = (760, 520)
SHOWN_BYTES = 200_000
"""Of the end of the log."""


def say_cut_off(banner: Banner, log: Path) -> None:
    """Say that the Milepost before this one did not end in order, once the banner has nothing else to say."""
    sentence = _tr("Milepost did not end normally last time; this plan was checked and is in order.")
    banner.mention(sentence, (_tr("Show the log"), lambda: show_log(log, banner.window())))


def say_surprise(banner: Banner, log: Path) -> None:
    """Say that something nobody foresaw happened, and that the plan is safe."""
    banner.offer(_surprise(), _tr("Show the log"), lambda: show_log(log, banner.window()), stays=True)


def surprise_with(log: Path) -> str:
    """The same where no window can say it, with the path of the log."""
    return _surprise() + " " + _tr("The details are in {path}.").format(path=log)


def show_log(log: Path, parent: QWidget | None) -> None:
    """Show the log in a dialog of its own."""
    dialog = LogDialog(log, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class LogDialog(QDialog):
    """The newest of the log, to read, to copy, or to find in its folder."""

    def __init__(
        self, log: Path, parent: QWidget | None, *, open_folder: Callable[[Path], str] = open_folder
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("Log"))
        self._folder = log.parent
        self._open_folder = open_folder
        about = TextLabel(
            _tr(
                "What Milepost wrote down when something went wrong. It names places in the program; your "
                "titles, notes and files are not in it. Nothing is sent anywhere: copy it if you want to "
                "report what happened."
            ),
            parent=self,
        )
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_tr("Log"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlainText(newest(log) or _tr("The log is empty."))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.problem = TextLabel(role="danger", parent=self)
        self.copy = QPushButton(_tr("Copy"), self)
        self.copy.clicked.connect(self._copy)
        self.show_folder = QPushButton(_tr("Show in folder"), self)
        self.show_folder.clicked.connect(self._show_folder)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.show_folder, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for widget in (about, self.text, self.problem, buttons):
            column.addWidget(widget, 1 if widget is self.text else 0)
        resize_within_screen(self, *SIZE)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(_tr("Copied"))

    def _show_folder(self) -> None:
        self.problem.say(self._open_folder(self._folder))


def newest(log: Path) -> str:
    """The end of a log, from the beginning of a line; empty where there is none."""
    try:
        with log.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - SHOWN_BYTES))
            data = file.read(SHOWN_BYTES)
    except OSError:
        return ""
    text = data.decode("utf-8", "replace")
    return text if size <= SHOWN_BYTES else text.partition("\n")[2]


def _surprise() -> str:
    return _tr(
        "Something unexpected happened. Your plan is saved up to your last step. "
        "If Milepost behaves oddly, start it again."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Crash", text)
