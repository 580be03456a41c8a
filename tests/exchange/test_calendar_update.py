"""A calendar file in place of an earlier one: what the plan has no more is cancelled."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
import vobject

from planner.domain.edits import mark_finished, move_activity, set_effort
from planner.domain.items import ActivityId
from planner.domain.placing import set_clock_times
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.exchange.calendar_events import CalendarEvent, Wanted, calendar_events
from planner.exchange.calendar_ics import calendar_file, read_calendar_file
from planner.exchange.calendar_update import Update, update_of
from tests.helpers.calendar_servers import USER, Radicale
from tests.helpers.plans import START, activity, make_plan, milestone

GRADIENTS = ActivityId("gradients")


@pytest.fixture
def plan() -> Plan:
    return make_plan(activity("gradients", 10), milestone("proven"))


@pytest.fixture
def file(tmp_path: Path, plan: Plan) -> Path:
    path = tmp_path / "plan.ics"
    write(path, plan)
    return path


def write(path: Path, plan: Plan, wanted: Wanted | None = None, today: date = START) -> None:
    wanted = wanted or Wanted()
    update = update_of(path, plan, schedule(plan), wanted, today)
    written = (*calendar_events(plan, schedule(plan), wanted, today), *update.moved, *update.cancelled)
    path.write_bytes(calendar_file(written, name="Plan", sequence=1, stamp=datetime(2027, 1, 1, tzinfo=UTC)))


def gone(path: Path, plan: Plan, today: date = START) -> tuple[CalendarEvent, ...]:
    return update_of(path, plan, schedule(plan), Wanted(), today).cancelled


def days(events: tuple[CalendarEvent, ...]) -> list[int]:
    return [(each.day - START).days for each in events]


def test_an_unchanged_plan_has_lost_nothing(file: Path, plan: Plan) -> None:
    assert gone(file, plan) == ()


def test_less_work_cancels_the_sessions_that_are_needed_no_more(file: Path, plan: Plan) -> None:
    """Ten hours are five sessions; four are three of them, which lie on the first days now."""
    less = set_effort(plan, GRADIENTS, 4)
    found = gone(file, less)
    assert len(found) == 2
    assert all(each.cancelled for each in found)
    write(file, less)
    text = file.read_text(encoding="utf-8")
    assert text.count("STATUS:CANCELLED") == 2
    assert len(list(vobject.readOne(text).vevent_list)) == 6


def test_a_calendar_that_takes_both_files_shows_the_plan_and_nothing_else(file: Path, plan: Plan) -> None:
    calendar = {each.uid: each for each in read_calendar_file(file.read_bytes())}
    less = set_effort(plan, GRADIENTS, 4)
    write(file, less)
    calendar |= {each.uid: each for each in read_calendar_file(file.read_bytes())}
    shown = {each for each in calendar.values() if not each.cancelled}
    assert shown == set(calendar_events(less, schedule(less), Wanted(), START))


def test_what_was_cancelled_stays_cancelled_until_its_day_is_over(file: Path, plan: Plan) -> None:
    less = set_effort(plan, GRADIENTS, 4)
    write(file, less)
    assert len(gone(file, less)) == 2
    assert gone(file, less, START + timedelta(days=30)) == ()


def test_what_is_done_has_no_sessions_ahead_and_keeps_those_gone_by(file: Path, plan: Plan) -> None:
    today = START + timedelta(days=2)
    done = mark_finished(plan, GRADIENTS, today)
    assert days(gone(file, done, today)) == [2, 3, 5]


def test_days_and_kinds_that_are_not_asked_for_are_not_gone(file: Path, plan: Plan) -> None:
    write(file, plan, Wanted(sessions=False, last=START))
    assert "CANCELLED" not in file.read_text(encoding="utf-8")


def test_what_moved_out_of_the_days_asked_for_comes_along(file: Path, plan: Plan) -> None:
    later = move_activity(plan, GRADIENTS, START + timedelta(days=14))
    first_week = Wanted(last=START + timedelta(days=6), milestones=False)
    update = update_of(file, later, schedule(later), first_week, START)
    assert days(update.moved) == [14, 15, 16, 17, 19]
    assert update.cancelled == ()
    assert update_of(file, plan, schedule(plan), first_week, START).moved == ()


def test_other_files_are_none_of_ours(tmp_path: Path, plan: Plan, file: Path) -> None:
    other = replace(plan, facts=replace(plan.facts, id="another"))
    assert gone(file, replace(other, activities={}, milestones={})) == ()
    assert gone(tmp_path / "missing.ics", plan) == ()
    assert gone(tmp_path, plan) == ()
    (tmp_path / "text.ics").write_bytes(b"\xff\x00 not a calendar")
    assert gone(tmp_path / "text.ics", plan) == ()


def test_an_earlier_file_whose_events_have_several_days_is_none_of_ours(file: Path, plan: Plan) -> None:
    text = file.read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if each.startswith("DTSTART"))
    file.write_text(text.replace(line, f"{line}\r\n{line}"), encoding="utf-8", newline="")
    assert update_of(file, plan, schedule(plan), Wanted(), START) == Update()


def test_a_server_and_a_second_parser_see_each_session_once_at_its_hour(
    running: Radicale, file: Path, plan: Plan
) -> None:
    """Both files are imported event by event, as calendar programs do: a UID that is there is replaced."""
    place = f"{running.address}{USER}/twice/"
    ask(running, place, "MKCALENDAR")
    evenings = set_clock_times(plan, (19 * 60,) * 7)
    less = set_effort(evenings, GRADIENTS, 4)
    for each in (plan, less):
        write(file, each)
        for event in read_calendar_file(file.read_bytes()):
            text = calendar_file([event], name="", sequence=1, stamp=datetime(2027, 1, 1, tzinfo=UTC))
            ask(running, f"{place}{event.uid}.ics", "PUT", text)
    found = vobject.readOne(ask(running, place, "GET").decode()).vevent_list
    shown = [each for each in found if getattr(each, "status", None) is None]
    assert len(found) == 6
    assert sorted(str(each.dtstart.value) for each in shown) == sorted(
        str(each.start) for each in calendar_events(less, schedule(less), Wanted(), START)
    )
    assert sum("19:00" in str(each.dtstart.value) for each in shown) == 3
    assert {each.status.value for each in found if each not in shown} == {"CANCELLED"}


def ask(server: Radicale, address: str, method: str, body: bytes | None = None) -> bytes:
    """What the server answers."""
    headers = {**server.login, "Content-Type": "text/calendar; charset=utf-8"}
    with urlopen(Request(address, body, headers, method=method)) as answer:
        return bytes(answer.read())
