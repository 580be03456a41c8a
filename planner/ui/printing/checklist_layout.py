"""checklist_pages(...) -> pages: a milestone's checklist on paper, or those of the whole path. Pure.

Sizes are points from a page's top left corner. What does not fit a page goes on on the next one, under the
names of the phase and the milestone it belongs to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from planner.domain.checklist_facts import ChecklistItem
from planner.domain.items import (
    Milestone,
    MilestoneId,
    Phase,
)
from planner.domain.plan import Plan
from planner.domain.progress import Count, checklist_count, plan_count, required_left
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, isolated, long_day_text
from planner.ui.printing.checklist_blocks import Band, Block, Head, ItemBlock, Remark
from planner.ui.printing.checklist_lines import Frame
from planner.ui.printing.checklist_words import ChecklistWords
from planner.ui.printing.page_setup import Detail, PageSetup
from planner.ui.printing.shapes import (
    Line,
    Measure,
    Shape,
    Style,
    Text,
    Tone,
    Weight,
    elided,
    right,
    text_block,
)

MARGIN = 36.0

_TITLE = Style(17.2, Weight.BOLD)
_TITLE_AGAIN = Style(10.6, Weight.BOLD)
_ABOUT = Style(9.4, tone=Tone.MUTED)
_PROGRAM = Style(9.4, Weight.SEMIBOLD, Tone.MUTED)
_STAMP = Style(7.8, tone=Tone.MUTED)
_FOOT = 24.0
_PART_GAP = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFacts:
    """What the pages say of themselves: when they were printed, and from which revision."""

    printed: date
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistPage:
    """One page: what is drawn on it, links among it, and the milestones that begin on it."""

    shapes: list[Shape]
    begins: list[str] = field(default_factory=list)


def checklist_pages(
    plan: Plan,
    schedule: Schedule,
    milestone: MilestoneId | None,
    facts: PrintFacts,
    setup: PageSetup,
    words: ChecklistWords,
    measure: Measure,
) -> list[ChecklistPage]:
    """The pages of one milestone's checklist, or of all milestones' by phase where it is None.

    Raises `UnknownItem` for a milestone that is not in the plan.
    """
    wide, high = setup.points
    full = setup.detail is Detail.DETAIL
    frame = Frame(MARGIN, wide - MARGIN, measure, words, full)
    pages = _Pages(_Heading.of(plan, schedule, milestone, words), facts, frame, high)
    if milestone is not None:
        found = plan.milestone(milestone)
        pages.put(_part(plan, schedule, found, frame, band=None, band_again=None, alone=True))
        return pages.finish()
    for phase in plan.ordered_phases:
        rows = [each for each in plan.rows_of_phase[phase.id] if isinstance(each, Milestone)]
        title, side = _phase_title(plan, phase), _phase_side(plan, rows, words)
        band = Band(frame, title, side, phase.colour)
        again = Band(frame, words.again.format(title=title), side, phase.colour)
        for number, each in enumerate(rows):
            pages.put(_part(plan, schedule, each, frame, band=None if number else band, band_again=again))
    if not plan.milestones:
        pages.put(_Part(None, None, None, None, (Remark(frame, words.none),), ""))
    return pages.finish()


@dataclass(frozen=True, slots=True)
class _Part:
    """A milestone's blocks: the phase's band where it begins one, its head, its items.

    The `again` blocks stand on the next page over what goes on there.
    """

    band: Block | None
    band_again: Block | None
    head: Block | None
    head_again: Block | None
    items: tuple[Block, ...]
    bookmark: str

    @property
    def least(self) -> float:
        """The height that has to be free, as no head stands alone at a page's foot."""
        first = self.items[0].height if self.items else 0.0
        return first + sum(each.height for each in (self.band, self.head) if each is not None)


@dataclass(frozen=True, slots=True)
class _Heading:
    """The words at the head of the pages. Where `context` and `state` do not fit, the context gives way."""

    title: str
    context: str
    state: str
    warning: str

    @classmethod
    def of(
        cls, plan: Plan, schedule: Schedule, milestone: MilestoneId | None, words: ChecklistWords
    ) -> "_Heading":
        """Those of one milestone, or of the whole path."""
        if milestone is None:
            count, items = plan_count(plan), tuple(plan.checklist.values())
            finish = words.finish.format(day=day_text(schedule.finish))
            title, context, state = words.path, plan.facts.title, [_count(count, words), finish]
        else:
            found, items = plan.milestone(milestone), plan.items_of_milestone[milestone]
            title, context = found.title, _phase_title(plan, plan.phases[found.phase])
            state = _state(plan, schedule, found, words)
        return cls(title, context, "".join(f" · {each}" for each in state), _lacking(items, words))


