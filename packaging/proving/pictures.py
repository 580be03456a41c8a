"""A picture of a virtual screen, from the file in which Xvfb keeps it (`-fbdir`): X's window dump format.

X11's XWDFile.h names the header's fields: 25 words, then the window's name, the colours, the pixels.
"""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

_HEADER = struct.Struct(">25I")
_COLOUR_BYTES = 12
_BITS = 32


def write_png(dump: Path, picture: Path) -> None:
    """Write what the screen shows now as a PNG. Raises ValueError for a screen without 32 bits a pixel."""
    data = dump.read_bytes()
    header = _HEADER.unpack_from(data)
    size, width, height, little, bits, line, colours = (header[i] for i in (0, 4, 5, 7, 11, 12, 19))
    if bits != _BITS:
        raise ValueError(f"{dump} has {bits} bits a pixel, not {_BITS}")
    start = size + colours * _COLOUR_BYTES
    # The bytes of a pixel: blue, green, red, unused; the other way round on a big-endian server.
    red, green, blue = (1, 2, 3) if little else (2, 1, 0)
    rows = bytearray()
    for row in range(height):
        pixels = data[start + row * line : start + row * line + width * 4]
        colour = bytearray(width * 3)
        colour[0::3], colour[1::3], colour[2::3] = pixels[red::4], pixels[green::4], pixels[blue::4]
        rows += b"\0" + colour
    picture.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(bytes(rows)))
        + _chunk(b"IEND", b"")
    )


def stripes(dump: Path, rows: int) -> Iterator[bytes]:
    """What the screen shows now, in stripes of so many rows from its top: to see what changes."""
    data = dump.read_bytes()
    header = _HEADER.unpack_from(data)
    size, height, line, colours = (header[i] for i in (0, 5, 12, 19))
    start = size + colours * _COLOUR_BYTES
    for row in range(0, height, rows):
        yield data[start + row * line : start + min(row + rows, height) * line]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
