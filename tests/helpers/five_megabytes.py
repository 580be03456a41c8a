"""Plan files of 5 MB, which is what the figures of storage are stated for."""

from pathlib import Path
from random import Random

from planner.domain.attachments import Attachment
from planner.domain.checklist_facts import ChecklistKind, EvidenceRole
from planner.domain.items import AttachmentId, ChecklistItemId
from planner.domain.proof import add_item, attach_file
from planner.storage.document import Document
from tests.helpers.big_plans import study_plan
from tests.helpers.long_histories import write_long_history

LEAST_BYTES = 5_000_000
ACTIVITIES, EDITS = 1_000, 4_600
CERTIFICATES, CERTIFICATE_BYTES = 16, 300_000


def write_years_of_edits(path: Path) -> None:
    """A thousand activities, and what was done to them in two years."""
    write_long_history(path, study_plan(ACTIVITIES), EDITS)
    _check_size(path)


def write_certificates(path: Path) -> None:
    """A thousand activities, and scanned certificates kept as evidence."""
    chance = Random(7)
    plan = study_plan(ACTIVITIES)
    milestone = next(iter(plan.milestones))
    for number in range(CERTIFICATES):
        item = ChecklistItemId(f"certificate-{number}")
        plan = add_item(plan, item, milestone, ChecklistKind.COURSE, f"Course {number}")
        scanned = Attachment(
            id=AttachmentId(f"scan-{number}"),
            name=f"certificate-{number}.pdf",
            media_type="application/pdf",
            data=chance.randbytes(CERTIFICATE_BYTES),
        )
        plan = attach_file(plan, item, scanned, EvidenceRole.CERTIFICATE)
    Document.create(path, plan).close()
    _check_size(path)


def _check_size(path: Path) -> None:
    assert LEAST_BYTES < path.stat().st_size < 1.2 * LEAST_BYTES
