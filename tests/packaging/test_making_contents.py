"""What is said of the program's contents: whose works they are, on what terms, and how it is called."""

import errno
import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import dev
from making import checkout, contents, everything, licences, manual, rpm
from making.checkout import Checkout
from making.contents import Component
from making.steps import BuildFailed

SOURCE = Checkout(
    root=Path("/nowhere"),
    version="1.2.3",
    description="A study planner for people",
    homepage="https://example.org",
    commit="0" * 40,
    epoch=1_700_000_000,
    changed=(),
)


def a_work(folder: Path, name: str = "something") -> Component:
    """A work with one text of its own."""
    text = folder / "LICENSE"
    text.write_text("Copyright (c) 2024 Somebody Else\n\nDo as you like.\n", encoding="utf-8")
    return Component(
        name=name,
        version="2.0",
        licence="MIT",
        purl=f"pkg:pypi/{name}@2.0",
        texts=[text],
        files=["_internal/something/part.so"],
    )


def test_each_work_is_named_with_its_holders_and_its_words_lie_beside(tmp_path: Path) -> None:
    work = a_work(tmp_path)
    said = licences.copyright_file(
        [work],
        source="https://example.org",
        licence=(dev.ROOT / "LICENSE").read_text(encoding="utf-8"),
        program="/usr/lib/milepost",
        texts="/usr/share/doc/milepost/licences",
    )
    assert "2024 Somebody Else" in said
    assert "usr/lib/milepost/_internal/something/*" in said
    assert "You may put your own builds of them in their\n place" in said
    licences.write_texts([work], tmp_path / "licences")
    assert "Do as you like." in (tmp_path / "licences" / "something" / "LICENSE").read_text(encoding="utf-8")


def test_fonts_and_icons_in_the_checkout_have_owners_of_their_own() -> None:
    owners = {
        name: contents.borrowed(dev.ROOT / name, dev.ROOT)
        for name in (
            "resources/fonts/Inter-Regular.otf",
            "resources/icons/calendar.svg",
            "resources/icons/milepost.svg",
            "CHANGELOG.md",
        )
    }
    assert [owner and owner.name for owner in owners.values()] == ["Inter", "Lucide", None, None]
    assert all(text.is_file() for owner in owners.values() if owner for text in owner.texts)


def test_the_list_of_contents_is_valid_and_the_same_twice(tmp_path: Path) -> None:
    pytest.importorskip("cyclonedx", reason="what packages are built with is not installed here")
    from making import sbom

    targets = [tmp_path / name for name in ("one.json", "two.json")]
    for target in targets:
        sbom.make(SOURCE, [a_work(tmp_path)], target)
    assert targets[0].read_bytes() == targets[1].read_bytes()
    assert '"pkg:pypi/something@2.0"' in targets[0].read_text(encoding="utf-8")
    other = tmp_path / "other.json"
    sbom.make(replace(SOURCE, commit="1" * 40), [a_work(tmp_path)], other)
    assert other.read_bytes() != targets[0].read_bytes()


def test_the_manual_has_every_verb_and_nothing_that_man_stumbles_over(tmp_path: Path) -> None:
    page = manual.page("1.2.3", date(2027, 4, 5))
    assert page.startswith('.TH MILEPOST 1 "2027-04-05" "Milepost 1.2.3"')
    for verb in ("new", "show", "week", "timeline", "export", "check"):
        assert f'.SS "{verb}"' in page
    assert r"\-\-print\-week" in page
    if shutil.which("groff") is not None:
        (tmp_path / "milepost.1").write_text(page, encoding="utf-8")
        read = subprocess.run(
            ["groff", "-man", "-ww", "-Tascii", tmp_path / "milepost.1"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (read.returncode, read.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("rpmbuild") is None, reason="rpmbuild is not installed here")
def test_the_rpm_holds_the_tree_and_is_the_same_twice(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for name, words in (
        ("usr/lib/milepost/milepost", "#!/bin/sh\n"),
        ("usr/share/doc/milepost/copyright", ""),
    ):
        (tree / name).parent.mkdir(parents=True)
        (tree / name).write_text(words, encoding="utf-8")
    (tree / "usr/lib/milepost/milepost").chmod(0o755)
    made = [tmp_path / name / "milepost.rpm" for name in ("one", "two")]
    for target in made:
        rpm.make(SOURCE, tree, {"libc.so.6": {"GLIBC_2.36"}}, target, tmp_path / f"work-{target.parent.name}")
    assert made[0].read_bytes() == made[1].read_bytes()
    query = ["rpm", "--query", "--package", str(made[0]), "--queryformat", "%{SUMMARY}\\n[%{FILENAMES}\\n]"]
    said = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[0] == "Study planner for people"
    assert {"/usr/lib/milepost/milepost", "/usr/share/doc/milepost/copyright"} <= set(said)


def test_a_checkout_says_what_is_not_committed(tmp_path: Path) -> None:
    shutil.copy(dev.ROOT / "pyproject.toml", tmp_path)
    with pytest.raises(BuildFailed, match="is not a git checkout with a commit"):
        checkout.read(tmp_path)

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=tmp_path, check=True
        )

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "First")
    clean = checkout.read(tmp_path)
    assert clean.changed == ()
    assert re.fullmatch(r"Milepost \S+, commit [0-9a-f]{12} of [0-9-]{10}", str(clean))

    (tmp_path / "notes.txt").touch()
    assert "notes.txt is not as committed, so nobody can build the same again" in str(checkout.read(tmp_path))


def test_a_full_disk_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_source: Checkout) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "dist/milepost")

    monkeypatch.setattr(everything, "make", full)
    monkeypatch.setattr(checkout, "read", lambda _root: SOURCE)
    assert everything.main(Path("/nowhere"), again=False) == 1
    assert "No space left on device: 'dist/milepost'" in capsys.readouterr().err
