"""What an edit changed is found, applied and taken back without knowing the edit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain import arrange, baselines, edits, frame, proof, structure
from planner.domain.archive import archive, restore
from planner.domain.calendar import week_of
from planner.domain.changes import (
    FACT_TYPES,
    KEYED_TABLES,
    WHOLE_TABLES,
    Change,
    Table,
    apply,
    compose,
    difference,
    inverse,
)
from planner.domain.checklist_facts import ChecklistKind, Evidence, EvidenceKind
from planner.domain.errors import PlanError
from planner.domain.items import (
    ActivityId,
    BaselineId,
    ChecklistItemId,
    DependencyId,
    DependencyKind,
    MilestoneId,
    NodeId,
    PhaseId,
    StepId,
)
from planner.domain.levelling import start_later
from planner.domain.plan import Paper, Plan
from planner.domain.splitting import split
from tests.helpers.catching_up import catch_up
from tests.helpers.networks import MONDAY, days, days_off
from tests.helpers.plans import small_plan

PLAN = small_plan()
LEARNING = PhaseId("learning")
Verb = Callable[[Plan], Plan]

_activities = st.sampled_from(list(PLAN.activities))
_milestones = st.sampled_from(list(PLAN.milestones))
_nodes: st.SearchStrategy[NodeId] = st.one_of(_activities, _milestones)
_items = st.sampled_from(list(PLAN.checklist))
_hours = st.sampled_from([0.5, 2.0, 7.25, 40.0])
_notes = st.text(max_size=8)


@st.composite
def verbs(draw: st.DrawFn) -> Verb:
    """Any verb on the small plan, with arguments that fit at least at first."""
    activity, milestone, node, other = draw(_activities), draw(_milestones), draw(_nodes), draw(_nodes)
    item, hours, note, day = draw(_items), draw(_hours), draw(_notes), draw(days())
    maybe_day = draw(st.none() | st.just(day))
    flag = draw(st.booleans())
    dependency = draw(st.sampled_from(list(PLAN.dependencies)))
    choices: list[Verb] = [
        lambda plan: edits.move_activity(plan, activity, maybe_day),
        lambda plan: edits.retarget(plan, milestone, maybe_day, flag),
        lambda plan: edits.hold_followers(plan, milestone, flag),
        lambda plan: edits.fix_date(plan, milestone, maybe_day),
        lambda plan: edits.set_effort(plan, activity, hours),
        lambda plan: edits.set_effort_range(plan, activity, hours / 2, hours, hours * 2),
        lambda plan: edits.set_remaining(plan, activity, hours),
        lambda plan: edits.need_more_hours(plan, activity, hours),
        lambda plan: edits.set_share(plan, activity, 0.5 if flag else 1),
        lambda plan: edits.mark_started(plan, activity, maybe_day),
        lambda plan: edits.mark_finished(plan, activity, day),
        lambda plan: edits.reopen(plan, activity),
        lambda plan: edits.tick_step(plan, ActivityId("regression-course"), StepId("week-1"), flag),
        lambda plan: edits.rename(plan, node, f"T{note}"),
        lambda plan: edits.set_note(plan, node, note),
        lambda plan: edits.set_link(plan, activity, "https://example.org" if flag else ""),
        lambda plan: structure.add_activity(plan, ActivityId("own"), LEARNING, "Own", hours),
        lambda plan: structure.add_milestone(plan, MilestoneId("goal"), LEARNING, "Goal", maybe_day),
        lambda plan: structure.remove_items(plan, [node, LEARNING] if flag else [node], day),
        lambda plan: archive(plan, activity, day),
        lambda plan: restore(plan, activity),
        lambda plan: split(plan, activity, day, day + timedelta(days=3)),
        lambda plan: baselines.take_baseline(plan, BaselineId(f"B{note}"), day, "Why"),
        lambda plan: baselines.remove_baseline(plan, BaselineId(f"B{note}")),
        lambda plan: catch_up(plan, day, BaselineId(f"C{note}")),
        lambda plan: arrange.add_group(plan, PhaseId(f"G{note}"), "Group", LEARNING if flag else None),
        lambda plan: arrange.move_rows(plan, [node], PhaseId("production"), None),
        lambda plan: structure.link(plan, node, other, draw_kind, 3 if flag else 0),
        lambda plan: structure.unlink(plan, dependency),
        lambda plan: proof.tick(plan, item, maybe_day),
        lambda plan: proof.set_evidence(plan, item, (Evidence(kind=EvidenceKind.NOTE, text=f"N{note}"),)),
        lambda plan: proof.set_item_note(plan, item, note),
        lambda plan: proof.add_item(plan, ChecklistItemId("more"), milestone, ChecklistKind.SKILL, "More"),
        lambda plan: proof.remove_item(plan, item),
        lambda plan: proof.log_session(plan, activity, day, 45),
        lambda plan: (
            proof.change_session(plan, next(iter(plan.sessions)), day, 30) if plan.sessions else plan
        ),
        lambda plan: proof.remove_session(plan, next(iter(plan.sessions))) if plan.sessions else plan,
        lambda plan: frame.set_weekly_hours(plan, (1, 1, 1, 1, 1, hours / 2, 0), day),
        lambda plan: frame.set_hours_of_week(plan, week_of(day, 0), hours),
        lambda plan: frame.set_calendar(
            plan, replace(plan.calendar, exceptions=(days_off(day, name=note),)), hours
        ),
        lambda plan: start_later(plan, {activity: day}),
        lambda plan: frame.scale_weekly_hours(plan, hours, day, in_quarters=flag),
        lambda plan: frame.set_week_start(plan, 6 if flag else 0),
        lambda plan: frame.add_exception(plan, days_off(day, name=note)),
        lambda plan: frame.rename_plan(plan, f"T{note}"),
        lambda plan: frame.set_paper(plan, Paper.LETTER),
        lambda plan: frame.settle(plan, day),
    ]
    draw_kind = draw(st.sampled_from(list(DependencyKind)))
    return draw(st.sampled_from(choices))


@given(st.lists(verbs(), min_size=1, max_size=8))
def test_any_edits_can_be_taken_back_and_made_again(sequence: list[Verb]) -> None:
    plan, journal = PLAN, []
    for verb in sequence:
        try:
            edited = verb(plan)
        except PlanError:
            continue  # what did not fit changed nothing
        changes = difference(plan, edited)
        assert apply(plan, changes) == edited
        assert apply(edited, inverse(changes)) == plan
        assert difference(apply(plan, changes), edited) == ()
        journal.append(changes)
        plan = edited
    together = compose(journal)
    assert apply(PLAN, together) == plan
    assert all(each.before != each.after for each in together)
    assert len({(each.table, each.key) for each in together}) == len(together)
    for changes in reversed(journal):
        plan = apply(plan, inverse(changes))
    assert plan == PLAN
    assert difference(plan, PLAN) == ()


@given(verbs())
def test_changes_taken_back_twice_are_the_changes(verb: Verb) -> None:
    try:
        changes = difference(PLAN, verb(PLAN))
    except PlanError:
        return
    assert inverse(inverse(changes)) == changes


def test_only_what_differs_is_a_change() -> None:
    edited = edits.set_effort(PLAN, ActivityId("write-up"), 8)
    assert difference(PLAN, edited) == (
        Change(
            table=Table.ACTIVITIES,
            key="write-up",
            before=PLAN.activities[ActivityId("write-up")],
            after=edited.activities[ActivityId("write-up")],
        ),
    )


def test_saying_the_same_again_changes_nothing() -> None:
    assert difference(PLAN, edits.move_activity(PLAN, ActivityId("write-up"), None)) == ()
    assert difference(PLAN, replace(PLAN, calendar=replace(PLAN.calendar))) == ()
    assert difference(PLAN, small_plan()) == ()
    assert apply(PLAN, ()) == PLAN


def test_facts_and_calendar_change_as_a_whole() -> None:
    edited = frame.set_weekly_hours(PLAN, (4, 4, 4, 4, 4, 4, 0), MONDAY + timedelta(days=30))
    found = difference(PLAN, edited)
    # 24 hours a week are more than the most of 20 hours: that is raised along.
    assert [(each.table, each.key) for each in found] == [(Table.FACTS, ""), (Table.CALENDAR, "")]


def test_removing_an_item_changes_all_that_spoke_of_it() -> None:
    found = difference(PLAN, structure.remove_items(PLAN, ["regression-course"], MONDAY))
    assert {(each.table, each.key, each.after is None) for each in found} == {
        (Table.ACTIVITIES, "regression-course", True),
        (Table.DEPENDENCIES, "regression-course>clustering-course", True),
        (Table.CHECKLIST, "regression-certificate", False),
    }


def test_what_was_removed_comes_back_with_its_links() -> None:
    removed = structure.remove_items(PLAN, ["serve-model"], MONDAY)
    back = apply(removed, inverse(difference(PLAN, removed)))
    assert back == PLAN
    assert DependencyId("serve-model>write-up") in back.dependencies


def test_every_table_of_a_plan_can_change() -> None:
    assert set(FACT_TYPES) == set(Table) == {*WHOLE_TABLES, *KEYED_TABLES}
    assert {str(each) for each in Table} == set(Plan.__dataclass_fields__)
    assert date(2027, 1, 4) == PLAN.facts.start
