"""Where a new plan's file goes: a name made from its title, and what may be wrong with a place."""

import os
import re
from pathlib import Path
from unicodedata import category

from PySide6.QtCore import QCoreApplication

from planner.files import is_there

SUFFIX = ".milepost"
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_STEM, _LONGEST_STEM_BYTES = 80, 180
_LONGEST_NAME_BYTES = 220
"""File systems take 255; the lock and unfinished files beside the plan have longer names."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Windows takes these for devices, whatever comes behind a dot."""


def file_for(title: str, folder: Path) -> Path:
    """A file of the title's name in a folder that is not there yet: a number is added where it is."""
    # Neither controls nor what turns or hides a part of the name.
    shown = "".join(" " if category(sign)[0] == "C" else sign for sign in title)
    stem = " ".join(_FORBIDDEN.sub(" ", shown).split())[:_LONGEST_STEM]
    stem = stem.encode()[:_LONGEST_STEM_BYTES].decode(errors="ignore").strip(" .") or "My plan"
    if _DEVICES.fullmatch(stem):
        stem = f"{stem} plan" if "." not in stem else f"Plan {stem}"
    path = folder / f"{stem}{SUFFIX}"
    number = 2
    while is_there(path):
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path


def file_problem(path: Path) -> str:
    """Why a plan cannot be made there, as one sentence; empty when it can. Missing folders can be made."""
    if not path.is_absolute():
        return _tr("Say the whole way to the file, with its folder.")
    if path.suffix != SUFFIX:
        return _tr("The file's name ends with .milepost.")
    if len(os.fsencode(path.name)) > _LONGEST_NAME_BYTES:
        return _tr("The name of the file is too long.")
    if is_there(path):
        return _tr("There is a file of this name already, and it stays. Choose another name.")
    nearest = next(each for each in path.parents if is_there(each))
    if not nearest.is_dir():
        return _tr("There is a file where the folder would be.")
    if not os.access(nearest, os.W_OK):
        return _tr("You may not write into this folder.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan_file", text)
