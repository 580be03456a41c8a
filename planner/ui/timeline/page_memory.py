"""How the timeline page is looked at, as values that JSON knows, and back: kept for each plan."""

from collections.abc import Mapping
from typing import Any

from planner.ui.timeline.axis import bounded
from planner.ui.timeline.options import options_from, state_of
from planner.ui.timeline.outline_header import OutlineHeader
from planner.ui.timeline.page_frame import PageFrame, numbers
from planner.ui.timeline.row_zoom import rows_zoom_from, state_of_rows
from planner.ui.timeline.rows_keeper import RowsKeeper
from planner.ui.timeline.selection_keeper import SelectionKeeper
from planner.ui.timeline.view import TimelineView

MOST_PIXELS = 2**30


class PageMemory:
    """Zoom, place, folding, filter, order, columns, selection and sizes of one page."""

    def __init__(
        self,
        view: TimelineView,
        columns: OutlineHeader,
        keeper: RowsKeeper,
        chosen: SelectionKeeper,
        frame: PageFrame,
    ) -> None:
        self._view = view
        self._columns = columns
        self._keeper = keeper
        self._chosen = chosen
        self._frame = frame
        self._wanted_top: int | None = None

    @property
    def state(self) -> dict[str, Any]:
        """All of it."""
        return {
            "fitted": self._view.fitted,
            "left": self._view.scale.left,
            "px_per_day": self._view.scale.px_per_day,
            "top": self._view.rows_bar.value(),
            "options": state_of(self._view.options),
            "rows": state_of_rows(self._view.row_zoom),
            "columns": self._columns.choice,
            **self._keeper.state,
            **self._chosen.state,
            **self._frame.state,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show what `state` gave, but for the rows' scrolling; what makes no sense is left as it is."""
        view = self._view
        self._frame.restore(state)
        self._columns.restore(state.get("columns"))
        self._keeper.restore(state)
        view.show_options(options_from(state.get("options")))
        view.show_row_zoom(rows_zoom_from(state.get("rows")))
        zoom = numbers([state.get("left"), state.get("px_per_day")], 2)
        if zoom and not state.get("fitted", True):
            view.show_scale(bounded(zoom[0], zoom[1], view.width()))
        self._chosen.restore(state)
        if top := numbers([state.get("top")], 1):
            self._wanted_top = min(int(top[0]), MOST_PIXELS)

    def scroll_as_wanted(self) -> None:
        """Scroll to where the rows stood, once they have their room."""
        if self._wanted_top is not None:
            self._view.rows_bar.setValue(self._wanted_top)
            self._wanted_top = None
