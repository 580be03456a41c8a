"""The activities that would get a start of their own: from when to when, and how much later."""

from PySide6.QtWidgets import QWidget

from planner.domain.levelling import Levelling
from planner.domain.wording import day_text, span_text
from planner.ui.fields.read_table import ReadTable

MOST_ROWS_IN_VIEW = 9


class StartsTable(ReadTable):
    """A row for each later start, earliest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name_columns(
            (self.tr("Activity"), self.tr("Starts now"), self.tr("Would start"), self.tr("Later by")),
            self.tr("Activities that would start later"),
        )

    def fill(self, levelling: Levelling) -> None:
        """Show what would start later."""
        self.show_rows(
            [
                (
                    levelling.plan.activity(each.activity).title,
                    day_text(each.before),
                    day_text(each.after),
                    span_text((each.after - each.before).days),
                )
                for each in levelling.starts
            ]
        )
        self.setMinimumHeight(self.height_of(min(len(levelling.starts), MOST_ROWS_IN_VIEW)))
        self.setMaximumHeight(self.height_of(len(levelling.starts)))
