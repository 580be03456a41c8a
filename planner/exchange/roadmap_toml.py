"""load_roadmap(path) -> Roadmap: a roadmap's TOML, checked against its schema and in itself.

Every error is a `RoadmapError` that names the file, the key and, where it can be found, the line. A roadmap
that was read can be planted for every background and at every reference week.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from planner.domain.errors import PlanError, RoadmapError
from planner.domain.graph import compile_graph
from planner.domain.items import WEEKS_A_MONTH, MonthRange, Step, StepId
from planner.domain.planting import plan_from
from planner.domain.roadmap import (
    LEAST_REFERENCE_WEEK_HOURS,
    MOST_REFERENCE_WEEK_HOURS,
    ActivityTemplate,
    Answers,
    Background,
    Choice,
    ItemTemplate,
    KnownHours,
    KnownWeeks,
    Length,
    MilestoneTemplate,
    PartOfPhase,
    PhaseTemplate,
    Roadmap,
    RoadmapFact,
    Variant,
)
from planner.domain.wording import number_text, range_text
from planner.exchange.roadmap_checks import problems
from planner.exchange.roadmap_facts import shipped_roadmap
from planner.exchange.roadmap_lines import Where, line_of, where_text
from planner.exchange.roadmap_schema import (
    ActivityTable,
    ActivityVariant,
    BackgroundTable,
    ChoiceTable,
    ItemTable,
    ItemVariant,
    MilestoneTable,
    MilestoneVariant,
    MonthsTable,
    PhaseTable,
    RoadmapTable,
)

LARGEST_FILE_BYTES = 4_000_000
"""Some hundred times the roadmap that ships: anything larger is some other file."""

_LENGTH_UNKNOWN = "The course's own length was not found: put in yours once you know it."


def default_roadmap() -> Roadmap:
    """The roadmap that ships with Milepost."""
    return load_roadmap(shipped_roadmap())


def load_roadmap(path: Path) -> Roadmap:
    """Read and check a roadmap file; raises `RoadmapError`."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise RoadmapError(path.name, "", f"cannot be read ({error.strerror or error})") from error
    if len(data) > LARGEST_FILE_BYTES:
        raise RoadmapError(path.name, "", "is too large to be a roadmap")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RoadmapError(path.name, f"line {line}", "is not UTF-8 text") from error
    return roadmap_from(text, path.name)


def roadmap_from(text: str, name: str) -> Roadmap:
    """The roadmap that a TOML text holds; `name` is the file's in errors. Raises `RoadmapError`."""
    try:
        table = RoadmapTable.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RoadmapError(name, "", f"is not TOML: {error}") from error
    except RecursionError as error:
        raise RoadmapError(name, "", "is nested too deeply") from error
    except ValidationError as error:
        where, problem = _first_problem(error)
        raise _error(name, text, where, problem) from error
    for where, problem in problems(table):
        raise _error(name, text, where, problem)
    roadmap = _roadmap(table)
    _check_planting(roadmap, name)
    return roadmap


def _error(name: str, text: str, where: Where, problem: str) -> RoadmapError:
    line = line_of(text, where)
    place = where_text(where)
    return RoadmapError(name, place if line is None else f"line {line}, {place}", problem)


def _first_problem(error: ValidationError) -> tuple[Where, str]:
    first = error.errors()[0]
    match first["type"]:
        case "missing":
            problem = "is missing"
        case "extra_forbidden":
            problem = "is no key of a roadmap"
        case "string_pattern_mismatch":
            problem = "should be lower-case words joined by hyphens"
        case "value_error":
            problem = str(first["ctx"]["error"])
        case _:
            problem = first["msg"].replace("Input should", "should", 1)
    return first["loc"], problem


def _check_planting(roadmap: Roadmap, name: str) -> None:
    """Plant it as any learner could, so that what is left to fail fails here and not in the wizard."""
    for background in roadmap.backgrounds:
        for hours in (LEAST_REFERENCE_WEEK_HOURS, MOST_REFERENCE_WEEK_HOURS):
            answers = Answers(
                start=date(2027, 1, 4),
                background=background.id,
                met=frozenset(),
                reference_week_hours=hours,
            )
            try:
                compile_graph(plan_from(roadmap, answers))
            except PlanError as error:
                raise RoadmapError(name, f"background {background.id}", str(error)) from error


