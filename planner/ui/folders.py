"""Folders: the one in which the learner is asked for a file, and showing one in the file manager."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from planner.paths import default_plan_folder

_LAST_FOLDER = "last-folder"
"""The property of the window that holds it until another plan is open in it."""


def begin_in(parent: QWidget | None) -> Path:
    """The folder to offer in a dialog of a widget. It exists, so that no part of it is taken for a name."""
    window = _plan_window(parent)
    last = "" if window is None else window.property(_LAST_FOLDER) or ""
    plan = "" if window is None else window.windowFilePath()
    wanted = [*([Path(last)] if last else []), *([Path(plan).parent] if plan else []), default_plan_folder()]
    return next((each for each in wanted if each.is_dir()), Path.home())


def remember_folder(parent: QWidget | None, folder: Path) -> None:
    """Offer a folder the next time."""
    window = _plan_window(parent)
    if window is not None:
        window.setProperty(_LAST_FOLDER, str(folder))


def forget_folder(window: QWidget) -> None:
    """Another plan is open in the window: its own folder is offered first."""
    window.setProperty(_LAST_FOLDER, None)


def open_folder(folder: Path, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> str:
    """Show a folder in the file manager, or the nearest one around it where there is none yet.

    Returns why it could not be shown, as a sentence; empty when it is.
    """
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
    if open_url(QUrl.fromLocalFile(str(there))):
        return ""
    words = QCoreApplication.translate("Folders", "No file manager could be opened. The folder is {folder}.")
    return words.format(folder=there)


def _plan_window(widget: QWidget | None) -> QWidget | None:
    """The window behind all dialogs that a widget stands in."""
    while widget is not None and widget.parentWidget() is not None:
        widget = widget.parentWidget()
    return widget
