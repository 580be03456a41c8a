"""Links that came from a person, a file or a roadmap: where they lead, and opening them safely.

Only http and https with a host and without user info are ever opened, and only after showing where they go.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.domain.errors import InvalidValue


def link_problem(text: str) -> str:
    """Why a link is not opened or kept, as one sentence; empty when it is fine."""
    url = QUrl(text.strip(), QUrl.ParsingMode.TolerantMode)
    if url.scheme().lower() not in ("http", "https"):
        return _tr("A link begins with http:// or https://.")
    if not url.isValid() or not url.host():
        return _tr("This link leads nowhere: it names no website.")
    if url.userInfo():
        return _tr("This link carries a user name or password. Leave that part out.")
    return ""


def link_from(text: str) -> str:
    """What a person typed as a link, with https:// where they left it out; raises `InvalidValue`."""
    text = text.strip()
    if "://" not in text:
        text = f"https://{text}"
    if problem := link_problem(text):
        raise InvalidValue(problem)
    if any(each.isspace() for each in text):
        raise InvalidValue(_tr("A link has no spaces."))
    return text


def site_of(text: str) -> str:
    """The host a link leads to, as it is really called (in ASCII), so that none can pass for another."""
    return QUrl(text.strip()).host(QUrl.ComponentFormattingOption.FullyEncoded)


def short_link(text: str, length: int = 38) -> str:
    """A link without its scheme, with the middle left out where it is long."""
    bare = text.strip().split("://", 1)[-1].rstrip("/")
    if len(bare) <= length:
        return bare
    tail = (length - 1) // 3
    return f"{bare[: length - 1 - tail]}…{bare[-tail:]}"


def open_link(text: str, parent: QWidget, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> str:
    """Ask, showing where the link goes, and open it in the browser.

    Returns why it was not even asked, as one sentence; empty when it was asked.
    """
    if problem := link_problem(text):
        return problem
    ask = _box(_tr("Open %1 in your browser?").replace("%1", site_of(text)), text, parent)
    opening = ask.addButton(_tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    ask.addButton(QMessageBox.StandardButton.Cancel)
    ask.setDefaultButton(opening)
    ask.accepted.connect(lambda: _open_or_copy(text.strip(), parent, open_url))
    ask.open()
    return ""


def _open_or_copy(text: str, parent: QWidget, open_url: Callable[[QUrl], bool]) -> None:
    if open_url(QUrl(text, QUrl.ParsingMode.TolerantMode)):
        return
    QGuiApplication.clipboard().setText(text)
    said = _box(_tr("No browser could be opened. The link is on the clipboard instead."), text, parent)
    said.addButton(QMessageBox.StandardButton.Close)
    said.open()


def _box(question: str, link: str, parent: QWidget) -> QMessageBox:
    """A question or a sentence about a link, with the link under it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(_tr("Open a link"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(_breakable(link.strip()))
    return box


def _breakable(text: str) -> str:
    """The same text on screen, which may be wrapped within long words."""
    return "\u200b".join(text[index : index + 24] for index in range(0, min(len(text), 2000), 24))


def _tr(text: str) -> str:
    return QCoreApplication.translate("links", text)
