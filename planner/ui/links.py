"""Links that came from a person, a file or a roadmap: where they lead, and opening them safely.

Only http and https with a host and without user info are ever opened, and only after showing where they go.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget


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
    ask = QMessageBox(parent)
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ask.setIcon(QMessageBox.Icon.NoIcon)
    ask.setWindowTitle(_tr("Open a link"))
    ask.setTextFormat(Qt.TextFormat.PlainText)
    ask.setText(_tr("Open %1 in your browser?").replace("%1", site_of(text)))
    ask.setInformativeText(_breakable(text.strip()))
    opening = ask.addButton(_tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    ask.addButton(QMessageBox.StandardButton.Cancel)
    ask.setDefaultButton(opening)
    ask.accepted.connect(lambda: open_url(QUrl(text.strip(), QUrl.ParsingMode.TolerantMode)))
    ask.open()
    return ""


def _breakable(text: str) -> str:
    """The same text on screen, which may be wrapped within long words."""
    return "\u200b".join(text[index : index + 24] for index in range(0, min(len(text), 2000), 24))


def _tr(text: str) -> str:
    return QCoreApplication.translate("links", text)
