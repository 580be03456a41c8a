"""After a year one row a week is kept: the plan, the way back and the numbers stay what they were."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import edits
from planner.domain.calendar import week_of
from planner.domain.errors import CannotWrite, InvalidValue
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.storage.document import Document
from planner.storage.journal_lines import JournalLine
from tests.helpers.long_histories import NEWEST, write_long_history
from tests.helpers.plans import small_plan

SERVE, WRITE_UP = ActivityId("serve-model"), ActivityId("write-up")
NOW = datetime(2029, 6, 1, 12, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 6, 9, tzinfo=UTC)


def shorten(document: Document, now: datetime = NOW) -> list[str]:
    """Shorten the journal; gives what was prepared."""
    prepared: list[str] = []
    for _ in document.past.shorten(now, lambda: prepared.append("backup")):
        pass
    return prepared


def numbers(document: Document) -> list[int]:
    """The revisions that are kept, the oldest first."""
    return [each.number for each in reversed(document.past.lines())]


def set_times(path: Path, times: list[datetime]) -> None:
    """Say when each row was written."""
    with sqlite3.connect(path) as connection:
        connection.executemany(
            "UPDATE journal SET at = ? WHERE number = ?",
            [(at.isoformat(timespec="milliseconds"), number) for number, at in enumerate(times, 1)],
        )
    connection.close()


def made(path: Path, days: list[int], steps: list[Callable[[Document], object]]) -> list[Plan]:
    """A plan's file after some steps, each on a day so long after the first; the plan after each."""
    with Document.create(path, small_plan()) as document:
        plans = [document.plan]
        for step in steps:
            step(document)
            if document.revision == len(plans):
                plans.append(document.plan)
    times = [LONG_AGO + timedelta(days=day, minutes=number) for number, day in enumerate(days)]
    set_times(path, times[: len(plans) - 1])
    return plans


def rename(title: str, activity: ActivityId = SERVE) -> Callable[[Document], object]:
    """Give an activity a title."""
    return lambda document: document.apply(f"Rename to {title}", edits.rename, activity, title)


def undo(document: Document) -> object:
    """Take the last edit back."""
    return document.undo()


def redo(document: Document) -> object:
    """Do it again."""
    return document.redo()


def ends_of_weeks(rows: list[JournalLine], plans: list[Plan]) -> dict[date, Plan]:
    """The plan at the end of each week that the rows tell of."""
    ends: dict[date, Plan] = {}
    for each in reversed(rows):
        assert each.at is not None
        ends[week_of(each.at.astimezone().date(), 0)] = plans[each.number]
    return ends


def whole_way_back(document: Document) -> list[Plan]:
    """The plan now, and after each undo."""
    plans = [document.plan]
    while document.undo():
        plans.append(document.plan)
    return plans


def test_of_each_week_more_than_a_year_ago_one_row_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    steps = [rename("a"), rename("b", WRITE_UP), rename("c"), rename("d"), rename("e"), rename("f")]
    plans = made(path, [0, 2, 6, 7, 800, 800], steps)
    with Document.open(path) as document:
        assert shorten(document) == ["backup"]
        assert numbers(document) == [3, 4, 5, 6]
        assert document.past.lines()[-1].text == "Changes of 6–12 January 2020"
        assert document.plan == plans[6]
    with Document.open(path) as document:
        assert document.revision == 6
        assert [document.plan_at(number) for number in (0, 3, 4, 5, 6)] == [plans[n] for n in (0, 3, 4, 5, 6)]
        with pytest.raises(InvalidValue, match=r"Revision 2 is more than a year old: .* is revision 3\."):
            document.plan_at(2)
        assert whole_way_back(document) == [plans[n] for n in (6, 5, 4, 3, 0)]


def test_what_is_young_or_one_a_week_already_stays_and_needs_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    made(path, [0, 7, 800, 800], [rename("a"), rename("b"), rename("c"), rename("d")])
    before = path.read_bytes()
    with Document.open(path) as document:
        assert shorten(document) == []
    assert path.read_bytes() == before


