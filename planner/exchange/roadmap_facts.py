"""The figures worth showing of the roadmap that ships, without reading and checking all of it.

Checking a whole roadmap loads what it takes to check any, which takes longer than a page of charts; the one
that ships is checked by the tests.
"""

import tomllib
from functools import cache
from pathlib import Path

from planner.domain.items import Provenance
from planner.domain.roadmap import RoadmapFact
from planner.paths import resource


def shipped_roadmap() -> Path:
    """The file of the roadmap that ships with Milepost."""
    return resource("roadmaps/machine-learning-engineer.toml")


@cache
def shipped_facts() -> dict[str, RoadmapFact]:
    """Its figures by their ids."""
    data = tomllib.loads(shipped_roadmap().read_text(encoding="utf-8"))
    facts = (RoadmapFact(**{**each, "provenance": Provenance(each["provenance"])}) for each in data["facts"])
    return {each.id: each for each in facts}