def _roadmap(table: RoadmapTable) -> Roadmap:
    return Roadmap(
        id=table.id,
        version=table.version,
        title=table.title,
        plan_title=table.plan_title,
        about=table.about,
        source=table.source,
        reference_week_hours=table.reference_week.hours,
        reference_week_provenance=table.reference_week.provenance,
        reference_week_reason=table.reference_week.reason,
        finish=table.finish,
        default_background=table.defaults.background,
        default_track=table.defaults.track,
        default_cloud=table.defaults.cloud,
        backgrounds=tuple(_background(each) for each in table.backgrounds),
        tracks=tuple(_choice(each) for each in table.tracks),
        clouds=tuple(_choice(each) for each in table.clouds),
        phases=tuple(_phase(each) for each in table.phases),
        activities=tuple(_activity(each) for each in table.activities),
        milestones=tuple(_milestone(each) for each in table.milestones),
        facts=tuple(RoadmapFact(**dict(each)) for each in table.facts),
    )


def _months(table: MonthsTable) -> MonthRange:
    return MonthRange(low=table.low, high=table.high, provenance=table.provenance, reason=table.reason)


def _background(table: BackgroundTable) -> Background:
    return Background(
        id=table.id,
        title=table.title,
        about=table.about,
        window=_months(table.window),
        asks=tuple(table.asks),
        met=frozenset(table.met),
    )


def _choice(table: ChoiceTable) -> Choice:
    return Choice(id=table.id, title=table.title, about=table.about)


def _phase(table: PhaseTable) -> PhaseTemplate:
    return PhaseTemplate(
        id=table.id,
        title=table.title,
        colour=table.colour,
        months=None if table.months is None else _months(table.months),
        about=table.about,
        warning=table.warning,
    )


def _activity(table: ActivityTable) -> ActivityTemplate:
    return ActivityTemplate(
        id=table.id,
        phase=table.phase,
        title=table.title,
        kind=table.kind,
        length=_length(table),
        after=tuple(table.after),
        share=table.share,
        prerequisite=table.prerequisite,
        required=table.required,
        length_unknown=table.length_unknown,
        production=table.production,
        provider=table.provider,
        link=table.link,
        tools=tuple(table.tools),
        about=table.about,
        warning=table.warning,
        steps=tuple(Step(id=StepId(each.id), title=each.title, part=each.part) for each in table.steps),
        variants=_variants(table.variants),
    )


def _length(table: ActivityTable) -> Length:
    """The one length a checked table gives."""
    if table.weight is not None:
        reasons = (table.reason, _LENGTH_UNKNOWN if table.length_unknown else "")
        return PartOfPhase(weight=table.weight, reason=" ".join(each for each in reasons if each))
    provenance = table.provenance
    assert provenance is not None
    if table.hours is not None:
        low, likely, high = table.hours
        return KnownHours(low=low, likely=likely, high=high, provenance=provenance, reason=table.reason)
    if table.months is not None:
        low, high = table.months
        words = f"{range_text(low, high)} {'month' if high == 1 else 'months'}"
        low, high = low * WEEKS_A_MONTH, high * WEEKS_A_MONTH
    else:
        assert table.weeks is not None
        low = high = table.weeks
        words = f"{number_text(high)} {'week' if high == 1 else 'weeks'}"
    return KnownWeeks(low=low, high=high, words=words, provenance=provenance, reason=table.reason)


def _milestone(table: MilestoneTable) -> MilestoneTemplate:
    return MilestoneTemplate(
        id=table.id,
        phase=table.phase,
        title=table.title,
        after=tuple(table.after),
        checklist=tuple(_item(each) for each in table.checklist),
        about=table.about,
        warning=table.warning,
        variants=_variants(table.variants),
    )


def _item(table: ItemTable) -> ItemTemplate:
    return ItemTemplate(
        id=table.id,
        kind=table.kind,
        title=table.title,
        hint=table.hint,
        required=table.required,
        needs_evidence=table.needs_evidence,
        produced_by=tuple(table.produced_by),
        variants=_variants(table.variants),
    )


def _variants(
    tables: Mapping[str, ActivityVariant] | Mapping[str, MilestoneVariant] | Mapping[str, ItemVariant],
) -> dict[str, Variant]:
    variants = {}
    for choice, table in tables.items():
        said: dict[str, Any] = dict(table)
        if said.get("tools") is not None:
            said["tools"] = tuple(said["tools"])
        variants[choice] = Variant(**said)
    return variants
