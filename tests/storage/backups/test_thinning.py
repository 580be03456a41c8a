"""Which backups stay, over years of them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.storage.backups.kept import Backup, Reason
from planner.storage.backups.thinning import BEFORE_SOMETHING, DAYS, MONTHS, WEEKS, to_keep, to_remove

FIRST = datetime(2027, 1, 4, 12, tzinfo=UTC)
ORDINARY = DAYS + WEEKS + MONTHS


def backup(
    number: int, days: float, reason: Reason = Reason.OPENED, items: int = 50, sessions: int = 10
) -> Backup:
    return Backup(
        path=Path(f"{number}.milepost"),
        number=number,
        made=FIRST + timedelta(days=days),
        reason=reason,
        items=items,
        sessions=sessions,
    )


def newest_first(backups: list[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda each: each.number, reverse=True)


def thinned(backups: list[Backup]) -> list[Backup]:
    removed = {each.number for each in to_remove(backups)}
    return [each for each in backups if each.number not in removed]


@st.composite
def made_over_time(draw: st.DrawFn) -> list[Backup]:
    """Backups in the order they were made, by a clock that may be set back or forth."""
    steps = draw(
        st.lists(
            st.tuples(
                st.floats(-900, 900) | st.floats(0, 3),
                st.sampled_from(Reason),
                st.integers(0, 300),
                st.integers(0, 300),
            ),
            max_size=120,
        )
    )
    day, made = 0.0, []
    for number, (step, reason, items, sessions) in enumerate(steps, 1):
        day += step
        made.append(backup(number, day, reason, items, sessions))
    return newest_first(made)


def test_two_years_of_daily_work_leave_days_weeks_and_months() -> None:
    kept: list[Backup] = []
    for day in range(730):
        for part in range(3):
            kept.insert(0, backup(day * 3 + part, day + part / 10))
        kept = thinned(kept)
    days = [(FIRST + timedelta(days=729) - each.made).days for each in kept]
    assert days[:DAYS] == list(range(-1, DAYS - 1))
    assert len(kept) <= ORDINARY
    assert days[-1] > 200
    assert {each.number % 3 for each in kept} == {2}


@given(made_over_time())
def test_the_newest_stays_and_removing_again_removes_nothing(backups: list[Backup]) -> None:
    kept = to_keep(backups)
    removed = to_remove(backups)
    assert sorted(kept + removed, key=lambda each: each.number) == backups[::-1]
    assert backups[:1] == [each for each in backups if each in kept][:1]
    assert to_remove(thinned(backups)) == []


@given(made_over_time())
def test_there_are_never_more_than_the_rule_says(backups: list[Backup]) -> None:
    staying = {Reason.BY_HAND, Reason.BEFORE_UPDATE, Reason.UNKNOWN}
    thinned = [each for each in to_keep(backups) if each.reason not in staying]
    assert len(thinned) <= ORDINARY + BEFORE_SOMETHING + 1
    assert not [each for each in to_remove(backups) if each.reason in staying]


@given(made_over_time())
def test_the_newest_day_week_and_month_each_keep_their_newest(backups: list[Backup]) -> None:
    kept = to_keep(backups)
    for count, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest: dict[str, Backup] = {}
        for each in backups:
            newest.setdefault(each.day.strftime(period), each)
        assert set(kept).issuperset(list(newest.values())[:count])


@settings(max_examples=30)
@given(made_over_time(), st.integers(101, 300), st.integers(0, 50))
def test_an_emptied_plan_never_pushes_out_the_fuller_one(
    backups: list[Backup], items: int, emptied: int
) -> None:
    fuller = backup(1000, 0, items=items, sessions=0)
    kept = newest_first([*backups, fuller])
    for number in range(1001, 1061):
        kept = newest_first([*kept, backup(number, number, items=emptied, sessions=0)])
        kept = thinned(kept)
        assert fuller in kept


def test_backups_before_something_outlive_their_day_twelve_of_them() -> None:
    backups = newest_first([backup(each, 0, Reason.BEFORE_CHANGE) for each in range(1, 20)])
    assert to_keep([backup(20, 0), *backups]) == [backup(20, 0), *backups[:BEFORE_SOMETHING]]


def test_a_clock_set_back_takes_nothing_away() -> None:
    before = [backup(each, each) for each in range(1, 8)]
    after = [backup(each, each - 3000) for each in range(8, 12)]
    assert to_remove(newest_first([*before, *after])) == []
