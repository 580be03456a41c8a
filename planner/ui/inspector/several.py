"""Said at the top of the inspector while several rows are chosen: how many, and what can be done with all."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.inspector.banner import Banner
from planner.ui.inspector.page import MARGIN


class Several(QWidget):
    """Hidden while one row is chosen or none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = Banner(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        layout.addWidget(self.banner)
        self.hide()

    def show_chosen(self, count: int) -> None:
        """Say how many rows are chosen; the page below shows the last one."""
        self.banner.say(
            "info",
            self.tr("{count} rows chosen").format(count=f"{count:,}"),
            self.tr(
                "Drag one and all move. The Item menu has what else can be done with all of them. "
                "Below is the last one."
            ),
        )
        self.setVisible(count > 1)
