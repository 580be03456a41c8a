"""Facts check themselves: what cannot be is refused in a plain sentence."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.items import (
    LONGEST_EFFORT_HOURS,
    Baseline,
    BaselineDays,
    BaselineId,
    Dependency,
    Estimate,
    MonthRange,
    Pause,
    PhaseId,
    Provenance,
    Session,
    Step,
    StepId,
    new_id,
)
from tests.helpers.plans import activity, dependency, milestone, phase, session

DAY = date(2027, 1, 4)
LATER = date(2027, 1, 5)


def hours(low: float, likely: float, high: float) -> Estimate:
    return Estimate(low=low, likely=likely, high=high, provenance=Provenance.LEARNER)


def months(low: float, high: float) -> MonthRange:
    return MonthRange(low=low, high=high, provenance=Provenance.SOURCE)


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "hours that fall": (lambda: hours(5, 4, 6), "rise from low over likely to high"),
    "likely above high": (lambda: hours(1, 4, 3), "rise from low over likely to high"),
    "hours below 0": (lambda: hours(-1, 4, 6), "rise from low over likely to high"),
    "no hours": (lambda: hours(0, 0, 6), "more than 0 hours"),
    "hours that are no number": (lambda: hours(1, float("nan"), 3), "must be numbers"),
    "endless hours": (lambda: hours(1, 2, float("inf")), "must be numbers"),
    "a lifetime of hours": (lambda: hours(1, 2, LONGEST_EFFORT_HOURS + 1), "at most 100,000 hours"),
    "months that fall": (lambda: months(4, 2), "rise from low to high"),
    "no months": (lambda: months(0, 2), "rise from low to high"),
    "months that are no number": (lambda: months(1, float("nan")), "must be numbers"),
    "a century of months": (lambda: months(1, 1201), "rise from low to high"),
    "a step without a title": (lambda: Step(id=StepId("s"), title=" "), "title cannot be empty"),
    "a step without a part": (lambda: Step(id=StepId("s"), title="s", part=0), "part must be above 0"),
    "an endless step": (lambda: Step(id=StepId("s"), title="s", part=float("inf")), "part must be above 0"),
    "a phase without a title": (lambda: phase("p", title=""), "title cannot be empty"),
    "a very long title": (lambda: activity("a", title="x" * 501), "at most 500"),
    "a share of nothing": (lambda: activity("a", share=0), "above 0 and at most 1"),
    "a share above all": (lambda: activity("a", share=1.01), "above 0 and at most 1"),
    "finished before started": (
        lambda: activity("a", started_on=LATER, finished_on=DAY),
        "cannot finish before it starts",
    ),
    "a pause that ends before it begins": (lambda: Pause(first=LATER, last=DAY), "cannot end before it"),
    "pauses that overlap": (
        lambda: activity("a", pauses=(Pause(first=DAY, last=LATER), Pause(first=LATER, last=LATER))),
        "do not overlap",
    ),
    "pauses out of order": (
        lambda: activity("a", pauses=(Pause(first=LATER, last=LATER), Pause(first=DAY, last=DAY))),
        "one after the other",
    ),
    "a group in itself": (lambda: phase("p", parent=PhaseId("p")), "cannot lie in itself"),
    "a baseline without a reason": (
        lambda: Baseline(id=BaselineId("b"), taken_on=DAY, reason=" ", days=()),
        "cannot be empty",
    ),
    "days of a baseline that fall": (
        lambda: BaselineDays(node="a", start=LATER, finish=DAY),
        "cannot finish before it starts",
    ),
    "less than nothing left": (lambda: activity("a", remaining_hours=-1), "0 hours or more"),
    "endlessly much left": (lambda: activity("a", remaining_hours=float("inf")), "0 hours or more"),
    "a hold without a date": (lambda: milestone("m", holds=True), "Only a target date can hold"),
    "a fixed date without a date": (lambda: milestone("m", fixed=True), "Only a target date can hold"),
    "a milestone without a title": (lambda: milestone("m", title=""), "title cannot be empty"),
    "waiting for itself": (lambda: dependency("a", "a"), "cannot wait for itself"),
    "a lag of a lifetime": (lambda: dependency("a", "b", lag_days=10_001), "at most 10,000 days"),
    "a lag of a lifetime back": (lambda: dependency("a", "b", lag_days=-10_001), "at most 10,000 days"),
    "no minutes": (lambda: session("s", "a", minutes=0), "from 1 minute to 24 hours"),
    "more than a day": (lambda: session("s", "a", minutes=24 * 60 + 1), "from 1 minute to 24 hours"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused(name: str) -> None:
    make, sentence = REFUSED[name]
    with pytest.raises(InvalidValue, match=sentence):
        make()


ALLOWED: dict[str, Callable[[], Any]] = {
    "one figure for all": lambda: hours(3, 3, 3),
    "nothing at the low end": lambda: hours(0, 1, 2),
    "the longest effort": lambda: hours(1, 2, LONGEST_EFFORT_HOURS),
    "one length": lambda: months(2, 2),
    "all of the week": lambda: activity("a", share=1),
    "nothing left": lambda: activity("a", remaining_hours=0),
    "started and finished in a day": lambda: activity("a", started_on=DAY, finished_on=DAY),
    "finished without a start": lambda: activity("a", finished_on=DAY),
    "a held date": lambda: milestone("m", target=DAY, holds=True, fixed=True),
    "the longest lag": lambda: dependency("a", "b", lag_days=-10_000),
    "a whole day": lambda: session("s", "a", minutes=24 * 60),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_may_be_is_taken(name: str) -> None:
    assert ALLOWED[name]() == ALLOWED[name]()


def test_a_fact_changes_only_into_another_one() -> None:
    found = activity("a", 4)
    with pytest.raises(FrozenInstanceError):
        found.title = "Another"  # type: ignore[misc]
    with pytest.raises(InvalidValue):
        replace(found, share=2)


def test_what_is_left_is_all_until_said_otherwise() -> None:
    assert activity("a", 4).remaining == 4
    assert activity("a", 4, remaining_hours=1.5).remaining == 1.5
    assert activity("a", 4, remaining_hours=1.5, finished_on=DAY).remaining == 0


def test_the_middle_of_a_range_of_months() -> None:
    assert months(2, 3).likely == 2.5


def test_new_ids_differ() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_facts_name_all_their_fields() -> None:
    with pytest.raises(TypeError):
        Session("s", "a", DAY, 5)  # type: ignore[call-arg, arg-type]
    with pytest.raises(TypeError):
        Dependency("d", "a", "b")  # type: ignore[call-arg, arg-type]
