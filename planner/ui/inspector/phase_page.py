"""The inspector's page for a phase: what it covers, how long the source gives it, how far it is."""

from PySide6.QtWidgets import QWidget

from planner.domain.items import Activity, Phase, PhaseId, is_own
from planner.domain.progress import phase_done_share
from planner.domain.wording import day_text, effort_number, number_text
from planner.ui.editor import Editor
from planner.ui.fields.progress_bar import ProgressBar
from planner.ui.fields.text import TextLabel, filled, set_property
from planner.ui.inspector.banner import Banner
from planner.ui.inspector.page import FactRows, Head, Mark, Page
from planner.ui.inspector.words import months_words, stretch_words
from planner.ui.provenance import explained, provenance_word
from planner.ui.theme_controller import ThemeController


class PhasePage(Page):
    """Shows one phase; its figures follow from what is in it."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(editor, theme_controller, parent)
        self._id = PhaseId("")
        self.mark = Mark(self)
        self.head = Head(self, self.mark)
        self.about = TextLabel(role="muted", parent=self)
        self.warning = Banner(self)
        self.bar = ProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.rows = FactRows(theme_controller, self)
        self.dates = self.rows.add_text(self.tr("Dates"))
        self.add_why(self.rows)
        self.length = self.rows.add_text(self.tr("Source"))
        self.range = self.rows.add_text(self.tr("Range"))
        self.hours = self.rows.add_text(self.tr("Effort"))
        for widget in (self.head, self.bar, self.about, self.warning, self.rows):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_item(self, item_id: str) -> None:
        """Show another phase."""
        self._id = PhaseId(item_id)
        self.refresh()

    def refresh(self) -> None:
        """Show the phase as the plan has it now."""
        plan, phase = self.editor.plan, self.editor.plan.phase(self._id)
        done = round(phase_done_share(plan, phase.id) * 100)
        rows = list(plan.items_within(phase.id))
        self.mark.show_shape("bar", self.look.theme.phase(phase.colour).solid)
        self.head.title.say(phase.title)
        kind = self.tr("Group") if is_own(phase.id) else self.tr("Phase")
        count = self.tr("1 item") if len(rows) == 1 else filled(self.tr("%1 items"), str(len(rows)))
        parts = [kind, count, filled(self.tr("%1 % done"), str(done))] if rows else [kind, self.tr("empty")]
        self.head.line.say(" · ".join(parts))
        self.bar.setVisible(bool(rows))
        self.bar.setValue(done)
        self.bar.setAccessibleName(filled(self.tr("%1 % of the hours done"), str(done)))
        set_property(self.bar, "state", "done" if done == 100 else "")
        self.about.say(phase.about)
        self.warning.say("info", self.tr("Good to know") if phase.warning else "", phase.warning)
        self._show_figures(phase)

    def _show_figures(self, phase: Phase) -> None:
        plan, schedule = self.editor.plan, self.editor.schedule
        span = schedule.phase_span(phase.id)
        self.dates.say(
            stretch_words(*span) if span is not None else "",
            self.tr("From the first day of the first item to the last day of the last one."),
        )
        if is_own(phase.id):
            self.length.say(self.tr("added by you"))
        elif phase.months is None:
            self.length.say(self.tr("gives no length; the items have suggested ones"))
        else:
            words = f"{months_words(phase)} ({provenance_word(phase.months.provenance)})"
            self.length.say(words, f"{explained(phase.months)}\n{self._reference_words()}")
        ends = schedule.phase_range(phase.id)
        self.range.say(
            filled(self.tr("would end from %1 to %2"), *map(day_text, ends)) if ends is not None else "",
            self.tr("Where the shortest and the longest length of the source would end, at your hours."),
        )
        activities = [each for each in plan.items_within(phase.id) if isinstance(each, Activity)]
        likely = effort_number(sum(each.effort.likely for each in activities))
        low, high = (
            effort_number(sum(getattr(each.effort, name) for each in activities)) for name in ("low", "high")
        )
        self.hours.say(
            filled(self.tr("%1 h (from %2 to %3 h)"), likely, low, high) if activities else "",
            self.tr(
                "The sum of the items' likely, low and high hours. Each item says where its own come from."
            ),
        )

    def _reference_words(self) -> str:
        facts = self.editor.plan.facts
        return filled(
            self.tr("Months become hours at %1 h a week. %2"),
            number_text(facts.reference_week_hours),
            facts.reference_week_reason,
        ).strip()
