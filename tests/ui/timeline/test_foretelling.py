"""What a drag would make of the forecast: with each step in plans of some size, in larger ones at rest."""

from pytestqt.qtbot import QtBot

from planner.domain.forecast.forecast import DRAG_SAMPLES, SAMPLES, Forecast
from planner.domain.forecast.shapes import Shape
from planner.ui.editor import Editor
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.timeline.gestures.base import Proposal
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import middle_of, said
from tests.helpers.mouse import Mouse


def followed(page: TimelinePage, qtbot: QtBot) -> ForecastKeeper:
    """The keeper of a page, with its first forecast."""
    keeper = ForecastKeeper(page.view.editor, Shape.PERT, page)
    with qtbot.waitSignal(keeper.changed):
        page.view.follow_forecast(keeper)
    return keeper


def proposed(view: TimelineView) -> Forecast | None:
    """The forecast of what is proposed now."""
    return None if view.proposal is None else view.proposal.forecast


def test_each_step_has_its_forecast_and_the_rest_all_samples(
    page: TimelinePage, view: TimelineView, mouse: Mouse, qtbot: QtBot
) -> None:
    followed(page, qtbot)
    mouse.press(middle_of(view, "regression-course"))
    mouse.move_by(240)
    assert view.proposal is not None
    assert view.proposal.forecast is not None
    assert view.proposal.forecast.samples == DRAG_SAMPLES
    assert said(view)[-1].startswith("Finish P50 (5 in 10) ")
    with qtbot.waitSignal(view.foretold):
        pass
    assert view.proposal.forecast.samples == SAMPLES
    lines = said(view)
    mouse.move_by(1, steps=1)
    assert said(view) == lines, "the same day again is not worked out again"
    assert len([each for each in lines if "P50" in each]) == 1
    mouse.release()


def test_in_a_large_plan_it_follows_once_the_pointer_rests(long_page: TimelinePage, qtbot: QtBot) -> None:
    keeper, view = followed(long_page, qtbot), long_page.view
    first = next(each.id for each in view.marks())
    mouse = Mouse(view)
    mouse.press(middle_of(view, first))
    mouse.move_by(60)
    assert view.proposal is not None
    assert proposed(view) is None
    assert view.foreseen is keeper.forecast, "until then the plan's own is shown"
    with qtbot.waitSignal(view.foretold):
        pass
    assert proposed(view) is not None
    assert "P50" in said(view)[-1]
    mouse.release()


def test_without_a_forecast_a_proposal_stays_what_it_is(view: TimelineView, editor: Editor) -> None:
    proposal = Proposal(schedule=editor.schedule)
    view.propose(proposal)
    assert view.proposal is proposal
    assert view.forecast_lines() == ()
    view.propose(None)
