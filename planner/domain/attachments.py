"""Small files kept in the plan as evidence: frozen, guarded, and never run or opened by Milepost.

A name comes from wherever the file came from. It is kept only if it is a plain name: nothing that could lead
out of the folder it is saved to, and nothing that a screen would show as another name than it is.
"""

from dataclasses import dataclass
from unicodedata import category

from planner.domain.guards import check
from planner.domain.items import AttachmentId

LARGEST_ATTACHMENT_BYTES = 1024 * 1024
"""Of one file: 1 MiB."""

LARGEST_TOGETHER_BYTES = 20 * 1024 * 1024
"""Of all files in a plan: 20 MiB, so that the plan stays quick to open, to copy and to back up."""

_LONGEST_NAME_BYTES = 200
"""In UTF-8: file systems take 255, and a copy may get an addition to its name."""

_SEPARATORS = frozenset("/\\:")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode's categories of what a name may not hold: controls, what turns or hides text, line ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A small file: its name, what sort of file it says it is (like “application/pdf”), its bytes."""

    id: AttachmentId
    name: str
    media_type: str
    data: bytes

    def __post_init__(self) -> None:
        check_file_name(self.name)
        check(
            len(self.media_type) <= 100 and self.media_type.isascii() and self.media_type.isprintable(),
            f"The kind of the file “{self.name}” cannot be read.",
        )
        check(
            len(self.data) <= LARGEST_ATTACHMENT_BYTES,
            f"“{self.name}” is larger than 1 MiB. Keep it elsewhere, and add a link to it.",
        )


def check_file_name(name: str) -> None:
    """Raise `InvalidValue` for a name that is not a plain one."""
    check(name.strip(" .") != "" and name == name.strip(), "A file needs a name.")
    check(
        not any(each in _SEPARATORS or category(each) in _UNSEEN for each in name),
        "A file’s name cannot hold slashes, colons or characters that do not show.",
    )
    check(len(name.encode()) <= _LONGEST_NAME_BYTES, "The name of the file is too long.")
