"""A page of formatted text that ships with Milepost: it loads nothing and opens nothing by itself."""

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from planner.ui.fields.page_tables import dress_tables


class PageText(QTextBrowser):
    """A `QTextBrowser` without pictures, whose links are only told of by `anchorClicked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    def show_text(self, markdown: str) -> None:
        """Show a text, its tables in the look of the page."""
        self.setMarkdown(markdown)
        self._dress_tables()

    def changeEvent(self, event: QEvent) -> None:
        """Tables have colours of their own, which follow when all turns dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress_tables()

    def _dress_tables(self) -> None:
        dress_tables(self.document(), self.palette().color(QPalette.ColorRole.Midlight))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of one clear pixel, whatever is asked for: given nothing, Qt would load it itself."""
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(QColor(0, 0, 0, 0))
        return nothing
