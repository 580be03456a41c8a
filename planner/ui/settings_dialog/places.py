"""The part of the settings that tells where things are kept: paths that can be copied, folders that open."""

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from planner.paths import backup_folder, log_folder, settings_file
from planner.ui.fields.growing import grow_around
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.tips import wrapped_tip
from planner.ui.folders import open_folder
from planner.ui.theme_controller import ThemeController


class PlacesTable(QWidget):
    """One line a place: what lies there, where that is, and a button that opens the folder."""

    def __init__(self, plans: Path, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (words, path, folder) in enumerate(
            (
                (self.tr("This plan"), plans, plans),
                (self.tr("Copies of plans"), backup_folder(), backup_folder()),
                (self.tr("These settings"), settings_file(), settings_file().parent),
                (self.tr("What went wrong"), log_folder(), log_folder()),
            )
        ):
            self._add(grid, row, words, path)
            opening = IconButton(
                "folder-open", filled(self.tr("Open the folder: %1"), words), theme_controller, self
            )
            opening.clicked.connect(lambda _checked=False, folder=folder: self._open(folder))
            grid.addWidget(opening, row, 2)
        self.problem = TextLabel(role="danger", parent=self)
        grid.addWidget(self.problem, grid.rowCount(), 0, 1, 3)

    def _open(self, folder: Path) -> None:
        self.problem.say(open_folder(folder))
        grow_around(self.problem)

    def _add(self, grid: QGridLayout, row: int, words: str, path: Path) -> None:
        caption = TextLabel(words, "muted", self)
        caption.setWordWrap(False)
        caption.setSizePolicy(caption.sizePolicy().Policy.Preferred, caption.sizePolicy().Policy.Preferred)
        field = QLineEdit(str(path), self)
        field.setReadOnly(True)
        field.setCursorPosition(0)
        field.setAccessibleName(words)
        field.setToolTip(wrapped_tip(str(path)))
        caption.setBuddy(field)
        self.fields[words] = field
        grid.addWidget(caption, row, 0)
        grid.addWidget(field, row, 1)
