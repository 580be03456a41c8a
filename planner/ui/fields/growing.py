"""Dialogs whose words grow longer while they are open."""

from PySide6.QtWidgets import QDialog, QWidget


def grow_to_fit(dialog: QDialog) -> None:
    """Make a dialog as high as its wrapped words need at its width; it never becomes lower by itself.

    Qt asks wrapped labels for their height only when a window is first shown.
    """
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    needed = layout.totalHeightForWidth(dialog.width())
    if needed > dialog.height():
        dialog.resize(dialog.width(), needed)


def grow_around(label: QWidget) -> None:
    """Make the dialog that a label just appeared in high enough for it too."""
    dialog = label.window()
    if isinstance(dialog, QDialog) and dialog.isVisible():
        grow_to_fit(dialog)
