"""Fetches the page's libraries by npm name and version and keeps their minified files and licences in this folder.

    python pipeline/crossfoot/report/vendor/build.py

Needs `npm`. The files are those that the packages publish, byte for byte; `vendor.json` says what each is, its version and
its SHA-256. `plot.css` is the one style sheet that Plot writes into a drawing, taken from its source: the page's
Content-Security-Policy allows it by its hash.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
CLASS: Final = "plot"  # of every drawing: `className` in page.js
_PLOT_STYLE: Final = re.compile(r"`(:where\(\.\$\{className\}\) \{.*?)`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package, the file of it that the page holds, and its licence."""

    name: str
    version: str
    file: str
    licence: str
    kept_as: str


PACKAGES: Final = (
    Package("d3", "7.9.2", "dist/d3.min.js", "LICENSE", "d3.min.js"),
    Package("@observablehq/plot", "0.6.17", "dist/plot.umd.min.js", "LICENSE", "plot.min.js"),
    Package("@picocss/pico", "2.1.1", "css/pico.classless.min.css", "LICENSE.md", "pico.classless.min.css"),
)


def packed(package: Package, folder: Path) -> dict[str, bytes]:
    """Every file of a package, by its path in it."""
    line = ["npm", "pack", f"{package.name}@{package.version}", "--silent", "--pack-destination", str(folder)]
    archive = folder / subprocess.run(line, check=True, capture_output=True, text=True).stdout.split()[-1]
    with tarfile.open(archive) as files:
        read = {member.name.removeprefix("package/"): files.extractfile(member) for member in files if member.isfile()}
        return {name: handle.read() for name, handle in read.items() if handle is not None}


def kept(package: Package, files: dict[str, bytes]) -> dict[str, str]:
    """Writes the file and the licence of a package; what `vendor.json` says of it."""
    content = files[package.file]
    _refuse_what_ends_its_element(package, content)
    (HERE / package.kept_as).write_bytes(content)
    licence = f"LICENSE.{package.kept_as.split('.')[0]}"
    (HERE / licence).write_bytes(files[package.licence])
    return {
        "name": package.name,
        "version": package.version,
        "file": package.kept_as,
        "licence": licence,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _refuse_what_ends_its_element(package: Package, content: bytes) -> None:
    """A file stands in the page as it is: nothing in it may close its element, or be changed by the reading of HTML."""
    found = [mark for mark in (b"</script", b"</style", b"<!--", b"\r", b"\0") if mark in content.lower()]
    if found:
        raise SystemExit(f"{package.name}: cannot stand in a page, it holds {found}")


def plot_style(source: str) -> str:
    """The style sheet that Plot writes into a drawing of class `CLASS`."""
    found = _PLOT_STYLE.search(source)
    if found is None:
        raise SystemExit("@observablehq/plot: its style sheet is not where it was")
    return found[1].replace("${className}", CLASS)


def main() -> None:
    """Fetches every package and writes its files."""
    said = []
    for package in PACKAGES:
        with tempfile.TemporaryDirectory() as folder:
            files = packed(package, Path(folder))
        said.append(kept(package, files))
        if package.kept_as == "plot.min.js":
            (HERE / "plot.css").write_text(plot_style(files["dist/plot.umd.js"].decode()), encoding="utf-8")
    (HERE / "vendor.json").write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
