"""What building does around PyInstaller: sizes that count a file once, stripping that spares what breaks."""

import shutil
import sys
from pathlib import Path

import numpy.random
import pytest

import build


def a_library_with_symbols() -> Path:
    """A real shared library that still has its symbols."""
    return next(Path(numpy.random.__file__).parent.glob("_common*.so"))


def test_a_link_does_not_count_twice(tmp_path: Path) -> None:
    (tmp_path / "library.so.1").write_bytes(b"x" * 2_000_000)
    (tmp_path / "library.so").symlink_to("library.so.1")
    assert round(build.megabytes(tmp_path), 1) == 2.0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux libraries are stripped")
def test_stripping_spares_kept_folders_and_the_links_to_them(tmp_path: Path) -> None:
    kept = tmp_path / "numpy.libs"
    kept.mkdir()
    plain, spared = tmp_path / "plain.so", kept / "spared.so"
    for library in (plain, spared):
        shutil.copy(a_library_with_symbols(), library)
    (tmp_path / "spared.so").symlink_to("numpy.libs/spared.so")
    size = spared.stat().st_size
    build.strip_libraries(tmp_path)
    assert plain.stat().st_size < size
    assert spared.stat().st_size == size
