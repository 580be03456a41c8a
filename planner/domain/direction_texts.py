"""What an item of a roadmap is called and about in one direction or another.

Where a track or a cloud gives an item another title it is other work there; where it gives only another
description it is the same work. Other work that stands beside what was done already has the id of the
roadmap with the choice behind it: “domain-project@nlp”.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any, TypeVar

from planner.domain.checklist_facts import ChecklistItem
from planner.domain.items import Activity, Milestone
from planner.domain.planting import as_chosen
from planner.domain.roadmap import ActivityTemplate, Choice, ItemTemplate, MilestoneTemplate, Roadmap

_BETWEEN = "@"
_TYPED = ("title", "link")
"""Texts a learner can change; their own stay."""

_Template = TypeVar("_Template", ActivityTemplate, MilestoneTemplate, ItemTemplate)
_Fact = TypeVar("_Fact", Activity, Milestone, ChecklistItem)
Choices = tuple[str, str]
"""A track and a cloud, by their ids."""


def base_id(item_id: str) -> str:
    """The id an item has in the roadmap, whatever direction it is for."""
    return item_id.partition(_BETWEEN)[0]


def id_for(template_id: str, label: str) -> str:
    """The id of an item that stands for a direction beside another."""
    return f"{template_id}{_BETWEEN}{label}"


class Wordings:
    """The texts of one template for all tracks and clouds; `now` are those the plan has."""

    def __init__(self, roadmap: Roadmap, template: Any, now: Choices) -> None:
        self._template = template
        self._tracks = self._choosing(roadmap.tracks)
        self._clouds = self._choosing(roadmap.clouds)
        ways = product((each.id for each in roadmap.tracks), (each.id for each in roadmap.clouds))
        self._ways: list[Choices] = [now, *(way for way in ways if way != now)]

    def label(self, way: Choices) -> str:
        """Which work the template is for these choices; the same for all where no title differs."""
        axes = zip(way, (self._tracks, self._clouds), strict=True)
        return "+".join(choice for choice, told in axes if told)

    def label_of(self, fact: Activity | ChecklistItem) -> str:
        """Which work an item of a plan is: what its id says, else what its texts are."""
        return fact.id.partition(_BETWEEN)[2] or self.label(self.way_of(fact))

    def way_of(self, fact: Activity | Milestone | ChecklistItem) -> Choices:
        """The choices whose texts an item has; those of the plan where several have them."""
        return max(self._ways, key=lambda way: self._likeness(fact, way))

    def reworded(self, fact: _Fact, way: Choices) -> _Fact:
        """An item with the texts for these choices; a title or link of the learner's own stays."""
        old, new = self._texts(fact, self.way_of(fact)), self._texts(fact, way)
        own = {name for name in _TYPED if name in old and getattr(fact, name) != old[name]}
        return replace(fact, **{name: text for name, text in new.items() if name not in own})

    def _choosing(self, offered: Sequence[Choice]) -> bool:
        """Whether one of these choices gives the template another title."""
        variants = self._template.variants
        return any(each.id in variants and variants[each.id].title is not None for each in offered)

    def _likeness(self, fact: Any, way: Choices) -> int:
        return sum(getattr(fact, name) == text for name, text in self._texts(fact, way).items())

    def _texts(self, fact: Any, way: Choices) -> dict[str, Any]:
        template = as_chosen(self._template, way)
        names = ("title", "about", "hint", "warning", "provider", "link", "tools")
        return {
            name: getattr(template, name) for name in names if hasattr(template, name) and hasattr(fact, name)
        }
