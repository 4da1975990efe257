"""Bad input gets a clear line, the run goes on, and the exit code says what happened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tellings.cli import app, main
from tellings.keep.store import Store

GOOD = (
    "Ferry returns to the Tarn\n\nThe council of Harrow Dale said on Monday that a ferry would "
    "cross the river from April. “We have found a boat,” the mayor, Ines Falkner, said.\n"
)


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.txt").write_bytes(b"\xff\xfe\xfa" + GOOD.encode() + b"\xc3\x28")
    (folder / "nothing.html").write_text(
        "<html><body><script>x = 1</script></body></html>", "utf-8"
    )
    lines = [
        json.dumps({"id": "one", "text": GOOD}),
        json.dumps({"id": "one", "text": GOOD.replace("April", "May")}),
        json.dumps({"id": "one", "text": GOOD}),
        json.dumps({"title": "no text"}),
        "{broken",
    ]
    (folder / "lines.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def test_bad_input_is_listed_and_the_rest_goes_on(inputs: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    code, out = run("build", str(inputs), str(tmp_path / "missing"), "-o", str(record))
    assert code == 0
    for name in ("empty.txt", "binary.txt", "nothing.html", "missing"):
        assert name in out, name
    for item in ("(4)", "(5)", "(one)"):
        assert item in out, item
    assert "gives the id one to 2 articles that differ; all are kept" in out
    code, out = run("verify", str(record))
    assert (code, out.strip()) == (0, "every line holds")


def test_nothing_usable_is_exit_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out = run("build", str(tmp_path / "empty.txt"), "-o", str(tmp_path / "record"))
    assert code == 1
    assert "not taken" in out


def test_standard_input(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": GOOD}).encode()
    code, out = run("build", "-", "-o", str(tmp_path / "record"), stdin=line)
    assert code == 0
    assert "1 articles added" in out


@pytest.mark.parametrize("command", ["show", "verify", "report", "export", "add"])
def test_a_folder_that_is_no_record_is_exit_2(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rest = {"report": ["-o", "x.html"], "export": ["-o", "x"], "add": ["y.txt"]}.get(command, [])
    monkeypatch.setattr("sys.argv", ["tellings", command, str(tmp_path), *rest])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "record" in capsys.readouterr().err


def test_a_record_is_not_built_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.txt"
    source.write_text(GOOD, "utf-8")
    assert run("build", str(source), "-o", str(tmp_path / "record"))[0] == 0
    monkeypatch.setattr(
        "sys.argv", ["tellings", "build", str(source), "-o", str(tmp_path / "record")]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2


def test_unknown_format_is_wrong_use(tmp_path: Path) -> None:
    code, _ = run("export", str(tmp_path), "-o", "x", "--format", "xml")
    assert code == 2


def test_a_build_cut_short_is_told(inputs: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    good = str(inputs / "good.txt")
    assert run("build", good, "-o", str(record))[0] == 0
    assert "came in after" not in run("show", str(record))[1]
    with Store.open(record) as store:
        article = next(iter(store.articles()))
        marks = next(iter(store.marks()))
        store.put([(article, marks)], "another reader")
        assert store.unmet() == 1
    for asked in (["show"], ["report", "-o", str(tmp_path / "page.html")]):
        code, told = run(asked[0], str(record), *asked[1:])
        assert code == 0
        assert "1 article of this record came in after its stories were made" in told
    assert run("add", str(record), good)[0] == 0
    assert "came in after" not in run("show", str(record))[1]
