"""The window itself: there at once, where it was left, and from then on around whatever plan is open."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from planner.ui.folders import forget_folder
from planner.ui.opening.first_frame import FirstFrame
from planner.ui.opening.place import Place
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController

PATIENCE_MS = 120
"""A window that nobody sees is never painted: what follows the first frame then comes without it."""


class Shell(QWidget):
    """Holds one plan's content at a time and keeps its place while another takes over.

    Before there is content it shows what it showed when it was last closed, which takes no clicks.
    """

    painted = Signal()
    """The first frame stands on the screen, or nobody looks; told once after `show_as_left`."""

    closed = Signal()
    """The window was closed, with its content where it had any."""

    def __init__(self, settings: Settings, theme_controller: ThemeController, picture: Path) -> None:
        super().__init__()
        self._theme_controller = theme_controller
        self._content: QMainWindow | None = None
        self._first_frame = FirstFrame(picture)
        self._awaited = False
        self._quit = QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        self.setWindowTitle("Milepost")
        self._place = Place(self, settings)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)

    def show_as_left(self, plan: Path) -> None:
        """Show the window before its plan is there."""
        self._first_frame.load(plan, self._theme_controller.theme)
        self._awaited = True
        self.show()
        QTimer.singleShot(PATIENCE_MS, self, self._tell_painted)

    def clear(self) -> None:
        """Take away the picture: what it stands for could not be opened."""
        self._first_frame.forget()
        self.update()

    def hold(self, content: QMainWindow) -> None:
        """Show a content, which is a child of this window, in place of the one so far."""
        previous, self._content = self._content, content
        forget_folder(self)
        self._quit.setEnabled(False)  # the content has its own
        content.windowTitleChanged.connect(lambda _title: self._take_title(content))
        self._take_title(content)
        if previous is not None:
            previous.hide()
        room = self.layout()
        assert room is not None
        room.addWidget(content)
        self._first_frame.forget()
        content.show()
        self.show()
        if (begun := content.focusWidget()) is not None:
            begun.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place and picture, and close the content, which keeps what is typed, unless that must stay."""
        self._place.keep()
        content = self._content
        if content is not None:
            self._keep_picture(content)
            if not content.close():
                event.ignore()
                return
        self._content = None
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._content is None:
            with QPainter(self) as painter:
                self._first_frame.paint(painter, self.rect(), self.devicePixelRatio())
            if self._awaited:
                # Once this frame has left for the screen.
                QTimer.singleShot(0, self, self._tell_painted)

    def _keep_picture(self, content: QMainWindow) -> None:
        """None of trouble: that would look as if it were there again, and may long be over."""
        from planner.ui.banner import Banner  # which a content has loaded

        if any(each.warns for each in content.findChildren(Banner)):
            self._first_frame.discard()
        else:
            self._first_frame.keep(self, Path(content.windowFilePath()), self._theme_controller.theme)

    def _tell_painted(self) -> None:
        if self._awaited:
            self._awaited = False
            self.painted.emit()

    def _take_title(self, content: QWidget) -> None:
        self.setWindowTitle(content.windowTitle())
        self.setWindowFilePath(content.windowFilePath())
