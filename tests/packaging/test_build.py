"""What the build's command does before anything is built."""

import sys
import sysconfig

import pytest

import build
import dev


def test_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--help"]) == 0
    assert build.main(["--fast"]) == 2
    assert capsys.readouterr().err.count("build.py [--compare]") == 2


def test_it_asks_for_pythons_library_only_where_python_has_none_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = {"INSTSONAME": "libpython3.11.so.1.0", "LIBDIR": "/nowhere"}
    monkeypatch.setattr(sysconfig, "get_config_var", known.get)
    (need,) = build.python_library()
    assert need.thing == "libpython3.11.so.1.0"
    assert need.package.startswith("libpython3.")

    known["INSTSONAME"] = "libpython3.11.a"
    assert build.python_library() == ()


def test_what_cannot_be_installed_keeps_only_its_own_package_from_being_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nobody = dev.Need("no-such-packer", "no-such-package", "nothing is made with it")
    monkeypatch.setattr(build, "PACKERS", (nobody,))
    monkeypatch.setattr(dev, "provide", refuse)
    build.provide_packers()
    assert "Without them the rest is made." in capsys.readouterr().err


def refuse(lacking: object) -> None:
    """A system on which nothing can be installed."""
    assert lacking
    raise dev.SetUpStopped("Please install no-such-package.")


def test_other_systems_need_nothing_of_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert build.needs() == ()
