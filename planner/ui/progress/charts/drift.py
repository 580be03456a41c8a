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
    compared = len(points) > 1
    return Chart(
        id="finish",
        title=translate("How the finish has moved"),
        sentence=" ".join(each for each in (_sentence(points), _place(moment, window)) if each),
        table=Table(
            columns=(
                translate("Day"),
                translate("Finish before"),
                translate("Finish"),
                translate("What happened"),
            ),
            # The plan as it is now alone is no drift, and the sentence says it.
            rows=tuple((each.day, each.before, each.finish, _reason(each)) for each in points if compared),
        ),
        plot=_plot(moment, points, window) if compared else None,
        empty=translate(
            "With a baseline to compare with, this shows what moves the finish. One is kept when a plan is "
            "made and at each catching up, and you can take your own."
        ),
        reason=window_reason(moment.plan),
    )


def _sentence(points: tuple[DriftPoint, ...]) -> str:
    first, now = points[0], points[-1]
    days = (now.finish - (first.before or first.finish)).days
    if first.day >= now.day:
        words = (
            translate("By today’s plan the finish is %1, %2 later than before today’s changes.")
            if days > 0
            else translate("By today’s plan the finish is %1, %2 earlier than before today’s changes.")
            if days
            else translate("By today’s plan the finish is %1.")
        )
        return filled(words, day_text(now.finish), span_text(days))
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
    beside = max((last - first).days // 12, 7)
    across = DateAxis.with_air(first, last, before=0 if first < last else beside, after=beside)
    days = [day for each in points for day in (each.before, each.finish) if day is not None]
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
    marks += _signs(points, shown, nearest=air)
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
    """The finish stays where it was until the day on which something moved it."""
    found: list[tuple[float, float]] = []
    for each in points:
        x, y = each.day.toordinal() + 0.5, each.finish.toordinal() + 1.0
        if found:
            found.append((x, found[-1][1]))
        if each.before is not None:
            found.append((x, each.before.toordinal() + 1.0))
        found.append((x, y))
    return tuple(found)


def _signs(points: tuple[DriftPoint, ...], shown: tuple[int, ...], nearest: int) -> list[Sign]:
    """A sign for each place; points of one day with finishes nearer than so many days share one: “1–3”."""
    places: list[list[int]] = []
    for number, each in enumerate(points):
        last = points[places[-1][-1]] if places else None
        near = last is not None and each.day == last.day and abs((each.finish - last.finish).days) < nearest
        if near:
            places[-1].append(number)
        else:
            places.append([number])
    signs = []
    for numbers in places:
        place = points[numbers[-1]]
        named = [each + 1 for each in numbers if each in shown]
        signs.append(
            Sign(
                x=place.day.toordinal() + 0.5,
                y=place.finish.toordinal() + 1,
                role="accent",
                shape=Shape.NUMBER if named else Shape.DOT,
                text=_numbers(named),
            )
        )
    return signs


def _numbers(named: list[int]) -> str:
    """Like “2”, “1–3” or “1, 3”."""
    if len(named) > 1 and named[-1] - named[0] == len(named) - 1:
        return f"{named[0]}–{named[-1]}"
    return ", ".join(map(str, named))


def _listed(points: tuple[DriftPoint, ...]) -> tuple[int, ...]:
    count = len(points)
    return tuple(range(count)) if count <= MOST_LISTED else (0, *range(count - MOST_LISTED + 1, count))


def _line(number: int, point: DriftPoint) -> str:
    # The day is said once: beside two finishes there is little room.
    reason = _reason(point).replace(f" to {day_text(point.day)}", "", 1)
    return f"{number}  {_finish_words(point)} · {isolated(reason)}"


def _finish_words(point: DriftPoint) -> str:
    if point.before is None or point.before == point.finish:
        return filled(translate("On %1: finish %2"), day_text(point.day), day_text(point.finish))
    words = translate("On %1: %2 → %3")
    return filled(words, day_text(point.day), day_text(point.before), day_text(point.finish))


def _target(moment: Moment) -> date | None:
    milestone = moment.schedule.finish_milestone
    return None if milestone is None else moment.plan.milestone(milestone).target
