"""What trimming might have taken from the built program: run from its own modules and libraries alone.

The modules lie in the executable; here they are taken out, laid beside the program's libraries, and run by
the Python that the program was built with, which is given nothing else to import from.
"""

import ast
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev

PROGRAM = dev.ROOT / "dist" / "milepost"
BEGIN = """
import sys
tree = {tree!r}
sys.path[:] = [tree, tree + "/base_library.zip", tree + "/python{version}/lib-dynload"]
sys.frozen, sys._MEIPASS = True, tree
"""
HEADER = importlib.util.MAGIC_NUMBER + bytes(12)
VERSION = ".".join(map(str, sys.version_info[:2]))
OF_OTHER_SYSTEMS = {"msvcrt", "winreg", "_winapi"}

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not (PROGRAM / "_internal").is_dir(), reason="python3 packaging/build.py makes it"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything in the program, as a folder to import from."""
    readers = pytest.importorskip("PyInstaller.archive.readers", reason="the build brings PyInstaller")
    tree = tmp_path_factory.mktemp("program")
    for path in (PROGRAM / "_internal").rglob("*"):
        target = tree / path.relative_to(PROGRAM / "_internal")
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(path)
    executable = readers.CArchiveReader(str(PROGRAM / "milepost"))
    # The one module that lies before the archive of all others, which is read with it.
    (tree / "struct.pyc").write_bytes(HEADER + executable.extract("struct"))
    archive = executable.open_embedded_archive("PYZ.pyz")
    for name, (kind, _, _) in archive.toc.items():
        place = tree.joinpath(*name.split("."))
        place = place / "__init__.pyc" if kind == 1 else place.with_name(f"{place.name}.pyc")
        if (code := archive.extract(name, raw=True)) is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(HEADER + code)
    return tree


def inside(tree: Path, words: str) -> str:
    """Run Python with the program's modules alone; what it printed."""
    begin = BEGIN.format(tree=str(tree), version=VERSION)
    run = subprocess.run(
        [os.path.realpath(sys.executable), "-I", "-S", "-c", begin + words],
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tree), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_nothing_that_the_code_imports_anywhere_was_left_out(tree: Path) -> None:
    wanted = sorted({found for path in (dev.ROOT / "planner").rglob("*.py") for found in imports(path)})
    assert len(wanted) > 1000
    lacking = inside(
        tree,
        f"""
import importlib, json
lacking = []
for module, name in json.loads({json.dumps(wanted)!r}):
    try:
        found = importlib.import_module(module)
        if name and not hasattr(found, name):
            importlib.import_module(module + "." + name)
    except ImportError as error:
        lacking.append(str(error))
print(json.dumps(sorted(set(lacking))))
""",
    )
    assert json.loads(lacking) == []


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """The modules a file imports on Linux, wherever it does, with what it takes from each."""
    left_out = {None, "_typeshed", *OF_OTHER_SYSTEMS}  # type checkers alone know _typeshed
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((each.name, "") for each in node.names if each.name not in OF_OTHER_SYSTEMS)
        elif isinstance(node, ast.ImportFrom) and node.module not in left_out:
            yield from ((node.module or "", each.name) for each in node.names)


def test_every_country_has_its_holidays(tree: Path) -> None:
    said = inside(
        tree,
        """
import holidays
codes = holidays.list_supported_countries()
print(len(codes), [code for code in codes if holidays.country_holidays(code, years=2027) is None])
""",
    )
    assert int(said.split()[0]) > 150
    assert said.strip().endswith("[]")


def test_calendars_on_the_network_and_kept_passwords_find_their_parts(tree: Path) -> None:
    said = inside(
        tree,
        """
import caldav, niquests, ssl
import keyring.backends.SecretService, secretstorage
from keyring.backend import get_all_keyring
print([type(each).__module__ for each in get_all_keyring()])
client = caldav.DAVClient(url="https://127.0.0.1:9/", username="a", password="b", timeout=5)
try:
    client.principal()
except Exception as error:
    print(type(error).__module__, type(error).__name__)
context = ssl.create_default_context()
import wassima
print(len(wassima.root_der_certificates()) > 20)
""",
    )
    assert "keyring.backends" in said
    assert "niquests.exceptions ConnectionError" in said
    assert said.splitlines()[-1] == "True"


def test_qt_sorts_reads_pictures_and_speaks_tls(tree: Path) -> None:
    said = inside(
        tree,
        """
import json
from PySide6.QtCore import QCollator, QLocale, QTimeZone
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtNetwork import QSslSocket
app = QGuiApplication([])
def ordered(language, words):
    collator = QCollator(QLocale(language))
    import functools
    return "".join(sorted(words, key=functools.cmp_to_key(collator.compare)))
print(json.dumps({
    "sv": ordered("sv", "zöa"), "de": ordered("de", "zöa"), "zh": ordered("zh", "中阿北"),
    "zones": len(QTimeZone.availableTimeZoneIds()) > 300,
    "pictures": sorted(bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()),
    "tls": QSslSocket.supportsSsl(),
}))
""",
    )
    found = json.loads(said)
    assert (found["sv"], found["de"], found["zh"]) == ("azö", "aöz", "阿北中")
    assert {"svg", "png", "jpeg"} <= set(found["pictures"])
    assert found["zones"]
    assert found["tls"]


@pytest.mark.parametrize(
    "plugin",
    [
        "platforms/libqxcb.so",
        "platforms/libqwayland.so",
        "platforms/libqoffscreen.so",
        "platformthemes/libqxdgdesktopportal.so",
        "iconengines/libqsvgicon.so",
        "xcbglintegrations/libqxcb-glx-integration.so",
        "wayland-shell-integration/libxdg-shell.so",
        "wayland-decoration-client/libbradient.so",
    ],
)
def test_a_plugin_that_desktops_ask_for_is_there(plugin: str) -> None:
    assert (PROGRAM / "_internal" / "PySide6" / "Qt" / "plugins" / plugin).is_file()
