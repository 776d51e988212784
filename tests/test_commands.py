"""The manners of every command: what is printed where, what a file of options sets, how it ends, and what no text can do."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import test_run
from crossfoot import cli, growth, store
from crossfoot.commands import settings
from crossfoot.errors import UsageError
from crossfoot.flow import Run

ESCAPE = "\x1b[31m"
# Titles, ids and names that a terminal or rich would obey.
HOSTILE = (
    "[bold]x[/bold]",
    "[/nope]",
    "[link=http://evil.example]x[/link]",
    f"{ESCAPE}x\x1b]0;owned\x07",
    "\u202ex",
    "[",
    "\\[x]",
)


@pytest.fixture
def crossfoot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in an empty folder; gives its exit code, and what it printed on either stream."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["crossfoot", *map(str, arguments)])
        code: Any = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def articles(folder: Path, *names: str) -> Path:
    """Two articles for each name, which contradict each other."""
    folder.mkdir(exist_ok=True)
    for at, name in enumerate(names):
        rows = [
            {"id": f"{name} {at}a", "title": name, "source": name, "url": name, "published": "2026-07-02",
             "text": f"{name} said on Thursday. Acme Corp's revenue rose 8% to $2.1 billion in 2025, {name} said."},
            {"id": f"{name} {at}b", "title": name, "source": name, "authors": [name], "published": "2026-07-02",
             "text": f"Acme Corp's revenue rose 12% to $2.4 billion in 2025. {name} had no comment."},
        ]  # fmt: skip
        (folder / f"{at}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run over hostile articles, and the articles beside it."""
    folder = tmp_path_factory.mktemp("done")
    growth.grow([articles(folder / "in", *HOSTILE)], folder / "out")
    return folder


def tree(app: typer.Typer) -> dict[str, Any]:
    """Every command of the app by its words."""
    found: dict[str, Any] = {}
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", None)
        found |= {f"{name} {word}": each for word, each in below.items()} if below else {name: command}
    return found


COMMANDS = tree(cli.app)


def lines(done: Path, out: Path) -> dict[str, list[str | Path]]:
    """A working line of each command."""
    claims, (first, *_) = done / "out" / "claims.jsonl", store.read_run(done / "out").claims
    note = out.parent / "note.txt"
    note.write_text(f"Acme Corp's revenue rose 9% in 2025. {HOSTILE[3]}[/nope]\n", encoding="utf-8")
    return {
        "run": ["run", done / "in", "--out", out],
        "check": ["check", note, "--against", done / "out"],
        "explain": ["explain", first.claim_id, "--from", done / "out"],
        "reconcile": ["reconcile", claims, "--out", out],
        "diff": ["diff", claims, done / "out" / "claims.csv", "--out", out],
        "sql": ["sql", "SELECT quote, sentence FROM claims", "--from", done / "out"],
        "export": ["export", done / "out", "--to", "jsonl"],
        "schema": ["schema", "--out", out],
        "config show": ["config", "show"],
    }


