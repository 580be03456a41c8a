"""Moving a session with the mouse: a card is dragged to another day, its lower edge pulled to another length.

Nothing changes before the button is let go; Esc, the right button or another window end the drag without any.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from planner.domain.errors import PlanError
from planner.domain.guards import MINUTES_A_DAY
from planner.domain.week import PlannedSession
from planner.domain.wording import minutes_text, weekday_text
from planner.ui.fields.text import filled
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.edge_scroll import EdgeScroll
from planner.ui.week.card_keys import STEP_MINUTES
from planner.ui.week.card_words import stays_put
from planner.ui.week.drag_overlay import DragOverlay, Shown
from planner.ui.week.drag_words import length_lines, move_lines
from planner.ui.week.session_card import SessionCard
from planner.ui.week.session_edits import SessionEdits

if TYPE_CHECKING:
    from planner.ui.week.day_column import DayColumn
    from planner.ui.week.days_row import DaysRow

PIXELS_A_STEP = 8
"""How far the edge is pulled for each five minutes."""

LEAST_HEIGHT = 26.0
"""How low a card is drawn at least, in pixels, however short its session becomes."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a drag says; `wrong` where letting go would do nothing but say so."""

    lines: tuple[str, ...]
    wrong: bool = False


class SessionHand(QObject):
    """Takes hold of cards; the overlay shows what letting go would do."""

    def __init__(
        self, days: "DaysRow", edits: SessionEdits, look: ThemeController, page: QWidget, scroll: QScrollArea
    ) -> None:
        super().__init__(days)
        self._app = QCoreApplication.instance() or self
        self._days, self._edits, self._page, self._scroll = days, edits, page, scroll
        self.overlay = DragOverlay(look, page)
        self._edges = EdgeScroll(self._scroll_by, self)
        self._card: SessionCard | None = None
        self._session: PlannedSession | None = None
        self._begun = QPoint()
        self._at = QPoint()
        self._grabbed = QPoint()
        self._pulls = False
        self._drags = False
        self._day: date | None = None
        self._minutes = 0
        self._lines: tuple[str, ...] = ()
        self._wrong = False
        self._other_weeks: list[tuple[QWidget, int]] = []

    @property
    def dragging(self) -> bool:
        """Whether a card is moved or pulled now."""
        return self._drags

    def add_target(self, widget: QWidget, days: int) -> None:
        """Let a session be dropped on a widget too: it goes so many days from where it is."""
        self._other_weeks.append((widget, days))

    def press(self, card: SessionCard, event: QMouseEvent) -> None:
        """The button went down on a card: a drag begins once the mouse moves."""
        self._card, self._session = card, card.session
        self._grabbed = event.position().toPoint()
        self._begun = self._at = event.globalPosition().toPoint()
        self._pulls = card.on_edge(self._grabbed)
        card.setFocus(Qt.FocusReason.MouseFocusReason)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved with the button held."""
        if self._card is None:
            return
        self._at = event.globalPosition().toPoint()
        if not self._drags:
            distance = (self._at - self._begun).manhattanLength()
            if distance < (3 if self._pulls else QApplication.startDragDistance()):
                return
            if not self._card.editable:
                self.cancel()
                self._edits.message.emit(self.tr("This plan is open for reading only, so its sessions stay."))
                return
            self._begin(self._card)
        self._follow()
        begun, at = (self._scroll.viewport().mapFromGlobal(each) for each in (self._begun, self._at))
        self._edges.follow(QPointF(at), QPointF(begun), QRectF(self._scroll.viewport().rect()))

    def release(self, event: QMouseEvent) -> None:
        """The button was let go: do what was shown."""
        card, session, day, minutes = self._card, self._session, self._day, self._minutes
        drags, pulls, wrong = self._drags, self._pulls, self._wrong
        self.cancel()
        if card is None or session is None or not drags or wrong:
            return
        if pulls:
            self._edits.set_minutes(session, card.day, minutes)
        elif day is not None:
            self._edits.move(session, card.day, day)

    def cancel(self) -> None:
        """Let go without any change."""
        self._edges.stop()
        if self._drags:
            self._app.removeEventFilter(self)
            self.overlay.end()
            self._aim(None)
            if self._card is not None:
                self._card.setCursor(Qt.CursorShape.OpenHandCursor)
        self._card, self._session, self._day = None, None, None
        self._drags, self._lines, self._wrong = False, (), False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a card is dragged: Esc, the right button and another window end it."""
        kinds = QEvent.Type
        if event.type() in (kinds.ShortcutOverride, kinds.KeyPress) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            event.accept()
            return True
        if event.type() == kinds.MouseButtonPress and isinstance(event, QMouseEvent):
            self.cancel()
            return True
        if event.type() == kinds.ApplicationDeactivate:
            self.cancel()
        return False

    def _begin(self, card: SessionCard) -> None:
        self._drags = True
        self._day, self._minutes = None, card.session.minutes if card.session is not None else 0
        self.overlay.begin(card.grab())
        card.setCursor(Qt.CursorShape.SizeVerCursor if self._pulls else Qt.CursorShape.ClosedHandCursor)
        self._app.installEventFilter(self)

    def _follow(self) -> None:
        card, session = self._card, self._session
        if card is None or session is None:
            return
        source = QRectF(self._on_page(card.mapToGlobal(QPoint(0, 0))), card.size())
        self.overlay.draw(
            self._pulled(card, session, source) if self._pulls else self._carried(card, session, source)
        )

    def _carried(self, card: SessionCard, session: PlannedSession, source: QRectF) -> Shown:
        """The card in hand, and the day it hangs over."""
        if not card.movable:
            return Shown(source=source, lines=(stays_put(),), wrong=True)
        view = self._scroll.viewport()
        # What is scrolled out of view goes on behind the bars of the window.
        in_view = view.rect().contains(view.mapFromGlobal(self._at))
        column = self._days.column_at(self._at) if in_view else None
        day, place = None, None
        if column is not None and column.day is not None:
            day = column.day.day
            if day != card.day:
                free = column.free_place(card.height(), card)
                place = QRectF(self._on_page(column.mapToGlobal(free.topLeft())), free.size())
        for widget, days in self._other_weeks:
            if in_view and widget.rect().contains(widget.mapFromGlobal(self._at)):
                day, column = card.day + timedelta(days=days), None
                place = QRectF(self._on_page(widget.mapToGlobal(QPoint(0, 0))), widget.size())
        self._aim(column if place is not None else None)
        if day != self._day or not self._lines:
            self._day = day
            self._say(self._words_of_move(card, session, day))
        return Shown(
            source=source,
            place=place,
            ghost=QPointF(self._on_page(self._at - self._grabbed)),
            lines=self._lines,
            wrong=self._wrong,
        )

    def _pulled(self, card: SessionCard, session: PlannedSession, source: QRectF) -> Shown:
        """The card as long as its edge is pulled."""
        steps = round((card.mapFromGlobal(self._at).y() - self._grabbed.y()) / PIXELS_A_STEP)
        minutes = session.minutes
        if steps:
            whole = round((minutes + steps * STEP_MINUTES) / STEP_MINUTES) * STEP_MINUTES
            minutes = min(max(whole, STEP_MINUTES), MINUTES_A_DAY)
        if minutes != self._minutes or not self._lines:
            self._minutes = minutes
            self._say(self._words_of_minutes(card, session, minutes))
        place = QRectF(source)
        longer = (minutes - session.minutes) / STEP_MINUTES * PIXELS_A_STEP
        place.setHeight(max(source.height() + longer, LEAST_HEIGHT))
        return Shown(source=source, place=place, lines=self._lines, wrong=self._wrong)

    def _words_of_move(self, card: SessionCard, session: PlannedSession, day: date | None) -> Words:
        if day is None:
            return Words((self.tr("Let go over a day to move it there"),))
        if day == card.day:
            return Words((filled(self.tr("Stays on %1"), weekday_text(day)),))
        try:
            after = self._edits.preview_move(session, card.day, day)
        except PlanError as error:
            return Words((str(error),), wrong=True)
        return Words(move_lines(after, session, day))

    def _words_of_minutes(self, card: SessionCard, session: PlannedSession, minutes: int) -> Words:
        if minutes == session.minutes:
            return Words((filled(self.tr("%1, as planned"), minutes_text(minutes)),))
        try:
            after = self._edits.preview_minutes(session, card.day, minutes)
        except PlanError as error:
            return Words((str(error),), wrong=True)
        return Words(length_lines(self._edits.week, after, session, card.day, minutes))

    def _say(self, words: Words) -> None:
        self._lines, self._wrong = words.lines, words.wrong

    def _aim(self, column: "DayColumn | None") -> None:
        for each in self._days.columns:
            each.aim_at(each is column)

    def _on_page(self, place: QPoint) -> QPoint:
        return self._page.mapFromGlobal(place)

    def _scroll_by(self, _dx: float, dy: float) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(round(bar.value() - dy))
        self._follow()
