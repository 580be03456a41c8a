"""The learner's own dates of the selected items: let go of, fixed, made movable."""

from planner.domain.edits import fix_date, move_activity, retarget
from planner.domain.items import Activity, Milestone, NodeId
from planner.domain.plan import Plan
from planner.domain.wording import day_text, isolated
from planner.ui.commands.chosen import named
from planner.ui.commands.family import Family
from planner.ui.date_moves import dates_of
from planner.ui.dates_dialog import SetDateDialog


class DateCommands(Family):
    """Each is one undo step, whatever is selected; items it does not fit are left as they are."""

    def set_date(self) -> None:
        """Ask for a date in words and set it; of several rows, or a group, all move by as much."""
        rows = self.chosen.rows
        if dates_of(rows):
            self.ask(SetDateDialog(self._editor, rows, self._window))

    def let_go(self) -> None:
        """Let the selected items fall where the plan has them, without dates of their own."""
        chosen = self.chosen
        found: list[Activity | Milestone] = [
            *(each for each in chosen.activities if each.not_before is not None),
            *(each for each in chosen.milestones if each.target is not None and not each.fixed),
        ]
        if found:
            text = self.tr("Let go of the date of {title}").format(title=named(found))
            self.apply_to_each(text, [each.id for each in found], let_go)

    def fix(self) -> None:
        """Fix the selected milestones where their diamonds stand: no drag and no catching up moves them."""
        found = [each for each in self.chosen.milestones if not each.fixed]
        if not found:
            return
        days = {each.id: self._editor.schedule.shown_day(each.id) for each in found}

        def fix_all(plan: Plan) -> Plan:
            for milestone, day in days.items():
                plan = fix_date(plan, milestone, day)
            return plan

        text = self.tr("Fix {title}").format(title=named(found))
        if len(found) == 1:
            day = day_text(days[found[0].id])
            text = self.tr("Fix {title} on {day}").format(title=isolated(found[0].title), day=day)
        self._editor.apply(text, fix_all)

    def free(self) -> None:
        """Let the dates of the selected milestones be moved again."""
        found = [each for each in self.chosen.milestones if each.fixed]
        if found:
            text = self.tr("Make {title} movable").format(title=named(found))
            self.apply_to_each(text, [each.id for each in found], fix_date, None)


def let_go(plan: Plan, node: NodeId) -> Plan:
    """Drop the own date of an activity or a milestone."""
    found = plan.node(node)
    if isinstance(found, Activity):
        return move_activity(plan, found.id, None)
    return retarget(plan, found.id, None)
