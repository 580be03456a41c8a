"""Restore from backup: the backups of a plan, what differs in each, and one of them back.

Into the plan that is open it is one edit. For a plan that is damaged or gone, the backup takes its file's
place, and what was there is kept beside it.
"""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.differences import state_of
from planner.domain.errors import MilepostError
from planner.files import is_there
from planner.paths import backup_folder
from planner.storage.backups.kept import Backup, list_backups
from planner.storage.backups.restoring import put_in_place, save_as
from planner.storage.backups.words import NONE_YET, dated_ahead, short_made_text
from planner.ui.backups.reading import BackupReading, Found
from planner.ui.backups.restoring import restore_into
from planner.ui.backups.table import BackupTable
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.folders import begin_in, open_folder
from planner.ui.save_dialog import ask_where
from planner.ui.screen import resize_within_screen

WIDTH, HEIGHT = 860, 520


class RestoreDialog(QDialog):
    """Lists the backups of the plan at `plan`; with the `editor` of that plan it restores into it."""

    def __init__(self, plan: Path, parent: QWidget | None, *, editor: Editor | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._editor = editor
        self.kept: Path | None = None
        """Where a file is kept that a backup took the place of."""

        self._chosen_by_hand = False
        self._found: dict[int, Found] = {}
        plan_id = None if editor is None else editor.plan.facts.id
        self._backups = list_backups(plan, plan_id, backup_folder())
        now = None if editor is None else state_of(editor.schedule)
        self._reading = BackupReading(self._backups, now, self)
        self.setWindowTitle(self.tr("Restore from backup"))
        self.table = BackupTable(editor is not None, self)
        self.told = TextLabel(parent=self)
        self.problem = TextLabel(role="danger", parent=self)
        self.restore_button = QPushButton(self.tr("&Restore"), self)
        self.restore_button.setDefault(True)
        self.save_button = QPushButton(self.tr("&Save as a new plan…"), self)
        self.folder_button = QPushButton(self.tr("&Open the folder"), self)
        self._lay_out()
        self._connect()
        self.table.show_backups(self._backups)
        self.table.choose(0)
        self._chosen_by_hand = False
        self._show_chosen()
        self.table.setFocus()
        self._reading.begin()

    @property
    def chosen(self) -> Backup | None:
        """The backup to restore."""
        place = self.table.place
        return self._backups[place] if place >= 0 else None

    @property
    def looked_into(self) -> bool:
        """Whether it is known of every backup what is in it."""
        return len(self._found) == len(self._backups)

    def accept(self) -> None:
        """Restore the chosen backup; stays open where that was refused."""
        backup = self.chosen
        if backup is None or not self.restore_button.isEnabled():
            return
        try:
            if self._editor is None:
                self.kept = put_in_place(backup, self._plan, datetime.now(UTC))
            elif not restore_into(self._editor, backup):
                return
        except MilepostError as error:
            self.problem.say(str(error))
            return
        super().accept()

    def done(self, result: int) -> None:
        """Close; a screen reader would go on finding the rows of a closed list."""
        self._reading.cancel()
        self.table.blockSignals(True)
        self.table.clear()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.restore_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self.accept)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button in (self.save_button, self.folder_button, cancel):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addWidget(self.folder_button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Restore from backup"), "title", self))
        column.addWidget(TextLabel(self._about(), parent=self))
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addWidget(self.problem)
        column.addLayout(foot)
        resize_within_screen(self, WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.table.currentItemChanged.connect(lambda *_: self._on_chosen())
        self.table.itemActivated.connect(lambda *_: self.accept())
        self.save_button.clicked.connect(self._save)
        self.folder_button.clicked.connect(self._open_folder)
        self._reading.found.connect(self._on_found)

    def _about(self) -> str:
        if not self._backups:
            return NONE_YET
        if self._editor is not None:
            return self.tr(
                "Restoring is one step that Undo takes back; what is there now is kept as a backup, too."
            )
        if is_there(self._plan):
            words = self.tr("What is %1 now is kept beside it, as “%2 (replaced …)”.")
            return filled(words, self._plan.name, self._plan.stem)
        return filled(self.tr("%1 is not there any more. A backup brings it back."), self._plan.name)

    def _on_chosen(self) -> None:
        self._chosen_by_hand = True
        self._show_chosen()

    def _on_found(self, place: int, found: Found) -> None:
        self._found[place] = found
        self.table.tell(place, found)
        if not self._chosen_by_hand:
            self._choose_the_likely(place)
        self._show_chosen()

    def _choose_the_likely(self, newest_read: int) -> None:
        """The plan's own newest that is whole and not what is there already."""
        for place in range(newest_read + 1):
            found = self._found[place]
            if not found.problem and not found.same and self._backups[place].other is None:
                self.table.choose(place)
                self._chosen_by_hand = True
                return

    def _show_chosen(self) -> None:
        backup, found = self.chosen, self._found.get(self.table.place)
        self.problem.say("")
        self.told.say("" if backup is None else self._sentence(backup, found))
        whole = backup is not None and (found is None or not found.problem)
        self.save_button.setEnabled(whole)
        self.folder_button.setEnabled(bool(self._backups))
        editable = self._editor is None or not self._editor.read_only
        self.restore_button.setEnabled(whole and editable and not (found is not None and found.same))

    def _sentence(self, backup: Backup, found: Found | None) -> str:
        when = short_made_text(backup)
        if found is None:
            told = filled(self.tr("The backup of %1 is being looked into."), when)
        elif found.problem:
            told = filled(self.tr("The backup of %1 is damaged and cannot be restored."), when)
            if (older := self._next_whole()) is not None:
                more = self.tr("The next older one that is whole is that of %1.")
                told = f"{told} {filled(more, short_made_text(older))}"
        elif self._editor is None:
            told = filled(self.tr("%1 becomes what it was on %2: %3."), self._plan.name, when, found.words)
        elif found.same:
            told = filled(
                self.tr("The backup of %1 is what the plan is now: there is nothing to restore."), when
            )
        elif self._editor.read_only:
            words = self.tr("The plan is open for reading only: save the backup of %1 as a new plan.")
            told = filled(words, when)
        else:
            told = filled(self.tr("The plan becomes what it was on %1: %2."), when, found.words)
        if backup.other is not None:
            words = self.tr("It is a backup of another file with this plan: %1.")
            told += " " + filled(words, str(backup.other))
        if dated_ahead(backup, self._backups):
            told += " " + self.tr("The clock of this computer was set back after that.")
        return told

    def _next_whole(self) -> Backup | None:
        for place in range(self.table.place + 1, len(self._backups)):
            found = self._found.get(place)
            if found is not None and not found.problem and self._backups[place].other is None:
                return self._backups[place]
        return None

    def _save(self) -> None:
        backup = self.chosen
        if backup is None:
            return
        path = ask_where(
            self,
            self.tr("Save the backup as a new plan"),
            begin_in(self) / f"{self._plan.stem} of {backup.day.isoformat()}.milepost",
            {self.tr("Milepost plans (*.milepost)"): ".milepost"},
        )
        if path is None:
            return
        try:
            save_as(backup, path)
        except MilepostError as error:
            self.problem.say(str(error))
        else:
            self.problem.say("")
            self.told.say(filled(self.tr("Written: %1"), str(path)))

    def _open_folder(self) -> None:
        if self._backups:
            self.problem.say(open_folder(self._backups[max(self.table.place, 0)].path.parent))


def restore_from_backup(plan: Path, parent: QWidget | None) -> tuple[bool, Path | None]:
    """Let the learner restore a plan that cannot be opened.

    Returns whether it can be opened now, and where the file is kept that a backup took the place of.
    """
    dialog = RestoreDialog(plan, parent)
    restored = dialog.exec() == QDialog.DialogCode.Accepted
    kept = dialog.kept
    dialog.deleteLater()
    return restored, kept
