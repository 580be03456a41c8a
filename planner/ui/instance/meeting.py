"""Whether another Milepost runs already, and how the two meet: the outcome, and the way of each system."""

import sys
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.ui.instance.request import Request

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from planner.ui.instance.hearing import Hearing

PATIENCE_SECONDS = 4.0
"""How long a start waits for the running Milepost to take its request: it may be drawing a large plan."""

TAKEN = b"taken\n"
"""What the running Milepost answers to a request that it understands."""


class Outcome(Enum):
    """What a start found."""

    FIRST = auto()
    """No other runs; this one listens from now on."""

    TAKEN = auto()
    """Another runs and has taken the request: this one has nothing left to do."""

    UNANSWERED = auto()
    """Another runs and does not answer: this one works by itself."""


class Ear(Protocol):
    """What the running Milepost is spoken to through; what is said waits in it until it is heard."""

    def hear(self, settings: Path, parent: "QObject") -> "Hearing":
        """Begin to hear; needs the application."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """How a start and a running Milepost met."""

    outcome: Outcome
    settings: Path
    ear: Ear | None = None
    """There where this one is the first and the system lets it listen."""

    def listen(self, parent: "QObject") -> "Hearing | None":
        """Hear what later starts ask for, and what waits since the meeting; None where there is no ear."""
        return None if self.ear is None else self.ear.hear(self.settings, parent)


def meet(settings: Path, request: Request, patience: float = PATIENCE_SECONDS) -> Meeting:
    """Hand the request to the Milepost that runs with these settings, or become that one."""
    settings = settings.resolve()
    if sys.platform == "win32":
        from planner.ui.instance import pipes

        return pipes.meet(settings, request, patience)
    from planner.ui.instance import sockets

    return sockets.meet(settings, request, patience)
