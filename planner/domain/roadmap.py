"""Roadmap: the template a plan is made from, as frozen facts, and the answers that turn it into a plan.

What stands here has been read and checked (`exchange.roadmap_toml`); `planting.plan_from` makes the plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.domain.calendar import CalendarException, spread_week
from planner.domain.checklist_facts import ChecklistKind
from planner.domain.items import (
    ActivityKind,
    MonthRange,
    Provenance,
    Step,
    new_id,
)
from planner.domain.plan import Paper

LEAST_REFERENCE_WEEK_HOURS = 6.0
MOST_REFERENCE_WEEK_HOURS = 40.0
"""The reference week can be read as anything from six hours beside a job to a full working week."""

Week = tuple[float, float, float, float, float, float, float]

USUAL_WEEK: Week = spread_week(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A track or a cloud to choose in the wizard."""

    id: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Where a learner comes from: the prerequisites asked about, and those that count as met at first."""

    id: str
    title: str
    about: str
    window: MonthRange
    asks: tuple[str, ...]
    met: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapFact:
    """A figure worth showing, with where it comes from: “78 %”, what it counts, and why it is believed."""

    id: str
    figure: str
    text: str
    provenance: Provenance
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHours:
    """A length given in hours."""

    low: float
    likely: float
    high: float
    provenance: Provenance
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWeeks:
    """A length the source gives in weeks or months of study; the reference week makes hours of it.

    `words` is the length as the source puts it: “2–3 months”, “2 weeks”.
    """

    low: float
    high: float
    words: str
    provenance: Provenance
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfPhase:
    """No length of its own: a part, by weight, of what its phase's months leave over."""

    weight: float
    reason: str = ""


Length = KnownHours | KnownWeeks | PartOfPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What differs for one track or one cloud; None keeps what the item itself says."""

    title: str | None = None
    about: str | None = None
    hint: str | None = None
    warning: str | None = None
    provider: str | None = None
    link: str | None = None
    tools: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTemplate:
    """A phase as the roadmap has it."""

    id: str
    title: str
    colour: int = 0
    months: MonthRange | None = None
    about: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityTemplate:
    """An activity as the roadmap has it. `after` are activities and milestones it follows finish-to-start.

    A `prerequisite` is left out of the plans of learners who have met it; what follows it then follows what
    it followed itself.
    """

    id: str
    phase: str
    title: str
    kind: ActivityKind
    length: Length
    after: tuple[str, ...] = ()
    share: float = 1.0
    prerequisite: bool = False
    required: bool = True
    length_unknown: bool = False
    production: bool = False
    provider: str = ""
    link: str = ""
    tools: tuple[str, ...] = ()
    about: str = ""
    warning: str = ""
    steps: tuple[Step, ...] = ()
    variants: Mapping[str, Variant] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTemplate:
    """A checklist item as the roadmap has it; the first of `produced_by` that a plan holds produces it."""

    id: str
    kind: ChecklistKind
    title: str
    hint: str = ""
    required: bool = True
    needs_evidence: bool = False
    produced_by: tuple[str, ...] = ()
    variants: Mapping[str, Variant] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneTemplate:
    """A milestone with its checklist as the roadmap has it."""

    id: str
    phase: str
    title: str
    after: tuple[str, ...]
    checklist: tuple[ItemTemplate, ...]
    about: str = ""
    warning: str = ""
    variants: Mapping[str, Variant] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Roadmap:
    """A whole template. Tuples keep the order of the file, which is the order of the outline.

    Tracks and clouds share one set of ids, so that a variant is found by the id alone.
    """

    id: str
    version: int
    title: str
    plan_title: str
    about: str
    source: str
    reference_week_hours: float
    reference_week_provenance: Provenance
    reference_week_reason: str
    finish: str
    default_background: str
    default_track: str
    default_cloud: str
    backgrounds: tuple[Background, ...]
    tracks: tuple[Choice, ...]
    clouds: tuple[Choice, ...]
    phases: tuple[PhaseTemplate, ...]
    activities: tuple[ActivityTemplate, ...]
    milestones: tuple[MilestoneTemplate, ...]
    facts: tuple[RoadmapFact, ...] = ()

    def prerequisites(self, background: Background) -> tuple[ActivityTemplate, ...]:
        """The prerequisites a background is asked about, in outline order."""
        return tuple(each for each in self.activities if each.prerequisite and each.id in background.asks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the learner says in the wizard or on the command line. Only the start has no default.

    `met` are ids of prerequisites already there (None: as usual for the background). An empty background,
    track or cloud, and a `reference_week_hours` of None, leave the choice to the roadmap. The most hours a
    week are twice the week's when not said, and at least 5 more. `week` is Monday to Sunday.
    """

    start: date
    title: str = ""
    background: str = ""
    met: frozenset[str] | None = None
    week: Week = USUAL_WEEK
    days_off: tuple[CalendarException, ...] = ()
    track: str = ""
    cloud: str = ""
    paper: Paper = Paper.A4
    week_start: int = 0
    most_hours_a_week: float | None = None
    reference_week_hours: float | None = None
    plan_id: str = field(default_factory=new_id)
