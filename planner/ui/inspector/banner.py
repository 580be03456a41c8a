"""A coloured box with a sentence and things that can be pressed at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, set_property


class Banner(QFrame):
    """Hidden until it has something to say; `kind` is "danger" or "info"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self.headline = TextLabel(role="strong", parent=self)
        self.sentence = TextLabel(parent=self)
        self.links: list[LinkButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 9, 12, 9)
        self._layout.setSpacing(3)
        self._layout.addWidget(self.headline)
        self._layout.addWidget(self.sentence)
        self.hide()

    def add_link(self, on_pressed: Callable[[], object]) -> LinkButton:
        """Add a line that can be pressed; it hides until it has a text."""
        link = LinkButton(self)
        link.clicked.connect(on_pressed)
        link.hide()
        self.links.append(link)
        self._layout.addWidget(link)
        return link

    def add_widget(self, widget: QWidget) -> None:
        """Add something below the lines that can be pressed."""
        self._layout.addWidget(widget)

    def say(self, kind: str, headline: str, sentence: str = "") -> None:
        """Show a headline and a sentence; without a headline the banner hides."""
        set_property(self, "banner", kind)
        self.headline.say(headline)
        self.sentence.say(sentence)
        self.setVisible(bool(headline))
