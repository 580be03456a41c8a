"""A choice of one out of a few, each on a card that says what it means."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import ClickLabel, filled, set_property
from planner.ui.theme_controller import ThemeController


class ChoiceCards(QWidget):
    """Cards with a radio button. `chosen` comes with the id of the card the person took."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str, str]], current: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.infos: dict[str, InfoButton] = {}
        self._grids: dict[str, QGridLayout] = {}
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for key, title, about in choices:
            layout.addWidget(self._card(key, title, about))
        self.buttons[current].setChecked(True)

    @property
    def current(self) -> str:
        """The id of the chosen card."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def explain(self, reasons: Mapping[str, str], theme_controller: ThemeController) -> None:
        """Let each card answer where its figures come from; `reasons` by the card's id."""
        for key, reason in reasons.items():
            button = self.buttons[key]
            name = filled(self.tr("Where it comes from: %1"), button.accessibleName())
            self.infos[key] = info = InfoButton(name, theme_controller, button.parentWidget())
            info.set_answer(reason)
            self._grids[key].addWidget(info, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def _card(self, key: str, title: str, about: str) -> QFrame:
        card = _Card(self)
        button = QRadioButton(card)
        button.setFixedWidth(18)
        button.setAccessibleName(title)
        button.setAccessibleDescription(about)
        words = ClickLabel(title, "strong", card)
        more = ClickLabel(about, "muted", card)
        grid = QGridLayout(card)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(button, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words, 0, 1)
        grid.addWidget(more, 1, 1)
        self._grids[key] = grid
        self._group.addButton(button)
        self.buttons[key] = button
        for place in (card, words, more):
            place.clicked.connect(button.setFocus)
            place.clicked.connect(button.click)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.toggled.connect(lambda on: set_property(card, "chosen", on))
        button.toggled.connect(lambda on: _let_tab_reach(button, on))
        button.clicked.connect(lambda: self.chosen.emit(key))
        return card


def _let_tab_reach(button: QRadioButton, chosen: bool) -> None:
    """Tab goes to the chosen one of the cards; the arrow keys go on from there."""
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)


class _Card(QFrame):
    """A frame that takes a click anywhere, as it looks like one button."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that ended on the card."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        event.accept()
