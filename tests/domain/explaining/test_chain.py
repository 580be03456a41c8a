"""Why dates are what they are, in words: the worked examples of the schedule, each explained.

Unless said otherwise a plan starts on Monday 4 January 2027 with 2 hours from Monday to Thursday and 4 on
Saturday: 12 hours a week. Days are those of January 2027.
"""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.archive import archive
from planner.domain.errors import UnknownItem
from planner.domain.explaining.chain import steps, why
from planner.domain.explaining.reasons import Kind, Target, Where
from planner.domain.frame import settle
from planner.domain.items import ActivityId, PhaseId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.networks import (
    FF,
    PHASE,
    SF,
    SS,
    chain,
    days_off,
    goal,
    network,
    pause,
    wait,
    work,
)

BEGIN = "It starts on Mon 4: that is the plan's first day."
TWELVE = "Your hours are 12 h a week."
SIDE_BY_SIDE = (*chain("A", "M", "N"), wait("B", "M"))


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def told(plan: Plan, asked: str | None) -> list[list[str]]:
    """The explanation step by step; “Jan 2027” is left out."""
    return [
        [reason.text.replace(" Jan 2027", "").replace(" January 2027", "") for reason in step]
        for step in steps(plan, schedule(plan), asked)
    ]


A_TO_WEDNESDAY = ["It finishes on Wed 6: 5 h of work from Mon 4.", BEGIN]


def test_1_one_after_the_other() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B"))
    assert told(plan, "B") == [
        [
            "It finishes on Sat 9: 7 h of work from Wed 6.",
            TWELVE,
            "It starts on Wed 6: after “A” finishes on Wed 6.",
        ],
        A_TO_WEDNESDAY,
    ]


def test_2_waiting_days_after_a_finish() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B", lag=2))
    assert told(plan, "B") == [
        [
            "It finishes on Tue 12: 7 h of work from Sat 9.",
            TWELVE,
            "It starts on Sat 9: 2 waiting days after “A” finishes on Wed 6.",
            "2 waiting days lie after “A”.",
        ],
        A_TO_WEDNESDAY,
    ]


def test_3_waiting_days_after_a_start_go_on_with_that_start_alone() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B", SS, 3))
    assert told(plan, "B") == [
        [
            "It finishes on Mon 11: 7 h of work from Thu 7.",
            TWELVE,
            "It starts on Thu 7: 3 days after “A” starts on Mon 4.",
            "3 waiting days lie after “A”.",
        ],
        [BEGIN],
    ]


def test_4_a_finish_that_waits_for_a_finish_leads_the_start() -> None:
    plan = network(work("A", 14), work("B", 4), wait("A", "B", FF))
    assert told(plan, "B") == [
        [
            "It finishes on Mon 11: not before “A” finishes on Mon 11.",
            "It starts on Sat 9: its 4 h of work are to be done just then.",
        ],
        ["It finishes on Mon 11: 14 h of work from Mon 4.", TWELVE, BEGIN],
    ]


def test_5_a_finish_that_waits_a_day_longer() -> None:
    plan = network(work("A", 14), work("B", 4), wait("A", "B", FF, 1))
    assert told(plan, "B")[0] == [
        "It finishes on Tue 12: 1 day after “A” finishes on Mon 11.",
        "1 waiting day lies after “A”.",
        "It starts on Mon 11: its 4 h of work are to be done just then.",
    ]


def test_6_a_finish_that_waits_for_a_start_of_the_learners_own() -> None:
    plan = network(work("A", 4, not_before=jan(13)), work("B", 4), wait("A", "B", SF))
    assert told(plan, "B") == [
        [
            "It finishes on Tue 12: not before “A” starts on Wed 13.",
            "It starts on Mon 11: its 4 h of work are to be done just then.",
        ],
        ["It starts on Wed 13: not before Wed 13, your own start date."],
    ]


def test_7_days_off_are_named_where_they_lie() -> None:
    off = days_off(jan(6), jan(9), name="Winter holiday")
    plan = network(work("A", 5), work("B", 7), wait("A", "B"), exceptions=[off])
    assert told(plan, "B") == [
        [
            "It finishes on Thu 14: 7 h of work from Mon 11.",
            TWELVE,
            "It starts on Mon 11: after “A” finishes on Mon 11.",
        ],
        [
            "It finishes on Mon 11: 5 h of work from Mon 4.",
            "“Winter holiday”, 6–9, lies in between and takes 8 h.",
            BEGIN,
        ],
    ]