class TestStreams:
    @pytest.mark.parametrize("name", COMMANDS)
    def test_no_text_is_obeyed(self, crossfoot: Any, done: Path, tmp_path: Path, name: str) -> None:
        """No markup error, no markup swallowed, no escape on its way to a terminal."""
        code, out, err = crossfoot(*lines(done, tmp_path / "out")[name])
        assert code in (0, 1), err
        for printed in (out, err):
            assert "\x1b" not in printed
            assert "\x07" not in printed
            if name != "export":
                assert "\u202e" not in printed
        if name == "run":
            assert "[/nope] 1a" in " ".join(out.split())
        if name == "check":
            assert "\\x1b[31mx" in out
            assert "[/nope]" in out

    @pytest.mark.parametrize("name", COMMANDS)
    def test_json_is_one_value_and_nothing_else(self, crossfoot: Any, done: Path, tmp_path: Path, name: str) -> None:
        line = lines(done, tmp_path / "out")[name]
        if name == "export":
            line += ["--out", tmp_path / "claims.jsonl"]
        code, out, err = crossfoot(*line, "--json")
        assert code in (0, 1), err
        assert isinstance(json.loads(out), dict)
        assert err == ""

    @pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"config show", "export"}))
    def test_quiet_prints_nothing(self, crossfoot: Any, done: Path, tmp_path: Path, name: str) -> None:
        code, out, err = crossfoot(*lines(done, tmp_path / "out")[name], "--quiet")
        assert (code in (0, 1), out, err) == (True, "", "")

    def test_json_of_several_summaries_is_an_object_a_line(self, crossfoot: Any, done: Path, tmp_path: Path) -> None:
        note = lines(done, tmp_path / "out")["check"][1]
        _, out, _ = crossfoot("check", note, note, "--against", done / "out", "--json")
        assert [json.loads(line)["summary"] for line in out.splitlines()] == [str(note)] * 2

    def test_no_id_is_obeyed_by_the_progress_bar(
        self, crossfoot: Any, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        code, _, err = crossfoot("run", done / "in", "--out", tmp_path / "out")
        assert code == 0
        assert "\x1b[2K" in err  # a bar was drawn
        assert "\x1b]" not in err  # neither a link nor a window's title

    def test_an_export_is_all_that_standard_output_gets(self, crossfoot: Any, done: Path, tmp_path: Path) -> None:
        _, out, err = crossfoot("export", done / "out", "--to", "jsonl")
        assert (out, err) == ((done / "out" / "claims.jsonl").read_text(encoding="utf-8"), "")
        assert crossfoot("export", done / "out", "--to", "jsonl", "--out", "-") == (0, out, "")
        code, out, err = crossfoot("export", done / "out", "--to", "csv", "--out", tmp_path / "claims.csv")
        assert (code, out) == (0, "")
        assert err.startswith(f"{tmp_path / 'claims.csv'}: CSV")
        code, out, err = crossfoot("export", done / "out", "--to", "csv", "--json")
        assert (code, out) == (2, "")
        assert err.endswith("needs --out FILE: standard output is for the export itself\n")

    def test_where_the_page_lies_is_talk(self, crossfoot: Any, done: Path, tmp_path: Path) -> None:
        _, out, err = crossfoot("run", done / "in", "--out", tmp_path / "out")
        assert "report.html" not in out
        assert err == f"Everything, with the sentences side by side: {tmp_path / 'out' / 'report.html'}\n"

    @pytest.mark.parametrize("name", [*HOSTILE, "two\nlines", "a\rb"])
    @pytest.mark.parametrize(
        "line",
        ["run ? --out out", "check ? --against out", "reconcile ? --out out", "diff ? ? --out out", "export ? --to csv",
         "explain x --from ?", "--config ? config show", "export . --to ?", "?"],
    )  # fmt: skip
    def test_a_name_that_is_not_there_is_one_line(self, crossfoot: Any, name: str, line: str) -> None:
        code, out, err = crossfoot(*(word.replace("?", name) for word in line.split()))
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith("crossfoot: ")
        assert "\x1b" not in err


class TestDryRun:
    def test_it_says_what_would_be_done_and_does_nothing(self, crossfoot: Any, tmp_path: Path) -> None:
        articles(tmp_path / "in", "plain", "[/nope]")
        code, out, err = crossfoot("run", "in", "--out", "out", "--dry-run")
        said = out.splitlines()
        assert code == 0
        assert said[:2] == [f"read {tmp_path / 'in' / name}" for name in ("0.jsonl", "1.jsonl")]
        assert "write out/report.html" in said
        assert err.startswith("dry run: 2 files would be read and ")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]

    def test_it_tells_what_would_be_replaced(self, crossfoot: Any, tmp_path: Path) -> None:
        articles(tmp_path / "in", "plain")
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "report.html").write_text("older")
        _, out, _ = crossfoot("run", "in", "--out", "out", "--dry-run", "--json")
        assert json.loads(out)["replaces"] == ["out/report.html"]
        assert (tmp_path / "out" / "report.html").read_text() == "older"

    def test_a_path_that_is_not_there_is_said(self, crossfoot: Any) -> None:
        assert crossfoot("run", "nowhere", "--out", "out", "--dry-run")[0] == 2


