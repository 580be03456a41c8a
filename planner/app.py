"""The composition root: settings, look, window, document, editor, and what happens between them.

The window is there before what it shows: at the head stands only what its first frame needs, everything else
is imported where it is used.
"""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.domain.errors import MilepostError
from planner.files import can_be_named, is_there, real_path
from planner.paths import data_folder, default_plan_folder, log_folder, restore_library_path, settings_file
from planner.ui.crash.log import CrashLog
from planner.ui.icons import APPLICATION, application_icon
from planner.ui.instance.answering import GRANTS, Answering
from planner.ui.instance.application import Application
from planner.ui.instance.meeting import Meeting, Outcome
from planner.ui.instance.request import Request, Wish
from planner.ui.opening.afterwards import Afterwards
from planner.ui.opening.display import NO_DISPLAY, has_display
from planner.ui.opening.first_frame import PICTURE
from planner.ui.opening.loading import PARTS, Loading, collect_garbage_again
from planner.ui.opening.shell import Shell
from planner.ui.opening.signals import SignalWatch
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.undo_keys import UndoKeys

if TYPE_CHECKING:
    from planner.storage.document import Document
    from planner.ui.main_window import MainWindow


def run(request: Request, meeting: Meeting) -> int:
    """Open the window and do what is asked for; returns the exit status.

    `meeting` says how this start met another Milepost; later starts are heard through it.
    """
    restore_library_path()
    if not has_display(sys.platform, os.environ):
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return 1
    application = Application([sys.argv[0]])
    application.setApplicationName("Milepost")
    application.setDesktopFileName(APPLICATION)
    application.setWindowIcon(application_icon())
    application.setQuitOnLastWindowClosed(False)
    crash_log = CrashLog(log_folder())
    crash_log.install()
    SignalWatch(application)
    cut_off = crash_log.begin()
    milepost = Milepost(application, Settings(settings_file()), date.today)
    milepost.cut_off = crash_log.path if cut_off else None
    crash_log.surprised.connect(milepost.on_surprise, Qt.ConnectionType.QueuedConnection)
    application.aboutToQuit.connect(crash_log.end)
    application.asked.connect(milepost.answering.answer)
    if (hearing := meeting.listen(application)) is not None:
        hearing.asked.connect(milepost.answering.answer)
        application.aboutToQuit.connect(hearing.close)
    milepost.begin(request, by_itself=meeting.outcome is Outcome.UNANSWERED)
    status = application.exec()
    milepost.themes.put_away()
    crash_log.end()
    return status


