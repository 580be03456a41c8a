"""What building does around PyInstaller: sizes that count each file once."""

from pathlib import Path

import build


def test_a_link_does_not_count_twice(tmp_path: Path) -> None:
    (tmp_path / "library.so.1").write_bytes(b"x" * 2_000_000)
    (tmp_path / "library.so").symlink_to("library.so.1")
    assert round(build.megabytes(tmp_path), 1) == 2.0


def test_stripping_leaves_kept_folders_and_links_to_them_alone(tmp_path: Path) -> None:
    kept = tmp_path / "numpy.libs"
    kept.mkdir()
    library = kept / "libopenblas.so"
    library.write_bytes(b"not really a library")
    (tmp_path / "libopenblas.so").symlink_to("numpy.libs/libopenblas.so")
    build.strip_libraries(tmp_path)
    assert library.read_bytes() == b"not really a library"
