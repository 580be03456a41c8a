"""Any sequence of edits, undos, redos and restarts: the file, the screen and a plain model always agree."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from planner.domain import edits, frame, proof, structure, week_notes
from planner.domain.archive import archive, restore
from planner.domain.arrange import add_group, move_rows
from planner.domain.attachments import Attachment
from planner.domain.baselines import catch_up
from planner.domain.changes import KEYED_TABLES
from planner.domain.checklist_facts import EvidenceRole
from planner.domain.errors import PlanError
from planner.domain.items import (
    ActivityId,
    AttachmentId,
    BaselineId,
    ChecklistItemId,
    MilestoneId,
    PhaseId,
    PlacementId,
    new_id,
)
from planner.domain.placing import move_session, put_back, set_session_minutes
from planner.domain.plan import Plan
from planner.domain.splitting import split
from planner.domain.week import week_plan
from planner.storage.document import Document
from tests.helpers.plans import START, small_plan

days = st.integers(0, 900).map(lambda count: date(2027, 1, 4) + timedelta(days=count))
chance = st.randoms(use_true_random=False)


def keep_words(plan: Plan, first_day: date, words: str) -> Plan:
    """Review a week."""
    return week_notes.keep_review(
        plan,
        first_day,
        done=words,
        moved="",
        why="",
        next_step="",
        reviewed_on=first_day,
        planned_minutes=600,
    )


def attach_new(plan: Plan, name: str, data: bytes) -> Plan:
    """Attach a file of this name and content."""
    file = Attachment(id=AttachmentId(new_id()), name=name, media_type="", data=data)
    return proof.attach_file(plan, ChecklistItemId("course-done"), file, EvidenceRole.CERTIFICATE)


class PlanOnDisk(RuleBasedStateMachine):
    """The model of undo is two lists of whole plans."""

    @initialize()
    def create(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="milepost-test-"))
        self.path = self.folder / "study.milepost"
        self.document = Document.create(self.path, small_plan())
        self.before: list[Plan] = []
        self.undone: list[Plan] = []
        self.plans = [self.document.plan]

    def edit(self, verb, *args) -> None:  # type: ignore[no-untyped-def]
        was = self.document.plan
        try:
            changes = self.document.apply(verb.__name__, verb, *args)
        except PlanError:
            assert self.document.plan is was
            return
        if changes:
            self.before.append(was)
            self.undone.clear()
            self.every_revision_is_remembered()

    @rule(chance=chance, day=st.none() | days)
    def move(self, chance, day) -> None:  # type: ignore[no-untyped-def]
        self.edit(edits.move_activity, chance.choice(list(self.document.plan.activities)), day)

    @rule(day=st.none() | days, holds=st.booleans())
    def retarget(self, day: date | None, holds: bool) -> None:
        self.edit(edits.retarget, MilestoneId("core-proven"), day, holds)

    @rule(title=st.text(max_size=20), chance=chance)
    def rename(self, title, chance) -> None:  # type: ignore[no-untyped-def]
        self.edit(edits.rename, chance.choice([*self.document.plan.activities]), title)

    @rule(hours=st.floats(0.01, 300), chance=chance)
    def set_effort(self, hours, chance) -> None:  # type: ignore[no-untyped-def]
        self.edit(edits.set_effort, chance.choice([*self.document.plan.activities]), hours)

    @rule(hours=st.floats(0.5, 50))
    def add(self, hours: float) -> None:
        self.edit(structure.add_activity, ActivityId(new_id()), PhaseId("learning"), "Added", hours)

    @rule(chance=chance, day=days)
    def remove_many(self, chance, day) -> None:  # type: ignore[no-untyped-def]
        plan = self.document.plan
        chosen = [chance.choice([*plan.activities, *plan.milestones, *plan.phases]) for _ in range(2)]
        rows = [each for each in chosen if each not in {one.id for one in plan.archived}]
        # Something has to be left for the other rules to choose from.
        if any(key not in structure.what_goes(plan, rows)[0] for key in plan.activities):
            self.edit(structure.remove_items, rows, day)

    @rule(chance=chance, day=days)
    def archive_or_restore(self, chance, day) -> None:  # type: ignore[no-untyped-def]
        activity = chance.choice([*self.document.plan.activities.values()])
        if activity.archived_on is None:
            self.edit(archive, activity.id, day)
        else:
            self.edit(restore, activity.id)

    @rule(chance=chance, day=days, length=st.integers(0, 20))
    def split(self, chance, day, length) -> None:  # type: ignore[no-untyped-def]
        activity = chance.choice([*self.document.plan.activities])
        self.edit(split, activity, day, day + timedelta(days=length))

    @rule(day=days)
    def catch_up(self, day: date) -> None:
        self.edit(catch_up, day, BaselineId(new_id()))

    @rule(chance=chance, weeks=st.integers(0, 6), days=st.integers(-3, 9), minutes=st.integers(1, 300))
    def place(self, chance, weeks, days, minutes) -> None:  # type: ignore[no-untyped-def]
        plan, first_day = self.document.plan, START + timedelta(days=7 * weeks)
        sessions = [
            (day.day, each)
            for day in week_plan(plan, self.document.schedule, first_day, START).days
            for each in day.sessions
        ]
        if sessions:
            day, session = chance.choice(sessions)
            other = day + timedelta(days=days)
            self.edit(move_session, session, day, other, PlacementId(new_id()))
            if session.placement is None:
                self.edit(set_session_minutes, session, day, minutes, PlacementId(new_id()))
            else:
                self.edit(put_back, session.placement)

    @rule(weeks=st.integers(-1, 6), place=st.integers(0, 3), done=st.booleans(), words=st.text(max_size=20))
    def keep_notes(self, weeks: int, place: int, done: bool, words: str) -> None:
        first_day = START + timedelta(days=7 * weeks)
        week = week_plan(self.document.plan, self.document.schedule, first_day, START)
        self.edit(week_notes.tick_goal, week, place, done)
        self.edit(keep_words, first_day, words)

    @rule(size=st.integers(0, 2000), name=st.text(max_size=8))
    def attach(self, size: int, name: str) -> None:
        self.edit(attach_new, name, bytes(size))

    @rule(chance=chance)
    def remove_evidence(self, chance) -> None:  # type: ignore[no-untyped-def]
        item = self.document.plan.checklist.get(ChecklistItemId("course-done"))
        if item is not None and item.evidence:
            self.edit(proof.remove_evidence, item.id, chance.choice(item.evidence))

    @rule(chance=chance)
    def group(self, chance) -> None:  # type: ignore[no-untyped-def]
        self.edit(add_group, PhaseId(new_id()), "Group", chance.choice([None, *self.document.plan.phases]))

    @rule(chance=chance)
    def move_row(self, chance) -> None:  # type: ignore[no-untyped-def]
        plan = self.document.plan
        rows = [*plan.active, *plan.milestones, *plan.phases]
        self.edit(move_rows, [chance.choice(rows)], chance.choice([None, *plan.phases]), None)

    @rule(chance=chance)
    def link(self, chance) -> None:  # type: ignore[no-untyped-def]
        nodes = [*self.document.plan.activities, *self.document.plan.milestones]
        self.edit(structure.link, chance.choice(nodes), chance.choice(nodes))

    @rule(day=st.none() | days)
    def tick(self, day: date | None) -> None:
        self.edit(proof.tick, ChecklistItemId("explain-bias"), day)

    @rule(chance=chance, day=days, minutes=st.integers(1, 600))
    def log(self, chance, day, minutes) -> None:  # type: ignore[no-untyped-def]
        self.edit(proof.log_session, chance.choice([*self.document.plan.activities]), day, minutes)

    @rule(day=days)
    def settle(self, day: date) -> None:
        self.edit(frame.settle, day)

    @rule(hours=st.tuples(*[st.floats(0, 4)] * 7), day=days)
    def set_hours(self, hours, day) -> None:  # type: ignore[no-untyped-def]
        self.edit(frame.set_weekly_hours, hours, day)

    @rule()
    def undo(self) -> None:
        was = self.document.plan
        assert bool(self.document.undo()) == bool(self.before)
        if self.before:
            self.undone.append(was)
            assert self.document.plan == self.before.pop()

    @rule()
    def redo(self) -> None:
        was = self.document.plan
        assert bool(self.document.redo()) == bool(self.undone)
        if self.undone:
            self.before.append(was)
            assert self.document.plan == self.undone.pop()

    @rule()
    def reopen(self) -> None:
        was, texts = self.document.plan, (self.document.undo_text, self.document.redo_text)
        self.document.close()
        self.document = Document.open(self.path)
        plan = self.document.plan
        assert plan == was
        for table in KEYED_TABLES:
            assert list(getattr(plan, table)) == list(getattr(was, table))
        assert (self.document.undo_text, self.document.redo_text) == texts

    @rule(chance=chance)
    def look_back(self, chance) -> None:  # type: ignore[no-untyped-def]
        assert len(self.plans) == self.document.revision + 1
        revision = chance.randrange(len(self.plans))
        assert self.document.plan_at(revision) == self.plans[revision]

    @invariant()
    def every_revision_is_remembered(self) -> None:
        if self.document.revision == len(self.plans):
            self.plans.append(self.document.plan)

    @invariant()
    def undo_and_redo_say_whether_there_is_something(self) -> None:
        assert bool(self.document.undo_text) == bool(self.before)
        assert bool(self.document.redo_text) == bool(self.undone)

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.reopen()
            while self.document.undo():
                pass
            assert self.document.plan == small_plan()
            self.document.close()
            shutil.rmtree(self.folder)


PlanOnDisk.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
test_any_sequence_of_edits = PlanOnDisk.TestCase
