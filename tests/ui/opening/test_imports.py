"""Importing without PySide's look into every module."""

import builtins
import subprocess
import sys

from planner.ui.opening.imports import plain_imports

WHAT_IS_LOOKED_INTO = """
import inspect, sys
from importlib import import_module

import PySide6.QtCore

from planner.ui.opening.imports import plain_imports

looked_into = []
plain = inspect.getsource
inspect.getsource = lambda module: looked_into.append(module.__name__) or plain(module)
if sys.argv[1] == "plainly":
    with plain_imports():
        import_module("planner.domain.wording")
else:
    import_module("planner.domain.wording")
import colorsys
print(" ".join(looked_into))
"""


def looked_into(how: str) -> list[str]:
    """The modules whose source PySide has read when one was imported, and then another without more ado."""
    command = [sys.executable, "-c", WHAT_IS_LOOKED_INTO, how]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_no_source_is_read_while_parts_are_imported_and_again_afterwards() -> None:
    assert "datetime" in looked_into("as ever")
    plainly = looked_into("plainly")
    assert "datetime" not in plainly
    assert "colorsys" in plainly


def test_the_hook_comes_back_after_an_import_that_failed() -> None:
    hook = builtins.__import__
    try:
        with plain_imports():
            raise ImportError
    except ImportError:
        assert builtins.__import__ is hook
