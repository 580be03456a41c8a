"""What the week is for, in two quiet cards: its goals, and the milestones it feeds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.week_aims import Feed, Goal
from planner.domain.wording import day_text
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController

_LINES_A_ROW = 3
_GAP = 7


class SummaryCard(QFrame):
    """A heading and some rows of a title and a quiet line under it; one sentence where there are none.

    `info` answers where the figures in it come from.
    """

    def __init__(
        self, title: str, empty: str, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._heading = QLabel(title)
        self._heading.setProperty("role", "section")
        self.info = InfoButton(filled(self.tr("Where it comes from: %1"), title), theme_controller, self)
        self._empty = TextLabel(empty, role="muted")
        self._rows: list[tuple[_Mark, TextLabel, TextLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(9)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 11, 14, 12)
        whole.setSpacing(7)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.info)
        whole.addLayout(head)
        whole.addWidget(self._empty)
        whole.addLayout(self._grid)
        whole.addStretch()

    def show_goals(self, goals: Sequence[Goal], reason: str) -> None:
        """Show the week's goals, and why they are."""
        rows = [(goal.text, goal.about, -1) for goal in goals]
        self._show(rows, reason)

    def show_feeds(self, feeds: Sequence[Feed], reason: str) -> None:
        """Show the milestones the week leads to, and where their figures come from."""
        rows = [(feed.title, f"{day_text(feed.day)} · {feed.about}", feed.colour) for feed in feeds]
        self._show(rows, reason)

    def _show(self, rows: Sequence[tuple[str, str, int]], reason: str) -> None:
        self._empty.setVisible(not rows)
        self.info.set_answer(reason if rows else "")
        while len(self._rows) < len(rows):
            self._add_row()
        for number, (mark, title, about) in enumerate(self._rows):
            shown = number < len(rows)
            mark.setVisible(shown)
            # A line of its own, as a page without room would take a label's margin away.
            self._grid.setRowMinimumHeight(_LINES_A_ROW * number + 2, _GAP if shown else 0)
            title.say(rows[number][0] if shown else "")
            about.say(rows[number][1] if shown else "")
            if shown:
                mark.show_phase(rows[number][2])

    def _add_row(self) -> None:
        line = _LINES_A_ROW * len(self._rows)
        row = (_Mark(self._look), TextLabel(role="strong"), TextLabel(role="muted"))
        self._grid.addWidget(row[0], line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row[1], line, 1)
        self._grid.addWidget(row[2], line + 1, 1)
        row[2].setContentsMargins(0, 1, 0, 0)
        self._rows.append(row)


class _Mark(QWidget):
    """A diamond in a phase's colour, or a dot where there is no phase."""

    def __init__(self, theme_controller: ThemeController) -> None:
        super().__init__()
        self._look = theme_controller
        self._phase = -1
        self.setFixedSize(11, 17)

    def show_phase(self, phase: int) -> None:
        """Show the diamond of a phase's milestone; -1 is a goal's dot."""
        self._phase = phase
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark at the height of the first line's middle."""
        theme = self._look.theme
        middle = QRectF(self.rect()).center()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._phase < 0:
                painter.setBrush(theme.colour("accent"))
                painter.drawEllipse(middle, 3.0, 3.0)
                return
            painter.setBrush(theme.phase(self._phase).solid)
            x, y, radius = middle.x(), middle.y(), 5.2
            painter.translate(x, y)
            painter.rotate(45)
            side = radius * 2**0.5
            painter.drawRect(QRectF(-side / 2, -side / 2, side, side))
