"""Editor: the open document for Qt. `apply` is the one way in, `changed` the one way out."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.errors import MilepostError, PlanError, PlanInUse
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import HoldAdvice, hours_to_hold
from planner.storage.database import Standing
from planner.storage.document import Document
from planner.ui.consequences import consequences, lateness
from planner.ui.standing.trouble import KIND_OF, Step, Trouble, TroubleKind, WaitingSteps, trouble_of

Arguments = ParamSpec("Arguments")

_DAY_CHECK_MS = 30_000

SLOW_SECONDS = 0.08
"""A disk that took longer for the last step is said to be at work before the next one. Steps are written on
the window's thread, so that nothing comes between: 25 ms more for each of five flushes make 0.14 s."""


class Editor(QObject):
    """Applies verbs to one document and says what changed.

    `today` is asked for each time, so that midnight and waking from sleep move it on; tests give a fixed one.
    """

    changed = Signal(object)
    """The `Changes`, once they are in the file."""

    followed = Signal(str)
    """One plain sentence after each edit: what was done, and what moved with it, or that nothing changed."""

    failed = Signal(str)
    """One plain sentence; nothing was changed."""

    saving = Signal()
    """A step is being written to a disk that is slow."""

    trouble_changed = Signal()
    """What keeps the plan from being saved, or which steps wait for it, is something else now."""

    today_changed = Signal(object)
    """The new day."""

    def __init__(self, document: Document, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._clock = today
        self._today = today()
        self._trouble: Trouble | None = None
        self._waiting = WaitingSteps()
        self._slow = False
        self._about: dict[str, Collection[str]] = {}
        """What steps of several items were about, by their texts: undo tells of them as the step did."""
        self._advice: dict[tuple[MilestoneId, date], HoldAdvice] = {}
        self._advised: Schedule | None = None
        self._day_timer = QTimer(self)
        self._day_timer.setInterval(_DAY_CHECK_MS)
        self._day_timer.timeout.connect(self.check_today)
        self._day_timer.start()

    @property
    def plan(self) -> Plan:
        """The plan as it is in the file."""
        return self.document.plan

    @property
    def schedule(self) -> Schedule:
        """Where everything in the plan falls."""
        return self.document.schedule

    @property
    def today(self) -> date:
        """The learner's day."""
        return self._today

    def hold_advice(self, milestone: MilestoneId) -> HoldAdvice:
        """What would hold a milestone's target, worked out once for each state of the plan.

        It takes a good part of an edit, and the panel and the line at the bottom both tell it.
        """
        current, key = self.schedule, (milestone, self._today)
        if self._advised is not current:
            self._advised, self._advice = current, {}
        if key not in self._advice:
            if self._today <= current.plan.facts.status_date:
                self._advice[key] = hours_to_hold(current.plan, milestone, self._today, current.graph)
            else:
                # Loaded on a day on which something may be open.
                from planner.domain.catching_up.ground import hold_advice

                self._advice[key] = hold_advice(current, milestone, self._today)
        return self._advice[key]

    @property
    def read_only(self) -> bool:
        """Whether the document takes no edits."""
        return self.document.read_only

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self.document.undo_text

    @property
    def redo_text(self) -> str:
        """What redo would bring back; empty when there is nothing."""
        return self.document.redo_text

    @property
    def trouble(self) -> Trouble | None:
        """What keeps the plan from being saved; it stays until it is solved. None while all is well."""
        return self._trouble

    @property
    def waiting(self) -> tuple[str, ...]:
        """The steps that could not be saved, oldest first, as undo would call them."""
        return self._waiting.texts

    @property
    def waiting_steps(self) -> tuple[Step, ...]:
        """The same steps themselves: one that was done again is another."""
        return self._waiting.steps

    def apply(
        self,
        text: str,
        verb: Callable[Concatenate[Plan, Arguments], Plan],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> bool:
        """Apply a verb and commit it as one undo step called `text`; False when it was refused, and said."""
        return self.apply_about(None, text, lambda plan: verb(plan, *args, **kwargs))

    def apply_about(self, about: Collection[str] | None, text: str, verb: Callable[[Plan], Plan]) -> bool:
        """`apply` for items that are moved together by hand: what follows is told besides them."""
        if about is not None:
            self._about[text] = about
        return self._commit(Step(text, lambda: self.document.apply(text, verb), verb, about))

    def undo(self) -> bool:
        """Take the last step back."""
        text = self.undo_text
        words = self.tr("Undone: {text}").format(text=text)
        return self._commit(Step(words, self.document.undo, about=self._about.get(text)))

    def redo(self) -> bool:
        """Bring the step back that was undone last."""
        text = self.redo_text
        words = self.tr("Done again: {text}").format(text=text)
        return self._commit(Step(words, self.document.redo, about=self._about.get(text)))

    def preview(
        self,
        verb: Callable[Concatenate[Plan, Arguments], Plan],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Schedule:
        """Where everything would fall after a verb; nothing is kept. Raises `PlanError`."""
        changed = verb(self.plan, *args, **kwargs)
        if changed.calendar is not self.plan.calendar:
            # A drag of a week's hours does this at every step: the new days are laid out at once.
            changed.calendar.axis(changed.facts.start).grow_like(self.schedule.axis)
        return schedule(changed, self.schedule.graph)

    def check_today(self) -> None:
        """Move *today* on when the day has changed."""
        now = self._clock()
        if now != self._today:
            self._today = now
            self.today_changed.emit(now)

    def try_again(self) -> bool:
        """Do what waits, in its order; False where the plan still cannot be saved."""
        if not self._look_at_file():
            return False
        try:
            self.document.connect_anew()
        except MilepostError as error:
            self._fail(error)
            return False
        for each in self._waiting.steps:
            if not self._commit(each) and self._trouble is not None and each.text in self.waiting:
                return False
        self._settle()
        return self._trouble is None

    def let_go(self) -> None:
        """Do without the steps that wait: the plan is as the file holds it."""
        self._waiting.clear()
        if self._trouble is not None and not self._trouble.is_of_file:
            self._trouble = None
        self.trouble_changed.emit()

    def check_file(self) -> None:
        """See whether the file is still the one that is shown; a plan that is only looked at follows it."""
        if self._look_at_file() and self._trouble is not None and self._trouble.is_of_file:
            self._settle()

    def reload(self) -> bool:
        """Show what the file holds now; what waits still waits. False where it cannot be read, and said."""
        try:
            self._read_anew()
        except MilepostError as error:
            self._fail(error)
            return False
        self._settle()
        return True

    def put_back(self) -> Path | None:
        """Write the plan again, or say why not; returns where a file is kept that was damaged."""
        try:
            kept = self.document.put_back()
        except MilepostError as error:
            self.failed.emit(str(error))
            return None
        self.changed.emit(())
        self.try_again()
        return kept

    def save_copy(self, path: Path) -> None:
        """Write a copy, with the steps that wait done in it; here they go on waiting.

        Raises `FileExists`, `CannotWrite`; `PlanError` where a step does not fit, and the copy is without it.
        """
        self.document.save_copy(path)
        if verbs := self._waiting.verbs:
            with Document.open(path) as copy:
                for text, verb in verbs:
                    copy.apply(text, verb)

    def _look_at_file(self) -> bool:
        """Whether the file holds what is shown; where it does not, that is said."""
        standing = self.document.standing()
        if standing is Standing.SAME:
            return True
        try:
            if standing in (Standing.REPLACED, Standing.CHANGED) and (
                self.read_only or self.document.holds_the_same()
            ):
                self._read_anew()
                return True
        except PlanInUse:
            return True  # it is looked at again soon
        except MilepostError:
            standing = Standing.REPLACED  # by what is no plan
        self._say(Trouble(KIND_OF[standing]))
        return False

    def _read_anew(self) -> None:
        self.changed.emit(self.document.reload())

    def _settle(self) -> None:
        """The file is well: what was wrong with it is over, and only steps may wait."""
        self._say(Trouble(TroubleKind.WORKS_AGAIN) if self._waiting else None)

    def _say(self, trouble: Trouble | None) -> None:
        if trouble != self._trouble or self._waiting:
            self._trouble = trouble
            self.trouble_changed.emit()

    def _fail(self, error: MilepostError) -> None:
        """Say what did not work: of the file until it is solved, of what was asked once."""
        if not self.read_only and (trouble := trouble_of(error)) is not None:
            self._say(trouble)
        self.failed.emit(str(error))

    def _commit(self, step: Step) -> bool:
        before = self.schedule
        if self._slow:
            self.saving.emit()
        began = perf_counter()
        try:
            changes = step.edit()
        except MilepostError as error:
            if not self.read_only and trouble_of(error) is not None:
                self._waiting.add(step)
            elif isinstance(error, PlanError):
                self._waiting.remove(step.text)
            self._fail(error)
            return False
        self._slow = perf_counter() - began > SLOW_SECONDS
        self._waiting.remove(step.text)
        if not changes:
            self.followed.emit(self.tr("{text}: it is so already, nothing changed.").format(text=step.text))
            return True
        if self._trouble is not None:
            self._settle()
        self.changed.emit(changes)
        follows = consequences(before, self.schedule, step.about)
        late = lateness(before, self.schedule, self.hold_advice)
        self.followed.emit(" · ".join(filter(None, (step.text, late, follows))))
        return True
