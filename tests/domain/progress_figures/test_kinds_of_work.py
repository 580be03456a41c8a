"""Estimate against actual, by hand."""

from datetime import date

from planner.domain.items import ActivityKind
from planner.domain.progress_figures.kinds_of_work import KindOfWork, kinds_of_work, together
from tests.helpers.plans import START, activity, make_plan, session

DAY = date(2027, 2, 1)


def test_only_finished_work_with_logged_hours_tells_anything() -> None:
    plan = make_plan(
        activity("lecture", 10, kind=ActivityKind.COURSE, finished_on=DAY),
        activity("lab", 20, kind=ActivityKind.COURSE, finished_on=DAY),
        activity("service", 8, kind=ActivityKind.PROJECT, finished_on=DAY),
        activity("under-way", 30, kind=ActivityKind.PROJECT),
        activity("known-before", 12, kind=ActivityKind.TOPIC, finished_on=START),
        session("one", "lecture", START, 15 * 60),
        session("two", "lab", START, 18 * 60),
        session("three", "service", START, 12 * 60),
        session("four", "under-way", START, 60),
    )
    courses, projects = kinds_of_work(plan)
    assert courses == KindOfWork(kind=ActivityKind.COURSE, finished=2, estimated=30, actual=33)
    assert projects == KindOfWork(kind=ActivityKind.PROJECT, finished=1, estimated=8, actual=12)
    assert (courses.ratio, projects.ratio) == (1.1, 1.5)
    assert together((courses, projects)) == 45 / 38


def test_nothing_is_known_at_first() -> None:
    assert kinds_of_work(make_plan(activity("lecture"))) == ()
    assert together(()) is None
