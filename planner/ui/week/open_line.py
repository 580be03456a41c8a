"""What weeks left open: one line that opens to name it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.week import Carried
from planner.domain.wording import minutes_text
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController


class OpenLine(QWidget):
    """Hidden while nothing is open. Its names stay shown or hidden, as the learner left them.

    `way_on` stands under the names: what can be done about it, in these words.
    """

    def __init__(self, theme_controller: ThemeController, way_on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self.button = QPushButton()
        self.button.setProperty("role", "disclosure")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show_names)
        self.names = TextLabel(role="muted")
        self.names.setContentsMargins(20, 0, 0, 4)
        self.way_on = LinkButton(self)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addLayout(line)
        whole.addWidget(self.names)
        self.way_on.say(way_on)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 0, 4)
        below.addWidget(self.way_on)
        below.addStretch()
        whole.addLayout(below)
        self._words = ""
        theme_controller.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_open(self, sentence: str, carried: Sequence[Carried], before: Sequence[Carried] = ()) -> None:
        """Show what is open, under a sentence that sums it up; `before` is from earlier weeks."""
        self.setVisible(bool(sentence))
        self.button.setText(sentence or self.tr("Nothing is open"))
        of, early = self.tr("%1 of %2"), self.tr("%1 of %2, from before")
        named = [(of, each) for each in carried] + [(early, each) for each in before]
        self._words = "\n".join(filled(form, minutes_text(each.minutes), each.title) for form, each in named)
        self._show_names()

    def _show_names(self) -> None:
        shown = self.button.isChecked()
        self.names.say(self._words if shown else "")
        self.way_on.setVisible(shown)
        self.button.setToolTip(self.tr("Show what it is") if not shown else self.tr("Hide what it is"))
        self.button.setAccessibleDescription(self._words)
        self._dress()

    def _dress(self) -> None:
        icon = "chevron-down" if self.button.isChecked() else "chevron-right"
        self.button.setIcon(self._look.icons.icon(icon, "text_muted"))
