"""The domain stands on the standard library and numpy alone."""

import pkgutil
import subprocess
import sys

import planner.domain

IMPORT_WITHOUT = """
import importlib
import sys

MISSING = {"PySide6", "shiboken6", "pyqtgraph", "sqlmodel", "sqlalchemy", "alembic"}

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in MISSING:
            raise ModuleNotFoundError(f"{name} is not installed here", name=name)
        return None

sys.meta_path.insert(0, Refuse())
for name in sys.argv[1:]:
    importlib.import_module(name)
print("imported", len(sys.argv[1:]))
"""


def import_where_nothing_is_installed(*modules: str) -> subprocess.CompletedProcess[str]:
    """Import the modules in a fresh interpreter where Qt and SQL cannot be imported."""
    return subprocess.run(
        [sys.executable, "-c", IMPORT_WITHOUT, *modules], capture_output=True, text=True, check=False
    )


def test_every_domain_module_imports_where_qt_and_sql_are_missing() -> None:
    modules = [
        module.name for module in pkgutil.walk_packages(planner.domain.__path__, prefix="planner.domain.")
    ]
    assert "planner.domain.schedule" in modules

    done = import_where_nothing_is_installed(*modules)

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["imported", str(len(modules))]


def test_the_check_itself_notices_qt() -> None:
    done = import_where_nothing_is_installed("PySide6.QtCore")

    assert done.returncode != 0
    assert "PySide6 is not installed here" in done.stderr
