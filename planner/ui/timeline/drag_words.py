"""What a drag tells before it is let go: what moves along, the finish, and what a target would need."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from planner.domain.cascade import count_moved
from planner.domain.items import MilestoneId, NodeId
from planner.domain.schedule import Schedule
from planner.domain.shortening import Cut, cuts_to_hold
from planner.domain.targets import hours_to_hold, least_hours_to_hold
from planner.domain.wording import day_text, effort_text, isolated, number_text, span_text
from planner.ui.consequences import moves_words, new_loose_ends
from planner.ui.timeline.link_words import waits_already
from planner.ui.timeline.words import counted_days, translate


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card, with the role of its colour."""

    text: str
    role: str = "tooltip_muted"


def followers_lines(before: Schedule, after: Schedule, besides: Collection[str] = frozenset()) -> list[Line]:
    """How many items move and by how much at most, the finish before and after, and what ends after it.

    `besides` are the items that are dragged themselves; they do not count.
    """
    count, days = count_moved(before, after, besides)
    text = moves_words(count, others=bool(besides))
    if count:
        form = translate("{moves} by {days}") if count == 1 else translate("{moves} · by {days} at most")
        text = form.format(moves=text, days=counted_days(days))
    lines = [Line(text)]
    if before.finish != after.finish:
        finish = translate("Finish {before} → {after}")
        was = day_text(before.finish)
        if before.finish.year == after.finish.year:
            was = was.rsplit(" ", 1)[0]
        lines.append(Line(finish.format(before=was, after=day_text(after.finish))))
    if loose := new_loose_ends(before, after):
        lines.append(Line(loose.removesuffix(".")))
    return lines


def link_lines(before: Schedule, after: Schedule, first: NodeId, then: NodeId) -> list[Line]:
    """`followers_lines` of a new dependency; one that moves nothing because it is kept already is told so."""
    lines = followers_lines(before, after)
    if already := waits_already(before.plan, first, then):
        lines[0] = Line(f"{lines[0].text}: {already}") if not count_moved(before, after)[0] else lines[0]
    return lines


def landing_line(after: Schedule, milestone: MilestoneId, *, named: bool = False) -> Line | None:
    """By how much its work misses a target, with the title of the milestone where it is to be named; None
    when it holds."""
    margin = after.margin_days(milestone)
    if margin is None or margin >= 0:
        return None
    text = translate("Its work lands {span} later, on {day}")
    if named:
        text = translate("The work of “{title}” lands {span} later, on {day}")
    title, day = after.plan.milestone(milestone).title, day_text(after.lands(milestone))
    return Line(text.format(title=title, span=span_text(margin), day=day), "tooltip_danger")


def hold_lines(after: Schedule, milestone: MilestoneId, today: date) -> tuple[Line, ...]:
    """The hours a week a target needs against those there are; where its work misses it, also which
    activities to shorten. Where work of weeks gone by is open, what is said is of the plan caught up.
    """
    target = after.plan.milestone(milestone).target
    assert target is not None
    ground = after
    if today > after.plan.facts.status_date:
        # Loaded on a day on which something may be open.
        from planner.domain.catching_up.ground import caught_up

        ground = caught_up(after, today)
    behind = ground is not after
    least = least_hours_to_hold(ground.plan, milestone, today, ground.graph)
    if least is not None:
        weeks = after.plan.calendar.weekly_from(max(today, after.plan.facts.start))
        now = next(each.total for each in weeks if each.total > 0)
        return (Line(_needs_text(least, now, behind)),)
    advice = hours_to_hold(ground.plan, milestone, today, ground.graph)
    text = advice.sentence
    if advice.hours is not None:
        text = _needs_text(advice.hours, advice.current_hours, behind)
    lines = [Line(text, "tooltip_danger")]
    if cuts := cuts_to_hold(ground, milestone, target):
        lines.append(Line(_cuts_text(after, cuts), "tooltip_danger"))
    return tuple(lines)


def _needs_text(hours: float, now: float, behind: bool) -> str:
    needs = translate("Needs {hours} h a week (you have {now})")
    if behind:
        needs = translate("Caught up, needs {hours} h a week (you have {now})")
    return needs.format(hours=number_text(hours), now=number_text(now))


def _cuts_text(after: Schedule, cuts: tuple[Cut, ...]) -> str:
    parts = [
        translate("“{title}” by {hours}").format(
            title=isolated(after.plan.activity(each.activity).title), hours=effort_text(each.hours)
        )
        for each in cuts
    ]
    return translate("Or shorten {activities}").format(activities=translate(" and ").join(parts))
