"""Where the numbers come from: the figures a roadmap rests on, each with its origin and its reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.domain.roadmap import Roadmap, RoadmapFact
from planner.domain.wording import number_text, range_text
from planner.ui.fields.text import TextLabel, filled
from planner.ui.reasons import provenance_line
from planner.ui.screen import resize_within_screen

_FIGURE_WIDTH = 172


class FactsDialog(QDialog):
    """Lists a roadmap's figures: the facts it tells, its windows, its phases and its reference week."""

    def __init__(self, roadmap: Roadmap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Where the numbers come from"))
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(TextLabel(self.tr("Where the numbers come from"), "title", content))
        lead = self.tr(
            "No figure here is tuned to a date. What the source gives is kept as it stands, also where its "
            "own figures do not add up; what it leaves open is our suggestion, and yours to change."
        )
        column.addWidget(TextLabel(lead, parent=content))
        column.addWidget(TextLabel(roadmap.source, "muted", content))
        for heading, facts in (
            (self.tr("The path and the work it leads to"), roadmap.facts),
            (self.tr("How long the whole path usually takes"), self._windows(roadmap)),
            (self.tr("How long the source gives each phase"), self._phases(roadmap)),
            (self.tr("How months become hours"), (self._reference_week(roadmap),)),
        ):
            if facts:
                title = TextLabel(heading, "section", content)
                title.setContentsMargins(0, 10, 0, 0)
                column.addWidget(title)
                column.addLayout(_table(facts, content))
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        scroll.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(16, 10, 16, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        line = QFrame(self)
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        whole.addWidget(scroll, 1)
        whole.addWidget(line)
        whole.addWidget(buttons)
        resize_within_screen(self, 700, 640)
        # Arrows and Page Down read on at once; Enter and Escape close.
        scroll.setFocus()

    def _windows(self, roadmap: Roadmap) -> tuple[RoadmapFact, ...]:
        return tuple(
            RoadmapFact(
                id=each.id,
                figure=filled(self.tr("%1 months"), range_text(each.window.low, each.window.high)),
                text=each.title,
                provenance=each.window.provenance,
                reason=each.window.reason,
            )
            for each in roadmap.backgrounds
        )

    def _phases(self, roadmap: Roadmap) -> tuple[RoadmapFact, ...]:
        return tuple(
            RoadmapFact(
                id=each.id,
                figure=filled(self.tr("%1 months"), range_text(each.months.low, each.months.high)),
                text=each.title,
                provenance=each.months.provenance,
                reason=each.months.reason,
            )
            for each in roadmap.phases
            if each.months is not None
        )

    def _reference_week(self, roadmap: Roadmap) -> RoadmapFact:
        return RoadmapFact(
            id="reference-week",
            figure=filled(self.tr("%1 h a week"), number_text(roadmap.reference_week_hours)),
            text=self.tr("The reference week: how the source's months of study are read."),
            provenance=roadmap.reference_week_provenance,
            reason=roadmap.reference_week_reason,
        )


def _table(facts: tuple[RoadmapFact, ...], parent: QWidget) -> QGridLayout:
    """Figures to the left; what they count, and quietly below it their origin and reason, to the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(1)
    grid.setColumnMinimumWidth(0, _FIGURE_WIDTH)
    grid.setColumnStretch(1, 1)
    for number, fact in enumerate(facts):
        figure = TextLabel(fact.figure, "strong", parent)
        origin = TextLabel(provenance_line(fact.provenance, fact.reason), "muted", parent)
        origin.setContentsMargins(0, 0, 0, 9)
        grid.addWidget(figure, 2 * number, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextLabel(fact.text, parent=parent), 2 * number, 1)
        grid.addWidget(origin, 2 * number + 1, 1)
    return grid
