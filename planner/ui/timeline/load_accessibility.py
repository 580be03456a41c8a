"""The load strip for screen readers: its weeks' story, worked out when it is asked for."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAccessibleWidget

from planner.ui.timeline.load_strip import LoadStrip


class LoadInterface(QAccessibleWidget):
    """The strip as a chart with a description that is right after each edit."""

    def __init__(self, strip: LoadStrip) -> None:
        super().__init__(strip, QAccessible.Role.Chart, strip.accessibleName())
        self._strip = strip
        strip.chart.editor.changed.connect(lambda _changes: self._tell())

    def text(self, kind: QAccessible.Text) -> str:
        """Its name; this week's figures, the weeks that ask for too much, and what bars and line are."""
        if kind is QAccessible.Text.Description:
            return self._strip.story
        return str(super().text(kind))

    def _tell(self) -> None:
        if QAccessible.isActive() and self.isValid():
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._strip, QAccessible.Event.DescriptionChanged)
            )
