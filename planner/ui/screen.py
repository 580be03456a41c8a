"""Windows that fit their screen.

A widget is not asked for its `screen()`: PySide takes that for a part of the widget, and when Python frees
the widget it frees Qt's own screen with it. The next widget then ends the program.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME_WIDTH, FRAME_HEIGHT = 8, 36
"""What window frames usually add; their true size is known only once a window is shown."""


def screen_room(widget: QWidget) -> QRect:
    """Where windows may stand on the screen that a widget, or what it will be shown above, lies on."""
    shown = widget
    while not shown.isVisible() and (behind := shown.parentWidget()) is not None:
        shown = behind
    centre = shown.mapToGlobal(shown.rect().center())
    return (QGuiApplication.screenAt(centre) or QGuiApplication.primaryScreen()).availableGeometry()


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, or what its screen has room for besides the frame."""
    room = screen_room(window).size()
    window.resize(min(width, room.width() - FRAME_WIDTH), min(height, room.height() - FRAME_HEIGHT))
