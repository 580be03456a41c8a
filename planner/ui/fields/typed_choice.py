"""A box to choose from a long list by typing: what is typed finds entries, Enter takes the best of them."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

NOTHING = -1
"""The row while nothing is chosen."""


class TypedChoice(QComboBox):
    """Offers entries, each with a code. `code` is that of the chosen one, or None, as while one is typing.

    Enter takes the best match of what is typed; leaving the box takes the only one, else what was chosen
    before is there again. `code_chosen` tells of another code, None included.
    """

    code_chosen = Signal()

    def __init__(self, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(placeholder)
        self.setLineEdit(self.text)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._code: str | None = None
        self._before = NOTHING
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.popup = QListView(self)
        self.popup.setProperty("role", "popup")
        completer.setPopup(self.popup)
        self.setCompleter(completer)
        self.currentIndexChanged.connect(self._on_row)
        # The same row again is no other index, and yet ends the typing.
        self.activated.connect(self._on_row)
        self.text.textEdited.connect(self._on_typed)
        self.text.returnPressed.connect(self._on_enter)
        self.text.editingFinished.connect(self._on_left)

    @property
    def code(self) -> str | None:
        """The code of the entry that is chosen."""
        return self._code

    def offer(self, entries: Iterable[tuple[str, str]], code: str | None = None) -> None:
        """Offer other entries, each a name and a code, and choose one by its code, or none; tells nobody."""
        with QSignalBlocker(self):
            self.clear()
            for name, each in entries:
                self.addItem(name, each)
            self._choose(NOTHING if code is None else self.findData(code))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Settle what is typed before Tab leaves: what follows may depend on it."""
        self._on_left()
        return super().focusNextPrevChild(forwards)

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(row)
        self._on_row(row)
        # Where the row is the same as before, Qt leaves what was typed.
        self.text.setText(self.itemText(row))

    def _on_row(self, row: int) -> None:
        self._before = row
        self._say(None if row < 0 else self.itemData(row))

    def _say(self, code: str | None) -> None:
        if code != self._code:
            self._code = code
            self.code_chosen.emit()

    def _on_typed(self, text: str) -> None:
        """A name typed in full is chosen; until then nothing is."""
        row = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if row >= 0:
            self.setCurrentIndex(row)
            self._on_row(row)
        else:
            self._say(None)

    def _on_enter(self) -> None:
        matches = self._matches()
        if matches and self._code is None:
            self._choose(matches[0])
            self.popup.hide()

    def _on_left(self) -> None:
        """Settle what is still being typed."""
        if self._code is None:
            matches = self._matches()
            self._choose(matches[0] if len(matches) == 1 else self._before)
        else:
            self.text.setText(self.itemText(self.currentIndex()))

    def _matches(self) -> list[int]:
        """The rows of the names that hold what is typed, best first: the name, then names that begin with it,
        then those with a word that does."""
        typed = self.text.text().strip().casefold()
        if not typed:
            return []

        def rank(row: int) -> tuple[bool, bool, bool, int]:
            name = self.itemText(row).casefold()
            inner = any(word.startswith(typed) for word in name.split())
            return name != typed, not name.startswith(typed), not inner, row

        found = (row for row in range(self.count()) if typed in self.itemText(row).casefold())
        return sorted(found, key=rank)
