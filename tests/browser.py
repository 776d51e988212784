"""A browser for the tests of the page: Debian's chromium driven by Playwright; a test without one is skipped."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

AXE = "axe-core@4.14.1"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Nothing that goes to the network by itself.
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split()


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser. Skips where Playwright or chromium is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = os.environ.get("CROSSFOOT_CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if found is None:
        pytest.skip("no chromium is installed (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def axe(folder: Path) -> str:
    """The script of axe-core, from npm. Skips where there is no npm, or it cannot fetch it."""
    if shutil.which("npm") is None:
        pytest.skip("axe-core cannot be had: no npm is installed")
    line = ["npm", "pack", AXE, "--silent", "--pack-destination", str(folder)]
    try:
        done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=60)
    except subprocess.TimeoutExpired:
        pytest.skip(f"{AXE} cannot be had: npm took more than a minute")
    if done.returncode:
        pytest.skip(f"{AXE} cannot be had: npm failed")
    archive = (folder / done.stdout.split()[-1]).read_bytes()
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        script = files.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()
