"""Adding activities, milestones, fixed dates and groups."""

from datetime import date

from planner.domain.arrange import add_group, move_rows
from planner.domain.fixed_dates import add_fixed_date
from planner.domain.items import ActivityId, MilestoneId, Phase, PhaseId, new_id
from planner.domain.outline_order import outermost, parent_of
from planner.domain.plan import Plan
from planner.domain.structure import add_activity, add_milestone
from planner.domain.wording import day_text, isolated
from planner.ui.add_dialog import AddDialog
from planner.ui.commands.family import Family
from planner.ui.fixed_date_dialog import FixedDateDialog
from planner.ui.group_dialog import GroupDialog


class AddingCommands(Family):
    """Each asks for what is new, adds it as one undo step, and tells its id through `made`.

    With a day that is its date; with a group it goes in there, else where what is selected lies.
    """

    def add_activity(self, day: date | None = None, group: PhaseId | None = None) -> None:
        """Ask for a new activity and add it, behind what is selected unless the learner says otherwise."""
        dialog = self._dialog(day, group, activity=True)
        if dialog is None or not self.ask(dialog):
            return
        new = ActivityId(new_id())
        added = self._editor.apply(
            self.tr("Add {title}").format(title=isolated(dialog.title)),
            add_activity,
            new,
            dialog.group,
            dialog.title,
            dialog.hours,
            dialog.kind,
            follows=dialog.follows,
            not_before=dialog.day or (self._editor.today if dialog.follows is None else None),
        )
        if added:
            self.made.emit((new,))

    def add_milestone(self, day: date | None = None, group: PhaseId | None = None) -> None:
        """Ask for a new milestone and add it."""
        dialog = self._dialog(day, group, activity=False)
        if dialog is None or not self.ask(dialog):
            return
        new = MilestoneId(new_id())
        added = self._editor.apply(
            self.tr("Add {title}").format(title=isolated(dialog.title)),
            add_milestone,
            new,
            dialog.group,
            dialog.title,
            dialog.day,
            follows=dialog.follows,
        )
        if added:
            self.made.emit((new,))

    def add_fixed_date(self, day: date | None = None, group: PhaseId | None = None) -> None:
        """Ask for a date given from outside and add it as a milestone that nothing moves."""
        group = group or self._group()
        if group is None:
            return
        dialog = FixedDateDialog(self._editor.schedule, group, self._editor.today, self._window, day)
        if not self.ask(dialog) or dialog.day is None:
            return
        new = MilestoneId(new_id())
        added = self._editor.apply(
            self.tr("Add {title} on {day}").format(title=isolated(dialog.title), day=day_text(dialog.day)),
            add_fixed_date,
            new,
            dialog.group,
            dialog.title,
            dialog.day,
            prepared_by=dialog.prepared_by,
            then=dialog.then,
        )
        if added:
            self.made.emit((new,))

    def add_on(self, action_id: str, day: date, group: PhaseId | None) -> None:
        """Ask for what an action adds, with its day filled in."""
        asks = {
            "add-activity": self.add_activity,
            "add-milestone": self.add_milestone,
            "add-fixed-date": self.add_fixed_date,
        }
        asks[action_id](day, group)

    def add_group(self) -> None:
        """Ask for a new group and add it, with the selected rows in it if the learner says so."""
        plan = self._editor.plan
        rows = outermost(plan, [each.id for each in self.chosen.rows])
        inside = parent_of(rows[0]) if rows else None
        dialog = GroupDialog(plan, inside, len(rows), self._window)
        if not self.ask(dialog):
            return
        new = PhaseId(new_id())
        parent, title = dialog.inside, dialog.title
        behind = rows[-1].id if rows and parent_of(rows[-1]) == parent else None
        taken = [each.id for each in rows] if dialog.takes_rows else []

        def group_them(before: Plan) -> Plan:
            added = add_group(before, new, title, parent, behind=behind)
            return move_rows(added, taken, new, None) if taken else added

        if self._editor.apply(self.tr("Add {title}").format(title=title), group_them):
            self.made.emit((new,))

    def _dialog(self, day: date | None, group: PhaseId | None, *, activity: bool) -> AddDialog | None:
        group = group or self._group()
        if group is None:
            return None
        behind = self.chosen.items[-1].id if self.chosen.items and day is None else None
        editor = self._editor
        return AddDialog(
            editor.plan, group, editor.today, self._window, activity=activity, behind=behind, day=day
        )

    def _group(self) -> PhaseId | None:
        """The group a new item goes into unless the learner chooses another: the one of what is selected."""
        plan, rows = self._editor.plan, self.chosen.rows
        if rows:
            last = rows[-1]
            return last.id if isinstance(last, Phase) else last.phase
        return plan.ordered_phases[0].id if plan.ordered_phases else None
