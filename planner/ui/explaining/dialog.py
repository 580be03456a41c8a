"""Why is this here?: a date's chain of reasons, each a line that leads to what it names, and the way back.

It stays beside the window while one goes where its lines lead, and follows every edit.
"""

from dataclasses import dataclass
from functools import partial
from itertools import islice

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.domain.changes import Changes
from planner.domain.explaining.chain import Step, steps
from planner.domain.explaining.headings import heading, question
from planner.domain.explaining.reasons import Asked, Reason, Target
from planner.domain.items import Activity, ActivityId, PhaseId
from planner.ui.announcing import announce
from planner.ui.editor import Editor
from planner.ui.explaining.line import ReasonLine
from planner.ui.explaining.words import ICONS, destination
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel
from planner.ui.inspector.page import Mark
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController
from planner.ui.undo_keys import undo_in

WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 540, 220, 560
_AIR = 8
FIRST_STEPS = 3
"""Steps told at first."""

MORE_STEPS = 40
"""Steps told when more are asked for: all of a usual chain, and of one of thousands what can be read."""


@dataclass(frozen=True, slots=True)
class _Left:
    """What was explained before, how many steps of it, and the line that was gone on from."""

    asked: Asked
    told: int
    line: int


class _Lines(QWidget):
    """As high as its words are at the width there is, and no higher."""

    def minimumSizeHint(self) -> QSize:
        """None: Qt's own is that of words wrapped at their narrowest."""
        return QSize(0, 0)


