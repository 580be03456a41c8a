"""Two boxes that say what is studied: an activity, found by typing, and one of its steps."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QWidget

from planner.domain.items import Activity, ActivityId, StepId
from planner.domain.plan import Plan
from planner.domain.week import SessionState, week_plan
from planner.ui.editor import Editor
from planner.ui.fields.row_lists import MOST_SHOWN
from planner.ui.fields.typed_choice import TypedChoice


class StudyChoice(QObject):
    """The boxes are `activities` and `steps`; who asks places them. Activities stand in outline order.

    A chosen activity that is archived or finished is offered too: what was studied may be corrected.
    """

    def __init__(self, plan: Plan, chosen: ActivityId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self.activities = TypedChoice(self.tr("Type to find an activity"), parent)
        self.activities.setAccessibleName(self.tr("Activity"))
        self.activities.setMaxVisibleItems(MOST_SHOWN)
        self.steps = QComboBox(parent)
        self.steps.setAccessibleName(self.tr("Step"))
        self.activities.offer(_named(plan, chosen), chosen)
        self.activities.code_chosen.connect(self._offer_steps)
        self._offer_steps()

    @property
    def activity(self) -> ActivityId | None:
        """The chosen activity."""
        code = self.activities.code
        return None if code is None else ActivityId(code)

    @property
    def step(self) -> StepId | None:
        """The chosen step of it, if any."""
        found = self.steps.currentData()
        return None if found is None else StepId(found)

    def take_focus(self) -> None:
        """Let the keyboard begin here: what is typed replaces an activity that was only likely."""
        self.activities.setFocus()
        self.activities.text.selectAll()

    def choose_step(self, step: StepId | None) -> None:
        """Choose a step of the chosen activity, or none."""
        self.steps.setCurrentIndex(max(self.steps.findData(step), 0))

    def _offer_steps(self) -> None:
        self.steps.clear()
        self.steps.addItem(self.tr("None in particular"), None)
        if self.activity is not None:
            for step in self._plan.activity(self.activity).steps:
                self.steps.addItem(step.title, step.id)
        self.steps.setEnabled(self.steps.count() > 1)


def next_study(editor: Editor) -> tuple[ActivityId | None, StepId | None]:
    """What is likely studied next: the first session from today on in this week that is not done, else the
    first of them; else none.
    """
    week = week_plan(editor.plan, editor.schedule, editor.today, editor.today)
    ahead = [each for day in week.days if day.day >= editor.today for each in day.sessions]
    still_open = [each for each in ahead if each.state is not SessionState.DONE]
    found = (still_open or ahead)[:1]
    return (found[0].activity, found[0].step) if found else (None, None)


def _named(plan: Plan, chosen: ActivityId | None) -> list[tuple[str, str]]:
    """Name and id of each activity; where two are called the same, the group says which."""
    rows = [
        row
        for group in plan.ordered_phases
        for row in plan.rows_of_phase[group.id]
        if isinstance(row, Activity)
    ]
    if chosen is not None and chosen not in plan.active:
        rows.append(plan.activity(chosen))
    seen: dict[str, int] = {}
    for row in rows:
        seen[row.title] = seen.get(row.title, 0) + 1
    return [
        (row.title if seen[row.title] == 1 else f"{row.title} · {plan.phase(row.phase).title}", row.id)
        for row in rows
    ]
