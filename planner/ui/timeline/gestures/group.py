"""Dragging one of several selected items, or a group: all of them move."""

from collections.abc import Sequence
from datetime import date

from planner.domain.items import Activity, Milestone, Phase
from planner.domain.schedule import Schedule
from planner.domain.shifting import Shift, staying_sentence
from planner.domain.wording import day_text
from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.gestures.base import Guide, Stage
from planner.ui.timeline.gestures.item_drag import ItemDrag
from planner.ui.timeline.moves import Move, shift_all, shown_day
from planner.ui.timeline.words import counted_days, translate


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

    def move_to(self, day: date) -> Move:
        return shift_all(self.shift, (day - self.origin).days)

    def after(self, move: Move) -> Schedule:
        return self.shift.scheduled(self.stage.editor.plan, (self._day - self.origin).days)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        days = (self._day - self.origin).days
        count = len(self.besides)
        items = translate("1 item") if count == 1 else translate("{count} items").format(count=count)
        form = translate("{items} → {days} later") if days > 0 else translate("{items} → {days} earlier")
        headline = form.format(items=items, days=counted_days(abs(days)))
        stands = translate("“{title}”: {day}").format(
            title=self.held.title, day=day_text(self._stands(after))
        )
        lines = [Line(headline, "tooltip_text"), Line(stands)]
        if self._staying:
            lines.append(Line(self._staying, "tooltip_danger"))
        return lines

    def stays(self) -> str:
        return translate("What they wait for lets them start no earlier.")

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        day = self._stands(after)
        return (Guide(day, day.toordinal() + (0.5 if self.finish else 0)),)

    def _stands(self, after: Schedule) -> date:
        """The day the one that is held comes to stand on."""
        if isinstance(self.held, Phase):
            return shown_day(after, self.held)
        return shown_day(after, after.plan.node(self.held.id))
