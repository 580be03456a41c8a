"""Enter from paper: the minutes written on a printed week, typed back as a line or beside the list."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.domain.errors import MilepostError
from planner.domain.paper_entry import Sheet, enter_from_paper
from planner.domain.paper_goals import goals_done, tick_paper_goals
from planner.domain.paper_text import PaperText, read_paper, with_amount
from planner.domain.plan import Plan
from planner.domain.wording import minutes_text
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.inspector.ask import Question
from planner.ui.paper.goal_ticks import GoalTicks
from planner.ui.paper.leaving import ask_to_leave
from planner.ui.paper.minutes_text import MinutesText
from planner.ui.paper.printed_plans import PrintedPlans
from planner.ui.paper.session_list import SessionList
from planner.ui.paper.sheet_choice import SheetChoice
from planner.ui.screen import resize_within_screen
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController

_MOST_PROBLEMS = 3


class PaperDialog(Question):
    """Takes numbers and minutes, shows what they do, and logs them in one step."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        settings: Settings,
        first_day: date,
        parent: QWidget,
    ) -> None:
        """`first_day` lies in the week to begin with."""
        super().__init__(
            self.tr("Enter from paper"),
            self.tr(
                "Type each session’s number and its minutes, with commas between: 3 45, 4 0, 7 90. "
                "0 is for what was not done, x for what took as long as planned."
            ),
            self.tr("&Log the minutes"),
            parent,
        )
        self._editor = editor
        self._printed = PrintedPlans(editor)
        self._sheet: Sheet | None = None
        self._read = PaperText({}, ())
        self.choice = SheetChoice(editor, theme_controller, settings, first_day, self)
        self.text = MinutesText(self)
        self.problem = TextLabel(role="danger", parent=self)
        self.goals = GoalTicks(self)
        self.sessions = SessionList(self.goals, self)
        self.outcome = TextLabel(role="strong", parent=self)
        self._lay_out()
        self._connect()
        self._show_sheet()
        self.text.setFocus()

    @property
    def minutes(self) -> Mapping[int, int]:
        """What was understood, by session number."""
        return self._read.minutes

    @property
    def ticks(self) -> Mapping[int, bool]:
        """The goals whose ticks would change, by their places."""
        if self._sheet is None:
            return {}
        now = goals_done(self._editor.plan, self._sheet)
        return {place: ticked for place, ticked in enumerate(self.goals.ticked) if ticked != now[place]}

    def accept(self) -> None:
        """Log what was typed as one step, also while it is still being typed."""
        self.choice.take_text()
        if self._sheet is None or not self.accept_button.isEnabled():
            return
        text = filled(self.tr("Enter from paper: %1"), self._sheet.week.dates)
        if self._editor.apply(text, _enter, self._sheet, self.minutes, self.ticks, self._editor.today):
            super().accept()

    def reject(self) -> None:
        """Close; where something was typed that is not logged, only once that is agreed to."""
        if self._sheet is None:
            changed, typed = 0, bool(self.text.toPlainText().strip())
        else:
            changed = len(self._changed(self._sheet))
            typed = bool(changed or self.ticks or self._read.problems)
        if typed:
            ask_to_leave(changed, lambda: self.done(self.DialogCode.Rejected), self)
        else:
            super().reject()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("&Numbers and minutes"))
        label.setBuddy(self.text)
        label.setProperty("role", "strong")
        self.body.setSpacing(8)
        self.body.addWidget(self.choice)
        self.body.addSpacing(2)
        self.body.addWidget(label)
        self.body.addWidget(self.text)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.sessions, 1)
        self.body.addWidget(self.outcome)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            # The list takes the room there is, not the space below it.
            layout.setStretchFactor(self.body, 100)
        resize_within_screen(self, 780, 720)

    def _connect(self) -> None:
        self.choice.changed.connect(self._show_sheet)
        self.text.textChanged.connect(self._preview)
        self.text.entered.connect(self.accept)
        self.goals.changed.connect(self._preview)
        self.sessions.typed.connect(self._on_amount)
        self.sessions.left.connect(self._preview)
        self.sessions.finished.connect(lambda: self.accept_button.setFocus(Qt.FocusReason.TabFocusReason))

    def _show_sheet(self) -> None:
        """Show another sheet; what was typed stays."""
        choice = self.choice
        try:
            self._sheet = self._printed.sheet(choice.first_day, choice.revision.value(), choice.printed_on)
        except MilepostError as error:
            self._sheet = None
            self._say(str(error))
            self.sessions.setEnabled(False)
            self.accept_button.setEnabled(False)
            return
        self.sessions.setEnabled(True)
        choice.show_title(self._sheet.week.title)
        self.sessions.show_sheet(self._sheet, self._editor.today)
        self.goals.show_goals(self._sheet, goals_done(self._editor.plan, self._sheet))
        self._preview()

    def _on_amount(self, number: int, amount: str) -> None:
        self.text.setPlainText(with_amount(self.text.toPlainText(), number, amount))

    def _preview(self) -> None:
        """What was understood, what it would do, and what cannot be meant."""
        if self._sheet is None:
            return
        self._read = read_paper(self.text.toPlainText(), self._sheet.planned)
        problems = [each.sentence for each in self._read.problems]
        gone = [each for each in self._sheet.sessions if each.gone and each.number in self._read.minutes]
        problems += [
            filled(
                self.tr("Session %1: “%2” is no longer in the plan. Take it out to log the others."),
                str(each.number),
                each.title,
            )
            for each in gone
        ]
        more = len(problems) - _MOST_PROBLEMS
        shown = problems[:_MOST_PROBLEMS]
        if more > 0:
            shown.append(self.tr("And %1 more.").replace("%1", str(more)))
        self._say("\n".join(shown))
        self.text.mark([(each.begin, each.end) for each in self._read.problems])
        self.sessions.show_minutes(self._read.minutes)
        self.outcome.say("" if problems else self._outcome(self._sheet))
        self.accept_button.setEnabled(not problems and bool(self._changed(self._sheet) or self.ticks))

    def _say(self, problem: str) -> None:
        """Say what cannot be meant, also to screen readers on the text it is about."""
        self.problem.say(problem)
        self.text.setAccessibleDescription(problem)

    def _changed(self, sheet: Sheet) -> dict[int, int]:
        """The minutes that differ from what is logged."""
        return {
            number: minutes
            for number, minutes in self._read.minutes.items()
            if minutes != sheet.session(number).logged_minutes
        }

    def _outcome(self, sheet: Sheet) -> str:
        """All of it in one line: “3 sessions change: 2 h 15 more. The week then has 7 h 30 of 10 h.”"""
        changed = self._changed(sheet)
        if not self._read.minutes and not self.ticks:
            return ""
        parts = []
        if changed:
            more = sum(each - sheet.session(number).logged_minutes for number, each in changed.items())
            logged = minutes_text(sheet.logged_minutes + more)
            count = (
                self.tr("1 session changes")
                if len(changed) == 1
                else self.tr("%1 sessions change").replace("%1", str(len(changed)))
            )
            planned = minutes_text(sheet.week.planned_minutes)
            parts.append(filled(self.tr("%1. The week then has %2 of %3 logged."), count, logged, planned))
        elif self._read.minutes:
            parts.append(self.tr("All of this is logged already."))
        if self.ticks:
            count = str(len(self.ticks))
            parts.append(
                self.tr("1 goal changes.")
                if count == "1"
                else self.tr("%1 goals change.").replace("%1", count)
            )
        return " ".join(parts)


def _enter(
    plan: Plan, sheet: Sheet, minutes: Mapping[int, int], ticks: Mapping[int, bool], today: date
) -> Plan:
    """Minutes and goals in one step."""
    return tick_paper_goals(enter_from_paper(plan, sheet, minutes, today), sheet, ticks)
