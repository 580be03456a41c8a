"""How reasons look, and where they lead, in words."""

from datetime import date

import pytest

from planner.domain.explaining.reasons import Kind, Point, Reason, Target, Where
from planner.ui.explaining.words import ICONS, destination
from tests.helpers.networks import network, work
from tests.helpers.plans import START


def test_every_sort_of_reason_has_an_icon() -> None:
    assert set(ICONS) == set(Kind)


@pytest.mark.parametrize("where", Where)
def test_every_line_says_where_it_leads(where: Where) -> None:
    words = destination(network(work("A", 5)), _leading(Target(where=where, id="A")))
    assert words.startswith(("Go to ", "Open "))


def test_the_plans_first_day_leads_to_the_timeline_and_a_later_status_date_to_catching_up() -> None:
    plan = network(work("A", 5))
    begin = _leading(Target(where=Where.STATUS, day=START))
    assert destination(plan, begin) == "Go to this day on the timeline"
    later = _leading(Target(where=Where.STATUS, day=date(2027, 2, 1)))
    assert destination(plan, later) == "Open Catch up"


def _leading(target: Target) -> Reason:
    """A reason that leads somewhere."""
    return Reason(
        text="So.", kind=Kind.EFFORT, target=target, about="A", point=Point.START, day=START, step=0
    )
