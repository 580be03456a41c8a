"""Why the figures of the whole plan are what they are: the same sentences wherever such a figure stands.

Single estimates explain themselves (`provenance.explained`); what is here is worked out from all of them.
Answers are plain text, one reason a line.
"""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from planner.domain.calendar import week_of
from planner.domain.items import Activity, Phase, Provenance
from planner.domain.loose_ends import loose_ends_sentence
from planner.domain.outlook import what_the_hours_mean, window_days
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week import WeekPlan
from planner.domain.wording import (
    day_text,
    effort_text,
    hours_text,
    minutes_text,
    number_text,
    range_text,
    span_text,
)
from planner.ui.fields.text import filled
from planner.ui.provenance import explained, provenance_sentence, provenance_word


def finish_reason(plan: Plan, schedule: Schedule) -> str:
    """What puts the finish where it is, what ends after it, and whose figures its months rest on."""
    milestone = schedule.finish_milestone
    if milestone is None:
        first = _tr("The last day of any activity: likely efforts, in their order, on your own study hours.")
    else:
        words = _tr("“%1” lands here: likely efforts, in their order, on your own study hours.")
        first = filled(words, plan.milestone(milestone).title)
    return _lines(first, loose_ends_sentence(schedule), what_the_hours_mean(plan, schedule).origin_sentence)


def window_reason(plan: Plan) -> str:
    """Whose window it is, why, and from which day to which it runs; empty for a plan without one."""
    window, days = plan.facts.window, window_days(plan)
    if window is None or days is None:
        return ""
    words = _tr("Counted from your start on %1, that is %2 to %3.")
    counted = filled(words, day_text(plan.facts.start), day_text(days[0]), day_text(days[1]))
    return _lines(explained(window), counted)


def buffer_reason(plan: Plan, schedule: Schedule) -> str:
    """From which day to which the buffer runs; empty for a plan without a window."""
    days = window_days(plan)
    if days is None:
        return ""
    if schedule.finish <= days[1]:
        words = _tr(
            "Worked out: from your finish on %1 to the window's end on %2. It is free time, never work."
        )
        return filled(words, day_text(schedule.finish), day_text(days[1]))
    words = _tr("Worked out: from the window's end on %1 to your finish on %2, %3 later.")
    span = span_text((schedule.finish - days[1]).days)
    return filled(words, day_text(days[1]), day_text(schedule.finish), span)


def outcome_reason(plan: Plan, schedule: Schedule) -> str:
    """Why the path ends where it does, and whose window it is measured against."""
    window = plan.facts.window
    if window is None:
        return finish_reason(plan, schedule)
    months = filled(_tr("%1 months:"), range_text(window.low, window.high))
    return f"{finish_reason(plan, schedule)}\n\n{months} {window_reason(plan)}"


def phase_reason(plan: Plan, phase: Phase) -> str:
    """What makes a phase's dates, and whose lengths they rest on: the source's months, or its activities'."""
    dates = _tr("Dates and months are worked out: the likely efforts in this phase, on your own study hours.")
    if phase.months is None:
        activities = [each for each in plan.items_within(phase.id) if isinstance(each, Activity)]
        return _lines(dates, *(effort_line(each) for each in activities))
    words = _tr("%1 months: %2 At %3 h a week the middle of it is the phase's likely length.")
    months = range_text(phase.months.low, phase.months.high)
    reason = " ".join(explained(phase.months).splitlines())
    return _lines(dates, filled(words, months, reason, number_text(plan.facts.reference_week_hours)))


def effort_reason(activity: Activity) -> str:
    """An activity's effort, whose figure it is, and why."""
    effort = activity.effort
    return _lines(effort_line(activity), effort.reason or provenance_sentence(effort.provenance))


def effort_line(activity: Activity) -> str:
    """Like “Classification · 21 h in all · the publisher”."""
    effort = activity.effort
    hours = effort_text(effort.likely)
    if effort.low != effort.high:
        hours = filled(_tr("%1 (%2 h)"), hours, range_text(round(effort.low), round(effort.high)))
    return filled(_tr("%1 · %2 in all · %3"), activity.title, hours, provenance_word(effort.provenance))


