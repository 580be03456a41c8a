"""checklist_pages(...) -> pages: a milestone's checklist on paper, or those of the whole path. Pure.

In landscape a page has two columns. Sizes are points.
"""

from dataclasses import replace

from planner.domain.checklist_facts import ChecklistItem
from planner.domain.items import Milestone, MilestoneId, Phase
from planner.domain.plan import Plan
from planner.domain.progress import Count, checklist_count, plan_count, required_left
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text
from planner.ui.printing.checklist_blocks import Band, Block, Head, ItemBlock, Remark
from planner.ui.printing.checklist_flow import (
    COLUMN_GAP,
    MARGIN,
    ChecklistPage,
    Heading,
    Pages,
    Part,
    PrintFacts,
)
from planner.ui.printing.checklist_lines import Frame
from planner.ui.printing.checklist_words import ChecklistWords
from planner.ui.printing.page_setup import Detail, PageSetup
from planner.ui.printing.shapes import Measure


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
    whole = Frame(MARGIN, wide - MARGIN, measure, words, full)
    frame = replace(whole, right=MARGIN + (whole.wide - COLUMN_GAP) / 2) if setup.landscape else whole
    pages = Pages(_heading(plan, schedule, milestone, words), facts, whole, frame, high)
    if milestone is not None:
        found = plan.milestone(milestone)
        pages.put(_part(plan, schedule, found, frame, band=None, band_again=None, alone=True))
        return pages.finish()
    for phase in plan.ordered_phases:
        rows = [each for each in plan.rows_of_phase[phase.id] if isinstance(each, Milestone)]
        # With one milestone its own count says all.
        title, side = _phase_title(plan, phase), _phase_side(plan, rows, words) if len(rows) > 1 else ""
        band = Band(frame, title, side, phase.colour)
        again = Band(frame, words.again.format(title=title), side, phase.colour)
        for number, each in enumerate(rows):
            pages.put(_part(plan, schedule, each, frame, band=None if number else band, band_again=again))
    if not plan.milestones:
        pages.put(Part(None, None, None, None, (Remark(frame, words.none),), ""))
    return pages.finish()


def _heading(plan: Plan, schedule: Schedule, milestone: MilestoneId | None, words: ChecklistWords) -> Heading:
    """The head of one milestone's pages, or of the whole path's."""
    if milestone is None:
        count, items = plan_count(plan), tuple(plan.checklist.values())
        finish = words.finish.format(day=day_text(schedule.finish))
        title, context, state = words.path, plan.facts.title, [_count(count, words), finish]
    else:
        found, items = plan.milestone(milestone), plan.items_of_milestone[milestone]
        title, context = found.title, _phase_title(plan, plan.phases[found.phase])
        state = _state(plan, schedule, found, words)
    return Heading(title, context, "".join(f" · {each}" for each in state), _lacking(items, words))


def _part(
    plan: Plan,
    schedule: Schedule,
    milestone: Milestone,
    frame: Frame,
    *,
    band: Band | None,
    band_again: Band | None,
    alone: bool = False,
) -> Part:
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
    return Part(band, band_again, head, again, blocks, milestone.title)


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
