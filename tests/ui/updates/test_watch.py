"""Looking for new versions: off by default, once a day where it is wanted, silent where it fails."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.exchange.updates import ask_for_newest
from planner.ui.publish.job import Job
from planner.ui.settings import Settings
from planner.ui.updates.kept import KeptUpdates
from planner.ui.updates.watch import UpdateWatch
from planner.version import Version
from tests.helpers.releases import Releases, listed, publishing, release

TODAY = date(2027, 4, 5)


@pytest.fixture
def kept(tmp_path: Path) -> KeptUpdates:
    return KeptUpdates(Settings(tmp_path / "milepost.ini"))


def asking(found: Releases) -> Callable[[], Version | None]:
    return lambda: asyncio.run(ask_for_newest(found.address, seconds=5, trusted=found.trusted))


def watch(kept: KeptUpdates, days: list[date], found: Releases, qapp: QObject) -> UpdateWatch:
    return UpdateWatch(kept, lambda: days[-1], asking(found), qapp)


def test_nothing_is_asked_until_it_is_wanted(
    kept: KeptUpdates, tmp_path: Path, qapp: QObject, qtbot: QtBot
) -> None:
    with publishing(tmp_path, listed(release("v9.0.0"))) as found:
        looking = watch(kept, [TODAY], found, qapp)
        looking.begin()
        assert kept.looked_on is None
        kept.wanted = True
        with qtbot.waitSignal(looking.found, timeout=20_000) as told:
            looking.look_if_due()
    assert told.args == [Version(9, 0, 0)]
    assert len(found.site.asked) == 1
    assert kept.known == Version(9, 0, 0)


def test_it_asks_once_a_day_and_again_on_the_next(
    kept: KeptUpdates, tmp_path: Path, qapp: QObject, qtbot: QtBot
) -> None:
    kept.wanted = True
    days = [TODAY]
    with publishing(tmp_path, listed(release("v9.0.0"))) as found:
        looking = watch(kept, days, found, qapp)
        with qtbot.waitSignal(looking.found, timeout=20_000):
            looking.begin()
        looking.look_if_due()
        watch(kept, days, found, qapp).begin()
        assert len(found.site.asked) == 1
        days.append(TODAY + timedelta(days=1))
        with qtbot.waitSignal(looking.found, timeout=20_000):
            looking.look_if_due()
        assert len(found.site.asked) == 2
    assert kept.looked_on == days[-1]


def test_what_fails_is_silent_and_not_asked_again_today(
    kept: KeptUpdates, tmp_path: Path, qapp: QObject, qtbot: QtBot
) -> None:
    kept.wanted = True
    with publishing(tmp_path, b"<html>") as found:
        looking = watch(kept, [TODAY], found, qapp)
        told: list[object] = []
        looking.found.connect(told.append)
        looking.begin()
        qtbot.waitUntil(lambda: bool(found.site.asked), timeout=20_000)
        qtbot.waitUntil(lambda: not looking.findChildren(Job), timeout=20_000)
        looking.look_if_due()
    assert told == []
    assert len(found.site.asked) == 1
    assert kept.known is None


def test_what_was_kept_and_makes_no_sense_reads_as_never_kept(tmp_path: Path) -> None:
    path = tmp_path / "milepost.ini"
    path.write_text(
        "[updates]\nlook-daily=perhaps\nlooked-on=yesterday\nnewest-known=the best\n"
        "not-wanted=1.0\nlast-seen=0.2.0rc1\n",
        encoding="utf-8",
    )
    kept = KeptUpdates(Settings(path))
    found = (kept.looked_on, kept.known, kept.declined, kept.seen)
    assert (kept.wanted, *found) == (
        False,
        None,
        None,
        None,
        None,
    )


def test_only_what_is_newer_and_wanted_is_worth_telling(kept: KeptUpdates) -> None:
    own = Version(0, 2, 0)
    assert kept.to_tell_of(own) is None
    kept.known = Version(0, 3, 0)
    assert kept.to_tell_of(own) is None, "it is off"
    kept.wanted = True
    assert kept.to_tell_of(own) == Version(0, 3, 0)
    assert list(map(kept.to_tell_of, (Version(0, 3, 0), Version(1, 0, 0)))) == [None, None]
    kept.declined = Version(0, 3, 0)
    assert kept.to_tell_of(own) is None
    kept.known = Version(0, 4, 0)
    assert kept.to_tell_of(own) == Version(0, 4, 0)
