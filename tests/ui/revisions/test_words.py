"""What an edit did is told in words: what changed, from what to what, and how many items followed."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given

from planner.domain import edits, frame, proof, structure
from planner.domain.archive import archive
from planner.domain.calendar import CalendarException
from planner.domain.changes import Changes, difference, inverse
from planner.domain.errors import PlanError
from planner.domain.items import ActivityId, BaselineId, ChecklistItemId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.week_facts import WeekGoal
from planner.domain.week_notes import set_goals
from planner.storage.journal import EditKind
from planner.ui.revisions.words import edit_sentence, followed_words, learn_names, namer
from tests.domain.test_changes import verbs
from tests.helpers.catching_up import catch_up
from tests.helpers.plans import START, small_plan

PLAN = small_plan()
SERVE, PROVEN, COURSE = ActivityId("serve-model"), MilestoneId("core-proven"), ChecklistItemId("course-done")


def titles(plan: Plan) -> dict[str, str]:
    """All titles of a plan by ids."""
    tables = (plan.phases, plan.activities, plan.milestones, plan.checklist)
    return {str(key): each.title for table in tables for key, each in table.items()}


def said(changes: Changes, kind: EditKind = EditKind.DO, text: str = "What undo says") -> str:
    """The sentence of an edit of the small plan."""
    return edit_sentence(kind, text, changes, namer(titles(PLAN)))


def of(verb: Callable[[Plan], Plan], plan: Plan = PLAN) -> str:
    """The sentence of a verb on a plan."""
    return said(difference(plan, verb(plan)))


TARGETED = edits.retarget(PLAN, PROVEN, date(2028, 1, 9))


@pytest.mark.parametrize(
    ("plan", "verb", "sentence"),
    [
        (PLAN, lambda p: edits.retarget(p, PROVEN, date(2028, 1, 16)), "Moved {PROVEN} to 16 January 2028"),
        (
            TARGETED,
            lambda p: edits.retarget(p, PROVEN, date(2028, 1, 16)),
            "Moved {PROVEN} from 9 Jan to 16 Jan 2028",
        ),
        (TARGETED, lambda p: edits.retarget(p, PROVEN, None), "Let {PROVEN} go from its date"),
        (PLAN, lambda p: edits.rename(p, SERVE, "Serve it"), "Renamed {SERVE} to Serve it"),
        (PLAN, lambda p: edits.set_effort(p, SERVE, 50), "Changed the hours of {SERVE} from {HOURS} to 50 h"),
        (
            PLAN,
            lambda p: proof.log_session(p, SERVE, date(2027, 1, 5), 45),
            "Logged 45 min of {SERVE} on 5 Jan 2027",
        ),
        (PLAN, lambda p: proof.tick(p, COURSE, START), "Ticked {COURSE}"),
        (PLAN, lambda p: archive(p, SERVE, START), "Archived {SERVE}"),
        (PLAN, lambda p: structure.remove_items(p, [SERVE], START), "Deleted {SERVE}"),
        (
            PLAN,
            lambda p: structure.add_activity(p, ActivityId("new"), PhaseId("learning"), "Read", 5),
            "Added Read",
        ),
        (
            PLAN,
            lambda p: structure.link(p, ActivityId("clustering-course"), ActivityId("write-up")),
            "Linked {CLUSTERING} to {WRITE_UP}",
        ),
        (
            PLAN,
            lambda p: frame.add_exception(
                p, CalendarException(first=date(2027, 12, 24), last=date(2028, 1, 1), name="Christmas")
            ),
            "Added days off: 24 December 2027 – 1 January 2028 (Christmas)",
        ),
        (PLAN, lambda p: frame.rename_plan(p, "My path"), "Renamed the plan from {PLAN} to My path"),
        (PLAN, lambda p: catch_up(p, date(2027, 2, 1), BaselineId("b")), "Caught up to 1 February 2027"),
        (
            PLAN,
            lambda p: set_goals(p, START, [WeekGoal(text="Read")]),
            "Changed the goals of the week of 4 Jan 2027",
        ),
    ],
)
def test_it_says_what_changed(plan: Plan, verb: Callable[[Plan], Plan], sentence: str) -> None:
    wanted = sentence.format(
        PROVEN=PLAN.milestones[PROVEN].title,
        SERVE=PLAN.activities[SERVE].title,
        WRITE_UP=PLAN.activities[ActivityId("write-up")].title,
        CLUSTERING=PLAN.activities[ActivityId("clustering-course")].title,
        COURSE=PLAN.checklist[COURSE].title,
        HOURS=f"{PLAN.activities[SERVE].effort.likely:g} h",
        PLAN=PLAN.facts.title,
    )
    assert of(verb, plan) == wanted


def test_what_was_taken_back_is_told_as_it_was_done() -> None:
    done = difference(PLAN, edits.rename(PLAN, SERVE, "Serve it"))
    title = PLAN.activities[SERVE].title
    assert said(inverse(done), EditKind.UNDO) == f"Took back: renamed {title} to Serve it"
    assert said(done, EditKind.REDO) == f"Did again: renamed {title} to Serve it"


def test_several_alike_are_one_and_many_unlike_are_what_undo_calls_them() -> None:
    plan = PLAN
    for activity in PLAN.activities:
        plan = edits.rename(plan, activity, f"New {activity}")
    first = PLAN.activities[next(iter(PLAN.activities))].title
    assert said(difference(PLAN, plan)) == f"Renamed {first} and {len(PLAN.activities) - 1} more"
    plan = frame.rename_plan(plan, "Other")
    plan = edits.retarget(plan, PROVEN, date(2028, 1, 16))
    assert said(difference(PLAN, plan)) == "What undo says"


def test_the_same_item_several_times_is_named_once() -> None:
    plan = PLAN
    for day in range(3):
        plan = proof.log_session(plan, SERVE, date(2027, 1, 5 + day), 45)
    logged = difference(PLAN, plan)
    assert said(logged) == f"Logged time of {PLAN.activities[SERVE].title}"
    week = said(logged, text="Changes of 4–10 January 2027")
    assert week == f"Changes of 4–10 January 2027: logged time of {PLAN.activities[SERVE].title}"


def test_going_back_over_a_catch_up_is_not_told_as_one() -> None:
    later = catch_up(PLAN, date(2027, 2, 1), BaselineId("b"))
    changed = edits.retarget(proof.tick(later, COURSE, START), PROVEN, date(2028, 1, 16))
    for one, other in ((changed, PLAN), (PLAN, changed)):
        assert said(difference(one, other), text="Go back to 4 January 2027") == "Went back to 4 January 2027"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Restore the backup of 23 Nov 2026, 13:56", "estored the backup of 23 Nov 2026, 13:56"),
        ("Go back to 23 November 2026, 13:57", "ent back to 23 November 2026, 13:57"),
        ("Go back to the plan as it was made", "ent back to the plan as it was made"),
    ],
)
def test_a_restore_and_a_going_back_are_told_before_what_they_changed(text: str, told: str) -> None:
    done = difference(PLAN, edits.rename(PLAN, SERVE, "Serve it"))
    first, renamed = text[0].replace("G", "W"), f"renamed {PLAN.activities[SERVE].title} to Serve it"
    assert said(done, text=text) == f"{first}{told}: {renamed}"
    assert said(inverse(done), EditKind.UNDO, text) == f"Took back: {first.lower()}{told}: {renamed}"
    assert said(done, EditKind.REDO, text) == f"Did again: {first.lower()}{told}: {renamed}"


def test_finishing_is_told_also_where_it_was_never_started() -> None:
    title = PLAN.activities[SERVE].title
    finished = difference(PLAN, edits.mark_finished(PLAN, SERVE, date(2027, 2, 1)))
    assert said(finished) == f"Finished {title} on 1 Feb 2027"


def test_a_row_has_one_line() -> None:
    plan = edits.rename(PLAN, SERVE, "Two\nlines")
    assert said(difference(PLAN, plan)).endswith(" to Two lines")


def test_what_is_gone_is_named_by_what_was_said_of_it() -> None:
    removal = difference(PLAN, structure.remove_items(PLAN, [SERVE], START))
    logged = difference(PLAN, proof.log_session(PLAN, SERVE, START, 45))
    names: dict[str, str] = {}
    assert "an item that is gone" in edit_sentence(EditKind.DO, "", logged, namer(names))
    learn_names(removal, names)
    assert PLAN.activities[SERVE].title in edit_sentence(EditKind.DO, "", logged, namer(names))


def test_a_title_that_looks_like_a_place_to_fill_stays_a_title() -> None:
    plan = edits.rename(PLAN, SERVE, "50 %1 of %2")
    assert said(difference(PLAN, plan)).endswith(" to 50 %1 of %2")


def test_it_counts_what_followed() -> None:
    before = schedule(PLAN)
    assert followed_words(before, before) == ""
    first = next(iter(PLAN.activities))
    after = schedule(edits.set_effort(PLAN, first, 300))
    assert followed_words(before, after).endswith(" items followed")


@given(verbs())
def test_every_verb_has_its_sentence(verb: Callable[[Plan], Plan]) -> None:
    try:
        changes = difference(PLAN, verb(PLAN))
    except PlanError:
        return
    for kind in EditKind:
        sentence = said(changes, kind)
        assert sentence[0].isupper()
        assert "%1" not in sentence
        assert "%2" not in sentence
