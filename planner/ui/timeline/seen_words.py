"""What hovering says of state, float and baseline, in words. Pure."""

from datetime import date

from planner.domain.items import Activity, BaselineId, MilestoneId, NodeId
from planner.domain.loose_ends import is_loose_end
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.states import state_of
from planner.domain.wording import day_text, span_text
from planner.ui.timeline.legend import state_words
from planner.ui.timeline.options import ColourBy, ViewOptions
from planner.ui.timeline.words import translate


def seen_lines(
    plan: Plan, current: Schedule, node: NodeId, options: ViewOptions, today: date
) -> tuple[str, ...]:
    """What the options show of an item besides its dates: its state, its float, how far it has drifted."""
    lines = []
    if options.colour_by is ColourBy.STATE:
        lines.append(state_words()[state_of(plan, current, node, today)].lower())
    if options.critical or options.float_bars:
        lines.append(_float_line(plan, current, node))
    baseline = plan.baselines.get(BaselineId(options.baseline)) if options.baseline is not None else None
    if baseline is not None:
        was = next((each for each in baseline.days if each.node == node), None)
        lines.append(drift_text(_day(plan, current, node), was.finish if was else None, baseline.taken_on))
    return tuple(line for line in lines if line)


def drift_text(now: date, was: date | None, taken_on: date) -> str:
    """Like “12 days later than on 4 Jan 2027”; `was` is None for what the plan did not have then."""
    if was is None:
        return translate("not in the plan on {day}").format(day=day_text(taken_on))
    days = (now - was).days
    if not days:
        return translate("unchanged since {day}").format(day=day_text(taken_on))
    if abs(days) == 1:
        form = (
            translate("1 day later than on {day}") if days > 0 else translate("1 day earlier than on {day}")
        )
        return form.format(day=day_text(taken_on))
    form = (
        translate("{days} days later than on {day}")
        if days > 0
        else translate("{days} days earlier than on {day}")
    )
    return form.format(days=abs(days), day=day_text(taken_on))


def _float_line(plan: Plan, current: Schedule, node: NodeId) -> str:
    item = plan.node(node)
    if (item.finished_on if isinstance(item, Activity) else item.reached_on) is not None:
        return ""
    if is_loose_end(current, node):
        return translate("float: none, it ends after the finish")
    if current.critical(node):
        return translate("critical: any delay moves the finish")
    days = current.float_days(node)
    if not days:
        return translate("float: less than a day")
    return translate("float: {span}").format(span=span_text(days))


def _day(plan: Plan, current: Schedule, node: NodeId) -> date:
    """The last day of an activity; the day a diamond stands on."""
    milestone = plan.milestones.get(MilestoneId(node))
    return current.finish_day(node) if milestone is None else current.shown_day(milestone.id)
