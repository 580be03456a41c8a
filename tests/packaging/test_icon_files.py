"""Icons for Windows and macOS: what is in the files, read by their own rules."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from icon_files import ICNS_KINDS, ICO_SIZES, write_icns, write_ico


def sides(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture, as its header says."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_an_ico_holds_each_size_where_its_list_says(tmp_path: Path) -> None:
    for path in write_ico(tmp_path / "made"):
        content = path.read_bytes()
        assert struct.unpack("<HHH", content[:6]) == (0, 1, len(ICO_SIZES))
        end = 6 + 16 * len(ICO_SIZES)
        for number, pixels in enumerate(ICO_SIZES):
            side, _, *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
            assert offset == end
            end += length
            assert (side or 256, sides(content[offset:end])) == (pixels, (pixels, pixels))
        assert end == len(content)


def test_an_icns_holds_each_kind_in_its_size(tmp_path: Path) -> None:
    for path in write_icns(tmp_path):
        content = path.read_bytes()
        assert content[:4] == b"icns"
        assert int.from_bytes(content[4:8], "big") == len(content)
        found, at = {}, 8
        while at < len(content):
            kind, length = content[at : at + 4].decode(), int.from_bytes(content[at + 4 : at + 8], "big")
            found[kind] = sides(content[at + 8 : at + length])
            at += length
        assert found == {kind: (pixels, pixels) for kind, pixels in ICNS_KINDS.items()}


@pytest.mark.parametrize("write", [write_ico, write_icns])
def test_plans_look_other_than_the_program(
    write: Callable[[Path], tuple[Path, Path]], tmp_path: Path
) -> None:
    program, plan = write(tmp_path)
    assert (program.stem, plan.stem) == ("milepost", "plan")
    assert program.read_bytes() != plan.read_bytes()


def test_the_pictures_are_drawn(tmp_path: Path) -> None:
    program, _ = write_ico(tmp_path)
    content = program.read_bytes()
    length, offset = struct.unpack_from("<8xII", content, 6)
    image = QImage.fromData(content[offset : offset + length])
    seen = {image.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert len(seen) > 3
