"""ForecastKeeper: the forecast of the plan that is open, true again a moment after each edit.

It is made once the window has settled: the start does not wait for it.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.forecast.forecast import DRAG_SAMPLES, SAMPLES, Forecast, Forecaster
from planner.domain.forecast.shapes import Shape
from planner.domain.graph import Graph
from planner.domain.pace.pace import Pace, pace_of
from planner.domain.plan import Plan
from planner.ui.editor import Editor
from planner.ui.forecasting.working import Asked, Working

RESTING_MS = 40
"""Edits that follow each other this closely are one: with all samples it is there within 100 ms of rest."""


class ForecastKeeper(QObject):
    """Keeps a forecast from all samples for the plan as it is in the file; makes others for what is proposed.

    What it says of the plan is the last state's until the next one is worked out.
    """

    changed = Signal()
    """There is a new forecast of the plan as it is in the file."""

    def __init__(self, editor: Editor, shape: Shape, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shape = shape
        self._forecast: Forecast | None = None
        self._pace: Pace | None = None
        self._few_now: Forecast | None = None
        self._few_of: Forecast | None = None
        self._few = Forecaster(DRAG_SAMPLES, shape=shape)
        self._working = Working(Forecaster(SAMPLES, shape=shape), self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTING_MS)
        self._rest.timeout.connect(self.renew)
        editor.changed.connect(lambda _changes: self._rest.start())
        editor.today_changed.connect(lambda _day: self._rest.start())
        self.renew()

    @property
    def forecast(self) -> Forecast | None:
        """The forecast from all samples; None before the first."""
        return self._forecast

    @property
    def pace(self) -> Pace | None:
        """The learner's pace that `forecast` rests on; None before the first."""
        return None if self._forecast is None else self._forecast.pace

    @property
    def shape(self) -> Shape:
        """What efforts are drawn from."""
        return self._shape

    def choose_shape(self, shape: Shape) -> None:
        """Draw efforts from another distribution."""
        if shape is not self._shape:
            self._shape = shape
            self._few = Forecaster(DRAG_SAMPLES, shape=shape)
            self._working.take_forecaster(Forecaster(SAMPLES, shape=shape))
            self._rest.start()

    def renew(self) -> None:
        """Work it out for the plan as it is now; `changed` tells when it is there."""
        self._rest.stop()
        editor = self._editor
        self._pace = pace_of(editor.plan, editor.schedule, editor.today)
        asked = Asked(editor.plan, editor.schedule.graph, editor.today, self._pace, self._take)
        self._working.ask("plan", asked)

    def of_proposed(self, plan: Plan, graph: Graph) -> Forecast:
        """Of a plan that is only proposed, from few samples: quick enough for each step of a drag."""
        return self._few.forecast(plan, self._editor.today, self._pace_now, graph)

    def proposed_half(self, proposed: Forecast) -> date:
        """P50 of the finish of what is proposed, however few samples it is from.

        Few samples tell better by how much a day moves than which it is: both sides have the same draws, so
        what these have too much or too little of falls out (a control variate: A. M. Law, Simulation Modeling
        and Analysis, 5th edition, section 11.4).
        """
        now, half = self._forecast, proposed.finish.p50
        if now is None or proposed.samples >= now.samples:
            return half
        if self._few_of is not now:
            editor = self._editor
            self._few_now, self._few_of = self.of_proposed(editor.plan, editor.schedule.graph), now
        moved = half - self._few_now.finish.p50 if self._few_now is not None else timedelta()
        return now.finish.p50 + moved

    def ask_in_full(self, plan: Plan, graph: Graph, then: Callable[[Forecast], None]) -> None:
        """The same from all samples, given to `then`: at once, or from a large plan once it is there.

        Where another is asked for meanwhile, only that is given.
        """
        self._working.ask("proposal", Asked(plan, graph, self._editor.today, self._pace_now, then))

    def _take(self, forecast: Forecast) -> None:
        self._forecast = forecast
        self.changed.emit()

    @property
    def _pace_now(self) -> Pace:
        editor = self._editor
        return self._pace or pace_of(editor.plan, editor.schedule, editor.today)
