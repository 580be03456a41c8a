"""The words on printed checklists, in the program's language."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from planner.domain.checklist_facts import EvidenceKind, EvidenceRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistWords:
    """Every fixed text of a checklist; names in braces are filled in. `kinds` are those of evidence."""

    path: str
    subject: str
    finish: str
    done_of: str
    required_left: str
    reached: str
    target: str
    lands: str
    again: str
    required: str
    optional: str
    done_on: str
    evidence: str
    without: str
    more: str
    note: str
    empty: str
    none: str
    kinds: dict[EvidenceKind, str]
    roles: dict[EvidenceRole, str]
    lacking: str
    lacking_one: str
    page: str
    program: str
    printed: str


def checklist_words() -> ChecklistWords:
    """The texts of checklists in the language in use."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ChecklistSheet", text)

    return ChecklistWords(
        path=tr("Checklists of the whole path"),
        subject=tr("Checklist"),
        finish=tr("finish {day}"),
        done_of=tr("{done} of {total} done"),
        required_left=tr("{count} required to go"),
        reached=tr("reached {day}"),
        target=tr("target {day}"),
        lands=tr("lands {day}"),
        again=tr("{title} (continued)"),
        required=tr("required"),
        optional=tr("optional"),
        done_on=tr("done {day}"),
        evidence=tr("evidence"),
        without=tr("ticked without evidence"),
        more=tr("and {count} more"),
        note=tr("note"),
        empty=tr("Nothing stands on this checklist yet."),
        none=tr("This plan has no milestones yet."),
        kinds={
            EvidenceKind.LINK: tr("link"),
            EvidenceKind.NOTE: tr("note"),
            EvidenceKind.FILE: tr("file"),
        },
        roles={
            EvidenceRole.CERTIFICATE: tr("certificate"),
            EvidenceRole.REPOSITORY: tr("repository"),
            EvidenceRole.ENDPOINT: tr("endpoint"),
            EvidenceRole.WRITE_UP: tr("write-up"),
        },
        lacking=tr("{count} items are ticked without evidence"),
        lacking_one=tr("1 item is ticked without evidence"),
        page=tr("page {page} of {pages}"),
        program="Milepost",
        printed=tr("printed {day} · plan rev. {revision}"),
    )
