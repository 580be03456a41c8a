"""Boxes for hours and per cent: typed with a point or a comma, never changed by a passing wheel."""

import re

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from planner.domain.wording import effort_number, hours_text
from planner.ui.fields.text import filled

_FIGURE = re.compile(r"-?(\d+[.,]?\d{0,2}|[.,]\d{1,2})")
_ROUNDING = 1e-9


class HoursField(QDoubleSpinBox):
    """Hours, to the hundredth; takes “1.5” and “1,5”. Its signals come when typing is done.

    With `quarters` it is for hours of work, which are shown and typed to the quarter. A text that is no such
    figure stays as it was typed, with a `problem`, and the value stays what it was until the text fits.
    """

    typed = Signal()
    """There is another text in the box; `problem` and `hours` tell of it."""

    def __init__(
        self,
        name: str,
        *,
        most: float,
        step: float = 0.25,
        buttons: bool = True,
        quarters: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quarters = quarters
        self._kept: str | None = None
        self.setAccessibleName(name)
        self.setLocale(QLocale.c())
        self.setDecimals(2)
        self.setRange(0.0, most)
        self.setSingleStep(step)
        self.setSuffix(self.tr(" h"))
        self.setKeyboardTracking(False)
        # What the box itself writes is kept from this signal by Qt.
        self.lineEdit().textChanged.connect(lambda _text: self._on_typed())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter if buttons else Qt.AlignmentFlag.AlignLeft)
        if not buttons:
            self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

    @property
    def problem(self) -> str:
        """Why what is typed cannot be taken, as one sentence; empty when it can."""
        return "" if self._kept is None else self._problem_of(self._kept)

    @property
    def hours(self) -> float:
        """The hours in the box, also while they are being typed; those before where they cannot be taken."""
        return self.value() if self.problem else self.valueFromText(self.lineEdit().text())

    def setValue(self, value: float) -> None:
        """Take other hours in place of what was typed."""
        self._kept = None
        super().setValue(value)
        self.typed.emit()

    def put(self, value: float) -> None:
        """Show other hours in place of what was typed, without telling that the value is another."""
        kept = self._kept
        was = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(was)
        if kept is not None:
            self.typed.emit()

    def stepBy(self, steps: int) -> None:
        """Step from the last hours that fit."""
        if self._kept is not None:
            self.setValue(self.value())
        super().stepBy(steps)
        self.typed.emit()

    def show_value(self, value: float) -> None:
        """Show a value without telling of it; what is being typed is left alone."""
        if self.hasFocus() and self.lineEdit().isModified():
            return
        if self._kept is not None or abs(value - self.value()) > _ROUNDING:
            self.put(value)

    def textFromValue(self, value: float) -> str:
        """“1.5” and “4” rather than “1.50” and “4.00”; what cannot be taken as it was typed."""
        if self._kept is not None:
            return self._kept
        if self._quarters:
            return effort_number(value)
        text = f"{value:.{self.decimals()}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def valueFromText(self, text: str) -> float:
        """The hours typed, to the quarter where they are of work."""
        figure = self._read(text)
        value = self.value() if figure is None else figure
        return float(effort_number(value)) if self._quarters else value

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take a decimal comma for a point; refuse no key, so that nothing turns into another figure."""
        fits = not self._problem_of(text)
        return QValidator.State.Acceptable if fits else QValidator.State.Intermediate, text, position

    def _on_typed(self) -> None:
        text = self._bare(self.lineEdit().text())
        self._kept = text if self._problem_of(text) else None
        self.typed.emit()

    def _bare(self, text: str) -> str:
        return text.strip().removesuffix(self.suffix().strip()).strip()

    def _read(self, text: str) -> float | None:
        """The figure in a text; None where there is none to the hundredth."""
        bare = self._bare(text)
        return float(bare.replace(",", ".")) if _FIGURE.fullmatch(bare) else None

    def _problem_of(self, text: str) -> str:
        name, bare, figure = self.accessibleName(), self._bare(text), self._read(text)
        if not bare:
            return filled(self.tr("%1: type a number, like 2 or 2.5."), name)
        if figure is None:
            return filled(self.tr("%1: “%2” is no plain number. Type one like 2 or 2.5."), name, bare)
        if figure > self.maximum() + _ROUNDING:
            most = hours_text(self.maximum())
            return filled(self.tr("%1: %2 is too many, the most is %3."), name, bare, most)
        if figure < self.minimum() - _ROUNDING:
            least = hours_text(self.minimum())
            return filled(self.tr("%1: %2 is too few, the least is %3."), name, bare, least)
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text its place anew."""
        super().resizeEvent(event)
        self._place_text()

    def changeEvent(self, event: QEvent) -> None:
        """Give the text its place anew in another style."""
        super().changeEvent(event)
        self._place_text()

    def _place_text(self) -> None:
        # Without buttons Qt 6.11 computes a text of 1 pixel under a style sheet that places the buttons.
        if self.buttonSymbols() is QAbstractSpinBox.ButtonSymbols.NoButtons:
            self.lineEdit().setGeometry(self.rect().adjusted(8, 3, -6, -3))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page unless the box was chosen."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
