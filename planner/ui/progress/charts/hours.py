"""Hours over time: the plan, what was studied, and the forecast's fan until the finish."""

from datetime import date

from planner.domain.progress_figures.burn_up import (
    BurnUp,
    Fan,
    Line,
    burn_up,
    hours_at,
    logged_by,
    report_days,
)
from planner.domain.wording import day_text, hours_text
from planner.ui.fields.text import filled
from planner.ui.progress.chart import Chart, Moment, Table
from planner.ui.progress.plot import (
    Area,
    Dash,
    DateAxis,
    Entry,
    HoursAxis,
    Mark,
    Plot,
    Readout,
    Rule,
    Shape,
    Sign,
)
from planner.ui.progress.plot import Line as Stroke
from planner.ui.progress.words import rounded_hours, said_hours, translate


def hours_chart(moment: Moment) -> Chart:
    """The burn-up of a plan."""
    found = burn_up(moment.plan, moment.schedule, moment.today, moment.forecast)
    days = report_days(moment.plan, found, moment.today)
    return Chart(
        id="hours",
        title=translate("Hours studied"),
        sentence=_sentence(moment, found),
        table=_table(found, days, moment.today),
        plot=_plot(moment, found, days) if found.total > 0 else None,
        empty=translate("Once the plan has activities, their hours stand here week by week."),
        reason=_reason(moment),
    )


def _sentence(moment: Moment, found: BurnUp) -> str:
    total, finish = said_hours(found.total), day_text(moment.schedule.finish)
    if not found.total:
        return translate("The plan has no hours yet.")
    if not found.studied and moment.today < moment.plan.facts.start:
        words = translate("Your plan has %1 of study, from %2 to %3.")
        return filled(words, total, day_text(moment.plan.facts.start), finish)
    if not found.studied:
        words = translate(
            "Nothing is logged yet. Your plan has %1 of study until %2; what you log appears here."
        )
        return filled(words, total, finish)
    if found.studied >= found.due:
        words = translate("You have studied %1; %2 were planned by today.")
    else:
        words = translate("You have studied %1 of %2 planned by today.")
    said = filled(words, said_hours(found.studied), said_hours(found.due))
    return " ".join((said, _ahead(moment, found)))


def _ahead(moment: Moment, found: BurnUp) -> str:
    if found.studied and found.fan is None:
        if moment.forecast is None or found.total > found.studied:
            return filled(translate("By the plan the path is done on %1."), day_text(moment.schedule.finish))
        return translate("All the work is done.")
    fan = found.fan
    assert fan is not None
    words = translate("At this pace the path is done by %1 in 5 of 10 tries, and by %2 in 9 of 10.")
    if moment.forecast is not None and not moment.forecast.pace.enough:
        words = translate(
            "By the roadmap’s ranges the path is done by %1 in 5 of 10 tries, and by %2 in 9 of 10."
        )
    return filled(words, day_text(fan.p50[-1].day), day_text(fan.p90[-1].day))


def _reason(moment: Moment) -> str:
    lines = [
        translate(
            "The plan’s line begins at the day up to which your plan is settled, with the hours logged until "
            "then, and rises by what your schedule asks for."
        ),
        translate(
            "Each hour you log lifts your own line. The fan goes on from there, with a line for the tries "
            "that finish about P10, P50, P80 and P90. It is told in the hours of study that the path takes "
            "where it is done by P50, and each line is as far along it as those tries are. Where activities "
            "take you longer than estimated, these hours are more than the plan’s."
        ),
    ]
    if moment.forecast is not None:
        lines.append(moment.forecast.pace.sentence)
    return "\n".join(lines)


def _table(found: BurnUp, days: tuple[date, ...], today: date) -> Table:
    fan = found.fan
    ahead = () if fan is None else (fan.p10, fan.p50, fan.p80, fan.p90)
    columns = [translate("By"), translate("Planned, hours"), translate("Studied, hours")]
    if ahead:
        columns += [translate("P10 (1 in 10), hours"), translate("P50 (5 in 10), hours")]
        columns += [translate("P80 (8 in 10), hours"), translate("P90 (9 in 10), hours")]
    return Table(
        columns=tuple(columns),
        first=sum(each < today for each in days),
        rows=tuple(
            (
                day,
                _planned_at(found, day),
                rounded_hours(logged_by(found.logged, day)),
                *(_forecast_at(each, day) for each in ahead),
            )
            for day in days
        ),
    )


def _planned_at(found: BurnUp, day: date) -> float | None:
    now = hours_at(found.planned, day)
    return rounded_hours(hours_at(found.asked_before, day) if now is None else now)


