"""The version comes from one place."""

import tomllib
from pathlib import Path

from planner.version import milepost_version

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def test_it_is_the_projects() -> None:
    assert milepost_version() == tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
