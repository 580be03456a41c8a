"""The inspector's page when nothing is selected: where the whole path leads, and the hours it stands on."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.domain.calendar import usual_most_hours
from planner.domain.hours_periods import Period, periods
from planner.domain.outlook import Outlook, what_the_hours_mean
from planner.domain.progress import plan_count
from planner.domain.wording import (
    WEEKDAYS,
    day_text,
    days_text,
    effort_text,
    hours_text,
    long_day_text,
    number_text,
)
from planner.ui.editor import Editor
from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.progress_bar import ProgressBar
from planner.ui.fields.text import TextLabel, filled
from planner.ui.forecasting.words import forecast_word, landing_figures, landing_reason
from planner.ui.inspector.evidence_words import missing_words
from planner.ui.inspector.page import FactRows, Head, Mark, Page, section
from planner.ui.plan_settings import PlanSettingsDialog
from planner.ui.provenance import explained
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.forecast_bands import finish_open

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.ui.forecasting.drivers_list import DriversList
    from planner.ui.impossible.strip import ProblemStrip
    from planner.ui.inspector.banner import Banner

_NEXT_DAYS_OFF = 3
_NEXT_PERIODS = 3


class OverviewPage(Page):
    """A calm look at the plan as a whole."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(editor, theme_controller, parent)
        self.mark = Mark(self)
        self.head = Head(self, self.mark)
        self.sentences = TextLabel(role="muted", parent=self)
        self.bar = ProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.rows = FactRows(theme_controller, self)
        self.finish_row = self.rows.add_text(self.tr("Finish"))
        self.add_why(self.rows)
        self.forecast_row = self.rows.add_text(forecast_word())
        self.window_row = self.rows.add_text(self.tr("Window"))
        self.reference_row = self.rows.add_text(self.tr("Reference"))
        self.drivers: DriversList | None = None
        self._says_pace = True
        self.strip: ProblemStrip | None = None
        self.behind: Banner | None = None
        self.hours = TextLabel(parent=self)
        self.change_hours = self._button(self.tr("Change hours a week…"))
        self.days_off = TextLabel(parent=self)
        self.change_days_off = self._button(self.tr("Days off…"))
        self.settings = TextLabel(parent=self)
        self.change_settings = self._button(self.tr("Plan settings…"))
        self.hint = TextLabel(
            self.tr("Choose an item on the timeline to see and change it here."), "muted", self
        )
        for widget in (
            self.head,
            self.bar,
            self.rows,
            self.sentences,
            section(self.tr("Hours a week"), self),
            self.hours,
            self.change_hours,
            section(self.tr("Days off"), self),
            self.days_off,
            self.change_days_off,
            section(self.tr("Plan"), self),
            self.settings,
            self.change_settings,
        ):
            self.body.addWidget(widget)
        self.body.addSpacing(10)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.change_hours.clicked.connect(lambda: self._edit_calendar("HOURS"))
        self.change_days_off.clicked.connect(lambda: self._edit_calendar("DAYS_OFF"))
        self.change_settings.clicked.connect(lambda: PlanSettingsDialog(self.editor, self).open())
        self.editable += [self.change_hours, self.change_days_off, self.change_settings]

    def show_item(self, item_id: str) -> None:
        """There is one plan only."""
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        plan, count = self.editor.plan, plan_count(self.editor.plan)
        outlook = what_the_hours_mean(plan, self.editor.schedule, self.editor.today)
        self.mark.show_shape("diamond", self.look.theme.colour("accent"))
        self.head.title.say(plan.facts.title)
        proven = filled(self.tr("The whole plan · %1 of %2 proven"), str(count.done), str(count.total))
        self.head.line.say(" · ".join(filter(None, (proven, missing_words(plan)))))
        self.bar.setValue(round(100 * count.done / count.total) if count.total else 0)
        self.bar.setAccessibleName(
            filled(self.tr("%1 of %2 checklist items done"), str(count.done), str(count.total))
        )
        self.sentences.say("\n\n".join(outlook.sentences))
        self._show_rows(outlook)
        self.show_forecast()
        self.show_problems()
        self._show_calendar()
        self.settings.say(
            filled(
                self.tr("Prints on %1; weeks begin on %2."),
                plan.facts.paper.value,
                WEEKDAYS[plan.facts.week_start],
            )
        )
        self.follow_read_only()

    def show_problems(self) -> None:
        """Say what is open and what cannot be as planned, right below the head."""
        self._show_behind()
        if self.strip is None and self.problems is not None and self.problems.problems:
            # Loaded with the first problem, which is judged after the window is there.
            from planner.ui.impossible.strip import ProblemStrip

            self.strip = ProblemStrip(self.problems, self)
            self.body.insertWidget(self.body.indexOf(self.behind or self.bar) + 1, self.strip)
            arrange_focus(self)
        elif self.strip is not None:
            self.strip.refresh()

    def _show_behind(self) -> None:
        """Say quietly what was planned before today and is still open, with the way to go on."""
        keeper = self.problems
        hours = 0.0 if keeper is None else keeper.open_hours
        if keeper is not None and hours and self.behind is None:
            # Loaded with the first hours that are open, which are counted after the window is there.
            from planner.ui.inspector.banner import Banner

            self.behind = Banner(self)
            self.behind.add_link(keeper.catch_up_asked.emit).say(self.tr("Catch up…"))
            self.body.insertWidget(self.body.indexOf(self.bar) + 1, self.behind)
            arrange_focus(self)
        if self.behind is not None:
            headline = filled(self.tr("%1 planned before today are not logged"), effort_text(hours))
            words = self.tr("They stay where they are until you choose how to go on.")
            self.behind.say("info", headline if hours else "", words)
            self.behind.links[0].setEnabled(not self.editor.read_only)

    def say_pace(self, *, said: bool) -> None:
        """Whether to say what the forecast rests on: once on a screen is enough."""
        self._says_pace = said
        if self.drivers is not None:
            self.drivers.say_pace(said=said)

    def show_forecast(self) -> None:
        """Say where the path may end, and what that hangs on."""
        forecast = None if self.forecasts is None else self.forecasts.forecast
        if self.drivers is not None:
            self.drivers.setVisible(finish_open(forecast))
        if self.forecasts is None or forecast is None or not finish_open(forecast):
            self.forecast_row.say("")
            return
        self.forecast_row.say(landing_figures(forecast.finish), landing_reason(forecast.pace))
        if self.drivers is None:
            # Loaded with the first forecast, which comes after the window.
            from planner.ui.forecasting.drivers_list import DriversList

            self.drivers = DriversList(self.forecasts, self.look, self)
            self.drivers.say_pace(said=self._says_pace)
            self.drivers.item_chosen.connect(self.item_requested)
            self.body.insertWidget(self.body.indexOf(self.sentences) + 1, self.drivers)
            arrange_focus(self)
        self.drivers.refresh()

    def first_field(self) -> QWidget:
        """The hours a week."""
        return self.change_hours

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def _edit_calendar(self, tab: Literal["HOURS", "DAYS_OFF"]) -> None:
        # Imported when it is asked for, so that the start of the program does not pay for it.
        from planner.ui.calendar.dialog import CalendarDialog, CalendarTab

        dialog = CalendarDialog(self.editor, self.look, self, CalendarTab[tab])
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_rows(self, outlook: Outlook) -> None:
        facts = self.editor.plan.facts
        months = number_text(outlook.months)
        self.finish_row.say(
            filled(self.tr("%1, after %2 months"), long_day_text(outlook.finish), months),
            filled(
                self.tr(
                    "The day the last milestone lands. Of the months, %1 rest on the source's lengths, %2 on "
                    "our suggestions and %3 on your own figures."
                ),
                number_text(outlook.source_months),
                number_text(outlook.suggested_months),
                number_text(outlook.learner_months),
            ),
        )
        if outlook.window is None or outlook.window_first is None or outlook.window_last is None:
            self.window_row.say("")
        else:
            words = self.tr("%1 to %2")
            self.window_row.say(
                filled(words, day_text(outlook.window_first), day_text(outlook.window_last)),
                explained(outlook.window),
            )
        hours = number_text(facts.reference_week_hours)
        self.reference_row.say(
            filled(self.tr("%1 h a week"), hours),
            filled(
                self.tr("The source gives months and no hours. They are read as %1 h a week. %2"),
                hours,
                facts.reference_week_reason,
            ),
        )

    def _show_calendar(self) -> None:
        plan, today = self.editor.plan, self.editor.today
        now = max(today, plan.facts.start)
        lines = [filled(self.tr("%1 a week now"), hours_text(plan.calendar.weekly_on(now).total))]
        later = [each for each in periods(plan.calendar.weekly, plan.facts.start) if each.first > now]
        lines += [self._period_line(each) for each in later[:_NEXT_PERIODS]]
        if len(later) > _NEXT_PERIODS:
            lines.append(filled(self.tr("and %1 changes more"), str(len(later) - _NEXT_PERIODS)))
        most = plan.facts.most_hours_a_week
        words = self.tr("%1 a week at most")
        # It was suggested for the week there was then, which may have changed since.
        if most in {usual_most_hours(each.total) for each in plan.calendar.weekly}:
            words = self.tr("%1 a week at most (our suggestion)")
        lines.append(filled(words, hours_text(most)))
        self.hours.say("\n".join(lines))
        coming = sorted(
            (each for each in plan.calendar.exceptions if each.last >= today), key=lambda each: each.first
        )
        names = [
            f"{each.name or self.tr('Days off')}: {days_text(each.first, each.last)}"
            for each in coming[:_NEXT_DAYS_OFF]
        ]
        if len(coming) > _NEXT_DAYS_OFF:
            names.append(filled(self.tr("and %1 more"), str(len(coming) - _NEXT_DAYS_OFF)))
        self.days_off.say("\n".join(names) or self.tr("None ahead."))

    def _period_line(self, period: Period) -> str:
        hours = hours_text(period.weekly.total)
        if period.last is None:
            return filled(self.tr("%1 a week from %2"), hours, day_text(period.first))
        return filled(self.tr("%1 a week %2"), hours, days_text(period.first, period.last))
