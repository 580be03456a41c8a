"""From the wizard's answers to a plan."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.calendar import CalendarException, spread_week, usual_most_hours
from planner.domain.errors import InvalidValue
from planner.domain.items import MilestoneId, PhaseId
from planner.domain.plan import Paper, Plan
from planner.domain.planting import plan_from
from planner.domain.schedule import schedule
from tests.helpers.roadmaps import MONDAY, SMALL, answers


def chain(plan: Plan) -> set[tuple[str, str]]:
    """Who waits for whom."""
    return {(each.before, each.after) for each in plan.dependencies.values()}


def test_the_defaults_need_only_a_start() -> None:
    plan = plan_from(SMALL, answers())

    assert plan.facts.title == "My small path"
    assert (plan.facts.background, plan.facts.track, plan.facts.cloud) == ("novice", "text", "north")
    assert plan.facts.start == plan.facts.status_date == MONDAY
    assert (plan.facts.roadmap, plan.facts.roadmap_version, plan.facts.finish) == ("small", 3, "done")
    assert plan.facts.window == SMALL.backgrounds[0].window
    assert plan.calendar.weekly[0].total == 10


def test_every_answer_arrives() -> None:
    away = CalendarException(first=date(2027, 2, 1), last=date(2027, 2, 7), name="Away")

    plan = plan_from(
        SMALL,
        answers(
            title="  Mine ",
            background="expert",
            week=spread_week(6),
            days_off=(away,),
            track="images",
            cloud="south",
            paper=Paper.LETTER,
            week_start=6,
            most_hours_a_week=9,
            reference_week_hours=12,
        ),
    )

    facts = plan.facts
    assert (facts.title, facts.background, facts.track, facts.cloud) == ("Mine", "expert", "images", "south")
    assert (facts.paper, facts.week_start, facts.most_hours_a_week) == (Paper.LETTER, 6, 9)
    assert plan.calendar.weekly[0].hours == spread_week(6)
    assert plan.calendar.exceptions == (away,)
    assert facts.reference_week_hours == 12
    assert "12 h a week, in place of the suggested 10 h" in facts.reference_week_reason


def test_the_same_answers_make_the_same_plan() -> None:
    assert plan_from(SMALL, answers()) == plan_from(SMALL, answers())


def test_two_plans_have_different_ids_unless_said() -> None:
    first, second = (replace(answers(), plan_id=each) for each in ("one", "two"))

    assert plan_from(SMALL, first).facts.id != plan_from(SMALL, second).facts.id


def test_a_novice_takes_every_prerequisite_in_order() -> None:
    plan = plan_from(SMALL, answers())

    assert {("shell", "sums"), ("sums", "ready"), ("ready", "strategy")} <= chain(plan)


def test_what_is_met_is_left_out_and_bridged() -> None:
    plan = plan_from(SMALL, answers(met=frozenset({"sums"})))

    assert "sums" not in plan.activities
    assert {each for each in chain(plan) if each[1] == "ready"} == {("shell", "ready")}


def test_with_everything_met_the_path_is_ready_on_its_first_day() -> None:
    plan = plan_from(SMALL, answers(met=frozenset({"shell", "sums"})))

    assert not {each for each in chain(plan) if each[1] == "ready"}
    assert schedule(plan).lands(MilestoneId("ready")) == MONDAY
    assert plan.items_of_milestone[MilestoneId("ready")][0].produced_by is None


def test_a_background_knows_what_it_brings_along() -> None:
    plan = plan_from(SMALL, answers(background="expert"))

    assert "shell" not in plan.activities
    assert "sums" in plan.activities


def test_an_expert_may_still_ask_for_everything() -> None:
    assert "shell" in plan_from(SMALL, answers(background="expert", met=frozenset())).activities


def test_an_item_is_produced_by_the_first_activity_the_plan_holds() -> None:
    novice, expert = (plan_from(SMALL, answers(background=each)) for each in ("novice", "expert"))

    assert novice.items_of_milestone[MilestoneId("ready")][0].produced_by == "shell"
    assert expert.items_of_milestone[MilestoneId("ready")][0].produced_by == "sums"


def test_track_and_cloud_each_have_their_say() -> None:
    plan = plan_from(SMALL, answers(track="images", cloud="south"))
    plain = plan_from(SMALL, answers())

    data = next(each for each in plan.activities.values() if each.id == "data")
    assert (data.title, data.tools, data.about) == ("Pictures", ("camera",), "On the southern cloud.")
    assert next(each for each in plain.activities.values() if each.id == "data").tools == ("plain",)


def test_a_milestone_stands_below_the_last_activity_it_follows() -> None:
    plan = plan_from(SMALL, answers())

    rows = {phase.id: [each.id for each in plan.rows_of_phase[phase.id]] for phase in plan.ordered_phases}
    assert rows == {
        "before": ["shell", "sums", "ready"],
        "core": ["strategy", "models", "data", "proven"],
        "after": ["project", "done"],
    }


def test_a_milestone_stays_in_its_place_when_what_it_follows_is_left_out() -> None:
    plan = plan_from(SMALL, answers(met=frozenset({"shell", "sums"})))

    assert [each.id for each in plan.rows_of_phase[PhaseId("before")]] == ["ready"]


@pytest.mark.parametrize(("week", "most"), [(3, 8), (5, 10), (10, 20), (40, 80), (100, 168)])
def test_the_most_hours_are_twice_the_week_and_at_least_five_more(week: float, most: float) -> None:
    assert usual_most_hours(week) == most


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"background": "wizard"}, "no background “wizard”. It has: novice, expert."),
        ({"track": "sound"}, "no track “sound”"),
        ({"cloud": "west"}, "no cloud “west”"),
        ({"met": frozenset({"cooking"})}, "no prerequisite “cooking”"),
        ({"reference_week_hours": 5.5}, "from 6 to 40 hours"),
        ({"reference_week_hours": 41}, "from 6 to 40 hours"),
        ({"week": (0.0,) * 7}, "at least one day"),
        ({"most_hours_a_week": 200}, "at most 168"),
        ({"most_hours_a_week": 9}, "fewer than the week's own"),
    ],
)
def test_answers_without_a_place_are_refused_in_plain_words(said: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        plan_from(SMALL, answers(**said))
