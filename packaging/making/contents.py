"""Everything in the built program, and whose it is: Python packages, Python itself, libraries."""

import ast
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

from making.steps import BuildFailed

QT_LICENCES = ("LGPL-3.0.txt", "GPL-3.0.txt")
"""The texts for Qt and PySide6, whose wheels carry none; they lie in packaging/licences."""

_INTER = (
    r"resources/fonts/.*\.otf",
    "Inter",
    "3.19",
    "OFL-1.1",
    "https://rsms.me/inter/",
    "resources/fonts/OFL.txt",
)
_LUCIDE = (
    r"resources/icons/(?!milepost).*\.svg",
    "Lucide",
    "unknown",
    "ISC",
    "https://lucide.dev/",
    "resources/icons/LICENSE-lucide.txt",
)
BORROWED = (_INTER, _LUCIDE)
"""Other people's works in the checkout: their files (a pattern), name, version, licence, address and text."""

_LICENCE_FILE = re.compile(r"(?i)(.*/)?(licen[cs]e|copying|notice|authors|copyright)[^/]*")
_NOT_A_TEXT = (".py", ".pyc", ".pyi")


@dataclass(slots=True, kw_only=True)
class Component:
    """One work of somebody's that the program carries."""

    name: str
    version: str
    licence: str
    """As its own metadata says; empty where it does not."""
    purl: str
    """Its package URL, by which it is found again: `pkg:pypi/numpy@2.4.0`."""
    homepage: str = ""
    texts: list[Path] = field(default_factory=list)
    """The files on this system that hold its licence and who wrote it."""
    files: list[str] = field(default_factory=list)
    """What of it lies in the program as a file, by name; Python modules lie in the executable."""


def components(program: Path, notes: Path, root: Path) -> list[Component]:
    """The works in the folder `program`, in order of their names; Milepost itself is not among them.

    `notes` is the folder with PyInstaller's lists of what it collected, `root` the checkout that was built.
    Raises BuildFailed for a file that belongs to nobody known.
    """
    found: dict[str, Component] = {}
    owners = _owners()
    libraries: dict[Path, list[str]] = {}
    for name, source in _collected(program, notes):
        owner = owners.get(source)
        if owner is not None:
            component = _once(found, _of_distribution(owner, root))
        elif source.is_relative_to(root) and not source.is_relative_to(sys.prefix):
            owned = borrowed(source, root)
            if owned is None:
                continue
            component = _once(found, owned)
        elif source.name == "base_library.zip" or source.resolve().is_relative_to(_python_home()):
            component = _once(found, _python())
        elif source.is_relative_to(sys.prefix):
            raise BuildFailed(f"{source} is in the program, and no Python package says that it is its own.")
        else:
            libraries.setdefault(source, []).append(name)
            continue
        component.files += [name] if name else []
    for source, names in libraries.items():
        _once(found, _of_library(source)).files += names
    found.pop("pkg:pypi/milepost", None)
    return sorted(found.values(), key=lambda component: (component.name.lower(), component.purl))


def _collected(program: Path, notes: Path) -> Iterator[tuple[str, Path]]:
    """What PyInstaller put into the program and where it took it from; modules have no name as a file."""
    for note in ("COLLECT-00.toc", "PYZ-00.toc"):
        for part in ast.literal_eval((notes / note).read_text(encoding="utf-8")):
            for name, source, kind in part if isinstance(part, list) else ():
                if kind.startswith("PYMODULE") and source not in ("-", None):
                    yield "", Path(source)
                elif kind in ("BINARY", "EXTENSION", "DATA") and (program / "_internal" / name).exists():
                    yield f"_internal/{name}", Path(source)


def _once(found: dict[str, Component], component: Component) -> Component:
    return found.setdefault(component.purl, component)


def borrowed(source: Path, root: Path) -> Component | None:
    """Whose a file of the checkout is, where it is not Milepost's own."""
    for pattern, name, version, licence, homepage, text in BORROWED:
        if re.fullmatch(pattern, source.relative_to(root).as_posix()):
            return Component(
                name=name,
                version=version,
                licence=licence,
                purl=f"pkg:generic/{name.lower()}@{version}",
                homepage=homepage,
                texts=[root / text],
            )
    return None


