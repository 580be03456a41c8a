"""Windows that fit their screen."""

from PySide6.QtWidgets import QWidget

FRAME_WIDTH, FRAME_HEIGHT = 8, 36
"""What window frames usually add; their true size is known only once a window is shown."""


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, or what its screen has room for besides the frame."""
    room = window.screen().availableGeometry().size()
    window.resize(min(width, room.width() - FRAME_WIDTH), min(height, room.height() - FRAME_HEIGHT))
