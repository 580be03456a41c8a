"""The state of every milestone: its date, where its work lands, the forecast, and its checklist."""

from datetime import date

from planner.domain.progress_figures.milestone_states import MilestoneState, milestone_states, next_open
from planner.domain.wording import day_text, span_text, unturned
from planner.ui.fields.text import filled
from planner.ui.progress.chart import Chart, Moment, Table
from planner.ui.progress.plot import (
    Bar,
    Dash,
    DateAxis,
    Entry,
    Fill,
    Mark,
    NamesAxis,
    Plot,
    Readout,
    Rule,
    Shape,
    Sign,
)
from planner.ui.progress.words import translate

MOST_ROWS = 14
"""The chart shows so many milestones: the last one reached and the next ones. The table has them all."""

_BAND = 11.0


def milestones_chart(moment: Moment) -> Chart:
    """One row a milestone."""
    states = milestone_states(moment.plan, moment.schedule, moment.forecast)
    return Chart(
        id="milestones",
        title=translate("Milestones"),
        sentence=_sentence(states, moment.today),
        table=Table(
            columns=(
                translate("Milestone"),
                translate("Your target"),
                translate("Lands"),
                translate("P50 (5 in 10 by)"),
                translate("P90 (9 in 10 by)"),
                translate("Checklist"),
                translate("State"),
            ),
            rows=tuple(
                (
                    unturned(each.title),
                    each.target,
                    each.lands,
                    None if each.range is None else each.range.p50,
                    None if each.range is None else each.range.p90,
                    _count(each),
                    _state(each, moment.today),
                )
                for each in states
            ),
            items=tuple(each.id for each in states),
        ),
        plot=_plot(moment, _shown(states)) if states else None,
        empty=translate("Milestones you add stand here with their dates and checklists."),
        reason=translate(
            "A milestone lands when the work before it is done by the plan. In 5 of 10 tries of the forecast "
            "it lands by P50, in 9 of 10 by P90."
        ),
    )


def _sentence(states: tuple[MilestoneState, ...], today: date) -> str:
    if not states:
        return translate("The plan has no milestones yet.")
    reached = sum(each.reached_on is not None for each in states)
    if reached == len(states):
        return translate("Every milestone is reached.")
    words = (
        translate("%1 of %2 milestones are reached.") if reached else translate("%2 milestones lie ahead.")
    )
    said = [filled(words, str(reached), str(len(states))), _next(states, today)]
    if len(states) > MOST_ROWS:
        said.append(filled(translate("The table has all %1; here are the nearest."), str(len(states))))
    return " ".join(said)


def _next(states: tuple[MilestoneState, ...], today: date) -> str:
    """The first milestone to be reached; once its work is done, what is left is to prove it."""
    following = next_open(states)
    assert following is not None
    title, day = following.title, day_text(following.shown)
    passed = following.shown < today
    if following.range is not None and following.range.p90 <= today:
        words = translate("Next is “%1”: its work is done, and %2 of its checklist is ticked.")
        return filled(words, title, _count(following))
    opening = (
        translate("Next is “%1”: its planned day, %2, has passed, and catching up gives it a new one")
        if passed
        else translate("Next is “%1” on %2")
    )
    said = filled(opening, title, day)
    if following.range is None:
        return filled(translate("%1."), said)
    half, most = following.range.p50, following.range.p90
    if half == most:
        words = translate("%1. By the forecast it lands on %2.")
        return filled(words, said, day_text(half))
    words = translate("%1. By the forecast it lands by %2 in 5 of 10 tries, by %3 in 9 of 10.")
    return filled(words, said, day_text(half), day_text(most))


def _shown(states: tuple[MilestoneState, ...]) -> tuple[MilestoneState, ...]:
    open_at = next((at for at, each in enumerate(states) if each.reached_on is None), len(states))
    begin = max(min(open_at - 2, len(states) - MOST_ROWS), 0)
    return states[begin : begin + MOST_ROWS]


def _count(state: MilestoneState) -> str:
    return filled(translate("%1 of %2"), str(state.done), str(state.total)) if state.total else ""