def test_8_a_milestone_that_all_the_work_before_it_holds() -> None:
    plan = network(work("A", 10), work("B", 10), goal("M"), work("N", 2), *SIDE_BY_SIDE)
    assert told(plan, "N") == [
        [
            "It finishes on Sat 16: 2 h of work from Sat 16.",
            TWELVE,
            "It starts on Sat 16: after “M” lands on Thu 14.",
        ],
        [
            "It lands on Thu 14: all work before it needs 20 h, counted from Mon 4.",
            "“A” is 10 h of it.",
            "“B” is 10 h of it.",
        ],
    ]


def test_9_a_target_that_holds_what_follows() -> None:
    plan = network(work("A", 10), work("B", 10), goal("M", jan(24), holds=True), work("N", 2), *SIDE_BY_SIDE)
    assert told(plan, "N") == [
        [
            "It finishes on Mon 25: 2 h of work from Mon 25.",
            TWELVE,
            "It starts on Mon 25: after “M”.",
            "“M” holds what follows it until its target, Sun 24.",
        ],
    ]
    assert told(plan, "M")[0][:2] == [
        "It stands on Sun 24: the target you gave it, and what follows it waits for it.",
        "It lands on Thu 14: all work before it needs 20 h, counted from Mon 4.",
    ]


def test_10_what_is_done_keeps_its_own_days() -> None:
    plan = network(
        work("A", 10, finished=jan(12)),
        work("B", 10, finished=jan(19)),
        goal("M", jan(24), holds=True, reached=jan(19)),
        work("N", 2),
        *SIDE_BY_SIDE,
    )
    assert told(plan, "N")[0][-1] == "It starts on Wed 20: after “M” was reached on Tue 19."
    assert told(plan, "N")[1] == ["You reached it on Tue 19."]
    assert told(plan, "B") == [["You finished it on Tue 19."]]


def test_11_hours_that_change_on_the_way_are_both_said() -> None:
    half = (jan(18), (1.0, 1.0, 1.0, 1.0, 0.0, 2.0, 0.0))
    plan = network(work("A", 12), work("B", 24), wait("A", "B"), later_weeks=[half])
    assert told(plan, "B")[0][:2] == [
        "It finishes on Sat 30: 24 h of work from Mon 11.",
        "Your hours are 12 h a week, 6 h from 18.",
    ]


def test_12_what_is_left_counts_from_the_status_date() -> None:
    plan = network(work("A", 12, started=jan(4), left=5), work("B", 7), wait("A", "B"), status=jan(20))
    assert told(plan, "B")[1] == [
        "It finishes on Sat 23: 5 h of work are left from Wed 20.",
        "What is left counts from Wed 20, the day the plan is settled up to.",
        "You started it on Mon 4.",
    ]


def test_a_milestone_whose_work_is_done_lands_with_it_whatever_the_plan_is_settled_up_to() -> None:
    plan = network(work("A", 5, finished=jan(6)), goal("M"), wait("A", "M"), status=jan(20))
    assert told(plan, "M") == [
        ["It lands on Wed 6: after “A” finished on Wed 6."],
        ["You finished it on Wed 6."],
    ]


def test_13_a_share_of_the_hours() -> None:
    plan = network(work("A", 6, share=0.5), work("B", 6, share=0.5))
    assert told(plan, "A") == [
        ["It finishes on Sat 9: 6 h of work from Mon 4.", "It gets 50 % of your 12 h a week: 6 h.", BEGIN]
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([18], "It gets 50 % of your 12 h a week, 6 h from 18: 6 h, then 3 h."),
        (
            [11, 18, 25],
            "It gets 50 % of your 12 h a week, 6 h from 11, 6 h from 18, and 1 more change: 6 h at first.",
        ),
    ],
)
def test_a_share_of_hours_that_change_on_the_way(changes: list[int], sentence: str) -> None:
    half = (1.0, 1.0, 1.0, 1.0, 0.0, 2.0, 0.0)
    weeks = [(jan(day), half) for day in changes]
    plan = network(work("A", 18, share=0.5), later_weeks=weeks)
    assert sentence in told(plan, "A")[0]


