"""Less motion where the learner's desktop asks for it, told by a real message bus."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread

import pytest

if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
    pytest.skip("there is no message bus to start here", allow_module_level=True)

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PORTAL = DBusAddress("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop")
Told = dict[tuple[str, str], tuple[str, object]]
"""What a desktop tells: the settings it knows, with their types in D-Bus."""


@contextmanager
def bus() -> Iterator[str]:
    """The address of a message bus of this test alone."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def desktop(address: str, told: Told) -> Iterator[None]:
    """A desktop's portal on the bus, which knows these settings and no other."""
    with closing(open_dbus_connection(address)) as connection:
        connection.send_and_get_reply(message_bus.RequestName(PORTAL.bus_name))
        Thread(target=answer, args=(connection, told), daemon=True).start()
        yield


def answer(connection: DBusConnection, told: Told) -> None:
    while True:
        try:
            asked = connection.receive()
        except (OSError, EOFError, ValueError):
            return
        if asked.header.message_type is MessageType.method_call:
            connection.send(reply_to(asked, told))


def reply_to(asked: Message, told: Told) -> Message:
    if asked.header.fields[HeaderFields.member] == "ReadOne" and asked.body in told:
        return new_method_return(asked, "v", (told[asked.body],))
    return new_error(asked, "org.freedesktop.portal.Error.NotFound")


def said(address: str) -> str:
    """Whether a program of its own on that bus would leave animations out."""
    words = (
        "from PySide6.QtWidgets import QApplication\n"
        "from planner.ui.motion import less_motion\n"
        "program = QApplication([])\n"
        "print(less_motion())\n"
    )
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", words], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("told", "less"),
    [
        ({("org.freedesktop.appearance", "reduced-motion"): ("u", 1)}, "True"),
        ({("org.freedesktop.appearance", "reduced-motion"): ("u", 0)}, "False"),
        ({("org.gnome.desktop.interface", "enable-animations"): ("b", False)}, "True"),
        ({("org.gnome.desktop.interface", "enable-animations"): ("b", True)}, "False"),
        ({}, "False"),
    ],
)
def test_a_desktop_that_asks_for_less_motion_is_heard(told: Told, less: str) -> None:
    with bus() as address, desktop(address, told):
        assert said(address) == less


def test_without_a_desktop_to_ask_there_is_motion() -> None:
    assert said("unix:path=/nowhere") == "False"
    with bus() as address:
        assert said(address) == "False"
