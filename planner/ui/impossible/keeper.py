"""ProblemKeeper: what in the open plan cannot be, judged anew a moment after each edit.

Where work of weeks gone by is open it is judged as what it is, still to do: on the plan caught up to today.
What is pressed then catches up first, in the same step. The keeper is made once the window has settled:
neither the start nor an edit waits for it.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.catching_up.ground import catch_up_and, caught_up, open_hours
from planner.domain.impossible.lever import Lever
from planner.domain.impossible.levers import levers
from planner.domain.impossible.problems import Problem, problems
from planner.domain.items import BaselineId, MilestoneId, new_id
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor

RESTING_MS = 120
"""Edits that follow each other this closely are judged together."""


class ProblemKeeper(QObject):
    """Knows the problems of the plan as it is in the file, and the levers that solve them."""

    changed = Signal()
    """What is known is true of the plan as it is now."""

    arisen = Signal(str, str)
    """An edit made something impossible that was not: in a few words, and in a sentence."""

    trying = Signal(object)
    """The learner wants to look at a `WhatIf`."""

    catch_up_asked = Signal()
    """The learner wants to see the ways to catch up."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._problems: tuple[Problem, ...] = ()
        self._levers: dict[Problem, tuple[Lever, ...]] = {}
        self._judged: Schedule | None = None
        self._ground = editor.schedule
        self._open_hours = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTING_MS)
        self._rest.timeout.connect(self.renew)
        editor.changed.connect(lambda _changes: self._rest.start())
        editor.today_changed.connect(lambda _day: self._rest.start())
        self.renew()

    @property
    def fresh(self) -> bool:
        """Whether what is known is of the plan as it is now."""
        return self._judged is self.editor.schedule and not self._rest.isActive()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What cannot be."""
        return self._problems

    @property
    def open_hours(self) -> float:
        """Hours planned before today that are still open; 0 while they are less than a week's."""
        return self._open_hours

    @property
    def ground(self) -> Schedule:
        """Where everything falls with what is open still to do: the plan's schedule where nothing is."""
        return self._ground

    def of(self, milestone: MilestoneId) -> Problem | None:
        """What cannot be about a milestone."""
        return next((each for each in self._problems if each.milestone == milestone), None)

    def levers(self, problem: Problem) -> tuple[Lever, ...]:
        """What would solve a problem; worked out when it is first asked for."""
        if problem not in self._levers:
            today, ground = self.editor.today, self._ground
            self._levers[problem] = levers(ground.plan, ground, today, problem, self._judged)
        return self._levers[problem]

    def press(self, lever: Lever) -> None:
        """Do what a lever says, as one undo step, or let it be looked at first."""
        if lever.tried is not None:
            self.trying.emit(lever.tried)
        elif self._open_hours:
            words = self.tr("Catch up, then: {words}").format(words=lever.words)
            self.editor.apply(words, catch_up_and, lever.verb, self.editor.today, BaselineId(new_id()))
        else:
            self.editor.apply(lever.words, lever.verb)

    def renew(self) -> None:
        """Judge the plan as it is now."""
        self._rest.stop()
        first, known = self._judged is None, {each.key for each in self._problems}
        self._judged, today = self.editor.schedule, self.editor.today
        self._open_hours = open_hours(self._judged, today)
        self._ground = caught_up(self._judged, today) if self._open_hours else self._judged
        self._problems = problems(self._ground.plan, self._ground, today)
        self._levers = {}
        self.changed.emit()
        arisen = [each for each in self._problems if each.key not in known]
        if arisen and not first:
            self.arisen.emit(arisen[0].in_short, arisen[0].sentence)
