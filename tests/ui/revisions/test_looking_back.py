"""The plan of any revision, whichever was looked at before; and going there and back leaves no trace."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.schedule import schedule
from planner.storage.document import Document
from planner.ui.revisions.looking_back import ROWS_A_STEP, LookingBack, before_each
from tests.helpers.long_histories import write_long_history
from tests.helpers.plans import small_plan

COUNT = 3 * ROWS_A_STEP


def go_to(looking: LookingBack, revision: int) -> int:
    """Step to a revision; in how many steps."""
    steps = 1
    while not looking.step_to(revision):
        steps += 1
    return steps


def test_far_revisions_are_reached_in_bounded_steps(tmp_path: Path) -> None:
    path = tmp_path / "long.milepost"
    write_long_history(path, small_plan(), COUNT)
    with Document.open(path) as document:
        looking = LookingBack(document)
        assert go_to(looking, 0) == 3
        assert looking.plan_at(0) == document.plan_at(0)
        assert go_to(looking, 1) == 1
        assert go_to(looking, COUNT) == 1
        assert looking.plan_at(COUNT) is document.plan


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_any_way_through_the_past_finds_the_same_plans(revisions: list[int]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.milepost"
        write_long_history(path, small_plan(), 60)
        with Document.open(path) as document:
            looking = LookingBack(document)
            for revision in revisions:
                go_to(looking, revision)
                then = document.plan_at(revision)
                assert looking.plan_at(revision) == then
                assert looking.schedule_at(revision).finish == schedule(then).finish
            before, revision = document.plan, revisions[-1]
            changes = document.apply("Go back", lambda _: looking.plan_at(revision))
            assert document.plan == document.plan_at(revision)
            if changes:
                document.undo()
            assert document.plan == before


def test_each_revision_has_the_one_before_it() -> None:
    assert before_each([7, 5, 2]) == {7: 5, 5: 2, 2: 0}
    assert before_each([]) == {}
