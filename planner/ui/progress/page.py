"""The progress page: where the path stands and where it is heading, as charts with plain sentences."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController

if TYPE_CHECKING:  # loaded with what is on the page, when it is first seen
    from planner.ui.forecasting.keeper import ForecastKeeper
    from planner.ui.progress.card import ChartCard

BESIDE = 860
"""From this width on, in pixels, there are two columns."""

ROOMY = 960
"""From this width on, in pixels, there is a broad margin on both sides."""


class ProgressPage(QWidget):
    """Shows the charts of the open plan. Nothing here changes it."""

    item_requested = Signal(str)
    """The id of an activity or a milestone that is to be shown on the timeline."""

    message = Signal(str)
    """One sentence for the status bar."""

    failed = Signal(str)
    """One sentence: what could not be written."""

    view_state_changed = Signal()
    """Another chart is shown as a table."""

    def __init__(self, editor: Editor, look: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = look
        self._forecasts: ForecastKeeper | None = None
        self._cards: list[ChartCard] = []
        self._as_tables: frozenset[str] = frozenset()
        # Made and filled when it is first seen: most plans open on the timeline.
        self._made = self._filled = False
        self._stale = True
        self.setAccessibleName(self.tr("Progress"))
        editor.changed.connect(self.on_changed)
        editor.today_changed.connect(self.on_changed)

    @property
    def cards(self) -> "list[ChartCard]":
        """The charts, in order."""
        self._make()
        return self._cards

    @property
    def area(self) -> QScrollArea:
        """What moves the charts."""
        self._make()
        return self._scroll

    def follow(self, forecasts: "ForecastKeeper") -> None:
        """Show what is forecast, from now on."""
        self._forecasts = forecasts
        forecasts.changed.connect(self.on_changed)
        self.on_changed()

    @property
    def view_state(self) -> dict[str, Any]:
        """Which charts are shown as tables."""
        return {"tables": sorted(self._as_tables)}

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Show what `view_state` gave; what makes no sense is left out."""
        tables = state.get("tables")
        if isinstance(tables, list):
            self._as_tables = frozenset(each for each in tables if isinstance(each, str))

    def on_changed(self, _changes: object = None) -> None:
        """Follow the plan; a page that is not on show waits until it is."""
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        if self._stale:
            self._refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        if self._filled:
            self._arrange(event.size().width())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard scroll the charts."""
        super().focusInEvent(event)
        self.area.setFocus(event.reason())

    def _make(self) -> None:
        if self._made:
            return
        self._made = True
        from planner.ui.fields.text import TextLabel
        from planner.ui.progress.card import ChartCard
        from planner.ui.progress.card_columns import CardColumns
        from planner.ui.progress.chart_files import ChartFiles
        from planner.ui.progress.charts.all_charts import CHARTS
        from planner.ui.progress.scroll import ChartScroll

        self._files = ChartFiles(self._editor, self)
        self._files.message.connect(self.message)
        self._files.failed.connect(self.failed)
        content = self._content = QWidget()
        self._head = TextLabel(self.tr("Progress"), "title", content)
        self._pace = TextLabel(role="muted", parent=content)
        self._whole = QVBoxLayout(content)
        self._whole.setSpacing(4)
        self._whole.addWidget(self._head)
        self._whole.addWidget(self._pace)
        self._whole.addSpacing(8)
        self._columns = CardColumns(self._whole)
        self._whole.addStretch(1)
        for _ in CHARTS:
            card = ChartCard(self._look, content)
            card.item_requested.connect(self.item_requested)
            card.save_requested.connect(self._files.save)
            card.switch.toggled.connect(self._keep_tables)
            self._cards.append(card)
        self._scroll = ChartScroll(self)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _refresh(self) -> None:
        from planner.ui.progress.chart import Moment
        from planner.ui.progress.charts.all_charts import CHARTS

        self._make()
        self._stale = False
        editor, forecasts = self._editor, self._forecasts
        moment = Moment(
            plan=editor.plan,
            schedule=editor.schedule,
            today=editor.today,
            forecast=None if forecasts is None else forecasts.forecast,
        )
        pace = None if forecasts is None else forecasts.pace
        self._pace.say("" if pace is None else pace.sentence)
        for make, card in zip(CHARTS, self._cards, strict=True):
            card.show_chart(make(moment))
        if not self._filled:
            self._filled = True
            self._arrange(self.width())
            wanted = self._as_tables
            for card in self._cards:
                card.switch.setChecked(card.chart is not None and card.chart.id in wanted)
        self._lay_out_at_once()

    def _keep_tables(self) -> None:
        shown = {each.chart.id for each in self._cards if each.chart is not None and each.switch.isChecked()}
        if shown != self._as_tables:
            self._as_tables = frozenset(shown)
            self.view_state_changed.emit()

    def _arrange(self, width: int) -> None:
        side = 24 if width >= ROOMY else 14
        self._whole.setContentsMargins(side, 18, side, 24)
        self._columns.arrange(self._cards, beside=width >= BESIDE)

    def _lay_out_at_once(self) -> None:
        """Without a frame in which words are cut off."""
        from planner.ui.week.laying_out import lay_out_at_once

        lay_out_at_once((*self._cards, self._content), self._content)
