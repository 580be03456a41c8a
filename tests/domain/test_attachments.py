"""Small files as evidence: plain names, a limit for each and for all, and none that nothing names."""

import pytest

from planner.domain.attachments import LARGEST_ATTACHMENT_BYTES, LARGEST_TOGETHER_BYTES, Attachment
from planner.domain.checklist_facts import ChecklistKind, Evidence, EvidenceKind, EvidenceRole
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import (
    AttachmentId,
    ChecklistItemId,
    MilestoneId,
)
from planner.domain.proof import (
    add_item,
    attach_file,
    remove_evidence,
    remove_item,
    set_evidence,
    tick,
)
from planner.domain.structure import remove_items
from tests.helpers.plans import START, small_plan

ANSWERS, LOAD_TEST = ChecklistItemId("endpoint-answers"), ChecklistItemId("extra-load-test")
CORE = MilestoneId("core-proven")


def file(file_id: str = "a", name: str = "certificate.pdf", data: bytes = b"%PDF") -> Attachment:
    return Attachment(id=AttachmentId(file_id), name=name, media_type="application/pdf", data=data)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "..",
        ".",
        "../../etc/passwd",
        "a/b.pdf",
        "a\\b.pdf",
        "C:evil.pdf",
        "a\0.pdf",
        "a\n.pdf",
        "cert\u202efdp.exe",
        "zero\u200bwidth.pdf",
        " led.pdf",
        "x" * 300,
        "ä" * 101,
        "half\ud800.pdf",
    ],
)
def test_a_name_that_is_not_a_plain_one_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue):
        file(name=name)


@pytest.mark.parametrize(
    "name", ["certificate.pdf", "Zertifikat für Jürgen (2).pdf", "証明書.pdf", ".notes", "a"]
)
def test_a_plain_name_is_kept(name: str) -> None:
    assert file(name=name).name == name


@pytest.mark.parametrize("media_type", ["x" * 101, "text/\nplain", "tëxt"])
def test_a_strange_kind_of_file_is_refused(media_type: str) -> None:
    with pytest.raises(InvalidValue, match=r"a\.pdf"):
        Attachment(id=AttachmentId("a"), name="a.pdf", media_type=media_type, data=b"")


def test_a_file_has_at_most_a_mebibyte() -> None:
    file(data=bytes(LARGEST_ATTACHMENT_BYTES))
    with pytest.raises(InvalidValue, match=r"“certificate\.pdf” is larger than 1 MiB"):
        file(data=bytes(LARGEST_ATTACHMENT_BYTES + 1))


def test_all_files_have_a_limit_together() -> None:
    plan, full = small_plan(), bytes(LARGEST_ATTACHMENT_BYTES)
    for number in range(LARGEST_TOGETHER_BYTES // LARGEST_ATTACHMENT_BYTES):
        plan = attach_file(plan, ANSWERS, file(str(number), data=full), EvidenceRole.OTHER)
    with pytest.raises(InvalidValue, match="more than 20 MiB"):
        attach_file(plan, ANSWERS, file("more", data=b"x"), EvidenceRole.OTHER)


def test_a_file_is_evidence_with_its_role() -> None:
    plan = attach_file(tick(small_plan(), ANSWERS, START), ANSWERS, file(), EvidenceRole.CERTIFICATE)
    (evidence,) = plan.item(ANSWERS).evidence
    assert evidence == Evidence(
        kind=EvidenceKind.FILE,
        text="certificate.pdf",
        role=EvidenceRole.CERTIFICATE,
        file=AttachmentId("a"),
    )
    assert plan.attachment(AttachmentId("a")).data == b"%PDF"
    assert not plan.item(ANSWERS).lacks_evidence


def test_a_file_leaves_with_the_last_evidence_that_names_it() -> None:
    plan = attach_file(small_plan(), ANSWERS, file(), EvidenceRole.OTHER)
    (evidence,) = plan.item(ANSWERS).evidence
    shared = set_evidence(plan, LOAD_TEST, (evidence,))

    one_left = remove_evidence(shared, ANSWERS, evidence)
    assert list(one_left.attachments) == ["a"]
    assert remove_evidence(one_left, LOAD_TEST, evidence).attachments == {}
    with pytest.raises(UnknownItem, match=r"certificate\.pdf"):
        remove_evidence(one_left, ANSWERS, evidence)


def test_evidence_that_is_there_twice_is_removed_once() -> None:
    note = Evidence(kind=EvidenceKind.NOTE, text="Heard it")
    plan = set_evidence(small_plan(), ANSWERS, (note, note))
    assert remove_evidence(plan, ANSWERS, note).item(ANSWERS).evidence == (note,)


def test_a_file_leaves_with_its_item_and_with_its_milestone() -> None:
    plan = add_item(small_plan(), ChecklistItemId("more"), CORE, ChecklistKind.SKILL, "More")
    plan = attach_file(plan, ChecklistItemId("more"), file(), EvidenceRole.OTHER)
    assert remove_item(plan, ChecklistItemId("more")).attachments == {}
    assert remove_items(plan, [CORE], START).attachments == {}


def test_only_a_file_names_a_file() -> None:
    with pytest.raises(InvalidValue, match="names the file"):
        Evidence(kind=EvidenceKind.NOTE, text="x", file=AttachmentId("a"))
    with pytest.raises(InvalidValue, match="names the file"):
        Evidence(kind=EvidenceKind.FILE, text="x")
    with pytest.raises(UnknownItem, match="file"):
        small_plan().attachment(AttachmentId("a"))
