"""What a Linux desktop reads to know Milepost, judged by the tools that desktops judge it by."""

import configparser
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import integration
from integration import APPLICATION, Release, metainfo, releases, write_integration
from making import names
from planner.cli_window import WINDOW_OPTIONS
from planner.storage.database import APPLICATION_ID
from planner.storage.document import Document
from planner.ui import icons
from planner.version import milepost_version
from tests.helpers.plans import small_plan

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktops of Linux")

TYPE = "application/x-milepost-plan"


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a package puts into /usr/share."""
    folder = tmp_path_factory.mktemp("share")
    write_integration(folder)
    return folder


def tool(*words: str | Path, data: Path | None = None) -> str:
    """What a tool says when it is content; with `data` as the learner's only folder of shared files."""
    environment = dict(os.environ)
    if data is not None:
        environment |= {"XDG_DATA_HOME": str(data), "HOME": str(data.parent), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_one_id_names_program_packages_and_files(share: Path) -> None:
    assert {icons.APPLICATION, names.APPLICATION, APPLICATION} == {APPLICATION}
    written = {str(path.relative_to(share)) for path in share.rglob("*") if path.is_file()}
    assert written == {
        f"applications/{APPLICATION}.desktop",
        f"metainfo/{APPLICATION}.metainfo.xml",
        f"mime/packages/{APPLICATION}.xml",
    }


class TestDesktopEntry:
    @pytest.fixture
    def entry(self, share: Path) -> configparser.ConfigParser:
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str  # type: ignore[assignment,method-assign]
        parser.read(share / "applications" / f"{APPLICATION}.desktop", encoding="utf-8")
        return parser

    def test_the_validator_has_nothing_to_say(self, share: Path) -> None:
        assert tool("desktop-file-validate", share / "applications" / f"{APPLICATION}.desktop") == ""

    def test_it_names_icon_and_type(self, entry: configparser.ConfigParser) -> None:
        main = entry["Desktop Entry"]
        assert main["Icon"] == APPLICATION
        assert main["MimeType"] == f"{TYPE};"

    def test_its_actions_are_options_that_milepost_knows(self, entry: configparser.ConfigParser) -> None:
        actions = entry["Desktop Entry"]["Actions"].rstrip(";").split(";")
        commands = [entry[f"Desktop Action {action}"]["Exec"].split() for action in actions]
        assert commands == [["milepost", option] for option in WINDOW_OPTIONS]


class TestMetainfo:
    def test_the_validator_minds_capitals_in_the_id_alone(self, share: Path) -> None:
        file = share / "metainfo" / f"{APPLICATION}.metainfo.xml"
        said = tool("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", file)
        assert re.findall(r"^[EWIP]: .*?: ?\d*:? ?(\S+)$", said, re.MULTILINE) == [
            "cid-contains-uppercase-letter"
        ]

    def test_nothing_is_left_to_fill_in(self) -> None:
        assert "@" not in ET.tostring(ET.fromstring(metainfo()), encoding="unicode")

    def test_its_pictures_are_those_of_this_version(self) -> None:
        addresses = [each.text or "" for each in ET.fromstring(metainfo()).iter("image")]
        assert len(addresses) == 2
        for address in addresses:
            before, _, picture = address.partition(f"/v{milepost_version()}/")
            assert before.startswith("https://raw.githubusercontent.com/")
            assert (integration.ROOT / picture).is_file()

    def test_its_newest_release_is_this_version(self) -> None:
        newest = ET.fromstring(metainfo()).find("releases/release")
        assert newest is not None
        assert newest.get("version") == milepost_version()


CHANGELOG = """\
# Changelog

Words about the file.

## [Unreleased]

- Not yet.

## [1.1.0] - 2027-02-03

Faster, *and* kinder: see [the `help`](https://example.org)
& more.

### Added

- Something.

## [1.0.0] - 2027-01-02

- Everything.
"""


def test_dated_headings_of_the_changelog_are_releases() -> None:
    assert [(each.version, str(each.day), each.about) for each in releases(CHANGELOG)] == [
        ("1.1.0", "2027-02-03", "Faster, and kinder: see the help & more."),
        ("1.0.0", "2027-01-02", ""),
    ]


def test_releases_in_the_metainfo_bear_any_words(tmp_path: Path) -> None:
    for name in ("pyproject.toml", f"packaging/linux/{APPLICATION}.metainfo.xml.in"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(integration.ROOT / name, tmp_path / name)
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")

    found = ET.fromstring(metainfo(tmp_path)).findall("releases/release")

    assert [(each.get("version"), each.findtext("description/p")) for each in found] == [
        (each.version, each.about or None) for each in releases(CHANGELOG)
    ]
    assert isinstance(releases(CHANGELOG)[0], Release)


class TestFileType:
    @pytest.fixture
    def data(self, share: Path, tmp_path: Path) -> Path:
        """A learner's shared files with Milepost's type among them, as the system's own tool takes it in."""
        folder = tmp_path / "data"
        shutil.copytree(share, folder)
        assert tool("update-mime-database", folder / "mime", data=folder) == ""
        return folder

    @pytest.mark.parametrize("name", ["My path ñ.milepost", "without a suffix", "renamed.db"])
    def test_a_plan_is_known_by_its_name_and_by_what_is_in_it(
        self, data: Path, tmp_path: Path, name: str
    ) -> None:
        plan = tmp_path / name
        Document.create(plan, small_plan()).close()

        assert tool("xdg-mime", "query", "filetype", plan, data=data).strip() == TYPE
        said = tool("gio", "info", "--attributes=standard::content-type,standard::icon", plan, data=data)
        assert f"standard::content-type: {TYPE}" in said
        assert "standard::icon: application-x-milepost-plan, " in said

    def test_another_database_is_none(self, data: Path, tmp_path: Path) -> None:
        other = tmp_path / "other.db"
        connection = sqlite3.connect(other)
        connection.execute("CREATE TABLE anything (number)")
        connection.close()

        assert tool("xdg-mime", "query", "filetype", other, data=data).strip() == "application/vnd.sqlite3"

    def test_the_mark_is_the_one_that_plans_carry(self, share: Path) -> None:
        text = (share / "mime" / "packages" / f"{APPLICATION}.xml").read_text(encoding="utf-8")
        assert f'offset="68" value="{APPLICATION_ID.to_bytes(4, "big").decode()}"' in text
