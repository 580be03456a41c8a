"""A page of formatted text that ships with Milepost: it loads nothing and opens nothing by itself."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTextBrowser, QWidget


class PageText(QTextBrowser):
    """A `QTextBrowser` without pictures, whose links are only told of by `anchorClicked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of one clear pixel, whatever is asked for: given nothing, Qt would load it itself."""
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(QColor(0, 0, 0, 0))
        return nothing
