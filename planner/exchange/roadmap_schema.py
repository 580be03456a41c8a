"""The schema of a roadmap file: what each table may hold, and of which type. Unknown keys are refused.

These models only check the shape; what the tables say to each other is checked by `roadmap_toml`.
"""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints

from planner.domain.checklist_facts import ChecklistKind
from planner.domain.items import ActivityKind, Provenance


def _check_link(text: str) -> str:
    if text and (not text.startswith(("http://", "https://")) or len(text.split()) != 1):
        raise ValueError("a link begins with http:// or https:// and has no spaces")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Link = Annotated[str, AfterValidator(_check_link)]
Positive = Annotated[float, Field(gt=0, le=100_000)]
Source = Annotated[Provenance, Strict(False)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class ReferenceWeekTable(_Table):
    """How many hours a week the source's months are read as."""

    hours: Annotated[float, Field(ge=6, le=40)]
    provenance: Source
    reason: Reason


class DefaultsTable(_Table):
    """What the wizard offers first."""

    background: Id
    track: Id
    cloud: Id


class MonthsTable(_Table):
    """A range of months with where it comes from."""

    low: Positive
    high: Positive
    provenance: Source
    reason: Reason


class BackgroundTable(_Table):
    """One [[backgrounds]]."""

    id: Id
    title: Title
    about: Text = ""
    asks: list[Id]
    met: list[Id]
    window: MonthsTable


class ChoiceTable(_Table):
    """One of [[tracks]] or [[clouds]]."""

    id: Id
    title: Title
    about: Text = ""


class FactTable(_Table):
    """One of [[facts]]."""

    id: Id
    figure: Title
    text: Reason
    provenance: Source
    reason: Reason


class PhaseTable(_Table):
    """One of [[phases]]."""

    id: Id
    title: Title
    colour: Annotated[int, Field(ge=0, le=5)] = 0
    about: Text = ""
    warning: Text = ""
    months: MonthsTable | None = None


class StepTable(_Table):
    """One step of an activity."""

    id: Id
    title: Title
    part: Positive = 1.0


class ActivityVariant(_Table):
    """What an activity says differently for one track or cloud."""

    title: Title | None = None
    about: Text | None = None
    warning: Text | None = None
    provider: Text | None = None
    link: Link | None = None
    tools: list[Title] | None = None


class MilestoneVariant(_Table):
    """What a milestone says differently for one track or cloud."""

    title: Title | None = None
    about: Text | None = None
    warning: Text | None = None


class ItemVariant(_Table):
    """What a checklist item says differently for one track or cloud."""

    title: Title | None = None
    hint: Text | None = None


class ActivityTable(_Table):
    """One of [[activities]]. Exactly one of hours, months, weeks and weight says how long it takes."""

    id: Id
    phase: Id
    title: Title
    kind: Annotated[ActivityKind, Strict(False)]
    after: list[Id] = []
    share: Annotated[float, Field(gt=0, le=1)] = 1.0
    hours: Annotated[list[Positive], Field(min_length=3, max_length=3)] | None = None
    months: Annotated[list[Positive], Field(min_length=2, max_length=2)] | None = None
    weeks: Positive | None = None
    weight: Positive | None = None
    provenance: Source | None = None
    reason: Text = ""
    prerequisite: bool = False
    required: bool = True
    length_unknown: bool = False
    production: bool = False
    provider: Text = ""
    link: Link = ""
    tools: list[Title] = []
    about: Text = ""
    warning: Text = ""
    steps: list[StepTable] = []
    variants: dict[Id, ActivityVariant] = {}


class ItemTable(_Table):
    """One of [[milestones.checklist]]."""

    id: Id
    kind: Annotated[ChecklistKind, Strict(False)]
    title: Title
    hint: Text = ""
    required: bool = True
    needs_evidence: bool = False
    produced_by: list[Id] = []
    variants: dict[Id, ItemVariant] = {}


class MilestoneTable(_Table):
    """One of [[milestones]]."""

    id: Id
    phase: Id
    title: Title
    after: Annotated[list[Id], Field(min_length=1)]
    about: Text = ""
    warning: Text = ""
    checklist: Annotated[list[ItemTable], Field(min_length=1)]
    variants: dict[Id, MilestoneVariant] = {}


class RoadmapTable(_Table):
    """The whole file."""

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Title
    plan_title: Title
    about: Text = ""
    source: Reason
    finish: Id
    reference_week: ReferenceWeekTable
    defaults: DefaultsTable
    backgrounds: Annotated[list[BackgroundTable], Field(min_length=1)]
    tracks: Annotated[list[ChoiceTable], Field(min_length=1)]
    clouds: Annotated[list[ChoiceTable], Field(min_length=1)]
    facts: list[FactTable] = []
    phases: Annotated[list[PhaseTable], Field(min_length=1)]
    activities: Annotated[list[ActivityTable], Field(min_length=1)]
    milestones: Annotated[list[MilestoneTable], Field(min_length=1)]
