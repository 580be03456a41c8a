"""Check links: lists the links kept in the plan, and asks which answer once the learner says so."""

from functools import partial
from queue import SimpleQueue

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import MilestoneId
from planner.domain.plan_links import PlanLink, plan_links
from planner.exchange.link_answers import Answer, Checked
from planner.exchange.link_check import Limits, LinkCheck
from planner.exchange.link_run import looks_offline, settled
from planner.ui.announcing import announce
from planner.ui.collecting import collect_here_while
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.tips import wrapped_tip
from planner.ui.fields.widths import fair_widths
from planner.ui.inspector.evidence_words import role_word
from planner.ui.link_check.words import ICONS, ROLES, STANDINGS, Standing, answer_words
from planner.ui.links import link_problem, open_link, short_link
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController

WIDTH, HEIGHT = 960, 500
ROW_HEIGHT = 28
AIR = 44
"""Pixels beside the words of a column: its icon and its margins."""

LEAST_ANSWER = 260
"""Pixels kept free for what is answered, before anything is."""

LINK, WHERE, ANSWER = range(3)
LONGEST_SHOWN = 200
_HEAR_MS = 40


def check_links(
    editor: Editor, theme_controller: ThemeController, window: QWidget, milestone: MilestoneId | None = None
) -> None:
    """Open the dialog beside the window; one that is open already makes room for it."""
    for each in window.findChildren(LinkCheckDialog):
        each.reject()
    LinkCheckDialog(editor, theme_controller, window, milestone).open()


