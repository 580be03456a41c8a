"""What a server is asked and what came of it, always in the same room, so that no button moves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from planner.ui.fields.text import TextLabel, filled, set_property

_LINES = 3
"""Lines kept free for words; few sentences are longer."""


class _RoomyLabel(TextLabel):
    """Takes the room of some lines, also while it says nothing."""

    def say(self, text: str) -> None:
        """Show a text."""
        super().say(text)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.show()


class PublishProgress(QWidget):
    """Words, and below them a bar with a button to cancel that show between `begin` and `end`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.status = _RoomyLabel(parent=self)
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self.bar, self.cancel):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.hide()
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.status)
        column.addLayout(line)

    def begin(self, *, sending: bool) -> None:
        """Show that a server is asked; `sending` says that it changes a calendar."""
        self.bar.setRange(0, 0)
        self.bar.show()
        self.cancel.setText(self.tr("Cancel sending") if sending else self.tr("Cancel"))
        self.cancel.setEnabled(True)
        self.cancel.show()
        self.cancel.setFocus()

    def end(self) -> None:
        """Show that nobody is asked any more; the words stay."""
        self.bar.hide()
        self.cancel.hide()

    def show_done(self, done: int, total: int) -> None:
        """Show how many changes of how many are made."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        if done < total:
            self.say(
                filled(
                    self.tr("%1 of %2 changes sent. You can close this window: sending goes on."),
                    f"{done:,}",
                    f"{total:,}",
                )
            )
        elif total:
            self.say(self.tr("All is sent. Your system may ask you to open its keyring for the password."))

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say how it goes, or what went wrong."""
        set_property(self.status, "role", "danger" if wrong else "")
        self.status.say(words)
        self.updateGeometry()