class WhyDialog(QDialog):
    """Explains one item after another; call `ask`. It is not modal."""

    led = Signal(object)
    """A line was pressed: the `Target` to go to."""

    returned = Signal(object)
    """The way back was taken: the item that is explained again, None for the finish."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = theme_controller
        self._asked: Asked = None
        self._before: list[_Left] = []
        self._told = FIRST_STEPS
        self.lines: list[ReasonLine] = []
        self.setWindowTitle(self.tr("Why is this here?"))
        self.setModal(False)
        self.back = IconButton("chevron-left", self.tr("Back (Alt+Left)"), theme_controller, self)
        self.title = TextLabel(role="title", parent=self, marked=True)
        self.more = QPushButton(self.tr("And before that…"), self)
        self.more.setProperty("role", "link")
        self._scroll = QScrollArea(self)
        self._lay_out()
        self.back.clicked.connect(self.go_back)
        self.more.clicked.connect(self._tell_more)
        for keys in (QKeySequence("Alt+Left"), QKeySequence(Qt.Key.Key_Backspace)):
            QShortcut(keys, self, self.go_back)
        editor.changed.connect(self._on_changed)
        theme_controller.changed.connect(self._follow)
        undo_in(self, editor)
        resize_within_screen(self, WIDTH, MOST_HEIGHT)

    @property
    def asked(self) -> Asked:
        """What is explained: an item's or a phase's id, None for the plan's finish."""
        return self._asked

    def ask(self, asked: Asked, *, on_the_way: bool = False) -> None:
        """Explain something; `on_the_way` from what is explained now, so that there is a way back to it."""
        if on_the_way:
            if asked != self._asked:
                self._before.append(_Left(self._asked, self._told, self._line_with_keys()))
        else:
            self._before.clear()
        self._show_other(asked)

    def go_back(self) -> None:
        """Explain again what was explained before."""
        if self._before:
            left = self._before.pop()
            self._show_other(left.asked, left.told, left.line)
            self.returned.emit(self._asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(buttons)

    def _show_other(self, asked: Asked, told: int = FIRST_STEPS, line: int = 0) -> None:
        self._asked, self._told = asked, told
        self._show()
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        self._give_keys(line)
        announce(self, " ".join((self.title.words, *(each.words for each in self.lines[:2]))))

    def _lead(self, line: ReasonLine, target: Target) -> None:
        """Go on from a line, which the way back comes back to."""
        line.setFocus(Qt.FocusReason.MouseFocusReason)
        self.led.emit(target)

    def _step(self, line: ReasonLine, way: int) -> None:
        """The keyboard goes to the line beside one, or on to the rest of the chain."""
        places = [*self.lines, *([self.more] if not self.more.isHidden() else [])]
        found = places[min(max(places.index(line) + way, 0), len(places) - 1)]
        found.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(found, 0, 40)

    def _tell_more(self) -> None:
        """More of the chain; the keyboard goes on with its first line."""
        known = len(self.lines)
        self._told += MORE_STEPS
        self._show()
        self._give_keys(known)

    def _on_changed(self, _changes: Changes) -> None:
        self._follow()

    def _follow(self) -> None:
        """Tell it as it is after an edit; what was asked about may be gone."""
        if not self.isVisible():
            return
        place = self._line_with_keys()
        height = self._scroll.verticalScrollBar().value()
        while not self._known(self._asked):
            if not self._before:
                self.close()
                return
            self._asked = self._before.pop().asked
        self._show()
        if place >= 0:
            self._give_keys(place)
        self._scroll.verticalScrollBar().setValue(height)

    def _line_with_keys(self) -> int:
        """Which line has the keyboard; -1 for none."""
        focused = self.focusWidget()
        return next((number for number, each in enumerate(self.lines) if each is focused), -1)

    def _give_keys(self, line: int) -> None:
        """Let the keyboard go on at a line, or as near as there is one, and show it."""
        found = self.lines[min(max(line, 0), len(self.lines) - 1)]
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        if line > 0:
            self._scroll.ensureWidgetVisible(found, 0, 40)

    def _known(self, asked: Asked) -> bool:
        return (
            asked is None
            or PhaseId(asked) in self._editor.plan.phases
            or ActivityId(asked) in self._editor.schedule.graph.index
        )

    def _show(self) -> None:
        plan, schedule = self._editor.plan, self._editor.schedule
        self.title.say(question(plan, schedule, self._asked))
        self.back.setVisible(bool(self._before))
        every = steps(plan, schedule, self._asked)
        told = list(islice(every, self._told))
        rest = next(every, None) is not None
        self.more.setParent(self)
        self.lines.clear()
        content = _Lines()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(1)
        for step in told:
            self._add_step(column, content, step)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(rest)
        column.addStretch(1)
        self._scroll.setWidget(content)

    def _fit(self) -> None:
        """As high as what is told, within reason; wider or narrower only by hand."""
        column, content = self.layout(), self._scroll.widget()
        assert column is not None
        assert content is not None
        column.activate()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        asked = content.heightForWidth(self._scroll.width() - bar)
        height = self.height() - self._scroll.height() + asked + _AIR
        self.resize(self.width(), min(max(height, LEAST_HEIGHT), MOST_HEIGHT))

    def _add_step(self, column: QVBoxLayout, content: QWidget, step: Step) -> None:
        plan = self._editor.plan
        words = heading(plan, self._editor.schedule, step[0])
        if words and (step[0].step or step[0].about != self._asked):
            column.addWidget(self._heading(step[0], words, content))
        for reason in step:
            line = ReasonLine(ICONS[reason.kind], reason.text, destination(plan, reason), self._look, content)
            line.clicked.connect(partial(self._lead, line, reason.target))
            line.stepped.connect(partial(self._step, line))
            column.addWidget(line)
            self.lines.append(line)

    def _heading(self, first: Reason, words: str, parent: QWidget) -> QWidget:
        plan = self._editor.plan
        item = plan.node(ActivityId(first.about))
        colour = self._look.theme.phase(plan.phase(item.phase).colour).solid
        widget = QWidget(parent)
        line = QHBoxLayout(widget)
        line.setContentsMargins(6, 10, 0, 2)
        line.setSpacing(7)
        mark = Mark(widget)
        mark.show_shape("bar" if isinstance(item, Activity) else "diamond", colour)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(TextLabel(words, "strong", widget), 1)
        return widget
