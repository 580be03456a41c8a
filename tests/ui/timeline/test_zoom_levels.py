"""Zooms by name: what is asked for is what the header shows."""

from datetime import date

import pytest

from planner.ui.timeline.axis import bounded, header
from planner.ui.timeline.zoom_levels import ZoomLevel, at_level, level_of

SCALE = bounded(date(2027, 1, 4).toordinal(), 2.0, 1000)


@pytest.mark.parametrize("level", list(ZoomLevel))
def test_a_level_is_what_it_is_called(level: ZoomLevel) -> None:
    assert level_of(at_level(SCALE, level, 500)) is level


def test_the_middle_stays_in_the_middle() -> None:
    middle = SCALE.day(500)

    assert at_level(SCALE, ZoomLevel.WEEKS, 500).day(500) == pytest.approx(middle)


@pytest.mark.parametrize(
    ("level", "upper", "lower"),
    [
        (ZoomLevel.DAYS, "September 2027", "8"),
        (ZoomLevel.WEEKS, "September 2027", "6"),
        (ZoomLevel.MONTHS, "2027", "Sep"),
        (ZoomLevel.QUARTERS, "2027", "Q3"),
    ],
)
def test_the_header_counts_in_the_level(level: ZoomLevel, upper: str, lower: str) -> None:
    def measure(text: str) -> float:
        return 7.0 * len(text)

    shown = header(at_level(SCALE, level, 500), 0, measure, measure)

    assert upper in {each.text for each in shown.upper}
    assert lower in {each.text for each in shown.lower}
