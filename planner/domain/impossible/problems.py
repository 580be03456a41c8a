"""What in a plan cannot be, said at once: a date no hours can hold, weeks that are asked for too much.

Three kinds: a target before the work could be done even with the most hours a week the learner can give;
weeks in which overlapping work asks for more hours than there are (rule 9 of the schedule: share x hours
against hours); a date given from outside, like an exam, before its preparation ends. A target that some hours
a week would still hold is late and no problem: its milestone says which hours.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import floor

from planner.domain.errors import PlanTooLong
from planner.domain.frame import scale_weekly_hours
from planner.domain.items import Milestone, MilestoneId
from planner.domain.levelling import RedWeek, red_weeks
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import HALF_HOURS, LONGEST_DAY_HOURS
from planner.domain.wording import day_text, isolated, number_text, span_text


class ProblemKind(StrEnum):
    """What cannot be."""

    TARGET_TOO_SOON = "target too soon"
    TOO_MUCH_AT_ONCE = "too much at once"
    EXAM_TOO_SOON = "exam too soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that cannot be, in a sentence, and in a few words where there is little room.

    `milestone` is the one it is about, `weeks` are too full.
    """

    kind: ProblemKind
    sentence: str
    in_short: str
    milestone: MilestoneId | None = None
    weeks: tuple[RedWeek, ...] = ()

    @property
    def key(self) -> tuple[ProblemKind, MilestoneId | None]:
        """What tells it from others, also after an edit."""
        return self.kind, self.milestone


def problems(plan: Plan, laid_out: Schedule, today: date) -> tuple[Problem, ...]:
    """What cannot be, dates from outside first, then targets, both in the plan's order, then the weeks.

    `laid_out` is the plan's schedule. At most one more is worked out, and only where a target is late.
    """
    late = [
        each
        for key, each in plan.milestones.items()
        if each.reached_on is None and (laid_out.margin_days(key) or 0) < 0
    ]
    exams = [_exam(laid_out, each) for each in late if each.fixed]
    wishes = [each for each in late if not each.fixed]
    targets: list[Problem] = []
    if wishes:
        busiest = busiest_schedule(laid_out, today)
        targets = [
            _target(laid_out, busiest, each, today)
            for each in wishes
            if each.target is not None and busiest.lands(each.id) > each.target
        ]
    red = red_weeks(laid_out, today)
    return (*exams, *targets, *([_weeks(red)] if red else []))


def most_hours(plan: Plan, today: date) -> float:
    """The most hours a week that can be tried, in half hours: the learner's most, and no day above 24 h.

    With more than that in the week already, those hours.
    """
    week = next(each for each in plan.calendar.weekly_from(max(today, plan.facts.start)) if each.total > 0)
    longest = week.total * LONGEST_DAY_HOURS / max(week.hours)
    most = floor(min(plan.facts.most_hours_a_week, longest) * HALF_HOURS) / HALF_HOURS
    return max(most, week.total)


def busiest_schedule(laid_out: Schedule, today: date) -> Schedule:
    """Where everything would fall with the most hours a week from today on."""
    plan = laid_out.plan
    most = most_hours(plan, today)
    try:
        return schedule(scale_weekly_hours(plan, most, max(today, plan.facts.start)), laid_out.graph)
    except PlanTooLong:
        return laid_out


def _exam(laid_out: Schedule, milestone: Milestone) -> Problem:
    assert milestone.target is not None
    lands = laid_out.lands(milestone.id)
    after = span_text((lands - milestone.target).days)
    return Problem(
        kind=ProblemKind.EXAM_TOO_SOON,
        milestone=milestone.id,
        in_short=f"“{isolated(milestone.title)}” comes before its preparation ends",
        sentence=(
            f"The preparation for “{isolated(milestone.title)}” ends on {day_text(lands)}, {after} after its "
            f"fixed date, {day_text(milestone.target)}."
        ),
    )


def _target(laid_out: Schedule, busiest: Schedule, milestone: Milestone, today: date) -> Problem:
    assert milestone.target is not None
    title, target = isolated(milestone.title), day_text(milestone.target)
    if milestone.target < today:
        lands = day_text(max(laid_out.lands(milestone.id), today))
        words = f"The date of “{title}”, {target}, has passed; its work would be done on {lands}."
        short = f"The date of “{title}” has passed"
    else:
        most = number_text(most_hours(laid_out.plan, today))
        lands = day_text(busiest.lands(milestone.id))
        words = (
            f"“{title}” cannot land by {target}: even {most} h a week, the most you can give, would have it "
            f"land on {lands}."
        )
        short = f"No hours you can give hold {target}"
    return Problem(kind=ProblemKind.TARGET_TOO_SOON, milestone=milestone.id, sentence=words, in_short=short)


def _weeks(red: tuple[RedWeek, ...]) -> Problem:
    first = red[0]
    asked, available = number_text(first.asked_hours), number_text(first.available_hours)
    if len(red) == 1:
        words = f"The week of {day_text(first.first_day)} asks for {asked} h and has {available} h."
    else:
        words = (
            f"{len(red):,} weeks ask for more hours than they have. The first is that of "
            f"{day_text(first.first_day)}: it asks for {asked} h and has {available} h."
        )
    count = "1 week asks" if len(red) == 1 else f"{len(red):,} weeks ask"
    short = f"{count} for more hours than there are"
    return Problem(kind=ProblemKind.TOO_MUCH_AT_ONCE, sentence=words, in_short=short, weeks=red)