class Milepost(QObject):
    """The running program: at most one plan is open; another one takes its place."""

    def __init__(self, application: QApplication, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._today = today
        self.themes = ThemeController(application, settings)
        self._afterwards = Afterwards(settings, today, self)
        UndoKeys(application)
        self.shell = Shell(settings, self.themes, data_folder() / PICTURE)
        self.window: MainWindow | None = None
        self.cut_off: Path | None = None
        """The log, where the Milepost before this one did not end in order and that is still to be said."""
        self.answering = Answering(lambda: self._behind, self.carry_out, self)
        self.answering.waiting_told.connect(self._say_what_waits)
        self._waiting_words = ""
        self.shell.closed.connect(self._on_shell_closed)
        application.aboutToQuit.connect(self.shell.close)

    def begin(self, request: Request, *, by_itself: bool = False) -> None:
        """Show the window as it was left, and `start` once all that takes is loaded.

        `by_itself` says that another Milepost runs and did not answer.
        """
        wanted = request.plan if request.plan is not None else self._settings.last_plan
        if wanted is not None and is_there(wanted):
            loading = Loading(PARTS, lambda: self._start_for_good(request, by_itself=by_itself), self)
            self.shell.painted.connect(loading.begin)
            self.shell.show_as_left(real_path(wanted))
        else:
            QTimer.singleShot(0, self, lambda: self._start_for_good(request, by_itself=by_itself))

    def start(self, path: Path | None) -> bool:
        """Open the named plan, else the last one, else ask for a new one if none was named; if it asked."""
        last = self._settings.last_plan
        if self.window is not None:
            return False  # another start has asked for a plan meanwhile
        if path is not None:
            self.open(path)
        wanted = last is not None and not self._holds_a_plan and (path is None or path.absolute() != last)
        if last is not None and wanted and not self._open_last(last):
            self._quit_without_plan()
            return False
        asking = not self._holds_a_plan and (path is None or wanted)
        if asking:
            self.shell.clear()
            self.new_plan()
        self._quit_without_plan()
        return asking

    def _open_last(self, last: Path) -> bool:
        """Open the plan of the last time; where it is gone, ask. False where the person does not go on."""
        goes_on, found = True, last if is_there(last) else None
        if found is None and can_be_named(last):
            # Loaded when something is wrong.
            from planner.ui.opening.questions import find_last_plan

            self.shell.clear()
            goes_on, found = find_last_plan(last, self._behind)
        if found is not None:
            self.open(found)
        elif goes_on:
            self._settings.forget_plan(last)
        return goes_on

    def carry_out(self, request: Request) -> None:
        """Do what was asked for beside showing the window."""
        if self.window is not None and self.window.banner.sentence == self._waiting_words:
            self.window.banner.hide()
        if request.plan is not None:
            self.open(request.plan)
        elif request.wish is Wish.NEW_PLAN:
            self.new_plan()
        elif request.wish is Wish.PRINT_WEEK and self.window is not None:
            self.window.print_this_week().setProperty(GRANTS, Wish.PRINT_WEEK.value)
        self._quit_without_plan()

    def open(self, path: Path) -> None:
        """Open a plan in place of the one that is open; when it cannot be, that one stays."""
        path = path.absolute()
        if self.window is not None and self.window.editor.document.path == path:
            return
        # Loaded with the first plan.
        from planner.ui.opening.questions import open_or_ask

        try:
            document = open_or_ask(path, self._behind, self.open, self.new_plan, self._inform)
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
            default_roadmap(), self._today(), self.themes, default_plan_folder(), self._behind
        )
        wizard.setProperty(GRANTS, Wish.NEW_PLAN.value)
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
        from planner.ui.opening.questions import which_plan

        if (chosen := which_plan(self._behind)) is not None:
            self.open(chosen)

    def on_surprise(self, log: Path) -> None:
        """Something nobody foresaw happened: say so once, and that the plan is safe."""
        from planner.ui.crash.report import say_surprise, surprise_with

        if self.window is not None:
            say_surprise(self.window.banner, log)
        else:
            self._tell(surprise_with(log))
        if self.window is None and QApplication.activeModalWidget() is None:
            # Nobody could see or end what is left, and it would take every later start upon itself.
            self._application.quit()

    @property
    def _holds_a_plan(self) -> bool:
        return self.window is not None

    @property
    def _behind(self) -> QWidget | None:
        """The window that a question stands before, where there is one."""
        return self.shell if self.shell.isVisible() else None

    def _start_for_good(self, request: Request, *, by_itself: bool) -> None:
        # With the next turn of the loop, which may be that of a question: then all is loaded.
        QTimer.singleShot(0, self, collect_garbage_again)
        try:
            asked = self.start(request.plan)
        finally:
            self.answering.begin()
        if by_itself:
            self._inform(
                self.tr("Milepost runs already but does not answer, so this is a window of its own.")
            )
        if self.window is not None and (
            request.wish is Wish.PRINT_WEEK or (request.wish is Wish.NEW_PLAN and not asked)
        ):
            self.answering.answer(request)

    def _show(self, document: "Document") -> None:
        from planner.ui.editor import Editor
        from planner.ui.main_window import MainWindow

        previous = self.window
        if previous is not None and not previous.standing.may_leave():
            document.close()
            return
        editor = Editor(document, self._today, self)
        window = MainWindow(editor, self.themes, self._settings, self.shell)
        window.new_requested.connect(self.new_plan)
        window.open_requested.connect(self.choose_plan)
        window.plan_requested.connect(self.open)
        window.standing.plan_requested.connect(self.open)
        window.closed.connect(lambda: self._on_closed(window))
        self._afterwards.follow(window)
        self.window = window
        self._settings.remember_plan(document.path)
        self.shell.hold(window)
        if self.cut_off is not None:
            from planner.ui.crash.report import say_cut_off

            # The plan is open, so it was checked.
            say_cut_off(window.banner, self.cut_off)
            self.cut_off = None
        if previous is not None:
            previous.close()

    def _on_closed(self, window: "MainWindow") -> None:
        window.editor.document.close()
        window.editor.deleteLater()
        if window is self.window:
            self.window = None
            self.shell.close()
            self._application.quit()

    def _on_shell_closed(self) -> None:
        """Closed before its plan was there."""
        self._quit_without_plan()

    def _quit_without_plan(self) -> None:
        """End when nothing is open, unless another start has asked for something that is still to be done."""
        if self.window is None and not self.answering.waits:
            self._application.quit()

    def _say_what_waits(self, sentence: str) -> None:
        self._waiting_words = sentence
        if self.window is not None:
            self.window.banner.inform(sentence)

    def _inform(self, sentence: str) -> None:
        """Say something worth knowing, once what the window says already is put away."""
        if self.window is not None:
            self.window.banner.mention(sentence)

    def _tell(self, sentence: str) -> None:
        if self.window is not None:
            self.window.banner.tell(sentence)
        else:
            from planner.ui.opening.questions import tell

            self.shell.clear()
            tell(self._behind, sentence)
