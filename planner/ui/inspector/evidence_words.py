"""What evidence is called, and how items stand with it."""

from PySide6.QtCore import QCoreApplication

from planner.domain.checklist_facts import ChecklistItem, ChecklistKind, Evidence, EvidenceKind, EvidenceRole
from planner.domain.evidence import ticked_without_evidence
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan


def role_word(role: EvidenceRole) -> str:
    """What a piece of evidence stands for; empty where it stands for nothing in particular."""
    return {
        EvidenceRole.OTHER: "",
        EvidenceRole.CERTIFICATE: _tr("Certificate"),
        EvidenceRole.REPOSITORY: _tr("Repository"),
        EvidenceRole.ENDPOINT: _tr("Endpoint"),
        EvidenceRole.WRITE_UP: _tr("Write-up"),
    }[role]


def link_caption(role: EvidenceRole) -> str:
    """What stands before a field for a link."""
    return role_word(role) or _tr("Link")


def asking_words(kind: ChecklistKind) -> str:
    """What is asked when an item is ticked that needs evidence."""
    return {
        ChecklistKind.COURSE: _tr("What shows it? A link to the certificate, a small file, or a note."),
        ChecklistKind.PORTFOLIO: _tr("Where can it be seen? One of these is enough."),
        ChecklistKind.SKILL: _tr("What shows it? A note on what you did, a link, or a small file."),
    }[kind]


def size_text(count: int) -> str:
    """A number of bytes as one would say it: “120 KB”."""
    if count < 1000:
        return _tr("%1 bytes").replace("%1", str(count))
    if count < 1_000_000:
        return _tr("%1 KB").replace("%1", str(round(count / 1000)))
    return _tr("%1 MB").replace("%1", f"{count / 1_000_000:.1f}")


def evidence_line(evidence: Evidence) -> str:
    """A piece of evidence in one line: “Repository: https://…”, “Certificate: exam.pdf”, “a note”."""
    text = f"“{evidence.text}”" if evidence.kind is EvidenceKind.NOTE else evidence.text
    word = role_word(evidence.role)
    return f"{word}: {text}" if word else text


def evidence_words(item: ChecklistItem) -> str:
    """How an item stands with the evidence it asks for; empty when it asks for none and has none."""
    if item.lacks_evidence:
        return _tr("without evidence")
    if item.evidence:
        kinds = {each.kind for each in item.evidence}
        if len(item.evidence) > 1:
            return _tr("evidence kept")
        if EvidenceKind.FILE in kinds:
            return _tr("file kept")
        return _tr("link kept") if EvidenceKind.LINK in kinds else _tr("note kept")
    return _tr("needs evidence") if item.needs_evidence else ""


def missing_words(plan: Plan, milestone: MilestoneId | None = None) -> str:
    """How many are ticked without the evidence they ask for: “2 without evidence”; empty when none is."""
    missing = ticked_without_evidence(plan, milestone)
    return _tr("%1 without evidence").replace("%1", str(missing)) if missing else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspector", text)
