"""The part of the settings about new versions: off by default, on by one press, asked now where wanted."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.ui.announcing import announce
from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.growing import grow_around
from planner.ui.fields.text import TextLabel, filled
from planner.ui.links import open_link
from planner.ui.publish.job import Job
from planner.ui.settings import Settings
from planner.ui.updates.kept import KeptUpdates
from planner.ui.updates.updates import newer_sentence
from planner.ui.updates.watch import Ask, look_job
from planner.version import Version, release_page


class VersionsPart(QWidget):
    """A box to tick, what is then asked of whom, and *Look now* with its answer."""

    def __init__(
        self,
        settings: Settings,
        today: Callable[[], date],
        own: Version | None,
        ask: Ask,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._kept = KeptUpdates(settings)
        self._today = today
        self._own = own
        self._ask = ask
        self._job: Job | None = None
        self._found: Version | None = None
        self.daily = CheckBox(self.tr("Look for &new versions once a day"), self)
        self.daily.show_checked(self._kept.wanted)
        words = self.tr(
            "Milepost then asks github.com which versions there are, and sends nothing but that question. "
            "It only tells you: it never downloads or installs anything."
        )
        self.about = TextLabel(words, "muted", self)
        self.daily.setAccessibleDescription(words)
        self.look_button = QPushButton(self.tr("Look n&ow"), self)
        self.look_button.setAutoDefault(False)
        self.news_button = QPushButton(self.tr("&What is new…"), self)
        self.news_button.setAutoDefault(False)
        self.news_button.hide()
        self.state = TextLabel(parent=self)
        self._lay_out()
        self.daily.chosen.connect(self._choose)
        self.look_button.clicked.connect(self.look)
        self.news_button.clicked.connect(self._show_news)

    def look(self) -> None:
        """Ask now, and say what came of it; pressed again meanwhile, it goes on waiting."""
        if self._job is not None:
            return
        self._kept.looked_on = self._today()
        self._found = None
        self.news_button.hide()
        self.state.say(self.tr("Asking…"))
        self._job = job = look_job(self._ask, self)
        job.done.connect(self._on_answer)
        job.failed.connect(self._say)
        job.ended.connect(self._on_ended)
        job.start()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.look_button)
        row.addWidget(self.state, 1)
        row.addWidget(self.news_button)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.daily)
        column.addWidget(self.about)
        column.addLayout(row)

    def _choose(self, wanted: bool) -> None:
        self._kept.wanted = wanted
        self._kept.save()
        if wanted:
            self.look()

    def _on_answer(self, version: object) -> None:
        own = self._own
        if not isinstance(version, Version):
            self._say(self.tr("No version is published yet."))
            return
        self._kept.known = version
        if own is None:
            self._say(filled(self.tr("The newest version is %1."), str(version)))
        elif version > own:
            self._found = version
            self.news_button.show()
            self._say(newer_sentence(version, own))
        else:
            self._say(filled(self.tr("You have the newest version, %1."), str(own)))

    def _on_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._kept.save()

    def _say(self, sentence: str) -> None:
        self.state.say(sentence)
        announce(self.state, sentence)
        column = self.layout()
        if column is not None:
            column.activate()
        grow_around(self.state)

    def _show_news(self) -> None:
        if self._found is not None:
            open_link(release_page(self._found), self)
