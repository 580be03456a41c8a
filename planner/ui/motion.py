"""Whether the learner asked the system for less motion."""

import sys
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QStyle

_PORTAL_MS = 150
"""The portal answers within a few; one that hangs must not hold up the window."""


def less_motion() -> bool:
    """Whether to leave animations out, as the system says at this moment; where it says nothing, they run."""
    if QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0:
        return True
    if sys.platform == "win32":
        return not _windows_animates()
    if sys.platform == "darwin":
        access = QSettings("apple.com", "universalaccess")  # Apple's com.apple.universalaccess
        return access.value("reduceMotion") in (1, True, "1", "true")
    return _portal("org.freedesktop.appearance", "reduced-motion") == 1 or (
        _portal("org.gnome.desktop.interface", "enable-animations") is False
    )


def _windows_animates() -> bool:
    """SPI_GETCLIENTAREAANIMATION of the Windows settings."""
    import ctypes

    animates = ctypes.c_int(1)
    system: Any = ctypes  # its `windll` is known on Windows alone
    system.windll.user32.SystemParametersInfoW(0x1042, 0, ctypes.byref(animates), 0)
    return bool(animates.value)


def _portal(namespace: str, key: str) -> object:
    """A setting of the desktop, as its portal tells it; None where there is no portal or no such setting."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    call.setArguments([namespace, key])
    call.setAutoStartService(False)
    answer = bus.call(call, timeout=_PORTAL_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return None
    found = answer.arguments()[0]
    variant = getattr(found, "variant", None)
    value: object = variant() if callable(variant) else found
    return value
