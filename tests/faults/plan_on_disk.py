"""A plan in a real file and its model, two lists of whole plans: any edits, undos, redos and restarts.

After each of them the file, the screen's plan and the model agree.
"""

import shutil
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random
from typing import ClassVar

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from planner.domain.changes import KEYED_TABLES
from planner.domain.errors import PlanError
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from tests.faults.every_verb import Verb, any_gesture, every_verb, with_chance
from tests.faults.plans import in_memory
from tests.helpers.plans import START, small_plan

VERBS = every_verb()
OF_WEEKS = tuple(
    each for each in VERBS if each.__module__.rpartition(".")[2].startswith(("week", "plac", "paper"))
)
OF_PROOF = tuple(
    each for each in VERBS if each.__module__.rpartition(".")[2] in ("proof", "evidence", "checklist_edits")
)
OF_THE_REST = tuple(each for each in VERBS if each not in {*OF_WEEKS, *OF_PROOF})

seeds = st.integers(0, 2**32 - 1)
"""Of what a verb is asked with: quicker than drawing each value, and a failing edit still names itself."""


def made_plan(real: bool) -> Plan:
    """What is begun with: the small plan, or the one that the roadmap gives."""
    return plan_from(default_roadmap(), Answers(start=START)) if real else small_plan()


class PlanOnDisk(RuleBasedStateMachine):
    """The model of undo is two lists of whole plans."""

    done: ClassVar[Counter[str]] = Counter()
    """What all machines of this process did: sequences, steps, edits, refusals, and each verb by its name."""

    @initialize(real=st.sampled_from((False,) * 7 + (True,)))
    def create(self, real: bool) -> None:
        self.done["sequences"] += 1
        self.folder = Path(tempfile.mkdtemp(prefix="milepost-test-", dir=in_memory()))
        self.path = self.folder / "study.milepost"
        self.start = made_plan(real)
        self.document = Document.create(self.path, self.start)
        self.before: list[Plan] = []
        self.undone: list[Plan] = []
        self.plans = [self.document.plan]
        self.made = 0

    def new_id(self) -> str:
        self.made += 1
        return f"new-{self.made}"

    def edit(self, verb: Verb, seed: int) -> None:
        self.done["steps"] += 1
        was, rng = self.document.plan, Random(seed)
        gesture = any_gesture(verb, was, self.document.schedule, rng, self.new_id)
        if gesture is None:
            return
        try:
            changes = self.document.apply(verb.__name__, partial(verb, **with_chance(rng, gesture).arguments))
        except PlanError:
            self.done["refused"] += 1
            assert self.document.plan is was
            return
        if changes:
            self.done["edits"] += 1
            self.done[f"verb {verb.__name__}"] += 1
            self.before.append(was)
            self.undone.clear()

    @rule(verb=st.sampled_from(OF_THE_REST), seed=seeds)
    def change_the_plan(self, verb: Verb, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=st.sampled_from(OF_THE_REST), seed=seeds)
    def change_it_again(self, verb: Verb, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=st.sampled_from(OF_WEEKS), seed=seeds)
    def change_a_week(self, verb: Verb, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=st.sampled_from(OF_PROOF), seed=seeds)
    def change_the_proof(self, verb: Verb, seed: int) -> None:
        self.edit(verb, seed)

    @rule(count=st.integers(1, 4))
    def undo(self, count: int) -> None:
        self.done["steps"] += 1
        for _ in range(count):
            was = self.document.plan
            assert bool(self.document.undo()) == bool(self.before)
            if self.before:
                self.undone.append(was)
                assert self.document.plan == self.before.pop()
                self.every_revision_is_remembered()

    @rule(count=st.integers(1, 4))
    def redo(self, count: int) -> None:
        self.done["steps"] += 1
        for _ in range(count):
            was = self.document.plan
            assert bool(self.document.redo()) == bool(self.undone)
            if self.undone:
                self.before.append(was)
                assert self.document.plan == self.undone.pop()
                self.every_revision_is_remembered()

    @rule()
    def reopen(self) -> None:
        self.done["steps"] += 1
        was, texts = self.document.plan, (self.document.undo_text, self.document.redo_text)
        self.document.close()
        self.document = Document.open(self.path)
        plan = self.document.plan
        assert plan == was
        for table in KEYED_TABLES:
            assert list(getattr(plan, table)) == list(getattr(was, table))
        assert (self.document.undo_text, self.document.redo_text) == texts

    @rule(seed=seeds)
    def look_back(self, seed: int) -> None:
        self.done["steps"] += 1
        assert len(self.plans) == self.document.revision + 1
        revision = Random(seed).randrange(len(self.plans))
        assert self.document.plan_at(revision) == self.plans[revision]

    @rule(seed=seeds)
    def go_back(self, seed: int) -> None:
        """To any revision, as one edit like any other."""
        self.done["steps"] += 1
        was, revision = self.document.plan, Random(seed).randrange(len(self.plans))
        then = self.document.plan_at(revision)
        if self.document.apply("Go back", lambda _: then):
            self.before.append(was)
            self.undone.clear()
        assert self.document.plan == self.plans[revision]

    @invariant()
    def every_revision_is_remembered(self) -> None:
        if self.document.revision == len(self.plans):
            self.plans.append(self.document.plan)

    @invariant()
    def undo_and_redo_say_whether_there_is_something(self) -> None:
        assert bool(self.document.undo_text) == bool(self.before)
        assert bool(self.document.redo_text) == bool(self.undone)

    def teardown(self) -> None:
        """Undoing everything gives the start, and doing everything again the end; a new program sees it."""
        if not hasattr(self, "document"):
            return
        try:
            self.reopen()
            end, count = self.document.plan, len(self.before)
            while self.document.undo():
                pass
            assert self.document.plan == self.start
            for _ in range(count):
                self.document.redo()
            assert self.document.plan == end
            self.reopen()
        finally:
            self.document.close()
            shutil.rmtree(self.folder)


def verbs_that_changed_something(done: Counter[str]) -> set[str]:
    """The names of the verbs that came to an edit."""
    return {each.removeprefix("verb ") for each in done if each.startswith("verb ")}
