"""Editor: the open document for Qt. `apply` is the one way in, `changed` the one way out."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.changes import Changes
from planner.domain.errors import MilepostError
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import HoldAdvice, hours_to_hold
from planner.storage.document import Document
from planner.ui.consequences import consequences, lateness

Arguments = ParamSpec("Arguments")

_DAY_CHECK_MS = 30_000


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

    today_changed = Signal(object)
    """The new day."""

    def __init__(self, document: Document, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._clock = today
        self._today = today()
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
            self._advice[key] = hours_to_hold(current.plan, milestone, self._today, current.graph)
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

    def apply(
        self,
        text: str,
        verb: Callable[Concatenate[Plan, Arguments], Plan],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> bool:
        """Apply a verb and commit it as one undo step called `text`; False when it was refused, and said."""
        return self._commit(text, lambda: self.document.apply(text, verb, *args, **kwargs))

    def apply_about(self, about: Collection[str] | None, text: str, verb: Callable[[Plan], Plan]) -> bool:
        """`apply` for items that are moved together by hand: what follows is told besides them."""
        if about is not None:
            self._about[text] = about
        return self._commit(text, lambda: self.document.apply(text, verb), about)

    def undo(self) -> bool:
        """Take the last step back."""
        text = self.undo_text
        return self._commit(
            self.tr("Undone: {text}").format(text=text), self.document.undo, self._about.get(text)
        )

    def redo(self) -> bool:
        """Bring the step back that was undone last."""
        text = self.redo_text
        return self._commit(
            self.tr("Done again: {text}").format(text=text), self.document.redo, self._about.get(text)
        )

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

    def _commit(self, text: str, edit: Callable[[], Changes], about: Collection[str] | None = None) -> bool:
        before = self.schedule
        try:
            changes = edit()
        except MilepostError as error:
            self.failed.emit(str(error))
            return False
        if not changes:
            self.followed.emit(self.tr("{text}: it is so already, nothing changed.").format(text=text))
            return True
        self.changed.emit(changes)
        follows = consequences(before, self.schedule, about)
        late = lateness(before, self.schedule, self.hold_advice)
        self.followed.emit(" · ".join(filter(None, (text, late, follows))))
        return True
