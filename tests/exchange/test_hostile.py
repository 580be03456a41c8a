"""Hostile words in what is written for other programs: nothing in them steers whatever reads it."""

import json
import re
from datetime import UTC, datetime
from itertools import repeat
from pathlib import Path

import pytest
import vobject

from planner.domain.edits import rename
from planner.domain.errors import InvalidValue, MilepostError
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.web_links import may_be_opened
from planner.exchange.calendar_events import Wanted, calendar_events
from planner.exchange.calendar_ics import calendar_file
from planner.exchange.plan_json import plan_json
from planner.exchange.plan_text import plan_text
from planner.exchange.roadmap_toml import load_roadmap
from planner.exchange.week_text import weeks_as
from tests.helpers.hostile import HOSTILE, LINKS, TOO_LONG, spoiled
from tests.helpers.plans import START, small_plan

STAMP = datetime(2027, 1, 4, 12, 30, tzinfo=UTC)
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]")
"""What moves a cursor, colours, ends a line or turns text; a line feed ends lines that are ours."""

each_title = pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)


def plan_of(title: str) -> Plan:
    return spoiled(small_plan(), repeat(title))


@each_title
def test_a_terminal_is_given_nothing_that_steers_it(title: str) -> None:
    plan = plan_of(title)
    text = plan_text(plan, schedule(plan), 80)
    assert STEERING.search(text) is None
    clean = plan_text(small_plan(), schedule(small_plan()), 80)
    assert len(text.splitlines()) <= len(clean.splitlines()) + 2  # a long heading may be wrapped


@each_title
def test_a_calendar_file_holds_our_events_and_no_line_of_a_title(title: str) -> None:
    """As another parser reads it: as many events, their own properties, no attendees."""
    events = calendar_events(plan_of(title), schedule(plan_of(title)), Wanted(), START)
    written = calendar_file(events, name=title, sequence=1, stamp=STAMP)
    read = list(vobject.readOne(written.decode()).vevent_list)
    assert len(read) == len(events)
    for event in read:
        assert set(event.contents) <= {
            *("uid", "dtstamp", "last-modified", "sequence", "dtstart", "dtend", "summary", "description"),
            *("categories", "url", "transp", "status", "valarm"),
        }
        assert "\n" not in event.summary.value


@each_title
def test_markdown_and_text_of_a_week_say_the_title_and_mean_nothing_by_it(title: str) -> None:
    plan = plan_of(title)
    for markdown in (True, False):
        text = weeks_as(plan, schedule(plan), START, 1, START, markdown=markdown).decode()
        assert STEERING.search(text) is None
        if markdown:
            assert re.search(r"(?<!\\)[<>]", re.sub(r"\]\(<https?://[^>\s]*>\)", "", text)) is None
            assert re.search(r"(?<!\\)!\[", text) is None
            assert re.search(r"(?<!\\)\]\((?!<https?://)", text) is None


@each_title
def test_json_gives_the_title_back_as_it_was(title: str) -> None:
    plan = plan_of(title)
    assert json.loads(plan_json(plan, schedule(plan)))["plan"]["title"] == title


@pytest.mark.parametrize("link", LINKS, ids=repr)
def test_a_link_that_may_not_be_opened_is_in_no_file(link: str) -> None:
    assert not may_be_opened(link.strip())
    assert not may_be_opened(link)


def test_a_title_of_a_hundred_thousand_characters_is_refused_with_a_sentence() -> None:
    with pytest.raises(InvalidValue, match="at most 500 characters"):
        rename(small_plan(), ActivityId("write-up"), TOO_LONG)


@each_title
def test_an_imported_roadmap_with_such_a_title_is_read_or_refused_by_name(title: str, tmp_path: Path) -> None:
    path = tmp_path / "roadmap.toml"
    path.write_text(f"format = 1\nid = {json.dumps(title)}\ntitle = {json.dumps(title)}\n", encoding="utf-8")
    with pytest.raises(MilepostError):
        load_roadmap(path)