def test_each_share_is_said_of_its_own_activity_and_leads_to_it() -> None:
    plan = network(work("A", 6, share=0.5), work("B", 6, share=0.5), wait("A", "B"))
    shares = [each for each in why(plan, schedule(plan), "B") if each.target.where is Where.SHARE]
    assert [each.target.id for each in shares] == ["B", "A"]


def test_hours_logged_since_the_status_date_are_said_to_count_once_one_catches_up() -> None:
    plan = network(work("A", 12, started=jan(4)))
    plan = log_session(plan, ActivityId("A"), jan(6), 300)
    reasons = why(plan, schedule(plan), "A")
    (found,) = [each for each in reasons if each.kind is Kind.LOGGED]
    assert found.text == "The hours logged so far, 5 h, count once you catch up."
    assert found.target == Target(where=Where.STATUS)
    settled = settle(plan, jan(7))
    assert not [each for each in why(settled, schedule(settled), "A") if each.kind is Kind.LOGGED]


# What else can hold a date


def test_several_things_that_hold_one_day_are_all_said() -> None:
    plan = network(
        work("A", 3.5),
        work("B", 3, share=0.8),
        work("C", 2, not_before=jan(5)),
        wait("A", "C"),
        wait("B", "C"),
    )
    reasons = [each for each in why(plan, schedule(plan), "C") if each.point == "start" and not each.step]
    assert [each.text.replace(" Jan 2027", "") for each in reasons] == [
        "It starts on Tue 5: after “B” finishes on Tue 5.",
        "This alone would do, too: after “A” finishes on Tue 5.",
        "This alone would do, too: not before Tue 5, your own start date.",
    ]
    assert not any(each.alone for each in reasons)


def test_a_crowd_that_holds_one_day_shares_a_line() -> None:
    crowd = [work(f"W{number}", 2.5 + number / 8) for number in range(8)]
    plan = network(*crowd, work("C", 2), *(wait(str(each.id), "C") for each in crowd))
    held = [each for each in why(plan, schedule(plan), "C") if each.kind is Kind.AFTER and not each.step]
    assert len(held) == 4
    assert held[-1].text == "This alone would do, too: any one of 5 more things it waits for."
    assert len(held[-1].names) == 5


def test_many_days_off_share_a_line_and_those_that_change_nothing_have_none() -> None:
    holidays = [days_off(jan(day), name=f"Day {day}") for day in (5, 7, 12, 14)]
    friday = days_off(jan(8), name="A Friday without hours")
    plan = network(work("A", 20), exceptions=[*holidays, friday])
    assert told(plan, "A")[0][2] == "“Day 5”, “Day 7” and 2 more lie in between and take 8 h."
    alone = network(work("A", 3), exceptions=[days_off(jan(5), hours=1.5, name="Short day")])
    assert told(alone, "A")[0][1:] == [TWELVE, BEGIN]  # the third hour is done on Tuesday or on the day after


def test_an_extra_day_that_brings_the_end_nearer_is_named_with_what_it_adds() -> None:
    plan = network(work("A", 10), exceptions=[days_off(jan(8), hours=3, name="Free Friday")])
    assert told(plan, "A")[0][2] == "“Free Friday”, 8, lies in between and adds 3 h."


def test_pauses_of_its_own_are_named_at_the_date_they_change() -> None:
    inside = network(work("A", 8, pauses=[pause(jan(6), jan(7))]))
    assert "Its own pause, 6–7, lies in between." in told(inside, "A")[0]
    first = network(work("A", 2, pauses=[pause(jan(4), jan(5))]))
    assert told(first, "A")[0][-1] == "Its own pause, 4–5, moves its start."


def test_what_the_plan_is_settled_up_to_begins_a_chain() -> None:
    plan = network(work("A", 2), status=jan(11))
    words = "It starts on Mon 11: the plan is settled up to Mon 11, and what is left starts from there."
    assert told(plan, "A")[0][-1] == words


def test_an_overlap_is_said_as_one() -> None:
    plan = network(work("A", 12), work("B", 2), wait("A", "B", lag=-1))
    assert told(plan, "B")[0][-1] == (
        "It starts on Sat 9: “A” finishes on Sat 9, and it may overlap that by 1 day."
    )