class TestConfiguration:
    def set(self, folder: Path, text: str, name: str = "crossfoot.toml") -> None:
        folder.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, encoding="utf-8")

    def shown(self, crossfoot: Any) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(crossfoot("config", "show", "--json")[1])
        return found

    def test_a_file_sets_what_the_command_line_does_not(self, crossfoot: Any, tmp_path: Path) -> None:
        self.set(tmp_path, '[schema]\nout = "made"\nquiet = true\n')
        assert crossfoot("schema") == (0, "", "")
        assert len(list((tmp_path / "made").iterdir())) == 6

    def test_the_command_line_wins(self, crossfoot: Any, tmp_path: Path) -> None:
        self.set(tmp_path, '[schema]\nout = "made"\nquiet = true\n')
        code, out, err = crossfoot("schema", "--out", "here", "--no-quiet")
        assert (code, out, err) == (0, "", "6 schemas in here\n")
        assert not (tmp_path / "made").exists()

    def test_show_tells_each_value_and_where_it_comes_from(self, crossfoot: Any, tmp_path: Path) -> None:
        self.set(tmp_path, "[check]\nstrict = true\n")
        rows = self.shown(crossfoot)
        assert rows["check"]["strict"] == {"value": True, "from": "crossfoot.toml"}
        assert rows["check"]["format"] == {"value": "text", "from": "default"}
        assert rows["run"]["out"] == {"value": None, "from": "not set, and the command needs it"}
        out = crossfoot("config", "show")[1]
        assert "strict = true  # crossfoot.toml\n" in out

    def test_what_show_prints_is_a_file_of_options(self, crossfoot: Any, tmp_path: Path) -> None:
        self.set(tmp_path, '[check]\nagainst = "a\\"b"\n')
        first = self.shown(crossfoot)
        self.set(tmp_path, crossfoot("config", "show")[1])
        second = self.shown(crossfoot)
        assert {(c, k): row["value"] for c, table in first.items() for k, row in table.items()} == {
            (c, k): row["value"] for c, table in second.items() for k, row in table.items()
        }

    def test_pyproject_holds_them_in_a_table(self, crossfoot: Any, tmp_path: Path) -> None:
        self.set(tmp_path, "[project]\nname = 'x'\n[tool.crossfoot.check]\nstrict = true\n", "pyproject.toml")
        assert self.shown(crossfoot)["check"]["strict"] == {"value": True, "from": "pyproject.toml"}

    def test_a_pyproject_without_the_table_is_passed_over(self, crossfoot: Any, tmp_path: Path) -> None:
        self.set(tmp_path, "[tool.other]\ncrossfoot = 1\n", "pyproject.toml")
        assert self.shown(crossfoot)["check"]["strict"]["from"] == "default"

    def test_it_is_looked_for_above_within_a_repository_alone(
        self, crossfoot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.set(tmp_path / "top", '[run]\nout = "outputs"\n')
        self.set(tmp_path / "top" / "deep", "", "note.txt")
        monkeypatch.chdir(tmp_path / "top" / "deep")
        assert self.shown(crossfoot)["run"]["out"]["from"].startswith("not set")
        (tmp_path / "top" / ".git").mkdir()
        found = self.shown(crossfoot)["run"]["out"]
        assert found == {"value": str(tmp_path / "top" / "outputs"), "from": str(tmp_path / "top" / "crossfoot.toml")}

    def test_a_named_file_is_taken_instead(self, crossfoot: Any, tmp_path: Path) -> None:
        self.set(tmp_path, "[check]\nstrict = true\n")
        self.set(tmp_path, "", "none.toml")
        _, out, _ = crossfoot("--config", "none.toml", "config", "show", "--json")
        assert json.loads(out)["check"]["strict"]["from"] == "default"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("[run]\noutt = 1\n", "no such key in [run]: outt; there are out, "),
            ("[rnu]\nout = 'x'\n", "no such table or key: rnu; there are [run], "),
            ("quiet = true\n", "no such table or key: quiet; there are [run], "),
            ("[run]\nquiet = 'perhaps'\n", "run.quiet: Input should be a valid boolean"),
            ("[run]\nout = 3\n", "run.out: "),
            ("run = 3\n", "run: "),
            ("[run\n", "not TOML ("),
            ("[run]\nout = '\ud800'\n".encode("utf-8", "surrogatepass"), "not TOML ("),
        ],
    )
    def test_what_is_none_of_it_is_one_line(self, crossfoot: Any, tmp_path: Path, text: str | bytes, said: str) -> None:
        (tmp_path / "crossfoot.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
        code, out, err = crossfoot("schema", "--out", "out")
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith(f"crossfoot: crossfoot.toml: {said}")
        assert not (tmp_path / "out").exists()

    def test_paths_count_from_the_file(self) -> None:
        one, many, text = (settings.Option("x", "x", kind, None) for kind in (Path, list[Path], str))
        assert one.placed("a", Path("deep")) == "deep/a"
        assert many.placed(["a", "/b"], Path("deep")) == ["deep/a", "/b"]
        assert text.placed("a", Path("deep")) == "a"

    def test_every_option_of_every_command_can_be_set(self, crossfoot: Any) -> None:
        shown = self.shown(crossfoot)
        for name, command in COMMANDS.items():
            if name != "config show":
                assert set(shown[name]) == set(flags(command)), name


class TestEnds:
    BREAKS: dict[str, str] = {  # noqa: RUF012 (read alone)
        "run": "crossfoot.growth.grow",
        "sql": "crossfoot.store.query",
        "check": "crossfoot.flow.evidence",
        "explain": "crossfoot.store.read_run",
        "reconcile": "crossfoot.store.read_claims",
        "diff": "crossfoot.store.read_claims",
        "export": "crossfoot.store.read_run",
        "schema": "crossfoot.schemas.schemas",
        "config show": "crossfoot.commands.config._table",
    }

    @pytest.mark.parametrize("name", COMMANDS)
    def test_a_fault_of_our_own_is_exit_70_and_one_line_that_tells_how_to_report_it(
        self, crossfoot: Any, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        line = lines(done, tmp_path / "out")[name]
        monkeypatch.setattr(self.BREAKS[name], broken)
        code, out, err = crossfoot(*line)
        assert (code, out, err.count("\n")) == (70, "", 1)
        assert err.startswith("crossfoot: internal error, KeyError: 'two lines [/nope]' (test_commands.py, line ")
        assert "please report it as an issue" in err
        code, _, err = crossfoot("--traceback", *line)
        assert code == 70
        assert err.startswith("Traceback (most recent call last):\n")

    @pytest.mark.parametrize("name", COMMANDS)
    def test_an_interruption_is_exit_130(
        self, crossfoot: Any, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        line = lines(done, tmp_path / "out")[name]
        monkeypatch.setattr(self.BREAKS[name], interrupted)
        assert crossfoot(*line) == (130, "", "crossfoot: interrupted before all was written\n")

    def test_a_full_disk_under_standard_output_is_no_fault_of_ours(self, done: Path, root: Path) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("there is no /dev/full to stand for a full disk")
        import os
        import sys

        line = [sys.executable, "-m", "crossfoot", "export", str(done / "out"), "--to", "jsonl"]
        env = {**os.environ, "PYTHONPATH": str(root / "pipeline")}
        with Path("/dev/full").open("w") as full:
            ended = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=env)
        assert (ended.returncode, ended.stderr) == (2, "crossfoot: cannot write: No space left on device\n")


def broken(*_: object, **__: object) -> Iterator[None]:
    raise KeyError("two lines [/nope]")


def interrupted(*_: object, **__: object) -> Iterator[None]:
    raise KeyboardInterrupt


def flags(command: Any) -> list[str]:
    """The long names of a command's options, without dashes and without --help."""
    names = []
    for parameter in command.params:
        long = [flag.removeprefix("--") for flag in parameter.opts if flag.startswith("--")]
        names += [flag for flag in long if flag != "help"]
    return names


class TestExplain:
    def test_the_head_of_an_id_is_enough(self, crossfoot: Any, done: Path) -> None:
        claim = store.read_run(done / "out").claims[0]
        code, out, _ = crossfoot("explain", claim.claim_id[:10], "--from", done / "out")
        assert code == 0
        assert out.startswith(f"Claim {claim.claim_id}: “")

    @pytest.mark.parametrize("claim_id", ["", "zzz"])
    def test_an_id_that_no_claim_has(self, crossfoot: Any, done: Path, claim_id: str) -> None:
        code, out, err = crossfoot("explain", claim_id, "--from", done / "out")
        assert (code, out) == (2, "")
        assert err.startswith(f"crossfoot: no claim {claim_id}")

    def test_a_head_that_several_have(self, crossfoot: Any, done: Path) -> None:
        heads = [claim.claim_id[0] for claim in store.read_run(done / "out").claims]
        head = next(each for each in heads if heads.count(each) > 1)
        code, _, err = crossfoot("explain", head, "--from", done / "out")
        assert code == 2
        assert re.match(rf"crossfoot: \d+ claims begin with {head}: ", err)


class TestReadme:
    """The README names every command with every option, and none that there is not."""

    ROW = re.compile(r"^\| `crossfoot ([^`]+)` \|(.*)\|$", re.MULTILINE)
    OF_ALL = frozenset({"quiet", "json"})

    @pytest.fixture
    def rows(self, root: Path) -> dict[str, set[str]]:
        """Each command of the table with the options that its row names."""
        found: dict[str, set[str]] = {}
        for usage, rest in self.ROW.findall((root / "README.md").read_text(encoding="utf-8")):
            words = [word for word in usage.split() if re.fullmatch(r"[a-z]+", word)]
            found[" ".join(words)] = set(re.findall(r"--([a-z][a-z-]*)", usage + rest))
        return found

    def test_the_options_before_the_command_are_named(self, root: Path) -> None:
        text = (root / "README.md").read_text(encoding="utf-8")
        assert [flag for flag in flags(typer.main.get_command(cli.app)) if f"`--{flag}" not in text] == []

    def test_every_command_has_its_row(self, rows: dict[str, set[str]]) -> None:
        assert set(rows) == set(COMMANDS)

    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_option_is_in_the_row(self, rows: dict[str, set[str]], name: str) -> None:
        assert rows[name] == set(flags(COMMANDS[name])) - self.OF_ALL

    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_command_and_option_has_help(self, name: str) -> None:
        assert COMMANDS[name].help
        assert [parameter.name for parameter in COMMANDS[name].params if not getattr(parameter, "help", "x")] == []

    @pytest.mark.parametrize("path", ["README.md", "action.yml", ".pre-commit-hooks.yaml", "Makefile"])
    def test_every_line_that_is_shown_is_one_that_there_is(self, root: Path, path: str) -> None:
        text = (root / path).read_text(encoding="utf-8")
        words = "|".join(each.split()[0] for each in COMMANDS)
        for line in re.findall(rf"(?:^|[`\s\"/])crossfoot ((?:{words})\b[^\n`#]*)", text):
            name = (
                next(each for each in COMMANDS if line.startswith(each))
                if not line.startswith("config")
                else "config show"
            )
            used = set(re.findall(r"(?<=\s)--([a-z][a-z-]*)", line))
            assert used <= set(flags(COMMANDS[name])) | {"help"}, line


def test_a_form_that_is_none_and_a_table_that_is_none(crossfoot: Any, done: Path) -> None:
    for extra, said in (
        (["--to", "pdf"], "no such form: pdf; there are csv, "),
        (["--to", "csv", "--table", "people"], "no such table: people; there are claims, "),
        (["--to", "xlsx", "--table", "findings"], "--table has no meaning for xlsx, "),
    ):
        code, out, err = crossfoot("export", done / "out", *extra)
        assert (code, out) == (2, "")
        assert err.startswith(f"crossfoot: {said}")


def test_a_folder_that_is_no_run(crossfoot: Any, tmp_path: Path) -> None:
    assert crossfoot("export", tmp_path, "--to", "csv")[0] == 2
    with pytest.raises(UsageError):
        store.read_run(tmp_path)


@pytest.mark.parametrize("day", ["2026-13-40", "yesterday"])
def test_a_day_of_publication_that_is_none(crossfoot: Any, done: Path, tmp_path: Path, day: str) -> None:
    code, out, err = crossfoot(*lines(done, tmp_path / "out")["check"], "--published", day)
    assert (code, out, err) == (2, "", f"crossfoot: published: {day!r} is no ISO date such as 2026-07-02\n")


def test_no_worker_is_no_number_of_workers(crossfoot: Any, done: Path, tmp_path: Path) -> None:
    code, _, err = crossfoot(*lines(done, tmp_path / "out")["run"], "--workers", "0")
    assert (code, err.count("\n")) == (2, 1)


def test_a_missing_option_says_where_the_options_are_told() -> None:
    done = test_run.command("run", "news")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "crossfoot: Missing option '--out' / '-o'; see crossfoot run --help\n"


def test_an_article_that_changed_since_is_named(tmp_path: Path) -> None:
    for number, sales in enumerate((5, 6)):
        (tmp_path / "acme.txt").write_text(f"Acme's revenue rose to ${sales} million in 2025.")
        done = test_run.command("run", tmp_path / "acme.txt", "--out", tmp_path / "out")
        assert done.returncode == 0
        assert ("crossfoot: acme.txt changed since; the store keeps the old words" in done.stderr) == bool(number)


def test_an_export_makes_no_folder(tmp_path: Path, seed_run: Run) -> None:
    seed_run.write(tmp_path / "run")
    done = test_run.command("export", tmp_path / "run", "--to", "jsonl", "--out", tmp_path / "none" / "claims.jsonl")
    assert (done.returncode, done.stderr) == (2, f"crossfoot: no such folder: {tmp_path / 'none'}\n")
    assert not (tmp_path / "none").exists()
