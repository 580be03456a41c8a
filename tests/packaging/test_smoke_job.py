"""What the proofs read: accessible names, the table that `show` prints, pictures of the screen."""

import re
import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from proving.job import shows_target, target_in
from proving.pictures import write_png
from tests.helpers.run import milepost


@pytest.mark.parametrize(
    ("name", "target"),
    [
        (
            "Milestone Endpoint live, target 14 November 2027, lands 11 September 2027, 0 of 8 done",
            "14 November 2027",
        ),
        ("Milestone Endpoint live, lands 11 September 2027, 0 of 8 done", ""),
    ],
)
def test_the_target_is_read_from_a_name(name: str, target: str) -> None:
    assert target_in(name) == target


def test_a_landing_is_not_taken_for_a_target(tmp_path: Path) -> None:
    """In a plan as it was made, the row of the milestone names the day it lands and no target."""
    path = tmp_path / "path.milepost"
    milepost("new", str(path), "--start", "2027-01-04", "--background", "engineer", "--hours", "10")
    table = milepost("show", str(path))
    assert re.search(r"◆ Endpoint live\s+23 Oct 2027", table)
    assert not shows_target(table, "23 October 2027")


def test_a_target_is_found_before_the_landing() -> None:
    table = "  Start  Finish  Target  Lands\n  ◆ Endpoint live   14 Nov 2027  11 Sep 2027   +64 d   0/8\n"
    assert shows_target(table, "14 November 2027")
    assert not shows_target(table, "11 September 2027")
    assert not shows_target("", "14 November 2027")


def a_dump(path: Path, bits: int = 32, little: int = 0) -> Path:
    """A screen of 2 by 1 pixels, orange and blue; one colour in its table, three bytes after the row."""
    pixels = [bytes([0x10, 0x80, 0xF0, 0]), bytes([0xFF, 0, 0, 0])]
    row = b"".join(pixel[::-1] if little else pixel for pixel in pixels) + bytes(3)
    header = [
        108,
        7,
        2,
        24,
        2,
        1,
        0,
        little,
        32,
        little,
        32,
        bits,
        len(row),
        4,
        0,
        0,
        0,
        8,
        256,
        1,
        2,
        1,
        0,
        0,
        0,
    ]
    path.write_bytes(struct.pack(">25I", *header) + b"screen\0\0" + bytes(12) + row)
    return path


@pytest.mark.parametrize("little", [0, 1])
def test_a_picture_of_the_screen_has_its_colours(little: int, tmp_path: Path) -> None:
    write_png(a_dump(tmp_path / "screen", little=little), tmp_path / "screen.png")
    picture = QImage(str(tmp_path / "screen.png"))
    assert (picture.width(), picture.height()) == (2, 1)
    assert picture.pixelColor(0, 0).name() == "#f08010"
    assert picture.pixelColor(1, 0).name() == "#0000ff"


def test_a_screen_of_few_colours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="8 bits a pixel"):
        write_png(a_dump(tmp_path / "screen", bits=8), tmp_path / "screen.png")
