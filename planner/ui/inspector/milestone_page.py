"""The inspector's page for a milestone: how it stands, its checklist, its date, its notes."""

from collections.abc import Callable
from datetime import date
from typing import Concatenate

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from planner.domain import edits
from planner.domain.items import Milestone, MilestoneId, is_own
from planner.domain.plan import Plan
from planner.domain.progress import unfinished_before
from planner.domain.wording import day_text, isolated, span_text
from planner.ui.announcing import announce
from planner.ui.celebration import Celebration
from planner.ui.editor import Editor
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.day_field import DayField
from planner.ui.fields.text import TextLabel, filled
from planner.ui.impossible.in_banner import BannerLevers
from planner.ui.inspector.banner import Banner
from planner.ui.inspector.checklist import Checklist
from planner.ui.inspector.forecast_row import ForecastRow
from planner.ui.inspector.late import Late, Way, late
from planner.ui.inspector.notes_field import NotesField
from planner.ui.inspector.page import Arguments, FactRows, Head, Mark, Page
from planner.ui.inspector.words import (
    landing_words,
    margin_words,
    milestone_line,
    source_words,
    unfinished_words,
)
from planner.ui.motion import less_motion
from planner.ui.provenance import explained
from planner.ui.theme_controller import ThemeController

RESTING_MS = 60
"""What would hold a date while work is open takes about as long as an edit: it follows a moment after."""


