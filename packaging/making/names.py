"""The names of all that a build makes, in one place."""

from dataclasses import dataclass
from pathlib import Path

APPLICATION = "io.github.milepost_planner.Milepost"
"""The application's id: of its desktop file, its metainfo, its icon and its windows."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where a build of one version puts what it makes."""

    dist: Path
    version: str

    @property
    def program(self) -> Path:
        """The one-folder program."""
        return self.dist / "milepost"

    @property
    def deb(self) -> Path:
        """The package for Debian, Ubuntu and what is made from them."""
        return self.dist / f"milepost_{self.version}_amd64.deb"

    @property
    def rpm(self) -> Path:
        """The package for Fedora, openSUSE and their like."""
        return self.dist / f"milepost-{self.version}-1.x86_64.rpm"

    @property
    def tarball(self) -> Path:
        """The archive to unpack anywhere and run."""
        return self.dist / f"milepost-{self.version}-linux-x86_64.tar.zst"

    @property
    def wheel(self) -> Path:
        """What pip and uv install."""
        return self.dist / f"milepost-{self.version}-py3-none-any.whl"

    @property
    def sdist(self) -> Path:
        """The source, as Python's tools pass it on."""
        return self.dist / f"milepost-{self.version}.tar.gz"

    @property
    def appdir(self) -> Path:
        """The folder that an AppImage is made from."""
        return self.dist / "Milepost.AppDir"

    @property
    def sbom(self) -> Path:
        """The list of everything in the program, as CycloneDX."""
        return self.dist / f"milepost-{self.version}.cdx.json"

    @property
    def sums(self) -> Path:
        """The SHA-256 sums of all files."""
        return self.dist / "SHA256SUMS"
