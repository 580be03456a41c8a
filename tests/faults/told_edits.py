"""Edits that follow from a seed and the revision alone, so that who watches knows what was edited and how.

A child makes them in its document; a `Told` plan in memory is told the same ones, and is what the file must
then hold. They are of all kinds: one row, all rows, files, undo, redo, and new rows that are removed later.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum
from random import Random

from planner.domain import edits, proof, structure
from planner.domain.attachments import Attachment
from planner.domain.baselines import take_baseline
from planner.domain.checklist_facts import EvidenceRole
from planner.domain.items import ActivityId, AttachmentId, BaselineId, Session, SessionId
from planner.domain.plan import Plan
from planner.storage.document import Document


class Back(Enum):
    """What is done instead of an edit."""

    UNDO = "undo"
    REDO = "redo"


LARGEST_FILE_BYTES = 60_000


@dataclass
class Told:
    """A plan with its undo stack, in memory."""

    seed: int
    plan: Plan
    revision: int = 0
    done: list[tuple[str, Plan]] = field(default_factory=list)
    undone: list[tuple[str, Plan]] = field(default_factory=list)

    @property
    def undo_text(self) -> str:
        """What undo would take back."""
        return self.done[-1][0] if self.done else ""

    @property
    def redo_text(self) -> str:
        """What redo would do again."""
        return self.undone[-1][0] if self.undone else ""

    def follow(self, revision: int) -> None:
        """Take part in the edits up to a revision."""
        while self.revision < revision:
            what = next_edit(self.seed, self.revision, self.plan, bool(self.done), bool(self.undone))
            if what is Back.UNDO:
                text, before = self.done.pop()
                self.undone.append((text, self.plan))
                self.plan = before
            elif what is Back.REDO:
                text, after = self.undone.pop()
                self.done.append((text, self.plan))
                self.plan = after
            else:
                self.done.append((_text(self.revision), self.plan))
                self.undone.clear()
                self.plan = what(self.plan)
            self.revision += 1


def make_edit(document: Document, seed: int) -> None:
    """Make the edit that comes next in a document; raises as `Document.apply` does."""
    can_undo, can_redo = document.undo_text != "", document.redo_text != ""
    what = next_edit(seed, document.revision, document.plan, can_undo, can_redo)
    if what is Back.UNDO:
        document.undo()
    elif what is Back.REDO:
        document.redo()
    else:
        document.apply(_text(document.revision), what)


def next_edit(
    seed: int, revision: int, plan: Plan, can_undo: bool, can_redo: bool
) -> Callable[[Plan], Plan] | Back:
    """Undo, redo, or a verb that changes something for sure."""
    rng = Random(f"{seed} {revision}")
    if can_redo and rng.random() < 0.5:
        return Back.REDO
    if can_undo and rng.random() < 0.15:
        return Back.UNDO
    verb = rng.choice((_rename_two, _note_all, _attach, _log, _move, _add, _remove, _take_baseline))
    return lambda plan: verb(plan, revision, rng)


def _text(revision: int) -> str:
    return f"Edit {revision + 1}"


def _rename_two(plan: Plan, revision: int, rng: Random) -> Plan:
    for activity in rng.sample(sorted(plan.activities), 2):
        plan = edits.rename(plan, activity, f"Title {revision}")
    return plan


def _note_all(plan: Plan, revision: int, rng: Random) -> Plan:
    words = rng.randrange(1, 100)
    for activity in plan.activities:
        plan = edits.set_note(plan, activity, f"note {revision} " * words)
    return plan


def _attach(plan: Plan, revision: int, rng: Random) -> Plan:
    file = Attachment(
        id=AttachmentId(f"file-{revision}"),
        name=f"{revision}.bin",
        media_type="",
        data=rng.randbytes(rng.randrange(LARGEST_FILE_BYTES)),
    )
    return proof.attach_file(plan, rng.choice(sorted(plan.checklist)), file, EvidenceRole.CERTIFICATE)


def _log(plan: Plan, revision: int, rng: Random) -> Plan:
    # Not for one that is removed later: that would be put away instead, and removed once only.
    lasting = sorted(each for each in plan.activities if not each.startswith("added-"))
    day = plan.facts.start + timedelta(days=rng.randrange(500))
    logged = Session(
        id=SessionId(f"session-{revision}"), activity=rng.choice(lasting), day=day, minutes=1 + revision % 90
    )
    return replace(plan, sessions=edits.with_entry(plan.sessions, logged.id, logged))


def _move(plan: Plan, revision: int, rng: Random) -> Plan:
    day = plan.facts.start + timedelta(days=1 + revision % 600)
    activity = rng.choice(sorted(plan.activities))
    if plan.activity(activity).not_before == day:
        day += timedelta(days=1)
    return edits.move_activity(plan, activity, day)


def _add(plan: Plan, revision: int, rng: Random) -> Plan:
    added = ActivityId(f"added-{revision}")
    return structure.add_activity(plan, added, rng.choice(sorted(plan.phases)), f"Added {revision}", 2.0)


def _remove(plan: Plan, revision: int, rng: Random) -> Plan:
    added = sorted(each for each in plan.activities if each.startswith("added-"))
    if not added:
        return _add(plan, revision, rng)
    return structure.remove_items(plan, [rng.choice(added)], plan.facts.start)


def _take_baseline(plan: Plan, revision: int, rng: Random) -> Plan:
    taken = take_baseline(plan, BaselineId(f"baseline-{revision}"), plan.facts.start, f"Reason {revision}")
    # In a file, rows that came back by undo come last: the order of the plan's items is left out of it.
    (*_, key) = taken.baselines
    kept = taken.baselines[key]
    in_order = replace(kept, days=tuple(sorted(kept.days, key=lambda each: each.node)))
    return replace(taken, baselines={**taken.baselines, key: in_order})
