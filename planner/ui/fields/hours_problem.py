"""The sentence under boxes for hours that says what cannot be taken."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.ui.fields.growing import grow_around
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.text import TextLabel


class HoursProblem(TextLabel):
    """Names the first figure that does not fit; hidden while all do."""

    def __init__(self, boxes: Sequence[HoursField], parent: QWidget) -> None:
        super().__init__(role="danger", parent=parent)
        self._boxes = boxes
        for box in boxes:
            box.typed.connect(self._tell)

    def _tell(self) -> None:
        self.say(problem_of(self._boxes))
        grow_around(self)


def problem_of(boxes: Sequence[HoursField]) -> str:
    """The first problem among boxes; empty when each fits."""
    return next((each.problem for each in boxes if each.problem), "")
