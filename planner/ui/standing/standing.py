"""The state of the open plan's file in the window: a sentence that stays, ways on, and no silent loss."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.errors import CannotWrite
from planner.domain.plan import Plan
from planner.ui.actions import ActionTable
from planner.ui.banner import Banner, Way
from planner.ui.editor import Editor
from planner.ui.opened_words import tell_how_it_opened
from planner.ui.plan_files import PlanFiles
from planner.ui.settings import Settings
from planner.ui.standing.trouble import Step, TroubleKind

if TYPE_CHECKING:
    from planner.ui.standing.watch import FileWatch

AT_LEISURE_MS = 1500
"""The window is there and answers; nobody waits for what begins then."""

PLACE_TOLD, CLOCK_TOLD = "place-told", "clock-told"
"""What the settings remember of each plan: said once."""


class FileStanding(QObject):
    """Follows the editor and the file. `banner` is its own place at the top of the window."""

    failed = Signal(str)
    """One sentence on what was refused, where it is not about the file."""

    plan_requested = Signal(object)
    """The path of another plan to go on with."""

    ended = Signal()
    """The plan is about to be closed: it is still open, and nothing more is done to it."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        settings: Settings,
        actions: ActionTable,
        files: PlanFiles,
        notices: Banner,
        keep_typed: Sequence[Callable[[], object]],
    ) -> None:
        """`keep_typed` take into the plan what is still being typed, as well as they can."""
        super().__init__(window)
        self.banner = Banner()
        self._editor = editor
        self._files = files
        self._actions = actions
        self._settings = settings
        self._notices = notices
        self._window = window
        self._keep_typed = keep_typed
        self._copied: Plan | None = None
        self._copied_steps: tuple[Step, ...] = ()
        """Those among the steps that wait which a copy holds."""

        self._kept: Plan | None = None
        self._done_without = False
        self._watch: FileWatch | None = None
        self._leisure = QTimer(self)
        self._leisure.setSingleShot(True)
        self._leisure.setInterval(AT_LEISURE_MS)
        self._leisure.timeout.connect(self._begin_at_leisure)
        editor.failed.connect(self._on_failed)
        editor.trouble_changed.connect(self._show)

    def begin(self) -> None:
        """Say how the plan opened, and what else is worth knowing once the window has settled."""
        tell_how_it_opened(self._editor.document, self._notices, self._actions)
        self._leisure.start()

    def end(self) -> None:
        """The plan is closed: nothing is looked at any more."""
        self._leisure.stop()
        if self._watch is not None:
            self._watch.end()
        self.ended.emit()

    def may_leave(self) -> bool:
        """Keep what is being typed; whether the plan can be closed without losing anything.

        Where it cannot, the person is asked, once: what they can do without is not asked about again.
        """
        if self._done_without:
            return True
        for keep in self._keep_typed:
            keep()
        if self._editor.trouble is None or self._is_copied:
            return True
        # Loaded when something is wrong.
        from planner.ui.standing.leaving import ask_before_leaving

        self._done_without = ask_before_leaving(self._editor, self._save_copy, self._window)
        return self._done_without

    @property
    def _is_copied(self) -> bool:
        """Whether another file holds the plan as it is shown, with all that waits."""
        return self._copied is self._editor.plan and self._copied_steps == self._editor.waiting_steps

    def _begin_at_leisure(self) -> None:
        from planner.ui.standing.watch import FileWatch

        self._watch = FileWatch(self._editor.document.path, self._editor.check_file, self._window)
        self._mention_place()
        self._mention_clock()

    def _mention_place(self) -> None:
        from planner.storage.places import place_of
        from planner.ui.standing.words import place_sentence

        plan_id, path = self._editor.plan.facts.id, self._editor.document.path
        place = place_of(path)
        if place is not None and self._settings.value_for(plan_id, PLACE_TOLD, "") != str(path.parent):
            self._settings.set_value_for(plan_id, PLACE_TOLD, str(path.parent))
            self._notices.mention(place_sentence(place))

    def _mention_clock(self) -> None:
        from planner.ui.standing.words import clock_sentence

        plan_id, newest = self._editor.plan.facts.id, self._editor.document.newest_at
        sentence = clock_sentence(newest, datetime.now().astimezone())
        told = str(newest)
        if sentence and self._settings.value_for(plan_id, CLOCK_TOLD, "") != told:
            self._settings.set_value_for(plan_id, CLOCK_TOLD, told)
            self._notices.mention(sentence)

    def _on_failed(self, sentence: str) -> None:
        trouble = self._editor.trouble
        if trouble is None or sentence != trouble.said:
            self.failed.emit(sentence)

    def _show(self) -> None:
        from planner.ui.standing.words import trouble_sentence

        trouble, waiting = self._editor.trouble, self._editor.waiting
        if trouble is None:
            self.banner.release()
        else:
            sentence = trouble_sentence(trouble, waiting, self._editor.document.path)
            self.banner.hold(sentence, *self._ways(trouble.kind))

    def _ways(self, kind: TroubleKind) -> list[Way]:
        again = (self.tr("Try again"), self._editor.try_again)
        copy = (self.tr("Save a copy…"), self._save_copy)
        look = (self.tr("Look again"), self._editor.check_file)
        back = (self.tr("Put it back"), self._editor.put_back)
        by_kind: dict[TroubleKind, list[Way]] = {
            TroubleKind.GONE: [look, back, copy],
            TroubleKind.REPLACED: [(self.tr("Reload"), self._reload), copy],
            TroubleKind.DAMAGED: [(self.tr("Write it anew"), self._write_anew), copy],
        }
        ways = by_kind.get(kind, [again, copy])
        if waiting := len(self._editor.waiting):
            words = self.tr("Do without it") if waiting == 1 else self.tr("Do without them")
            ways.append((words, self._editor.let_go))
        return ways

    def _reload(self) -> None:
        """Show what the file holds, once what is shown now is in the backups, unless that is elsewhere."""
        # Loaded when something is wrong.
        from planner.storage.backups.keeping import keep_shown

        editor, kept = self._editor, None
        if not editor.read_only and all(each is not editor.plan for each in (self._copied, self._kept)):
            try:
                kept = keep_shown(editor.document)
            except CannotWrite as error:
                words = self.tr(
                    "Not reloaded, as your version could not be kept among the backups: {reason}. "
                    "Save a copy of it first."
                )
                self.failed.emit(words.replace("{reason}", error.reason))
                return
            self._kept = editor.plan
        plan_id = editor.plan.facts.id
        if not editor.reload() or kept is None:
            return
        if editor.plan.facts.id == plan_id:
            self._notices.inform(
                self.tr("Your version is in the backups: File, Restore from backup, “before a reload”.")
            )
        else:
            words = self.tr("{name} is another plan now. Your version is kept as {kept}.")
            name = editor.document.path.name
            self._notices.inform(words.replace("{name}", name).replace("{kept}", str(kept.path)))

    def _write_anew(self) -> None:
        """The damaged file is kept beside, whoever may want to look into it."""
        kept = self._editor.put_back()
        if kept is not None:
            words = self.tr(
                "The plan was written anew, without what undo could take back. The damaged file is kept as "
                "{name}."
            )
            self._notices.inform(words.replace("{name}", kept.name))

    def _save_copy(self) -> bool:
        """Save a copy, and offer to go on in it; whether one was made."""
        waited = bool(self._editor.waiting)
        path = self._files.save_copy()
        if path is None:
            return False
        self._copied, self._copied_steps = self._editor.plan, self._editor.waiting_steps
        words = (
            self.tr("The copy {name} holds the plan with what could not be saved in this one.")
            if waited
            else self.tr("The copy {name} holds the plan as you see it.")
        )
        self._notices.offer(
            words.replace("{name}", path.name),
            self.tr("Go on in the copy"),
            lambda: self.plan_requested.emit(path),
            stays=True,
        )
        return True
