"""What is remembered between runs about the forecast: the distribution efforts are drawn from."""

from planner.domain.forecast.shapes import Shape
from planner.ui.settings import Settings

_SHAPE = "forecast/shape"


class KeptShape:
    """The learner's choice; what makes no sense reads as never chosen."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def shape(self) -> Shape:
        """PERT until another is chosen."""
        kept = self._settings.value(_SHAPE, Shape.PERT.value)
        return Shape(kept) if kept in set(Shape) else Shape.PERT

    @shape.setter
    def shape(self, shape: Shape) -> None:
        self._settings.set_value(_SHAPE, shape.value)
