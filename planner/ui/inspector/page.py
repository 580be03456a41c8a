"""What the pages of the inspector share: a head with a mark, rows of facts, and one road to the editor."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.plan import Plan
from planner.ui.editor import Editor
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel
from planner.ui.theme_controller import ThemeController

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.ui.forecasting.keeper import ForecastKeeper
    from planner.ui.impossible.keeper import ProblemKeeper

Arguments = ParamSpec("Arguments")

MARGIN = 16
CAPTION_WIDTH = 66
_WIDEST = 16_777_215
"""Qt's own widest width: a field as wide as that has no limit."""


class Page(QWidget):
    """One sort of item in the inspector. It is built once and refreshed in place."""

    message = Signal(str)
    """One plain sentence for the status bar."""

    why_asked = Signal()
    """The learner wants to know why what is shown is where it is."""

    item_requested = Signal(str)
    """The learner wants to see the item with this id."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self.look = theme_controller
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 14, MARGIN, MARGIN)
        self.body.setSpacing(8)
        self.editable: list[QWidget] = []
        self.forecasts: ForecastKeeper | None = None
        self.problems: ProblemKeeper | None = None

    def show_item(self, item_id: str) -> None:
        """Show another item."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the item as the plan has it now."""
        raise NotImplementedError

    def show_forecast(self) -> None:
        """Say what the forecast says of the item now."""

    def show_problems(self) -> None:
        """Say what cannot be about the item, and what would help."""

    def add_why(self, rows: "FactRows") -> LinkButton:
        """Add a link under the dates in some rows that asks why they are what they are."""
        link = LinkButton(self)
        link.say(self.tr("Why then?"))
        link.clicked.connect(self.why_asked)
        rows.add_link(link)
        return link

    def first_field(self) -> QWidget:
        """Where the keyboard goes on when the item is to be edited."""
        return self

    def flush(self) -> None:
        """Keep what was typed and is not in the plan yet."""

    def edit(
        self,
        text: str,
        verb: Callable[Concatenate[Plan, Arguments], Plan],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> bool:
        """Apply a verb as one undo step; when it is refused the page shows the plan as it is."""
        if self.editor.apply(text, verb, *args, **kwargs):
            return True
        self.refresh()
        return False

    def follow_read_only(self) -> None:
        """Let only a plan that takes edits be edited."""
        for widget in self.editable:
            widget.setEnabled(not self.editor.read_only)


class Mark(QWidget):
    """The small sign beside a title: a diamond, a bar, or an icon in a colour of the theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(18, 20)
        self._shape = "diamond"
        self._colour = QColor()

    def show_shape(self, shape: str, colour: QColor) -> None:
        """Show “diamond” or “bar” in a colour."""
        if (shape, colour) != (self._shape, self._colour):
            self._shape, self._colour = shape, colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            centre = QPointF(self.width() / 2, self.height() / 2)
            painter.setBrush(self._colour)
            if self._shape == "bar":
                painter.drawRoundedRect(1, round(centre.y()) - 3, self.width() - 2, 6, 2, 2)
                return
            reach = 7.0
            points = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in points]))


class Head(QWidget):
    """A title with its mark, and a muted line under it."""

    def __init__(self, parent: QWidget, mark: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self.title = TextLabel(role="title", parent=self, marked=True)
        self.line = TextLabel(role="muted", parent=self)
        first = QHBoxLayout()
        first.setSpacing(7)
        first.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(first)
        layout.addWidget(self.line)


class FactRows(QWidget):
    """Captions on the left, what they stand for on the right, and a button where a figure can be asked."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, CAPTION_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def add_text(self, caption: str) -> "FactText":
        """Add a row that shows words."""
        row = self._grid.rowCount()
        fact = FactText(caption, self._look, self)
        fact.caption.setContentsMargins(0, 2, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(fact.caption, row, 0, top)
        self._grid.addWidget(fact.value, row, 1)
        self._grid.addWidget(fact.info, row, 2, top)
        return fact

    def add_link(self, link: QWidget) -> None:
        """Add something to press under the row before."""
        self._grid.addWidget(link, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)

    def add_field(self, caption: str, field: QWidget, info: InfoButton | None = None) -> TextLabel:
        """Add a row with something to edit; gives the caption."""
        row = self._grid.rowCount()
        label = _caption(caption, self)
        label.setContentsMargins(0, 7, 0, 0)
        label.setBuddy(field)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        narrow = field.maximumWidth() < _WIDEST
        place = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
        self._grid.addWidget(field, row, 1, 1, 1 if info else 2, place)
        if info:
            self._grid.addWidget(info, row, 2, Qt.AlignmentFlag.AlignVCenter)
        return label


class FactText:
    """One row of words; without words the whole row hides."""

    def __init__(self, caption: str, theme_controller: ThemeController, parent: QWidget) -> None:
        self.caption = _caption(caption, parent)
        self.value = TextLabel(parent=parent)
        question = parent.tr("Where this comes from: %1").replace("%1", caption)
        self.info = InfoButton(question, theme_controller, parent)
        self.info.setFixedSize(22, 20)

    def say(self, text: str, answer: str = "") -> None:
        """Show a text, and what answers a question about it."""
        self.caption.setVisible(bool(text))
        self.value.say(text)
        self.info.set_answer(answer if text else "")


def _caption(text: str, parent: QWidget) -> TextLabel:
    label = TextLabel(text, "muted", parent)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    label.setMaximumWidth(CAPTION_WIDTH + 30)
    return label


def section(text: str, parent: QWidget, info: InfoButton | None = None) -> QWidget:
    """A small heading with some air above it, and a button that answers where its figures come from."""
    widget = QWidget(parent)
    line = QHBoxLayout(widget)
    line.setContentsMargins(0, 8, 0, 0)
    line.setSpacing(2)
    line.addWidget(TextLabel(text, "section", widget), 1)
    if info is not None:
        info.setParent(widget)
        info.setFixedSize(22, 20)
        line.addWidget(info)
    return widget
