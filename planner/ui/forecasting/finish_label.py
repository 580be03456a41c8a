"""The finish's forecast in the line at the bottom: as much of it as there is room for, all in its tooltip."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from planner.domain.forecast.forecast import Forecast
from planner.ui.fields.tips import wrapped_tip
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.forecasting.words import finish_reason, status_forms
from planner.ui.timeline.forecast_bands import finish_open

AGAIN_MS = 120
"""After a drag the plan's own forecast is said again once it can be another: nothing flickers."""

REASON_MS = 300
"""What drives the finish takes longer than the days: it is worked out when nothing else is going on."""

ROOM_BESIDE = 18
"""Pixels of margins and spacing that go with the words."""


class FinishForecast(QLabel):
    """Says where the finish may land by the plan, or by what a drag in progress proposes."""

    changed = Signal()
    """It needs other room."""

    def __init__(self, keeper: ForecastKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._foretold: Forecast | None = None
        self._forms: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(8, 2, 8, 2)
        # The window may become narrower than its words are now: then it says fewer.
        self.setMinimumWidth(1)
        self._again, self._explaining = QTimer(self), QTimer(self)
        for timer, pause, then in (
            (self._again, AGAIN_MS, self._say),
            (self._explaining, REASON_MS, self._explain),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(then)
        keeper.changed.connect(self._on_changed)
        self._on_changed()

    def show_foretold(self, forecast: Forecast | None) -> None:
        """Say the forecast of what a drag in progress would lead to; with None again the plan's."""
        self._foretold = forecast
        if forecast is None:
            self._again.start()
        else:
            self._say()

    def fit(self, room: int) -> int:
        """Say as much as fits into so many pixels, nothing where that is too little; gives what it takes."""
        for words in self._forms:
            wide = self.fontMetrics().horizontalAdvance(words) + ROOM_BESIDE
            if wide <= room:
                self.setText(words)
                self.show()
                return wide
        self.hide()
        return 0

    def _on_changed(self) -> None:
        self._say()
        self._explaining.start()

    def _say(self) -> None:
        shown = self._foretold or self._keeper.forecast
        forms = status_forms(shown.finish) if shown is not None and finish_open(shown) else ()
        if forms != self._forms:
            self._forms = forms
            self.setAccessibleName(forms[0] if forms else "")
            self.changed.emit()

    def _explain(self) -> None:
        forecast, pace = self._keeper.forecast, self._keeper.pace
        if forecast is not None and pace is not None:
            reason = finish_reason(forecast, pace, forecast.drivers)
            self.setToolTip(wrapped_tip(reason))
            self.setAccessibleDescription(reason)
