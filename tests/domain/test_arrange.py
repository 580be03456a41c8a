"""Arranging the outline, checked against plain lists in lists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.arrange import (
    add_group,
    duplicate,
    indent,
    move_rows,
    outdent,
    remove_group,
    rename_group,
)
from planner.domain.changes import difference
from planner.domain.checklist_facts import Evidence, EvidenceKind
from planner.domain.copying import rows_copied
from planner.domain.edits import mark_finished
from planner.domain.errors import InvalidValue, PlanError, UnknownItem
from planner.domain.items import (
    ActivityId,
    ChecklistItemId,
    MilestoneId,
    PhaseId,
)
from planner.domain.outline_order import whole_positions
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.list_outline import ListOutline
from tests.helpers.plans import activity, dependency, make_plan, milestone, phase, small_plan

DAY = date(2027, 1, 8)


def outline(plan: Plan, group: str | None = None) -> list[Any]:
    """The outline as lists in lists: an item is its id, a group its id with what it holds."""
    key = None if group is None else PhaseId(group)
    return [
        [str(each.id), outline(plan, each.id)] if each.id in plan.phases else str(each.id)
        for each in plan.children_of[key]
    ]


def nested() -> Plan:
    """Two groups at the top; in the first an item, a group of two, and two items more."""
    return make_plan(
        phase("G", position=1, colour=1),
        phase("H", position=2, colour=2),
        phase("in-G", position=2, parent=PhaseId("G"), colour=1),
        activity("a", phase="G", position=1),
        activity("b", phase="in-G", position=1),
        milestone("m", phase="in-G", position=2),
        activity("c", phase="G", position=3),
        activity("d", phase="G", position=4),
        activity("e", phase="H", position=1),
        dependency("a", "b"),
        dependency("b", "m"),
        dependency("m", "c"),
        finish="m",
    )


NESTED = nested()


def test_a_row_goes_before_another_or_to_the_end() -> None:
    assert outline(NESTED) == [["G", ["a", ["in-G", ["b", "m"]], "c", "d"]], ["H", ["e"]]]
    assert outline(move_rows(NESTED, ["d"], PhaseId("G"), "a"))[0] == [
        "G",
        ["d", "a", ["in-G", ["b", "m"]], "c"],
    ]
    assert outline(move_rows(NESTED, ["a"], PhaseId("H"), None))[1] == ["H", ["e", "a"]]
    assert outline(move_rows(NESTED, ["H"], None, "G")) == [outline(NESTED)[1], outline(NESTED)[0]]


def test_rows_keep_their_order_and_a_group_takes_all_it_holds() -> None:
    moved = move_rows(NESTED, ["d", "in-G", "a", "b"], PhaseId("H"), "e")
    assert outline(moved) == [["G", ["c"]], ["H", ["a", ["in-G", ["b", "m"]], "d", "e"]]]


def test_rows_dropped_before_one_of_themselves_stay_there() -> None:
    assert outline(move_rows(NESTED, ["c", "d"], PhaseId("G"), "c")) == outline(NESTED)


def test_arranging_moves_no_dates_and_few_positions() -> None:
    before = schedule(NESTED)
    moved = move_rows(NESTED, ["e"], PhaseId("G"), None)
    after = schedule(moved)
    assert [after.start_day(each) for each in NESTED.activities] == [
        before.start_day(each) for each in NESTED.activities
    ]
    assert len(difference(NESTED, moved)) == 1
    assert len(difference(NESTED, move_rows(NESTED, ["a"], PhaseId("G"), "c"))) == 1


def test_what_cannot_lie_there_is_refused() -> None:
    with pytest.raises(InvalidValue, match="“G” cannot lie in itself"):
        move_rows(NESTED, ["G"], PhaseId("in-G"), None)
    with pytest.raises(InvalidValue, match="“A” lies in a group"):
        move_rows(NESTED, ["a"], None, None)
    with pytest.raises(UnknownItem):
        move_rows(NESTED, ["a"], PhaseId("G"), "e")
    with pytest.raises(UnknownItem):
        move_rows(NESTED, ["a"], PhaseId("nowhere"), None)
    with pytest.raises(UnknownItem):
        move_rows(NESTED, ["nowhere"], PhaseId("G"), None)


def test_indenting_goes_into_the_group_right_above() -> None:
    assert outline(indent(NESTED, ["c", "d"]))[0] == ["G", ["a", ["in-G", ["b", "m", "c", "d"]]]]
    assert outline(indent(NESTED, ["H"])) == [["G", ["a", ["in-G", ["b", "m"]], "c", "d", ["H", ["e"]]]]]
    with pytest.raises(InvalidValue, match="no group right above “D” to move it into"):
        indent(NESTED, ["d"])
    with pytest.raises(InvalidValue, match="no group right above “G”"):
        indent(NESTED, ["G"])


def test_outdenting_goes_right_behind_the_group() -> None:
    assert outline(outdent(NESTED, ["b"]))[0] == ["G", ["a", ["in-G", ["m"]], "b", "c", "d"]]
    assert outline(outdent(NESTED, ["in-G"]))[1] == ["in-G", ["b", "m"]]
    assert outline(outdent(indent(NESTED, ["c", "d"]), ["c", "d"])) == outline(NESTED)
    with pytest.raises(InvalidValue, match="“C” is as far out as an activity or a milestone can be"):
        outdent(NESTED, ["b", "c"])
    with pytest.raises(InvalidValue, match="“G” is at the top already"):
        outdent(NESTED, ["G"])


def test_a_group_of_ones_own() -> None:
    inner = add_group(NESTED, PhaseId("new"), " New ", PhaseId("G"), behind="a")
    assert outline(inner)[0][1][:2] == ["a", ["new", []]]
    assert (inner.phase(PhaseId("new")).title, inner.phase(PhaseId("new")).colour) == ("New", 1)
    top = add_group(NESTED, PhaseId("new"), "New", None)
    assert outline(top)[-1] == ["new", []]
    assert top.phase(PhaseId("new")).colour == 3
    assert rename_group(top, PhaseId("new"), " Better ").phase(PhaseId("new")).title == "Better"
    assert remove_group(top, PhaseId("new")) == NESTED
    with pytest.raises(UnknownItem):
        add_group(NESTED, PhaseId("new"), "New", PhaseId("G"), behind="e")
    with pytest.raises(InvalidValue, match="title cannot be empty"):
        rename_group(top, PhaseId("new"), " ")


def test_a_dissolved_group_leaves_what_it_held_in_its_place() -> None:
    assert outline(remove_group(NESTED, PhaseId("in-G")))[0] == ["G", ["a", "b", "m", "c", "d"]]
    with pytest.raises(InvalidValue, match="“H” still holds activities or milestones"):
        remove_group(NESTED, PhaseId("H"))


def test_archived_activities_outlive_their_group() -> None:
    archived = replace(NESTED.activities[ActivityId("e")], archived_on=DAY)
    plan = replace(NESTED, activities={**NESTED.activities, archived.id: archived})
    assert remove_group(plan, PhaseId("H")).activity(archived.id).phase == "G"
    alone = make_plan(phase("only"), replace(archived, phase=PhaseId("only")))
    with pytest.raises(InvalidValue, match="“Only” keeps archived activities"):
        remove_group(alone, PhaseId("only"))


def copied(plan: Plan, *ids: str) -> Plan:
    """The plan with copies whose ids end in 2."""
    return duplicate(plan, ids, {each: f"{each}2" for each in rows_copied(plan, ids)})


def test_a_copy_stands_below_has_not_begun_and_waits_for_the_same() -> None:
    course = ActivityId("regression-course")
    plan = mark_finished(log_session(small_plan(), course, DAY, 60), course, DAY)
    result = copied(plan, "regression-course", "clustering-course")
    assert [each.id for each in result.rows_of_phase[PhaseId("learning")]] == [
        "regression-course",
        "clustering-course",
        "regression-course2",
        "clustering-course2",
        "core-proven",
    ]
    copy = result.activity(ActivityId("regression-course2"))
    assert (copy.title, copy.started_on, copy.finished_on) == ("Regression course (copy)", None, None)
    assert not any(each.done for each in copy.steps)
    assert result.sessions == plan.sessions
    joins = {(each.before, each.after) for each in result.dependencies.values()}
    assert ("regression-course2", "clustering-course2") in joins
    assert ("clustering-course2", "core-proven") not in joins
    single = copied(plan, "clustering-course")
    assert ("regression-course", "clustering-course2") in {
        (each.before, each.after) for each in single.dependencies.values()
    }


def test_a_copied_milestone_brings_its_checklist_unticked() -> None:
    plan = small_plan()
    proof = Evidence(kind=EvidenceKind.NOTE, text="seen")
    ticked = replace(plan.item(ChecklistItemId("course-done")), done_on=DAY, evidence=(proof,))
    plan = replace(plan, checklist={**plan.checklist, ticked.id: ticked})
    result = copied(plan, "endpoint-live")
    copies = result.items_of_milestone[MilestoneId("endpoint-live2")]
    assert [each.title for each in copies] == [
        each.title for each in plan.items_of_milestone[MilestoneId("endpoint-live")]
    ]
    assert not any(each.done or each.evidence for each in copies)
    assert result.facts.finish == "endpoint-live"


def test_copies_of_copies_have_titles_of_their_own() -> None:
    plan = duplicate(copied(NESTED, "a"), ["a", "a2"], {"a": "a3", "a2": "a4"})
    titles = [plan.activity(ActivityId(each)).title for each in ("a2", "a3", "a4")]
    assert titles == ["A (copy)", "A (copy 2)", "A (copy) (copy)"]
    long = copied(make_plan(activity("x", title="x" * 500)), "x")
    assert long.activity(ActivityId("x2")).title == "x" * 493 + " (copy)"


def test_a_copied_group_brings_all_it_holds_and_the_links_within() -> None:
    result = copied(NESTED, "in-G", "b")
    assert outline(result)[0][1][1:3] == [["in-G", ["b", "m"]], ["in-G2", ["b2", "m2"]]]
    joins = {(each.before, each.after) for each in result.dependencies.values()}
    assert {("a", "b2"), ("b2", "m2")} <= joins
    assert ("m2", "c") not in joins
    assert result.phase(PhaseId("in-G2")).title == "In g (copy)"


@given(st.lists(st.none() | st.integers(-3, 30), max_size=12))
def test_positions_rise_in_whole_numbers(kept: list[int | None]) -> None:
    found = whole_positions(kept)
    assert len(found) == len(kept)
    assert all(before < after for before, after in pairwise([-1, *found]))


@given(st.data())
@settings(max_examples=150)
def test_any_arranging_is_what_plain_lists_say(data: Any) -> None:
    plan, lists = nested(), ListOutline(outline(nested()))
    for _ in range(data.draw(st.integers(1, 6))):
        verb = data.draw(st.sampled_from(["move", "indent", "outdent", "copy", "group"]))
        names = lists.in_order()
        ids = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
        groups = [each for each in names if isinstance(lists.entry(each), list)]
        into = data.draw(st.none() | st.sampled_from(groups))
        held = [ListOutline.id_of(each) for each in lists.held(into)]
        near = data.draw(st.none() | st.sampled_from(held)) if held else None
        key = None if into is None else PhaseId(into)
        done: Callable[[], Plan]
        if verb == "move":
            expected, done = lists.move(ids, into, near), partial(move_rows, plan, ids, key, near)
        elif verb == "indent":
            expected, done = lists.indent(ids), partial(indent, plan, ids)
        elif verb == "outdent":
            expected, done = lists.outdent(ids), partial(outdent, plan, ids)
        elif verb == "copy":
            if any(f"{each}2" in names for each in rows_copied(plan, ids)):
                continue
            expected, done = lists.copy(ids), partial(copied, plan, *ids)
        else:
            new = f"group-{len(names)}"
            place = len(held) if near is None else held.index(near) + 1
            lists.held(into).insert(place, [new, []])
            expected, done = True, partial(add_group, plan, PhaseId(new), new, key, behind=near)
        if not expected:
            with pytest.raises(PlanError):
                done()
            continue
        plan = done()
        assert outline(plan) == lists.rows
        assert plan.facts.finish in plan.milestones
