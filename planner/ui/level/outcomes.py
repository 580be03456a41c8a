"""The ways to level side by side, each with what it would do: the learner chooses by the outcome."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from planner.domain.levelling import First, Levelling
from planner.domain.wording import day_text, span_text
from planner.ui.consequences import short_day
from planner.ui.fields.text import ClickLabel, TextLabel, filled, set_property


class Outcomes(QWidget):
    """A column for each way; where both would do the same there is one column and nothing to choose.

    `levellings` holds a proposal for each way, that of the first is chosen at first.
    """

    chosen = Signal()

    def __init__(self, levellings: Mapping[First, Levelling], parent: QWidget) -> None:
        super().__init__(parent)
        differ = len({each.starts for each in levellings.values()}) > 1
        shown = list(levellings)[: None if differ else 1]
        self.buttons = {each: QRadioButton(_title(each), self) for each in shown}
        self.facts = {
            each: tuple(TextLabel(text, parent=self) for text in outcome_texts(levellings[each]))
            for each in shown
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for row, caption in enumerate(_captions(), start=2):
            label = TextLabel(caption, "muted", self)
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        for column, (first, button) in enumerate(self.buttons.items(), start=1):
            about = ClickLabel(_about(first), "muted", self)
            about.clicked.connect(button.click)
            button.setAccessibleDescription(_spoken(about.words, self.facts[first]))
            for row, widget in enumerate((button, about, *self.facts[first])):
                grid.addWidget(widget, row, column)
            for widget in (button, about):
                widget.setVisible(differ)
            grid.setColumnStretch(column, 1)
            button.toggled.connect(self._on_toggled)
        next(iter(self.buttons.values())).setChecked(True)

    @property
    def first(self) -> First:
        """The way that is chosen."""
        return next(each for each, button in self.buttons.items() if button.isChecked())

    def _on_toggled(self, on: bool) -> None:
        for first, facts in self.facts.items():
            for fact in facts:
                set_property(fact, "role", "strong" if self.buttons[first].isChecked() else "")
        if on:
            self.chosen.emit()


def outcome_texts(levelling: Levelling) -> tuple[str, str, str, str]:
    """The finish, where all work ends, what moves, and the weeks with too much, as they would be."""
    ends = _days(levelling.ends_before, levelling.ends_after)
    if levelling.loose:
        ends = filled(_tr("%1, after the finish"), day_text(levelling.ends_after))
    red = str(len(levelling.red_before)), str(len(levelling.red_after))
    return (
        _days(levelling.finish_before, levelling.finish_after),
        ends,
        filled(_tr("%1, by %2 at most"), f"{levelling.moved:,}", span_text(levelling.most_days)),
        filled(_tr("%1 → %2"), *red),
    )


def _captions() -> tuple[str, ...]:
    return _tr("Finish"), _tr("All work ends"), _tr("Items that move"), _tr("Weeks with too much")


def _title(first: First) -> str:
    return _tr("Keep the &order") if first is First.EARLIEST_START else _tr("Keep the &finish")


def _about(first: First) -> str:
    if first is First.EARLIEST_START:
        return _tr("Work stays near its place; what is planned for later makes room.")
    return _tr("The path keeps its days; what has time to spare goes where hours are left.")


def _days(before: date, after: date) -> str:
    if before == after:
        return filled(_tr("%1, as now"), day_text(after))
    return filled(_tr("%1 → %2"), short_day(before, after), day_text(after))


def _spoken(about: str, facts: tuple[TextLabel, ...]) -> str:
    lines = [f"{caption}: {fact.words}" for caption, fact in zip(_captions(), facts, strict=True)]
    return "\n".join([about, *lines])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outcomes", text)
