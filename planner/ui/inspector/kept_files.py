"""Small files kept as evidence, while they are chosen: those there already and those just added."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.attachments import Attachment
from planner.domain.checklist_facts import Evidence
from planner.domain.errors import MilepostError
from planner.exchange.evidence_file import read_evidence_file
from planner.ui.fields.clearing import clear
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.folders import begin_in, remember_folder
from planner.ui.inspector.evidence_words import size_text
from planner.ui.theme_controller import ThemeController


class KeptFiles(QWidget):
    """A button to choose a file, and a line for each; `choose` asks for paths, by Qt's own dialog."""

    changed = Signal()

    def __init__(
        self,
        kept: dict[Evidence, Attachment],
        theme_controller: ThemeController,
        parent: QWidget,
        choose: Callable[[QWidget], list[Path]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._kept = dict(kept)
        self._new: list[Attachment] = []
        self._choose = choose or _chosen_paths
        self.add = QPushButton(self.tr("Choose a file…"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._ask)
        self._problem = TextLabel(role="danger", parent=self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._rows)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.add)
        line.addWidget(TextLabel(self.tr("or drop it here; at most 1 MiB"), "muted", self), 1)
        layout.addLayout(line)
        layout.addWidget(self._problem)
        self._fill()

    @property
    def kept(self) -> tuple[Evidence, ...]:
        """The evidence whose files were there before and stay."""
        return tuple(self._kept)

    @property
    def new(self) -> tuple[Attachment, ...]:
        """The files just added."""
        return tuple(self._new)

    @property
    def problem(self) -> str:
        """Why the last file was not taken; empty when it was."""
        return self._problem.words

    def take(self, path: Path) -> None:
        """Add a file, or say why not."""
        try:
            self._new.append(read_evidence_file(path))
        except MilepostError as error:
            self._problem.say(str(error))
        else:
            self._problem.say("")
            self._fill()
            self.changed.emit()

    def _ask(self) -> None:
        for path in self._choose(self):
            self.take(path)

    def _drop(self, file: Evidence | Attachment) -> None:
        if isinstance(file, Evidence):
            del self._kept[file]
        else:
            self._new.remove(file)
        self._fill()
        self.changed.emit()
        self.add.setFocus()

    def _fill(self) -> None:
        clear(self._rows)
        files: list[tuple[Evidence | Attachment, Attachment]] = [*self._kept.items()]
        for key, file in [*files, *((each, each) for each in self._new)]:
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(4)
            line.addWidget(TextLabel(f"{file.name} · {size_text(len(file.data))}", parent=row), 1)
            name = filled(self.tr("Leave this file out: %1"), file.name)
            remove = IconButton("close", name, self._look, row)
            remove.setFixedSize(20, 20)
            remove.clicked.connect(lambda _=False, key=key: self._drop(key))
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(row)


def _chosen_paths(parent: QWidget) -> list[Path]:
    title = parent.tr("Choose a file to keep in the plan")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(begin_in(parent)))
    paths = [Path(each) for each in chosen]
    if paths:
        remember_folder(parent, paths[0].parent)
    return paths
