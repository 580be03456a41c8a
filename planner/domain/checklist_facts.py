"""The facts of a milestone's checklist: what proves it, and the evidence for that. Frozen, guarded.

They check themselves like those of `items`, which has the ids.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.guards import check, check_title
from planner.domain.items import ActivityId, AttachmentId, ChecklistItemId, MilestoneId


class ChecklistKind(StrEnum):
    """What sort of proof a checklist item is."""

    COURSE = "course"
    PORTFOLIO = "portfolio"
    SKILL = "skill"


class EvidenceKind(StrEnum):
    """What shows that an item is done."""

    LINK = "link"
    NOTE = "note"
    FILE = "file"


class EvidenceRole(StrEnum):
    """What a piece of evidence stands for, where the item's kind asks for more than one."""

    OTHER = ""
    CERTIFICATE = "certificate"
    REPOSITORY = "repository"
    ENDPOINT = "endpoint"
    WRITE_UP = "write-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A link (http or https), a note or a small file that shows an item is done.

    For a file `text` is its name, and `file` names the attachment that the plan keeps.
    """

    kind: EvidenceKind
    text: str
    role: EvidenceRole = EvidenceRole.OTHER
    file: AttachmentId | None = None

    def __post_init__(self) -> None:
        check(bool(self.text.strip()), "Evidence cannot be empty.")
        check(len(self.text) <= 10_000, "Evidence can have at most 10,000 characters.")
        if self.kind is EvidenceKind.LINK:
            check(
                self.text.lower().startswith(("http://", "https://")) and " " not in self.text,
                "A link must begin with http:// or https:// and have no spaces.",
            )
        check(
            (self.kind is EvidenceKind.FILE) == (self.file is not None),
            "Evidence that is a file names the file, and no other does.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One thing that proves a milestone."""

    id: ChecklistItemId
    milestone: MilestoneId
    kind: ChecklistKind
    title: str
    position: int
    hint: str = ""
    required: bool = True
    needs_evidence: bool = False
    produced_by: ActivityId | None = None
    done_on: date | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        check_title(self.title)

    @property
    def done(self) -> bool:
        """Whether the learner ticked it."""
        return self.done_on is not None

    @property
    def lacks_evidence(self) -> bool:
        """Ticked although the evidence it asks for is not there: allowed, and shown."""
        return self.done and self.needs_evidence and not self.evidence
