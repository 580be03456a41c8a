"""The milestones a week leads to, each with its day and what it has to spare."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import MilestoneId
from planner.domain.week_aims import Feed
from planner.domain.wording import day_text
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController

_DIAMOND = 5.2


class FeedsCard(QFrame):
    """Lists the milestones. `chosen` one is to be shown beside the week, `item_requested` on the timeline."""

    chosen = Signal(str)
    item_requested = Signal(str)

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        title = self.tr("What it feeds")
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._heading = QLabel(title)
        self._heading.setProperty("role", "section")
        self.info = InfoButton(filled(self.tr("Where it comes from: %1"), title), theme_controller, self)
        self._empty = TextLabel(self.tr("No milestone waits for this week."), role="muted")
        self.rows: list[FeedRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(1)
        whole = QVBoxLayout(self)
        # The rows' own ground reaches further out than the words.
        whole.setContentsMargins(8, 11, 8, 10)
        whole.setSpacing(5)
        self._empty.setContentsMargins(6, 2, 6, 2)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.addStrut(self.info.height())
        head.addWidget(self._heading, 1)
        head.addWidget(self.info)
        whole.addLayout(head)
        whole.addWidget(self._empty)
        whole.addLayout(self._list)
        whole.addStretch()

    def show_feeds(self, feeds: Sequence[Feed], reason: str) -> None:
        """Show the milestones the week leads to, and where their figures come from."""
        self._empty.setVisible(not feeds)
        self.info.set_answer(reason if feeds else "")
        while len(self.rows) < len(feeds):
            row = FeedRow(self._look, self)
            row.chosen.connect(self.chosen)
            row.item_requested.connect(self.item_requested)
            self._list.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(feeds))
            if place < len(feeds):
                row.show_feed(feeds[place])


class FeedRow(QAbstractButton):
    """A milestone in its phase's colour; a click, Enter or Space chooses it.

    A double click, or its menu, asks for it on the timeline.
    """

    chosen = Signal(str)
    item_requested = Signal(str)

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._colour = 0
        self._milestone = MilestoneId("")
        self._title = TextLabel(role="strong", marked=True)
        self._about = TextLabel(role="muted")
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(27, 4, 6, 4)
        self._lines.setVerticalSpacing(1)
        self._lines.addWidget(self._title, 0, 0)
        self._lines.addWidget(self._about, 1, 0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: self.chosen.emit(self._milestone))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("Show its details; double-click to go to it on the timeline"))

    def show_feed(self, feed: Feed) -> None:
        """Show a milestone."""
        self._colour, self._milestone = feed.colour, feed.milestone
        about = f"{day_text(feed.day)} · {feed.about}"
        self._title.say(feed.title)
        self._about.say(about)
        self.setAccessibleName(feed.title)
        self.setAccessibleDescription(about)
        self.update()

    def sizeHint(self) -> QSize:
        """As much as its two lines ask for."""
        return self._lines.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.item_requested.emit(self._milestone)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer both ways to it."""
        milestone = self._milestone
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show its &details")).triggered.connect(lambda: self.chosen.emit(milestone))
        timeline = menu.addAction(self.tr("Show on the time&line"))
        timeline.triggered.connect(lambda: self.item_requested.emit(milestone))
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The diamond at the height of the first line's middle, on a quiet ground under the mouse."""
        theme = self._look.theme
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.underMouse():
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(room, 6, 6)
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(room, 6, 6)
                painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.phase(self._colour).solid)
            middle = self._title.y() + self._title.fontMetrics().height() / 2
            painter.translate(14.5, middle)
            painter.rotate(45)
            side = _DIAMOND * 2**0.5
            painter.drawRect(QRectF(-side / 2, -side / 2, side, side))
