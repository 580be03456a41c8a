"""Another track or cloud in mid plan: what stays, goes and comes, with the roadmap that ships."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import edits
from planner.domain.changes import difference
from planner.domain.checklist_facts import Evidence, EvidenceKind
from planner.domain.direction import DirectionChange, change_direction, in_direction
from planner.domain.direction_lines import Fate, Line
from planner.domain.errors import InvalidValue
from planner.domain.items import (
    ActivityId,
    Baseline,
    BaselineDays,
    BaselineId,
    ChecklistItemId,
    DependencyKind,
    MilestoneId,
    PhaseId,
    Provenance,
    new_id,
)
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.proof import log_session, set_evidence, tick
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.domain.structure import add_activity, link
from planner.exchange.roadmap_toml import default_roadmap
from tests.helpers import roadmaps

ROADMAP = default_roadmap()
PLAN = plan_from(ROADMAP, Answers(start=date(2027, 1, 4), track="nlp", cloud="gcp", plan_id="plan"))
TODAY = date(2027, 6, 1)
ARCHITECTURES, PROJECT = ActivityId("track-architectures"), ActivityId("domain-project")
TRANSFER, CLOUD = ActivityId("transfer-learning"), ActivityId("cloud-platform")
PROJECT_CV = ActivityId("domain-project@cv")
CLOUD_BASICS = ActivityId("mlops-project")
EXAM = ChecklistItemId("certified-exam")


def changed(plan: Plan, track: str, cloud: str = "gcp", *, again: bool = True) -> DirectionChange:
    """The change of a plan to a track and a cloud."""
    return change_direction(plan, ROADMAP, track, cloud, TODAY, again=again)


def told(lines: Iterable[Line]) -> dict[str, Fate]:
    """What happens to which item."""
    return {each.item: each.fate for each in lines}


def plain(plan: Plan) -> Plan:
    """A plan with the places of its rows counted anew, as their order matters and not their numbers.

    What has produced a ticked item no longer matters either, and work that stands beside what is finished has
    its links anew each time, before what is open by then.
    """
    places = {each.id: place for rows in plan.children_of.values() for place, each in enumerate(rows)}
    return replace(
        plan,
        activities={k: replace(each, position=places.get(k, 0)) for k, each in plan.activities.items()},
        milestones={k: replace(each, position=places[k]) for k, each in plan.milestones.items()},
        dependencies={k: each for k, each in plan.dependencies.items() if "@" not in k},
        checklist={
            k: replace(each, produced_by=None if each.done else each.produced_by)
            for k, each in plan.checklist.items()
        },
    )


def pairs(plan: Plan) -> set[tuple[str, str]]:
    """Which item waits for which, without what sleeps."""
    return {(each.before, each.after) for each in plan.active_dependencies.values()}


def test_what_has_not_begun_is_replaced_in_its_place() -> None:
    change = changed(PLAN, "cv")
    assert told(change.goes) == {ARCHITECTURES: Fate.REPLACED, PROJECT: Fate.REPLACED}
    assert told(change.comes) == {ARCHITECTURES: Fate.NEW, PROJECT: Fate.NEW}
    assert told(change.stays) == {TRANSFER: Fate.REWORDED}
    assert [each.title for each in change.goes] == [
        "Architectures: NLP and LLMs",
        "Domain project: NLP and LLMs",
    ]
    assert change.plan.activity(PROJECT).title == "Domain project: computer vision"
    assert change.plan.dependencies == PLAN.dependencies
    assert change.finish_before == change.finish_after == schedule(PLAN).finish
    assert change.untouched == len(PLAN.activities) + len(PLAN.milestones) - 3


def test_the_new_direction_reads_as_if_it_had_been_chosen_at_first() -> None:
    fresh = plan_from(ROADMAP, Answers(start=date(2027, 1, 4), track="cv", cloud="azure", plan_id="plan"))
    assert changed(PLAN, "cv", "azure").plan == fresh
    assert changed(fresh, "nlp").plan == PLAN
    assert not changed(PLAN, "nlp").changes_anything
    assert changed(PLAN, "nlp").plan == PLAN


def test_the_learners_own_words_dates_and_hours_stay() -> None:
    plan = edits.move_activity(edits.set_effort(PLAN, PROJECT, 33), PROJECT, date(2028, 3, 1))
    plan = edits.set_note(edits.rename(plan, CLOUD, "My cloud"), CLOUD, "Ask Ada")
    plan = edits.set_link(plan, CLOUD, "https://example.org")
    after = changed(plan, "cv", "aws").plan
    project, cloud = after.activity(PROJECT), after.activity(CLOUD)
    assert project.title == "Domain project: computer vision"
    assert (project.effort.likely, project.effort.provenance) == (33, Provenance.LEARNER)
    assert project.not_before == date(2028, 3, 1)
    assert (cloud.title, cloud.note, cloud.link) == ("My cloud", "Ask Ada", "https://example.org")
    assert cloud.tools == ("SageMaker",)


def test_what_has_begun_goes_to_the_archive_with_its_hours() -> None:
    begun = log_session(PLAN, PROJECT, date(2027, 5, 3), 600)
    change = changed(begun, "cv")
    (archived,) = [each for each in change.goes if each.fate is Fate.ARCHIVED]
    assert (archived.title, archived.hours) == ("Domain project: NLP and LLMs", 10)
    assert change.plan.activity(PROJECT).archived_on == TODAY
    assert change.plan.sessions == begun.sessions
    new = change.plan.activity(PROJECT_CV)
    assert (new.title, new.effort.likely, new.share) == ("Domain project: computer vision", 80, 0.6)
    assert {("endpoint-live", PROJECT_CV), (PROJECT_CV, "domain-project-defended")} <= pairs(change.plan)
    proofs = change.plan.items_of_milestone[MilestoneId("domain-project-defended")]
    assert {each.produced_by for each in proofs} == {PROJECT_CV}
    rows = [each.id for each in change.plan.rows_of_phase[PhaseId("portfolio")]]
    assert rows[0] == PROJECT_CV


@pytest.mark.parametrize(
    "begin",
    [
        lambda plan: edits.mark_started(plan, PROJECT, TODAY),
        lambda plan: edits.tick_step(plan, PROJECT, plan.activity(PROJECT).steps[0].id, True),
    ],
)
def test_a_start_or_a_ticked_step_is_kept_too(begin: Any) -> None:
    change = changed(begin(PLAN), "cv")
    assert told(change.goes)[PROJECT] is Fate.ARCHIVED
    assert PROJECT_CV in change.plan.active


def test_what_is_finished_stays_and_its_counterpart_comes_behind_it() -> None:
    done = edits.mark_finished(PLAN, ARCHITECTURES, date(2027, 5, 1))
    change = changed(done, "cv")
    new = ActivityId("track-architectures@cv")
    kept = change.plan.activity(ARCHITECTURES)
    assert replace(kept, position=0) == replace(done.activity(ARCHITECTURES), position=0)
    assert told(change.stays)[ARCHITECTURES] is Fate.FINISHED
    assert told(change.comes)[new] is Fate.NEW
    assert {("regularization", new), (new, TRANSFER)} <= pairs(change.plan)
    assert change.finish_after > change.finish_before
    rows = [each.id for each in change.plan.rows_of_phase[PhaseId("phase-2")]]
    assert rows.index(new) == rows.index(ARCHITECTURES) + 1


def test_finished_work_need_not_come_again() -> None:
    done = edits.mark_finished(PLAN, ARCHITECTURES, date(2027, 5, 1))
    assert changed(done, "cv").asks_again
    change = changed(done, "cv", again=False)
    assert change.asks_again
    assert change.plan.activities.keys() == PLAN.activities.keys()
    assert change.finish_after == change.finish_before
    assert not changed(PLAN, "cv").asks_again


def test_the_direction_one_has_changes_nothing() -> None:
    done = changed(edits.mark_finished(PLAN, ARCHITECTURES, TODAY), "cv", again=False).plan
    assert not changed(done, "cv").changes_anything
    assert changed(done, "cv").plan is done


def test_a_counterpart_stands_before_what_is_still_open_and_behind_what_runs() -> None:
    done = edits.mark_finished(PLAN, ARCHITECTURES, date(2027, 5, 1))
    done = edits.mark_finished(done, TRANSFER, date(2027, 5, 8))
    done = edits.mark_started(done, ActivityId("notebook-one"), date(2027, 5, 10))
    after = changed(done, "cv").plan
    new = "track-architectures@cv"
    assert ("notebook-one", new) in pairs(after)
    assert {each for before, each in pairs(after) if before == new} == {"notebook-two"}


def test_a_ticked_item_stays_with_its_evidence() -> None:
    proof = Evidence(kind=EvidenceKind.NOTE, text="Passed with 91 %")
    ticked = set_evidence(tick(PLAN, EXAM, TODAY), EXAM, (proof,))
    change = changed(ticked, "nlp", "azure")
    assert change.plan.item(EXAM) == ticked.item(EXAM)
    assert told(change.stays)[EXAM] is Fate.TICKED
    new = change.plan.item(ChecklistItemId("certified-exam@azure"))
    assert (new.title, new.done, new.milestone) == ("Azure exam passed", False, "certified")
    assert plain(changed(change.plan, "nlp").plan) == plain(ticked)
    assert changed(ticked, "nlp", "azure", again=False).plan.checklist.keys() == PLAN.checklist.keys()


def test_a_reached_milestone_asks_for_nothing_more() -> None:
    plan = PLAN
    for item in PLAN.items_of_milestone[MilestoneId("certified")]:
        plan = tick(plan, item.id, TODAY)
    assert plan.milestone(MilestoneId("certified")).reached_on is not None
    after = changed(plan, "nlp", "azure").plan
    assert after.milestones == plan.milestones
    assert (
        after.items_of_milestone[MilestoneId("certified")]
        == plan.items_of_milestone[MilestoneId("certified")]
    )


def test_changing_back_takes_the_work_out_of_the_archive() -> None:
    begun = log_session(PLAN, PROJECT, date(2027, 5, 3), 600)
    there = changed(begun, "cv", "aws").plan
    back = changed(there, "nlp")
    assert told(back.comes)[PROJECT] is Fate.RESTORED
    assert difference(begun, back.plan) == ()


def test_work_done_in_both_directions_is_never_lost() -> None:
    begun = log_session(PLAN, PROJECT, date(2027, 5, 3), 600)
    there = log_session(changed(begun, "cv").plan, PROJECT_CV, date(2027, 5, 10), 120)
    third = changed(there, "tabular").plan
    assert {each.id for each in third.archived} == {PROJECT, PROJECT_CV}
    assert ActivityId("domain-project@tabular") in third.active
    back = changed(third, "cv").plan
    assert PROJECT_CV in back.active
    assert ActivityId("domain-project@tabular") not in back.activities
    assert back.sessions == there.sessions
    assert pairs(back) == pairs(there)


def test_links_and_additions_of_ones_own_go_along() -> None:
    own = ActivityId(new_id())
    plan = add_activity(PLAN, own, PhaseId("portfolio"), "Read papers", 12)
    plan = link(plan, PROJECT, own, DependencyKind.START_START, 7)
    begun = log_session(plan, PROJECT, date(2027, 5, 3), 60)
    after = changed(begun, "cv").plan
    assert after.activity(own) == plan.activity(own)
    (mine,) = [each for each in after.active_dependencies.values() if each.after == own]
    assert (mine.before, mine.kind, mine.lag_days) == (PROJECT_CV, DependencyKind.START_START, 7)
    back = changed(link(after, PROJECT_CV, CLOUD_BASICS), "nlp").plan
    assert (PROJECT, CLOUD_BASICS) in pairs(back)


def test_what_the_learner_took_out_does_not_come_back() -> None:
    without = {key: each for key, each in PLAN.activities.items() if key != PROJECT}
    links = {k: each for k, each in PLAN.dependencies.items() if PROJECT not in (each.before, each.after)}
    items = {
        key: replace(each, produced_by=None) if each.produced_by == PROJECT else each
        for key, each in PLAN.checklist.items()
    }
    taken_out = replace(PLAN, activities=without, dependencies=links, checklist=items)
    assert {base for base in changed(taken_out, "cv").plan.activities if base.startswith(PROJECT)} == set()
    archived = edits.put_activity(PLAN, replace(PLAN.activity(PROJECT), archived_on=TODAY))
    there = changed(archived, "cv").plan
    assert changed(there, "nlp").plan == archived


def test_baselines_and_the_finish_stay_whole() -> None:
    days = (BaselineDays(node=PROJECT, start=TODAY, finish=TODAY),)
    baseline = Baseline(id=BaselineId("first"), taken_on=TODAY, reason="As it was", days=days)
    plan = replace(PLAN, baselines={baseline.id: baseline})
    after = changed(log_session(plan, PROJECT, TODAY, 60), "cv").plan
    assert after.baselines == plan.baselines
    assert after.facts == replace(plan.facts, track="cv")
    assert schedule(after).finish_milestone == schedule(plan).finish_milestone


def test_what_the_roadmap_does_not_have_is_refused() -> None:
    with pytest.raises(InvalidValue, match="no track “robots”"):
        changed(PLAN, "robots")
    with pytest.raises(InvalidValue, match="another roadmap"):
        change_direction(PLAN, roadmaps.SMALL, "text", "north", TODAY)


def test_only_a_title_makes_it_other_work() -> None:
    plan = plan_from(roadmaps.SMALL, roadmaps.answers())
    south = change_direction(plan, roadmaps.SMALL, "text", "south", TODAY)
    assert told(south.stays) == {"data": Fate.REWORDED}
    pictures = change_direction(south.plan, roadmaps.SMALL, "images", "south", TODAY)
    assert [each.title for each in pictures.comes] == ["Pictures"]
    assert pictures.plan.activity(ActivityId("data")).about == "On the southern cloud."


TOUCHED = (
    ARCHITECTURES,
    TRANSFER,
    CLOUD,
    PROJECT,
    ActivityId("cloud-certification"),
    ActivityId("notebook-one"),
)
WAYS = st.tuples(st.sampled_from(["cv", "nlp", "tabular"]), st.sampled_from(["aws", "gcp", "azure"]))


def with_progress(plan: Plan, data: Any) -> Plan:
    """Some work done, hours logged and items ticked, in whatever direction the plan has."""
    near = [each for each in plan.active if each.partition("@")[0] in TOUCHED]
    for key in data.draw(st.lists(st.sampled_from(near), max_size=3, unique=True)):
        kind = data.draw(st.sampled_from(["finished", "started", "hours", "step"]))
        if kind == "finished":
            plan = edits.mark_finished(plan, key, TODAY)
        elif plan.activity(key).finished_on is not None:
            continue
        elif kind == "started":
            plan = edits.mark_started(plan, key, TODAY)
        elif kind == "hours":
            plan = log_session(plan, key, TODAY, 90)
        elif plan.activity(key).steps:
            plan = edits.tick_step(plan, key, plan.activity(key).steps[0].id, True)
    if data.draw(st.booleans()):
        exams = [each for each in plan.checklist if each.partition("@")[0] == EXAM]
        plan = tick(plan, data.draw(st.sampled_from(exams)), TODAY)
    return plan


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_nothing_done_is_ever_lost_and_the_way_back_is_the_same_plan(data: Any) -> None:
    plan, always_again = PLAN, True
    for _ in range(data.draw(st.integers(1, 3))):
        plan = with_progress(plan, data)
        here = (plan.facts.track, plan.facts.cloud)
        way, again = data.draw(WAYS), data.draw(st.booleans())
        after = in_direction(plan, ROADMAP, way[0], way[1], TODAY, again)
        assert after.sessions == plan.sessions
        for key, each in plan.activities.items():
            if each.finished_on is not None:
                assert after.activities[key] == replace(each, position=after.activities[key].position)
            elif each.started_on is not None or key in plan.sessions_of_activity:
                assert after.activities[key].started_on == each.started_on
        for item in plan.checklist.values():
            if item.done:
                assert replace(after.checklist[item.id], produced_by=item.produced_by) == item
        schedule(after)
        always_again = always_again and again
        if always_again:
            assert plain(in_direction(after, ROADMAP, *here, TODAY)) == plain(plan)
        plan = after
