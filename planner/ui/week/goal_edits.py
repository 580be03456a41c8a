"""Everything that can be done to the goals of the week on show: each is one undo step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from planner.domain.plan import Plan
from planner.domain.week import WeekPlan
from planner.domain.week_facts import WeekGoal
from planner.domain.week_notes import goals_to_keep, set_goals, suggest_goals_again, tick_goal, write_goal
from planner.ui.editor import Editor
from planner.ui.fields.text import filled


class GoalEdits(QObject):
    """Applies edits to goals; `week` gives the week as it is now. A changed suggestion is an own goal."""

    def __init__(self, editor: Editor, week: Callable[[], WeekPlan], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._week = week

    def tick(self, place: int, done: bool) -> None:
        """Mark a goal as done or not."""
        week = self._week()
        text = self.tr("Tick the goal %1") if done else self.tr("Take back the goal %1")
        self._editor.apply(filled(text, week.goals[place].text), tick_goal, week, place, done)

    def write(self, place: int, text: str) -> None:
        """Let a goal say something else."""
        self._editor.apply(
            filled(self.tr("Change the goal to %1"), text), write_goal, self._week(), place, text
        )

    def add(self, text: str) -> None:
        """Add a goal at the end."""
        self._keep(filled(self.tr("Add the goal %1"), text), [*self._goals(), WeekGoal(text=text)])

    def remove(self, place: int) -> bool:
        """Take a goal away; False where that was refused."""
        goals = self._goals()
        gone = goals.pop(place)
        return self._keep(filled(self.tr("Remove the goal %1"), gone.text), goals)

    def move(self, place: int, by: int) -> None:
        """Put a goal so many places further down."""
        goals = self._goals()
        moved = goals.pop(place)
        goals.insert(place + by, moved)
        text = self.tr("Move the goal %1 down") if by > 0 else self.tr("Move the goal %1 up")
        self._keep(filled(text, moved.text), goals)

    def suggest_again(self) -> None:
        """Let the schedule say what the week is for, beside what is ticked or the learner's own."""
        editor, first_day = self._editor, self._week().first_day
        text = self.tr("Replace the suggested goals")
        editor.apply(text, suggest_goals_again, editor.schedule, first_day, editor.today)

    def _goals(self) -> list[WeekGoal]:
        """The goals on show as the learner's own."""
        return list(goals_to_keep(self._week().goals))

    def _keep(self, text: str, goals: Sequence[WeekGoal]) -> bool:
        first_day = self._week().first_day
        kept = tuple(goals)

        def verb(plan: Plan) -> Plan:
            return set_goals(plan, first_day, kept)

        return self._editor.apply(text, verb)
