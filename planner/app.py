"""The composition root: settings, look, window, document, editor, and what happens between them.

The window is there before what it shows: at the head stands only what its first frame needs, everything else
is imported where it is used.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from planner.domain.errors import MilepostError, PlanLocked
from planner.paths import data_folder, default_plan_folder, log_folder, restore_library_path, settings_file
from planner.ui.crash import CrashLog
from planner.ui.folders import begin_in
from planner.ui.icons import application_icon
from planner.ui.opening.loading import PARTS, Loading, collect_garbage_again
from planner.ui.opening.shell import Shell
from planner.ui.opening.signals import SignalWatch
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.undo_keys import UndoKeys

if TYPE_CHECKING:
    from planner.storage.document import Document
    from planner.ui.main_window import MainWindow
    from planner.ui.timeline.accessibility import TimelineAccessibility

SETTLED_MS = 300
"""By then a window that was just shown is painted."""

PICTURE = "window.png"
"""Beside what else Milepost keeps for itself: what the window showed when it was closed."""

NO_DISPLAY = "milepost: There is no display to open a window on. What works without one: milepost --help"


def run(arguments: Sequence[str]) -> int:
    """Open the window, with a plan's file where one is named; returns the exit status."""
    restore_library_path()
    if not _has_display(sys.platform, os.environ):
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return 1
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Milepost")
    application.setDesktopFileName("milepost")
    application.setWindowIcon(application_icon())
    application.setQuitOnLastWindowClosed(False)
    crash_log = CrashLog(log_folder())
    crash_log.install()
    SignalWatch(application)
    milepost = Milepost(application, Settings(settings_file()), date.today)
    crash_log.surprised.connect(lambda: milepost.on_surprise(crash_log.path))
    milepost.begin(Path(arguments[0]) if arguments else None)
    return application.exec()


