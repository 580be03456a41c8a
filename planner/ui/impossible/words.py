"""What cannot be, in words that more than one place says."""

from PySide6.QtCore import QCoreApplication


def headline(count: int) -> str:
    """Like “2 things cannot be as planned”; empty where all can be."""
    if count == 1:
        return _tr("One thing cannot be as planned")
    return _tr("%1 things cannot be as planned").replace("%1", f"{count:,}") if count else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("impossible", text)
