"""What the charts need of a forecast: days at four chances, for the finish and for each milestone."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from planner.domain.items import NodeId
from planner.domain.plan import Plan


class Range(Protocol):
    """Days by which something is done with a chance of 1 in 10, 1 in 2, 8 in 10 and 9 in 10."""

    @property
    def p10(self) -> date: ...
    @property
    def p50(self) -> date: ...
    @property
    def p80(self) -> date: ...
    @property
    def p90(self) -> date: ...


class Foreseen(Protocol):
    """The ranges of the finish and of each item, for a plan as it was a moment ago."""

    @property
    def plan(self) -> Plan: ...

    @property
    def finish(self) -> Range: ...

    def of(self, node: NodeId) -> Range:
        """The range of a milestone's landing."""
        ...

    def hours_by(self, days: Sequence[date], parts: Sequence[float]) -> list[tuple[list[float], float]]:
        """For each part of the samples that finish earlier the hours of study by the end of each day, and
        those in all.
        """
        ...
