"""Where the window says what cannot be: the one place where the keeper meets those who tell of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.ui.editor import Editor
from planner.ui.impossible.in_status import ProblemSign
from planner.ui.impossible.keeper import ProblemKeeper

if TYPE_CHECKING:
    from planner.domain.what_if.what_if import WhatIf
    from planner.ui.inspector.inspector import Inspector
    from planner.ui.status import StatusLine


def show_problems(
    editor: Editor,
    status: "StatusLine",
    inspector: "Inspector",
    try_out: "Callable[[WhatIf], object]",
    catch_up: "Callable[[], object]",
    show_beside: "Callable[[str | None], object]",
    parent: QObject,
) -> ProblemKeeper:
    """Make the keeper and let the inspector and the status line follow it.

    `show_beside` shows an item's details at the side, with None those of the whole plan: there the problems
    stand.
    """
    keeper = ProblemKeeper(editor, parent)
    sign = ProblemSign(keeper, status)

    def show_what() -> None:
        show_beside(None)
        inspector.verticalScrollBar().setValue(0)

    sign.clicked.connect(show_what)
    status.show_sign(sign)
    inspector.follow_problems(keeper)
    keeper.arisen.connect(status.add)
    keeper.trying.connect(try_out)
    keeper.catch_up_asked.connect(catch_up)
    return keeper
