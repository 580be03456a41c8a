"""The plan as it was when a sheet was printed, laid out again once for each revision asked for."""

from datetime import date

from planner.domain.paper_entry import Sheet, sheet_of
from planner.domain.schedule import Schedule, schedule
from planner.ui.editor import Editor


class PrintedPlans:
    """Makes sheets of an editor's plan as they were printed."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._schedules: dict[int, Schedule] = {}

    def sheet(self, first_day: date, revision: int, printed_on: date) -> Sheet:
        """The sheet of a week, with what is logged now; raises `MilepostError` for an unknown revision."""
        document = self._editor.document
        if revision not in self._schedules:
            now = revision == document.revision
            self._schedules[revision] = self._editor.schedule if now else schedule(document.plan_at(revision))
        laid_out = self._schedules[revision]
        return sheet_of(laid_out.plan, laid_out, first_day, printed_on, self._editor.plan)
