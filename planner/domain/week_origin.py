"""Whose figures the minutes of a week rest on: the roadmap's source, our suggestions, the learner."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain.items import ActivityId
from planner.domain.outlook import Origin, origin_of
from planner.domain.plan import Plan
from planner.domain.wording import minutes_text


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOrigin:
    """A week's planned minutes, divided by whose figure the length of their activity is."""

    source_minutes: int = 0
    suggested_minutes: int = 0
    learner_minutes: int = 0

    @property
    def sentence(self) -> str:
        """Like “Minutes are likely efforts laid on your own hours; all of them rest on our suggestions.”

        Empty for a week without work.
        """
        named = (
            (self.source_minutes, "on the roadmap’s source"),
            (self.suggested_minutes, "on our suggestions"),
            (self.learner_minutes, "on your own figures"),
        )
        shown = [(minutes, words) for minutes, words in named if minutes]
        if not shown:
            return ""
        begin = "Minutes are likely efforts laid on your own hours"
        (first, words), *others = shown
        if not others:
            return f"{begin}; all of them rest {words}."
        *middle, last = [f"{minutes_text(minutes)} {words}" for minutes, words in others]
        return f"{begin}: {', '.join([f'{minutes_text(first)} rest {words}', *middle])} and {last}."


def origin_of_week(plan: Plan, minutes: Mapping[ActivityId, int]) -> WeekOrigin:
    """Whose figures these minutes, by activity, rest on."""
    sums = dict.fromkeys(Origin, 0)
    for activity, planned in minutes.items():
        sums[origin_of(plan, plan.activity(activity))] += planned
    return WeekOrigin(
        source_minutes=sums[Origin.SOURCE],
        suggested_minutes=sums[Origin.SUGGESTED],
        learner_minutes=sums[Origin.LEARNER],
    )
