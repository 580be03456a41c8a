"""Where the small drawings of the style sheet lie: a style sheet takes them from files only."""

import os
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from planner.ui.style_sheet import write_marks
from planner.ui.theme import Theme


class MarksFolder:
    """A temporary folder: on the disk, or in memory where the disk is full.

    Milepost starts on a disk that takes nothing at all: without the drawings, if it has to.
    """

    def __init__(self) -> None:
        self._made = QTemporaryDir()

    def write(self, theme: Theme) -> Path:
        """Write the drawings of a theme; returns where they are, or would be.

        Qt keeps pictures of a style sheet by file name, so each look has a folder of its own.
        """
        for place in _places_in_memory():
            if self._written(theme):
                break
            self._made.remove()
            self._made = QTemporaryDir(str(place / "milepost-XXXXXX"))
        else:
            self._written(theme)
        return Path(self._made.path()) / theme.name

    def remove(self) -> None:
        """Remove the drawings; nothing may be painted any more."""
        self._made.remove()

    def _written(self, theme: Theme) -> bool:
        folder = Path(self._made.path()) / theme.name
        try:
            folder.mkdir(exist_ok=True)
            write_marks(theme, folder)
        except OSError:
            return False
        return True


def _places_in_memory() -> list[Path]:
    """Folders that a full disk does not fill, where the system has them."""
    named = (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm")
    return [Path(each) for each in named if each and Path(each).is_dir()]
