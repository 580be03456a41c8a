"""TimelineView: the chart. It paints the layout of the plan, or of what a drag proposes, and hands the mouse
to gestures.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from planner.domain.changes import Changes
from planner.domain.items import DependencyId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import panned, showing
from planner.ui.timeline.dense import RowFacts, row_facts
from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.forecast_bands import with_bands
from planner.ui.timeline.foretelling import Foretelling
from planner.ui.timeline.gestures.base import Proposal
from planner.ui.timeline.header_painting import paint_header
from planner.ui.timeline.hitting import Hit, hit, link_at
from planner.ui.timeline.layout import lay_out, whole_path
from planner.ui.timeline.marks import Layout, box, moved
from planner.ui.timeline.options import PLAIN, ViewOptions
from planner.ui.timeline.overlay import Overlay, paint_overlay
from planner.ui.timeline.painting import paint_rows
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.pointer import Pointer
from planner.ui.timeline.rows import Rows
from planner.ui.timeline.scroll_canvas import ScrollCanvas
from planner.ui.timeline.shown_marks import ShownMark, shown_marks
from planner.ui.timeline.style import style_of
from planner.ui.timeline.words import short_day_text, translate

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast
    from planner.ui.forecasting.keeper import ForecastKeeper


class TimelineView(ScrollCanvas):
    """Bars, diamonds and dependencies over dates."""

    options_changed = Signal()
    """The chart shows other things of the plan."""

    forecast_changed = Signal()
    """The forecast of the plan as it is is another."""

    foretold = Signal(object)
    """The forecast of what a drag proposes, once the pointer rests; None when the plan's own holds again."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, rows: Rows, parent: QWidget | None = None
    ) -> None:
        super().__init__(editor, theme_controller, rows, parent)
        self._selected: str | None = None
        self._selection: frozenset[str] = frozenset()
        self._options = PLAIN
        self._facts: RowFacts | None = None
        self._facts_of: tuple[object, ...] = ()
        self._banded: tuple[RowFacts, Forecast, RowFacts] | None = None
        self._layout: Layout | None = None
        self._settled_layout: Layout | None = None
        self._shown: tuple[Layout, list[ShownMark]] | None = None
        self._pointer = Pointer(self)
        self._foretelling = Foretelling(self)
        self._build()
        self._connect()

    @property
    def selected(self) -> str | None:
        """The id of the current row."""
        return self._selected

    @property
    def selection(self) -> frozenset[str]:
        """The ids of all selected rows."""
        return self._selection

    @property
    def options(self) -> ViewOptions:
        """What the chart shows besides the plan itself."""
        return self._options

    @property
    def laid_out(self) -> Layout:
        """Where everything in view stands, by the plan or what is proposed, counted from below the header."""
        if self._layout is None:
            after = self._proposal.schedule if self._proposal is not None else None
            self._layout = self.settled if after is None else self._lay_out(after.plan, after, self.foreseen)
        return self._layout

    @property
    def settled(self) -> Layout:
        """Where everything in view stands by the plan as it is, whatever is proposed."""
        if self._settled_layout is None:
            self._settled_layout = self._lay_out(self._editor.plan, self._editor.schedule, self.forecast)
        return self._settled_layout

    @property
    def forecast(self) -> "Forecast | None":
        """The forecast of the plan as it is, whatever is proposed; None before the first."""
        return self._foretelling.forecast

    @property
    def foreseen(self) -> "Forecast | None":
        """The forecast of what is shown: of what a drag proposes, as soon as there is one."""
        proposed = self._proposal.forecast if self._proposal is not None else None
        return proposed or self.forecast

    @property
    def path(self) -> tuple[date, date]:
        """First and last day of the whole path, with the finish's band where it is shown."""
        forecast = self.forecast if self._options.forecast else None
        return whole_path(self._editor.plan, self._editor.schedule, forecast)

    def marks(self) -> list[ShownMark]:
        """The bars and diamonds in view, in row order."""
        layout = self.laid_out
        if self._shown is None or self._shown[0] is not layout:
            frame = QRect(0, self._look.header_height, self.width(), self._body_height())
            self._shown = layout, shown_marks(layout, self._rows, frame)
        return self._shown[1]

    def hit(self, at: QPointF) -> Hit | None:
        """What lies under a point of the widget; None on the header and below the last row."""
        place = self.below_header(at)
        return hit(self.laid_out, self._rows, place.x(), place.y()) if place.y() >= 0 else None

    def link_under(self, at: QPointF) -> DependencyId | None:
        """The dependency whose line can be clicked at a point of the widget."""
        place = self.below_header(at)
        found = link_at(self.laid_out, self._rows, place.x(), place.y()) if place.y() >= 0 else None
        return None if found is None else found.id

    @property
    def zoom_centre(self) -> float:
        """The x that stays where it is in a zoom: what is selected, where it is in view, else the middle."""
        mark = None if self._selected is None else self.laid_out.mark_of(self._selected)
        if mark is not None:
            left, _, right, _ = box(mark)
            if right >= 0 and left <= self._scale.width:
                return (max(left, 0.0) + min(right, self._scale.width)) / 2
        return super().zoom_centre

    def set_selection(self, current: str | None, ids: frozenset[str]) -> None:
        """Let the selected rows stand out; `current` is the one that keys act on."""
        if (current, ids) != (self._selected, self._selection):
            self._selected, self._selection = current, ids
            self.repaint_soon()
            self.relaid.emit()

    def show_options(self, options: ViewOptions) -> None:
        """Show other things of the plan, or in other colours."""
        if options != self._options:
            self._options = options
            self._lay_out_anew()
            self.options_changed.emit()

    def fit(self) -> None:
        """The whole path in view, with the finish's band where it is shown."""
        self.show_scale(showing(*self.path, self.width()), fitted=True)

    def reveal(self, item_id: str) -> None:
        """Bring a bar or diamond into view sideways, where none of it is."""
        if self.low:
            self.reveal_row(item_id)
        mark = self.laid_out.mark_of(item_id)
        if mark is None:
            return
        left, _, right, _ = box(mark)
        if right < 0 or left > self._scale.width:
            self.show_scale(panned(self._scale, self._scale.width / 3 - left))

    def follow_forecast(self, keeper: "ForecastKeeper") -> None:
        """Show from now on where milestones may land."""
        self._foretelling.follow(keeper)
        self._on_forecast()

    def propose(self, proposal: Proposal | None) -> None:
        """Show what letting go of a drag would do, with what the forecast says of it."""
        if proposal is None:
            self.foretold.emit(None)
        super().propose(self._foretelling.foretold(proposal))

    def forecast_lines(self) -> tuple[Line, ...]:
        """What the forecast says of what is proposed, for a card that another widget shows."""
        return self._foretelling.lines

    def forget_layout(self) -> None:
        """Lay out anew what is shown; how things stand by the plan as it is stays."""
        self._layout = None

    def on_changed(self, changes: Changes) -> None:
        """The plan changed: show it as it is now, with the same days in view."""
        if self.gesture is not None:
            self.cancel_gesture(translate("The plan changed, so the drag was let go."))
        self._foretelling.on_plan_changed()
        if self._link not in self._editor.plan.dependencies:
            self._link = None
        self._lay_out_anew()

    def on_theme_changed(self) -> None:
        """Another look."""
        self._look = style_of(self._theme_controller.theme, self.font())
        self._header = None
        self._measure_rows()
        self._lay_out_anew()

    def paint(self, painter: QPainter) -> None:
        layout, header, style = self.laid_out, self._header_now(), self._look
        overlay, top = self._overlay(layout), style.header_height
        painter.save()
        painter.setClipRect(QRectF(0, top, self.width(), self._body_height()))
        painter.translate(0, top)
        hovered = self._pointer.hovered
        paint_rows(painter, layout, header, style, self._selection, hovered, overlay.ghosts)
        paint_overlay(painter, overlay, style)
        painter.restore()
        paint_header(painter, header, layout, style, self._guides())

    def _build(self) -> None:
        self.setMinimumSize(200, self._look.header_height + 2 * self._look.row_height)
        self.setAccessibleName(translate("Timeline"))
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def _connect(self) -> None:
        self._theme_controller.changed.connect(self.on_theme_changed)
        self._editor.today_changed.connect(self._lay_out_anew)
        self._foretelling.renewed.connect(self._on_forecast)
        self._foretelling.rested.connect(self._on_rested)

    def _on_forecast(self) -> None:
        """The plan's own forecast is another: its bands move, and what is proposed is compared with it."""
        self._lay_out_anew()
        self.forecast_changed.emit()

    def _on_rested(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self.forget_layout()
        self.repaint_soon()
        self.foretold.emit(proposal.forecast)

    def _lay_out(self, plan: Plan, schedule: Schedule, forecast: "Forecast | None") -> Layout:
        height = self.row_height
        viewport = Viewport(self._scale, self._body_height(), self.rows_bar.value(), height)
        facts = self._facts_for(forecast) if self.low else None
        return lay_out(
            plan, schedule, self._rows, viewport, self._editor.today, self._options, facts, forecast
        )

    def _facts_for(self, forecast: "Forecast | None") -> RowFacts:
        """With the bands of a forecast, where they are shown: found once for each of them."""
        facts = self._facts_now()
        if forecast is None or not self._options.forecast:
            return facts
        if self._banded is None or self._banded[0] is not facts or self._banded[1] is not forecast:
            self._banded = facts, forecast, with_bands(facts, forecast)
        return self._banded[2]

    def _facts_now(self) -> RowFacts:
        """By the plan as it is: what they say does not change while something is dragged."""
        plan, today, colour_by = self._editor.plan, self._editor.today, self._options.colour_by
        of = (plan, self._rows, today, colour_by)
        if self._facts is None or any(now is not then for now, then in zip(of, self._facts_of, strict=True)):
            self._facts = row_facts(plan, self._editor.schedule, self._rows, today, colour_by, self._facts)
            self._facts_of = of
        return self._facts

    def _lay_out_anew(self) -> None:
        self._layout = self._settled_layout = None
        self.repaint_soon()
        self.relaid.emit()

    def _overlay(self, layout: Layout) -> Overlay:
        dotted = frozenset(each for each in (self._pointer.hovered, self._selected) if each is not None)
        settled = layout if self._proposal is None else self.settled
        return Overlay(
            layout=layout,
            settled=settled,
            ghosts=() if settled is layout else moved(settled, layout),
            at=self.below_header(self._pointer.at),
            proposal=self._proposal,
            dotted=frozenset() if self._editor.read_only or self.gesture is not None else dotted,
            link=self._link,
        )

    def _guides(self) -> tuple[tuple[float, str], ...]:
        """Where the lines of the drag in progress stand, and what their flags say."""
        guides = self._proposal.guides if self._proposal is not None else ()
        return tuple((self._scale.x(each.place), short_day_text(each.day)) for each in guides)
