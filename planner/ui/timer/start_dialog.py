"""Asks what the timer is to run for; what is planned for today stands there already."""

from PySide6.QtWidgets import QFormLayout, QWidget

from planner.domain.items import ActivityId, StepId
from planner.domain.week import WeekPlan, week_plan
from planner.ui.editor import Editor
from planner.ui.inspector.ask import Question
from planner.ui.timer.controller import TimerController
from planner.ui.week.study_choice import StudyChoice

FIELD_WIDTH = 320


class StartTimerDialog(Question):
    """An activity, and one of its steps where it has them; accepting it starts the timer."""

    def __init__(self, controller: TimerController, editor: Editor, parent: QWidget) -> None:
        super().__init__(self.tr("Start the timer"), "", self.tr("Start"), parent)
        self._controller = controller
        week = week_plan(editor.plan, editor.schedule, editor.today, editor.today)
        activity, step = _next_of(week, editor)
        self.study = StudyChoice(editor.plan, activity, self)
        self.study.choose_step(step)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, field in (
            (self.tr("&Activity"), self.study.activities),
            (self.tr("&Step"), self.study.steps),
        ):
            field.setMinimumWidth(FIELD_WIDTH)
            form.addRow(caption, field)
        steps = self.study.steps
        self.study.steps_shown.connect(lambda shown: form.setRowVisible(steps, shown))
        form.setRowVisible(steps, steps.count() > 1)
        self.body.addLayout(form)
        self.study.activities.code_chosen.connect(self._check)
        self.study.activities.setFocus()
        self._check()

    def accept(self) -> None:
        """Start it, once an activity is chosen."""
        activity = self.study.activity
        if activity is not None:
            super().accept()
            self._controller.start(activity, self.study.step)

    def _check(self) -> None:
        self.accept_button.setEnabled(self.study.activity is not None)


def _next_of(week: WeekPlan, editor: Editor) -> tuple[ActivityId | None, StepId | None]:
    """The first session from today on in this week that has no logged minutes, else the first; else none."""
    ahead = [each for day in week.days if day.day >= editor.today for each in day.sessions]
    still_open = [each for each in ahead if not each.logged_minutes]
    found = (still_open or ahead)[:1]
    return (found[0].activity, found[0].step) if found else (None, None)
