"""Draw Milepost's icons, and those of its plans, in every size a desktop asks for.

    .venv/bin/python packaging/icons.py FOLDER

writes the tree of an icon theme into FOLDER, which is installed as /usr/share/icons/hicolor: PNG from 16 to
512 pixels and the drawing itself. The same drawings give the same bytes. Sizes from 16 to 24 have drawings of
their own: on so few pixels only edges that lie between pixels are sharp.
"""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from integration import APPLICATION

ROOT = Path(__file__).resolve().parent.parent
PLAN_TYPE = "application-x-milepost-plan"
"""The name a desktop looks for: the plans' MIME type with a hyphen."""

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
APPLICATION_DRAWING = ROOT / "resources" / "icons" / "milepost.svg"
DOCUMENT_DRAWING = ROOT / "packaging" / "drawings" / "document.svg"


def write_icons(folder: Path) -> None:
    """Write both icons into `folder`, an icon theme's own (…/icons/hicolor); folders are made."""
    for drawing, kind, name in (
        (APPLICATION_DRAWING, "apps", APPLICATION),
        (DOCUMENT_DRAWING, "mimetypes", PLAN_TYPE),
    ):
        for pixels in SIZES:
            target = folder / f"{pixels}x{pixels}" / kind / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(png(drawing, pixels))
        scalable = folder / "scalable" / kind / f"{name}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(drawing, scalable)


def png(drawing: Path, pixels: int) -> bytes:
    """A drawing as a square PNG, from the drawing made for this size where there is one.

    Raises ValueError, naming the file, for what is no drawing.
    """
    drawn_for_it = drawing.with_stem(f"{drawing.stem}-{pixels}")
    source = drawn_for_it if drawn_for_it.is_file() else drawing
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is no drawing")
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Without alpha multiplied in, as PNG keeps it; -1 is Qt's own compression, the same for the same Qt.
    image.convertToFormat(QImage.Format.Format_ARGB32).save(buffer, "PNG", -1)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def main(arguments: list[str]) -> int:
    """Write the icons into the folder named; the exit status."""
    if len(arguments) != 1:
        print("usage: .venv/bin/python packaging/icons.py FOLDER", file=sys.stderr)
        return 2
    write_icons(Path(arguments[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
