"""Work that ends after the finish: found, and named."""

from dataclasses import replace
from datetime import date

from planner.domain.items import ActivityId
from planner.domain.loose_ends import is_loose_end, loose_ends, loose_ends_sentence, work_ends
from planner.domain.outlook import what_the_hours_mean
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, goal, network, work


def plan(*loose: float) -> Plan:
    """A path of one week at twelve hours a week, and loose work of so many hours each from its start on."""
    names = [f"X{number}" for number in range(len(loose))]
    extra = [work(name, hours) for name, hours in zip(names, loose, strict=True)]
    return network(work("A", 12), *extra, goal("M"), *chain("A", "M"), finish="M")


def test_what_ends_by_the_finish_is_no_loose_end() -> None:
    current = schedule(plan(12, 6))
    assert loose_ends(current) == ()
    assert work_ends(current) == current.finish == date(2027, 1, 9)
    assert loose_ends_sentence(current) == ""


def test_loose_ends_are_named_with_the_last_day_of_all_work() -> None:
    one, two, three = (schedule(plan(*hours)) for hours in ((24,), (24, 36), (24, 36, 30)))

    assert one.finish == date(2027, 1, 9)
    assert work_ends(one) == date(2027, 1, 16)
    assert loose_ends_sentence(one) == "“X0” ends after the finish, on 16 Jan 2027."
    assert loose_ends(two) == ("X1", "X0")
    assert is_loose_end(two, loose_ends(two)[0])
    sentence = "“X1” and “X0” end after the finish, the last on 23 Jan 2027."
    assert loose_ends_sentence(two) == sentence
    assert loose_ends_sentence(three) == "“X1” and 2 more end after the finish, the last on 23 Jan 2027."


def test_the_forecast_names_them() -> None:
    loose = plan(24)
    sentences = what_the_hours_mean(loose, schedule(loose)).sentences
    assert "“X0” ends after the finish, on 16 Jan 2027." in sentences
    fits = plan(6)
    assert not any("after the finish" in each for each in what_the_hours_mean(fits, schedule(fits)).sentences)


def test_what_is_finished_is_no_loose_end() -> None:
    loose = plan(24)
    done = replace(
        loose.activity(ActivityId("X0")),
        started_on=date(2027, 1, 4),
        finished_on=date(2027, 1, 16),
    )
    current = schedule(replace(loose, activities={**loose.activities, done.id: done}))
    assert loose_ends(current) == ()


def test_without_a_milestone_the_finish_is_the_last_day_of_all() -> None:
    current = schedule(network(work("A", 12), work("B", 24)))
    assert loose_ends(current) == ()
    assert work_ends(current) == current.finish
    assert work_ends(schedule(network())) == schedule(network()).finish
