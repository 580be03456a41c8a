"""How high the rows are: as one reads them well, closer together, or as low as all of them fit. No Qt."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any

LEAST_HEIGHT = 0.02
"""In pixels: room for fifty rows a line of pixels."""

COMPACT_PART = 0.7
LEAST_COMPACT = 18.0
STEP = 1.25
"""By how much one notch of the wheel makes rows higher."""


class RowFit(StrEnum):
    """What decides the height of the rows."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    ALL = "all"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class RowZoom:
    """The learner's choice; `own` is the height in pixels where they chose one."""

    fit: RowFit = RowFit.COMFORTABLE
    own: float = 0.0

    def height(self, comfortable: float, room: float, rows: int) -> float:
        """How high a row is, in pixels: at most `comfortable`. `room` is what all the rows in view share."""
        if self.fit is RowFit.COMPACT:
            return min(max(float(round(comfortable * COMPACT_PART)), LEAST_COMPACT), comfortable)
        if self.fit is RowFit.ALL and rows:
            return bounded_height(room / rows, comfortable)
        if self.fit is RowFit.OWN:
            return bounded_height(self.own, comfortable)
        return comfortable


COMFORTABLE = RowZoom()


def bounded_height(height: float, comfortable: float) -> float:
    """A height that rows can have."""
    return min(max(height, LEAST_HEIGHT), comfortable)


def zoomed_rows(height: float, notches: float, comfortable: float, room: float, rows: int) -> RowZoom:
    """Higher rows by so many notches, lower where negative: no lower than all need to be in view."""
    least = min(room / rows if rows else comfortable, comfortable)
    wanted = height * STEP**notches
    if wanted >= comfortable:
        return COMFORTABLE
    return RowZoom(RowFit.ALL) if wanted <= least else RowZoom(RowFit.OWN, wanted)


def state_of_rows(zoom: RowZoom) -> dict[str, Any]:
    """The choice as values that JSON knows."""
    return {"fit": zoom.fit.value, "own": zoom.own}


def rows_zoom_from(state: object) -> RowZoom:
    """The choice that `state_of_rows` gave; comfortable rows for what makes no sense."""
    if not isinstance(state, dict) or state.get("fit") not in tuple(RowFit):
        return COMFORTABLE
    own = state.get("own")
    sensible = isinstance(own, int | float) and isfinite(own) and own > 0
    fit = RowFit(state["fit"])
    if fit is RowFit.OWN and not sensible:
        return COMFORTABLE
    return RowZoom(fit, float(own) if sensible and isinstance(own, int | float) else 0.0)
