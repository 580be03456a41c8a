"""The weeks that are over, the latest first: plan against study and the learner's words, found by typing."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from planner.domain.week import week_plan
from planner.domain.week_history import PastWeek, past_weeks
from planner.domain.wording import minutes_text
from planner.ui.editor import Editor
from planner.ui.fields.list_search import ListSearch
from planner.ui.fields.painted_list import PaintedList
from planner.ui.fields.text import TextLabel, filled
from planner.ui.history.week_delegate import WeekDelegate
from planner.ui.history.week_details import WeekDetails
from planner.ui.history.week_model import WeekModel
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController

WIDTH, HEIGHT = 860, 620
LIST_WIDTH = 400


class HistoryDialog(QDialog):
    """A search field, the list of weeks, and the chosen week beside it; `open()` it."""

    week_chosen = Signal(object)
    """The first day of the week to show on the week page; the dialog closes."""

    review_asked = Signal(object)
    """The first day of the week to look back on; the dialog stays and follows."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setWindowTitle(self.tr("Past weeks"))
        self.model = WeekModel(self)
        self.search = ListSearch(self)
        self.search.setPlaceholderText(self.tr("Find in your words, goals and titles"))
        self.search.setAccessibleName(self.tr("Find a week"))
        self.count = TextLabel(role="muted", parent=self)
        self.list = PaintedList(self.model, self.tr("Past weeks"), self)
        self.list.setItemDelegate(WeekDelegate(theme_controller, self.list))
        self.details = WeekDetails(theme_controller, self)
        self.nothing = TextLabel(parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button = QPushButton(self.tr("&Show the week"), self)
        self.review_button = QPushButton(self.tr("&Look back…"), self)
        self._lay_out()
        self._connect()
        self._fill()
        self.search.setFocus()

    @property
    def chosen(self) -> PastWeek | None:
        """The week that is shown beside the list."""
        return self.model.week(self.list.currentIndex())

    def open(self) -> None:
        """Show it without waiting; it frees itself when it is closed."""
        self.finished.connect(self.deleteLater)
        super().open()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        # Enter shows the chosen week.
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        for button in (self.open_button, self.review_button, close):
            button.setAutoDefault(False)
        left = QWidget(self)
        weeks = QVBoxLayout(left)
        weeks.setContentsMargins(0, 0, 0, 0)
        weeks.setSpacing(8)
        weeks.addWidget(self.search)
        weeks.addWidget(self.count)
        weeks.addWidget(self.nothing, 1)
        weeks.addWidget(self.list, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(left)
        self.split.addWidget(self.details)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([LIST_WIDTH, WIDTH - LIST_WIDTH])
        foot = QHBoxLayout()
        foot.addWidget(self.open_button)
        foot.addWidget(self.review_button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Past weeks"), "title", self))
        column.addWidget(self.split, 1)
        column.addLayout(foot)
        resize_within_screen(self, WIDTH, HEIGHT)

    def _connect(self) -> None:
        self._editor.changed.connect(self._fill)
        self._editor.today_changed.connect(self._fill)
        self.search.textChanged.connect(self._on_typed)
        self.search.moved.connect(self._pass_on)
        self.search.returnPressed.connect(self._show_chosen)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.list.activated.connect(self._show_chosen)
        self.open_button.clicked.connect(self._show_chosen)
        self.review_button.clicked.connect(self._look_back)

    def _fill(self, *_: object) -> None:
        """Read the plan anew; the chosen week stays the chosen one."""
        editor, before = self._editor, self.chosen
        self.model.show_weeks(past_weeks(editor.plan, editor.schedule, editor.today))
        self._choose(None if before is None else before.first_day)

    def _on_typed(self, typed: str) -> None:
        before = self.chosen
        self.model.search(typed)
        self._choose(None if before is None else before.first_day)

    def _choose(self, first_day: date | None) -> None:
        """Choose the week that was chosen, else the first, and say how many there are."""
        days = [each.first_day for each in self.model.weeks]
        row = days.index(first_day) if first_day in days else 0
        self.list.setCurrentIndex(self.model.index(row) if days else QModelIndex())
        self._on_chosen()
        self._say_count()

    def _say_count(self) -> None:
        weeks, every = self.model.weeks, self.model.count
        for widget in (self.search, self.details, self.open_button, self.review_button):
            widget.setVisible(bool(every))
        self.list.setVisible(bool(weeks))
        nothing = ""
        if not every:
            nothing = self.tr(
                "No week is over yet. Once one is, it stands here: what was planned, what you studied, and "
                "your own words about it."
            )
        elif not weeks:
            nothing = filled(self.tr("No week has “%1” in it."), self.model.typed.strip())
        self.nothing.say(nothing)
        logged = minutes_text(sum(each.logged_minutes for each in weeks))
        if not weeks:
            self.count.say("")
        elif len(weeks) == every:
            counted = self.tr("1 week") if every == 1 else filled(self.tr("%1 weeks"), str(every))
            self.count.say(filled(self.tr("%1 · %2 studied in all"), counted, logged))
        else:
            form = self.tr("%1 of %2 weeks · %3 studied in them")
            self.count.say(filled(form, str(len(weeks)), str(every), logged))

    def _on_chosen(self, *_: object) -> None:
        week = self.chosen
        if week is None:
            self.details.show_week(None, "")
        else:
            editor = self._editor
            goals = week_plan(editor.plan, editor.schedule, week.first_day, editor.today).goals
            self.details.show_week(week, self.model.heading(week), goals)
        self.open_button.setEnabled(week is not None)
        self.review_button.setEnabled(week is not None and not self._editor.read_only)

    def _show_chosen(self) -> None:
        week = self.chosen
        if week is not None:
            self.accept()
            self.week_chosen.emit(week.first_day)

    def _look_back(self) -> None:
        week = self.chosen
        if week is not None:
            self.review_asked.emit(week.first_day)

    def _pass_on(self, event: QKeyEvent) -> None:
        """Arrows in the search field move through the list, which keeps no keyboard for that."""
        self.list.keyPressEvent(event)
