"""Shift and a drag over empty chart: a band around what is to be selected."""

from PySide6.QtCore import QPointF, Qt

from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import Schedule
from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.gestures.base import Band, Gesture, Modifiers, Proposal, Stage
from planner.ui.timeline.rows import RowKind, Rows
from planner.ui.timeline.words import translate


class RubberBand(Gesture):
    """Selects the bars and diamonds that the band touches; with Ctrl they are added to the selection."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, *, add: bool) -> None:
        super().__init__(stage)
        self._add = add
        self._ids: tuple[str, ...] = ()

    def start(self, at: QPointF) -> None:
        # Kept in days and rows, so that the corner stays where it is while the chart scrolls.
        self._corner = self._place(at)

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        (x0, y0), (x1, y1) = self._corner, self._place(to)
        band = Band(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))
        row_height = self.stage.settled.viewport.row_height
        first, last = int(band.top // row_height), int(band.bottom // row_height)
        self._ids = items_within(self.stage.rows, self.stage.editor.schedule, band, first, last)
        count = len(self._ids)
        form = translate("Selects {count} items") if count != 1 else translate("Selects 1 item")
        text = form.format(count=count) if count else translate("Selects nothing")
        self.stage.propose(Proposal(band=band, lines=(Line(text, "tooltip_text"),)))

    def end(self) -> None:
        self.stage.propose(None)
        self.stage.select_many(self._ids, add=self._add)

    def cancel(self) -> None:
        self.stage.propose(None)

    def _place(self, at: QPointF) -> tuple[float, float]:
        return self.stage.scale.day(at.x()), self.stage.below_header(at).y() + self.stage.settled.viewport.top


def items_within(rows: Rows, schedule: Schedule, band: Band, first: int, last: int) -> tuple[str, ...]:
    """The bars and diamonds of the rows from first to last whose days the band touches, in row order."""
    found = []
    for row in rows.rows[max(first, 0) : last + 1]:
        if row.kind is RowKind.PHASE:
            continue
        if row.kind is RowKind.MILESTONE:
            begins = ends = schedule.shown_day(MilestoneId(row.id)).toordinal()
        else:
            begins = schedule.start_day(ActivityId(row.id)).toordinal()
            ends = schedule.finish_day(ActivityId(row.id)).toordinal()
        if begins < band.last and ends + 1 > band.first:
            found.append(row.id)
    return tuple(found)
