"""The bar at the top: pages, undo, the timeline's view, find, and the week's print button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from planner.ui.actions import ActionTable
from planner.ui.find_field import FindField
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.zoom_levels import ZoomLevel

LEAST_NEEDED = ("zoom-out zoom-in", "fit", "catch-up", "today")
"""What gives way in a narrow window after the names of the zooms, one line after the other."""

GAPS = 30
"""Pixels between the groups of buttons, together."""

TYPING_ROOM = 150
"""Pixels in which one can see what is typed into the find field: buttons give way for it."""


class ToolBar(QFrame):
    """Buttons for the actions used most; every one of them is in the menus too.

    In a narrow window those that are needed least give way, one after the other.
    """

    def __init__(
        self, actions: ActionTable, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._theme_controller = theme_controller
        self.setProperty("role", "toolbar")
        self._build()
        self._gives_way = (
            (self._zoom,),
            *(tuple(self._buttons[name] for name in names.split()) for names in LEAST_NEEDED),
        )
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """The room of what stays in the narrowest window."""
        return QSize(self._width_with(len(self._gives_way)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Show as much as there is room for."""
        gone = 0
        typing = max(TYPING_ROOM - self.find_field.minimumSizeHint().width(), 0)
        while gone < len(self._gives_way) and self._width_with(gone) + typing > self.width():
            gone += 1
        for place, buttons in enumerate(self._gives_way):
            for each in buttons:
                each.setVisible(place >= gone)
        if (row := self.layout()) is not None:
            row.activate()  # at once, or one frame shows what stays where it was

    def _width_with(self, gone: int) -> int:
        """How wide all is when the first so many of what gives way are gone."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        margins = row.contentsMargins()
        always = (self._segments, self._buttons["undo"], self._buttons["redo"], self.find_field, self._print)
        shown = (*always, *(each for buttons in self._gives_way[gone:] for each in buttons))
        widths = sum(each.minimumSizeHint().width() + row.spacing() for each in shown)
        return widths + margins.left() + margins.right() + GAPS

    def _build(self) -> None:
        self._segments = QFrame()
        self._segments.setProperty("role", "segments")
        self._pages = [
            self._segment("timeline", self.tr("Timeline")),
            self._segment("week", self.tr("Week")),
            self._segment("progress", self.tr("Progress")),
        ]
        self._buttons = {
            "undo": self._button("undo", self.tr("Undo")),
            "redo": self._button("redo", self.tr("Redo")),
            "today": self._button("today", self.tr("Today")),
            "fit": self._button("fit", self.tr("Fit")),
            "zoom-out": self._button("zoom-out"),
            "zoom-in": self._button("zoom-in"),
            "catch-up": self._button("catch-up", self.tr("Catch up…")),
        }
        self._zoom = self._zoom_menu()
        self.find_field = FindField(self._theme_controller)
        self._print = QPushButton(self.tr("Print this week"))
        self._print.setProperty("role", "primary")
        self._print.clicked.connect(self._actions["print-week"].trigger)

    def _lay_out(self) -> None:
        pages = QHBoxLayout(self._segments)
        pages.setContentsMargins(2, 2, 2, 2)
        pages.setSpacing(0)
        for page in self._pages:
            pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(6)
        row.addWidget(self._segments)
        row.addSpacing(14)
        for name in ("undo", "redo"):
            row.addWidget(self._buttons[name])
        row.addSpacing(8)
        for name in ("today", "fit", "zoom-out", "zoom-in"):
            row.addWidget(self._buttons[name])
        row.addWidget(self._zoom)
        row.addStretch(1)
        row.addWidget(self.find_field, 3)
        row.addSpacing(8)
        row.addWidget(self._buttons["catch-up"])
        row.addWidget(self._print)

    def _zoom_menu(self) -> QToolButton:
        """The zooms by name; the button says which one it is."""
        button = QToolButton()
        button.setObjectName("zoom")
        button.setProperty("role", "quiet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("How closely the timeline is shown"))
        menu = QMenu(button)
        for level in ZoomLevel:
            action = self._actions[f"zoom-{level}"]
            menu.addAction(action)
            action.toggled.connect(self._name_zoom)
        menu.addSeparator()
        menu.addAction(self._actions["fit"])
        button.setMenu(menu)
        self._actions["fit"].enabledChanged.connect(button.setEnabled)
        return button

    def _name_zoom(self) -> None:
        names = {
            ZoomLevel.DAYS: self.tr("Days"),
            ZoomLevel.WEEKS: self.tr("Weeks"),
            ZoomLevel.MONTHS: self.tr("Months"),
            ZoomLevel.QUARTERS: self.tr("Quarters"),
            ZoomLevel.YEARS: self.tr("Years"),
        }
        for level, words in names.items():
            if self._actions[f"zoom-{level}"].isChecked():
                self._zoom.setText(f"{words} ▾")
                self._zoom.setAccessibleName(self.tr("Zoom: {level}").format(level=words))

    def _segment(self, action_id: str, text: str) -> QToolButton:
        button = self._button(action_id, text)
        button.setProperty("segment", True)
        button.setCheckable(True)
        return button

    def _button(self, action_id: str, text: str = "") -> QToolButton:
        action = self._actions[action_id]
        button = QToolButton()
        button.setDefaultAction(action)
        words = text or action.text().replace("&", "")
        button.setAccessibleName(words)
        button.setToolTip(_tool_tip(words, action.shortcut().toString()))
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            action.setIconText(text)
        return button


def _tool_tip(words: str, keys: str) -> str:
    return f"{words} ({keys})" if keys else words