def _state(state: MilestoneState, today: date) -> str:
    if state.reached_on is not None:
        return filled(translate("Reached on %1"), day_text(state.reached_on))
    if state.range is not None and state.range.p90 <= today:
        return translate("Its work is done; the checklist is open")
    if state.margin_days is not None and state.margin_days < 0:
        return filled(translate("Lands %1 after its target"), span_text(state.margin_days))
    if state.shown < today:
        return translate("Its date lies behind")
    if state.margin_days is None:
        return translate("Ahead")
    if state.margin_days:
        return filled(translate("%1 to spare"), span_text(state.margin_days))
    return translate("Lands on its target")


def _plot(moment: Moment, states: tuple[MilestoneState, ...]) -> Plot:
    marks: list[Mark] = []
    for row, each in enumerate(states):
        marks += _row_marks(row, each, moment.today)
    days = [day for each in states for day in _days(each)]
    first, last = min(*days, moment.today), max(*days, moment.today)
    air = max((last - first).days // 30, 5)
    marks.insert(0, Rule(at=moment.today.toordinal(), role="today", text=translate("Today"), dash=Dash.SOLID))
    return Plot(
        x=DateAxis.with_air(first, last, before=air, after=air),
        y=NamesAxis(tuple(unturned(each.title) for each in states), tuple(_after(each) for each in states)),
        marks=tuple(marks),
        legend=_legend(states),
        readouts=tuple(Readout(row, _lines(each, moment.today), each.id) for row, each in enumerate(states)),
    )


def _row_marks(row: int, state: MilestoneState, today: date) -> list[Mark]:
    if state.reached_on is not None:
        return [Sign(x=state.reached_on.toordinal() + 0.5, y=row, role="success", shape=Shape.DOT)]
    marks: list[Mark] = []
    if state.range is not None and state.range.p90 > today:
        marks += [
            _band(row, state.range.p10.toordinal(), state.range.p90.toordinal() + 1),
            Sign(x=state.range.p50.toordinal() + 0.5, y=row, role="accent", shape=Shape.STROKE),
        ]
    if state.lands is not None and state.lands != state.shown:
        marks.append(Sign(x=state.lands.toordinal() + 0.5, y=row, role="text", shape=Shape.HOLLOW))
    marks.append(Sign(x=state.shown.toordinal() + 0.5, y=row, role="text", shape=Shape.DIAMOND))
    return marks


def _band(row: int, left: float, right: float) -> Bar:
    return Bar(left=left, right=right, bottom=row, top=row, role="accent", fill=Fill.HATCHED, thick=_BAND)


def _legend(states: tuple[MilestoneState, ...]) -> tuple[Entry, ...]:
    """Only what is there."""
    found = [
        Entry(Sign(x=0, y=0, role="text", shape=Shape.DIAMOND), translate("By the plan, or your target"))
    ]
    if any(each.reached_on is None and each.lands not in (None, each.shown) for each in states):
        found.append(Entry(Sign(x=0, y=0, role="text", shape=Shape.HOLLOW), translate("Lands")))
    if any(each.range is not None for each in states):
        found.append(Entry(_band(0, 0, 1), translate("Forecast: 8 in 10 between (P10–P90)")))
        half = Sign(x=0, y=0, role="accent", shape=Shape.STROKE)
        found.append(Entry(half, translate("5 in 10 by (P50)")))
    if any(each.reached_on is not None for each in states):
        found.append(Entry(Sign(x=0, y=0, role="success", shape=Shape.DOT), translate("Reached")))
    return tuple(found)


def _days(state: MilestoneState) -> list[date]:
    days = [state.shown, state.lands, state.reached_on]
    if state.range is not None:
        days += [state.range.p10, state.range.p90]
    return [each for each in days if each is not None]


def _after(state: MilestoneState) -> str:
    count = f"{state.done} / {state.total}" if state.total else ""
    return f"{count} ✓".strip() if state.reached_on is not None else count


def _lines(state: MilestoneState, today: date) -> tuple[str, ...]:
    lines = [unturned(state.title), filled(translate("Date: %1"), day_text(state.shown))]
    if state.lands is not None and state.lands != state.shown:
        lines.append(filled(translate("Lands: %1"), day_text(state.lands)))
    if state.range is not None:
        words = translate("Forecast: 5 in 10 by %1, 9 in 10 by %2")
        lines.append(filled(words, day_text(state.range.p50), day_text(state.range.p90)))
    if state.total:
        lines.append(filled(translate("Checklist: %1"), _count(state)))
    return (*lines, _state(state, today), translate("A click shows it on the timeline."))
