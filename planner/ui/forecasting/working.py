"""Works forecasts out from all samples: at once where that takes a moment, else beside the window.

Of a large plan, and the first time, it takes as long as some frames: then it is done in a thread, one at a
time, on a copy of the plan whose axis of work hours grows there alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QObject

from planner.domain.forecast.forecast import Forecast, Forecaster
from planner.domain.graph import Graph
from planner.domain.pace.pace import Pace
from planner.domain.plan import Plan
from planner.ui.publish.job import Job

QUICK_ITEMS = 400
"""A plan of so many items takes no more than some 20 ms once its efforts are drawn."""

Kind = Literal["plan", "proposal"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A forecast to be made, and who waits for it."""

    plan: Plan
    graph: Graph
    today: date
    pace: Pace
    then: Callable[[Forecast], None]


class Working(QObject):
    """One forecast after the other; of each kind only what was asked for last."""

    def __init__(self, forecaster: Forecaster, parent: QObject) -> None:
        super().__init__(parent)
        self._forecaster = forecaster
        self._drawn = False
        self._job: Job | None = None
        self._waiting: dict[Kind, Asked] = {}

    def take_forecaster(self, forecaster: Forecaster) -> None:
        """Make what is asked for from now on with another one, which has drawn nothing yet."""
        self._forecaster = forecaster
        self._drawn = False

    def ask(self, kind: Kind, asked: Asked) -> None:
        """Make a forecast in place of what waits of its kind."""
        quick = len(asked.graph.nodes) <= QUICK_ITEMS
        if quick and self._drawn and self._job is None:
            asked.then(_made(self._forecaster, asked))
            return
        self._waiting[kind] = asked
        self._go_on()

    def _go_on(self) -> None:
        if self._job is not None or not self._waiting:
            return
        asked = self._waiting.pop(next(iter(self._waiting)))
        forecaster = self._forecaster
        apart = replace(asked, plan=replace(asked.plan, calendar=replace(asked.plan.calendar)))
        self._job = Job(lambda _handle: _whole(forecaster, apart), self)
        self._job.done.connect(lambda forecast: self._give(forecaster, asked, forecast))
        self._job.ended.connect(self._on_ended)
        self._job.start()

    def _give(self, forecaster: Forecaster, asked: Asked, forecast: Forecast) -> None:
        if forecaster is self._forecaster:
            self._drawn = True
            asked.then(forecast)

    def _on_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self._go_on()


def _made(forecaster: Forecaster, asked: Asked) -> Forecast:
    return forecaster.forecast(asked.plan, asked.today, asked.pace, asked.graph)


def _whole(forecaster: Forecaster, asked: Asked) -> Forecast:
    """With all that is asked of it later worked out, too: the window is to find it ready."""
    forecast = _made(forecaster, asked)
    forecast.drivers  # noqa: B018 - kept by the forecast
    for milestone in asked.plan.milestones:
        forecast.of(milestone)
    return forecast
