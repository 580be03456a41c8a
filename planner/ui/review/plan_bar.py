"""A bar of what was studied in a week, over what was planned for it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.theme import Theme
from planner.ui.theme_controller import ThemeController

HEIGHT = 8
EDGE = 2.0
"""The line that marks the end of what was planned, where more was studied."""


def paint_plan_bar(
    painter: QPainter, room: QRectF, planned: int, logged: int, most: int, theme: Theme
) -> None:
    """Paint minutes logged over minutes planned; `most` minutes take the whole width of the room."""
    if most <= 0:
        return
    radius = room.height() / 2

    def stretch(minutes: int) -> QRectF:
        return QRectF(room.left(), room.top(), room.width() * min(minutes / most, 1.0), room.height())

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for minutes, role in ((planned, "pressed"), (logged, "accent")):
        if minutes > 0:
            painter.setBrush(theme.colour(role))
            painter.drawRoundedRect(stretch(minutes), radius, radius)
    if logged > planned > 0:
        painter.setBrush(theme.colour("surface"))
        end = stretch(planned).right()
        painter.drawRect(QRectF(end - EDGE, room.top(), EDGE, room.height()))
    painter.restore()


class PlanBar(QWidget):
    """Paints one week; the whole width is the greater of plan and study."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._planned = self._logged = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_controller.changed.connect(self.update)

    def show_minutes(self, planned: int, logged: int, words: str) -> None:
        """Show a week; `words` say the same to a screen reader."""
        self._planned, self._logged = planned, logged
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_plan_bar(
                painter,
                QRectF(self.rect()),
                self._planned,
                self._logged,
                max(self._planned, self._logged),
                self._look.theme,
            )
