"""The recipes for public CI: they can be read, pin what they use, ask for little, and fit the sources."""

import plistlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import yaml

import system_files
from integration import APPLICATION

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = sorted((ROOT / "packaging").rglob("*.sh"))
TOOLS = Path(sys.executable).parent
UNPROVEN = "Unproven here:"

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the recipes are the same everywhere"
)
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda each: each.name)


def recipe(path: Path) -> dict[Any, Any]:
    """A workflow; YAML reads its key `on` as True."""
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def steps(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every step of a workflow, with the name of its job."""
    for name, job in recipe(path)["jobs"].items():
        for step in job["steps"]:
            yield name, step


def test_tests_and_releases_have_a_recipe() -> None:
    assert [path.name for path in WORKFLOWS] == ["release.yml", "tests.yml"]


def test_tests_run_on_each_system_with_each_python() -> None:
    project = system_files.project()
    oldest = re.fullmatch(r">=3\.(\d+)", project["requires-python"])
    assert oldest is not None
    matrix = recipe(WORKFLOWS[1])["jobs"]["tests"]["strategy"]["matrix"]
    assert [each.partition("-")[0] for each in matrix["os"]] == ["ubuntu", "windows", "macos"]
    assert matrix["python"] == [f"3.{minor}" for minor in range(int(oldest[1]), 14)]


@each_workflow
def test_actions_are_pinned_by_commit_with_their_version(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_an_action_has_one_version_everywhere() -> None:
    used = {step["uses"] for path in WORKFLOWS for _, step in steps(path) if "uses" in step}
    names = [each.partition("@")[0] for each in used]
    assert len(names) == len(set(names))


@each_workflow
def test_nothing_may_be_written_except_the_draft(path: Path) -> None:
    workflow = recipe(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert {name for name, job in workflow["jobs"].items() if "permissions" in job} <= {"draft"}


@each_workflow
def test_runs_end_and_do_not_pile_up(path: Path) -> None:
    workflow = recipe(path)
    assert workflow["concurrency"]["group"].endswith("-${{ github.ref }}")
    assert all(job["timeout-minutes"] <= 120 for job in workflow["jobs"].values())


def test_steps_on_other_systems_say_that_they_are_unproven() -> None:
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    for job in ("windows", "macos"):
        body = re.split(r"^  (\w+):\n", text, flags=re.MULTILINE)
        section = body[body.index(job) + 1]
        for step in re.split(r"\n\n", section):
            if "run: " in step and "- name: Say " not in step:
                assert f"# {UNPROVEN}" in step, step


@pytest.mark.parametrize("path", [*SCRIPTS, *ROOT.glob("packaging/*/milepost.iss")], ids=lambda p: p.name)
def test_scripts_for_other_systems_say_that_they_are_unproven(path: Path) -> None:
    alien = path.parent.name in ("windows", "macos")
    assert alien == (UNPROVEN in path.read_text(encoding="utf-8"))


def test_files_that_recipes_name_are_there() -> None:
    for path in WORKFLOWS:
        for _, step in steps(path):
            for name in re.findall(r"(?<![\w/.])packaging/[\w./-]+\w", step.get("run", "")):
                assert (ROOT / name).exists(), name
    assert all(path.stat().st_mode & 0o100 for path in SCRIPTS) or sys.platform == "win32"


@linux_only
@each_workflow
def test_commands_are_sound_shell(path: Path) -> None:
    for name, step in steps(path):
        if "run" in step:
            # What GitHub puts in for ${{ ... }} is a word.
            script = "set -e\n" + re.sub(r"\$\{\{.*?\}\}", "word", step["run"])
            found = subprocess.run(
                [TOOLS / "shellcheck", "--shell=bash", "-"],
                input=script,
                capture_output=True,
                text=True,
                check=False,
            )
            assert found.returncode == 0, f"{name}: {step.get('name')}\n{found.stdout}"


@linux_only
def test_scripts_are_sound_shell() -> None:
    found = subprocess.run(
        [TOOLS / "shellcheck", *SCRIPTS], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert found.returncode == 0, found.stdout


@linux_only
def test_workflows_are_safe_to_run() -> None:
    found = subprocess.run(
        [TOOLS / "zizmor", "--offline", "--no-progress", ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr


# The files that the recipes build from


def test_the_installer_names_what_the_spec_builds() -> None:
    script = (ROOT / "packaging" / "windows" / "milepost.iss").read_text(encoding="utf-8")
    built = built_by_spec("win32")
    assert built["executables"] == ["Milepost", "milepost-cli"]
    assert 'Source: "{#Root}\\dist\\milepost\\milepost-cli.exe"' in script
    assert '""{app}\\Milepost.exe"" ""%1""' in script
    assert "plan.ico" in built["data"]
    assert "{app}\\_internal\\plan.ico" in script
    assert "SetupIconFile={#Root}\\build\\milepost\\milepost.ico" in script
    assert 'ValueData: "application/x-milepost-plan"' in script
    assert "PrivilegesRequired=lowest" in script
    # What is the person's is never named for removal.
    assert "[UninstallDelete]" not in script
    assert re.search(r"^AppId=\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$", script, flags=re.MULTILINE)


def test_windows_is_told_the_version() -> None:
    built = built_by_spec("win32")
    version = system_files.project()["version"]
    for name, text in zip(built["executables"], built["versions"], strict=True):
        compile(text, name, "eval")
        assert f"StringStruct('OriginalFilename', '{name}.exe')" in text
        assert f"StringStruct('ProductVersion', '{version}')" in text
        assert f"filevers=({version.replace('.', ', ')}, 0)" in text


def test_macos_opens_plans_with_the_bundle() -> None:
    bundle = built_by_spec("darwin")["bundle"]
    assert bundle["name"] == "Milepost.app"
    assert bundle["version"] == bundle["info_plist"]["CFBundleShortVersionString"]
    assert bundle["bundle_identifier"] == APPLICATION.replace("_", "-")
    info = bundle["info_plist"]
    (kind,), (exported,) = info["CFBundleDocumentTypes"], info["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeIdentifier"] == f"{bundle['bundle_identifier'].lower()}.plan"
    assert exported["UTTypeTagSpecification"] == {
        "public.filename-extension": ["milepost"],
        "public.mime-type": ["application/x-milepost-plan"],
    }
    assert kind["CFBundleTypeIconFile"] in built_by_spec("darwin")["data"]
    release = WORKFLOWS[0].read_text(encoding="utf-8")
    assert f'MACOSX_DEPLOYMENT_TARGET: "{info["LSMinimumSystemVersion"]}"' in release


def test_macos_lets_the_program_do_one_thing_more() -> None:
    allowed = plistlib.loads(system_files.ENTITLEMENTS.read_bytes())
    assert allowed == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_linux_gets_the_one_program() -> None:
    built = built_by_spec("linux")
    assert built["executables"] == ["milepost"]
    assert "bundle" not in built


def test_the_flatpak_is_the_application_and_asks_for_little() -> None:
    (path,) = (ROOT / "packaging" / "flatpak").glob("*.yml")
    manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert path.stem == manifest["id"] == APPLICATION
    assert manifest["command"] == "milepost"
    assert {each for each in manifest["finish-args"] if "filesystem" in each or "talk-name" in each} == {
        "--filesystem=xdg-documents",
        "--talk-name=org.freedesktop.secrets",
    }
    (module,) = manifest["modules"]
    assert "--no-index" in module["build-commands"][0]
    assert UNPROVEN in path.read_text(encoding="utf-8")


@linux_only
@pytest.mark.skipif(shutil.which("flatpak-builder") is None, reason="flatpak-builder is not installed")
def test_flatpak_reads_its_manifest(tmp_path: Path) -> None:
    (tmp_path / "packaging" / "flatpak").mkdir(parents=True)
    (tmp_path / "build" / "flatpak").mkdir(parents=True)
    (tmp_path / "build" / "flatpak" / "packages.json").write_text("[]", encoding="utf-8")
    name = f"packaging/flatpak/{APPLICATION}.yml"
    shutil.copy(ROOT / name, tmp_path / name)
    found = subprocess.run(
        ["flatpak-builder", "--show-manifest", name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    assert f'"id" : "{APPLICATION}"' in found.stdout


def built_by_spec(platform: str) -> dict[str, Any]:
    """What packaging/milepost.spec makes on a platform, with stand-ins for PyInstaller and the platform."""
    built: dict[str, Any] = {"executables": [], "versions": []}

    def analysis(*_: object, datas: list[tuple[str, str]], **__: object) -> SimpleNamespace:
        entries = [(target, source, "DATA") for source, target in datas]
        return SimpleNamespace(binaries=[], datas=entries, pure=[], scripts=[])

    def executable(*_: object, name: str, version: str | None = None, **__: object) -> str:
        built["executables"].append(name)
        if version is not None:
            built["versions"].append(Path(version).read_text(encoding="utf-8"))
        return name

    def collect(*parts: object, **_: object) -> str:
        built["data"] = {entry[0] for entry in parts[-1]}  # type: ignore[attr-defined]
        return "folder"

    def bundle(_: object, added: list[tuple[str, str, str]], **words: Any) -> None:
        built["data"] |= {entry[0] for entry in added}
        built["bundle"] = words

    hooks: Any = ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = hooks.collect_submodules = hooks.copy_metadata = lambda *_, **__: []
    spec = ROOT / "packaging" / "milepost.spec"
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        for name in ("PyInstaller", "PyInstaller.utils"):
            patch.setitem(sys.modules, name, ModuleType(name))
        patch.setitem(sys.modules, hooks.__name__, hooks)
        patch.setattr(sys, "platform", platform)
        patch.setattr(sys, "path", [*sys.path])
        exec(
            compile(spec.read_bytes(), spec, "exec"),
            {
                "SPECPATH": str(spec.parent),
                "workpath": folder,
                "Analysis": analysis,
                "PYZ": lambda *_: None,
                "EXE": executable,
                "COLLECT": collect,
                "BUNDLE": bundle,
            },
        )
    return built