def week_hours_reason(plan: Plan, day: date) -> str:
    """What makes the hours of the week that holds a day, and what was logged of them."""
    first = week_of(day, plan.facts.week_start)
    last = first + timedelta(days=6)
    set_hours = plan.calendar.weekly_on(max(first, plan.facts.start))
    lines = [
        filled(
            _tr("Hours there are: your %1 a week, in force from %2."),
            hours_text(set_hours.total),
            day_text(set_hours.valid_from),
        )
    ]
    names = [each.name or _tr("days off") for each in plan.calendar.exceptions_between(first, last)]
    if names:
        lines.append(filled(_tr("Days that differ this week: %1."), ", ".join(dict.fromkeys(names))))
    if first < plan.facts.start <= last:
        lines.append(
            filled(_tr("The plan starts on %1; days before it do not count."), day_text(plan.facts.start))
        )
    lines.append(_tr("Hours logged: the minutes you ticked or typed on the week's days."))
    return _lines(*lines)


def week_reason(plan: Plan, week: WeekPlan) -> str:
    """What makes the figures over a week's days: its number, its hours, and what is still open."""
    number = _tr("Weeks are counted from the one your plan starts in to the one it finishes in.")
    words = _tr("Planned: %1, what your plan puts into this week. Its days have %2 of study.")
    asked = filled(words, minutes_text(week.asked_minutes), minutes_text(week.available_minutes))
    words = _tr("Still open: planned for weeks that are over, of work not finished, and not logged.")
    still_open = words if week.carried_text else ""
    return _lines(asked, week_hours_reason(plan, week.first_day), still_open, number)


def load_reason() -> str:
    """What the load strip's bars and line are."""
    return _lines(
        _tr("Planned: likely efforts, each activity taking its share of your hours while it runs."),
        _tr("Limit: the hours a week you set, days off taken out."),
        _tr("Logged: what you ticked or typed on the week page."),
    )


def roadmap_reason(plan: Plan) -> str:
    """Which roadmap the plan was made from, and the reading of a week that made hours of its months."""
    facts = plan.facts
    if not facts.roadmap:
        return _tr("This plan was not made from a roadmap. You chose the start.")
    words = _tr("Made from version %1 of the roadmap “%2”. You chose the start.")
    reading = filled(_tr("Its months are read as %1 h a week."), number_text(facts.reference_week_hours))
    return _lines(
        filled(words, str(facts.roadmap_version), facts.roadmap),
        f"{reading} {facts.reference_week_reason}".strip(),
    )


def goals_reason(sentence: str) -> str:
    """Where the goals and minutes of a week come from; `sentence` says whose figures the minutes rest on."""
    return _lines(
        _tr("Goals are what your plan's dates put into this week: what ends first, then what it proves."),
        sentence,
        _tr("Hold the pointer over a session to see its activity's own reason."),
    )


def feeds_reason() -> str:
    """What stands behind the weeks, and what is to spare, of a milestone that a week feeds."""
    return _lines(
        _tr("Days are where each milestone stands: on your target, or where its work lands by the plan."),
        _tr(
            "To spare: with a target, the margin from landing to it; without one, the float of this week's "
            "work, which is how far it can slip before the finish moves."
        ),
        _tr("Done: checklist items you ticked."),
    )


def provenance_line(provenance: Provenance, reason: str) -> str:
    """Whose figure it is and why, on one line: “Our suggestion. Enough for interview exercises.”

    A reason that begins with whose it is stands alone.
    """
    word = provenance_word(provenance)
    if reason.casefold().startswith(word.casefold()):
        return reason
    return f"{word[:1].upper()}{word[1:]}. {reason}".strip()


def _lines(*lines: str) -> str:
    return "\n".join(each for each in lines if each)


def _tr(text: str) -> str:
    return QCoreApplication.translate("reasons", text)
