"""The plan as it was at a revision: what the sheet on the desk was drawn from."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.domain import edits, proof
from planner.domain.attachments import Attachment
from planner.domain.checklist_facts import EvidenceRole
from planner.domain.errors import InvalidValue, PlanDamaged
from planner.domain.items import (
    ActivityId,
    AttachmentId,
    ChecklistItemId,
)
from planner.storage.document import Document
from tests.helpers.plans import small_plan

SERVE = ActivityId("serve-model")


def test_a_plan_can_be_looked_at_as_it_was_at_each_revision(tmp_path: Path) -> None:
    file = Attachment(id=AttachmentId("a"), name="a.pdf", media_type="", data=b"abc" * 100_000)
    with Document.create(tmp_path / "study.milepost", small_plan()) as document:
        plans = [document.plan]
        steps: list[Callable[[], object]] = [
            lambda: document.apply("Rename", edits.rename, SERVE, "One"),
            lambda: document.apply("Log", proof.log_session, SERVE, date(2027, 1, 5), 45),
            lambda: document.apply(
                "Attach", proof.attach_file, ChecklistItemId("course-done"), file, EvidenceRole.OTHER
            ),
            lambda: document.apply("Rename", edits.rename, SERVE, "Two"),
            document.undo,
            document.undo,
            document.redo,
        ]
        for step in steps:
            step()
            plans.append(document.plan)
        now = document.plan

        assert [document.plan_at(revision) for revision in range(len(plans))] == plans
        assert document.plan is now
        assert document.revision == len(plans) - 1


@pytest.mark.parametrize("revision", [-1, 2])
def test_a_revision_there_never_was_is_said(tmp_path: Path, revision: int) -> None:
    with Document.create(tmp_path / "study.milepost", small_plan()) as document:
        document.apply("Rename", edits.rename, SERVE, "One")
        with pytest.raises(InvalidValue, match=f"no revision {revision}: its newest is 1"):
            document.plan_at(revision)


def test_a_journal_that_cannot_be_read_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    with Document.create(path, small_plan()) as document:
        document.apply("Rename", edits.rename, SERVE, "One")
        document._opened.database.raw.execute("UPDATE journal SET changes = '{'")
        with pytest.raises(PlanDamaged):
            document.plan_at(0)
