"""What the pointer needs of the chart under it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, SignalInstance
from PySide6.QtWidgets import QWidget

from planner.domain.items import DependencyId
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.gestures.base import Stage
from planner.ui.timeline.hitting import Hit
from planner.ui.timeline.marks import Layout
from planner.ui.timeline.options import ViewOptions
from planner.ui.timeline.style import TimelineStyle

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Place:
    """What is in view: the days, whether they are the whole path, and the rows from `top` pixels down."""

    scale: DateScale
    fitted: bool
    top: int


class Chart(Stage, Protocol):
    """What the pointer needs of the chart under it."""

    item_clicked: SignalInstance
    edit_requested: SignalInstance
    link_edit_requested: SignalInstance

    @property
    def look(self) -> TimelineStyle: ...

    @property
    def options(self) -> ViewOptions:
        """What the chart shows besides the plan itself."""

    @property
    def forecast(self) -> "Forecast | None":
        """The forecast of the plan as it is; None before the first."""

    @property
    def row_height(self) -> float:
        """How high the rows are, in pixels."""

    @property
    def laid_out(self) -> Layout: ...

    @property
    def selected(self) -> str | None:
        """The id of the current row."""

    @property
    def selection(self) -> frozenset[str]: ...

    @property
    def selected_link(self) -> DependencyId | None: ...

    @property
    def place(self) -> Place: ...

    @property
    def body(self) -> QRectF:
        """The chart without its header, in pixels of the widget."""

    def hit(self, at: QPointF) -> Hit | None:
        """What lies under a point."""

    def link_under(self, at: QPointF) -> DependencyId | None:
        """The dependency whose line runs under a point."""

    def select_link(self, dependency: DependencyId | None) -> None:
        """Let a dependency stand out, for Delete and Enter."""

    def show_scale(self, scale: DateScale) -> None:
        """Bring days into view."""

    def zoom_rows(self, notches: float, y: float) -> None:
        """Make rows higher, lower where negative, around a y of the widget."""

    def show_place(self, place: Place) -> None:
        """Bring back what was in view."""

    def repaint_soon(self) -> None:
        """Paint again with the next frame."""

    def viewport(self) -> QWidget:
        """The widget the mouse is over."""
