"""Files, folders, globs, standard input, and every kind of bad input."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tellings.model import Article, Rejected, bytes_hash
from tellings.read import sources
from tellings.read.inputs import read

TEXT = (
    "The harbour council of Ostrava Bay met on Tuesday. It voted for the new pier by nine to two.\n"
)


def one(*inputs: str, stdin: bytes | None = None) -> Article | Rejected:
    found = list(read(inputs, io.BytesIO(stdin) if stdin is not None else None))
    assert len(found) == 1
    return found[0]


def code(path: Path) -> str:
    found = one(str(path))
    assert isinstance(found, Rejected)
    assert found.reason.endswith(".")
    return found.code


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_is_named_as_the_user_named_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "in" / "pier.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    article = one("in/pier.txt")
    assert isinstance(article, Article)
    assert article.input.path == "in/pier.txt"
    assert article.input.sha256 == bytes_hash(TEXT.encode())
    assert article.input.item is None
    assert article.text == TEXT


def test_a_folder_is_read_sorted_and_named_from_its_own_name_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden.txt", ".git/d.txt"):
        write(tmp_path / "news" / name, TEXT)
    monkeypatch.chdir(tmp_path / "news")
    here = list(read(["."]))
    monkeypatch.chdir("/")
    there = list(read([str(tmp_path / "news")]))
    assert here == there
    paths = [found.input.path for found in here if isinstance(found, Article)]
    assert paths == ["news/a.txt", "news/b.txt", "news/deep/c.txt"]


def test_a_glob_is_opened_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path / name, TEXT)
    monkeypatch.chdir(tmp_path)
    found = list(read(["*.txt"]))
    assert [a.input.path for a in found if isinstance(a, Article)] == ["a.txt", "b.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    assert isinstance(one(str(write(tmp_path / "day[1].txt", TEXT))), Article)


def test_the_same_article_twice_has_one_id_wherever_it_lies(tmp_path: Path) -> None:
    left = one(str(write(tmp_path / "a.txt", TEXT)))
    right = one(str(write(tmp_path / "sub" / "b.txt", TEXT)))
    assert isinstance(left, Article)
    assert isinstance(right, Article)
    assert left.id == right.id


def test_reading_is_lazy(tmp_path: Path) -> None:
    first = write(tmp_path / "a.txt", TEXT)
    stream = read([str(first), str(tmp_path / "later.txt")])
    assert isinstance(next(stream), Article)
    write(tmp_path / "later.txt", TEXT)
    assert isinstance(next(stream), Article)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n\xef\xbb\xbf", "empty"),
        ("empty.jsonl", b"\n\n", "empty"),
        ("empty.json", b"[]", "empty"),
        ("a.pdf", b"%PDF-1.7 ...", "binary"),
        ("a.txt", b"\x00\x01\x02\x03" * 40, "binary"),
        ("a.docx", b"PK\x03\x04....", "binary"),
        ("control.txt", b"ab\x01\x02\x03\x04\x05\x06" * 40, "binary"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "empty-page"),
        ("a.json", b'{"text": ', "bad-json"),
        ("a.json", b'"words"', "not-an-object"),
        ("a.jsonl", b'{"title": "No text here"}', "no-text"),
        ("a.jsonl", b'{"text": "   "}', "no-text"),
        ("a.jsonl", b'{"text": 7}', "no-text"),
        ("a.jsonl", b"[1, 2]", "not-an-object"),
        ("a.jsonl", b"not json", "bad-json"),
        ("a.jsonl", b'{"text": "\x00\x00"}', "binary"),
        ("deep.jsonl", b"[" * 200_000, "bad-json"),
    ],
)
def test_bad_files_are_rejected_with_their_reason(
    tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    assert code(write(tmp_path / name, content)) == expected


def test_what_is_not_there(tmp_path: Path) -> None:
    assert code(tmp_path / "nothing.txt") == "missing"
    assert code(tmp_path / "*.txt") == "no-match"
    (tmp_path / "hollow").mkdir()
    assert code(tmp_path / "hollow") == "empty-folder"
    assert [found.code for found in read(["", "a\x00b"]) if isinstance(found, Rejected)] == [
        "missing",
        "missing",
    ]


def test_an_address_is_not_fetched() -> None:
    found = one("https://example.org/pier")
    assert isinstance(found, Rejected)
    assert found.code == "url"
    assert "save the page" in found.reason


def test_a_broken_line_does_not_stop_the_others(tmp_path: Path) -> None:
    lines = [json.dumps({"text": TEXT, "id": "one"}), "{broken", json.dumps({"text": TEXT + "!"})]
    found = list(read([str(write(tmp_path / "a.jsonl", "\n".join(lines)))]))
    assert [type(item).__name__ for item in found] == ["Article", "Rejected", "Article"]
    items = [item.input.item if isinstance(item, Article) else item.item for item in found]
    assert items == ["one", "2", "3"]


class Endless(io.RawIOBase):
    """A stream of one line without end, which counts what was asked of it."""

    def __init__(self, size: int, tail: bytes) -> None:
        self.left, self.tail, self.largest = size, tail, 0

    def read(self, size: int = -1) -> bytes:
        self.largest = max(self.largest, size)
        if self.left:
            size = min(size, self.left)
            self.left -= size
            return b"x" * size
        tail, self.tail = self.tail, b""
        return tail


def test_a_line_over_the_limit_is_dropped_while_it_streams(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sources, "LINE_LIMIT", 2 * 2**20)
    stream = Endless(50_000_000, b"\n" + json.dumps({"text": TEXT}).encode())
    found = list(sources.read_stream("big.jsonl", stream))  # type: ignore[arg-type]
    assert isinstance(found[0], Rejected)
    assert found[0].code == "too-long-line"
    assert isinstance(found[1], Article)
    assert found[1].input.item == "2"
    assert stream.largest <= 2**20


def test_a_file_over_the_limit_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "FILE_LIMIT", 2**20)
    assert code(write(tmp_path / "a.txt", b"words " * 200_000)) == "too-long"
    assert code(write(tmp_path / "a.json", b"[" + b'"x",' * 300_000 + b'"x"]')) == "too-long-array"


def test_a_large_json_file_of_lines_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "FILE_LIMIT", 1000)
    line = json.dumps({"text": TEXT}) + "\n"
    found = list(read([str(write(tmp_path / "a.json", line * 30))]))
    assert len(found) == 30
    assert all(isinstance(item, Article) for item in found)


def test_json_comes_as_lines_as_an_array_and_as_one_object(tmp_path: Path) -> None:
    values = [{"text": TEXT, "id": 5}, {"maintext": TEXT}]
    array = list(read([str(write(tmp_path / "a.json", json.dumps(values, indent=1)))]))
    lines = list(read([str(write(tmp_path / "b.json", "\n".join(map(json.dumps, values))))]))
    single = one(str(write(tmp_path / "c.json", json.dumps(values[1], indent=1))))
    assert [a.input.item for a in array if isinstance(a, Article)] == ["5", "2"]
    assert [a.input.item for a in lines if isinstance(a, Article)] == ["5", "2"]
    assert isinstance(single, Article)
    assert single.input.item is None


def test_standard_input_is_json_lines_or_plain_text() -> None:
    lines = json.dumps({"text": TEXT}).encode()
    article, plain = one("-", stdin=lines), one("-", stdin=TEXT.encode())
    assert isinstance(article, Article)
    assert isinstance(plain, Article)
    assert article.input.path == plain.input.path == "-"
    assert article.input.item == "1"
    assert plain.text == TEXT
    assert isinstance(one("-", stdin=b""), Rejected)
