"""Whether the path needs an activity: what is optional may be tried without in *What if*."""

from planner.domain import edits
from planner.domain.items import Activity
from planner.domain.wording import isolated
from planner.ui.fields.check_row import CheckRow
from planner.ui.inspector.page import Page


class OptionalRow(CheckRow):
    """A box to tick; a tick is one undo step."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.tr("Optional"), page)
        self._page = page
        self._shown: Activity | None = None
        self.setToolTip(
            self.tr(
                "What is optional can be dropped when time is short: Plan › What if… shows what that does."
            )
        )
        self.clicked.connect(self._set_optional)

    def show_activity(self, activity: Activity) -> None:
        """Show whether an activity is optional."""
        self._shown = activity
        self.box.show_checked(not activity.required)

    def _set_optional(self, optional: bool) -> None:
        assert self._shown is not None
        words = self.tr("Make %1 optional") if optional else self.tr("Make %1 required")
        text = words.replace("%1", isolated(self._shown.title))
        self._page.edit(text, edits.set_required, self._shown.id, not optional)
