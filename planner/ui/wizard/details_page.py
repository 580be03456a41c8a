"""The wizard's page on details: name, file, paper, the week's first day, and the reference week."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.domain.plan import Paper
from planner.domain.roadmap import (
    LEAST_REFERENCE_WEEK_HOURS,
    MOST_REFERENCE_WEEK_HOURS,
    Answers,
    Roadmap,
)
from planner.domain.wording import WEEKDAYS, number_text
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.title_limit import TitleLimit
from planner.ui.reasons import provenance_line
from planner.ui.theme_controller import ThemeController
from planner.ui.wizard.page import WizardPage
from planner.ui.wizard.plan_file import SUFFIX, file_for, file_problem

_LETTER_COUNTRIES = (
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
    QLocale.Country.Chile,
    QLocale.Country.Colombia,
)


def usual_paper(locale: QLocale) -> Paper:
    """The paper people print on where the learner lives."""
    return Paper.LETTER if locale.territory() in _LETTER_COUNTRIES else Paper.A4


def usual_week_start(locale: QLocale) -> int:
    """The first day of the week where the learner lives, 0 for Monday."""
    return locale.firstDayOfWeek().value - 1


class DetailsPage(WizardPage):
    """Asks for what has a usual answer."""

    def __init__(
        self,
        roadmap: Roadmap,
        answers: Answers,
        folder: Path,
        theme_controller: ThemeController,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.introduce(
            self.tr("Details"),
            self.tr("A few details"),
            self.tr(
                "All of this can stay as it is. Your plan is one file on this computer and nowhere else."
            ),
        )
        self._roadmap = roadmap
        self._folder = folder
        self._own_path = False
        self.title = QLineEdit(roadmap.plan_title, self)
        self._limit = TitleLimit(self.title, self, most=200)
        self.path = QLineEdit(str(file_for(roadmap.plan_title, folder)), self)
        self._choose = QPushButton(self.tr("Choose…"), self)
        self._choose.setAutoDefault(False)
        self._title_problem = TextLabel(role="danger", parent=self)
        self._path_problem = TextLabel(role="danger", parent=self)
        self.paper = QComboBox(self)
        self.week_start = QComboBox(self)
        self.reference = HoursField(
            self.tr("Reference week"), most=MOST_REFERENCE_WEEK_HOURS, step=1, parent=self
        )
        self.reference_info = InfoButton(
            self.tr("Where it comes from: Reference week"), theme_controller, self
        )
        self.reference_info.set_answer(
            provenance_line(roadmap.reference_week_provenance, roadmap.reference_week_reason)
        )
        self._fill(answers)
        self._lay_out()
        self._connect()

    def take_text(self) -> None:
        """Take hours that are still being typed."""
        self.reference.interpretText()

    def put_into(self, answers: Answers) -> Answers:
        """The answers with title, paper, week start and reference week."""
        hours = self.reference.value()
        return replace(
            answers,
            title=self.title.text().strip(),
            paper=Paper(self.paper.currentText()),
            week_start=self.week_start.currentIndex(),
            reference_week_hours=None if hours == self._roadmap.reference_week_hours else hours,
        )

    def problem(self) -> str:
        """A plan without a name, or a file that cannot be made."""
        if not self.title.text().strip():
            return self.tr("Give your plan a name.")
        return self.reference.problem or file_problem(self.file)

    def first_field(self) -> QWidget:
        """The name."""
        return self.title

    @property
    def file(self) -> Path:
        """The file chosen."""
        text = self.path.text().strip()
        path = Path(text).expanduser()
        return path if path.suffix == SUFFIX or not path.name else path.with_name(path.name + SUFFIX)

    def _fill(self, answers: Answers) -> None:
        self.paper.addItems([each.value for each in Paper])
        self.paper.setCurrentText(answers.paper.value)
        self.week_start.addItems(list(WEEKDAYS))
        self.week_start.setCurrentIndex(answers.week_start)
        self.reference.setMinimum(LEAST_REFERENCE_WEEK_HOURS)
        self.reference.show_value(self._roadmap.reference_week_hours)
        for widget, name in (
            (self.title, self.tr("Name of the plan")),
            (self.path, self.tr("File")),
            (self.paper, self.tr("Paper")),
            (self.week_start, self.tr("Week begins on")),
        ):
            widget.setAccessibleName(name)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self.path, 1)
        file_row.addWidget(self._choose)
        for row, caption in (
            (0, self.tr("Name")),
            (2, self.tr("File")),
            (4, self.tr("Paper")),
            (5, self.tr("Week begins on")),
        ):
            label = TextLabel(caption, "muted", self)
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            grid.addWidget(label, row, 0)
        grid.addWidget(self.title, 0, 1)
        title_notes = QVBoxLayout()
        title_notes.addWidget(self._title_problem)
        title_notes.addWidget(self._limit)
        grid.addLayout(title_notes, 1, 1)
        grid.addLayout(file_row, 2, 1)
        grid.addWidget(self._path_problem, 3, 1)
        grid.addWidget(self.paper, 4, 1)
        grid.addWidget(self.week_start, 5, 1)
        for box in (self.paper, self.week_start):
            box.setMaximumWidth(220)
        self.body.addLayout(grid)
        self.add_section(self.tr("Advanced: the reference week"))
        words = self.tr(
            "The source counts in months and never in hours. To lay its months out on your hours, one week "
            "of steady study is read as %1 h. That is our suggestion, not the source's: with more hours here "
            "the same months hold more work, and your finish moves back."
        )
        hours = number_text(self._roadmap.reference_week_hours)
        self.body.addWidget(TextLabel(filled(words, hours), "muted", self))
        self.reference.setMaximumWidth(160)
        reference_row = QHBoxLayout()
        reference_row.setSpacing(6)
        reference_row.addWidget(self.reference)
        reference_row.addWidget(self.reference_info)
        reference_row.addStretch(1)
        self.body.addLayout(reference_row)
        self.body.addWidget(HoursProblem((self.reference,), self))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.title.textEdited.connect(self._on_title)
        self.path.textEdited.connect(self._on_path)
        self._choose.clicked.connect(self._browse)
        self.paper.currentIndexChanged.connect(self.edited)
        self.week_start.currentIndexChanged.connect(self.edited)
        self.reference.valueChanged.connect(self.edited)
        self.reference.typed.connect(self.edited)

    def _on_title(self, title: str) -> None:
        if not self._own_path:
            self.path.setText(str(file_for(title, self._folder)))
        self._say_problems()
        self.edited.emit()

    def _on_path(self) -> None:
        self._own_path = True
        self._say_problems()
        self.edited.emit()

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the plan goes"), str(self.file.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(self.tr("Milepost plans (*.milepost)"))
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self.file.name)
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, name: str) -> None:
        self.path.setText(name)
        self._on_path()

    def _say_problems(self) -> None:
        has_title = bool(self.title.text().strip())
        self._title_problem.say("" if has_title else self.tr("Give your plan a name."))
        self._path_problem.say(file_problem(self.file))
