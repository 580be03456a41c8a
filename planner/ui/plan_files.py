"""What the window writes beside the plan: a copy, JSON, the week on paper and as PDF.

What prints is imported when something is printed: the start of the window does not wait for it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from planner.domain.errors import MilepostError
from planner.domain.items import MilestoneId
from planner.exchange.plan_json import plan_json
from planner.files import replace_file
from planner.ui.editor import Editor
from planner.ui.folders import begin_in
from planner.ui.save_dialog import NO_OPTION, ask_where
from planner.ui.settings import Settings
from planner.ui.timeline.page import TimelinePage


class PlanFiles(QObject):
    """Asks where to, writes, and says so."""

    message = Signal(str)
    failed = Signal(str)

    def __init__(self, editor: Editor, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._editor = editor
        self._settings = settings
        self._window = window

    def save_copy(self) -> Path | None:
        """Write a copy of the plan under another name; the plan itself stays open. None where none was made.

        What could not be saved in the plan itself is done in the copy.
        """
        return self._write(
            self.tr("Save a copy"),
            f"{self._editor.document.path.stem} copy.milepost",
            {self.tr("Milepost plans (*.milepost)"): ".milepost"},
            self._editor.save_copy,
            # A copy never takes the place of a file, so the dialog must not offer to replace one.
            QFileDialog.Option.DontConfirmOverwrite,
        )

    def restore_backup(self) -> None:
        """Let the learner choose a backup and make the plan what it was then."""
        from planner.ui.backups.dialog import RestoreDialog

        dialog = RestoreDialog(self._editor.document.path, self._window, editor=self._editor)
        dialog.exec()
        dialog.deleteLater()

    def export_json(self) -> None:
        """Write inputs and computed dates as JSON."""
        self._write(
            self.tr("Export as JSON"),
            f"{self._editor.document.path.stem}.json",
            {self.tr("JSON (*.json)"): ".json"},
            lambda path: replace_file(path, plan_json(self._editor.plan, self._editor.schedule)),
        )

    def save_week_pdf(self, first_day: date) -> None:
        """Write the sheet of a week as PDF."""
        self._write(
            self.tr("Save the week as PDF"),
            f"{self._editor.document.path.stem} week {first_day.isoformat()}.pdf",
            {self.tr("PDF (*.pdf)"): ".pdf"},
            lambda path: self._write_week(path, first_day),
        )

    def print_week(self, first_day: date) -> QDialog:
        """Show the sheet of a week as it will be printed, with the printer at hand; the dialog that does."""
        from planner.ui.printing.preview import preview_weeks

        return preview_weeks(self._editor, self._settings, first_day, self._window)

    def print_timeline(self, page: TimelinePage) -> None:
        """Show the timeline as it will be printed, with ways to printer, PDF and picture."""
        from planner.ui.printing.timeline_preview import Shown, preview_timeline

        first, last = (date.fromordinal(int(each)) for each in (page.view.scale.left, page.view.scale.right))
        columns = page.outline.columns.in_order
        shown = Shown(page.view.rows, columns, page.view.options, (first, last), page.view.forecast)
        preview_timeline(self._editor, shown, self._window)

    def print_checklist(self, selected: str | None) -> None:
        """Show a milestone's checklist as it will be printed: the selected one's, else the whole path's."""
        from planner.ui.printing.checklist_preview import preview_checklist

        known = selected is not None and selected in self._editor.plan.milestones
        milestone = MilestoneId(selected) if selected is not None and known else None
        preview_checklist(self._editor, self._settings, milestone, self._window)

    def _write_week(self, path: Path, first_day: date) -> None:
        """Write a week's sheet, and remember it, so that its minutes can be typed back."""
        from planner.ui.printing.page_setup import kept_setup
        from planner.ui.printing.pdf import WeekPages, weeks_from
        from planner.ui.printing.printed_sheets import remember_printed

        editor = self._editor
        facts, revision = editor.plan.facts, editor.document.revision
        weeks = weeks_from(editor.plan, editor.schedule, first_day, 1, editor.today)
        setup = kept_setup(self._settings, facts.id, facts.paper)
        pages = WeekPages(editor.plan, weeks, setup, printed=editor.today, revision=revision)
        replace_file(path, pages.pdf())
        remember_printed(self._settings, facts.id, [weeks[0].first_day], revision, editor.today)
        if missing := pages.missing():
            self.failed.emit(missing)

    def _write(
        self,
        title: str,
        name: str,
        kinds: Mapping[str, str],
        write: Callable[[Path], object],
        options: QFileDialog.Option = NO_OPTION,
    ) -> Path | None:
        path = ask_where(self._window, title, begin_in(self._window) / name, kinds, options=options)
        if path is None:
            return None
        try:
            write(path)
        except MilepostError as error:
            self.failed.emit(str(error))
            return None
        self.message.emit(self.tr("Written: {path}").format(path=path))
        return path
