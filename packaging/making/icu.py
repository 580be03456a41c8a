"""The data of ICU, Qt's library for languages, without what Qt never asks it for.

Qt has its own names of months, currencies and countries, and its own UTF-8, UTF-16 and Latin-1. Of ICU it
calls the sorting of each language, the names of time zones, and the character sets that a program asks for by
name (`objdump -T libQt6Core.so.6`: ucol_, ucal_, ucnv_), which Milepost never does: Python reads its files.
The rest of the data, five sixths, goes. The data is one symbol of a library that holds nothing else: it is
taken out, thinned, and put into a library of the same name with `as` and `ld` of binutils.

Form of the data (ICU's source, tools/toolutil/package.cpp): a header, then a table of contents (a count, then
for each item where its name and its content begin, counted from the table's own begin), the names in their
order, and the contents at multiples of 16, each as long as the way to the next.
"""

import re
import struct
from pathlib import Path

from making.steps import BuildFailed, in_place, remove, run

UNUSED = re.compile(
    "|".join(
        (
            # Names of units, currencies, languages and countries; numbers in words; one script written in
            # another; where words and lines end: Qt has them from elsewhere, or does not offer them.
            r"(unit|curr|lang|region|rbnf|translit|brkitr)/.*",
            r"zone/(?!root|pool|res_index|tzdbNames|en\.).*",  # time zones' names, but for English
            r".*\.cnv",  # the tables of old character sets
            r"unames\.icu|confusables\.cfu|.*\.spp",  # what a character is called, and which look alike
            r"(?!res_index)[a-z]{2,3}(_\w+)?\.res",  # calendars and numbers of each language
        )
    )
)
"""Names of items (without the package's name before them) that Qt never asks for."""

_ALIGNMENT = 16
_SOURCE = """\
.section .rodata
.balign {alignment}
.globl {symbol}
.type {symbol}, @object
.size {symbol}, {size}
{symbol}: .incbin "{name}"
.section .note.GNU-stack,"",@progbits
"""


def thin_library(library: Path, work: Path) -> None:
    """Put a library in the place of ICU's data library that holds only what Qt asks for.

    Raises BuildFailed where the library is not of the form described above: a newer ICU may change it.
    """
    symbol, whole = data_of(library)
    remove(work)
    work.mkdir(parents=True)
    thin = thinned(whole)
    (work / "thin.dat").write_bytes(thin)
    source = _SOURCE.format(alignment=_ALIGNMENT, symbol=symbol, size=len(thin), name="thin.dat")
    (work / "thin.s").write_text(source, encoding="utf-8")
    run("as", "-o", "thin.o", "thin.s", cwd=work)
    with in_place(library) as unfinished:
        run(
            *(
                "ld",
                "-shared",
                "--strip-all",
                "-soname",
                library.name,
                "--build-id=none",
                "-z",
                "noexecstack",
            ),
            *("-o", unfinished, "thin.o"),
            cwd=work,
        )


def data_of(library: Path) -> tuple[str, bytes]:
    """The one symbol of ICU's data library: its name (`icudt73_dat`) and its bytes."""
    listed = run("objdump", "--dynamic-syms", library)
    found = re.search(r"^([0-9a-f]+) g +DO \.rodata\t([0-9a-f]+) +(\w+_dat)$", listed, re.MULTILINE)
    sections = run("objdump", "--section-headers", library)
    section = re.search(r" \.rodata +\w+ +([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) ", sections)
    if found is None or section is None:
        raise BuildFailed(f"{library.name} does not hold ICU's data as one symbol, as making/icu.py expects.")
    begin = int(section[2], 16) + int(found[1], 16) - int(section[1], 16)
    return found[3], library.read_bytes()[begin : begin + int(found[2], 16)]


def thinned(data: bytes) -> bytes:
    """ICU's data without the items that `UNUSED` names."""
    header = data[: _header_length(data)]
    kept = [(name, content) for name, content in items(data) if not UNUSED.fullmatch(name.partition("/")[2])]
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in kept)
    table = 4 + 8 * len(kept)
    name_at, content_at = table, _aligned(table + len(names))
    entries, contents = bytearray(struct.pack("<I", len(kept))), bytearray()
    for name, content in kept:
        entries += struct.pack("<II", name_at, content_at + len(contents))
        name_at += len(name) + 1
        contents += content.ljust(_aligned(len(content)), b"\0")
    return bytes(header + (entries + names).ljust(content_at, b"\0") + contents)


def items(data: bytes) -> list[tuple[str, bytes]]:
    """The items of ICU's data: names like `icudt73l/coll/de.res`, and contents."""
    table = data[_header_length(data) :]
    (count,) = struct.unpack_from("<I", table)
    entries = [struct.unpack_from("<II", table, 4 + 8 * each) for each in range(count)]
    ends = [begin for _, begin in entries[1:]] + [len(table)]
    return [
        (table[name : table.index(b"\0", name)].decode("ascii"), table[begin:end])
        for (name, begin), end in zip(entries, ends, strict=True)
    ]


def _header_length(data: bytes) -> int:
    # The header's length, a signature, what follows' length, reserved, 0 where numbers' small end is first.
    length, signature, _, _, big_end_first = struct.unpack_from("<H2sHHB", data)
    if signature != b"\xda\x27" or big_end_first or data[12:16] != b"CmnD":
        raise BuildFailed("ICU's data does not begin as making/icu.py expects.")
    return int(length)


def _aligned(length: int) -> int:
    return -(-length // _ALIGNMENT) * _ALIGNMENT
