"""What the tables of a roadmap say to each other: ids that are there once, names that exist, sums above 0.

Each check yields (where, problem) for what does not hold, in the order of the file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from planner.exchange.roadmap_lines import Where
from planner.exchange.roadmap_schema import ActivityTable, RoadmapTable

Problems = Iterator[tuple[Where, str]]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def problems(table: RoadmapTable) -> Problems:
    """Everything that does not hold, the first found first."""
    return chain(
        _repeated_ids(table), _unknown_names(table), _choices(table), _ranges(table), _lengths(table)
    )


def _repeated_ids(table: RoadmapTable) -> Problems:
    yield from _repeated(("backgrounds", table.backgrounds))
    yield from _repeated(("tracks", table.tracks), ("clouds", table.clouds))
    yield from _repeated(("facts", table.facts))
    # Phases, activities and milestones are rows of one outline, which knows them by their ids.
    yield from _repeated(
        ("phases", table.phases), ("activities", table.activities), ("milestones", table.milestones)
    )
    seen: set[str] = set()
    for where, named in chain(_steps(table), _items(table)):
        if named.id in seen:
            yield (*where, "id"), f"“{named.id}” is there twice"
        seen.add(named.id)


def _repeated(*lists: tuple[str, Sequence[_Named]]) -> Problems:
    seen: set[str] = set()
    for name, entries in lists:
        for place, entry in enumerate(entries):
            if entry.id in seen:
                yield (name, place, "id"), f"“{entry.id}” is there twice"
            seen.add(entry.id)


def _steps(table: RoadmapTable) -> Iterator[tuple[Where, _Named]]:
    for place, activity in enumerate(table.activities):
        for number, step in enumerate(activity.steps):
            yield ("activities", place, "steps", number), step


def _items(table: RoadmapTable) -> Iterator[tuple[Where, _Named]]:
    for place, milestone in enumerate(table.milestones):
        for number, item in enumerate(milestone.checklist):
            yield ("milestones", place, "checklist", number), item


def _unknown_names(table: RoadmapTable) -> Problems:
    phases = {each.id for each in table.phases}
    activities = {each.id for each in table.activities}
    milestones = {each.id for each in table.milestones}
    for place, activity in enumerate(table.activities):
        yield from _unknown(("activities", place, "phase"), "phase", [activity.phase], phases)
        yield from _unknown(
            ("activities", place, "after"), "activity or milestone", activity.after, activities | milestones
        )
    for place, milestone in enumerate(table.milestones):
        yield from _unknown(("milestones", place, "phase"), "phase", [milestone.phase], phases)
        yield from _unknown(
            ("milestones", place, "after"), "activity or milestone", milestone.after, activities | milestones
        )
        for number, item in enumerate(milestone.checklist):
            where = ("milestones", place, "checklist", number, "produced_by")
            yield from _unknown(where, "activity", item.produced_by, activities)
    yield from _unknown(("finish",), "milestone", [table.finish], milestones)
    prerequisites = {each.id for each in table.activities if each.prerequisite}
    for place, background in enumerate(table.backgrounds):
        yield from _unknown(("backgrounds", place, "asks"), "prerequisite", background.asks, prerequisites)
        yield from _unknown(
            ("backgrounds", place, "met"), "prerequisite", background.met, set(background.asks)
        )
    defaults = table.defaults
    for name, wanted, offered in (
        ("background", defaults.background, table.backgrounds),
        ("track", defaults.track, table.tracks),
        ("cloud", defaults.cloud, table.clouds),
    ):
        yield from _unknown(("defaults", name), name, [wanted], {each.id for each in offered})


def _unknown(where: Where, kind: str, names: Iterable[str], known: set[str]) -> Problems:
    for name in names:
        if name not in known:
            yield where, f"there is no {kind} “{name}”"


def _choices(table: RoadmapTable) -> Problems:
    known = {each.id for each in chain(table.tracks, table.clouds)}
    for place, activity in enumerate(table.activities):
        yield from _unknown_choices(("activities", place), activity.variants, known)
    for place, milestone in enumerate(table.milestones):
        yield from _unknown_choices(("milestones", place), milestone.variants, known)
        for number, item in enumerate(milestone.checklist):
            yield from _unknown_choices(("milestones", place, "checklist", number), item.variants, known)


def _unknown_choices(where: Where, variants: Mapping[str, object], known: set[str]) -> Problems:
    for name in variants:
        if name not in known:
            yield (*where, "variants", name), f"there is no track or cloud “{name}”"


def _ranges(table: RoadmapTable) -> Problems:
    for place, background in enumerate(table.backgrounds):
        if background.window.low > background.window.high:
            yield ("backgrounds", place, "window", "low"), "is above high"
    for place, phase in enumerate(table.phases):
        if phase.months is not None and phase.months.low > phase.months.high:
            yield ("phases", place, "months", "low"), "is above high"
    for place, activity in enumerate(table.activities):
        for name in ("hours", "months"):
            values = getattr(activity, name)
            if values is not None and values != sorted(values):
                yield ("activities", place, name), "must rise from low to high"


def _lengths(table: RoadmapTable) -> Problems:
    with_months = {each.id for each in table.phases if each.months is not None}
    for place, activity in enumerate(table.activities):
        where = ("activities", place)
        given = [name for name in ("hours", "months", "weeks", "weight") if _has(activity, name)]
        if len(given) != 1:
            found = " and ".join(given) or "none of them"
            yield where, f"needs exactly one of hours, months, weeks and weight, and has {found}"
        elif given == ["weight"]:
            if activity.phase not in with_months:
                yield (*where, "weight"), "needs a phase with months to be a part of"
            if activity.provenance is not None:
                yield (*where, "provenance"), "is not needed: what a weight gives is derived"
        else:
            if activity.provenance is None:
                yield where, f"provenance is missing: it says where {given[0]} come from"
            if not activity.reason:
                yield where, f"reason is missing: it says why {given[0]} are believed"
            if activity.length_unknown:
                yield (*where, "length_unknown"), "goes with a weight, not with a length"
        if activity.prerequisite and given == ["weight"]:
            yield (*where, "weight"), "does not go with a prerequisite, which may be left out"


def _has(activity: ActivityTable, name: str) -> bool:
    return getattr(activity, name) is not None