# Python packages


def _owners() -> Mapping[Path, Distribution]:
    """The files of every Python package of this environment."""
    return {
        Path(str(distribution.locate_file(file))): distribution
        for distribution in distributions()
        for file in distribution.files or ()
    }


def _of_distribution(distribution: Distribution, root: Path) -> Component:
    licence = _said(distribution, "License-Expression")
    if not licence:
        classifiers = distribution.metadata.get_all("Classifier") or ()
        named = [line for line in classifiers if line.startswith("License :: ")]
        short = _said(distribution, "License")
        licence = (
            short if short and "\n" not in short else " and ".join(line.split(" :: ")[-1] for line in named)
        )
    texts = [
        Path(str(distribution.locate_file(file)))
        for file in distribution.files or ()
        if ".dist-info/" in str(file)
        and _LICENCE_FILE.fullmatch(str(file).partition(".dist-info/")[2])
        and file.suffix not in _NOT_A_TEXT
    ]
    if distribution.name.lower().startswith(("pyside6", "shiboken6")):
        texts += [root / "packaging" / "licences" / name for name in QT_LICENCES]
    name = re.sub(r"[-_.]+", "-", distribution.name).lower()
    return Component(
        name=distribution.name,
        version=distribution.version,
        licence=licence,
        purl=f"pkg:pypi/{name}@{distribution.version}" if name != "milepost" else "pkg:pypi/milepost",
        homepage=_homepage(distribution),
        texts=sorted(texts),
    )


def _homepage(distribution: Distribution) -> str:
    urls: list[str] = distribution.metadata.get_all("Project-URL") or []
    by_name = {name.lower(): address for name, _, address in (line.partition(", ") for line in urls)}
    for name in ("homepage", "source", "repository", "source code", "documentation"):
        if name in by_name:
            return by_name[name]
    return _said(distribution, "Home-page")


def _said(distribution: Distribution, name: str) -> str:
    """A field of a package's metadata; empty where it has none."""
    values = distribution.metadata.get_all(name) or [""]
    return str(values[0]).strip()


# Python itself


def _python_home() -> Path:
    return Path(sysconfig.get_path("stdlib")).resolve().parent


def _python() -> Component:
    version = platform.python_version()
    texts = [
        path
        for path in (
            Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
            Path(f"/usr/share/doc/python{version.rpartition('.')[0]}/copyright"),
        )
        if path.is_file()
    ]
    return Component(
        name="Python",
        version=version,
        licence="PSF-2.0",
        purl=f"pkg:generic/python@{version}",
        homepage="https://www.python.org/",
        texts=texts[:1],
    )


# Libraries of the system that builds


def _of_library(source: Path) -> Component:
    """The system package that a library comes from; on systems without dpkg, the library by itself."""
    name = _dpkg("--search", str(source)) or _dpkg("--search", str(source.resolve()))
    if not name:
        name = _dpkg("--search", f"/usr{source}")
    package = name.partition(": ")[0]
    if not package:
        return Component(name=source.name, version="unknown", licence="", purl=f"pkg:generic/{source.name}")
    short = package.partition(":")[0]
    version, homepage = _dpkg("--show", "--showformat", "${Version}\t${Homepage}", package).split("\t")
    text = Path("/usr/share/doc") / short / "copyright"
    texts = [text] if text.is_file() else []
    return Component(
        name=short,
        version=version,
        licence=_named_in(text.read_text(encoding="utf-8", errors="replace")) if texts else "",
        purl=f"pkg:deb/debian/{short}@{version.replace('+', '%2B').replace(':', '%3A')}?arch=amd64",
        homepage=homepage,
        texts=texts,
    )


def _named_in(copyright_file: str) -> str:
    """The licences that a copyright file of Debian's names, each once."""
    names = re.findall(r"^License: *(\S.*)$", copyright_file, re.MULTILINE)
    return " and ".join(dict.fromkeys(name.strip() for name in names))


def _dpkg(*words: str) -> str:
    try:
        done = subprocess.run(["dpkg-query", *words], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