def test_a_milestone_that_nothing_leads_to_has_its_own_date_alone() -> None:
    plan = network(work("A", 2), goal("Wedding", jan(20), fixed=True), goal("Idea"))
    assert told(plan, "Wedding") == [
        [
            "It stands on Wed 20: a fixed date.",
            "Nothing leads to it, so nothing but this date says where it is.",
        ]
    ]
    words = "Nothing leads to it: it stands where the plan is settled up to, Mon 4."
    assert told(plan, "Idea") == [[words]]


# The plan's finish, phases, and what can be clicked


def test_the_finish_is_explained_by_the_milestone_it_is() -> None:
    plan = network(work("A", 5), goal("M"), wait("A", "M"), finish="M")
    assert told(plan, None) == [
        ["The plan finishes on Wed 6, where “M” lands."],
        ["It lands on Wed 6: after “A” finishes on Wed 6."],
        ["It finishes on Wed 6: 5 h of work from Mon 4.", TWELVE, BEGIN],
    ]
    assert told(network(work("A", 5)), None)[0] == ["The plan finishes on Wed 6, where “A” ends."]
    assert told(network(), None) == [["The plan is empty, so it finishes on the day it begins, Mon 4."]]


def test_a_phase_begins_and_ends_with_items_of_its_own() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B"))
    assert told(plan, PHASE)[0] == ["It ends on Sat 9, with “B”.", "It begins on Mon 4, with “A”."]
    assert told(plan, PHASE)[1][0] == "It finishes on Sat 9: 7 h of work from Wed 6."
    empty = archive(network(work("A", 5)), ActivityId("A"), jan(4))
    assert told(empty, PhaseId(PHASE)) == [["It is empty, so it has no dates."]]


def test_each_reason_goes_to_what_it_names() -> None:
    link = wait("A", "B", lag=2)
    off = days_off(jan(12), name="Holiday")
    plan = network(work("A", 5, not_before=jan(5)), work("B", 7), link, exceptions=[off])
    targets = {each.kind: each.target for each in reversed(why(plan, schedule(plan), "B"))}
    assert targets[Kind.EFFORT] == Target(where=Where.EFFORT, id="B")
    assert targets[Kind.AFTER] == Target(where=Where.ITEM, id="A")
    assert targets[Kind.WAITING_DAYS] == Target(where=Where.LINK, id=link.id)
    assert targets[Kind.DAYS_OFF] == Target(where=Where.DAYS_OFF, day=jan(12))
    assert targets[Kind.NOT_BEFORE] == Target(where=Where.NOT_BEFORE, id="A")
    assert targets[Kind.HOURS].where is Where.HOURS


def test_what_is_not_in_the_plan_is_said() -> None:
    with pytest.raises(UnknownItem, match="no item “elsewhere”"):
        why(network(), schedule(network()), "elsewhere")
    archived = archive(network(work("A", 5)), ActivityId("A"), jan(4))
    with pytest.raises(UnknownItem):
        why(archived, schedule(archived), "A")


def test_a_chain_of_thousands_is_walked_without_recursing() -> None:
    names = [f"A{number}" for number in range(3000)]
    plan = network(*(work(each, 0.25) for each in names), *chain(*names))
    assert len(list(steps(plan, schedule(plan), names[-1]))) == 3000
    first = next(steps(plan, schedule(plan), names[-1]))
    assert {each.step for each in first} == {0}


def test_titles_cannot_turn_a_sentence() -> None:
    plan = network(replace(work("A", 5), title="\u202eevil"), work("B", 7), wait("A", "B"))
    assert "\u202e" not in " ".join(each.text for each in why(plan, schedule(plan), "B"))


def test_days_off_before_a_start_are_named_and_so_are_those_at_a_status_date() -> None:
    off = days_off(jan(10), jan(17), name="Ski week")
    plan = network(work("A", 12), work("B", 2), wait("A", "B"), exceptions=[off])
    assert told(plan, "B")[0][-2:] == [
        "It starts on Mon 18: after “A” finishes on Sat 9.",
        "“Ski week”, 10–17, comes first.",
    ]
    begun = network(work("A", 12, started=jan(4), left=2), status=jan(11), exceptions=[off])
    assert told(begun, "A")[0][:3] == [
        "It finishes on Mon 18: 2 h of work are left from Mon 18.",
        TWELVE,
        "“Ski week”, 10–17, lies in between and takes 12 h.",
    ]
