"""Hours by week: what was studied, in front of what was planned."""

from planner.domain.progress_figures.study_weeks import StudyWeek, study_weeks, usual_week
from planner.domain.wording import day_text, days_text, minutes_text
from planner.ui.fields.text import filled
from planner.ui.progress.chart import Chart, Moment, Table
from planner.ui.progress.plot import Bar, Entry, Fill, HoursAxis, Mark, Plot, Readout, WeeksAxis
from planner.ui.progress.words import rounded_hours, said_hours, short_day, translate

_WIDE, _NARROW = 0.38, 0.22


def weeks_chart(moment: Moment) -> Chart:
    """The last weeks and the next ones."""
    weeks = study_weeks(moment.plan, moment.schedule, moment.today)
    return Chart(
        id="weeks",
        title=translate("Hours by week"),
        sentence=_sentence(moment, weeks),
        table=Table(
            columns=(
                translate("Week"),
                translate("From"),
                translate("Planned, hours"),
                translate("Studied, hours"),
            ),
            rows=tuple(
                (_name(each), each.first_day, rounded_hours(each.planned), rounded_hours(each.logged))
                for each in weeks
            ),
            first=next((at for at, each in enumerate(weeks) if each.current), 0),
        ),
        plot=_plot(weeks) if any(each.planned or each.logged for each in weeks) else None,
        empty=translate("Once weeks of your plan have hours, each stands here beside what you studied."),
        reason=translate(
            "What a week asked for is kept when you review it or catch up; other weeks show what the plan "
            "asks for now. Only a week that is over can be short of hours."
        ),
    )


def _sentence(moment: Moment, weeks: tuple[StudyWeek, ...]) -> str:
    said = []
    usual = usual_week(weeks)
    if usual is not None:
        if usual.weeks == 1:
            words = translate("In the last week you studied %1 of %2 planned.")
        else:
            words = translate("In the last %3 weeks you studied %1 a week of %2 planned.")
        said.append(filled(words, said_hours(usual.logged), said_hours(usual.planned), str(usual.weeks)))
    now = next((each for each in weeks if each.current), None)
    if now is not None:
        words = translate("This week: %1 of %2 so far.")
        said.append(filled(words, said_hours(now.logged), said_hours(now.planned)))
    if not said and moment.today < moment.plan.facts.start:
        said.append(filled(translate("The first week begins on %1."), day_text(weeks[0].first_day)))
    return " ".join(said) or translate("No week of the plan is near.")


def _plot(weeks: tuple[StudyWeek, ...]) -> Plot:
    planned = [
        Bar(
            left=at - _WIDE,
            right=at + _WIDE,
            bottom=0,
            top=each.planned,
            role="text_muted",
            fill=Fill.OUTLINED,
        )
        for at, each in enumerate(weeks)
    ]
    studied = [
        Bar(left=at - _NARROW, right=at + _NARROW, bottom=0, top=each.logged, role="load_logged")
        for at, each in enumerate(weeks)
    ]
    marks: tuple[Mark, ...] = (*planned, *studied)
    return Plot(
        x=WeeksAxis(
            tuple(short_day(each.first_day) for each in weeks),
            next((at for at, each in enumerate(weeks) if each.current), None),
        ),
        y=HoursAxis(max(max(each.planned, each.logged) for each in weeks)),
        marks=marks,
        legend=(Entry(planned[0], translate("Planned")), Entry(studied[0], translate("Studied"))),
        readouts=tuple(Readout(at, _lines(each)) for at, each in enumerate(weeks)),
    )


def _name(week: StudyWeek) -> str:
    if week.current:
        return filled(translate("Week %1, this week"), str(week.number))
    return filled(translate("Week %1"), str(week.number))


def _lines(week: StudyWeek) -> tuple[str, ...]:
    return (
        f"{_name(week)} · {days_text(week.first_day, week.last_day)}",
        filled(translate("Planned: %1"), minutes_text(round(week.planned * 60))),
        filled(translate("Studied: %1"), minutes_text(round(week.logged * 60))),
    )
