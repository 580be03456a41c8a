"""How a plan stands with its calendar, in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from planner.ui.publish.standing import Standing, short_standing, standing_words

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1)))
FINE = Standing(published=True, kept=True, sent_at=datetime(2026, 11, 23, 7, 10, tzinfo=UTC))


def test_a_time_is_that_of_where_the_learner_is() -> None:
    assert standing_words(FINE, NOW) == "Last brought up to date today at 8:10."
    late = replace(FINE, sent_at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC))
    assert standing_words(late, NOW) == "Last brought up to date on 22 Nov 2026 at 0:30."


@pytest.mark.parametrize(
    ("standing", "short", "rest"),
    [
        (FINE, "", ""),
        (
            replace(FINE, changed=True),
            "Calendar: changes to send",
            "Changes since then are sent in a moment.",
        ),
        (replace(FINE, changed=True, sending=True), "Calendar: sending …", "Changes are being sent."),
        (
            replace(FINE, changed=True, failure="Nothing answers."),
            "Calendar: not sent",
            "Changes since then could not be sent.",
        ),
        (replace(FINE, changed=True, kept=False), "", "Your plan has changed since then."),
    ],
)
def test_what_waits_is_said_and_a_few_words_stand_only_where_it_is_kept(
    standing: Standing, short: str, rest: str
) -> None:
    assert short_standing(standing) == short
    assert standing_words(standing, NOW) == f"Last brought up to date today at 8:10. {rest}".rstrip()


def test_what_was_never_sent_is_said() -> None:
    nowhere = Standing(published=False)
    assert standing_words(nowhere, NOW) == "This plan is not published yet."
    assert short_standing(nowhere) == ""
    assert "not been brought up to date yet" in standing_words(replace(FINE, sent_at=None), NOW)
