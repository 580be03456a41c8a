"""The timeline's texts in the language of the program."""

from PySide6.QtCore import QCoreApplication


def translate(text: str) -> str:
    """The text in the language of the program, for the context “timeline”."""
    return QCoreApplication.translate("timeline", text)
