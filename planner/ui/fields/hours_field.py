"""Boxes for hours and per cent: typed with a point or a comma, never changed by a passing wheel."""

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from planner.domain.wording import effort_number


class HoursField(QDoubleSpinBox):
    """Hours, to the hundredth; takes “1.5” and “1,5”. Its signals come when typing is done.

    With `quarters` it is for hours of work, which are shown and typed to the quarter.
    """

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
        self.setAccessibleName(name)
        self.setLocale(QLocale.c())
        self.setDecimals(2)
        self.setRange(0.0, most)
        self.setSingleStep(step)
        self.setSuffix(self.tr(" h"))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter if buttons else Qt.AlignmentFlag.AlignLeft)
        if not buttons:
            self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

    def show_value(self, value: float) -> None:
        """Show a value without telling of it; what is being typed is left alone."""
        if self.hasFocus() and self.lineEdit().isModified():
            return
        if abs(value - self.value()) > 1e-9:
            was = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(was)

    def textFromValue(self, value: float) -> str:
        """“1.5” and “4” rather than “1.50” and “4.00”."""
        if self._quarters:
            return effort_number(value)
        text = f"{value:.{self.decimals()}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def valueFromText(self, text: str) -> float:
        """The hours typed, to the quarter where they are of work."""
        value = super().valueFromText(text)
        return float(effort_number(value)) if self._quarters else value

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take a decimal comma for a point."""
        return super().validate(text.replace(",", "."), position)

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
