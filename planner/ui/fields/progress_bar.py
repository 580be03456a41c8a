"""A bar of what is done, painted with everything else."""

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """Qt's own paints the window at once when its value changes.

    In the midst of an edit other parts of the window do not know of it yet: they would paint rows that the
    plan no longer has.
    """

    def setValue(self, value: int) -> None:
        """Show another value, with the next painting."""
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)
