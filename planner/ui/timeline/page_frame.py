"""How the timeline page is laid out: filter banner, outline beside chart, hours below, in step."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from planner.ui.timeline.surroundings import Surroundings

OUTLINE_WIDTH = 420
LEAST_OUTLINE_WIDTH = 150
STRIP_HEIGHT = 150
LEAST_STRIP_HEIGHT = 60
"""Less shows no hours; none at all is the learner's own choice."""


class PageFrame(QWidget):
    """Outline, chart and strip in their splitters."""

    moved = Signal()
    """A splitter was moved."""

    def __init__(
        self,
        banner: QWidget,
        outline: QWidget,
        chart: QWidget,
        rows_bar: QWidget,
        strip: QWidget,
        around: Surroundings,
    ) -> None:
        super().__init__()
        self._around = around
        self._outline = outline
        self._chart = chart
        self._strip = strip
        # What the learner gave the outline and the strip; a small window may have less room for them.
        self._wanted = (OUTLINE_WIDTH, STRIP_HEIGHT)
        self._lay_out(banner, rows_bar)
        for splitter in (self._across, self._down):
            splitter.splitterMoved.connect(self._on_moved)
        around.changed.connect(self._show_around)
        self._show_around()

    @property
    def state(self) -> dict[str, Any]:
        """Where the splitters stand, as values that JSON knows: in a window without room for what the learner
        gave a part, where they would stand with it.
        """
        outline, strip = self._wanted
        across, down = self._across.sizes(), self._down.sizes()
        if across[0] < outline:
            across = [outline, 2 * outline]
        if 0 < down[1] < strip:
            down = [4 * strip, strip]
        return {"across": across, "down": down}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` gave; what is missing or makes no sense is left aside, and so is a part so
        small that only a window without room can have made it.
        """
        across, down = (numbers(state.get(key), 2) for key in ("across", "down"))
        if across and sum(across) > 0 and across[0] >= LEAST_OUTLINE_WIDTH:
            self._across.setSizes([int(size) for size in across])
        if down and sum(down) > 0 and (not down[1] or down[1] >= LEAST_STRIP_HEIGHT):
            self._down.setSizes([int(size) for size in down])
        self._wanted = (self._across.sizes()[0], self._down.sizes()[1])

    def say_limit(self, sentence: str) -> None:
        """What stands beside the strip."""
        self._limit.setText(sentence)

    def widen_outline(self, by: int) -> None:
        """Give the outline so many pixels of the chart, as far as half of both."""
        outline, chart = self._across.sizes()
        taken = max(min(by, (outline + chart) // 2 - outline), 0)
        self._across.setSizes([outline + taken, chart - taken])
        self._wanted = (self._across.sizes()[0], self._wanted[1])

    def align_strip(self) -> None:
        """The strip's days stand under the chart's, whatever the splitter and the scroll bar take."""
        left = self._chart.mapTo(self, self._chart.rect().topLeft()).x()
        self._caption.setFixedWidth(max(left, 0))
        self._strip.setFixedWidth(self._chart.width())
        self._path_caption.setFixedWidth(max(left, 0))
        self._around.overview.setFixedWidth(self._chart.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.align_strip()

    def _on_moved(self) -> None:
        self._wanted = (self._across.sizes()[0], self._down.sizes()[1])
        self.moved.emit()

    def _show_around(self) -> None:
        """Show or hide the legend below the chart and the overview at the foot."""
        self._around.legend.setVisible(self._around.legend_shown)
        self._path.setVisible(self._around.overview_shown)

    def _lay_out(self, banner: QWidget, rows_bar: QWidget) -> None:
        beside = QWidget()
        row(beside, self._chart, rows_bar).setStretch(0, 1)
        policy = rows_bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        rows_bar.setSizePolicy(policy)
        self._outline.setMinimumWidth(LEAST_OUTLINE_WIDTH)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self._outline)
        self._across.addWidget(beside)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([OUTLINE_WIDTH, 900])
        self._across.setChildrenCollapsible(False)
        self._path = QWidget()
        self._path_caption = QLabel(self.tr("Whole path"))
        self._path_caption.setProperty("role", "strong")
        self._path_caption.setContentsMargins(16, 0, 8, 0)
        self._path.setMinimumWidth(1)
        row(self._path, self._path_caption, self._around.overview).addStretch(1)
        below = QWidget()
        # Its parts are given the widths of what stands above them, and must not hold the window to these.
        below.setMinimumWidth(1)
        self._caption = self._words()
        for panel in (beside, below, self._caption, self._path):
            panel.setBackgroundRole(QPalette.ColorRole.AlternateBase)
            panel.setAutoFillBackground(True)
        row(below, self._caption, self._strip).addStretch(1)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(self._above())
        self._down.addWidget(below)
        self._down.setStretchFactor(0, 1)
        self._down.setSizes([600, STRIP_HEIGHT])
        self._down.setCollapsible(0, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banner)
        column.addWidget(self._down, 1)
        column.addWidget(self._path)

    def _above(self) -> QWidget:
        """Outline and chart, with the legend below both."""
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._across, 1)
        column.addWidget(self._around.legend)
        return above

    def _words(self) -> QFrame:
        caption = QFrame()
        self._limit = QLabel()
        self._limit.setProperty("role", "muted")
        self._limit.setTextFormat(Qt.TextFormat.PlainText)
        title = QLabel(self.tr("Hours a week"))
        title.setProperty("role", "strong")
        words = QVBoxLayout(caption)
        words.setContentsMargins(16, 12, 8, 8)
        words.setSpacing(3)
        words.addWidget(title)
        words.addWidget(self._limit)
        words.addStretch(1)
        return caption


def row(holder: QWidget, *widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side with nothing between them."""
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def numbers(values: object, count: int) -> list[float]:
    """So many numbers, or an empty list where there is anything else."""
    if not isinstance(values, list) or len(values) != count:
        return []
    found = [float(each) for each in values if isinstance(each, int | float) and isfinite(each)]
    return found if len(found) == count else []