def test_a_week_that_came_back_to_where_it_began_leaves_no_row(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    plans = made(path, [0, 7, 8, 800], [rename("a"), rename("b"), undo, rename("c")])
    with Document.open(path) as document:
        shorten(document)
        assert numbers(document) == [1, 4]
        assert whole_way_back(document) == [plans[4], plans[1], plans[0]]


def test_what_was_taken_back_within_the_year_can_be_done_again(tmp_path: Path) -> None:
    """However old it is: only what lies before it is taken together."""
    path = tmp_path / "study.milepost"
    steps = [rename("a"), rename("b"), rename("c"), rename("d"), undo, undo]
    plans = made(path, [0, 0, 7, 7, 800, 801], steps)
    with Document.open(path) as document:
        shorten(document)
        assert numbers(document) == [2, 3, 4, 5, 6]
        assert document.redo_text == "Rename to c"
        document.redo()
        document.redo()
        assert document.plan == plans[4]


def test_the_clock_running_ahead_shortens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    made(path, [0, 0, 1], [rename("a"), rename("b"), rename("c")])
    with Document.open(path) as document:
        assert shorten(document, datetime(2099, 1, 1, tzinfo=UTC)) == []
        assert numbers(document) == [1, 2, 3]


def test_without_a_backup_nothing_is_shortened(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    made(path, [0, 0, 800], [rename("a"), rename("b"), rename("c")])
    before = path.read_bytes()

    def fail() -> None:
        raise CannotWrite(path, "the disk is full")

    with Document.open(path) as document, pytest.raises(CannotWrite):
        for _ in document.past.shorten(NOW, fail):
            pass
    assert path.read_bytes() == before


def test_an_edit_made_meanwhile_puts_it_off(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    made(path, [0, 0, 800], [rename("a"), rename("b"), rename("c")])
    with Document.open(path) as document:
        steps = document.past.shorten(NOW, lambda: None)
        next(steps)
        rename("d")(document)
        for _ in steps:
            pass
        assert numbers(document) == [1, 2, 3, 4]
        assert shorten(document) == ["backup"]
        assert numbers(document) == [2, 3, 4]


def test_a_plan_that_can_only_be_looked_at_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    made(path, [0, 0, 800], [rename("a"), rename("b"), rename("c")])
    with Document.open(path, read_only=True) as document:
        assert shorten(document) == []


def test_years_of_edits_take_little_room_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    write_long_history(path, small_plan(), 3000, between=timedelta(hours=6))
    before = path.stat().st_size
    with Document.open(path) as document:
        plan, first = document.plan, document.plan_at(0)
        shorten(document, NEWEST)
        kept = numbers(document)
        assert len(kept) < 1460 + 120
        assert document.plan_at(0) == first
        assert path.stat().st_size < before * 0.7
        rename("after")(document)
        document.undo()
    with Document.open(path) as document:
        assert document.plan == plan
        assert document.plan_at(0) == first


KILLED_AT = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from planner.storage.document import Document
document = Document.open(Path(sys.argv[1]), break_lock=True)
left = int(sys.argv[2])
def kill(statement):
    global left
    left -= statement.startswith(("DELETE", "INSERT", "UPDATE", "COMMIT"))
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
for _ in document.past.shorten(datetime(2029, 6, 1, tzinfo=UTC), lambda: None):
    document._opened.database.raw.set_trace_callback(kill)
"""


@pytest.mark.parametrize("statements", [1, 3, 6, 100])
def test_killed_while_it_is_written_it_is_whole_or_as_it_was(tmp_path: Path, statements: int) -> None:
    path = tmp_path / "study.milepost"
    steps = [rename("a"), rename("b"), rename("c"), rename("d"), rename("e")]
    plans = made(path, [0, 1, 7, 8, 800], steps)
    ended = subprocess.run([sys.executable, "-c", KILLED_AT, str(path), str(statements)], check=False)
    assert ended.returncode == (0 if statements == 100 else -signal.SIGKILL)
    with Document.open(path, break_lock=True) as document:
        kept = [2, 4, 5] if statements == 100 else [1, 2, 3, 4, 5]
        assert numbers(document) == kept
        assert whole_way_back(document) == [plans[number] for number in (*reversed(kept), 0)]


_steps = st.one_of(
    st.builds(rename, st.sampled_from("abc"), st.sampled_from([SERVE, WRITE_UP])),
    st.just(undo),
    st.just(redo),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(_steps, st.sampled_from([0, 0, 1, 3, 7, 300])), min_size=1, max_size=14))
def test_any_history_keeps_its_plan_its_way_back_and_its_weeks(
    steps: list[tuple[Callable[[Document], object], int]],
) -> None:
    days: list[int] = []
    for _, later in steps:
        days.append((days[-1] if days else 0) + later)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "study.milepost"
        plans = made(path, days, [step for step, _ in steps])
        copy = Path(folder) / "copy.milepost"
        with Document.open(path) as document:
            document.save_copy(copy)
            before, rows = numbers(document), document.past.lines()
            shorten(document)
        with Document.open(path) as document, Document.open(copy) as whole:
            kept = numbers(document)
            assert document.plan == whole.plan == plans[-1]
            assert document.revision == whole.revision
            assert set(kept) <= set(before)
            assert kept[-1:] == before[-1:]
            assert all(document.plan_at(number) == plans[number] for number in [0, *kept])
            ends, ends_kept = (ends_of_weeks(each, plans) for each in (rows, document.past.lines()))
            state = plans[0]
            for week, plan in ends.items():
                state = ends_kept.get(week, state)
                assert state == plan
            again = [document.plan]
            while document.redo():
                again.append(document.plan)
            whole_again = [whole.plan]
            while whole.redo():
                whole_again.append(whole.plan)
            assert again == whole_again
            back, whole_back = whole_way_back(document), whole_way_back(whole)
            assert [each for each in back if each in whole_back or each in plans] == back
            assert back[-1] == whole_back[-1]