class LinkCheckDialog(QDialog):
    """Of the whole plan, or of one milestone. Closing it stops the asking. It changes nothing in the plan."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        parent: QWidget,
        milestone: MilestoneId | None = None,
        *,
        limits: Limits | None = None,
        trusted: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check links"))
        self._look = theme_controller
        self._links = plan_links(editor.plan, milestone)
        self._limits = limits or Limits()
        self._trusted = trusted
        self._heard: list[Checked] = []
        self._answers: dict[str, Checked] = {}
        self._asked = 0
        self._check: LinkCheck | None = None
        self._news = SimpleQueue[Checked | None]()
        self._hearing = QTimer(self)
        self._hearing.setInterval(_HEAR_MS)
        self._hearing.timeout.connect(self._hear)
        self.heading = TextLabel(self.tr("Check links"), "title", self)
        self.about = TextLabel(self._about(editor, milestone), parent=self)
        self.list = QTreeWidget(self)
        self.progress = QProgressBar(self)
        self.state = TextLabel(role="muted", parent=self)
        self.start_button = QPushButton(self.tr("Check now"), self)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.open_button = QPushButton(self.tr("Open…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._fill()
        self._connect()
        theme_controller.changed.connect(self._show_answers)
        self.list.viewport().installEventFilter(self)

    def open(self) -> None:
        """Show it beside the window, which stays usable; it frees itself when it is closed."""
        self.finished.connect(self.deleteLater)
        self.setModal(False)
        self.show()
        self.start_button.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the columns the room there is in the list, whenever it is another."""
        if event.type() is QEvent.Type.Resize:
            self._share_room()
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Stop asking, and close."""
        self.stop()
        super().done(result)

    def start(self) -> None:
        """Ask all links."""
        self.stop()
        self._heard, self._answers = [], {}
        fine = [each.link for each in self._links if not link_problem(each.link)]
        self._news = SimpleQueue()
        self._check = LinkCheck(
            fine,
            self._news.put,
            partial(self._news.put, None),
            limits=self._limits,
            trusted=self._trusted,
        )
        # Also where the window closes around it: the check must not tell what is gone.
        self.destroyed.connect(self._check.cancel)
        self._asked = len(set(fine))
        self.progress.setRange(0, self._asked)
        self._say_progress()
        self._show_answers()
        self._show_running(True)
        collect_here_while(LinkCheck.running)
        self._check.start()
        self._hearing.start()
        self.stop_button.setFocus()

    def stop(self) -> None:
        """Ask nothing more, at once; what is known stays."""
        if self._check is None:
            return
        self._check.cancel()
        self._check = None
        self._hearing.stop()
        self._show_running(False)
        self._show_answers()
        self.state.say(
            filled(self.tr("Stopped. %1 of %2 were asked."), str(len(self._answers)), str(self._asked))
        )

    def words_of(self, row: int) -> str:
        """What a row says of its link now."""
        item = self.list.topLevelItem(row)
        return item.text(ANSWER) if item is not None else ""

    def _about(self, editor: Editor, milestone: MilestoneId | None) -> str:
        if not self._links:
            return self.tr("There are no links yet. They come with the evidence you keep and with courses.")
        if milestone is None:
            which = self.tr("All links in this plan: your evidence, and the pages of courses and projects.")
        else:
            title = editor.plan.milestone(milestone).title
            which = filled(self.tr("The links of “%1”, and of the courses that lead to its items."), title)
        return (
            which
            + " "
            + self.tr(
                "Each website is asked whether the page is there. Nothing else is sent, and nothing is asked "
                "before you press Check now."
            )
        )

    def _lay_out(self) -> None:
        self.list.setHeaderLabels([self.tr("Link"), self.tr("Where"), self.tr("What it answers")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setAccessibleName(self.tr("Links"))
        header = self.list.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Links asked"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        for button in (self.start_button, self.stop_button, self.close_button):
            buttons.addWidget(button)
            button.setAutoDefault(False)
        self.open_button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (self.heading, self.about):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        resize_within_screen(self, WIDTH, HEIGHT)
        self._show_running(False)

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(self.stop)
        self.close_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._open)
        self.list.itemActivated.connect(lambda *_: self._open())
        self.list.currentItemChanged.connect(lambda now, _: self.open_button.setEnabled(now is not None))

    def _fill(self) -> None:
        for each in self._links:
            row = QTreeWidgetItem([short_link(each.link, LONGEST_SHOWN), _where(each), ""])
            row.setSizeHint(LINK, QSize(0, ROW_HEIGHT))
            row.setToolTip(LINK, wrapped_tip(each.link[:500]))
            row.setToolTip(WHERE, wrapped_tip(_where(each)))
            self.list.addTopLevelItem(row)
        self.open_button.setEnabled(False)
        self._show_answers()
        self._share_room()

    def _share_room(self) -> None:
        """Make each column as wide as its words, or as is fair where there is no room for all of them."""
        header, advance = self.list.header(), self.fontMetrics().horizontalAdvance
        rows = [row for at in range(len(self._links)) if (row := self.list.topLevelItem(at)) is not None]
        wanted = [
            max([header.sectionSizeHint(column), *(advance(row.text(column)) + AIR for row in rows)])
            for column in (LINK, WHERE, ANSWER)
        ]
        wanted[ANSWER] = max(wanted[ANSWER], LEAST_ANSWER)
        for column, width in enumerate(fair_widths(wanted, self.list.viewport().width())[:ANSWER]):
            header.resizeSection(column, width)

    def _hear(self) -> None:
        """Take the news that the check's own thread left; all that has come is shown at once."""
        heard = []
        while not self._news.empty():
            heard.append(self._news.get())
        self._heard += [each for each in heard if each is not None]
        self._answers = settled(self._heard)
        if None in heard:
            self._on_finished()
        elif heard:
            self._say_progress()
            self._show_answers()

    def _say_progress(self) -> None:
        self.progress.setValue(len(self._answers))
        self.state.say(filled(self.tr("%1 of %2 asked"), str(len(self._answers)), str(self._asked)))

    def _on_finished(self) -> None:
        self._check = None
        self._hearing.stop()
        self._show_running(False)
        self._bring_up_what_needs_a_look()
        standings = {each.link: self._standing(each) for each in self._links}
        bad = sum(each is Standing.BAD for each in standings.values())
        lost = sum(each.answer is Answer.UNREACHABLE for each in self._answers.values())
        if looks_offline(self._heard):
            some = self.tr("%1 of %2 could not be reached. Are you online?")
            none = self.tr("None of the websites could be reached. Are you online?")
            asked = len(self._answers)
            words = none if lost == asked else filled(some, str(lost), str(asked))
        elif bad + lost:
            words = filled(self.tr("Done: %1 of %2 need a look."), str(bad + lost), str(len(standings)))
        else:
            words = self.tr("Done: all of them answer.")
        self.state.say(words)
        announce(self, words)

    def _bring_up_what_needs_a_look(self) -> None:
        """Put what does not answer first, once all is known: until then no row moves under the pointer."""
        order = (Standing.BAD, Standing.LOOK, Standing.GOOD)
        self._links = tuple(sorted(self._links, key=lambda each: order.index(self._standing(each))))
        self.list.clear()
        self._fill()

    def _standing(self, link: PlanLink) -> Standing:
        """How a link stands once all are known; one that was not asked is no plain link."""
        checked = self._answers.get(link.link)
        return Standing.BAD if checked is None else STANDINGS[checked.answer]

    def _show_running(self, running: bool) -> None:
        self.start_button.setVisible(not running)
        self.start_button.setEnabled(bool(self._links))
        self.start_button.setText(self.tr("Check again") if self._answers else self.tr("Check now"))
        self.start_button.setDefault(not running)
        self.stop_button.setVisible(running)
        self.progress.setVisible(running)

    def _show_answers(self) -> None:
        icons = self._look.icons
        for place, each in enumerate(self._links):
            row, checked = self.list.topLevelItem(place), self._answers.get(each.link)
            if row is None:
                continue
            if problem := link_problem(each.link):
                words, standing = problem, Standing.BAD
            elif checked is not None:
                words, standing = answer_words(checked, self._limits.longest), STANDINGS[checked.answer]
            else:
                words, standing = (self.tr("Asking…") if self._check is not None else ""), Standing.LOOK
            row.setText(ANSWER, words)
            row.setToolTip(ANSWER, wrapped_tip(words))
            if checked is not None or problem:
                row.setIcon(ANSWER, icons.icon(ICONS[standing], ROLES[standing]))

    def _open(self) -> None:
        chosen = self.list.currentItem()
        if chosen is None:
            return
        if problem := open_link(self._links[self.list.indexOfTopLevelItem(chosen)].link, self):
            self.state.say(problem)


def _where(link: PlanLink) -> str:
    """Like “Repository · Endpoint live · README explains every decision”, or a course's title."""
    role = role_word(link.role) if link.role is not None else ""
    return " · ".join(filter(None, (role, link.title, link.milestone)))
