"""The icons that packages install: every size, sharp, and the same bytes each time."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from icons import APPLICATION_DRAWING, DOCUMENT_DRAWING, PLAN_TYPE, SIZES, main, png, write_icons
from integration import APPLICATION

KINDS = {"apps": APPLICATION, "mimetypes": PLAN_TYPE}


def test_both_icons_come_in_every_size(tmp_path: Path) -> None:
    write_icons(tmp_path)

    for kind, name in KINDS.items():
        for pixels in SIZES:
            picture = QImage(str(tmp_path / f"{pixels}x{pixels}" / kind / f"{name}.png"))
            assert (picture.width(), picture.height()) == (pixels, pixels)
            assert picture.pixelColor(0, 0).alpha() < 255
            assert picture.pixelColor(pixels // 2, pixels // 2).alpha() == 255
        assert (tmp_path / "scalable" / kind / f"{name}.svg").is_file()
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2 * (len(SIZES) + 1)


def test_they_are_the_same_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert main([str(first)]) == main([str(second)]) == 0

    for path in first.rglob("*.*"):
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes()


@pytest.mark.parametrize("pixels", [16, 22, 24])
@pytest.mark.parametrize("drawing", [APPLICATION_DRAWING, DOCUMENT_DRAWING])
def test_the_bar_at_the_foot_of_small_ones_is_sharp(drawing: Path, pixels: int) -> None:
    """It begins and ends between two pixels: the rows above and below are the plain ground, not a mixture."""
    picture = QImage()
    assert picture.loadFromData(png(drawing, pixels))
    column = pixels // 2 - 3
    rows = [picture.pixelColor(column, row).name() for row in range(pixels)]
    bar = {APPLICATION_DRAWING: "#ffffff", DOCUMENT_DRAWING: "#2f6fb5"}[drawing]
    ground = {APPLICATION_DRAWING: "#2f6fb5", DOCUMENT_DRAWING: "#ffffff"}[drawing]
    last = max(row for row in range(pixels) if rows[row] == bar)
    first = next(row for row in range(last, 0, -1) if rows[row - 1] != bar)
    assert last - first in (1, 2)
    assert (rows[first - 1], rows[last + 1]) == (ground, ground)


@pytest.mark.qt_log_ignore(r"Cannot open file .*gone\.svg")
def test_a_drawing_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"gone\.svg"):
        png(tmp_path / "gone.svg", 16)


def test_wrong_use_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage:" in capsys.readouterr().err
