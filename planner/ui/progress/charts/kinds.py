"""Estimate against actual: how long finished work took, by kind of work."""

from planner.domain.items import ActivityKind
from planner.domain.progress_figures.kinds_of_work import KindOfWork, kinds_of_work, together
from planner.domain.wording import effort_text
from planner.ui.fields.text import filled
from planner.ui.progress.chart import Chart, Moment, Table
from planner.ui.progress.plot import Bar, Entry, Fill, HoursAxis, Mark, NamesAxis, Plot, Readout
from planner.ui.progress.words import rounded_hours, said_hours, translate

NEAR = 0.05
"""As far from 1 a ratio still counts as just what was estimated."""


def kinds_chart(moment: Moment) -> Chart:
    """One row a kind of work."""
    kinds = kinds_of_work(moment.plan)
    return Chart(
        id="estimates",
        title=translate("Estimate and actual hours"),
        sentence=_sentence(kinds),
        table=Table(
            columns=(
                translate("Kind of work"),
                translate("Finished"),
                translate("Estimated, h"),
                translate("Studied, h"),
                translate("Times the estimate"),
            ),
            rows=tuple(
                (
                    kind_text(each.kind),
                    float(each.finished),
                    rounded_hours(each.estimated),
                    rounded_hours(each.actual),
                    round(each.ratio, 2),
                )
                for each in kinds
            ),
        ),
        plot=_plot(kinds) if kinds else None,
        empty=translate(
            "Once an activity with logged hours is finished, you see here how well estimates fit, "
            "for courses, projects and other kinds of work."
        ),
        reason=translate(
            "Only finished activities with logged hours count. Likely hours are the estimate. The forecast "
            "uses what this shows."
        ),
    )


def kind_text(kind: ActivityKind) -> str:
    """A kind of work as the name of a row."""
    return {
        ActivityKind.TOPIC: translate("Topics"),
        ActivityKind.COURSE: translate("Courses"),
        ActivityKind.PROJECT: translate("Projects"),
        ActivityKind.CERTIFICATION: translate("Certifications"),
        ActivityKind.REVIEW: translate("Reviews"),
        ActivityKind.JOB_SEARCH: translate("Job search"),
    }[kind]


def _sentence(kinds: tuple[KindOfWork, ...]) -> str:
    ratio = together(kinds)
    if ratio is None:
        return translate("No activity with logged hours is finished yet.")
    count = sum(each.finished for each in kinds)
    hours = (
        said_hours(sum(each.estimated for each in kinds)),
        said_hours(sum(each.actual for each in kinds)),
    )
    words = (
        translate("1 finished activity took %2 where %1 were estimated:")
        if count == 1
        else translate("%3 finished activities took %2 where %1 were estimated:")
    )
    return f"{filled(words, *hours, str(count))} {_verdict(ratio)}"


def _verdict(ratio: float) -> str:
    if abs(ratio - 1) < NEAR:
        return translate("just what was expected.")
    if ratio > 1:
        return filled(translate("%1 hours for each hour estimated."), f"{ratio:.1f}")
    return filled(translate("only %1 hours for each hour estimated."), f"{ratio:.1f}")


def _plot(kinds: tuple[KindOfWork, ...]) -> Plot:
    estimated = [_bar(row, each.estimated, planned=True) for row, each in enumerate(kinds)]
    studied = [_bar(row, each.actual, planned=False) for row, each in enumerate(kinds)]
    marks: tuple[Mark, ...] = (*estimated, *studied)
    return Plot(
        x=HoursAxis(max(max(each.estimated, each.actual) for each in kinds)),
        y=NamesAxis(
            tuple(kind_text(each.kind) for each in kinds), tuple(f"× {each.ratio:.2f}" for each in kinds)
        ),
        marks=marks,
        legend=(
            Entry(estimated[0], translate("Estimated hours")),
            Entry(studied[0], translate("Studied hours")),
        ),
        readouts=tuple(
            Readout(
                row,
                (
                    kind_text(each.kind),
                    filled(translate("Estimated: %1"), effort_text(each.estimated)),
                    filled(translate("Studied: %1"), effort_text(each.actual)),
                    filled(translate("%1 hours for each hour estimated"), f"{each.ratio:.2f}"),
                ),
            )
            for row, each in enumerate(kinds)
        ),
    )


def _bar(row: int, hours: float, *, planned: bool) -> Bar:
    return Bar(
        left=0,
        right=hours,
        bottom=row,
        top=row,
        role="text_muted" if planned else "load_logged",
        fill=Fill.OUTLINED if planned else Fill.SOLID,
        thick=17 if planned else 9,
    )
