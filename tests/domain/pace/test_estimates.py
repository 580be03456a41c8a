"""Beliefs about factors from what was seen of them."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.pace.estimates import (
    LEAST_KEPT,
    PRIOR_SIGMA,
    USUAL_LIKENESS,
    USUAL_SPREAD,
    effort_estimate,
    kept_estimate,
    shrunk,
)
from planner.domain.pace.evidence import Piece, SettledWeek

factors = st.floats(0.05, 20)
hours = st.floats(0.5, 500)


def pieces(*ratios: float, estimated: float = 20.0) -> tuple[Piece, ...]:
    """Finished activities of the same estimate that took so many times as long."""
    return tuple(Piece(estimated, estimated * each, by_clock=False, count=1) for each in ratios)


def weeks(*parts: float) -> tuple[SettledWeek, ...]:
    """Weeks of ten planned hours of which so large a part was kept."""
    return tuple(SettledWeek(10.0, 10 * each) for each in parts)


def test_prior_and_evidence_are_weighed_by_their_precisions() -> None:
    mean, variance = shrunk(1.0, PRIOR_SIGMA**2)
    assert (mean, variance) == pytest.approx((0.5, PRIOR_SIGMA**2 / 2))
    assert shrunk(1.0, 1e-12)[0] == pytest.approx(1.0)


@given(st.floats(-5, 5), st.floats(1e-6, 100))
def test_evidence_never_leaves_more_doubt_than_the_prior(mean: float, variance: float) -> None:
    found, doubt = shrunk(mean, variance)
    assert 0 < doubt < min(variance, PRIOR_SIGMA**2) * (1 + 1e-9)
    assert abs(found) <= abs(mean)


@given(st.lists(st.tuples(hours, factors), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_the_same_evidence_again_never_widens_the_doubt(seen: list[tuple[float, float]]) -> None:
    once = tuple(Piece(each, each * factor, by_clock=False, count=1) for each, factor in seen)
    assert effort_estimate(once * 2, 1.0).doubt <= effort_estimate(once, 1.0).doubt * (1 + 1e-9)


def test_without_evidence_there_is_the_prior() -> None:
    found = effort_estimate((), 1.0)
    assert (found.mean, found.doubt) == (0.0, PRIOR_SIGMA**2)
    found = kept_estimate((), 10)
    assert (found.mean, found.doubt, found.likeness) == (0.0, PRIOR_SIGMA**2, USUAL_LIKENESS)


def test_the_factor_is_that_of_the_sums() -> None:
    """Long activities weigh more: 300 hours for 200 estimated, whatever the short one took."""
    many = pieces(*[1.5] * 40, estimated=100) + pieces(0.5, estimated=1)
    assert exp(effort_estimate(many, 1.0).mean) == pytest.approx(1.5, rel=0.02)


def test_one_activity_that_went_astray_is_drawn_in() -> None:
    usual, astray = pieces(*[1.0] * 9), pieces(50.0)
    assert exp(effort_estimate(usual + astray, 1.0).mean) < 1.4


def test_hours_of_the_calendar_count_by_the_part_that_is_kept() -> None:
    by_clock = tuple(Piece(20.0, 40.0, by_clock=True, count=1) for _ in range(30))
    assert exp(effort_estimate(by_clock, 0.5).mean) == pytest.approx(1.0, rel=0.02)


def test_the_spread_of_activities_is_found() -> None:
    chance = np.random.default_rng(5)
    for spread in (0.1, 0.3, 0.4):
        ratios = np.maximum(1 + spread * chance.standard_normal(400), 0.05)
        assert effort_estimate(pieces(*ratios), 1.0).spread ** 0.5 == pytest.approx(spread, abs=0.05)
    assert effort_estimate(pieces(1.0), 1.0).spread ** 0.5 == pytest.approx(USUAL_SPREAD)


@given(st.lists(st.floats(0, 2), min_size=2, max_size=30), st.integers(1, 60))
@settings(max_examples=40, deadline=None)
def test_the_doubt_of_weeks_is_that_of_a_weighted_mean(parts: list[float], left: int) -> None:
    """Against the sum over all pairs of weeks, plainly."""
    found = kept_estimate(weeks(*parts), left)
    seen = 0.5 ** (np.arange(len(parts))[::-1] / 26)
    both = np.concatenate((-seen / seen.sum(), np.full(left, 1 / left)))
    places = np.arange(len(both))
    alike = found.likeness ** np.abs(places[:, None] - places[None, :]).astype(float)
    whole = found.spread * float(both @ alike @ both)
    past = found.spread * float(both[: len(parts)] @ alike[: len(parts), : len(parts)] @ both[: len(parts)])
    assert found.doubt == pytest.approx(past * PRIOR_SIGMA**2 / (past + PRIOR_SIGMA**2))
    assert found.ahead == pytest.approx(max(whole - past, 0.0), abs=1e-9)


def test_the_weeks_to_come_add_less_the_more_there_are() -> None:
    kept = weeks(*[1.0, 1.0, 0.0, 1.0, 0.0, 0.0] * 8)
    added = [kept_estimate(kept, left).ahead for left in (2, 10, 50, 250)]
    assert added == sorted(added, reverse=True)


def test_the_likeness_of_neighbours_is_found() -> None:
    scattered, in_runs = [1.0, 0.0, 1.0, 1.0, 0.0, 1.0] * 20, ([1.0] * 12 + [0.0] * 6) * 7
    assert kept_estimate(weeks(*scattered), 20).likeness < 0.3
    assert kept_estimate(weeks(*in_runs), 20).likeness > 0.6


def test_a_learner_who_keeps_nothing_has_a_finite_pace() -> None:
    found = kept_estimate(weeks(*[0.0] * 20), 20)
    assert log(LEAST_KEPT) < found.mean < log(0.25)
    assert found.doubt < 1
