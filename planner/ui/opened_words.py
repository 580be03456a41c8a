"""What the window says of how a plan opened: why only to look at it, or that it was brought up to date."""

from PySide6.QtCore import QCoreApplication

from planner.storage.document import Document
from planner.ui.actions import ActionTable
from planner.ui.banner import Banner
from planner.ui.folders import open_folder


def tell_how_it_opened(document: Document, banner: Banner, actions: ActionTable) -> None:
    """Show a sentence that stays until it is put away, with a way on; nothing where it opened as ever."""
    if document.newer:
        words = _tr(
            "A newer Milepost wrote this plan. You can look at it here, and it stays as it is; to change it, "
            "use a newer version."
        )
        banner.offer(words, _tr("Look for versions…"), actions["settings"].trigger, stays=True)
    elif document.read_only:
        words = _tr("You can look at this plan but not change it: {reason}.")
        banner.offer(
            words.format(reason=document.read_only_reason),
            _tr("Save a copy…"),
            actions["save-copy"].trigger,
            stays=True,
        )
    elif (kept := document.as_it_was) is not None:
        words = _tr(
            "This plan of an older Milepost was brought up to date. As it was, it is kept in {folder}."
        )
        folder = kept.parent

        def show_folder() -> None:
            if problem := open_folder(folder):
                banner.inform(problem)

        banner.offer(words.format(folder=folder), _tr("Open the folder"), show_folder, stays=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Opened", text)
