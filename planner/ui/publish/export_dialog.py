"""Writes sessions and milestones into a calendar file: which days, which events, and then where to."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QMessageBox, QWidget

from planner.domain.errors import MilepostError
from planner.domain.wording import day_text
from planner.exchange.calendar_events import CalendarEvent, Wanted, calendar_events
from planner.files import replace_file
from planner.ui.editor import Editor
from planner.ui.fields.day_field import DayField
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.text import TextLabel, filled
from planner.ui.folders import begin_in
from planner.ui.inspector.ask import Question
from planner.ui.publish.options import CalendarOptions
from planner.ui.save_dialog import ask_where
from planner.ui.theme_controller import ThemeController

_WIDTH = 440
_FIELD_WIDTH = 190
_CAPTION_WIDTH = 44
_COUNT_MS = 60
"""How long counting waits for further changes."""


class ExportCalendarDialog(Question):
    """Asks for days and kinds of events, counts what that gives, and writes the file; `open()` it."""

    message = Signal(str)
    failed = Signal(str)

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(
            self.tr("Export to a calendar"),
            self.tr(
                "A file that calendar programs read (ICS). When your plan has changed, save over the same "
                "file and import it again: events move, what is gone is cancelled, none is doubled."
            ),
            self.tr("&Save as…"),
            parent,
        )
        self._editor = editor
        self.first = self._day_field(self.tr("First day"), theme_controller)
        self.last = self._day_field(self.tr("Last day"), theme_controller)
        self.options = CalendarOptions(self)
        self.count = TextLabel(role="strong", parent=self)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._tell_count)
        self._lay_out()
        self.first.show_day(max(editor.today, editor.plan.facts.start))
        self.last.show_day(max(editor.schedule.last_day, editor.today))
        for field in (self.first, self.last):
            field.day_chosen.connect(lambda _day: self._counting.start())
        self.options.changed.connect(self._counting.start)
        self._tell_count()
        self.first.setFocus()

    def accept(self) -> None:
        """Ask where to, and write; the dialog stays when that is called off."""
        for field in (self.first, self.last):
            field.take_text()
        self._tell_count()
        if not self.accept_button.isEnabled():
            return
        stem = self._editor.document.path.stem
        path = ask_where(
            self,
            self.tr("Export to a calendar"),
            begin_in(self) / f"{stem}.ics",
            {self.tr("Calendar files (*.ics)"): ".ics"},
        )
        if path is None:
            return
        besides = self._besides(path)
        try:
            replace_file(path, self._data(besides))
        except MilepostError as error:
            self.failed.emit(str(error))
        else:
            self.message.emit(self.tr("Written: {path}").format(path=path))
        super().accept()

    def _besides(self, path: Path) -> tuple[CalendarEvent, ...]:
        """The events that an earlier file at the same place asks for; it is asked whether to cancel any."""
        from planner.exchange.calendar_update import update_of

        editor = self._editor
        update = update_of(path, editor.plan, editor.schedule, self._wanted(), editor.today)
        if update.cancelled and may_cancel(len(update.cancelled), self):
            return (*update.moved, *update.cancelled)
        return update.moved

    def _data(self, besides: tuple[CalendarEvent, ...]) -> bytes:
        from planner.exchange.calendar_ics import calendar_file

        return calendar_file(
            (*self._events(), *besides),
            name=self._editor.plan.facts.title,
            sequence=self._editor.document.revision,
            stamp=datetime.now(UTC),
        )

    def _events(self) -> tuple[CalendarEvent, ...]:
        editor = self._editor
        return calendar_events(editor.plan, editor.schedule, self._wanted(), editor.today)

    def _wanted(self) -> Wanted:
        return self.options.wanted(self.first.day, self.last.day)

    def _day_field(self, name: str, theme_controller: ThemeController) -> DayField:
        editor = self._editor
        field = DayField(
            name,
            theme_controller,
            today=lambda: editor.today,
            clearable=False,
            week_start=editor.plan.facts.week_start,
            parent=self,
        )
        field.setFixedWidth(_FIELD_WIDTH)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(2, 1)
        for row, (caption, field) in enumerate(((self.tr("From"), self.first), (self.tr("To"), self.last))):
            label = TextLabel(caption, "muted", self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.body.addStrut(_WIDTH)
        self.body.addLayout(grid)
        self.body.addSpacing(2)
        self.body.addWidget(self.options)
        self.body.addSpacing(2)
        self.body.addWidget(self.count)

    def _tell_count(self) -> None:
        first, last = self.first.day, self.last.day
        events = self._events()
        self.accept_button.setEnabled(bool(events) and not self.options.problem.found)
        if first is not None and last is not None and last < first:
            self.count.say(filled(self.tr("The last day lies before %1."), day_text(first)))
        else:
            self.count.say(count_sentence(events))
        grow_to_fit(self)


def may_cancel(number: int, parent: QWidget) -> bool:
    """Ask whether events that the plan has no more are to go from the calendar, too."""
    ask = QMessageBox(parent)
    ask.setIcon(QMessageBox.Icon.NoIcon)
    ask.setWindowTitle(_tr("Events that are gone"))
    ask.setTextFormat(Qt.TextFormat.PlainText)
    ask.setText(
        _tr("1 event of the file there is gone from your plan.")
        if number == 1
        else filled(_tr("%1 events of the file there are gone from your plan."), f"{number:,}")
    )
    ask.setInformativeText(_tr("Did you import that file? Then let your calendar cancel them."))
    cancelling = ask.addButton(_tr("Cancel them there"), QMessageBox.ButtonRole.AcceptRole)
    ask.addButton(_tr("Leave them out"), QMessageBox.ButtonRole.RejectRole)
    ask.setDefaultButton(cancelling)
    ask.exec()
    ask.deleteLater()
    return ask.clickedButton() is cancelling


def count_sentence(events: tuple[CalendarEvent, ...]) -> str:
    """How many sessions and milestones there are among events."""
    milestones = sum(each.categories[-1] == "milestone" for each in events)
    sessions = len(events) - milestones
    if not events:
        return _tr("There is nothing to take along on these days.")
    parts = []
    if sessions:
        parts.append(_tr("1 session") if sessions == 1 else filled(_tr("%1 sessions"), f"{sessions:,}"))
    if milestones:
        parts.append(
            _tr("1 milestone") if milestones == 1 else filled(_tr("%1 milestones"), f"{milestones:,}")
        )
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CalendarExport", text)
