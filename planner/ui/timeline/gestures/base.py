"""What every gesture is: start, move, rest, end or cancel(reason); and what it may ask of the chart.

A gesture changes nothing until its end, which is one edit and so one undo step. While it runs it proposes:
the plan as it would be, scheduled in full, and what the chart shows of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt

from planner.domain.items import NodeId, PhaseId
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.marks import Layout
from planner.ui.timeline.moves import Move
from planner.ui.timeline.rows import Rows

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast

Modifiers = Qt.KeyboardModifier

QUICK_ITEMS = 150
"""In plans up to this size everything a card tells is worked out between two frames of a drag; in larger
ones what takes many schedules waits until the pointer rests."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A day a line runs up to the header from; `place` is where in days, with the fraction of the day."""

    day: date
    place: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubber:
    """A line from one end of an item to the pointer, and the end it would join, where there is one."""

    source: NodeId
    from_start: bool
    target: NodeId | None = None
    to_start: bool = True
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A rectangle drawn over the chart, in days and in pixels from the first row's top."""

    first: float
    last: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What letting go now would do, and what to show of it.

    `move` is the edit and `schedule` where everything would fall; both are None where the plan stays as it
    is, and `stays` says why. `node` is what is held; the card keeps clear of it. The first of `lines` is the
    headline. `forecast` is what the chart adds: the forecast of the plan as it would be.
    """

    node: NodeId | PhaseId | None = None
    move: Move | None = None
    schedule: Schedule | None = None
    stays: str = ""
    guides: tuple[Guide, ...] = ()
    lines: tuple[Line, ...] = ()
    rubber: Rubber | None = None
    band: Band | None = None
    forecast: "Forecast | None" = None


class Stage(Protocol):
    """What a gesture needs of the chart it is made on."""

    @property
    def editor(self) -> Editor: ...

    @property
    def scale(self) -> DateScale: ...

    @property
    def rows(self) -> Rows: ...

    @property
    def settled(self) -> Layout:
        """Where everything in view stands by the plan as it is, whatever is proposed."""

    def below_header(self, at: QPointF) -> QPointF:
        """A point of the widget as one of the layout."""

    def propose(self, proposal: Proposal | None) -> None:
        """Show what letting go would do, or that it would do nothing."""

    def forecast_lines(self) -> tuple[Line, ...]:
        """What the forecast says of what is proposed; a proposal with lines of its own has them already."""

    def pan(self, dx: float, dy: float) -> None:
        """Move what is in view by so many pixels."""

    def say(self, sentence: str) -> None:
        """Say something in the status bar."""

    def select_many(self, ids: Sequence[str], *, add: bool) -> None:
        """Select these rows, and those selected so far where they are to be kept."""


class Gesture:
    """From the press that became a drag to the release, or to Esc."""

    cursor = Qt.CursorShape.ClosedHandCursor

    scrolls = True
    """Whether the chart scrolls along when the pointer comes near an edge of the window."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def start(self, at: QPointF) -> None:
        """The press, in pixels of the chart."""

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        """The pointer moved with the button held, or the chart moved under it."""

    def rest(self) -> None:
        """The pointer has not moved for a moment: time for what takes longer than a frame."""

    def end(self) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Everything back."""


class Refused(Gesture):
    """A drag of something that stays where it is: says why and does nothing."""

    cursor = Qt.CursorShape.ForbiddenCursor
    scrolls = False

    def __init__(self, stage: Stage, sentence: str) -> None:
        super().__init__(stage)
        self._sentence = sentence

    def start(self, at: QPointF) -> None:
        self.stage.say(self._sentence)


class ProposingGesture(Gesture):
    """A gesture whose end applies what it proposed last, or says why that is nothing."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.proposal: Proposal | None = None

    def end(self) -> None:
        proposal = self.proposal
        self.stage.propose(None)
        if proposal is not None and proposal.move is not None:
            self.stage.editor.apply_about(proposal.move.about, proposal.move.text, proposal.move.verb)
        elif proposal is not None and proposal.stays:
            self.stage.say(proposal.stays)

    def cancel(self) -> None:
        self.stage.propose(None)
