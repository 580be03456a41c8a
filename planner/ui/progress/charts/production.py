"""The share of production skill that is done, with the source's reason why it counts."""

from planner.domain.progress_figures.production import Production, ProductionWork, production
from planner.domain.roadmap import RoadmapFact
from planner.domain.wording import effort_number, effort_text, unturned
from planner.exchange.roadmap_facts import shipped_facts
from planner.ui.fields.text import filled
from planner.ui.progress.chart import Chart, Moment, Table
from planner.ui.progress.plot import Bar, Entry, Fill, HoursAxis, Mark, NamesAxis, Plot, Readout
from planner.ui.progress.words import rounded_hours, said_hours, translate
from planner.ui.provenance import provenance_sentence

WHY = ("postings-production", "bootcamp-production")
"""The roadmap's facts that are the reason."""

MOST_ROWS = 14
"""More activities than the chart has room for are in the table alone."""


def production_chart(moment: Moment) -> Chart:
    """One row an activity that builds production skill."""
    found = production(moment.plan)
    return Chart(
        id="production",
        title=translate("Production skill"),
        sentence=_sentence(found),
        table=Table(
            columns=(
                translate("Activity"),
                translate("Done, hours"),
                translate("Of, hours"),
                translate("Done, %"),
            ),
            rows=tuple(
                (
                    unturned(each.title),
                    rounded_hours(each.done_hours),
                    rounded_hours(each.hours),
                    round(100 * each.done_hours / each.hours),
                )
                for each in found.works
            ),
            items=tuple(each.activity for each in found.works),
        ),
        plot=_plot(found.works[:MOST_ROWS]) if found.works else None,
        empty=translate("Nothing in this plan is marked as production work."),
        reason="\n".join(
            (
                translate(
                    "Done hours are likely hours times the progress of each activity that puts models into "
                    "production: steps where you tick them, else logged hours."
                ),
                *(
                    f"{_fact_words(each)} {provenance_sentence(each.provenance)} {each.reason}"
                    for each in _facts()
                ),
            )
        ),
    )


def _sentence(found: Production) -> str:
    why = " ".join(_fact_words(each) for each in _facts())
    if not found.works:
        return why
    words = translate("You have done %1 of %2 of production work: %3 %.")
    said = [
        filled(words, said_hours(found.done_hours), said_hours(found.hours), str(round(found.share * 100)))
    ]
    if found.to_prove:
        words = translate("Of the %2 checklist items that prove it, %1 are ticked.")
        said.append(filled(words, str(found.proven), str(found.to_prove)))
    return " ".join((*said, translate("Why it counts:"), why))


def _facts() -> tuple[RoadmapFact, ...]:
    return tuple(shipped_facts()[each] for each in WHY)


def _fact_words(fact: RoadmapFact) -> str:
    """A figure and what it counts, as one sentence."""
    sentence = f"{fact.figure} {fact.text[:1].lower()}{fact.text[1:]}"
    return sentence[:1].upper() + sentence[1:]


def _plot(works: tuple[ProductionWork, ...]) -> Plot:
    asked = [_bar(row, each.hours, planned=True) for row, each in enumerate(works)]
    done = [_bar(row, each.done_hours, planned=False) for row, each in enumerate(works)]
    marks: tuple[Mark, ...] = (*asked, *done)
    return Plot(
        x=HoursAxis(max(each.hours for each in works)),
        y=NamesAxis(
            tuple(unturned(each.title) for each in works),
            tuple(
                filled(translate("%1 %"), str(round(100 * each.done_hours / each.hours))) for each in works
            ),
        ),
        marks=marks,
        legend=(
            Entry(asked[0], translate("Likely hours")),
            Entry(_bar(0, 1, planned=False), translate("Done")),
        ),
        readouts=tuple(
            Readout(
                row,
                (
                    unturned(each.title),
                    filled(
                        translate("%1 of %2 done"), effort_number(each.done_hours), effort_text(each.hours)
                    ),
                    translate("A click shows it on the timeline."),
                ),
                each.activity,
            )
            for row, each in enumerate(works)
        ),
    )


def _bar(row: int, hours: float, *, planned: bool) -> Bar:
    return Bar(
        left=0,
        right=hours,
        bottom=row,
        top=row,
        role="text_muted" if planned else "phase_3",
        fill=Fill.OUTLINED if planned else Fill.SOLID,
        thick=17 if planned else 9,
    )
