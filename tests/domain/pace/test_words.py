"""What is said of the pace, whatever is known of it."""

import pytest

from planner.domain.pace.words import known_sentence, unknown_sentence

KNOWN = [
    (
        2.0,
        None,
        6,
        24,
        "You take about 2 times as long as estimated, from 6 finished activities and 24 weeks.",
    ),
    (1.04, None, 1, 26, "You take about as long as estimated, from 1 finished activity and 26 weeks."),
    (
        0.02,
        None,
        3,
        4,
        "You take about 0.1 times as long as estimated, from 3 finished activities and 4 weeks.",
    ),
    (
        1.0,
        1.0,
        3,
        4,
        "You take about as many hours as estimated and keep 10 of 10 planned hours, from 3 finished "
        "activities and 4 weeks.",
    ),
    (
        1.5,
        0.01,
        3,
        9,
        "You take about 1.5 times the estimated hours and keep 1 of 10 planned hours, from 3 finished "
        "activities and 9 weeks.",
    ),
    (
        1.3,
        1.2,
        1,
        30,
        "You take about 1.3 times the estimated hours and study 1.2 times the planned hours, from 1 finished "
        "activity and 30 weeks.",
    ),
    (
        1.0,
        0.7,
        0,
        182,
        "You keep 7 of 10 planned hours, from 182 weeks. How long activities take rests on the "
        "roadmap’s ranges until some are finished.",
    ),
    (
        1.0,
        1.1,
        0,
        26,
        "You study 1.1 times the planned hours, from 26 weeks. How long activities take rests on the "
        "roadmap’s ranges until some are finished.",
    ),
]


@pytest.mark.parametrize(("effort", "kept", "finished", "weeks", "sentence"), KNOWN)
def test_a_pace_that_is_known(
    effort: float, kept: float | None, finished: int, weeks: int, sentence: str
) -> None:
    assert known_sentence(effort, kept, finished, weeks) == sentence


@pytest.mark.parametrize(
    ("finished", "weeks", "silent", "ending"),
    [
        (0, 20, 0, "Now there are 0 finished activities and 20 logged weeks."),
        (1, 1, 0, "Now there are 1 finished activity and 1 logged week."),
        (2, 3, 1, "One finished activity has no logged hours: log what it took, and it counts."),
        (0, 0, 4, "4 finished activities have no logged hours: log what they took, and they count."),
    ],
)
def test_a_pace_that_is_not_known_yet(finished: int, weeks: int, silent: int, ending: str) -> None:
    sentence = unknown_sentence(finished, weeks, silent)
    assert sentence.startswith(
        "So far the forecast rests on the roadmap’s ranges alone, widened as your pace"
    )
    assert sentence.endswith(ending)
