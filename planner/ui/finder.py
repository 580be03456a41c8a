"""Joins the find field to the timeline: what is typed above filters the rows below."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from planner.ui.find_field import FindField
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.row_filter import Quick


class Finder(QObject):
    """Keeps field and timeline in step; `show_timeline` brings the timeline to the front."""

    def __init__(self, field: FindField, timeline: TimelinePage, show_timeline: Callable[[], object]) -> None:
        super().__init__(timeline)
        self._field = field
        self._timeline = timeline
        self._show_timeline = show_timeline
        field.words_typed.connect(self._on_words)
        field.quick_chosen.connect(self._on_quick)
        field.stepped.connect(self._on_step)
        field.cleared.connect(timeline.clear_filter)
        field.left.connect(timeline.setFocus)
        timeline.filter_changed.connect(self._show)
        self._show()

    def _on_words(self, words: str) -> None:
        if words != self._timeline.keeper.choice.words:
            self._bring_up()
            self._timeline.keeper.show_words(words)

    def _on_quick(self, quick: frozenset[Quick]) -> None:
        self._bring_up()
        self._timeline.keeper.show_quick(quick)

    def _on_step(self, step: int) -> None:
        if self._timeline.keeper.choice.filtered:
            self._bring_up()
            self._timeline.go_to_match(step)

    def _bring_up(self) -> None:
        """Show the timeline where another page is shown, with the keyboard left in the field."""
        if not self._timeline.isVisible():
            self._show_timeline()
            self._field.take_focus_back()

    def _show(self) -> None:
        self._field.show_filter(self._timeline.keeper.choice, self._timeline.keeper.rows)
