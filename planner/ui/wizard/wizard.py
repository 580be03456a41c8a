"""NewPlanWizard: a few questions that become a dated plan, with the finish in sight on every page."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlanError
from planner.domain.items import Provenance
from planner.domain.outlook import Place, what_the_hours_mean
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers, Background, Roadmap
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import day_text, number_text, range_text
from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import TextLabel, filled, set_property
from planner.ui.reasons import outcome_reason
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController
from planner.ui.wizard.background_page import BackgroundPage
from planner.ui.wizard.details_page import DetailsPage, usual_paper, usual_week_start
from planner.ui.wizard.direction_page import DirectionPage
from planner.ui.wizard.page import WizardPage
from planner.ui.wizard.prerequisites_page import PrerequisitesPage
from planner.ui.wizard.preview_page import PreviewPage
from planner.ui.wizard.time_page import TimePage


class NewPlanWizard(QDialog):
    """Asks what a plan needs. Accepted, `plan`, `answers` and `path` say what to make and where.

    It writes nothing itself. `open_existing` tells that the learner has a plan already and wants to open it.
    """

    def __init__(
        self,
        roadmap: Roadmap,
        today: date,
        theme_controller: ThemeController,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._roadmap = roadmap
        self._look = theme_controller
        locale = QLocale.system()
        self._first = Answers(start=today, paper=usual_paper(locale), week_start=usual_week_start(locale))
        self.answers = self._first
        self.plan: Plan | None = None
        self.open_existing = False
        self._build(today, folder)
        self._lay_out()
        self._connect()
        self._on_background()
        self.background.first_field().setFocus()

    @property
    def path(self) -> Path:
        """The file the plan is to be made in."""
        return self.details.file

    def go_to(self, page: WizardPage) -> None:
        """Show a page, ready to type."""
        self.steps.setCurrentRow(self._pages.indexOf(page))
        # As by Tab: what stands in a field is chosen, and the first key takes its place.
        page.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def accept(self) -> None:
        """Create the plan, unless something is missing: then show where, with the reason beside it."""
        for page in self._all_pages:
            page.take_text()
        self._recompute()
        for page in self._all_pages:
            if problem := page.problem():
                self.go_to(page)
                self._say(problem, wrong=True)
                return
        if self.plan is not None:
            super().accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window creates nothing."""
        self.plan = None
        super().closeEvent(event)

    def _build(self, today: date, folder: Path) -> None:
        self.setWindowTitle(self.tr("New plan"))
        self._pages = QStackedWidget(self)
        self.background = BackgroundPage(self._roadmap, self._look, self)
        self.prerequisites = PrerequisitesPage(self._roadmap, self)
        self.time = TimePage(self._first, today, self._roadmap.reference_week_hours, self._look, self)
        self.direction = DirectionPage(self._roadmap, self)
        self.details = DetailsPage(self._roadmap, self._first, folder, self._look, self)
        self.preview = PreviewPage(self._look, self)
        self._all_pages: tuple[WizardPage, ...] = (
            self.background,
            self.prerequisites,
            self.time,
            self.direction,
            self.details,
            self.preview,
        )
        self.steps = QListWidget(self)
        self.steps.setAccessibleName(self.tr("Steps"))
        self.outcome = TextLabel(role="strong", parent=self)
        self.outcome_info = InfoButton(self.tr("Where it comes from: the finish"), self._look, self)
        self.existing = QPushButton(self.tr("Open a plan…"), self)
        self.existing.setProperty("role", "quiet")
        self.back = QPushButton(self.tr("&Back"), self)
        self.next = QPushButton(self.tr("&Next"), self)
        self.create_plan = QPushButton(self.tr("Create plan"), self)
        self.create_plan.setProperty("role", "primary")
        self.create_plan.setDefault(True)
        self.existing.setAutoDefault(False)

    def _lay_out(self) -> None:
        for number, page in enumerate(self._all_pages, 1):
            self._pages.addWidget(page)
            self.steps.addItem(f"{number}   {page.name}")
        self.steps.setCurrentRow(0)
        self.steps.setFixedWidth(190)
        self.steps.setSpacing(2)
        rail = QVBoxLayout()
        rail.setContentsMargins(14, 20, 6, 14)
        rail.addWidget(self.steps, 1)
        rail.addWidget(self.existing, 0, Qt.AlignmentFlag.AlignLeft)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addLayout(rail)
        upper.addWidget(_line(self, vertical=True))
        upper.addWidget(self._pages, 1)
        footer = QHBoxLayout()
        footer.setContentsMargins(20, 10, 20, 12)
        footer.setSpacing(8)
        footer.addWidget(self.outcome, 1)
        footer.addWidget(self.outcome_info)
        footer.addSpacing(6)
        for button in (self.back, self.next, self.create_plan):
            footer.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        layout.addWidget(_line(self, vertical=False))
        layout.addLayout(footer)
        resize_within_screen(self, 940, 640)

    def _connect(self) -> None:
        for page in self._all_pages:
            page.edited.connect(self._recompute)
        self.background.cards.chosen.connect(self._on_background)
        self.steps.currentRowChanged.connect(self._show_page)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.create_plan.clicked.connect(self.accept)
        self.existing.clicked.connect(self._open_existing)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.reject)
        self._show_page(0)

    @property
    def _background(self) -> Background:
        chosen = self.background.cards.current
        return next(each for each in self._roadmap.backgrounds if each.id == chosen)

    def _turn(self, by: int) -> None:
        self.go_to(self._all_pages[self.steps.currentRow() + by])

    def _show_page(self, row: int) -> None:
        self._pages.setCurrentIndex(row)
        self.back.setEnabled(row > 0)
        self.next.setEnabled(row < len(self._all_pages) - 1)

    def _on_background(self) -> None:
        self.prerequisites.show_background(self._background)
        arrange_focus(self)
        self._recompute()

    def _open_existing(self) -> None:
        self.open_existing = True
        self.reject()

    def _recompute(self) -> None:
        """Make the plan from what stands on the pages, and say where it leads."""
        answers = self._first
        for page in self._all_pages:
            answers = page.put_into(answers)
        self.answers = answers
        try:
            plan = plan_from(self._roadmap, answers)
            laid_out = schedule(plan)
        except PlanError as error:
            self.plan = None
            self._say(str(error), wrong=True)
            self.outcome_info.set_answer("")
            return
        self.plan = plan
        self.preview.show_plan(plan, laid_out)
        problem = self.time.problem()
        self._say(problem or finish_line(plan, laid_out), wrong=bool(problem))
        self.outcome_info.set_answer("" if problem else outcome_reason(plan, laid_out))

    def _say(self, text: str, *, wrong: bool) -> None:
        self.outcome.say(text)
        set_property(self.outcome, "role", "danger" if wrong else "strong")


def finish_line(plan: Plan, laid_out: Schedule) -> str:
    """Like “At 10 h a week: job-ready around 17 Aug 2028 · 19.4 months · inside the source's 18–24”."""
    outlook = what_the_hours_mean(plan, laid_out)
    milestone = laid_out.finish_milestone
    goal = plan.milestone(milestone).title.lower() if milestone is not None else _tr("done")
    line = filled(
        _tr("At %1 h a week: %2 around %3 · %4 months"),
        number_text(outlook.week_hours),
        goal,
        day_text(outlook.finish),
        number_text(outlook.months),
    )
    if outlook.window is None:
        return line
    words = {
        Place.INSIDE: _tr("inside %1"),
        Place.EARLIER: _tr("sooner than %1"),
        Place.BEYOND: _tr("longer than %1"),
    }[outlook.place]
    sourced = outlook.window.provenance is Provenance.SOURCE
    whose = _tr("the source's %1") if sourced else _tr("the usual %1")
    window = filled(whose, range_text(outlook.window.low, outlook.window.high))
    return f"{line} · {filled(words, window)}"


def _line(parent: QWidget, *, vertical: bool) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewPlanWizard", text)
