"""The program ends in order, and at once, while a website keeps silent about new versions."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.settings import Settings
from planner.ui.updates.kept import KeptUpdates
from tests.helpers.plans import small_plan
from tests.helpers.releases import publishing

LONGEST_WAIT_SECONDS = 60

ASK_WITHOUT_END = f"""
import asyncio, sys

from planner.__main__ import main
from planner.exchange import updates
from planner.ui.opening import afterwards

address, trusted = sys.argv[1:3]
sys.argv[1:3] = []
updates.newest_version = lambda: asyncio.run(
    updates.ask_for_newest(address, seconds={2 * LONGEST_WAIT_SECONDS}, trusted=trusted)
)
afterwards.AT_LEISURE_MS = 0
sys.exit(main())
"""


@pytest.mark.skipif(os.name != "posix", reason="other systems end a program without a signal")
def test_a_silent_website_holds_up_nobody_who_quits(tmp_path: Path, home: Path, qtbot: QtBot) -> None:
    plan = tmp_path / "path.milepost"
    Document.create(plan, small_plan()).close()
    settings = Settings(home / "milepost.ini")
    KeptUpdates(settings).wanted = True
    assert settings.save()
    with (
        publishing(tmp_path, b"") as found,
        subprocess.Popen(
            [sys.executable, "-c", ASK_WITHOUT_END, f"{found.site.address}/silent", found.trusted, str(plan)],
            env=os.environ | {"MILEPOST_HOME": str(home)},
            stderr=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        qtbot.waitUntil(lambda: bool(found.site.asked), timeout=1000 * LONGEST_WAIT_SECONDS)
        process.terminate()
        _, said = process.communicate(timeout=LONGEST_WAIT_SECONDS)
    assert (process.returncode, said) == (0, "")
    assert KeptUpdates(Settings(home / "milepost.ini")).looked_on == date.today()
    with Document.open(plan) as document:
        assert not document.read_only
