"""Settings in a real INI file: found again, and never in the way."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray

from planner.ui.settings import MAX_RECENT, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "milepost.ini"


def reopened(settings: Settings, path: Path) -> Settings:
    assert settings.save()
    return Settings(path)


@pytest.mark.parametrize(
    ("value", "default"),
    [
        (True, False),
        (False, True),
        (-3, 0),
        (2.5, 0.0),
        (3.0, 0.0),
        ("", "none"),
        ('a, "b"; c=d % @x\nünï 学', "none"),
        ("@ByteArray(x)", "none"),
        ("true", "none"),
        (b"", b"none"),
        (bytes(range(256)), b"none"),
        ([], ["none"]),
        (["one"], ["none"]),
        (["", "two, three", "@four"], ["none"]),
    ],
)
def test_a_value_comes_back_as_it_was(path: Path, value: Any, default: Any) -> None:
    settings = Settings(path)
    settings.set_value("some/key", value)
    found = reopened(settings, path).value("some/key", default)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("default", [True, 7, 1.5, ["list"]])
@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "maybe",
        "[1, 2]",
        "{}",
        "null",
        "NaN",
        "1e999",
        "ü%%",
        "@Variant(\\0\\0)",
        "@Invalid()",
        "a, b",
        "[" * 9999,
    ],
)
def test_garbage_reads_as_the_default(path: Path, garbage: str, default: Any) -> None:
    path.parent.mkdir()
    path.write_text(f"[some]\nkey={garbage}\n", encoding="utf-8")
    assert Settings(path).value("some/key", default) == default


@pytest.mark.parametrize("garbage", ["maybe", "{}", "abc", "a, b", "@Variant(\\0)", "ünï"])
def test_garbage_reads_as_no_bytes(path: Path, garbage: str) -> None:
    path.parent.mkdir()
    path.write_text(f"[some]\nkey={garbage}\n", encoding="utf-8")
    assert Settings(path).value("some/key", b"bytes") == b"bytes"


def test_a_file_of_noise_does_not_keep_milepost_from_starting(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(bytes(range(256)) * 50)
    settings = Settings(path)
    assert settings.window_geometry.isEmpty()
    assert settings.theme == "system"
    assert settings.recent_plans == []
    assert settings.last_plan is None
    assert settings.splitter_sizes("main") == []
    assert settings.value_for("a plan", "zoom", 1.0) == 1.0


@pytest.mark.parametrize("size", ["99999999999", "9" * 5000, "-1", "1.5"])
def test_a_size_that_no_screen_has_is_passed_over(path: Path, size: str) -> None:
    settings = Settings(path)
    settings.set_value("splitters/main", ["370", size])

    assert settings.splitter_sizes("main") == []


def test_what_a_newer_version_keeps_is_left_as_it_is(path: Path, tmp_path: Path) -> None:
    newer = Settings(path)
    unknown: dict[str, Any] = {
        "mentors/known": ["Ada, L.", 'quoted "x"', "@three"],
        "mentors/ratio": 0.25,
        "plan-abc/mentor%20view": '{"zoom": {"a": [1, 2]}}',
        "updates/channel": "slow; =x % ü\nend",
        "look/density": 7,
        "window/stack": bytes(range(256)),
    }
    changed: dict[str, Any] = {
        "look/theme": ["sepia", "at night"],
        "window/geometry": 12,
        "plans/recent": '{"pinned": []}',
        "plans/last": True,
        "palette/recent": 1.5,
        "splitters/main": "wide",
        "plan-abc/view": 7,
    }
    for key, value in (unknown | changed).items():
        newer.set_value(key, value)
    assert newer.save()

    older = Settings(path)
    assert older.theme == "system"
    assert older.window_geometry.isEmpty()
    assert [older.recent_plans, older.recent_actions, older.splitter_sizes("main")] == [[], [], []]
    older.remember_plan(tmp_path / "mine.milepost")
    older.theme = "dark"
    older.set_value_for("abc", "view", "{}")
    assert older.save()

    newer = Settings(path)
    for key, value in unknown.items():
        assert newer.value(key, type(value)()) == value
    assert newer.value("palette/recent", 0.0) == 1.5, "what is not changed is not even read away"


def test_true_is_no_number_and_one_is_no_truth(path: Path) -> None:
    settings = Settings(path)
    settings.set_value("a", True)
    settings.set_value("b", 1)
    assert settings.value("a", 5) == 5
    assert settings.value("a", 5.0) == 5.0
    assert settings.value("b", False) is False
    assert settings.value("b", 5.0) == 1.0


def test_the_window_is_found_as_it_was_left(path: Path) -> None:
    settings = Settings(path)
    settings.window_geometry = QByteArray(b"\x00geometry\xff")
    settings.set_splitter_sizes("main", [370, 733, 294])
    found = reopened(settings, path)
    assert found.window_geometry == QByteArray(b"\x00geometry\xff")
    assert found.splitter_sizes("main") == [370, 733, 294]


def test_the_look_is_one_of_three(path: Path) -> None:
    settings = Settings(path)
    settings.theme = "dark"
    assert reopened(settings, path).theme == "dark"
    path.write_text("[look]\ntheme=mauve\n")
    assert Settings(path).theme == "system"


def test_the_newest_plan_comes_first_and_ten_are_kept(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    plans = [tmp_path / f"päth, {number}.milepost" for number in range(MAX_RECENT + 2)]
    for plan in plans:
        settings.remember_plan(plan)
    settings.remember_plan(plans[5])
    found = reopened(settings, path)
    assert found.recent_plans == [plans[5], *[plan for plan in reversed(plans[2:]) if plan != plans[5]]]
    assert len(found.recent_plans) == MAX_RECENT
    assert found.last_plan == plans[5]


def test_a_plan_that_is_gone_is_forgotten(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    kept, gone = tmp_path / "kept.milepost", tmp_path / "gone.milepost"
    settings.remember_plan(kept)
    settings.remember_plan(gone)
    settings.forget_plan(gone)
    assert settings.recent_plans == [kept]
    assert settings.last_plan is None


def test_closing_a_plan_keeps_it_recent(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.remember_plan(tmp_path / "mine.milepost")
    settings.last_plan = None
    assert settings.recent_plans == [tmp_path / "mine.milepost"]
    assert settings.last_plan is None


def test_each_plan_is_looked_at_in_its_own_way(path: Path) -> None:
    settings = Settings(path)
    settings.set_value_for("plan/one", "collapsed", ["phase-1"])
    settings.set_value_for("plan-two", "collapsed", ["phase-2", "phase-3"])
    settings.set_value_for("plan-two", "zoom", 2.5)
    found = reopened(settings, path)
    assert found.value_for("plan/one", "collapsed", list[str]()) == ["phase-1"]
    assert found.value_for("plan-two", "collapsed", list[str]()) == ["phase-2", "phase-3"]
    assert found.value_for("plan-two", "zoom", 1.0) == 2.5
    assert found.value_for("plan/one", "zoom", 1.0) == 1.0


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "milepost.ini")
    settings.theme = "dark"
    assert not settings.save()
