"""The overview strip: the whole path in miniature, with a frame around the days that the chart shows.

Drag the frame to pan, its ends to zoom, press beside it to go there. With the keyboard: the arrows pan (with
Shift by a whole frame), + and - zoom, Home and End go to the ends of the path.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.wording import day_text
from planner.ui.timeline.axis import DateScale, bounded, showing, zoomed
from planner.ui.timeline.overview_painting import Frame, paint_frame, paint_overview
from planner.ui.timeline.view import TimelineView
from planner.ui.timeline.words import translate
from planner.ui.timeline.zooming import ZOOM_STEP

GRAB = 6.0
"""How near to an end of the frame the pointer must be to hold it."""

LEAST_FRAME = 10.0
"""So much of the frame is always in view, so that it can still be held."""

REDRAWN_AFTER_MS = 120
"""The picture follows an edit when there is a pause: with ten thousand items it takes some milliseconds."""

STEP = 0.1
"""An arrow pans by this part of the frame."""


class Hold(StrEnum):
    """What of the frame is held."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class _Drag:
    """A drag from a place, with what the chart showed and whether it was the whole path."""

    hold: Hold
    x: float
    scale: DateScale
    fitted: bool


class Overview(QWidget):
    """The strip itself."""

    def __init__(self, chart: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._picture: QPixmap | None = None
        self._drag: _Drag | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REDRAWN_AFTER_MS)
        self._soon.timeout.connect(self.redraw)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Overview of the whole path"))
        self.setToolTip(translate("The whole path: drag the frame to go along it, its ends to zoom"))
        chart.scale_changed.connect(self._on_scale_changed)
        for of_path in (chart.forecast_changed, chart.options_changed):
            of_path.connect(self.redraw)
        self._on_scale_changed()

    @property
    def scale(self) -> DateScale:
        """The days of the strip: the whole path."""
        return showing(*self._chart.path, self.width())

    @property
    def frame(self) -> Frame:
        """Where the frame stands."""
        return self._frame(self.scale)

    def refresh(self) -> None:
        """The plan changed: draw it anew in a moment."""
        self._soon.start()

    def redraw(self) -> None:
        """Draw it anew with the next frame."""
        self._soon.stop()
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, round(QFontMetricsF(self._chart.look.small).height() + 32))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, scale = self._chart.look, self.scale
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture_now(scale))
            paint_frame(
                painter, self._frame(scale), self.width(), self.height(), look, focused=self.hasFocus()
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def hideEvent(self, event: QHideEvent) -> None:
        self._drag = None
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        hold = self._hold_at(x)
        if hold is None:
            chart = self._chart.scale
            self._show(self.scale.day(x) - chart.width / chart.px_per_day / 2, chart.px_per_day)
            hold = Hold.MIDDLE
        self._drag = _Drag(hold, x, self._chart.scale, self._chart.fitted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._drag is None:
            self._show_cursor(self._hold_at(x))
            return
        days = (x - self._drag.x) / self.scale.px_per_day
        before = self._drag.scale
        if self._drag.hold is Hold.MIDDLE:
            self._show(before.left + days, before.px_per_day)
        elif self._drag.hold is Hold.LEFT:
            left = min(before.left + days, before.right - 1)
            zoom = bounded(left, before.width / (before.right - left), before.width).px_per_day
            self._show(before.right - before.width / zoom, zoom)
        else:
            right = max(before.right + days, before.left + 1)
            self._show(before.left, before.width / (right - before.left))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = None
            self._show_cursor(self._hold_at(event.position().x()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._chart.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chart = self._chart.scale
        days = chart.width / chart.px_per_day
        step = days if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else days * STEP
        first, last = self._chart.path
        match event.key():
            case Qt.Key.Key_Escape if self._drag is not None:
                self._chart.show_scale(self._drag.scale, fitted=self._drag.fitted)
                self._drag = None
            case Qt.Key.Key_Left:
                self._show(chart.left - step, chart.px_per_day)
            case Qt.Key.Key_Right:
                self._show(chart.left + step, chart.px_per_day)
            case Qt.Key.Key_Home:
                self._show(first.toordinal() - days * STEP, chart.px_per_day)
            case Qt.Key.Key_End:
                self._show(last.toordinal() + 1 - days * (1 - STEP), chart.px_per_day)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._chart.show_scale(zoomed(chart, ZOOM_STEP, chart.width / 2))
            case Qt.Key.Key_Minus:
                self._chart.show_scale(zoomed(chart, 1 / ZOOM_STEP, chart.width / 2))
            case _:
                super().keyPressEvent(event)

    def _frame(self, scale: DateScale) -> Frame:
        shown = self._chart.scale
        left, right = scale.x(shown.left), scale.x(shown.right)
        lacking = max(LEAST_FRAME - (right - left), 0.0) / 2
        left, right = left - lacking, right + lacking
        # The chart may show days beside the path: the frame stays in the strip, with both its handles.
        left = min(max(left, 0.0), self.width() - LEAST_FRAME)
        return Frame(left, max(min(right, self.width()), left + LEAST_FRAME))

    def _hold_at(self, x: float) -> Hold | None:
        """What a press at x holds; None beside the frame."""
        frame = self.frame
        left, right = frame.left, frame.right
        if self._beside_path and left <= x <= right:
            return Hold.MIDDLE
        reach = min(GRAB, (right - left) / 3)
        for hold, end in ((Hold.LEFT, left), (Hold.RIGHT, right)):
            outside = GRAB if (x < end) is (hold is Hold.LEFT) else reach
            if abs(x - end) <= outside:
                return hold
        return Hold.MIDDLE if left < x < right else None

    @property
    def _beside_path(self) -> bool:
        """Whether the chart shows no day of the path: the frame has no ends to hold then."""
        shown, path = self._chart.scale, self.scale
        return shown.left >= path.right or shown.right <= path.left

    def _show_cursor(self, hold: Hold | None) -> None:
        shapes = {
            Hold.MIDDLE: Qt.CursorShape.OpenHandCursor,
            None: Qt.CursorShape.PointingHandCursor,
        }
        self.setCursor(shapes.get(hold, Qt.CursorShape.SizeHorCursor))

    def _show(self, left: float, px_per_day: float) -> None:
        self._chart.show_scale(bounded(left, px_per_day, self._chart.scale.width))

    def _on_scale_changed(self) -> None:
        shown = self._chart.scale
        first, last = (day_text(date.fromordinal(int(each))) for each in (shown.left, shown.right))
        self.setAccessibleDescription(
            translate("The chart shows {first} to {last}").format(first=first, last=last)
        )
        self.update()

    def _picture_now(self, scale: DateScale) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            editor = self._chart.editor
            with QPainter(picture) as painter:
                paint_overview(
                    painter,
                    editor.plan,
                    editor.schedule,
                    scale,
                    self.height(),
                    editor.today,
                    self._chart.look,
                )
            self._picture = picture
        return self._picture
