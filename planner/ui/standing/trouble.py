"""What keeps the plan that is open from being saved, and the steps that wait for it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum

from planner.domain.changes import Changes
from planner.domain.errors import (
    CannotWrite,
    MilepostError,
    PlanDamaged,
    PlanGone,
    PlanReadOnly,
    PlanReplaced,
)
from planner.domain.plan import Plan
from planner.storage.database import Standing


class TroubleKind(Enum):
    """What is wrong with the file."""

    NOT_WRITTEN = "not written"
    """The disk is full, reports an error, allows no changes, or another program is using the file."""
    GONE = "gone"
    REPLACED = "replaced"
    DAMAGED = "damaged"
    WORKS_AGAIN = "works again"
    """Nothing is wrong any more, but steps wait that could not be saved before."""


OF_THE_FILE = (TroubleKind.GONE, TroubleKind.REPLACED, TroubleKind.DAMAGED)
"""What looking at the file shows, and shows to be over; the rest is shown by writing."""

KIND_OF = {
    Standing.GONE: TroubleKind.GONE,
    Standing.REPLACED: TroubleKind.REPLACED,
    Standing.CHANGED: TroubleKind.REPLACED,
    Standing.DAMAGED: TroubleKind.DAMAGED,
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """A state of the file that stays until it is solved; `reason` is part of a sentence.

    `said` is the sentence of the error that showed it.
    """

    kind: TroubleKind
    reason: str = ""
    said: str = field(default="", compare=False)

    @property
    def is_of_file(self) -> bool:
        """Whether looking at the file shows it."""
        return self.kind in OF_THE_FILE


@dataclass(frozen=True, slots=True)
class Step:
    """Something the learner did that may not have been saved yet.

    `verb` is what it does to a plan; None for undo and redo, which are about the step before. `about` is what
    it was done to by hand.
    """

    text: str
    edit: Callable[[], Changes]
    verb: Callable[[Plan], Plan] | None = None
    about: Collection[str] | None = None


def trouble_of(error: MilepostError) -> Trouble | None:
    """What an error says of the file; None where it is about what was asked, not about the file."""
    if isinstance(error, PlanGone):
        return Trouble(TroubleKind.GONE, error.reason, str(error))
    if isinstance(error, PlanReplaced):
        return Trouble(TroubleKind.REPLACED, error.reason, str(error))
    if isinstance(error, PlanDamaged):
        return Trouble(TroubleKind.DAMAGED, error.detail, str(error))
    if isinstance(error, CannotWrite | PlanReadOnly):
        return Trouble(TroubleKind.NOT_WRITTEN, error.reason, str(error))
    return None


class WaitingSteps:
    """The steps that could not be saved, oldest first. What was done twice waits once."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All of them."""
        return tuple(self._steps)

    @property
    def texts(self) -> tuple[str, ...]:
        """What undo will call them."""
        return tuple(each.text for each in self._steps)

    @property
    def verbs(self) -> tuple[tuple[str, Callable[[Plan], Plan]], ...]:
        """What they do to a plan, with their texts; an undo or a redo does nothing to a copy."""
        return tuple((each.text, each.verb) for each in self._steps if each.verb is not None)

    def add(self, step: Step) -> None:
        """Let a step wait. Undo and redo are about what is saved, so they wait only by themselves."""
        self.remove(step.text)
        edits = [each for each in self._steps if each.verb is not None]
        if step.verb is not None:
            self._steps = [*edits, step]
        elif not edits:
            self._steps = [step]

    def remove(self, text: str) -> None:
        """It was saved, or the learner does without it."""
        self._steps = [each for each in self._steps if each.text != text]

    def clear(self) -> None:
        """Do without all of them."""
        self._steps = []
