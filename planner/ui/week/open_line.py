"""What a week left open: one line that opens to name it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.week import Carried
from planner.domain.wording import minutes_text
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController


class OpenLine(QWidget):
    """Hidden while nothing is open. Its names stay shown or hidden, as the learner left them."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self.button = QPushButton()
        self.button.setProperty("role", "disclosure")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show_names)
        self.names = TextLabel(role="muted")
        self.names.setContentsMargins(20, 0, 0, 4)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addLayout(line)
        whole.addWidget(self.names)
        self._words = ""
        theme_controller.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_open(self, carried: Sequence[Carried], sentence: str) -> None:
        """Show what is open, under a sentence with its sum for %1."""
        self.setVisible(bool(carried))
        self.button.setText(filled(sentence, minutes_text(sum(each.minutes for each in carried))))
        self._words = "\n".join(
            filled(self.tr("%1 of %2"), minutes_text(each.minutes), each.title) for each in carried
        )
        self._show_names()

    def _show_names(self) -> None:
        shown = self.button.isChecked()
        self.names.say(self._words if shown else "")
        self.button.setToolTip(self.tr("Show what it is") if not shown else self.tr("Hide what it is"))
        self.button.setAccessibleDescription(self._words)
        self._dress()

    def _dress(self) -> None:
        icon = "chevron-down" if self.button.isChecked() else "chevron-right"
        self.button.setIcon(self._look.icons.icon(icon, "text_muted"))
