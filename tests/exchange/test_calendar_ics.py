"""Sessions and milestones as a calendar file: read back, by a second parser too, and imported again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.request import Request, urlopen

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.catching_up.shift import shift
from planner.domain.edits import mark_finished, rename
from planner.domain.items import ActivityId, MilestoneId, PlacementId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.week_facts import Placement
from planner.exchange.calendar_events import (
    CalendarEvent,
    Wanted,
    calendar_events,
    item_of,
    one_line,
    plain,
    uid_beginning,
    uids_of_items,
)
from planner.exchange.calendar_ics import calendar_file, read_calendar_file
from tests.helpers.calendar_servers import USER, Radicale
from tests.helpers.plans import START, activity, make_plan, milestone, small_plan

STAMP = datetime(2027, 1, 4, 12, 30, tzinfo=UTC)
EVERYTHING = Wanted()
MONDAY_TIMES = (19 * 60,) * 7


def events_of(plan: Plan, wanted: Wanted = EVERYTHING, today: date = START) -> tuple[CalendarEvent, ...]:
    return calendar_events(plan, schedule(plan), wanted, today)


def file_of(events: Sequence[CalendarEvent], name: str = "My path", sequence: int = 7) -> bytes:
    return calendar_file(events, name=name, sequence=sequence, stamp=STAMP)


def by_vobject(data: bytes) -> list[Any]:
    return list(vobject.readOne(data.decode("utf-8")).vevent_list)


def taken_into(
    calendar: dict[str, CalendarEvent], plan: Plan, today: date = START
) -> dict[str, CalendarEvent]:
    """What a calendar holds after it imported a file: events with a UID that it knows are replaced."""
    return calendar | {each.uid: each for each in read_calendar_file(file_of(events_of(plan, today=today)))}


def test_what_is_written_reads_back_the_same() -> None:
    events = events_of(small_plan(), Wanted(remind_at=9 * 60))
    assert read_calendar_file(file_of(events)) == events


def test_a_second_parser_finds_the_same() -> None:
    events = events_of(small_plan())
    found = by_vobject(file_of(events))
    assert [(each.uid.value, each.dtstart.value, each.summary.value) for each in found] == [
        (each.uid, each.day, each.title) for each in events
    ]
    assert all(each.dtend.value == each.dtstart.value + timedelta(days=1) for each in found)
    assert {each.sequence.value for each in found} == {"7"}


def test_the_calendar_is_called_like_the_plan() -> None:
    assert b"X-WR-CALNAME:My path\r\n" in file_of(())


def test_a_session_takes_its_day_and_says_how_long_it_is() -> None:
    first = events_of(make_plan(activity("gradients", 3)))[0]
    assert (first.day, first.title, first.starts_at) == (START, "Gradients · 1 h 30", None)
    text = file_of([first]).decode()
    assert "DTSTART;VALUE=DATE:20270104\r\n" in text
    assert "TRANSP:TRANSPARENT\r\n" in text


def test_with_clock_times_a_session_is_at_its_hour_wherever_one_is() -> None:
    plan = make_plan(activity("gradients", 3), clock_times=MONDAY_TIMES)
    first = events_of(plan)[0]
    assert first.title == "Gradients"
    text = file_of([first]).decode()
    assert "DTSTART:20270104T190000\r\n" in text
    assert "DTEND:20270104T203000\r\n" in text
    assert read_calendar_file(file_of([first])) == (first,)
    assert by_vobject(file_of([first]))[0].dtstart.value.isoformat() == "2027-01-04T19:00:00"


def test_a_session_over_midnight_ends_on_the_next_day() -> None:
    event = CalendarEvent(uid="a", day=START, title="Late", starts_at=23 * 60, minutes=90)
    assert "DTEND:20270105T003000\r\n" in file_of([event]).decode()
    assert read_calendar_file(file_of([event])) == (event,)


def test_a_milestone_is_a_date_on_the_day_it_is_shown() -> None:
    plan = small_plan()
    target = date(2027, 6, 1)
    endpoint = MilestoneId("endpoint-live")
    plan = replace(
        plan, milestones={**plan.milestones, endpoint: replace(plan.milestones[endpoint], target=target)}
    )
    event = next(each for each in events_of(plan) if each.title == "◆ Endpoint live")
    assert event.day == target
    assert "to spare" in event.about
    assert "0 of 3 done\n[ ] Course done" in event.about


def test_reminders_come_at_the_hour_asked_for_or_shortly_before() -> None:
    plan = make_plan(activity("gradients", 3), milestone("proven"))
    text = file_of(events_of(plan, Wanted(remind_at=9 * 60))).decode()
    assert "BEGIN:VALARM" in text
    assert "TRIGGER:PT9H\r\n" in text
    timed = replace(plan, facts=replace(plan.facts, clock_times=MONDAY_TIMES))
    assert (
        "TRIGGER:-PT10M\r\n" in file_of(events_of(timed, Wanted(remind_at=9 * 60, milestones=False))).decode()
    )
    assert "VALARM" not in file_of(events_of(plan)).decode()


def test_only_the_days_and_kinds_asked_for() -> None:
    plan = small_plan()
    whole = events_of(plan)
    first, last = date(2027, 1, 11), date(2027, 1, 17)
    week = events_of(plan, Wanted(first=first, last=last))
    assert week == tuple(each for each in whole if first <= each.day <= last)
    assert week
    assert all("◆" in each.title for each in events_of(plan, Wanted(sessions=False)))
    assert not any("◆" in each.title for each in events_of(plan, Wanted(milestones=False)))


def test_uids_name_the_plan_and_no_two_are_the_same() -> None:
    plan = small_plan()
    uids = [each.uid for each in events_of(plan)]
    assert len(set(uids)) == len(uids)
    assert all(each.startswith(uid_beginning(plan)) for each in uids)
    assert {item_of(each) for each in uids} == uids_of_items(plan, EVERYTHING)
    other = replace(plan, facts=replace(plan.facts, id="another"))
    assert not {each.uid for each in events_of(other)} & set(uids)


def test_a_second_import_after_a_replan_moves_the_events() -> None:
    plan = small_plan()
    calendar = taken_into({}, plan)
    course = ActivityId("regression-course")
    later = replace(plan.activities[course], not_before=START + timedelta(days=14))
    plan = replace(plan, activities={**plan.activities, course: later})
    calendar = taken_into(calendar, plan)
    assert set(calendar.values()) == set(events_of(plan))


def test_a_second_import_after_a_session_was_moved_moves_that_alone() -> None:
    plan = small_plan()
    before = taken_into({}, plan)
    moved = Placement(
        id=PlacementId("p"),
        activity=ActivityId("regression-course"),
        step=plan.activities[ActivityId("regression-course")].steps[0].id,
        day=START + timedelta(days=4),
        minutes=90,
        taken_from=START,
    )
    plan = replace(plan, placements={moved.id: moved})
    after = taken_into(before, plan)
    assert set(after.values()) == set(events_of(plan))
    changed = [each for each in after.values() if before[each.uid] != each]
    assert [each.day for each in changed] == [START + timedelta(days=4)]


def test_a_session_put_thousands_of_years_away_costs_no_more_than_its_week() -> None:
    plan = small_plan()
    far = date(8999, 12, 31)
    course = plan.activities[ActivityId("regression-course")]
    moved = Placement(
        id=PlacementId("p"), activity=course.id, step=None, day=far, minutes=90, taken_from=START
    )
    found = events_of(replace(plan, placements={moved.id: moved}))
    assert [each.day for each in found if each.day > date(8000, 1, 1)] == [far]


def test_after_catching_up_sessions_gone_by_keep_their_days_and_the_rest_moves() -> None:
    plan = make_plan(activity("gradients", 10))
    before = taken_into({}, plan)
    today = START + timedelta(days=7)
    plan = shift(plan, today).plan
    after = taken_into(before, plan, today)
    ahead = [each for each in after.values() if each.day >= today]
    assert sorted(ahead, key=lambda each: each.day) == list(events_of(plan, today=today))
    assert len(after) == len(before)


def test_a_new_title_changes_the_event_and_not_its_uid() -> None:
    plan = make_plan(activity("gradients", 3))
    renamed = rename(plan, ActivityId("gradients"), "Descent")
    assert [each.uid for each in events_of(plan)] == [each.uid for each in events_of(renamed)]
    assert events_of(renamed)[0].title.startswith("Descent")


def test_what_is_finished_has_no_sessions_and_still_an_item() -> None:
    plan = mark_finished(make_plan(activity("gradients", 3)), ActivityId("gradients"), START)
    assert events_of(plan) == ()
    assert len(uids_of_items(plan, EVERYTHING)) == 1


def test_a_calendar_server_takes_the_whole_file(running: Radicale) -> None:
    events = events_of(small_plan(), Wanted(remind_at=9 * 60))
    headers = {**running.login, "Content-Type": "text/calendar; charset=utf-8"}
    place = f"{running.address}{USER}/imported/"
    with urlopen(Request(place, file_of(events), headers, method="PUT")) as answer:
        assert answer.status == 201
    with urlopen(Request(place, headers=running.login)) as answer:
        back = read_calendar_file(answer.read())
    assert sorted(back, key=lambda each: each.uid) == sorted(events, key=lambda each: each.uid)


@pytest.mark.parametrize(
    "title",
    [
        'Semicolons; commas, \\ and "quotes"',
        "BEGIN:VEVENT\r\nUID:injected\nEND:VEVENT",
        "Bell\x07 and null\x00 and next line\x85 and line\u2028separator",
        "线性代数 · Линейная алгебра · 🚀👩‍💻 · الجبر الخطي",
        "x" * 500,
        "A lone \ud800 surrogate",
    ],
)
def test_titles_of_any_sort_stay_one_event(title: str) -> None:
    plan = make_plan(activity("a", 1.5, title=title), milestone("m", title=title))
    data = file_of(events_of(plan), name=title)
    found = by_vobject(data)
    assert len(found) == 2
    assert read_calendar_file(data) == events_of(plan)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(b"\n" not in line and b"\r" not in line for line in data.split(b"\r\n"))
    assert "UID:injected" not in [each.uid.value for each in found]


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "https://ana:secret@example.org/",
        "https://x/\r\nX-EVIL:1",
        "file:///etc",
        "http://[",
    ],
)
def test_links_that_are_not_opened_are_not_written(link: str) -> None:
    assert all(not each.link for each in events_of(make_plan(activity("a", 1.5, link=link))))


def test_a_course_carries_its_link() -> None:
    assert "URL:https://example.org/regression\r\n" in file_of(events_of(small_plan())).decode()


@given(
    title=st.text(min_size=1, max_size=200),
    about=st.text(max_size=300),
    day=st.dates(date(1970, 1, 2), date(9999, 12, 30)),
    starts_at=st.none() | st.integers(0, 24 * 60 - 1),
    minutes=st.integers(1, 24 * 60),
)
def test_any_event_reads_back(title: str, about: str, day: date, starts_at: int | None, minutes: int) -> None:
    event = CalendarEvent(
        uid="milepost-a-b",
        day=day,
        title=one_line(title),
        about=plain(about),
        starts_at=starts_at,
        minutes=0 if starts_at is None else minutes,
    )
    assert read_calendar_file(file_of([event])) == (event,)
