"""Clock times: whatever a day holds, sessions follow one another and none runs into a fixed one."""

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.week_clock import begin_times

minutes = st.integers(1, 180)


def test_sessions_follow_one_another() -> None:
    assert begin_times(1140, [(30, None), (45, None), (15, None)]) == [1140, 1170, 1215]
    assert begin_times(1140, []) == []


def test_a_fixed_time_is_gone_round() -> None:
    # Half an hour fits before 20:00, an hour after it does not.
    assert begin_times(1140, [(30, None), (60, None), (45, 1200)]) == [1140, 1245, 1200]
    # Two fixed times with a gap that is too short.
    assert begin_times(600, [(30, 600), (30, 645), (20, None)]) == [600, 645, 675]
    # A gap that is just long enough.
    assert begin_times(600, [(30, 600), (30, 650), (20, None)]) == [600, 650, 630]


def test_a_time_before_studying_begins_holds_nobody_up() -> None:
    assert begin_times(1140, [(60, 420), (30, None)]) == [420, 1140]


@given(
    st.integers(0, 1439),
    st.lists(st.tuples(minutes, st.none() | st.integers(0, 1439)), max_size=8),
)
def test_no_session_overlaps_one_that_follows_or_is_fixed(
    begins: int, sessions: list[tuple[int, int | None]]
) -> None:
    times = begin_times(begins, sessions)
    spans = [
        (time, time + long, own)
        for (long, own), time in zip(sessions, times, strict=True)
        if time is not None
    ]
    assert [time for (_, own), time in zip(sessions, times, strict=True) if own is not None] == [
        own for _, own in sessions if own is not None
    ]
    for place, (first, last, own) in enumerate(spans):
        assert own is not None or first >= begins
        for other_first, other_last, other_own in spans[place + 1 :]:
            if own is None or other_own is None:
                assert last <= other_first or other_last <= first
