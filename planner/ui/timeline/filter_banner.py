"""The banner above the rows while a filter holds: what shows, and the way back. A filter is never silent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from planner.ui.timeline.row_filter import Quick
from planner.ui.timeline.rows import RowChoice, Rows
from planner.ui.timeline.words import translate


class FilterBanner(QFrame):
    """One sentence and a button; hidden while everything shows."""

    cleared = Signal()
    """Everything is to show again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter-banner")
        self.setProperty("role", "filter")
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._clear = QPushButton(translate("Show everything"))
        self._clear.setProperty("role", "link")
        self._clear.setCursor(Qt.CursorShape.PointingHandCursor)
        self._clear.clicked.connect(self.cleared)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 16, 2)
        layout.setSpacing(12)
        layout.addWidget(self._sentence)
        layout.addWidget(self._clear)
        layout.addStretch(1)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def tell(self, choice: RowChoice, rows: Rows) -> None:
        """Say what a filter leaves, or go where there is none."""
        self.setVisible(choice.filtered)
        if choice.filtered:
            self._sentence.setText(sentence_of(choice, rows))


def count_of(rows: Rows) -> str:
    """How many items a filter leaves, like “7 of 46”; empty without one."""
    if rows.found is None:
        return ""
    return translate("{shown} of {total}").format(shown=len(rows.found), total=rows.total)


def name_of(quick: Quick) -> str:
    """What a quick filter is called in its menu."""
    return {
        Quick.OPEN: translate("Still open"),
        Quick.THIS_MONTH: translate("This month"),
        Quick.LATE: translate("Late"),
        Quick.CRITICAL: translate("Critical: moves the finish"),
        Quick.NO_EVIDENCE: translate("Lacks evidence"),
        Quick.MILESTONES: translate("Milestones only"),
    }[quick]


def sentence_of(choice: RowChoice, rows: Rows) -> str:
    """What shows, in one sentence."""
    parts = [_short(quick) for quick in Quick if quick in choice.quick]
    words = " ".join(choice.words.split())
    if words:
        parts.insert(0, translate("“{words}”").format(words=words))
    asked = " · ".join(parts)
    if not rows.rows:
        return translate("Nothing matches {asked}. Fewer or other words may find it.").format(asked=asked)
    return translate("Showing {count} items: {asked}").format(count=count_of(rows), asked=asked)


def _short(quick: Quick) -> str:
    return {
        Quick.OPEN: translate("still open"),
        Quick.THIS_MONTH: translate("this month"),
        Quick.LATE: translate("late"),
        Quick.CRITICAL: translate("critical"),
        Quick.NO_EVIDENCE: translate("lacks evidence"),
        Quick.MILESTONES: translate("milestones only"),
    }[quick]