def _forecast_at(line: Line, day: date) -> float | None:
    """Before the fan nothing, after its line's end all the hours."""
    if day > line[-1].day:
        return rounded_hours(line[-1].hours)
    return rounded_hours(hours_at(line, day))


def _plot(moment: Moment, found: BurnUp, days: tuple[date, ...]) -> Plot:
    entries: list[Entry] = []
    marks: list[Mark] = []
    if found.fan is not None:
        entries += _fan_entries(found.fan)
        marks += [each.sample for each in entries]
        marks += _ends(found.fan)
    planned = Stroke(points=_points(found.planned), role="text_muted", dash=Dash.DASHED)
    marks.append(planned)
    last = found.planned[-1]
    marks.append(Sign(x=last.day.toordinal() + 1, y=last.hours, role="text_muted", shape=Shape.DIAMOND))
    entries.insert(0, Entry(planned, filled(translate("Plan, done on %1"), day_text(moment.schedule.finish))))
    if found.asked_before:
        before = Stroke(points=_points(found.asked_before), role="text_faint", width=1.1)
        marks.append(before)
        entries.insert(1, Entry(before, translate("Planned before catching up")))
    if found.logged:
        own = Stroke(points=_steps(found.logged), role="load_logged", width=2.8)
        marks.append(own)
        entries.insert(0, Entry(own, translate("Studied")))
    marks.append(
        Rule(at=moment.today.toordinal() + 1, role="today", text=translate("Today"), dash=Dash.SOLID)
    )
    return Plot(
        x=_axis(moment, found),
        y=HoursAxis(max(_most(found), found.planned[-1].hours, found.due)),
        marks=tuple(marks),
        legend=tuple(entries),
        readouts=tuple(_readout(found, day) for day in days),
    )


def _most(found: BurnUp) -> float:
    """The most hours of the fan, or without one what is studied and left."""
    return max(found.total, 0.0 if found.fan is None else found.fan.p50[-1].hours)


def _axis(moment: Moment, found: BurnUp) -> DateAxis:
    first = min(moment.plan.facts.start, moment.today, *(each.day for each in found.logged[:1]))
    last = max(found.planned[-1].day, moment.today)
    if found.fan is not None:
        last = max(last, found.fan.p90[-1].day)
    return DateAxis.with_air(first, last, after=max((last - first).days // 50, 1))


def _fan_entries(fan: Fan) -> list[Entry]:
    """Band first: what comes later is painted over it."""
    end = fan.p90[-1]
    upper = (*_points(fan.p10), *_points((fan.p50[-1], fan.p80[-1], end)))
    band = Area(upper=upper, lower=_points(fan.p90), role="accent", share=0.2)
    half = Stroke(points=_points(fan.p50), role="accent", dash=Dash.DASH_DOT, width=2.0)
    most = Stroke(points=_points(fan.p80), role="accent", dash=Dash.DOTTED)
    between = translate("P10–P90: 8 in 10 between %1 and %2")
    return [
        Entry(band, filled(between, day_text(fan.p10[-1].day), day_text(end.day))),
        Entry(half, filled(translate("P50: 5 in 10 by %1"), day_text(fan.p50[-1].day))),
        Entry(most, filled(translate("P80: 8 in 10 by %1"), day_text(fan.p80[-1].day))),
    ]


def _ends(fan: Fan) -> list[Mark]:
    """Where the lines end: on the days of the quantiles."""
    ends = (fan.p10, Shape.DOT), (fan.p50, Shape.STROKE), (fan.p80, Shape.SHORT_STROKE), (fan.p90, Shape.DOT)
    return [Sign(x=x, y=y, role="accent", shape=shape) for line, shape in ends for x, y in _points(line[-1:])]


def _points(line: Line) -> tuple[tuple[float, float], ...]:
    return tuple((each.day.toordinal() + 1.0, each.hours) for each in line)


def _steps(line: Line) -> tuple[tuple[float, float], ...]:
    """Hours rise on the day they are logged, and rest until the next."""
    found = list(_points(line[:1]))
    for each in line[1:]:
        found += [(float(each.day.toordinal()), found[-1][1]), (each.day.toordinal() + 1.0, each.hours)]
    return tuple(found)


def _readout(found: BurnUp, day: date) -> Readout:
    lines = [filled(translate("By %1"), day_text(day))]
    for words, hours in (
        (translate("Planned: %1"), _planned_at(found, day)),
        (translate("Studied: %1"), rounded_hours(logged_by(found.logged, day))),
        (translate("Forecast, 5 in 10: %1"), None if found.fan is None else _forecast_at(found.fan.p50, day)),
    ):
        if hours is not None:
            lines.append(filled(words, hours_text(hours)))
    return Readout(day.toordinal() + 1, tuple(lines))
