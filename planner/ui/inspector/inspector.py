"""Inspector: the right column. It shows what is selected, and the whole plan when nothing is."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.domain.changes import Change, Changes, Table
from planner.domain.items import Activity, ActivityId, MilestoneId, PhaseId
from planner.ui.editor import Editor
from planner.ui.fields.focus import arrange_focus
from planner.ui.inspector.cue import Cue
from planner.ui.inspector.overview_page import OverviewPage
from planner.ui.inspector.page import Page
from planner.ui.inspector.several import Several
from planner.ui.theme_controller import ThemeController

if TYPE_CHECKING:  # each is loaded with its first page
    from planner.ui.forecasting.keeper import ForecastKeeper
    from planner.ui.impossible.keeper import ProblemKeeper
    from planner.ui.inspector.activity_page import ActivityPage
    from planner.ui.inspector.milestone_page import MilestonePage
    from planner.ui.inspector.phase_page import PhasePage

WIDTH = 300

SomePage = TypeVar("SomePage", bound=Page)


class Inspector(QScrollArea):
    """A column of one page at a time. It follows the editor by itself.

    Call `flush` before the plan closes, so that a note being typed is kept.
    """

    message = Signal(str)
    """One plain sentence for the status bar."""

    why_asked = Signal(str)
    """The learner wants to know why the item with this id is where it is; empty: the plan's finish."""

    item_requested = Signal(str)
    """The learner wants to see the item with this id."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = theme_controller
        self._shown: str | None = None
        self._forecasts: ForecastKeeper | None = None
        self._problems: ProblemKeeper | None = None
        self._pages: list[Page] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH)
        self.setAccessibleName(self.tr("Inspector"))
        column = QWidget(self)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.cue = Cue(self)
        self.several = Several(self)
        self._column.addWidget(self.several)
        self._page: Page = self.overview
        self.setWidget(column)
        editor.changed.connect(self.on_changed)
        editor.today_changed.connect(self._on_today_changed)
        theme_controller.changed.connect(self._on_today_changed)
        self.show_node(None)

    @cached_property
    def overview(self) -> OverviewPage:
        """The plan as a whole. Pages are built when they are first shown, so that the window opens soon."""
        return self._add(OverviewPage(self._editor, self._look, self))

    @cached_property
    def milestone(self) -> "MilestonePage":
        """The page for a milestone."""
        from planner.ui.inspector.milestone_page import MilestonePage

        return self._add(MilestonePage(self._editor, self._look, self))

    @cached_property
    def activity(self) -> "ActivityPage":
        """The page for an activity."""
        from planner.ui.inspector.activity_page import ActivityPage

        return self._add(ActivityPage(self._editor, self._look, self))

    @cached_property
    def phase(self) -> "PhasePage":
        """The page for a phase."""
        from planner.ui.inspector.phase_page import PhasePage

        return self._add(PhasePage(self._editor, self._look, self))

    @property
    def shown(self) -> str | None:
        """The id of the item shown; None for the plan as a whole."""
        return self._shown

    def show_node(self, item_id: str | None) -> None:
        """Show an activity, a milestone or a phase by its id; None, or an unknown id, shows the plan."""
        self._page.flush()
        page = self._page_for(item_id)
        self._shown = None if page is self.overview else item_id
        page.show_item(item_id or "")
        arrange_focus(page)
        if page is not self._page or page.isHidden():
            self._page.hide()
            page.show()
            self._page = page
        self.verticalScrollBar().setValue(0)

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Say at the top how many rows are chosen, where they are more than the one shown."""
        self.several.show_chosen(len(ids))

    def on_changed(self, changes: Changes) -> None:
        """Follow an edit, an undo or a redo."""
        if self._page_for(self._shown) is not self._page:
            self.show_node(None)
        elif any(self._concerns(each) for each in changes):
            self._page.refresh()

    def follow_forecast(self, keeper: "ForecastKeeper") -> None:
        """Say from now on what the keeper knows."""
        self._forecasts = keeper
        for page in self._pages:
            page.forecasts = keeper
        keeper.changed.connect(lambda: self._page.show_forecast())
        self._page.show_forecast()

    def follow_problems(self, keeper: "ProblemKeeper") -> None:
        """Say from now on what cannot be."""
        self._problems = keeper
        for page in self._pages:
            page.problems = keeper
        keeper.changed.connect(self._show_problems)
        self._show_problems()

    def take_focus(self) -> None:
        """Let the keyboard go on in the inspector, at the first thing that can be edited, and show that."""
        self._page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.cue.show_for_a_moment(self._look.theme.colour("accent"))

    def flush(self) -> None:
        """Keep what was typed and is not in the plan yet."""
        self._page.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when the column goes away."""
        super().hideEvent(event)
        self.flush()

    def _show_problems(self) -> None:
        self._page.show_problems()

    def _on_today_changed(self) -> None:
        self._page.refresh()

    def _add(self, page: SomePage) -> SomePage:
        page.message.connect(self.message)
        page.item_requested.connect(self.item_requested)
        page.why_asked.connect(lambda: self.why_asked.emit(self._shown or ""))
        page.forecasts = self._forecasts
        page.problems = self._problems
        self._pages.append(page)
        page.hide()
        self._column.addWidget(page)
        return page

    def _page_for(self, item_id: str | None) -> Page:
        plan = self._editor.plan
        if item_id is None:
            return self.overview
        if ActivityId(item_id) in plan.active:
            return self.activity
        if MilestoneId(item_id) in plan.milestones:
            return self.milestone
        return self.phase if PhaseId(item_id) in plan.phases else self.overview

    def _concerns(self, change: Change) -> bool:
        """Whether a change can be seen on this page: notes, ticks and hours of other items cannot."""
        before, after = change.before, change.after
        if change.table is Table.SESSIONS:
            return self._page is not self.milestone
        if change.table is Table.CHECKLIST:
            owners = {getattr(before, "milestone", None), getattr(after, "milestone", None)}
            return self._page is self.overview or self._shown in owners
        if isinstance(before, Activity) and isinstance(after, Activity) and change.key != self._shown:
            return before.note == after.note
        return True