class Milepost(QObject):
    """The running program: at most one plan is open; another one takes its place."""

    def __init__(self, application: QApplication, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._today = today
        self._themes = ThemeController(application, settings)
        self._accessibility: TimelineAccessibility | None = None
        UndoKeys(application)
        self.shell = Shell(settings, self._themes, data_folder() / PICTURE)
        self.window: MainWindow | None = None
        self.shell.closed.connect(self._on_shell_closed)
        application.aboutToQuit.connect(self.shell.close)

    def begin(self, path: Path | None) -> None:
        """Show the window as it was left, and `start` once all that takes is loaded."""
        wanted = path if path is not None else self._settings.last_plan
        if wanted is not None and wanted.exists():
            loading = Loading(PARTS, lambda: self._start_for_good(path), self)
            self.shell.painted.connect(loading.begin)
            self.shell.show_as_left(wanted.resolve())
        else:
            QTimer.singleShot(0, self, lambda: self._start_for_good(path))

    def start(self, path: Path | None) -> None:
        """Open the named plan, or the last one, or ask for a new one on a first start."""
        last = self._settings.last_plan
        if self.window is not None:
            return  # another start has asked for a plan meanwhile
        if path is not None:
            self.open(path)
        elif last is not None and last.exists():
            self.open(last)
        elif last is not None:
            self._settings.forget_plan(last)
        if self.window is None:
            self.new_plan()
        if self.window is None:
            self._application.quit()

    def open(self, path: Path) -> None:
        """Open a plan in place of the one that is open; when it cannot be, that one stays."""
        path = path.absolute()
        if self.window is not None and self.window.editor.document.path == path:
            return
        try:
            document = self._open_document(path)
        except MilepostError as error:
            self._tell(str(error))
            return
        if document is not None:
            self._show(document)

    def new_plan(self) -> None:
        """Ask what a plan needs, make it and show it."""
        # Loaded when asked for, as most starts open a plan that is there.
        from planner.domain.baselines import as_made
        from planner.exchange.roadmap_toml import default_roadmap
        from planner.storage.document import Document
        from planner.ui.wizard.wizard import NewPlanWizard

        wizard = NewPlanWizard(
            default_roadmap(), self._today(), self._themes, default_plan_folder(), self._behind
        )
        made = wizard.exec() == QDialog.DialogCode.Accepted
        plan, path, existing = wizard.plan, wizard.path, wizard.open_existing
        wizard.deleteLater()
        if existing:
            self.choose_plan()
        elif made and plan is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._show(Document.create(path, as_made(plan, self._today())))
            except (MilepostError, OSError) as error:
                self._tell(str(error))

    def choose_plan(self) -> None:
        """Ask which plan to open."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._behind,
            self.tr("Open a plan"),
            str(begin_in(self._behind)),
            self.tr("Milepost plans (*.milepost);;All files (*)"),
        )
        if chosen:
            self.open(Path(chosen))

    def on_surprise(self, log: Path) -> None:
        """Something nobody foresaw happened: say so once, and that the plan is safe."""
        self._tell(
            self.tr(
                "Something unexpected happened. Your plan is saved up to your last step. "
                "If Milepost behaves oddly, start it again. The details are in {path}."
            ).format(path=log)
        )

    @property
    def _behind(self) -> QWidget | None:
        """The window that a question stands before, where there is one."""
        return self.shell if self.shell.isVisible() else None

    def _start_for_good(self, path: Path | None) -> None:
        # With the next turn of the loop, which may be that of a question: then all is loaded.
        QTimer.singleShot(0, self, collect_garbage_again)
        self.start(path)

    def _open_document(self, path: Path) -> "Document | None":
        from planner.storage.document import Document

        try:
            return Document.open(path)
        except PlanLocked as error:
            question = QMessageBox(self._behind)
            question.setIcon(QMessageBox.Icon.Question)
            question.setTextFormat(Qt.TextFormat.PlainText)
            question.setText(str(error))
            question.setInformativeText(
                self.tr(
                    "You can look at it here without changing it, or take it over if that Milepost is gone."
                )
            )
            look = question.addButton(self.tr("Look at it"), QMessageBox.ButtonRole.AcceptRole)
            take = question.addButton(self.tr("Take it over"), QMessageBox.ButtonRole.DestructiveRole)
            question.addButton(QMessageBox.StandardButton.Cancel)
            question.setDefaultButton(look)
            question.exec()
            if question.clickedButton() is look:
                return Document.open(path, read_only=True)
            if question.clickedButton() is take:
                return Document.open(path, break_lock=True)
            return None

    def _show(self, document: "Document") -> None:
        from planner.ui.editor import Editor
        from planner.ui.main_window import MainWindow

        previous = self.window
        editor = Editor(document, self._today, self)
        window = MainWindow(editor, self._themes, self._settings, self.shell)
        window.new_requested.connect(self.new_plan)
        window.open_requested.connect(self.choose_plan)
        window.closed.connect(lambda: self._on_closed(window))
        self._serve(window)
        self.window = window
        self._settings.remember_plan(document.path)
        self.shell.hold(window)
        if not document.read_only:
            QTimer.singleShot(SETTLED_MS, self, self._get_ready_to_write)
        if previous is not None:
            previous.close()

    def _serve(self, window: "MainWindow") -> None:
        """Let screen readers find what the timeline paints."""
        from planner.ui.timeline.accessibility import TimelineAccessibility

        self._accessibility = self._accessibility or TimelineAccessibility()
        self._accessibility.serve(window.timeline)

    def _get_ready_to_write(self) -> None:
        """Beside the window, which answers meanwhile: the first edit then takes no longer than any other."""
        from planner.storage.document import get_ready_to_write

        Thread(target=get_ready_to_write).start()

    def _on_closed(self, window: "MainWindow") -> None:
        window.editor.document.close()
        window.editor.deleteLater()
        if window is self.window:
            self.window = None
            self.shell.close()
            self._application.quit()

    def _on_shell_closed(self) -> None:
        """Closed before its plan was there."""
        if self.window is None:
            self._application.quit()

    def _tell(self, sentence: str) -> None:
        if self.window is not None:
            self.window.banner.tell(sentence)
        else:
            _message(self._behind, sentence)


def _message(parent: QWidget | None, sentence: str) -> None:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()
    box.deleteLater()


def _has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether Qt will find a screen; without one it would end the process with its own words."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environ.get(name) for name in named)
