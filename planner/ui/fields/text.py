"""Labels for words that may come from anywhere: plain text, wrapped, never wider than their place."""

import re
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.domain.syllables import syllable_starts
from planner.domain.wording import isolated, without_overrides

_LONG_WORD = 20
_SOFT_HYPHEN = "\u00ad"
_ADDRESS = re.compile(r"[\d/@_=&.:\\]")
_UNIT = re.compile(r"(?<=\d) (?=(?:%|h|min|months?|weeks?|days?)(?:\W|$))")
_PLACE = re.compile(r"%([1-9])")


class TextLabel(QLabel):
    """Plain, wrapped text in one of the style's roles; say what it shows with `say`.

    `words` is the text as it was said; on screen it may hold signs that help to wrap it. An empty label takes
    no room. `marked`, with a sign at its left, what is written from right to left stays by that sign.
    """

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, marked: bool = False
    ) -> None:
        super().__init__(parent)
        if marked:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
            self.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text; without one the label hides."""
        if text != self.words:
            self.words = text
            self.setText(_with_bound_units(breakable(without_overrides(text))))
            self.setAccessibleName(text)
        if text and self.parentWidget() is None:
            # Shown here it would open a window of its own; it shows with what it is put into.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
        else:
            self.setVisible(bool(text))


class ClickLabel(TextLabel):
    """Text that stands for the box beside it: a click on it is a click on the box."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that ended on the label."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()


def breakable(text: str) -> str:
    """The same text on screen; words too long for a line may be broken, with a hyphen before a syllable.

    Links and names of files may be broken anywhere without one: it would be taken for a part of them.
    """
    if not any(len(word) > _LONG_WORD for word in text.split()):
        return text
    return " ".join(_breakable_word(word) for word in text.split(" "))


def _breakable_word(word: str) -> str:
    if len(word) <= _LONG_WORD:
        return word
    starts = [] if _ADDRESS.search(word) else syllable_starts(word)
    parts = [word[start:end] for start, end in pairwise([0, *starts, len(word)])]
    return _SOFT_HYPHEN.join(
        "\u200b".join(part[start : start + _LONG_WORD] for start in range(0, len(part), _LONG_WORD))
        for part in parts
    )


def _with_bound_units(text: str) -> str:
    """A number stays in one line with its unit."""
    return _UNIT.sub("\u00a0", text)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and dress the widget and its children anew if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for each in (widget, *widget.findChildren(QWidget)):
        each.style().unpolish(each)
        each.style().polish(each)


def filled(template: str, *values: str) -> str:
    """A translated text with %1, %2 ... filled in at once, so that a value may contain such signs itself."""
    return _PLACE.sub(lambda found: isolated(values[int(found[1]) - 1]), template)