class MilestonePage(Page):
    """Shows one milestone and edits it in place."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(editor, theme_controller, parent)
        self._id = MilestoneId("")
        self._late: Late | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(self._renew_standing)
        self.mark = Mark(self)
        self.head = Head(self, self.mark)
        self.banner = Banner(self)
        self.hold_link = self.banner.add_link(self._hold)
        self.move_link = self.banner.add_link(self._move_to_landing)
        self.finish_link = self.banner.add_link(self._finish_before)
        self.levers = BannerLevers(self.banner, self)
        self.about = TextLabel(role="muted", parent=self)
        self.warning = Banner(self)
        self.checklist = Checklist(self)
        self.rows = FactRows(theme_controller, self)
        self.day = DayField(
            self.tr("Target date"),
            theme_controller,
            empty=self.tr("No date of your own"),
            today=lambda: editor.today,
            parent=self,
        )
        self.holds = CheckRow(self.tr("What follows waits for it"), self)
        self.fixed = CheckRow(self.tr("Fixed: nothing moves it"), self)
        self._lay_out()
        self._connect()
        self.editable += [self.day, self.holds, self.fixed, self.notes, self.hold_link, self.move_link]
        self.editable += [self.checklist.add, self.finish_link]

    def show_item(self, item_id: str) -> None:
        """Show another milestone."""
        self._id = MilestoneId(item_id)
        self._late = None
        self.notes.show_other(self._milestone.note)
        self.refresh()

    def refresh(self) -> None:
        """Show the milestone as the plan has it now."""
        plan, milestone = self.editor.plan, self._milestone
        phase = plan.phase(milestone.phase)
        self.mark.show_shape("diamond", self.look.theme.phase(phase.colour).solid)
        self.head.title.say(milestone.title)
        self.head.line.say(milestone_line(plan, milestone))
        self.about.say(milestone.about)
        self.warning.say("info", self.tr("Good to know") if milestone.warning else "", milestone.warning)
        if self._late is not None and self.editor.today > plan.facts.status_date:
            self._resting.start()
        else:
            self._show_standing(milestone)
        self.show_problems()
        self.checklist.show_milestone(milestone.id)
        self._show_dates(milestone)
        self.show_forecast()
        if is_own(milestone.id):
            self.source.say(self.tr("added by you"), "")
        else:
            self.source.say(
                source_words(plan, phase), explained(phase.months) if phase.months is not None else ""
            )
        self.notes.show_text(milestone.note)
        self.follow_read_only()
        self.day.clear.setEnabled(not milestone.fixed)
        self.holds.setVisible(milestone.target is not None and milestone.reached_on is None)
        self.fixed.setVisible(milestone.target is not None and milestone.reached_on is None)

    def show_forecast(self) -> None:
        """Say where the milestone may land."""
        self.forecast.show(self.forecasts, self.editor, self._id)

    def show_problems(self) -> None:
        """Offer in the banner what would help besides what it offers anyway."""
        self.levers.show(self._milestone)

    def flush(self) -> None:
        """Keep the notes being typed."""
        self.notes.flush()
        self.checklist.flush()

    def edit(
        self,
        text: str,
        verb: Callable[Concatenate[Plan, Arguments], Plan],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> bool:
        """Apply a verb; where it reaches the milestone, that is a moment of joy. Undo and redo bring none."""
        before = self._milestone.reached_on
        done = super().edit(text, verb, *args, **kwargs)
        if done and before is None and self._milestone.reached_on is not None:
            self._rejoice()
        return done

    def first_field(self) -> QWidget:
        """The date."""
        return self.day.edit

    @property
    def _milestone(self) -> Milestone:
        return self.editor.plan.milestone(self._id)

    def _lay_out(self) -> None:
        self.rows.add_field(self.tr("Date"), self.day)
        self.rows.add_field("", self.holds)
        self.rows.add_field("", self.fixed)
        self.lands = self.rows.add_text(self.tr("Lands"))
        self.add_why(self.rows)
        self.margin = self.rows.add_text(self.tr("Margin"))
        self.forecast = ForecastRow(self.rows)
        self.reached = self.rows.add_text(self.tr("Reached"))
        self.source = self.rows.add_text(self.tr("Source"))
        self.notes = NotesField(self.tr("Notes"), self._keep_note, self)
        self.rows.add_field(self.tr("Notes"), self.notes)
        self.holds.setToolTip(
            self.tr("When this date is later than the work lands, what comes after starts only then.")
        )
        self.fixed.setToolTip(
            self.tr("For an exam, an interview, a cohort's start: no drag and no catching up moves it.")
        )
        for widget in (self.head, self.banner, self.about, self.warning, self.checklist):
            self.body.addWidget(widget)
        self.body.addSpacing(4)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.day.day_chosen.connect(self._retarget)
        self.holds.clicked.connect(self._set_holds)
        self.fixed.clicked.connect(self._set_fixed)

    def _show_standing(self, milestone: Milestone) -> None:
        """The banner: reached, late with two ways out, or nothing."""
        self._resting.stop()
        hold, move, finish = self._standing(milestone)
        # Each is said once: a link put away and shown again lays the whole page out anew.
        for link, words in ((self.hold_link, hold), (self.move_link, move), (self.finish_link, finish)):
            link.say(words)

    def _renew_standing(self) -> None:
        """Say it of the plan as it is now, where that is still to be done."""
        if self._id in self.editor.plan.milestones:
            self._show_standing(self._milestone)

    def _standing(self, milestone: Milestone) -> tuple[str, str, str]:
        """Fill the banner, and give what its links say: hold the date, move it, finish what is before."""
        self._late = late(self.editor, milestone) if milestone.reached_on is None else None
        if milestone.reached_on is not None:
            words = self.tr("Reached on %1").replace("%1", day_text(milestone.reached_on))
            well = self.tr("Every required item is done. Well earned.")
            plan = self.editor.plan
            unfinished = unfinished_words(plan, milestone.id)
            self.banner.say("info", words, f"{well}\n{unfinished}" if unfinished else well)
            several = len(unfinished_before(plan, milestone.id)) > 1
            press = self.tr("Mark them finished") if several else self.tr("Mark it finished")
            return "", "", press if unfinished else ""
        if self._late is None:
            self.banner.say("info", "")
            return "", "", ""
        found = self._late
        self.banner.say(found.kind, found.headline, found.sentence)
        hold, move = ("" if way is None else way.words for way in (found.hold, found.move))
        return hold, move, ""

    def _show_dates(self, milestone: Milestone) -> None:
        schedule = self.editor.schedule
        self.day.set_week_start(self.editor.plan.facts.week_start)
        self.day.show_day(milestone.target)
        self.day.suggest(schedule.shown_day(milestone.id))
        self.holds.box.show_checked(milestone.holds)
        self.fixed.box.show_checked(milestone.fixed)
        reached, lands = milestone.reached_on, schedule.work_lands(milestone.id)
        self.lands.say(
            "" if reached is not None or lands is None else day_text(lands),
            "" if reached is not None else landing_words(schedule, milestone.id),
        )
        self.reached.say("" if reached is None else day_text(reached))
        margin = schedule.margin_days(milestone.id)
        words = margin_words(schedule, milestone.id)
        if reached is not None and margin is not None and milestone.target is not None:
            early = self.tr("reached %1 early") if margin >= 0 else self.tr("reached %1 after your date")
            words = early.replace("%1", span_text(margin)) if margin else self.tr("reached on your date")
        self.margin.say(words, self.tr("The days from where the work lands to your own date."))

    def _retarget(self, day: date | None) -> None:
        milestone = self._milestone
        if day is None:
            text = self.tr("Clear the date of %1").replace("%1", isolated(milestone.title))
            self.edit(text, edits.retarget, milestone.id, None)
            return
        text = self.tr("Move %1 to %2").replace("%1", isolated(milestone.title)).replace("%2", day_text(day))
        if milestone.fixed:
            self.edit(text, edits.fix_date, milestone.id, day)
        else:
            holds = day > self.editor.schedule.lands(milestone.id)
            self.edit(text, edits.retarget, milestone.id, day, holds)

    def _set_holds(self, holds: bool) -> None:
        words = self.tr("Let what follows wait for %1") if holds else self.tr("Let go of %1")
        self.edit(words.replace("%1", isolated(self._milestone.title)), edits.hold_followers, self._id, holds)

    def _set_fixed(self, fixed: bool) -> None:
        words = self.tr("Fix the date of %1") if fixed else self.tr("Make %1 movable")
        day = self._milestone.target if fixed else None
        self.edit(words.replace("%1", isolated(self._milestone.title)), edits.fix_date, self._id, day)

    def _take(self, way: Way | None) -> None:
        """Take a way out of being late."""
        if way is not None:
            self.edit(way.text, way.verb)

    def _hold(self) -> None:
        self._renew_standing()
        self._take(None if self._late is None else self._late.hold)

    def _move_to_landing(self) -> None:
        self._renew_standing()
        self._take(None if self._late is None else self._late.move)

    def _finish_before(self) -> None:
        """Mark finished what the milestone was reached without."""
        found = unfinished_before(self.editor.plan, self._id)
        text = filled(self.tr("Mark %1 finished"), found[0].title)
        if len(found) > 1:
            text = filled(self.tr("Mark what is before %1 finished"), self._milestone.title)
        self.edit(text, edits.finish_all, [each.id for each in found], self.editor.today)

    def _keep_note(self, note: str) -> bool:
        text = self.tr("Edit the notes on %1").replace("%1", isolated(self._milestone.title))
        return self.edit(text, edits.set_note, self._id, note)

    def _rejoice(self) -> None:
        """The milestone was reached by what was just done here: say so, and let its diamond open up."""
        plan, milestone = self.editor.plan, self._milestone
        words = self.tr("%1 reached. Well earned.")
        if plan.facts.finish == milestone.id:
            words = self.tr("%1 reached: the whole path is walked. Well earned.")
        sentence = filled(words, milestone.title)
        self.message.emit(sentence)
        announce(self, sentence)
        if unfinished := unfinished_words(plan, self._id):
            self.message.emit(unfinished)
        if not less_motion():
            theme = self.look.theme
            own = theme.phase(plan.phase(milestone.phase).colour).solid
            colours = (own, theme.colour("success"), theme.colour("accent"))
            Celebration(self.window(), self.mark, colours).start()
