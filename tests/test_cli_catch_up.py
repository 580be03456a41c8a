"""`milepost catch-up` as it is typed: what it says, and what is in the file afterwards."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.cli import run_verb
from planner.domain.edits import fix_date, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.wording import day_text
from planner.paths import backup_folder
from planner.storage.backups.kept import Reason, list_backups
from planner.storage.document import Document
from tests.helpers.plans import activity, dependency, make_plan, milestone

Captured = pytest.CaptureFixture[str]

TODAY = date.today()
START = TODAY - timedelta(days=21)
COURSE, PROVEN = ActivityId("course"), MilestoneId("proven")


def three_weeks_behind() -> Plan:
    """Nothing of 60 hours done, at 10 hours a week, three weeks after the start."""
    return make_plan(
        activity("course", 40),
        activity("project", 20),
        milestone("proven", title="Core proven"),
        dependency("course", "project"),
        dependency("project", "proven"),
        start=START,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That plan in a file."""
    return written(tmp_path, three_weeks_behind())


def written(folder: Path, plan: Plan) -> Path:
    path = folder / "study.milepost"
    with Document.create(path, plan):
        return path


def typed(*words: object) -> int:
    return run_verb(["catch-up", *map(str, words)])


def plan_in(path: Path) -> Plan:
    with Document.open(path, read_only=True) as document:
        return document.plan


def test_a_dry_run_says_what_moves_and_changes_nothing(path: Path, capsys: Captured) -> None:
    kept = path.read_bytes()
    assert typed(path, "--by", "shift", "--dry-run") == 0
    said = capsys.readouterr().out
    plan = three_weeks_behind()
    finish = schedule(plan).finish
    later = finish + timedelta(days=21)
    assert f"Finish            {day_text(finish)} → {day_text(later)}, 3 weeks later" in said
    assert "Hours a week      10 h, as now" in said
    assert "Moves             3 items, by 3 weeks at most" in said
    assert "P10–P90, 8 in 10  " in said
    course = next(line for line in said.splitlines() if line.startswith("  Course"))
    assert (
        course.split("  Course")[1].split()
        == " ".join(
            day_text(day)
            for day in (
                START,
                TODAY,
                schedule(plan).finish_day(COURSE),
                schedule(plan).finish_day(COURSE) + timedelta(21),
            )
        ).split()
    )
    assert f"To do it: milepost catch-up {path} --by shift --apply" in said
    assert path.read_bytes() == kept


def test_another_day_to_go_on_from_can_be_said(path: Path, capsys: Captured) -> None:
    day = TODAY + timedelta(days=7)
    assert typed(path, "--by", "shift", "--today", day, "--dry-run") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Catch up to {day_text(day)}")
    assert f"--by shift --today {day} --apply" in said
    assert typed(path, "--by", "buffer", "--today", START - timedelta(days=1), "--dry-run") == 1
    assert "settled up to a later day already" in capsys.readouterr().err


def test_applying_is_one_step_that_undo_takes_back_after_a_restart(path: Path, capsys: Captured) -> None:
    before = plan_in(path)
    assert typed(path, "--by", "shift", "--apply") == 0
    assert (
        f"Done: Catch up to {day_text(TODAY)}. Undo in the window takes it back." in capsys.readouterr().out
    )
    after = plan_in(path)
    assert after.facts.status_date == TODAY
    assert [each.reason for each in after.baselines.values()] == [f"Before catching up to {day_text(TODAY)}"]
    with Document.open(path) as document:
        assert document.revision == 1
        assert document.undo_text == f"Catch up to {day_text(TODAY)}"
        document.undo()
        assert document.plan == before


def test_compressing_holds_the_finish_with_more_hours(path: Path, capsys: Captured) -> None:
    assert typed(path, "--by", "compress", "--apply") == 0
    said = capsys.readouterr().out
    finish = schedule(three_weeks_behind()).finish
    # 60 hours in the three weeks and a bit that are left, instead of six.
    assert schedule(plan_in(path)).finish <= finish
    assert plan_in(path).calendar.weekly_on(TODAY).total == 20
    assert f"20 h a week from today would hold {day_text(finish)} for “Core proven” (now 10 h)." in said
    assert "By the forecast, which counts hours and weeks that go differently, the chance of that is " in said
    assert f"  20 h · {day_text(finish)} · as it was" in said.splitlines()


