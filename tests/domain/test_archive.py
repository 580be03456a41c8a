"""An archived activity leaves the schedule, keeps its hours, and comes back where it was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.archive import archive, restore
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, DependencyKind, MilestoneId
from planner.domain.plan import Plan
from planner.domain.progress import logged_hours_between
from planner.domain.schedule import schedule
from planner.domain.structure import link, remove_items, unlink, what_goes
from planner.domain.week import open_minutes, week_plan
from tests.helpers.networks import FF, chain, goal, network, wait, work
from tests.helpers.plans import START, activity, make_plan, milestone, phase, session, small_plan

ON = date(2027, 1, 11)
CLUSTERING = ActivityId("clustering-course")


def joins(plan: Plan) -> set[tuple[str, str]]:
    """Who waits for whom, among what is scheduled."""
    return {(each.before, each.after) for each in plan.active_dependencies.values()}


def four_in_a_row() -> Plan:
    return network(work("A", 2), work("B", 2), work("C", 2), work("D", 2), *chain("A", "B", "C", "D"))


def test_what_waited_for_it_waits_for_what_it_waited_for() -> None:
    archived = archive(small_plan(), CLUSTERING, ON)
    assert joins(archived) >= {("regression-course", "core-proven")}
    assert CLUSTERING not in archived.active
    assert archived.activity(CLUSTERING).archived_on == ON
    assert schedule(archived).finish < schedule(small_plan()).finish


def test_restored_it_is_where_it_was() -> None:
    plan = small_plan()
    assert restore(archive(plan, CLUSTERING, ON), CLUSTERING) == plan


def test_the_kind_and_the_waiting_days_of_its_dependencies_come_back_too() -> None:
    plan = network(work("A", 2), work("B", 2), work("C", 2), wait("A", "B", FF, 2), wait("B", "C", lag=1))
    assert restore(archive(plan, ActivityId("B"), ON), ActivityId("B")) == plan


@pytest.mark.parametrize("order", ["BC", "CB"])
def test_two_in_a_row_come_back_in_any_order(order: str) -> None:
    plan = four_in_a_row()
    both = archive(archive(plan, ActivityId("B"), ON), ActivityId("C"), ON)
    assert joins(both) == {("A", "D")}
    one = restore(both, ActivityId(order[0]))
    assert joins(one) == {("A", order[0]), (order[0], "D")}
    assert restore(one, ActivityId(order[1])) == plan


def test_a_link_of_the_learners_own_past_it_stays() -> None:
    plan = link(four_in_a_row(), ActivityId("A"), ActivityId("C"))
    assert restore(archive(plan, ActivityId("B"), ON), ActivityId("B")) == plan


def test_what_would_run_in_a_circle_does_not_come_back() -> None:
    plan = archive(four_in_a_row(), ActivityId("B"), ON)
    bridge = next(each.id for each in plan.active_dependencies.values() if each.after == "C")
    turned = link(unlink(plan, bridge), ActivityId("C"), ActivityId("A"))
    back = restore(turned, ActivityId("B"))
    assert joins(back) == {("A", "B"), ("C", "A"), ("C", "D")}
    schedule(back)


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.booleans()), max_size=12))
def test_whatever_is_archived_what_is_left_keeps_its_order(steps: list[tuple[str, bool]]) -> None:
    items = [work(each, 2) for each in "ABCDE"]
    plan = network(*items, *chain("A", "B", "C", "D", "E"), wait("A", "D"))
    for name, away in steps:
        key = ActivityId(name)
        if (plan.activity(key).archived_on is None) == away:
            plan = archive(plan, key, ON) if away else restore(plan, key)
    done = schedule(plan)
    left = [each for each in "ABCDE" if ActivityId(each) in plan.active]
    # One waits for the other, so that each gets two hours of its own.
    assert [done.starts[done.graph.index[ActivityId(each)]] for each in left] == [
        2.0 * place for place in range(len(left))
    ]


def test_its_hours_still_count_in_the_weeks_gone_by() -> None:
    plan = replace(small_plan(), sessions={})
    logged = session("s", "regression-course", START, 90)
    plan = replace(plan, sessions={logged.id: logged})
    archived = archive(plan, ActivityId("regression-course"), ON)
    assert logged_hours_between(archived, START, ON) == 1.5
    week = week_plan(archived, schedule(archived), START, ON)
    assert week.logged_minutes == 90
    assert week.days[0].beside_the_plan[0].title == "Regression course"
    assert all(each.activity != "regression-course" for each in week.sessions)
    # Nothing is planned for it any more: its hours pay for no other activity's.
    assert open_minutes(archived, schedule(archived), ON, ON) == 600


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (lambda plan: archive(plan, ActivityId("core-proven"), ON), "is a milestone"),
        (lambda plan: archive(archive(plan, CLUSTERING, ON), CLUSTERING, ON), "archived already"),
        (lambda plan: restore(plan, CLUSTERING), "is not archived"),
    ],
)
def test_what_cannot_be_is_said(verb: object, sentence: str) -> None:
    assert callable(verb)
    with pytest.raises(InvalidValue, match=sentence):
        verb(small_plan())


# Removing many at once


def lived_in() -> Plan:
    """Groups in groups; “used” has an hour logged."""
    return make_plan(
        phase("outer", position=1),
        phase("inner", position=2, parent="outer"),
        phase("other", position=2),
        activity("first", phase="outer", position=1),
        activity("used", phase="inner", position=1),
        activity("unused", phase="inner", position=2),
        milestone("end", phase="other", position=1),
        session("s", "used"),
        *chain("first", "used", "unused", "end"),
        finish="end",
    )


def test_what_has_logged_hours_is_archived_and_the_rest_removed() -> None:
    plan = remove_items(lived_in(), ["used", "unused"], ON)
    assert set(plan.activities) == {"first", "used"}
    assert set(plan.active) == {"first"}
    assert joins(plan) == {("first", "end")}


def test_a_group_goes_with_all_it_holds_and_hours_stay_in_another() -> None:
    assert what_goes(lived_in(), ["outer"]) == (["first", "used", "unused"], ["outer", "inner"])
    plan = remove_items(lived_in(), ["outer", "used", "inner"], ON)
    assert [each.id for each in plan.ordered_phases] == ["other"]
    assert [(each.id, each.phase) for each in plan.archived] == [("used", "other")]
    assert not plan.active
    assert not joins(plan)


def test_an_empty_group_goes() -> None:
    plan = remove_items(remove_items(lived_in(), ["used", "unused"], ON), ["inner"], ON)
    assert [each.id for each in plan.ordered_phases] == ["outer", "other"]


def test_nothing_goes_where_the_finish_would() -> None:
    with pytest.raises(InvalidValue, match="where the whole path leads"):
        remove_items(lived_in(), ["used", "other"], ON)


def test_what_waits_past_several_removed_items_waits_for_what_is_left() -> None:
    plan = network(*(work(each, 2) for each in "ABCDE"), goal("M"), *chain("A", "B", "C", "D", "E", "M"))
    plan = remove_items(plan, ["B", "C", "E"], ON)
    assert joins(plan) == {("A", "D"), ("D", "M")}
    assert {each.kind for each in plan.dependencies.values()} == {DependencyKind.FINISH_START}
    assert schedule(plan).lands(MilestoneId("M")) == date(2027, 1, 5)
