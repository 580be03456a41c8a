"""A milestone that waits for nothing has a day of its own and no landing."""

from datetime import date

from planner.domain.items import MilestoneId, PhaseId
from planner.domain.schedule import schedule
from tests.helpers.networks import MONDAY, chain, goal, network, wait, work
from tests.helpers.plans import WEDDING, WEDDING_DAY, WEDDING_GROUP, plan_with_a_wedding

DAY = WEDDING_DAY


def test_a_date_that_waits_for_nothing_has_no_landing_and_no_margin() -> None:
    done = schedule(plan_with_a_wedding())
    assert (done.work_lands(WEDDING), done.margin_days(WEDDING)) == (None, None)
    assert done.shown_day(WEDDING) == DAY


def test_its_group_spans_the_day_it_stands_on() -> None:
    assert schedule(plan_with_a_wedding()).phase_span(WEDDING_GROUP) == (DAY, DAY)


def test_beside_work_it_does_not_stretch_its_group() -> None:
    plan = network(work("A", 5), goal("Exam", DAY))
    assert schedule(plan).phase_span(PhaseId("phase")) == (MONDAY, date(2027, 1, 6))


def test_what_waits_for_it_alone_has_no_landing_either_unless_the_date_holds() -> None:
    first, second = MilestoneId("Wedding"), MilestoneId("Party")
    free = schedule(network(goal("Wedding", DAY), goal("Party", DAY), wait("Wedding", "Party")))
    assert (free.work_lands(first), free.work_lands(second)) == (None, None)
    study_day = date(2028, 1, 15)
    waiting = goal("Party", DAY), wait("Wedding", "Party")
    held = schedule(network(goal("Wedding", study_day, holds=True), *waiting))
    assert (held.work_lands(first), held.work_lands(second)) == (None, study_day)


def test_work_before_it_or_having_been_reached_gives_it_a_day() -> None:
    worked = schedule(network(work("A", 5), goal("M", DAY), *chain("A", "M")))
    assert worked.work_lands(MilestoneId("M")) == date(2027, 1, 6)
    reached = schedule(network(goal("M", DAY, reached=date(2027, 1, 9))))
    assert reached.work_lands(MilestoneId("M")) == date(2027, 1, 9)


def test_a_path_that_ends_with_such_a_date_ends_on_it() -> None:
    assert schedule(network(goal("M", DAY), finish="M")).finish == DAY
