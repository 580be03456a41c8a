"""The ways to catch up, worked out for the plan that is open: what each card of the dialog shows."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from planner.domain.catching_up.absorb import absorb, buffer_sentences
from planner.domain.catching_up.compress import Hold, all_holds, compress
from planner.domain.catching_up.proposal import Proposal
from planner.domain.catching_up.ranges import FinishRanges
from planner.domain.catching_up.shift import shift
from planner.domain.catching_up.words import remarks
from planner.domain.forecast.forecast import Quantiles
from planner.domain.forecast.shapes import Shape
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import number_text


class Way(StrEnum):
    """How to catch up."""

    SHIFT = "shift"
    COMPRESS = "compress"
    BUFFER = "buffer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One way. `proposal` and `range` are None where it cannot be taken; `notes` then say why.

    `accept` is what its button says.
    """

    way: Way
    title: str
    about: str
    accept: str
    notes: tuple[str, ...]
    proposal: Proposal | None = None
    range: Quantiles | None = field(default=None)


class Offers:
    """Works out the ways for one plan and day."""

    def __init__(self, current: Schedule, today: date, shape: Shape) -> None:
        self._current = current
        self._today = max(today, current.plan.facts.status_date)
        self._ranges = FinishRanges(self._today, shape)
        self.range_now = self._ranges.of(current)
        self.shift = self._shift()

    @property
    def plan(self) -> Plan:
        """The plan as it is."""
        return self._current.plan

    @property
    def ahead(self) -> bool:
        """Whether the learner is ahead of the plan: what is left would come earlier."""
        return self.shift.proposal is not None and self.shift.proposal.ahead

    def ways(self) -> tuple[Offer, ...]:
        """All that make sense: who is ahead, or where no hours would hold any date better, has one."""
        proposal = self.shift.proposal
        if self.ahead or proposal is None or not (proposal.moves or self.first_hold.asks_for_more):
            return (self.shift,)
        return (self.shift, self.compress(self.first_hold), self._absorb())

    @property
    def first_hold(self) -> Hold:
        """The day to begin with: the finish; where nothing is to be moved, one that takes more hours."""
        proposal = self.shift.proposal
        if proposal is not None and not proposal.moves:
            return next((each for each in self.holds if each.asks_for_more), self.holds[0])
        return self.holds[0]

    @cached_property
    def holds(self) -> tuple[Hold, ...]:
        """Which hours a week hold which day, the finish first."""
        return all_holds(self.plan, self._today, self._current)

    def compress(self, hold: Hold) -> Offer:
        """More hours a week, so that a day holds; where none do that, the most there are."""
        proposal = None
        notes = [hold.sentence]
        accept = translate("Study more")
        hours = hold.hours
        if hours is None and hold.most_hours > hold.now_hours:
            hours = hold.most_hours
        if hours is not None:
            proposal = compress(self.plan, self._today, hours, hold.goal, self._current)
            if hold.hours is not None:
                notes.append(self._ranges.holding_words(proposal.schedule, hold.goal))
            notes += remarks(proposal)
            accept = translate("Study {hours} h a week").format(hours=number_text(hours))
        else:
            notes.append(translate("You study your most already. The other two ways need no more hours."))
        if proposal is not None and not proposal.changes:
            notes.append(_nothing())
        return Offer(
            way=Way.COMPRESS,
            title=translate("&More hours"),
            about=translate("What is left starts today, with more hours a week, so that a date holds."),
            accept=accept,
            notes=tuple(notes),
            proposal=proposal,
            range=None if proposal is None else self._ranges.of(proposal.schedule),
        )

    def _shift(self) -> Offer:
        proposal = shift(self.plan, self._today, self._current)
        about = translate("What is left starts today, at your usual hours. Your own targets move along.")
        title, accept = translate("&Shift"), translate("Start from today")
        if proposal.ahead:
            about = translate("What is left starts today, earlier than planned. Your own targets stay.")
            title, accept = translate("&Bring forward"), translate("Bring forward")
        return Offer(
            way=Way.SHIFT,
            title=title,
            about=about,
            accept=accept,
            notes=remarks(proposal) if proposal.changes else (_nothing(),),
            proposal=proposal,
            range=self._ranges.of(proposal.schedule),
        )

    def _absorb(self) -> Offer:
        proposal = absorb(self.plan, self._today, self._current)
        notes = (*buffer_sentences(proposal), *remarks(proposal, targets=False))
        if self.shift.proposal is not None and self.shift.proposal.plan == proposal.plan:
            notes += (translate("No target of yours would move, so Shift does the same."),)
        return Offer(
            way=Way.BUFFER,
            title=translate("&Use the buffer"),
            about=translate("What is left starts today. Your targets stay; the days to spare take it."),
            accept=translate("Use the buffer"),
            notes=notes if proposal.changes else (_nothing(),),
            proposal=proposal,
            range=self._ranges.of(proposal.schedule),
        )


def _nothing() -> str:
    return translate("This changes nothing: your plan is settled up to today already.")


def translate(text: str) -> str:
    """A text of these dialogs in the language of the window."""
    return QCoreApplication.translate("CatchUp", text)
