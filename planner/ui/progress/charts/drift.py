"""How the finish has drifted, with the reason of each change beside it."""

from datetime import date

from planner.domain.drift import DriftPoint, finish_drift
from planner.domain.outlook import window_days
from planner.domain.wording import day_text, isolated, range_text, span_text
from planner.ui.fields.text import filled
from planner.ui.progress.chart import Chart, Moment, Table
from planner.ui.progress.plot import (
    Area,
    Dash,
    DateAxis,
    Entry,
    Line,
    Mark,
    Plot,
    Readout,
    Rule,
    Shape,
    Sign,
)
from planner.ui.progress.words import translate
from planner.ui.reasons import window_reason

MOST_LISTED = 8
"""So many points have their reason under the chart: the first, and the last ones; the table has them all."""


def drift_chart(moment: Moment) -> Chart:
    """Where each baseline had the finish, and where it is now."""
    points = finish_drift(moment.plan, moment.schedule, moment.today)
    window = window_days(moment.plan)
    return Chart(
        id="finish",
        title=translate("How the finish has moved"),
        sentence=" ".join(each for each in (_sentence(points), _place(moment, window)) if each),
        table=Table(
            columns=(translate("Day"), translate("Finish"), translate("Reason")),
            rows=tuple((each.day, each.finish, _reason(each)) for each in points),
        ),
        plot=_plot(moment, points, window) if points[0].day < points[-1].day else None,
        empty=translate(
            "Each baseline is a point here, with its reason: the plan as it was made, each catching up, and "
            "those you take yourself."
        ),
        reason=window_reason(moment.plan),
    )


def _sentence(points: tuple[DriftPoint, ...]) -> str:
    first, now = points[0], points[-1]
    if first.day >= now.day:
        return filled(translate("By today’s plan the finish is %1."), day_text(now.finish))
    days = (now.finish - first.finish).days
    if not days:
        words = translate("By today’s plan the finish is %1, the same day as on %2.")
        return filled(words, day_text(now.finish), day_text(first.day))
    words = (
        translate("By today’s plan the finish is %1, %2 later than on %3.")
        if days > 0
        else translate("By today’s plan the finish is %1, %2 earlier than on %3.")
    )
    return filled(words, day_text(now.finish), span_text(days), day_text(first.day))


def _place(moment: Moment, window: tuple[date, date] | None) -> str:
    """Where the finish lies against the source's window; empty without one."""
    months, finish = moment.plan.facts.window, moment.schedule.finish
    if window is None or months is None:
        return ""
    if finish < window[0]:
        words = translate("That is %2 before the window of %1 months begins.")
        span = span_text((window[0] - finish).days)
    elif finish <= window[1]:
        words = translate("It lies in the window of %1 months, %2 before its end.")
        span = span_text((window[1] - finish).days)
    else:
        words = translate("It lies %2 after the window of %1 months.")
        span = span_text((finish - window[1]).days)
    return filled(words, range_text(months.low, months.high), span)


def _reason(point: DriftPoint) -> str:
    return f"{point.reason} ({point.note})" if point.note else point.reason


def _plot(moment: Moment, points: tuple[DriftPoint, ...], window: tuple[date, date] | None) -> Plot:
    target = _target(moment)
    first, last = points[0].day, points[-1].day
    across = DateAxis.with_air(first, last, after=max((last - first).days // 12, 7))
    days = [each.finish for each in points]
    days += [] if window is None else window
    days += [] if target is None else [target]
    air = max((max(days) - min(days)).days // 10, 10)
    marks: list[Mark] = []
    legend: list[Entry] = []
    if window is not None:
        sides = (float(across.first.toordinal()), float(across.last.toordinal() + 1))
        begin, end = window[0].toordinal(), window[1].toordinal() + 1
        shade = Area(
            upper=tuple((x, end) for x in sides),
            lower=tuple((x, begin) for x in sides),
            role="window_shade",
            share=1.0,
        )
        edge = Rule(at=end, role="window_text", across=True)
        marks += [shade, edge]
        months = moment.plan.facts.window
        assert months is not None
        words = filled(translate("Window of %1 months"), range_text(months.low, months.high))
        legend.append(Entry(shade, words))
        legend.append(Entry(edge, filled(translate("Its end, %1"), day_text(window[1]))))
    if target is not None:
        rule = Rule(at=target.toordinal() + 1, role="text_muted", across=True, dash=Dash.DOTTED)
        marks.append(rule)
        legend.append(Entry(rule, filled(translate("Your target, %1"), day_text(target))))
    steps = Line(points=_steps(points), role="accent", width=2.2)
    marks.append(steps)
    legend.insert(0, Entry(steps, translate("Finish by the plan")))
    shown = _listed(points)
    marks += [
        Sign(
            x=points[each].day.toordinal() + 0.5,
            y=points[each].finish.toordinal() + 1,
            role="accent",
            shape=Shape.NUMBER if each in shown else Shape.DOT,
            text=str(each + 1) if each in shown else "",
        )
        for each in range(len(points))
    ]
    return Plot(
        x=across,
        y=DateAxis.with_air(min(days), max(days), before=air, after=air),
        marks=tuple(marks),
        legend=tuple(legend),
        listed=tuple(_line(each + 1, points[each]) for each in shown),
        readouts=tuple(
            Readout(each.day.toordinal() + 0.5, (day_text(each.day), _finish_words(each), _reason(each)))
            for each in points
        ),
    )


def _steps(points: tuple[DriftPoint, ...]) -> tuple[tuple[float, float], ...]:
    """The finish stays where a baseline had it until the next one."""
    found: list[tuple[float, float]] = []
    for each in points:
        x, y = each.day.toordinal() + 0.5, each.finish.toordinal() + 1.0
        if found:
            found.append((x, found[-1][1]))
        found.append((x, y))
    return tuple(found)


def _listed(points: tuple[DriftPoint, ...]) -> tuple[int, ...]:
    count = len(points)
    return tuple(range(count)) if count <= MOST_LISTED else (0, *range(count - MOST_LISTED + 1, count))


def _line(number: int, point: DriftPoint) -> str:
    return f"{number}  {_finish_words(point)} · {isolated(_reason(point))}"


def _finish_words(point: DriftPoint) -> str:
    words = translate("On %1: finish %2")
    return filled(words, day_text(point.day), day_text(point.finish))


def _target(moment: Moment) -> date | None:
    milestone = moment.schedule.finish_milestone
    return None if milestone is None else moment.plan.milestone(milestone).target
