"""How the charts lie on the page: below each other, or in two columns under those as wide as the page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.ui.progress.card import ChartCard

GAP = 14

WHOLE_WIDTH = ("hours", "milestones")
"""The charts that take both columns."""

AT_THE_RIGHT = ("finish", "estimates")
"""The charts of the right column; with the others at the left, both are about as high."""


class CardColumns:
    """Three columns of cards, of which the lower two stand side by side."""

    def __init__(self, whole: QVBoxLayout) -> None:
        self._top, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._beside: bool | None = None
        pair = QHBoxLayout()
        for column in (self._top, self._left, self._right):
            column.setSpacing(GAP)
        self._pair = pair
        pair.setSpacing(0)
        pair.addLayout(self._left, 1)
        pair.addLayout(self._right, 0)
        whole.addLayout(self._top)
        whole.addSpacing(GAP - whole.spacing())
        whole.addLayout(pair)

    def arrange(self, cards: Sequence[ChartCard], *, beside: bool) -> None:
        """Set the cards in two columns, or in one; each has its chart by now."""
        if beside == self._beside:
            return
        self._beside = beside
        for column in (self._top, self._left, self._right):
            while column.count():
                column.takeAt(0)
        for card in cards:
            name = "" if card.chart is None else card.chart.id
            if name in WHOLE_WIDTH:
                self._top.addWidget(card)
            elif beside and name in AT_THE_RIGHT:
                self._right.addWidget(card)
            else:
                self._left.addWidget(card)
        if beside:
            self._left.addStretch(1)
            self._right.addStretch(1)
        self._pair.setSpacing(GAP if beside else 0)
        self._pair.setStretch(1, 1 if beside else 0)
