"""Reads a small file that the learner wants to keep in the plan."""

import mimetypes
from pathlib import Path
from unicodedata import category

from planner.domain.attachments import LARGEST_ATTACHMENT_BYTES, Attachment, check_file_name
from planner.domain.errors import FileError, InvalidValue
from planner.domain.items import AttachmentId, new_id
from planner.files import reason_of

_LONGEST_STEM = 80
"""Characters kept of a name that is too long; at most 4 bytes each, with the ending within the limit."""

_LONGEST_ENDING = 12


class CannotRead(FileError):
    """The system gave no bytes for a file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"{path} could not be read: {reason}.")


def read_evidence_file(path: Path) -> Attachment:
    """The file as an attachment of its own id; the file itself is only read.

    Raises `CannotRead`, and `InvalidValue` where it is no file, empty or larger than 1 MiB.
    """
    try:
        if not path.is_file():
            raise InvalidValue(f"“{path.name}” is not a file.")
        with path.open("rb") as file:
            data = file.read(LARGEST_ATTACHMENT_BYTES + 1)
    except OSError as error:
        raise CannotRead(path, reason_of(error)) from error
    if not data:
        raise InvalidValue(f"“{path.name}” is empty.")
    name = plain_name(path.name)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Attachment(id=AttachmentId(new_id()), name=name, media_type=kind, data=data)


def plain_name(name: str) -> str:
    """A file's name with a line in place of each character that the plan keeps none of."""
    shown = "".join("_" if each in "/\\:" or category(each)[0] == "C" else each for each in name)
    shown = " ".join(shown.split()).strip()
    try:
        check_file_name(shown)
    except InvalidValue:
        stem, dot, ending = shown.rpartition(".")
        ending = ending[:_LONGEST_ENDING] if dot else ""
        shown = (stem or shown)[:_LONGEST_STEM].strip(" .") + dot + ending
    return shown if shown.strip(" ._") else "file"
