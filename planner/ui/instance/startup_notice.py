"""Telling an X11 desktop that a start is over when no window comes of it: else its cursor stays busy.

Qt tells it when it shows a window. A start that leaves its work to another shows none, and has no Qt. The
message is that of freedesktop.org's startup notification protocol.
"""

import ctypes
from collections.abc import Mapping

_PIECE = 20
"""Bytes in each part of a message."""

_CLIENT_MESSAGE = 33
_PROPERTY_CHANGE_MASK = 1 << 22


class _Data(ctypes.Union):
    """Five numbers, whose size is that of the place; a message of text is laid into it."""

    _fields_ = (("text", ctypes.c_ubyte * _PIECE), ("numbers", ctypes.c_long * 5))


class _Event(ctypes.Structure):
    """X11's XClientMessageEvent, as long as the longest of its events."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", _Data),
        ("rest", ctypes.c_ubyte * 128),
    )


def end_startup_notice(environ: Mapping[str, str]) -> None:
    """Tell the desktop that launched this process that it is done, where it waits for that."""
    if not environ.get("DESKTOP_STARTUP_ID") or not environ.get("DISPLAY"):
        return
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XCreateSimpleWindow.restype = ctypes.c_ulong
    opened = x11.XOpenDisplay(None)
    if not opened:
        return
    display = ctypes.c_void_p(opened)
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    window = x11.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, ctypes.c_ulong(0), ctypes.c_ulong(0))
    kind = x11.XInternAtom(display, b"_NET_STARTUP_INFO_BEGIN", False)
    for piece in pieces(environ["DESKTOP_STARTUP_ID"]):
        event = _Event(
            type=_CLIENT_MESSAGE,
            display=opened,
            window=window,
            message_type=kind,
            format=8,
            data=_Data(text=(ctypes.c_ubyte * _PIECE)(*piece)),
        )
        mask = ctypes.c_long(_PROPERTY_CHANGE_MASK)
        x11.XSendEvent(display, root, False, mask, ctypes.byref(event))
        kind = x11.XInternAtom(display, b"_NET_STARTUP_INFO", False)
    x11.XSync(display, False)
    x11.XCloseDisplay(display)


def pieces(identity: str) -> list[bytes]:
    """The message that ends the notice of a start, in the parts in which it is sent; a zero byte ends it."""
    quoted = identity.replace("\\", "\\\\").replace('"', '\\"')
    message = f'remove: ID="{quoted}"'.encode(errors="surrogateescape") + b"\0"
    return [message[start : start + _PIECE] for start in range(0, len(message), _PIECE)]
