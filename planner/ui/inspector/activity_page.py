"""The inspector's page for an activity: its dates, effort and steps, and what can be said about it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from planner.domain import edits
from planner.domain.items import LONGEST_EFFORT_HOURS, Activity, ActivityId, Pause, Provenance, StepId
from planner.domain.progress import done_share, hours_left, logged_hours
from planner.domain.splitting import close_gap
from planner.domain.wording import day_text, effort_number, isolated
from planner.ui.editor import Editor
from planner.ui.fields.day_field import DayField
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.progress_bar import ProgressBar
from planner.ui.fields.text import TextLabel, filled, set_property
from planner.ui.inspector.activity_actions import ActivityActions
from planner.ui.inspector.banner import Banner
from planner.ui.inspector.effort_fields import EffortFields
from planner.ui.inspector.forecast_row import ForecastRow
from planner.ui.inspector.link_field import LinkField
from planner.ui.inspector.notes_field import NotesField
from planner.ui.inspector.optional_row import OptionalRow
from planner.ui.inspector.page import FactRows, Head, Page, section
from planner.ui.inspector.pauses import Pauses
from planner.ui.inspector.steps import Steps
from planner.ui.inspector.words import activity_line, float_words, progress_words, stretch_words
from planner.ui.pause_words import gap_text
from planner.ui.provenance import explained, provenance_word
from planner.ui.theme_controller import ThemeController

_BOX_WIDTH = 110


class ActivityPage(Page):
    """Shows one activity and edits it in place."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(editor, theme_controller, parent)
        self._id = ActivityId("")
        self.icon = QLabel(self)
        self.icon.setFixedSize(20, 20)
        self.head = Head(self, self.icon)
        self.about = TextLabel(role="muted", parent=self)
        self.warning = Banner(self)
        self.rows = FactRows(theme_controller, self)
        self.bar = ProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.progress = TextLabel(role="muted", parent=self)
        self.verbs = ActivityActions(self)
        self.unknown = Banner(self)
        self.effort_info = InfoButton(self.tr("Where these hours come from"), theme_controller, self)
        self.effort_heading = section(self.tr("Effort"), self, self.effort_info)
        self.effort = EffortFields(self)
        self.effort_origin = TextLabel(role="muted", parent=self)
        self.settings = FactRows(theme_controller, self)
        self.left = HoursField(
            self.tr("Hours left"), most=LONGEST_EFFORT_HOURS, step=1, quarters=True, parent=self
        )
        self.share = QSpinBox(self)
        self.not_before = DayField(
            self.tr("Not before"),
            theme_controller,
            empty=self.tr("As soon as possible"),
            today=lambda: editor.today,
            parent=self,
        )
        self.pauses = Pauses(self)
        self.steps_heading = section(self.tr("Steps"), self)
        self.steps = Steps(self)
        self.details = FactRows(theme_controller, self)
        self.link = LinkField(self.tr("Link"), theme_controller, self)
        self._lay_out()
        self._connect()
        self.editable += [self.verbs, self.effort, self.left, self.share, self.not_before, self.pauses]
        self.editable += [self.optional, self.steps, self.notes, self.link.line]

    def show_item(self, item_id: str) -> None:
        """Show another activity."""
        self._id = ActivityId(item_id)
        self.notes.show_other(self._activity.note)
        self.link.show_other(self._activity.link)
        self.refresh()

    def refresh(self) -> None:
        """Show the activity as the plan has it now."""
        plan, activity = self.editor.plan, self._activity
        role = f"phase_{plan.phase(activity.phase).colour % 8}_text"
        self._show_icon(activity, role)
        self.head.title.say(activity.title)
        self.head.line.say(activity_line(plan, activity))
        self.about.say(activity.about)
        self.warning.say("info", self.tr("Good to know") if activity.warning else "", activity.warning)
        self._show_dates(activity)
        self.show_forecast()
        self._show_progress(activity)
        self._show_effort(activity)
        self._show_left(activity)
        self.share.setValue(round(activity.share * 100))
        self.not_before.set_week_start(self.editor.plan.facts.week_start)
        self.not_before.show_day(activity.not_before)
        self.not_before.suggest(self.editor.schedule.start_day(activity.id))
        self.pauses.show_pauses(activity.pauses)
        for widget in (self._pause_caption, self.pauses):
            widget.setVisible(bool(activity.pauses))
        self.optional.show_activity(activity)
        self.settings.setVisible(activity.finished_on is None)
        self.steps.show_steps(activity.steps)
        self.steps_heading.setVisible(bool(activity.steps))
        self.steps.setVisible(bool(activity.steps))
        self.link.show_link(activity.link)
        self.tools.say(", ".join(activity.tools))
        self.notes.show_text(activity.note)
        self.follow_read_only()

    def show_forecast(self) -> None:
        """Say when the activity may end."""
        self.forecast.show(self.forecasts, self.editor, self._id)

    def flush(self) -> None:
        """Keep the notes being typed."""
        self.notes.flush()

    def first_field(self) -> QWidget:
        """The likely hours."""
        return self.effort.likely

    @property
    def _activity(self) -> Activity:
        return self.editor.plan.activity(self._id)

    def _lay_out(self) -> None:
        self.dates = self.rows.add_text(self.tr("Dates"))
        self.add_why(self.rows)
        self.slack = self.rows.add_text(self.tr("Float"))
        self.forecast = ForecastRow(self.rows)
        self.left.setMaximumWidth(_BOX_WIDTH)
        left_info = InfoButton(self.tr("What the hours left are"), self.look, self)
        left_info.setFixedSize(22, 20)
        left_info.set_answer(
            self.tr(
                "What you think is still to do, from now on. With the hours you logged it becomes the "
                "effort, so that catching up counts on it."
            )
        )
        self.left_caption = self.settings.add_field(self.tr("Hours left"), self.left, left_info)
        self._left_row = (self.left_caption, self.left, left_info)
        self.settings.add_field("", HoursProblem((self.left,), self))
        self.share.setRange(1, 100)
        self.share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.share.setMaximumWidth(_BOX_WIDTH)
        self.share.setSuffix(self.tr(" %"))
        self.share.setKeyboardTracking(False)
        self.share.setSingleStep(5)
        self.share.setAccessibleName(self.tr("Share of the week's hours"))
        share_info = InfoButton(self.tr("What the share is"), self.look, self)
        share_info.setFixedSize(22, 20)
        share_info.set_answer(
            self.tr(
                "The part of your week's hours this gets while it runs. At 50 % it takes twice as long, "
                "and half of each week is free for what runs beside it."
            )
        )
        self.settings.add_field(self.tr("Share"), self.share, share_info)
        self.settings.add_field(self.tr("Not before"), self.not_before)
        self._pause_caption = self.settings.add_field(self.tr("Pause"), self.pauses)
        self.optional = OptionalRow(self)
        self.settings.add_field("", self.optional)
        self.tools = self.details.add_text(self.tr("Tools"))
        self.details.add_field(self.tr("Link"), self.link)
        self.notes = NotesField(self.tr("Notes"), self._keep_note, self)
        self.details.add_field(self.tr("Notes"), self.notes)
        for widget in (
            self.head,
            self.about,
            self.warning,
            self.rows,
            self.bar,
            self.progress,
            self.verbs,
            self.effort_heading,
            self.unknown,
            self.effort,
            self.effort_origin,
            self.settings,
            self.steps_heading,
            self.steps,
            self.details,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.effort.edited.connect(self._set_effort)
        self.left.valueChanged.connect(self._set_left)
        self.share.valueChanged.connect(self._set_share)
        self.not_before.day_chosen.connect(self._set_not_before)
        self.pauses.close_asked.connect(self._close_gap)
        self.steps.ticked.connect(self._tick_step)
        self.link.link_given.connect(self._set_link)

    def _show_icon(self, activity: Activity, role: str) -> None:
        name = activity.kind.value.replace(" ", "-")
        self.icon.setPixmap(self.look.icons.pixmap(name, 18, role, self.devicePixelRatioF()))

    def _show_dates(self, activity: Activity) -> None:
        schedule = self.editor.schedule
        first, last = schedule.start_day(activity.id), schedule.finish_day(activity.id)
        self.dates.say(
            stretch_words(first, last),
            self.tr(
                "Worked out from the effort left, the share and your hours a week, after everything it "
                "waits for. With the high estimate it would end on %1."
            ).replace("%1", day_text(schedule.high_finish_day(activity.id))),
        )
        self.slack.say(
            float_words(schedule, activity) if activity.finished_on is None else "",
            self.tr(
                "How far this may slip before the end of the whole path slips. Critical means not at all: "
                "a day later here is a day later there."
            ),
        )

    def _show_progress(self, activity: Activity) -> None:
        finished = activity.finished_on is not None
        words = progress_words(self.editor.plan, activity)
        self.bar.setValue(round(done_share(self.editor.plan, activity) * 100))
        self.bar.setAccessibleName(self.tr("Done: %1").replace("%1", words))
        set_property(self.bar, "state", "done" if finished else "")
        self.progress.say(words)
        self.verbs.show_activity(activity)

    def _show_effort(self, activity: Activity) -> None:
        effort = activity.effort
        self.effort.show_effort(effort)
        self.effort_info.set_answer(explained(effort))
        word = provenance_word(effort.provenance)
        self.effort_origin.say(self.tr("These hours: %1.").replace("%1", word))
        if activity.length_unknown and effort.provenance is not Provenance.LEARNER:
            sentence = self.tr("%1 h is its part of the phase. Set your own when you know better.")
            self.unknown.say(
                "info", self.tr("Length not found"), sentence.replace("%1", effort_number(effort.likely))
            )
        else:
            self.unknown.say("info", "")

    def _show_left(self, activity: Activity) -> None:
        """Only work that has begun has a rest worth saying."""
        logged = logged_hours(self.editor.plan, activity)
        for widget in self._left_row:
            widget.setVisible(activity.started_on is not None or logged > 0)
        self.left.show_value(hours_left(self.editor.plan, activity))

    def _set_effort(self, low: float, likely: float, high: float) -> None:
        activity = self._activity
        text = self.tr("Change effort of %1 to %2 h")
        text = text.replace("%2", effort_number(likely)).replace("%1", isolated(activity.title))
        if likely == activity.effort.likely:
            text = self.tr("Change the effort range of %1").replace("%1", isolated(activity.title))
        self.edit(text, edits.set_effort_range, activity.id, low, likely, high)

    def _set_left(self, hours: float) -> None:
        text = filled(self.tr("Say %1 h of %2 are left"), effort_number(hours), self._activity.title)
        self.edit(text, edits.set_remaining, self._id, hours)

    def _set_share(self, percent: int) -> None:
        activity = self._activity
        if percent == round(activity.share * 100):
            return
        text = self.tr("Change share of %1 to %2 %").replace("%2", str(percent))
        self.edit(text.replace("%1", isolated(activity.title)), edits.set_share, activity.id, percent / 100)

    def _set_not_before(self, day: date | None) -> None:
        title = self._activity.title
        if day is None:
            text = self.tr("Let %1 start as soon as it can").replace("%1", title)
        else:
            text = self.tr("Start %1 not before %2").replace("%2", day_text(day)).replace("%1", title)
        self.edit(text, edits.move_activity, self._id, day)

    def _close_gap(self, pause: Pause) -> None:
        self.edit(gap_text(self._activity, pause), close_gap, self._id, pause)

    def _tick_step(self, step: str, done: bool) -> None:
        title = next((each.title for each in self._activity.steps if each.id == step), "")
        words = self.tr("Tick %1") if done else self.tr("Untick %1")
        self.edit(words.replace("%1", title), edits.tick_step, self._id, StepId(step), done)

    def _set_link(self, link: str) -> None:
        text = self.tr("Change the link of %1").replace("%1", isolated(self._activity.title))
        self.edit(text, edits.set_link, self._id, link)

    def _keep_note(self, note: str) -> bool:
        text = self.tr("Edit the notes on %1").replace("%1", isolated(self._activity.title))
        return self.edit(text, edits.set_note, self._id, note)
