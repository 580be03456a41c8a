"""The pointer over the chart with no button held: cursor, dots, and what things say of themselves."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from planner.domain.items import ActivityId, DependencyId, MilestoneId, PhaseId
from planner.ui.forecasting.words import milestone_line
from planner.ui.timeline.chart import Chart
from planner.ui.timeline.days_off import days_off_lines
from planner.ui.timeline.figures import Figure, beside, figure_at, figure_lines
from planner.ui.timeline.forecast_bands import landing_of
from planner.ui.timeline.gestures.choice import drag_refusal
from planner.ui.timeline.hitting import Part
from planner.ui.timeline.link_words import lag_text, link_sentence
from planner.ui.timeline.marks import box
from planner.ui.timeline.rows import Row, RowKind
from planner.ui.timeline.seen_words import seen_lines
from planner.ui.timeline.tooltip import description, rich_text
from planner.ui.tips import show_tip

Shape = Qt.CursorShape

_SHAPES = {
    Part.BODY: Shape.OpenHandCursor,
    Part.LEFT_EDGE: Shape.SizeHorCursor,
    Part.RIGHT_EDGE: Shape.SizeHorCursor,
    Part.TAIL: Shape.SizeHorCursor,
    Part.START_DOT: Shape.CrossCursor,
    Part.END_DOT: Shape.CrossCursor,
}


def show_cursor(chart: Chart, at: QPointF) -> None:
    """Let the pointer show what could be dragged from where it is, or that a dependency can be clicked."""
    found = chart.hit(at)
    shape = Shape.ArrowCursor if found is None else _SHAPES.get(found.part, Shape.ArrowCursor)
    if found is not None and found.part in _SHAPES:
        plan = chart.editor.plan
        item = plan.phases.get(PhaseId(found.id)) or plan.node(ActivityId(found.id))
        ids = tuple(chart.selection) if found.id in chart.selection else ()
        if drag_refusal(chart, item, found.part, ids):
            shape = Shape.ArrowCursor
    if chart.link_under(at) is not None:
        shape = Shape.PointingHandCursor
    show_shape(chart, shape)


def show_shape(chart: Chart, shape: Qt.CursorShape) -> None:
    """Give the pointer a shape; to set the one it has costs time as well."""
    if chart.viewport().cursor().shape() is not shape:
        chart.viewport().setCursor(shape)


def show_tooltip(chart: Chart, event: QHelpEvent) -> None:
    """Tell what a bar, a diamond, a phase or a dependency is, else where the figure there comes from."""
    at = event.pos()
    found = chart.hit(QPointF(at))
    mark = None if found is None else chart.laid_out.mark_of(found.id)
    if mark is not None and found is not None and found.part is Part.ROW:
        mark = mark if beside(mark, at.x()) else None
    link = chart.link_under(QPointF(at))
    if mark is not None and link is None:
        row = chart.rows.rows[mark.row]
        plan, current = chart.editor.plan, chart.editor.schedule
        lines = description(plan, current, row)
        if row.kind is not RowKind.PHASE:
            lines += _forecast_lines(chart, row)
            lines += seen_lines(plan, current, ActivityId(row.id), chart.options, chart.editor.today)
        left, top, right, bottom = box(mark)
        area = QRectF(left, top + chart.look.header_height, right - left, bottom - top).toAlignedRect()
        around = area.adjusted(-8, -4, 8, 4).united(_near(at))
        show_tip(event.globalPos(), rich_text(lines), chart.viewport(), around)
        return
    lines = (
        _link_lines(chart, link)
        or _figure_lines(chart, at)
        or days_off_lines(chart.laid_out.days_off, at.x())
    )
    if not lines:
        QToolTip.hideText()
        return
    show_tip(event.globalPos(), rich_text(lines), chart.viewport(), _near(at))


def _forecast_lines(chart: Chart, row: Row) -> tuple[str, ...]:
    """Where a milestone may land, where that is shown."""
    milestone = chart.editor.plan.milestones.get(MilestoneId(row.id))
    if milestone is None or not chart.options.forecast:
        return ()
    lands = landing_of(chart.forecast, milestone)
    return () if lands is None else (milestone_line(lands),)


def _figure_lines(chart: Chart, at: QPoint) -> tuple[str, ...]:
    editor = chart.editor
    figure = figure_at(chart.laid_out, at.x(), at.y() - chart.look.header_height)
    if figure is None:
        return ()
    head, *reasons = figure_lines(editor.plan, editor.schedule, figure, editor.today) or ("",)
    if figure is Figure.FINISH and chart.forecast is not None and chart.options.forecast:
        reasons.insert(0, milestone_line(chart.forecast.finish))
    return tuple(filter(None, (head, *reasons)))


def _link_lines(chart: Chart, dependency: DependencyId | None) -> tuple[str, ...]:
    plan = chart.editor.plan
    found = None if dependency is None else plan.dependencies.get(dependency)
    if found is None:
        return ()
    return (link_sentence(plan, found.before, found.after, found.kind) + lag_text(found.lag_days),)


def _near(at: QPoint) -> QRect:
    """As far as the pointer may stray before what it was told goes away."""
    return QRect(at.x() - 12, at.y() - 8, 24, 16)
