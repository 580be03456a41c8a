"""The legend names what is shown, and nothing else."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.domain.frame import add_exception
from planner.domain.items import Baseline, BaselineId
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.legend import LegendEntry, Sample, legend_entries, legend_text
from planner.ui.timeline.legend_painting import legend_height, paint_legend
from planner.ui.timeline.options import PLAIN, ColourBy, ViewOptions
from planner.ui.timeline.style import TimelineStyle, style_of
from tests.helpers.networks import days_off
from tests.helpers.plans import START, small_plan


@pytest.fixture
def style(qapp: QApplication) -> TimelineStyle:
    return style_of(built_in_theme(dark=False), app_font())


def samples(options: ViewOptions) -> set[Sample]:
    return {each.sample for each in legend_entries(small_plan(), options)}


def test_phases_are_named_by_their_titles() -> None:
    plan = small_plan()

    texts = [each.text for each in legend_entries(plan, PLAIN)]

    assert texts[: len(plan.phases)] == [each.title for each in plan.ordered_phases]


def test_only_kinds_that_the_plan_has_are_named() -> None:
    plan = small_plan()
    kinds = {each.kind for each in plan.activities.values()}

    entries = legend_entries(plan, ViewOptions(colour_by=ColourBy.KIND))

    assert sum(each.sample is Sample.BAR for each in entries) == len(kinds)
    assert "Milestone" in legend_text(entries)


def test_every_state_is_named_with_its_sign() -> None:
    entries = legend_entries(small_plan(), ViewOptions(colour_by=ColourBy.STATE))

    bars = [each for each in entries if each.sample is Sample.BAR]
    assert [each.text for each in bars] == ["Done", "Under way", "Ready to start", "Waiting", "Late"]
    assert len({each.tint.sign for each in bars}) == 5


def test_lines_are_named_while_they_are_shown() -> None:
    assert samples(PLAIN) >= {Sample.RANGE, Sample.LINK_IN, Sample.LINK_OUT}
    assert not samples(ViewOptions(ranges=False, links=False)) & {Sample.RANGE, Sample.LINK_IN}
    assert samples(ViewOptions(critical=True, float_bars=True)) >= {Sample.CRITICAL, Sample.FLOAT}


def test_a_baseline_is_named_by_its_day() -> None:
    kept = Baseline(id=BaselineId("made"), taken_on=START, reason="As it was made", days=())
    plan = replace(small_plan(), baselines={kept.id: kept})

    assert "4 Jan 2027" in legend_text(legend_entries(plan, ViewOptions(baseline="made")))


def test_days_off_are_named_where_there_are_any() -> None:
    assert Sample.DAY_OFF not in samples(PLAIN)
    plan = add_exception(small_plan(), days_off(START, name="Feast"))
    assert "Days off" in legend_text(legend_entries(plan, PLAIN))


def test_on_paper_nothing_is_selected() -> None:
    entries = legend_entries(small_plan(), PLAIN, on_paper=True)

    assert not {each.sample for each in entries} & {Sample.LINK_IN, Sample.LINK_OUT}


def test_a_narrow_legend_takes_more_lines(style: TimelineStyle) -> None:
    entries = legend_entries(small_plan(), PLAIN)

    assert legend_height(entries, 200, style) > legend_height(entries, 2000, style) > 0
    assert legend_height((), 200, style) == 0


@pytest.mark.parametrize("sample", list(Sample))
def test_every_sample_is_drawn(style: TimelineStyle, sample: Sample) -> None:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_legend(painter, [LegendEntry(sample, "x")], 60, style)

    inside = {image.pixelColor(x, y).name() for x in range(26) for y in range(20)}
    assert len(inside) > 1
