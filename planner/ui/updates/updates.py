"""What Milepost says about versions in its window: what an update brought, and that a newer one is there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from planner.ui.fields.text import filled
from planner.ui.links import open_link
from planner.ui.review.notices import Notice
from planner.ui.settings import Settings
from planner.ui.updates.kept import KeptUpdates
from planner.ui.updates.watch import Ask, UpdateWatch, ask_the_repository
from planner.version import Version, own_version, release_page


class Updates(QObject):
    """One a program, of the version `own`. It tells only: nothing is ever downloaded or installed."""

    def __init__(
        self,
        settings: Settings,
        today: Callable[[], date],
        parent: QObject,
        *,
        own: Version | None = None,
        ask: Ask = ask_the_repository,
    ) -> None:
        super().__init__(parent)
        self._kept = KeptUpdates(settings)
        self._own = own or own_version()
        self._notice: UpdateNotice | None = None
        self._watch = UpdateWatch(self._kept, today, ask, self)
        self._watch.found.connect(lambda _version: self._tell())

    def show_in(self, window: QMainWindow) -> None:
        """Tell what there is to tell at the bottom of a window that is settled, where nothing moves away."""
        body = window.centralWidget()
        column = body.layout() if body is not None else None
        if self._own is None or body is None or not isinstance(column, QVBoxLayout):
            return
        self._notice = notice = UpdateNotice(self._kept, self._own, body)
        notice.destroyed.connect(lambda: self._forget(notice))
        column.addWidget(notice)
        self._show_news(self._own, body, column)
        self._tell()
        self._watch.begin()

    def _show_news(self, own: Version, body: QWidget, column: QVBoxLayout) -> None:
        """After an update show once what it brought; neither on a first start nor after going back.

        What only leads up to a version leaves its news to that version.
        """
        seen = self._kept.seen
        if not own.final or (seen is not None and seen >= own):
            return
        self._kept.seen = own
        self._kept.save()
        if seen is None:
            return
        from planner.ui.updates.whats_new import WhatsNewPanel, news_since

        told = news_since(seen, own)
        if told:
            panel = WhatsNewPanel(own, told, body)
            column.addWidget(panel)
            panel.show()

    def _tell(self) -> None:
        if self._notice is not None:
            self._notice.tell()

    def _forget(self, notice: "UpdateNotice") -> None:
        if self._notice is notice:
            self._notice = None


class UpdateNotice(Notice):
    """One line: a newer version is there, where it says what is new, and that one does not want it."""

    def __init__(self, kept: KeptUpdates, own: Version, parent: QWidget) -> None:
        super().__init__(_tr("What is new…"), _tr("Not this one"), parent)
        self._kept = kept
        self._own = own
        self._version: Version | None = None
        self.button.clicked.connect(self._open)
        self.dismiss.clicked.connect(self._decline)

    def tell(self) -> None:
        """Say of the newest version that is known, if it is newer than this one and wanted."""
        self._version = self._kept.to_tell_of(self._own)
        self.say(newer_sentence(self._version, self._own) if self._version is not None else "")

    def _open(self) -> None:
        if self._version is not None:
            open_link(release_page(self._version), self.window())

    def _decline(self) -> None:
        if self._version is not None:
            self._kept.declined = self._version
            self._kept.save()
        self.tell()


def newer_sentence(version: Version, own: Version) -> str:
    """That a newer version is there, and what to do about it."""
    words = _tr("Milepost %1 is there; you have %2. Update it the way you installed it.")
    return filled(words, str(version), str(own))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Updates", text)
