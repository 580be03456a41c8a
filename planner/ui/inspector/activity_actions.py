"""What one can say about an activity at a press: finished, reopened, started, larger than thought."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QSizePolicy

from planner.domain import edits
from planner.domain.items import Activity
from planner.domain.wording import day_text, effort_number
from planner.ui.fields.flow import FlowRow
from planner.ui.inspector.ask import AskDay, AskHours
from planner.ui.inspector.page import Page


class ActivityActions(FlowRow):
    """A row of buttons; each question it asks is one undo step when it is answered."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._shown: Activity | None = None
        self.finish = self._button(self.tr("Mark finished…"), self._ask_finished)
        self.reopen = self._button(self.tr("Reopen"), self._reopen)
        self.started = self._button(self.tr("Started on…"), self._ask_started)
        self.more_hours = self._button(self.tr("Needs more hours…"), self._ask_more_hours)

    def show_activity(self, activity: Activity) -> None:
        """Offer what fits an activity as it is now."""
        self._shown = activity
        finished = activity.finished_on is not None
        for button in (self.finish, self.started, self.more_hours):
            button.setVisible(not finished)
        self.reopen.setVisible(finished)
        self.started.setText(
            self.tr("Started on…")
            if activity.started_on is None
            else self.tr("Started %1…").replace("%1", day_text(activity.started_on))
        )

    @property
    def _found(self) -> Activity:
        assert self._shown is not None
        return self._shown

    def _button(self, text: str, on_pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(on_pressed)
        self.add(button)
        return button

    def _ask_finished(self) -> None:
        title = self._found.title
        ask = AskDay(
            self.tr("Mark finished"),
            self.tr("On which day did you finish “%1”?").replace("%1", title),
            self.tr("Mark finished"),
            self._page.editor.today,
            self._page.look,
            self,
        )
        identity = self._found.id
        ask.answered.connect(
            lambda day: self._page.edit(
                self.tr("Mark %1 finished").replace("%1", title), edits.mark_finished, identity, day
            )
        )
        ask.open()

    def _reopen(self) -> None:
        self._page.edit(self.tr("Reopen %1").replace("%1", self._found.title), edits.reopen, self._found.id)

    def _ask_started(self) -> None:
        title, identity = self._found.title, self._found.id
        ask = AskDay(
            self.tr("Started on"),
            self.tr("On which day did you start “%1”?").replace("%1", title),
            self.tr("Keep this day"),
            self._page.editor.today,
            self._page.look,
            self,
            day=self._found.started_on,
        )
        text = self.tr("Say when %1 started").replace("%1", title)
        if self._found.started_on is not None:
            ask.add_way_out(
                self.tr("Not started yet"), lambda: self._page.edit(text, edits.mark_started, identity, None)
            )
        ask.answered.connect(lambda day: self._page.edit(text, edits.mark_started, identity, day))
        ask.open()

    def _ask_more_hours(self) -> None:
        title, identity = self._found.title, self._found.id
        ask = AskHours(
            self.tr("Needs more hours"),
            self.tr("How many hours more does “%1” need? Larger than thought is common.").replace(
                "%1", title
            ),
            self.tr("Add the hours"),
            5.0,
            self,
        )

        def grow(hours: float) -> None:
            text = self.tr("Give %1 %2 h more").replace("%2", effort_number(hours)).replace("%1", title)
            self._page.edit(text, edits.need_more_hours, identity, hours)

        ask.answered.connect(grow)
        ask.open()
