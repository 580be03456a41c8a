"""The timer in the window, on every page: its time and what can be done with it, a question, or a notice."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from planner.domain.changes import Changes
from planner.domain.timer import Timer, minutes_of
from planner.domain.wording import minutes_text
from planner.ui.announcing import announce
from planner.ui.editor import Editor
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController
from planner.ui.timer.controller import TimerController
from planner.ui.timer.silence import Answer, Cause, Silence
from planner.ui.timer.timer_words import clock_of, question_text, step_title_of, title_of

LEAST_SENTENCE = 140


class TimerBar(QFrame):
    """A line under the tool bar; without a timer, question or notice it takes no room."""

    def __init__(
        self,
        controller: TimerController,
        editor: Editor,
        theme_controller: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._editor = editor
        self._look = theme_controller
        self._said = ""
        self.setProperty("role", "filter")
        self.setAccessibleName(self.tr("Timer"))
        self._icon = QLabel()
        self._icon.setFixedSize(QSize(16, 16))
        self.time = QLabel()
        self.time.setProperty("role", "strong")
        self.time.setMinimumWidth(self.time.fontMetrics().horizontalAdvance("00:00:00") + 6)
        self.sentence = TextLabel()
        self.toggle = QPushButton()
        self.stop = QPushButton(self.tr("Stop and log"))
        self.discard = IconButton("trash", self.tr("Discard the timer: nothing is logged"), self._look, self)
        self.answers = {each: QPushButton() for each in Answer}
        self.way_on = QPushButton()
        self.close_notice = IconButton("close", self.tr("Close"), self._look, self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what is true of the timer now."""
        timer, silence, notice = self._controller.timer, self._controller.silence, self._controller.notice
        running, asks = timer is not None and silence is None, silence is not None
        shown: tuple[QWidget, ...] = (self.time, self.toggle, self.stop, self.discard)
        for widget in shown:
            widget.setVisible(running)
        for button in self.answers.values():
            button.setVisible(asks)
        self.answers[Answer.ON].setVisible(silence is not None and silence.cause is Cause.CLOSED)
        offers = timer is None and notice is not None
        self.way_on.setVisible(offers)
        self.close_notice.setVisible(offers)
        if timer is not None:
            self._show_timer(timer, silence)
        elif notice is not None:
            self.way_on.setText(notice.way_on)
            self._say(notice.sentence)
        else:
            self._said = ""
        self._dress()
        self._show_time()
        self.setVisible(timer is not None or notice is not None)

    def _on_changed(self, _changes: Changes) -> None:
        """Follow the titles of what is timed."""
        if self._controller.timer is not None:
            self.refresh()

    def _show_timer(self, timer: Timer, silence: Silence | None) -> None:
        title = title_of(self._editor.plan, timer)
        if silence is not None:
            self._say(question_text(title, silence, self._controller.local))
            return
        step = step_title_of(self._editor.plan, timer)
        what = f"{title} · {step}" if step else title
        self.toggle.setText(self.tr("Pause") if timer.running else self.tr("Resume"))
        self.toggle.setAccessibleName(
            filled(self.tr("Pause the timer: %1") if timer.running else self.tr("Resume the timer: %1"), what)
        )
        self.stop.setAccessibleName(filled(self.tr("Stop the timer and log it: %1"), what))
        self._said = ""
        self.sentence.say(what if timer.running else filled(self.tr("%1 · paused"), what))

    def _show_time(self) -> None:
        """The time alone, each second; a screen reader finds it in minutes, so that it is not told each."""
        controller = self._controller
        if controller.timer is None:
            return
        silence = controller.silence
        if silence is None:
            self.time.setText(clock_of(controller.seconds))
            minutes = minutes_text(int(controller.seconds) // 60)
            name = filled(self.tr("Time studied: %1"), minutes)
            if self.time.accessibleName() != name:
                self.time.setAccessibleName(name)
            return
        counts = {each: minutes_text(minutes_of(controller.seconds_if(each))) for each in Answer}
        if silence.cause is Cause.SLEPT:
            forms = (self.tr("Without the sleep (%1)"), self.tr("With the sleep (%1)"))
        else:
            forms = (self.tr("Until then (%1)"), self.tr("Until now (%1)"))
        going_on = self.tr("Go on without the time away (%1)")
        self._name(self.answers[Answer.ON], filled(going_on, counts[Answer.ON]))
        self._name(self.answers[Answer.THEN], filled(forms[0], counts[Answer.THEN]))
        self._name(self.answers[Answer.NOW], filled(forms[1], counts[Answer.NOW]))
        self._name(self.answers[Answer.NOTHING], self.tr("Not at all"))

    def _name(self, button: QPushButton, text: str) -> None:
        if button.text() != text:
            button.setText(text)

    def _say(self, sentence: str) -> None:
        self.sentence.say(sentence)
        if sentence != self._said:
            self._said = sentence
            announce(self, sentence, urgent=True)

    def _lay_out(self) -> None:
        self.sentence.setMinimumWidth(LEAST_SENTENCE)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 12, 6)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.time)
        line.addWidget(self.sentence, 1)
        texts = (self.toggle, self.stop, *self.answers.values(), self.way_on)
        buttons: tuple[QWidget, ...] = (*texts, self.discard, self.close_notice)
        for button in buttons:
            line.addWidget(button)
        for before, after in pairwise(buttons):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        controller = self._controller
        controller.changed.connect(self.refresh)
        controller.ticked.connect(self._show_time)
        self._editor.changed.connect(self._on_changed)
        self._look.changed.connect(self._dress)
        self.toggle.clicked.connect(controller.toggle)
        self.stop.clicked.connect(controller.stop)
        self.discard.clicked.connect(controller.discard)
        self.way_on.clicked.connect(controller.take_way_on)
        self.close_notice.clicked.connect(controller.put_away)
        for answer, button in self.answers.items():
            button.clicked.connect(lambda _checked=False, said=answer: controller.answer(said))

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.icons.pixmap("clock", 16, "info_text", ratio))
