"""Files made to break a reader each end in an article or in a quarantine row with its reason."""

import subprocess
import sys
from pathlib import Path

import pytest

from crossfoot import ingest
from crossfoot.records import Article
from hostile_files import FILES, PROSE

READ_ALL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30, 3 * 2**30))
from crossfoot import ingest
for result in ingest.read([sys.argv[1]]):
    print(type(result).__name__)
"""


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Nothing that is read may ask for anything elsewhere."""

    def refuse(*arguments, **named):
        pytest.fail("a reader asked for a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_has_its_reason_and_its_neighbour_is_read(tmp_path, name):
    make, allowed = FILES[name]
    (tmp_path / name).write_bytes(make())
    (tmp_path / "zz_neighbour.txt").write_text(PROSE)
    *results, neighbour = ingest.read([tmp_path])
    assert neighbour.id == "zz_neighbour"
    reasons = ["article" if isinstance(result, Article) else result.reason for result in results]
    assert reasons
    assert set(reasons) <= set(allowed.split())
    for result in results:
        if isinstance(result, Article):
            assert "".join(result.text[block.start : block.end] for block in result.blocks).strip()
        else:
            assert result.path.startswith(f"{tmp_path.name}/{name}")
            assert result.detail
            assert result.detail.isprintable()


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux's")
def test_all_of_them_together_stay_within_three_gigabytes(tmp_path):
    for name, (make, _) in FILES.items():
        (tmp_path / name).write_bytes(make())
    line = [sys.executable, "-c", READ_ALL, str(tmp_path)]
    paths = str(Path(__file__).parents[1] / "pipeline")
    done = subprocess.run(line, capture_output=True, text=True, check=False, env={"PYTHONPATH": paths})
    assert done.returncode == 0, done.stderr[-2000:]
    assert len(done.stdout.split()) >= len(FILES)


def test_there_are_enough_of_them():
    assert len(FILES) >= 60


@pytest.mark.parametrize(
    ("name", "detail"),
    [
        ("german.txt", "the text is in German (de)"),
        ("huge.txt", "more than 20,000,000 bytes"),
        ("scan.pdf", "the PDF holds no text; it may be a scan"),
        ("encrypted.zip", "the file in the archive needs a password"),
        ("no_text.csv", "no column named text, body, content, article, article_text, full_text, maintext, story"),
    ],
)
def test_a_reason_is_told_in_words(tmp_path, name, detail):
    (tmp_path / name).write_bytes(FILES[name][0]())
    (result,) = ingest.read([tmp_path / name])
    assert result.detail == detail
