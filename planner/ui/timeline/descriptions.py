"""A bar or diamond in one sentence, for screen readers: kind, name, dates, progress and lateness. Pure."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from planner.domain.evidence import ticked_without_evidence
from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, PhaseId
from planner.domain.loose_ends import is_loose_end
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share, phase_done_share
from planner.domain.schedule import Schedule
from planner.domain.wording import days_text, isolated, long_day_text, range_text, span_text
from planner.ui.forecasting.words import spoken_milestone
from planner.ui.timeline.forecast_bands import landing_of
from planner.ui.timeline.options import ViewOptions
from planner.ui.timeline.seen_words import seen_lines
from planner.ui.timeline.words import no_date, translate

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast


def describe(
    plan: Plan,
    schedule: Schedule,
    item_id: str,
    options: ViewOptions,
    today: date,
    forecast: "Forecast | None" = None,
) -> str:
    """The sentence for a phase, activity or milestone, with forecast, state, float and drift where shown.

    Raises `UnknownItem`.
    """
    if item_id in plan.phases:
        return _phase(plan, schedule, PhaseId(item_id))
    node = plan.node(ActivityId(item_id))
    if not isinstance(node, Activity):
        seen = seen_lines(plan, schedule, node.id, options, today)
        lands = landing_of(forecast, node) if options.forecast else None
        foretold = () if lands is None else (spoken_milestone(lands),)
        return ", ".join((_milestone(plan, schedule, node), *foretold, *seen))
    # What is critical is said of every activity.
    floats = options.float_bars and not schedule.critical(node.id)
    shown = replace(options, critical=False, float_bars=floats)
    seen = seen_lines(plan, schedule, node.id, shown, today)
    return ", ".join((_activity(plan, schedule, node), *seen))


def dates(plan: Plan, schedule: Schedule, item_id: str) -> str:
    """What an edit to its dates leads to, like “Core proven: target 4 May 2027, lands 2 May 2027”."""
    if item_id in plan.phases:
        phase, span = plan.phase(PhaseId(item_id)), schedule.phase_span(PhaseId(item_id))
        return "" if span is None else f"{isolated(phase.title)}: {_span(*span)}"
    node = plan.node(ActivityId(item_id))
    if isinstance(node, Activity):
        return f"{isolated(node.title)}: {_span(schedule.start_day(node.id), schedule.finish_day(node.id))}"
    return f"{isolated(node.title)}: {', '.join(_places(schedule, node))}"


def _phase(plan: Plan, schedule: Schedule, phase_id: PhaseId) -> str:
    phase, span = plan.phase(phase_id), schedule.phase_span(phase_id)
    named = phase.title.startswith("Phase")
    words = [phase.title if named else translate("Phase {title}").format(title=isolated(phase.title))]
    if span is not None:
        words.append(_span(*span))
    if phase.months is not None:
        months = range_text(phase.months.low, phase.months.high)
        words.append(translate("{months} months by its source").format(months=months))
    words.append(_percent(phase_done_share(plan, phase_id)))
    return ", ".join(words)


def _activity(plan: Plan, schedule: Schedule, activity: Activity) -> str:
    finished = activity.finished_on is not None
    pauses = (days_text(each.first, each.last) for each in activity.pauses)
    words = [
        translate("Activity {title}").format(title=isolated(activity.title)),
        translate(str(activity.kind)),
        _span(schedule.start_day(activity.id), schedule.finish_day(activity.id)),
        *(translate("paused {days}").format(days=days) for days in pauses),
        translate("finished") if finished else _percent(done_share(plan, activity)),
    ]
    if not finished and is_loose_end(schedule, activity.id):
        words.append(translate("ends after the finish"))
    elif schedule.critical(activity.id):
        words.append(translate("moves the finish if it slips"))
    return ", ".join(words)


def _milestone(plan: Plan, schedule: Schedule, milestone: Milestone) -> str:
    milestone_id = MilestoneId(milestone.id)
    count, margin = checklist_count(plan, milestone_id), schedule.margin_days(milestone_id)
    reached = milestone.reached_on is not None
    words = [
        translate("Milestone {title}").format(title=isolated(milestone.title)),
        *_places(schedule, milestone),
    ]
    words.append(translate("{done} of {total} done").format(done=count.done, total=count.total))
    if missing := ticked_without_evidence(plan, milestone_id):
        words.append(translate("{count} without evidence").format(count=missing))
    if margin is not None and margin < 0 and not reached:
        words.append(translate("{days} late").format(days=span_text(margin)))
    if milestone.holds:
        words.append(translate("holds what follows"))
    if milestone.fixed:
        words.append(translate("a fixed date"))
    return ", ".join(words)


def _span(first: date, last: date) -> str:
    return translate("{first} to {last}").format(first=long_day_text(first), last=long_day_text(last))


def _places(schedule: Schedule, milestone: Milestone) -> list[str]:
    """The day a milestone aims at, where it has one, and the day its work lands or it was reached."""
    lands, words = schedule.work_lands(milestone.id), []
    if milestone.target is not None:
        words.append(translate("target {day}").format(day=long_day_text(milestone.target)))
    if lands is not None:
        landing = translate("lands {day}") if milestone.reached_on is None else translate("reached {day}")
        words.append(landing.format(day=long_day_text(lands)))
    return words or [no_date()]


def _percent(share: float) -> str:
    return translate("{share} % done").format(share=round(share * 100))
