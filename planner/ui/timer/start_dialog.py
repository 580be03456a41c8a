"""Asks what the timer is to run for; what is planned for today stands there already."""

from PySide6.QtWidgets import QFormLayout, QWidget

from planner.ui.editor import Editor
from planner.ui.inspector.ask import Question
from planner.ui.timer.controller import TimerController
from planner.ui.week.study_choice import StudyChoice, next_study

FIELD_WIDTH = 320


class StartTimerDialog(Question):
    """An activity, and one of its steps where it has them; accepting it starts the timer."""

    def __init__(self, controller: TimerController, editor: Editor, parent: QWidget) -> None:
        super().__init__(self.tr("Start the timer"), "", self.tr("Start"), parent)
        self._controller = controller
        activity, step = next_study(editor)
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
        self.body.addLayout(form)
        self.study.activities.code_chosen.connect(self._check)
        self.study.take_focus()
        self._check()

    def accept(self) -> None:
        """Start it, once an activity is chosen."""
        activity = self.study.activity
        if activity is not None:
            super().accept()
            self._controller.start(activity, self.study.step)

    def _check(self) -> None:
        self.accept_button.setEnabled(self.study.activity is not None)
