"""Importing without the look that PySide takes into the source of every module."""

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import as Python does by itself.

    PySide searches each module for its own name, for the sake of a feature (`from __feature__ import ...`)
    that Milepost does not use: that takes a tenth of the start. Without it a module counts as one that has no
    feature. Where PySide no longer hooks itself in in this way, nothing is changed.
    """
    import_module("PySide6.QtCore")
    hooked, plain = builtins.__import__, getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    try:
        yield
    finally:
        builtins.__import__ = hooked
