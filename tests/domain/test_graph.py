"""A plan's network: an order to schedule in, circles named, and chains of any length."""

from dataclasses import replace

import pytest
from hypothesis import given

from planner.domain.edits import put_activity
from planner.domain.errors import DependencyCycle, UnknownItem
from planner.domain.graph import chain_that_would_close, compile_graph, graph_of
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import unlink
from tests.helpers.networks import SS, chain, goal, network, random_networks, wait, work
from tests.helpers.plans import chain_plan


@given(random_networks())
def test_every_item_comes_after_all_it_waits_for(plan: Plan) -> None:
    graph = compile_graph(plan)
    place = {node: number for number, node in enumerate(graph.order)}
    assert sorted(graph.order) == list(range(len(plan.active) + len(plan.milestones)))
    for each in plan.active_dependencies.values():
        assert place[graph.index[each.before]] < place[graph.index[each.after]]


def test_hours_before_a_milestone_are_those_of_all_activities_before_it_once() -> None:
    plan = network(
        work("A", 1),
        work("B", 2),
        work("C", 4),
        work("D", 8),
        goal("M"),
        goal("N"),
        *chain("A", "B", "M", "C", "N"),
        wait("A", "N"),
        wait("B", "C", SS, 3),
    )
    assert compile_graph(plan).hours_before([1, 2, 4, 8]) == [3, 7]


def test_a_plan_may_have_no_activities_or_no_milestones() -> None:
    assert compile_graph(network(goal("M"))).hours_before([]) == [0]
    assert compile_graph(network(work("A", 1))).hours_before([1]) == []
    assert compile_graph(network()).order == []


def test_a_circle_is_named_item_by_item() -> None:
    plan = network(
        work("A", 1),
        work("B", 1),
        work("C", 1),
        work("D", 1),
        work("E", 1),
        *chain("A", "B", "C", "D", "B"),
        wait("D", "E"),
    )
    with pytest.raises(DependencyCycle) as refused:
        compile_graph(plan)
    assert refused.value.chain == ("B", "C", "D", "B")
    assert str(refused.value) == "These would wait for each other in a circle: B → C → D → B."


def test_a_dependency_on_something_the_plan_does_not_hold_is_refused() -> None:
    with pytest.raises(UnknownItem, match="“B”"):
        compile_graph(network(work("A", 1), wait("A", "B")))


def test_a_dependency_that_would_close_a_circle_is_known_before_it_is_made() -> None:
    plan = network(work("A", 1), work("B", 1), goal("M"), work("C", 1), *chain("A", "B", "M"))
    assert chain_that_would_close(plan, MilestoneId("M"), ActivityId("A")) == ("M", "A", "B", "M")
    assert chain_that_would_close(plan, ActivityId("A"), MilestoneId("M")) is None
    assert chain_that_would_close(plan, ActivityId("C"), ActivityId("A")) is None
    assert chain_that_would_close(plan, ActivityId("A"), ActivityId("A")) == ("A", "A")


def test_a_graph_is_used_again_while_it_fits() -> None:
    plan = network(work("A", 1), work("B", 1), goal("M"), *chain("A", "B", "M"))
    graph = compile_graph(plan)
    assert graph_of(plan, graph) is graph
    assert graph_of(put_activity(plan, work("A", 5)), graph) is graph
    assert graph_of(put_activity(plan, work("C", 5)), graph) is not graph
    assert graph_of(unlink(plan, wait("A", "B").id), graph) is not graph
    turned = replace(plan, activities=dict(reversed(list(plan.activities.items()))))
    assert graph_of(turned, graph) is not graph


def test_a_chain_of_ten_thousand_is_scheduled_without_recursion() -> None:
    plan = chain_plan(10_000, hours=0.5)
    done = schedule(plan)
    # 5,000 hours at 10 a week end with the Saturday of the 500th week.
    assert (done.finish - plan.facts.start).days == 500 * 7 - 2
    assert all(done.critical(node) for node in done.graph.nodes)
    circle = chain_that_would_close(plan, MilestoneId("the-end"), ActivityId("activity-0"))
    assert circle is not None
    assert len(circle) == 10_002
    assert (circle[0], circle[-1]) == ("the-end", "the-end")