class _Pages:
    """Pages while they are filled, from the first to the last."""

    def __init__(self, heading: _Heading, facts: PrintFacts, frame: Frame, high: float) -> None:
        self._heading = heading
        self._facts = facts
        self._frame = frame
        self._foot = high - MARGIN
        self._bottom = self._foot - _FOOT
        self._pages: list[ChecklistPage] = []
        self._fresh = True
        self._begin()

    def put(self, part: _Part) -> None:
        """Put a milestone after what is there, on a new page where its beginning does not fit."""
        gap = 0.0 if self._fresh else _PART_GAP
        if not self._fresh and self._y + gap + part.least > self._bottom:
            self._begin()
            self._draw(part.band or part.band_again)
        else:
            self._y += gap
            self._draw(part.band)
        if part.bookmark:
            self._pages[-1].begins.append(part.bookmark)
        self._draw(part.head)
        for item in part.items:
            if not self._fresh and self._y + item.height > self._bottom:
                self._begin()
                self._draw(part.band_again)
                self._draw(part.head_again)
            self._draw(item)

    def finish(self) -> list[ChecklistPage]:
        """All pages, each with its number."""
        for number, page in enumerate(self._pages, start=1):
            page.shapes.extend(self._footer(number))
        return self._pages

    def _draw(self, block: Block | None) -> None:
        if block is None:
            return
        self._pages[-1].shapes.extend(block.at(self._y))
        self._y += block.height
        self._fresh = False

    def _begin(self) -> None:
        first = not self._pages
        self._pages.append(ChecklistPage(shapes=list(self._header() if first else self._header_again())))
        self._y = 92.0 if first else 64.0
        self._fresh = True

    def _header(self) -> Iterator[Shape]:
        frame, measure, words = self._frame, self._frame.measure, self._frame.words
        printed = self._stamp()
        yield from text_block(self._heading.title, frame.left, 54, frame.wide - 60, 0, _TITLE, measure)
        yield right(words.program, frame.right, 54, _PROGRAM, measure)
        room = frame.wide - measure(printed, _STAMP) - 14
        left = max(room - measure(self._heading.state, _ABOUT), 0.2 * room)
        about = isolated(elided(self._heading.context, left, _ABOUT, measure)) + self._heading.state
        yield Text(frame.left, 70, elided(about, room, _ABOUT, measure), _ABOUT)
        yield right(printed, frame.right, 70, _STAMP, measure)
        yield Line(frame.left, 80, frame.right, 80, 1.2, Tone.MUTED)

    def _header_again(self) -> Iterator[Shape]:
        frame, measure = self._frame, self._frame.measure
        printed = self._stamp()
        room = frame.wide - measure(printed, _STAMP) - 14
        yield from text_block(self._heading.title, frame.left, 47, room, 0, _TITLE_AGAIN, measure)
        yield right(printed, frame.right, 47, _STAMP, measure)
        yield Line(frame.left, 53, frame.right, 53, 0.9, Tone.MUTED)

    def _stamp(self) -> str:
        printed, revision = long_day_text(self._facts.printed), self._facts.revision
        return self._frame.words.printed.format(day=printed, revision=revision)

    def _footer(self, number: int) -> Iterator[Shape]:
        frame, measure = self._frame, self._frame.measure
        page = frame.words.page.format(page=number, pages=len(self._pages))
        yield Line(frame.left, self._foot - 12, frame.right, self._foot - 12, 0.9, Tone.MUTED)
        if self._heading.warning:
            strong = Style(_STAMP.size, Weight.SEMIBOLD)
            yield Text(frame.left, self._foot, self._heading.warning, strong)
        yield right(page, frame.right, self._foot, _STAMP, measure)


def _part(
    plan: Plan,
    schedule: Schedule,
    milestone: Milestone,
    frame: Frame,
    *,
    band: Band | None,
    band_again: Band | None,
    alone: bool = False,
) -> _Part:
    """A milestone's blocks; alone on its pages its name stands at their head already."""
    words = frame.words
    side = " · ".join(_state(plan, schedule, milestone, words))
    about = milestone.about if frame.full else ""
    colour = plan.phases[milestone.phase].colour
    head: Block | None = Head(frame, milestone.title, side, colour, about)
    if alone:
        head = Remark(frame, about) if about else None
    again = None if alone else Head(frame, words.again.format(title=milestone.title), side, colour)
    items = tuple(ItemBlock(each, _link(plan, each), frame) for each in plan.items_of_milestone[milestone.id])
    blocks: tuple[Block, ...] = items or (Remark(frame, words.empty),)
    return _Part(band, band_again, head, again, blocks, milestone.title)


def _link(plan: Plan, item: ChecklistItem) -> str:
    """The link of the activity that produces an item, if it has one."""
    producer = None if item.produced_by is None else plan.activities.get(item.produced_by)
    return "" if producer is None else producer.link


def _state(plan: Plan, schedule: Schedule, milestone: Milestone, words: ChecklistWords) -> list[str]:
    """When a milestone is, and how much of it is done: “lands 20 Jun 2027”, “6 of 9 done”."""
    lands = schedule.work_lands(milestone.id)
    parts = []
    if milestone.reached_on is not None:
        parts.append(words.reached.format(day=day_text(milestone.reached_on)))
    else:
        if milestone.target is not None:
            parts.append(words.target.format(day=day_text(milestone.target)))
        if lands is not None and lands != milestone.target:
            parts.append(words.lands.format(day=day_text(lands)))
    count, left = checklist_count(plan, milestone.id), required_left(plan, milestone.id)
    if count.total:
        parts.append(_count(count, words))
    if left and count.done:
        parts.append(words.required_left.format(count=left))
    return parts


def _count(count: Count, words: ChecklistWords) -> str:
    return words.done_of.format(done=count.done, total=count.total)


def _lacking(items: tuple[ChecklistItem, ...], words: ChecklistWords) -> str:
    count = sum(each.lacks_evidence for each in items)
    if not count:
        return ""
    return words.lacking_one if count == 1 else words.lacking.format(count=count)


def _phase_title(plan: Plan, phase: Phase) -> str:
    """A group's name, after those of the groups it lies in."""
    return " › ".join(each.title for each in reversed(plan.groups_around(phase.id)))


def _phase_side(plan: Plan, milestones: list[Milestone], words: ChecklistWords) -> str:
    counts = [checklist_count(plan, each.id) for each in milestones]
    count = Count(sum(each.done for each in counts), sum(each.total for each in counts))
    return _count(count, words) if count.total else ""
