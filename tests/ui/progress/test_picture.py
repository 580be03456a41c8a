"""Pictures of charts, whatever stands in titles."""

import xml.etree.ElementTree as ET
from itertools import repeat

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from planner.domain.errors import MilepostError
from planner.domain.schedule import schedule
from planner.ui.progress.chart import Moment
from planner.ui.progress.charts.kinds import kinds_chart
from planner.ui.progress.charts.milestones import milestones_chart
from planner.ui.progress.picture import chart_png, chart_svg, wrapped
from tests.helpers.hostile import HOSTILE, spoiled
from tests.helpers.plans import START, small_plan


@pytest.mark.parametrize("name", HOSTILE)
def test_a_title_can_be_anything(qapp: QApplication, name: str) -> None:
    plan = spoiled(small_plan(), repeat(HOSTILE[name]))
    chart = milestones_chart(Moment(plan=plan, schedule=schedule(plan), today=START))
    names = {each.tag.rpartition("}")[2] for each in ET.fromstring(chart_svg(chart)).iter()}
    assert "text" in names
    assert "image" not in names
    assert QImage.fromData(chart_png(chart)).width() == 1920


def test_a_chart_without_anything_to_draw_makes_no_picture(qapp: QApplication) -> None:
    plan = small_plan()
    with pytest.raises(MilepostError, match="nothing to draw"):
        chart_png(kinds_chart(Moment(plan=plan, schedule=schedule(plan), today=START)))


def test_words_are_wrapped_and_what_is_too_long_is_cut(qapp: QApplication) -> None:
    font = QFont("Inter")
    font.setPixelSize(13)
    lines = wrapped(f"some words to wrap {'x' * 300} and more", font, 120)
    assert len(lines) > 2
    assert all(QFontMetricsF(font).horizontalAdvance(each) <= 121 for each in lines)
    assert any(each.endswith("…") for each in lines)
