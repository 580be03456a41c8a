"""What would help a milestone that cannot land in time, in its banner; loaded with the first such one."""

from typing import TYPE_CHECKING

from planner.domain.items import Milestone
from planner.ui.fields.focus import arrange_focus
from planner.ui.inspector.banner import Banner
from planner.ui.inspector.page import Page

if TYPE_CHECKING:
    from planner.ui.impossible.lever_list import LeverList


class BannerLevers:
    """Below what the banner offers by itself: the hours that hold a date, and where that can go."""

    def __init__(self, banner: Banner, page: Page) -> None:
        self._banner = banner
        self._page = page
        self.list: LeverList | None = None

    def show(self, milestone: Milestone) -> None:
        """Offer what helps a milestone, where it is known to need help."""
        keeper = self._page.problems
        problem = None if keeper is None else keeper.of(milestone.id)
        if keeper is None or (problem is None and self.list is None):
            return
        from planner.domain.impossible.lever import LeverKind
        from planner.ui.impossible.lever_list import LeverList

        if self.list is None:
            self.list = LeverList(keeper, self._banner)
            self._banner.add_widget(self.list)
            arrange_focus(self._page)
        movable = () if milestone.fixed else (LeverKind.LATER_DATE,)
        self.list.show_problem(problem, without=(LeverKind.MORE_HOURS, *movable))
