"""A small sign at the chart's edge for a selected row whose bar is out of sight: which way, and which day."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QToolButton

from planner.domain.items import ActivityId, PhaseId
from planner.domain.wording import day_text
from planner.ui.timeline.columns import span_of
from planner.ui.timeline.marks import box
from planner.ui.timeline.view import TimelineView
from planner.ui.timeline.words import translate

EDGE = 6
"""Pixels between the sign and the edge."""


class FarSign(QToolButton):
    """Stands on the current row; a click brings the bar into view."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setObjectName("far-sign")
        self.setProperty("role", "sign")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(translate("Show it on the timeline"))
        self.hide()
        # Once a turn, however often the chart was laid out in it.
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self.refresh)
        view.relaid.connect(self._turn.start)
        self.clicked.connect(self._reveal)

    def refresh(self) -> None:
        """Stand where the current row's bar would be seen, or go."""
        view, words = self._view, ""
        selected = view.selected
        mark = None if selected is None or view.low else view.laid_out.mark_of(selected)
        if mark is not None and selected is not None and view.gesture is None:
            left, _, right, _ = box(mark)
            before, after = right < 0, left > view.scale.width
            if before or after:
                words = self._words(selected, before=before)
            self.setText(words)
            self.setAccessibleName(words)
            self.setFont(view.look.small)
            self.adjustSize()
            x = EDGE if before else view.viewport().width() - self.width() - EDGE
            self.move(x, round(view.look.header_height + mark.y - self.height() / 2))
        self.setVisible(bool(words) and self.y() >= view.look.header_height)

    def _words(self, row: str, *, before: bool) -> str:
        """The day it ends where that is before what is in view, else the day it begins."""
        plan, current = self._view.editor.plan, self._view.editor.schedule
        found = plan.phases.get(PhaseId(row)) or plan.node(ActivityId(row))
        days = span_of(current, found)
        if days is None:
            return ""
        return f"← {day_text(days[1])}" if before else f"{day_text(days[0])} →"

    def _reveal(self) -> None:
        if self._view.selected is not None:
            self._view.reveal(self._view.selected)
