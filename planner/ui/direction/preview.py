"""What a change of direction would do, before it is done: the finish, and what stays, goes and comes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.direction import DirectionChange
from planner.domain.direction_lines import Fate, Line
from planner.domain.direction_texts import base_id
from planner.domain.outlook import what_the_hours_mean
from planner.domain.plan import Plan
from planner.domain.wording import day_text, effort_text, number_text, span_text
from planner.ui.fields.text import TextLabel, filled


class DirectionPreview(QWidget):
    """Shows a change, anew each time another is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finish = TextLabel(role="strong", parent=self)
        self.months = TextLabel(role="strong", parent=self)
        self.note = TextLabel(parent=self)
        self.lists = QScrollArea(self)
        self._lay_out()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is nothing to preview."""
        self._facts.hide()
        self.lists.hide()
        self.note.say(sentence)

    def show_change(self, plan: Plan, change: DirectionChange) -> None:
        """Show what a change of this plan would do."""
        self._facts.show()
        self.lists.show()
        before, after = change.finish_before, change.finish_after
        self.finish.say(self._finish_text(change))
        months = [
            number_text(what_the_hours_mean(each, laid_out).months)
            for each, laid_out in ((plan, change.schedule_before), (change.plan, change.schedule))
        ]
        same = before == after
        self.months.say(
            filled(self.tr("%1, as now"), months[0]) if same else filled(self.tr("%1 → %2"), *months)
        )
        self.note.say("")
        self._fill(plan, change)

    def _finish_text(self, change: DirectionChange) -> str:
        before, after = change.finish_before, change.finish_after
        if before == after:
            return filled(self.tr("%1, as now"), day_text(before))
        later = self.tr("%1 → %2, %3 later") if after > before else self.tr("%1 → %2, %3 earlier")
        return filled(later, day_text(before), day_text(after), span_text((after - before).days))

    def _lay_out(self) -> None:
        self._facts = QWidget(self)
        facts = QFormLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(18)
        facts.addRow(self.tr("Finish"), self.finish)
        facts.addRow(self.tr("Months"), self.months)
        self.lists.setFrameShape(QFrame.Shape.NoFrame)
        self.lists.setWidgetResizable(True)
        self.lists.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lists.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lists.setAccessibleName(self.tr("What stays, goes and comes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._facts)
        column.addWidget(self.note)
        column.addWidget(self.lists, 1)
        column.addStretch(0)

    def _fill(self, plan: Plan, change: DirectionChange) -> None:
        content = QWidget(self.lists)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 4, 12, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        spoken = []
        row = 0
        for heading, lines in (
            (self.tr("Comes"), change.comes),
            (self.tr("Goes"), change.goes),
            (self.tr("Stays"), change.stays),
        ):
            title = TextLabel(filled(self.tr("%1: %2"), heading, str(len(lines))), "section", content)
            title.setContentsMargins(0, 10 if row else 0, 0, 2)
            grid.addWidget(title, row, 0, 1, 2)
            row += 1
            for line in lines:
                words = self._words(plan, line)
                grid.addWidget(TextLabel(line.title, parent=content), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(TextLabel(words, "muted", content), row, 1, Qt.AlignmentFlag.AlignTop)
                spoken.append(f"{heading}: {line.title}, {words}.")
                row += 1
        rest = self._rest_text(change)
        last = TextLabel(rest, "muted", content)
        last.setContentsMargins(0, 8, 0, 0)
        grid.addWidget(last, row, 0, 1, 2)
        grid.setRowStretch(row + 1, 1)
        content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.lists.setWidget(content)
        self.lists.setAccessibleDescription(" ".join([*spoken, rest]))

    def _rest_text(self, change: DirectionChange) -> str:
        words = self.tr(
            "%1 more activities and milestones stay as they are, and so do your dates, notes, hours, "
            "evidence and additions."
        )
        return filled(words, str(change.untouched))

    def _words(self, plan: Plan, line: Line) -> str:
        """Why an item stays, what becomes of it, or how long it takes."""
        on_checklist = base_id(line.item) in plan.checklist
        plain = {
            Fate.FINISHED: self.tr("finished"),
            Fate.TICKED: self.tr("ticked"),
            Fate.REWORDED: self.tr("the same work, described anew"),
            Fate.REPLACED: self.tr("not ticked") if on_checklist else self.tr("not begun"),
            Fate.ARCHIVED: self.tr("begun: kept in the archive"),
            Fate.NEW: self.tr("to prove") if on_checklist else "",
            Fate.RESTORED: self.tr("back from the archive"),
        }
        with_hours = {
            Fate.ARCHIVED: self.tr("%1 logged: kept in the archive"),
            Fate.NEW: self.tr("%1 of work"),
            Fate.RESTORED: self.tr("back from the archive, %1 logged"),
        }
        if line.fate not in with_hours or not line.hours:
            return plain[line.fate]
        whole = line.fate is Fate.NEW
        return filled(with_hours[line.fate], f"{line.hours:.0f} h" if whole else effort_text(line.hours))
