"""What shows that items are done: kept and ticked in one step, and counted where it is missing."""

from datetime import date

import pytest

from planner.domain.attachments import LARGEST_ATTACHMENT_BYTES, Attachment
from planner.domain.checklist_facts import ChecklistKind, Evidence, EvidenceKind, EvidenceRole
from planner.domain.errors import InvalidValue
from planner.domain.evidence import file_role, give_evidence, link_roles, ticked_without_evidence
from planner.domain.items import (
    AttachmentId,
    ChecklistItemId,
    MilestoneId,
    new_id,
)
from planner.domain.plan import Plan
from planner.domain.proof import tick
from tests.helpers.plans import checklist_item, make_plan, milestone, phase

DAY = date(2027, 4, 5)
CERTIFICATE = ChecklistItemId("certificate")


def small_plan() -> Plan:
    return make_plan(
        phase("learning"),
        milestone("proven"),
        milestone("ready"),
        checklist_item("certificate", milestone="proven", kind=ChecklistKind.COURSE, needs_evidence=True),
        checklist_item("skill", milestone="proven"),
        checklist_item("repository", milestone="ready", needs_evidence=True),
    )


def link(text: str, role: EvidenceRole = EvidenceRole.CERTIFICATE) -> Evidence:
    return Evidence(kind=EvidenceKind.LINK, text=text, role=role)


def small_file(name: str = "certificate.pdf", size: int = 10) -> Attachment:
    return Attachment(id=AttachmentId(new_id()), name=name, media_type="application/pdf", data=bytes(size))


def test_evidence_and_file_are_kept_and_the_item_is_ticked_at_once() -> None:
    file = small_file()
    after = give_evidence(small_plan(), CERTIFICATE, (link("https://example.org/c"),), (file,), DAY)
    item = after.item(CERTIFICATE)
    assert item.done_on == DAY
    assert [(each.kind, each.role, each.text) for each in item.evidence] == [
        (EvidenceKind.LINK, EvidenceRole.CERTIFICATE, "https://example.org/c"),
        (EvidenceKind.FILE, EvidenceRole.CERTIFICATE, "certificate.pdf"),
    ]
    assert after.attachment(file.id) == file


def test_without_a_day_the_tick_stays_as_it_is() -> None:
    open_still = give_evidence(small_plan(), CERTIFICATE, (link("https://example.org/c"),))
    assert not open_still.item(CERTIFICATE).done
    ticked = tick(small_plan(), CERTIFICATE, DAY)
    assert give_evidence(ticked, CERTIFICATE, ()).item(CERTIFICATE).done_on == DAY


def test_a_file_that_is_given_up_leaves_the_plan() -> None:
    file = small_file()
    kept = give_evidence(small_plan(), CERTIFICATE, (), (file,), DAY)
    after = give_evidence(kept, CERTIFICATE, (link("https://example.org/c"),))
    assert after.attachments == {}


def test_a_file_can_take_the_room_of_the_one_it_replaces() -> None:
    full = small_plan()
    files = [small_file(f"{number}.bin", LARGEST_ATTACHMENT_BYTES) for number in range(20)]
    full = give_evidence(full, CERTIFICATE, (), files, DAY)
    with pytest.raises(InvalidValue, match="20 MiB"):
        give_evidence(full, ChecklistItemId("skill"), (), (small_file(),))
    kept = full.item(CERTIFICATE).evidence[1:]
    after = give_evidence(full, CERTIFICATE, kept, (small_file("new.bin", LARGEST_ATTACHMENT_BYTES),))
    assert [each.name for each in after.attachments.values()][-1] == "new.bin"


def test_what_is_ticked_without_its_evidence_is_counted() -> None:
    ticked = small_plan()
    for item in ticked.checklist:
        ticked = tick(ticked, item, DAY)
    assert ticked_without_evidence(small_plan()) == 0
    assert ticked_without_evidence(ticked) == 2
    assert ticked_without_evidence(ticked, MilestoneId("proven")) == 1


def test_each_kind_is_asked_for_its_own() -> None:
    assert link_roles(ChecklistKind.COURSE) == (EvidenceRole.CERTIFICATE,)
    assert link_roles(ChecklistKind.PORTFOLIO) == (
        EvidenceRole.REPOSITORY,
        EvidenceRole.ENDPOINT,
        EvidenceRole.WRITE_UP,
    )
    assert link_roles(ChecklistKind.SKILL) == (EvidenceRole.OTHER,)
    assert [file_role(each) for each in ChecklistKind] == [
        EvidenceRole.CERTIFICATE,
        EvidenceRole.WRITE_UP,
        EvidenceRole.OTHER,
    ]
