"""Months become hours; a phase keeps the middle of its source's range, whatever is known of its parts."""

from dataclasses import replace

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.items import WEEKS_A_MONTH, Provenance
from planner.domain.lengths import LEAST_PART_OF_LIKELY, estimates_of
from planner.domain.roadmap import KnownWeeks, PhaseTemplate
from tests.helpers.roadmaps import SMALL, TWO_WEEKS, activity, hours, months, part

CORE = PhaseTemplate(id="core", title="Core", months=months(2, 4))


def test_a_phase_likely_hours_are_the_middle_of_the_source_range() -> None:
    parts = [
        activity("strategy", "core", TWO_WEEKS),
        activity("models", "core", part(3)),
        activity("data", "core", part(1)),
    ]

    found = estimates_of([CORE], parts, 10)

    assert sum(each.low for each in found.values()) == pytest.approx(2 * WEEKS_A_MONTH * 10)
    assert sum(each.likely for each in found.values()) == pytest.approx(3 * WEEKS_A_MONTH * 10)
    assert sum(each.high for each in found.values()) == pytest.approx(4 * WEEKS_A_MONTH * 10)
    assert found["strategy"].likely == 20
    assert found["models"].likely == pytest.approx(3 * found["data"].likely)


def test_weeks_and_months_follow_the_reference_week() -> None:
    span = KnownWeeks(
        low=2 * WEEKS_A_MONTH,
        high=3 * WEEKS_A_MONTH,
        words="2–3 months",
        provenance=Provenance.SOURCE,
        reason="It says so.",
    )

    found = estimates_of([CORE], [activity("python", "core", span)], 20)["python"]

    assert (found.low, found.likely, found.high) == pytest.approx((173.92, 217.4, 260.88))
    assert found.provenance is Provenance.DERIVED
    assert found.reason == "It says so. At 20 h a week, 2–3 months are 174–261 h, the middle 217 h."


def test_the_reason_says_which_range_less_what_and_which_part() -> None:
    parts = [activity("course", "core", hours(30, 39, 48)), activity("rest", "core", part(3, "Not found."))]
    parts.append(activity("other", "core", part(1)))

    found = estimates_of([CORE], parts, 10)["rest"]

    assert found.provenance is Provenance.DERIVED
    assert found.reason == (
        "Core takes 2–4 months in the source: 130 h in the middle, at 10 h a week. What has a known length "
        "takes 39 h of it; 91 h are left. By our split this is 3 of 4 parts. Not found."
    )


def test_known_lengths_that_fill_the_shortest_range_leave_a_part_of_the_likely_hours() -> None:
    parts = [activity("course", "core", hours(90, 100, 100)), activity("rest", "core", part(1))]

    rest = estimates_of([CORE], parts, 10)["rest"]

    assert rest.likely == pytest.approx(30.44)
    assert rest.low == pytest.approx(LEAST_PART_OF_LIKELY * 30.44)
    assert rest.low < rest.likely < rest.high


def test_a_wide_known_length_never_turns_the_rest_upside_down() -> None:
    parts = [activity("course", "core", hours(1, 100, 900)), activity("rest", "core", part(1))]

    rest = estimates_of([CORE], parts, 10)["rest"]

    assert rest.low == rest.likely == rest.high == pytest.approx(30.44)


def test_known_lengths_that_fill_the_whole_phase_are_refused() -> None:
    parts = [activity("course", "core", hours(150, 150, 150)), activity("rest", "core", part(1))]

    with pytest.raises(InvalidValue, match=r"reference week of 10 h the known lengths fill all of “Core”"):
        estimates_of([CORE], parts, 10)


def test_a_part_needs_a_phase_with_months() -> None:
    with pytest.raises(InvalidValue, match="gives no months"):
        estimates_of([replace(CORE, months=None)], [activity("rest", "core", part(1))], 10)


def test_every_activity_gets_an_estimate_with_a_reason() -> None:
    found = estimates_of(SMALL.phases, SMALL.activities, 10)

    assert list(found) == [each.id for each in SMALL.activities]
    assert all(each.reason for each in found.values())
