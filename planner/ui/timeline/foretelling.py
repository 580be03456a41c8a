"""What the chart knows of the forecast: the plan's own, and what a drag in progress would make of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.ui.forecasting.words import card_line
from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.gestures.base import QUICK_ITEMS, Proposal

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast
    from planner.ui.forecasting.keeper import ForecastKeeper

RESTING_MS = 40
"""A pointer that has not moved for so long rests: with all samples the forecast is there within 100 ms."""


class Foretelling(QObject):
    """Adds to a proposal what the forecast says of it: from few samples in each step, from all at rest.

    In large plans it waits for the rest; the bands are the plan's own until then.
    """

    renewed = Signal()
    """The plan's own forecast is another."""

    rested = Signal(object)
    """The proposal, with its forecast from all samples."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper: ForecastKeeper | None = None
        self._asked: Proposal | None = None
        self._told: Proposal | None = None
        self._let_go: Forecast | None = None
        self._bridge: Forecast | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTING_MS)
        self._rest.timeout.connect(self._on_rest)

    @property
    def forecast(self) -> "Forecast | None":
        """The forecast of the plan as it is in the file; None before the first."""
        return self._bridge or (None if self._keeper is None else self._keeper.forecast)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What the forecast says of what is proposed now, for a card; nothing where the finish stays."""
        found = self._told.forecast if self._told is not None else None
        return () if found is None else self._lines_of(found)

    def follow(self, keeper: "ForecastKeeper") -> None:
        """Know from now on what the keeper knows."""
        self._keeper = keeper
        keeper.changed.connect(self._on_renewed)

    def on_plan_changed(self) -> None:
        """What was foretold of a drag that was just let go holds until the plan's own forecast is there."""
        self._bridge, self._let_go = self._let_go, None

    def foretold(self, proposal: Proposal | None) -> Proposal | None:
        """The proposal with what the forecast says of it now; from all samples it follows by `rested`."""
        if proposal is not None and proposal is self._asked:
            return self._told
        self._rest.stop()
        if proposal is None and self._told is not None:
            self._let_go = self._told.forecast
            QTimer.singleShot(0, self, self._forget)
        self._asked = self._told = proposal
        if proposal is None or proposal.schedule is None or self._keeper is None or self.forecast is None:
            return proposal
        after = proposal.schedule
        if len(after.graph.nodes) <= QUICK_ITEMS:
            self._told = self._with(proposal, self._keeper.of_proposed(after.plan, after.graph))
        self._rest.start()
        return self._told

    def _forget(self) -> None:
        """No edit came of the drag: it was given up."""
        self._let_go = None

    def _on_renewed(self) -> None:
        self._bridge = None
        self.renewed.emit()

    def _on_rest(self) -> None:
        proposal = self._asked
        if proposal is None or proposal.schedule is None or self._keeper is None:
            return
        after = proposal.schedule
        self._keeper.ask_in_full(after.plan, after.graph, lambda found: self._on_found(proposal, found))

    def _on_found(self, proposal: Proposal, forecast: "Forecast") -> None:
        if proposal is self._asked:
            self._told = self._with(proposal, forecast)
            self.rested.emit(self._told)

    def _with(self, proposal: Proposal, forecast: "Forecast") -> Proposal:
        """The proposal with its forecast, told on the card where there is one and the finish moves."""
        lines = (*proposal.lines, *self._lines_of(forecast)) if proposal.lines else ()
        return replace(proposal, forecast=forecast, lines=lines)

    def _lines_of(self, forecast: "Forecast") -> tuple[Line, ...]:
        now = self.forecast
        if now is None or self._keeper is None:
            return ()
        before, after = now.finish.p50, self._keeper.proposed_half(forecast)
        return (Line(card_line(before, after)),) if before != after else ()
