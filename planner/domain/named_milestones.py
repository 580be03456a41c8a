"""A milestone as a person names it: by its id, its title, or a part of the title that no other has."""

import difflib

from planner.domain.errors import InvalidValue
from planner.domain.items import Milestone, MilestoneId
from planner.domain.plan import Plan

_MOST_NAMED = 6


def milestone_named(plan: Plan, text: str) -> MilestoneId:
    """The milestone that is meant; raises `InvalidValue`, which names those that could be."""
    if text in plan.milestones:
        return MilestoneId(text)
    wanted = _folded(text)
    titles = [(each, _folded(each.title)) for each in plan.milestones.values()]
    for found in (
        [each for each, title in titles if title == wanted],
        [each for each, title in titles if wanted and wanted in title],
    ):
        if len(found) == 1:
            return found[0].id
        if found:
            raise InvalidValue(f"“{text}” could be {_listed(found)}. Type more of the title, or the id.")
    if not titles:
        raise InvalidValue("This plan has no milestones yet.")
    near = difflib.get_close_matches(wanted, [title for _, title in titles], 1)
    meant = [each for each, title in titles if title in near]
    hint = (
        f"Did you mean “{meant[0].title}”?" if meant else f"It has {_listed([each for each, _ in titles])}."
    )
    raise InvalidValue(f"This plan has no milestone “{text}”. {hint}")


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _listed(milestones: list[Milestone]) -> str:
    """Titles, with ids where titles are the same."""
    shown = [
        f"“{each.title}” ({each.id})"
        if sum(other.title == each.title for other in milestones) > 1
        else f"“{each.title}”"
        for each in milestones[:_MOST_NAMED]
    ]
    more = len(milestones) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    *others, last = shown
    return f"{', '.join(others)} and {last}" if others else last