def test_what_is_settled_already_is_said_with_the_way_that_would_change_something(
    path: Path, capsys: Captured
) -> None:
    assert typed(path, "--by", "buffer", "--apply") == 0
    settled = plan_in(path)
    capsys.readouterr()
    assert typed(path, "--by", "shift", "--dry-run") == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "Everything is settled up to today already: there is nothing to catch up on.\n"
        "With --by compress you can take more hours a week:\n"
    )
    assert "h a week from today would hold" in said
    assert typed(path, "--by", "compress", "--apply") == 0
    assert schedule(plan_in(path)).finish == schedule(three_weeks_behind()).finish
    capsys.readouterr()
    assert typed(path, "--by", "compress", "--dry-run") == 0
    assert "nothing would change" in capsys.readouterr().out
    assert plan_in(path) != settled


def test_more_hours_than_the_learner_can_give_are_refused_with_what_would_hold(
    tmp_path: Path, capsys: Captured
) -> None:
    path = written(tmp_path, retarget(three_weeks_behind(), PROVEN, TODAY + timedelta(days=6)))
    for doing in ("--dry-run", "--apply"):
        assert typed(path, "--by", "compress", "--milestone", "proven", doing) == 1
        refused = capsys.readouterr().err
        assert "for “Core proven” would take 60 h a week; your most is 20 h." in refused
        assert "With 20 h a week it would be" in refused
    assert plan_in(path).facts.status_date == START


def test_a_milestone_without_a_target_cannot_be_held(tmp_path: Path, capsys: Captured) -> None:
    plan = make_plan(
        activity("course", 40),
        milestone("half"),
        activity("rest", 5),
        milestone("end"),
        dependency("course", "half"),
        dependency("half", "rest"),
        dependency("rest", "end"),
        start=START,
    )
    path = written(tmp_path, plan)
    assert typed(path, "--by", "compress", "--milestone", "Half", "--dry-run") == 1
    assert "“Half” has no target that is still to be held" in capsys.readouterr().err


def test_the_buffer_says_what_is_used_and_fixed_dates_stay(tmp_path: Path, capsys: Captured) -> None:
    plan = fix_date(three_weeks_behind(), PROVEN, schedule(three_weeks_behind()).finish + timedelta(days=7))
    path = written(tmp_path, plan)
    assert typed(path, "--by", "buffer", "--apply") == 0
    said = capsys.readouterr().out
    assert "Needs 21 days, and there are 7 days of buffer before “Core proven”" in said
    assert "“Core proven” stays on" in said
    assert "2 weeks before its preparation would end" in said
    assert plan_in(path).milestone(PROVEN) == plan.milestone(PROVEN)


def test_who_is_ahead_brings_forward(tmp_path: Path, capsys: Captured) -> None:
    plan = three_weeks_behind()
    for days_ago in (1, 2):
        plan = log_session(plan, COURSE, TODAY - timedelta(days=days_ago), 20 * 60)
    path = written(tmp_path, plan)
    assert typed(path, "--by", "shift", "--apply") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Bring forward to {day_text(TODAY)}")
    assert "earlier" in said
    assert typed(path, "--by", "shift", "--dry-run") == 0
    assert "there is nothing to catch up on" in capsys.readouterr().out


def test_a_plan_that_is_open_elsewhere_or_read_only_is_left_alone(path: Path, capsys: Captured) -> None:
    with Document.open(path):
        assert typed(path, "--by", "shift", "--apply") == 1
        assert "Close it there, or catch up in its window: Plan > Catch up." in capsys.readouterr().err
        assert typed(path, "--by", "shift", "--dry-run") == 0
        capsys.readouterr()
    path.chmod(0o400)
    if not os.access(path, os.W_OK):  # root may write anything
        assert typed(path, "--by", "shift", "--apply") == 1
        assert "reading only" in capsys.readouterr().err


def test_a_step_that_changes_much_is_backed_up_before(tmp_path: Path) -> None:
    plan = make_plan(*(activity(f"a{number}") for number in range(25)), start=START)
    for each in plan.activities:
        plan = log_session(plan, each, START, 60)
    path = written(tmp_path, plan)
    assert typed(path, "--by", "shift", "--apply") == 0
    (backup,) = list_backups(path, plan.facts.id, backup_folder())
    assert backup.reason is Reason.BEFORE_CHANGE


def test_words_that_do_not_fit_are_wrong_use(path: Path, capsys: Captured) -> None:
    for words, sentence in (
        (["--by", "shift"], "One of --dry-run, --apply is missing."),
        (["--by", "shift", "--dry-run", "--apply"], "--apply and --dry-run cannot go together."),
        (["--apply"], "--by is missing."),
        (["--by", "magic", "--apply"], "“magic” is no way to catch up. There is shift, compress, buffer."),
        (["--by", "shift", "--milestone", "x", "--apply"], "--milestone goes with --by compress alone."),
    ):
        assert typed(path, *words) == 2
        assert sentence in capsys.readouterr().err
