"""One sentence at the top of the window that stays until it is dealt with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from planner.ui.announcing import announce

Way = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class Banner(QFrame):
    """Shows one sentence, as plain text, with ways on and a button that puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._close = QPushButton(self.tr("Close"))
        self._close.setObjectName("close")
        self._close.setProperty("role", "quiet")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self._put_away)
        self._buttons: list[QPushButton] = []
        self._thens: list[Callable[[], object]] = []
        self._passing = False
        self._later: list[tuple[str, Sequence[Way]]] = []
        self._came_from: QWidget | None = None
        """Where the keyboard was when this was said; the pointer leaves it there."""

        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._close)
        self._add_button(0)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now; empty while it is put away."""
        return "" if self.isHidden() else self._label.text()

    @property
    def warns(self) -> bool:
        """Whether it says that something is wrong."""
        return bool(self.sentence) and self.property("banner") == "danger"

    def tell(self, sentence: str) -> None:
        """Say that something did not work, until something else does."""
        self._show(sentence, "danger", passing=True)

    def inform(self, sentence: str) -> None:
        """Say something worth knowing."""
        self._show(sentence, "info")

    def offer(self, sentence: str, words: str, then: Callable[[], object], *, stays: bool = False) -> None:
        """Say something worth knowing, with a button that does something about it.

        What `stays` stays after an edit and after its button too, until it is put away.
        """
        self._show(sentence, "info", ((words, then),), passing=not stays)

    def mention(self, sentence: str, *ways: Way) -> None:
        """Say something worth knowing that can wait: once what is said now is put away."""
        if self.sentence:
            self._later.append((sentence, ways))
        else:
            self._show(sentence, "info", ways)

    def hold(self, sentence: str, *ways: Way) -> None:
        """Say what is wrong until `release`: it cannot be put away, but has ways on."""
        self._show(sentence, "danger", ways)
        self._close.hide()

    def release(self) -> None:
        """What was wrong is over."""
        self._put_away()

    def withdraw(self) -> None:
        """Put away what was offered or did not work: something was done since."""
        if self._passing:
            self._put_away()

    def _take(self, number: int) -> None:
        then = self._thens[number]
        self.withdraw()
        then()

    def _put_away(self) -> None:
        self._passing = False
        self._give_back_focus()
        self.hide()
        if self._later:
            sentence, ways = self._later.pop(0)
            self._show(sentence, "info", ways)

    def _give_back_focus(self) -> None:
        """Qt would give it to what comes next in the window: a field perhaps, where keys change the plan."""
        at, back = self.window().focusWidget(), self._came_from
        if self._holds(at) and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _show(self, sentence: str, kind: str, ways: Sequence[Way] = (), *, passing: bool = False) -> None:
        self._passing = passing
        at = self.window().focusWidget()
        self._came_from = self._came_from if self._holds(at) else at
        self._offer(ways)
        self._close.show()
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("banner", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        announce(self, sentence, urgent=kind == "danger")

    def _offer(self, ways: Sequence[Way]) -> None:
        """Show a button for each way; one that is pressed again and again keeps its place and the focus."""
        for number in range(len(self._buttons), len(ways)):
            self._add_button(number)
        self._thens = [then for _, then in ways]
        for button in self._buttons[len(ways) :]:
            button.hide()
        for button, (words, _) in zip(self._buttons, ways, strict=False):
            button.setText(words)
            button.show()

    def _add_button(self, number: int) -> None:
        button = QPushButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(f"way-{number + 1}" if number else "way-out")
        button.clicked.connect(lambda: self._take(number))
        self._row.insertWidget(number + 1, button)
        self._buttons.append(button)
