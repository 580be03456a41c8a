"""Dragging one of several selected items, or a group: all of them move."""

from collections.abc import Sequence
from datetime import date

from planner.domain.items import Activity, Milestone, MilestoneId, Phase
from planner.domain.schedule import Schedule
from planner.domain.shifting import Shift, staying_sentence
from planner.domain.wording import day_text, isolated
from planner.ui.timeline.drag_words import Line, hold_lines, landing_line
from planner.ui.timeline.gestures.base import QUICK_ITEMS, Guide, Stage
from planner.ui.timeline.gestures.item_drag import ItemDrag
from planner.ui.timeline.moves import Move, shown_day
from planner.ui.timeline.shifts import Shifted, first_bar, shifted, why_no_further
from planner.ui.timeline.words import translate


class MoveGroup(ItemDrag):
    """Drag a selected item or a group: all that is meant moves by as many days; what stays is named."""

    def __init__(self, stage: Stage, held: Activity | Milestone | Phase, ids: Sequence[str]) -> None:
        super().__init__(stage, held.id, shown_day(stage.editor.schedule, held))
        self.held = held
        self.finish = isinstance(held, Milestone)
        plan = stage.editor.plan
        self.shift = Shift(plan, ids, self.before)
        self.besides = frozenset(self.shift.moving)
        self._staying = staying_sentence(plan, ids)
        self._bar = first_bar(plan, self.before, self.shift, held)
        self._diamonds = [each for each in plan.milestones if each in self.besides]
        self._advice: dict[date, tuple[Line, ...]] = {}
        self._shifted: Shifted | None = None

    def move_to(self, day: date) -> Move:
        self._shifted = shifted(self.shift, self.before, (day - self.origin).days, self.held)
        return self._shifted.move

    def after(self, move: Move) -> Schedule:
        assert self._shifted is not None
        return self._shifted.schedule

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        assert self._shifted is not None
        stands = translate("“{title}”: {day}").format(
            title=isolated(self.held.title), day=day_text(self._stands(after))
        )
        lines = [Line(self._shifted.headline, "tooltip_text"), Line(stands)]
        if self._bar is not None and self._has_no_date_left(self._bar, after):
            lines.append(Line(translate("Starts as soon as it can: no date of its own")))
        late = self._late(after)
        if late is not None:
            landing = landing_line(after, late, named=late != self.held.id)
            if landing is not None:
                lines.append(landing)
            if len(after.graph.nodes) <= QUICK_ITEMS:
                self._advise(late, after)
            lines += self._advice.get(self._day, ())
        if self._staying:
            lines.append(Line(self._staying, "tooltip_danger"))
        return lines

    def rest(self) -> None:
        """In a large plan, work out now what would hold a target among them that is missed."""
        proposal = self.proposal
        if proposal is None or proposal.schedule is None or self._day in self._advice:
            return
        late = self._late(proposal.schedule)
        if late is not None:
            self._advise(late, proposal.schedule)
            self.propose_again()

    def held_back(self, after: Schedule) -> str:
        return why_no_further(after, self.before, self._bar, (self._day - self.origin).days)

    def stays(self) -> str:
        return translate("What they wait for lets them start no earlier.")

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        half = 0.5 if self.finish else 0
        day = self._stands(after)
        stands = Guide(day, day.toordinal() + half)
        return (Guide(self._day, self._day.toordinal() + half), stands) if self._day < day else (stands,)

    def _changes(self, after: Schedule) -> bool:
        return self._shifted is not None and self._shifted.count > 0

    def _has_no_date_left(self, bar: Activity, after: Schedule) -> bool:
        return bar.not_before is not None and after.plan.activity(bar.id).not_before is None

    def _late(self, after: Schedule) -> MilestoneId | None:
        """The first of the diamonds moved whose target its work misses; the held one before others."""
        late = [each for each in self._diamonds if (after.margin_days(each) or 0) < 0]
        return next((each for each in late if each == self.held.id), next(iter(late), None))

    def _advise(self, late: MilestoneId, after: Schedule) -> None:
        if self._day not in self._advice:
            self._advice[self._day] = hold_lines(after, late, self.stage.editor.today)

    def _stands(self, after: Schedule) -> date:
        """The day the one that is held comes to stand on."""
        if isinstance(self.held, Phase):
            return shown_day(after, self.held)
        return shown_day(after, after.plan.node(self.held.id))
