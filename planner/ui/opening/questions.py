"""What is asked and said while a plan is being opened, over the window where there is one already."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from planner.domain.errors import FileError, NotAPlan, PlanDamaged, PlanLocked, PlanNotFound
from planner.files import can_be_named, is_there
from planner.storage.document import Document
from planner.ui.folders import begin_in


def open_or_ask(
    path: Path,
    parent: QWidget | None,
    open_plan: Callable[[Path], object],
    new_plan: Callable[[], object],
    mention: Callable[[str], object],
) -> Document | None:
    """Open a plan; where it is open elsewhere, damaged or gone, ask what to do; None where nothing is left.

    Another plan, or one that is there again, is opened by `open_plan`; `mention` says in the window what is
    worth knowing of that. Raises MilepostError where the plan
    cannot be opened and there is nothing to ask.
    """
    try:
        return Document.open(path)
    except PlanNotFound:
        if not _has_backups(path):
            raise
        goes_on, found = _find_plan(path, _tr("It is not in {folder}."), parent)
        if found is not None:
            open_plan(found)
        elif goes_on:
            new_plan()
        return None
    except PlanLocked as error:
        return _open_locked(path, error, parent)
    except (PlanDamaged, NotAPlan) as error:
        # A plan whose beginning is overwritten, or that is empty now, is no longer known for one.
        if not _has_backups(path):
            raise
        restored, kept = _restore_damaged(path, error, parent)
        if restored:
            open_plan(path)
        if kept is not None:
            words = _tr("The plan was restored from a backup. The damaged file is kept beside it as {name}.")
            mention(words.replace("{name}", kept.name))
        return None


def find_last_plan(path: Path, parent: QWidget | None) -> tuple[bool, Path | None]:
    """Ask about the plan that was open last and is not there now.

    Returns whether the person goes on, and with which plan; without one, with a new plan.
    """
    return _find_plan(path, _tr("You had it open last, in {folder}."), parent)


def which_plan(parent: QWidget | None) -> Path | None:
    """Ask which plan to open; None where none was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        _tr("Open a plan"),
        str(begin_in(parent)),
        _tr("Milepost plans (*.milepost);;All files (*)"),
    )
    return Path(chosen) if chosen else None


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say what did not work, where no window can say it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()
    box.deleteLater()


def _find_plan(path: Path, where: str, parent: QWidget | None) -> tuple[bool, Path | None]:
    """Ask until the plan is there or another is chosen; `where` says of its {folder} why it is asked for."""
    again, other, new = _tr("Try again"), _tr("Open another plan…"), _tr("New plan")
    restore = _tr("Restore from a backup…")
    ways = [again, other, restore, new] if _has_backups(path) else [again, other, new]
    while not is_there(path):
        text = _tr("{name} is not there.").replace("{name}", path.name)
        advice = _tr(
            "If that is on a USB stick or a network share, connect it and try again. If you moved the plan, "
            "open it where it is now."
        )
        more = f"{where} {advice}".replace("{folder}", str(path.parent))
        chosen = _ask(parent, text, more, ways, QMessageBox.Icon.Question)
        if chosen == other and (found := which_plan(parent)) is not None:
            return True, found
        if chosen == restore:
            _restore(path, parent)
        if chosen == new:
            return True, None
        if not chosen:
            return False, None
    return True, path


def _open_locked(path: Path, error: PlanLocked, parent: QWidget | None) -> Document | None:
    if error.runs:
        more = _tr(
            "You can look at it here without changing it, or close it there and try again. Take it over only "
            "if that Milepost no longer answers."
        )
    else:
        more = _tr(
            "Nobody can tell from here whether that Milepost still runs: it was on another computer, or its "
            "lock cannot be read. You can look at the plan without changing it, or take it over if you know "
            "that it is open nowhere else."
        )
    look, again, take = _tr("Look at it"), _tr("Try again"), _tr("Take it over")
    while True:
        chosen = _ask(parent, str(error), more, (look, again, take), QMessageBox.Icon.Question)
        if chosen == look:
            return Document.open(path, read_only=True)
        if chosen == take:
            return Document.open(path, break_lock=True)
        if not chosen:
            return None
        try:
            return Document.open(path)
        except PlanLocked as again_locked:
            error = again_locked


def _restore_damaged(path: Path, error: FileError, parent: QWidget | None) -> tuple[bool, Path | None]:
    """Offer the backups; returns whether one was restored, and where the damaged file is kept."""
    restore = _tr("Restore from a backup…")
    finding = error.finding if isinstance(error, PlanDamaged) else str(error)
    more = _tr("Milepost keeps backups of your plans. One of them can take its place; this file is kept.")
    while _ask(parent, finding, more, (restore,), QMessageBox.Icon.Warning) == restore:
        restored, kept = _restore(path, parent)
        if restored:
            return True, kept
    return False, None


def _has_backups(path: Path) -> bool:
    # Loaded when something is wrong.
    from planner.paths import backup_folder
    from planner.storage.backups.kept import list_backups

    return can_be_named(path) and bool(list_backups(path, None, backup_folder()))


def _restore(path: Path, parent: QWidget | None) -> tuple[bool, Path | None]:
    from planner.ui.backups.dialog import restore_from_backup

    return restore_from_backup(path, parent)


def _ask(parent: QWidget | None, text: str, more: str, ways: Sequence[str], icon: QMessageBox.Icon) -> str:
    """Ask with a button for each way on, the first one by Enter; the words of the one chosen, else none."""
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    roles = (QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.ActionRole)
    buttons = [box.addButton(words, roles[min(number, 1)]) for number, words in enumerate(ways)]
    box.setDefaultButton(buttons[0])
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    chosen = [words for words, button in zip(ways, buttons, strict=True) if button is box.clickedButton()]
    box.deleteLater()
    return chosen[0] if chosen else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Opening", text)
