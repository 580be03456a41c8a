"""Where to write a file: asks for a name, sees to its ending, and never lets a file be replaced unasked."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from planner.domain.wording import unturned
from planner.ui.folders import remember_folder

NO_OPTION = QFileDialog.Option(0)


def ask_where(
    parent: QWidget | None,
    title: str,
    offered: Path,
    kinds: Mapping[str, str],
    *,
    options: QFileDialog.Option = NO_OPTION,
) -> Path | None:
    """The file to write, None for none; `kinds` are the names of formats with their endings, like “.png”.

    A name with none of the endings gets that of the kind chosen. Where the whole name is another than the one
    the dialog asked about, and such a file is there, it is asked about too.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(offered), ";;".join(kinds), options=options)
    if not chosen:
        return None
    path = Path(chosen)
    whole = _whole_name(path, offered, kinds.get(kind, next(iter(kinds.values()))), tuple(kinds.values()))
    remember_folder(parent, whole.parent)
    if whole == path or not whole.exists() or options & QFileDialog.Option.DontConfirmOverwrite:
        return whole
    return whole if _may_replace(parent, whole) else None


def _whole_name(path: Path, offered: Path, ending: str, endings: tuple[str, ...]) -> Path:
    """The name with an ending: the name that was offered gets that of the kind chosen for it."""
    if path.name == offered.name:
        return path.with_suffix(ending)
    if path.name.lower().endswith(endings):
        return path
    return path.with_name(path.name + ending)


def _may_replace(parent: QWidget | None, path: Path) -> bool:
    question = QCoreApplication.translate("SaveDialog", "{name} is there already. Replace it?")
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("SaveDialog", "Replace the file?"))
    # A file's name is not markup, whatever stands in it.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question.format(name=unturned(path.name)))
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.No)
    answer = box.exec()
    box.deleteLater()
    return answer == QMessageBox.StandardButton.Yes
