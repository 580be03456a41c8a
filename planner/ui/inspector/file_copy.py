"""Saving a file that the plan keeps. Milepost never opens one: it came from wherever it came from."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from planner.domain.attachments import Attachment
from planner.files import replace_file
from planner.ui.folders import begin_in
from planner.ui.save_dialog import ask_where


def save_file_of(attachment: Attachment, parent: QWidget) -> Path | None:
    """Ask where to, and write the file there; None when the learner does not say. Raises `MilepostError`."""
    ending = Path(attachment.name).suffix
    kinds = {parent.tr("All files (*)"): ending}
    path = ask_where(parent, parent.tr("Save a copy of the file"), begin_in(parent) / attachment.name, kinds)
    if path is not None:
        replace_file(path, attachment.data)
    return path
