"""One chart of the page: its title and sentence, the chart or its table, and ways to take it along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.progress.chart import Chart
from planner.ui.progress.chart_files import Format
from planner.ui.progress.chart_view import ChartView
from planner.ui.progress.table import ChartTable
from planner.ui.progress.words import translate
from planner.ui.theme_controller import ThemeController


class ChartCard(QFrame):
    """Shows one chart; with *Show as table* the same figures as a table."""

    item_requested = Signal(str)
    """The id of an activity or a milestone that is to be shown on the timeline."""

    save_requested = Signal(object, object)
    """A `Chart`, and the `Format` it is to be saved as."""

    def __init__(self, look: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self.setProperty("role", "card")
        self.title = TextLabel(role="strong", parent=self)
        self.reason = InfoButton(translate("Where these figures come from"), look, self)
        self.switch = self._button(translate("Show as table"))
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self._show_what_is_chosen)
        self.save = self._button(f"{translate('Save')} ▾")
        self.save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save.setMenu(self._save_menu())
        self.sentence = TextLabel(parent=self)
        self.empty = TextLabel(role="muted", parent=self)
        self.view = ChartView(look, self)
        self.table = ChartTable(self)
        self.view.item_requested.connect(self.item_requested)
        self.table.item_requested.connect(self.item_requested)
        self._lay_out()

    @property
    def chart(self) -> Chart | None:
        """What is shown."""
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show a chart as it is now."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.title.say(chart.title)
        self.sentence.say(chart.sentence)
        self.reason.set_answer(chart.reason)
        for button, words in (
            (self.switch, translate("Show “%1” as table")),
            (self.save, translate("Save “%1”")),
        ):
            button.setAccessibleName(filled(words, chart.title))
        for action in self.save.menu().actions():
            drawn = action.data() == Format.CSV or chart.plot is not None
            action.setEnabled(drawn and bool(chart.table.rows))
        self.save.setVisible(bool(chart.table.rows))
        self.switch.setVisible(bool(chart.table.rows))
        self.view.show_chart(chart)
        self._show_what_is_chosen()

    def _show_what_is_chosen(self) -> None:
        chart = self._chart
        if chart is None:
            return
        as_table = self.switch.isChecked() and bool(chart.table.rows)
        if as_table:  # not before: filling hundreds of rows takes longer than drawing the chart
            self.table.show_table(filled(translate("%1, as a table"), chart.title), chart.table)
        self.table.setVisible(as_table)
        self.view.setVisible(not as_table and chart.plot is not None)
        self.empty.say("" if as_table or chart.plot is not None else chart.empty)

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("role", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _save_menu(self) -> QMenu:
        menu = QMenu(self.save)
        for kind, words in (
            (Format.PNG, translate("As picture (PNG)…")),
            (Format.SVG, translate("As vector picture (SVG)…")),
            (Format.CSV, translate("As table (CSV)…")),
        ):
            action = menu.addAction(words)
            action.setData(kind)
            action.triggered.connect(lambda _checked=False, kind=kind: self._ask_to_save(kind))
        return menu

    def _ask_to_save(self, kind: Format) -> None:
        if self._chart is not None:
            self.save_requested.emit(self._chart, kind)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.reason)
        head.addWidget(self.switch)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self.empty)
        column.addSpacing(4)
        column.addWidget(self.view)
        column.addWidget(self.table)
        column.addStretch(1)
