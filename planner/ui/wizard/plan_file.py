"""Where a new plan's file goes: a name made from its title, and what may be wrong with a place."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication

SUFFIX = ".milepost"
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_STEM = 80


def file_for(title: str, folder: Path) -> Path:
    """A file of the title's name in a folder that is not there yet: a number is added where it is."""
    stem = _FORBIDDEN.sub(" ", title)
    stem = " ".join(stem.split())[:_LONGEST_STEM].strip(" .") or "My plan"
    path = folder / f"{stem}{SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path


def file_problem(path: Path) -> str:
    """Why a plan cannot be made there, as one sentence; empty when it can. Missing folders can be made."""
    if not path.is_absolute():
        return _tr("Say the whole way to the file, with its folder.")
    if path.suffix != SUFFIX:
        return _tr("The file's name ends with .milepost.")
    if path.exists():
        return _tr("There is a file of this name already, and it stays. Choose another name.")
    nearest = next(each for each in path.parents if each.exists())
    if not nearest.is_dir():
        return _tr("There is a file where the folder would be.")
    if not os.access(nearest, os.W_OK):
        return _tr("You may not write into this folder.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan_file", text)
