"""Whose works the program carries and on what terms: a copyright file, and each work's own texts with it."""

import hashlib
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from making.contents import Component

FOLDER = "licences"
"""The folder of the program that holds the texts, one folder a work."""

_MILEPOST = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Milepost
Source: {source}
Comment:
 This package holds Milepost and what it needs to run: Python, Qt, and other
 works of other people, each under its own terms. The words of each licence
 lie in the folder {texts}, one folder for
 each work.
 .
 Qt, PySide6 and shiboken6, GLib and others are under the GNU Lesser General
 Public License. They are separate, unchanged files of the program, but for
 Qt's copy of ICU's data (libicudata), which is made smaller by leaving out
 what Milepost does not use. You may put your own builds of them in their
 place: the Qt libraries lie in {program}/_internal/PySide6/Qt/lib, its
 plugins in {program}/_internal/PySide6/Qt/plugins, the modules
 of PySide6 in {program}/_internal/PySide6, other libraries in
 {program}/_internal. Works in Python under that licence are in
 the program itself, which anybody can build again with their own from its
 source, by "python3 packaging/build.py". Their source is where the list
 says; Qt's is at https://download.qt.io/official_releases/qt/ and PySide6's
 at https://download.qt.io/official_releases/QtForPython/.

Files: *
Copyright: 2026 Milepost contributors
License: Expat

{works}
License: Expat
{licence}
"""


def copyright_file(
    components: Iterable[Component], *, source: str, licence: str, program: str, texts: str
) -> str:
    """The copyright file, in Debian's form.

    `source` is the project's address, `licence` Milepost's own licence, `program` and `texts` where the
    program and the licences' texts are installed.
    """
    paragraphs = [_paragraph(component, texts) for component in components]
    return _MILEPOST.format(
        source=source,
        program=program,
        texts=texts,
        works="\n".join(paragraphs),
        licence=_indented(licence.partition("\n\n")[2].partition("\n\n")[2].strip()),
    )


def write_texts(components: Iterable[Component], folder: Path) -> None:
    """Write the licences' texts into `folder`, one folder a work; works with the same one text share it."""
    for component in components:
        for target, text in _named_texts(component):
            place = folder / component.name / target
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, place)


def _named_texts(component: Component) -> list[tuple[str, Path]]:
    """The texts of a work, each once, with a name of its own."""
    seen: dict[str, str] = {}
    named: list[tuple[str, Path]] = []
    for text in component.texts:
        digest = hashlib.sha256(text.read_bytes()).hexdigest()
        if digest in seen:
            continue
        name = text.name
        while name in seen.values():
            name = f"{text.parent.name}-{name}" if len(named) < 2 else f"{len(named)}-{text.name}"
        seen[digest] = name
        named.append((name, text))
    return named


def _paragraph(component: Component, texts: str) -> str:
    """What the copyright file says of one work."""
    places = sorted({_place(name) for name in component.files}) or ["milepost"]
    holders = _holders(component) or ["its authors; see its texts"]
    named = " ".join(component.licence.split()) or "see its texts"
    lines = [
        "Files:\n" + "\n".join(f" usr/lib/milepost/{place}" for place in places),
        "Copyright:\n" + "\n".join(f" {holder}" for holder in holders),
        f"License: {_short(component)}",
        f" {named}",
        " .",
        f" Its words are in {texts}/{component.name}.",
        f"Comment: {component.name} {component.version}, {component.homepage or component.purl}",
    ]
    return "\n".join(lines) + "\n"


def _place(name: str) -> str:
    """Where a work's files lie, by folder where they have one of their own."""
    parts = name.split("/")
    return "/".join([*parts[:2], "*"]) if len(parts) > 2 else name


def _short(component: Component) -> str:
    """A name for the licence that no other work's differs under."""
    return re.sub(r"[^a-z0-9.+-]+", "-", f"{component.name}-terms".lower())


def _holders(component: Component) -> list[str]:
    """The lines of a work's texts that say who holds the rights."""
    found: dict[str, None] = {}
    for text in component.texts:
        for line in text.read_text(encoding="utf-8", errors="replace").splitlines():
            words = line.strip(" *#-\t")
            if re.match(r"(?i)(copyright:? +)?(\(c\)|©|copyright) *(\(c\)|©)? *\d{4}", words):
                found[re.sub(r"(?i)^(copyright|\(c\)|©|:|\s)+", "", words)] = None
    return list(found)[:20]


def _indented(text: str) -> str:
    return "\n".join(f" {line}" if line.strip() else " ." for line in text.splitlines())
