"""What the window shows before its plan is loaded: a pale picture of what it showed when it was closed."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QRect
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from planner.domain.errors import CannotWrite
from planner.files import new_file_beside
from planner.ui.theme import Theme

PICTURE = "window.png"
"""Beside what else Milepost keeps for itself: what the window showed when it was closed."""

STRENGTH = 0.55
"""How strongly the picture stands on the window's ground: it takes no clicks yet, and is seen not to."""

FORMAT, QUICK = b"PNG", 80
"""Read in 10 ms for a window of 1480 x 920; pressed harder it takes longer to write and as long to read."""

PLAN, LOOK = "Plan", "Look"
"""What is written into the picture: of which plan it is, and in which theme."""


class FirstFrame:
    """The picture in one file. It is only shown for its own plan, in the look and the size it was taken in.

    `file` need not exist; a picture that cannot be read or written is done without.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._picture = QImage()

    def load(self, plan: Path, theme: Theme) -> None:
        """Read the picture where it is one of this plan in this look."""
        reader = QImageReader(str(self._file))
        if reader.text(PLAN) == str(plan) and reader.text(LOOK) == theme.name:
            self._picture = reader.read()

    def forget(self) -> None:
        """Let go of the picture: what it stood for is there."""
        self._picture = QImage()

    def paint(self, painter: QPainter, area: QRect, ratio: float) -> None:
        """Paint the picture where it fits an area with so many pixels to a point, else nothing."""
        if self._picture.size() == area.size() * ratio:
            painter.setOpacity(STRENGTH)
            painter.drawImage(area, self._picture)

    def keep(self, window: QWidget, plan: Path, theme: Theme) -> None:
        """Take the picture of a window and write it, for its owner's eyes only, whole or not at all."""
        picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        picture.setText(PLAN, str(plan))
        picture.setText(LOOK, theme.name)
        self._write(picture)

    def discard(self) -> None:
        """Keep no picture: what the window shows will not be so when it comes back."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _write(self, picture: QImage) -> None:
        # Written to a file itself, Qt would not notice a disk that is full.
        made = QBuffer()
        writer = QImageWriter(made, FORMAT)
        writer.setQuality(QUICK)
        if not writer.write(picture):
            return
        with suppress(OSError, CannotWrite):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written = new_file_beside(self._file)
            try:
                written.write_bytes(made.data().data())
                written.replace(self._file)
            finally:
                written.unlink(missing_ok=True)
