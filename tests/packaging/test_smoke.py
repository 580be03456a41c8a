"""The command that proves artifacts: what it takes and refuses, how it ends, what it leaves behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import smoke
from proving.kinds import Proof
from proving.report import NotRun, ProofFailed
from proving.workshop import Workshop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="proofs drive X and AT-SPI")


@pytest.fixture
def here(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path, tmp_path, None, "this is a test")


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A folder that everybody may look into, which pytest's own are not."""
    with TemporaryDirectory(dir="/var/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def a_program(folder: Path, script: str) -> Path:
    """A one-folder program that is a shell script."""
    program = folder / "milepost" / "milepost"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program.parent


def proves(artifact: Path, scratch: Path) -> subprocess.Popen[str]:
    """The command on one artifact, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, str(Path(smoke.__file__)), str(artifact)],
        env=os.environ | {"TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.packaged
def test_the_built_program_does_its_job(capsys: pytest.CaptureFixture[str]) -> None:
    assert smoke.main([str(smoke.DIST / "milepost")]) == 0
    proved = capsys.readouterr().out
    assert "prints a week" in proved
    assert "finds the change again" in proved


@pytest.mark.parametrize("named", [True, False])
def test_without_an_artifact_it_says_how_to_build_one(
    named: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(smoke, "DIST", tmp_path)
    assert smoke.main([str(tmp_path / "milepost")] if named else []) == 2
    assert "Build it with: python3 packaging/build.py" in capsys.readouterr().err


def test_what_no_build_makes_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "holiday.jpg").touch()
    assert smoke.main([str(tmp_path / "holiday.jpg")]) == 2
    assert "holiday.jpg has not the name of anything" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--debian", "11"], ["--python", "2.7"], ["--long"]])
def test_wrong_use_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        smoke.main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: smoke.py")


def test_one_that_fails_keeps_no_other_from_being_proved(
    here: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_here: Workshop) -> None:
        raise ProofFailed("the finish is not named")

    def cannot(_here: Workshop) -> None:
        raise NotRun("there is no Python 3.99 here")

    proofs = [Proof("a wheel", fails), Proof("another", cannot), Proof("a third", lambda _here: None)]
    assert smoke.prove_all(proofs, here) == 1
    said = capsys.readouterr().out
    assert "failed   the finish is not named" in said
    assert "not run  there is no Python 3.99 here" in said
    assert said.endswith("1 proved, 1 failed, 1 not run.\n")


def test_what_is_not_run_is_counted_and_fails_nothing(
    here: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    def cannot(_here: Workshop) -> None:
        raise NotRun("only root may")

    assert smoke.prove_all([Proof("a package", cannot)], here) == 0
    assert capsys.readouterr().out.endswith("0 proved, 0 failed, 1 not run.\n")


def fails_to_run(_here: Workshop) -> None:
    subprocess.run(["false"], check=True)


def fails_to_read(_here: Workshop) -> None:
    Path("/nowhere/at all").read_bytes()


@pytest.mark.parametrize("fails", [fails_to_run, fails_to_read])
def test_what_breaks_a_proof_from_below_fails_it_in_words(
    fails: Callable[[Workshop], None], here: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert smoke.prove_all([Proof("a wheel", fails)], here) == 1
    assert "failed   " in capsys.readouterr().out


def test_a_program_that_fails_is_named_with_what_it_said(tmp_path: Path, scratch: Path) -> None:
    with proves(a_program(tmp_path, "echo 'no library' >&2; exit 3"), scratch) as run:
        said, _ = run.communicate(timeout=60)
    assert run.returncode == 1
    assert "ended with 3: no library" in said
    assert "0 proved, 1 failed, 0 not run." in said
    assert not list(scratch.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_in_the_middle_it_leaves_nothing_behind(
    number: signal.Signals, tmp_path: Path, scratch: Path
) -> None:
    with proves(a_program(tmp_path, "sleep 600"), scratch) as run:
        assert run.stdout is not None
        assert any("is unpacked" in line for line in iter(run.stdout.readline, ""))
        os.killpg(run.pid, number)
        _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "Stopped." in said
    assert not list(scratch.iterdir())
    assert str(scratch) not in Path("/proc/self/mountinfo").read_text()
