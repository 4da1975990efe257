"""The names in an export are a promise: files, fields, their order, and what stands in them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.keep.made import affair

from tellings.model import (
    Article,
    Groups,
    Input,
    Marks,
    Published,
    Quote,
    Record,
    Span,
    Statement,
    Story,
    Tie,
    Time,
)
from tellings.model.errors import CannotWrite
from tellings.tell.columns import COLUMNS
from tellings.tell.export import export, is_format
from tellings.tell.rows import rows

# DESIGN's table, word for word: fields may be added behind these, none renamed.
PROMISED = {
    "articles": "id input outlet title byline published url language text furniture credits story",
    "names": "id cite kind actor",
    "actors": "id kind name names roles country code",
    "times": "id cite type value edtf why",
    "quantities": "id cite low high unit of modifier",
    "quotes": "id cite form cue source speaker addressee said statement",
    "statements": "id story speaker tellings wordings outlets independent",
    "events": "id story type mode context quad goldstein actors recipients date place certainty "
    "tellings outlets independent",
    "copies": "id passages origin",
    "stories": "id title articles from to storyline",
    "findings": "id story kind slot type about sides why confidence",
    "ties": "kind left right verdict score why by",
}
ADDED = {"tombstones", "rejected"}


@pytest.fixture(scope="module")
def record() -> Record:
    pairs, groups = affair(5, 8)
    held = Record(
        {article.id: article for article, _ in reversed(pairs)},
        {marks.article: marks for _, marks in pairs},
        groups,
        tombstones=(("stories", "s-0", None),),
    )
    kinds = ("stories", "copies", "actors", "statements", "events", "findings", "ties", "times")
    assert all(getattr(groups, kind) for kind in kinds)
    return held


def read(folder: Path) -> dict[str, list[dict[str, Any]]]:
    files = sorted(folder.iterdir())
    return {f.stem: [json.loads(line) for line in f.read_text("utf-8").splitlines()] for f in files}


def test_every_file_has_its_fields_in_their_order(record: Record, tmp_path: Path) -> None:
    written = export(record, tmp_path / "out")
    found = read(tmp_path / "out")
    assert [path.name for path in written] == sorted(f"{kind}.jsonl" for kind in found)
    assert set(found) == set(PROMISED) | ADDED
    for kind, fields in PROMISED.items():
        promised = fields.split()
        assert found[kind]
        assert all(list(line)[: len(promised)] == promised for line in found[kind]), kind


def test_lines_are_sorted_by_id_and_every_cite_is_exact(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path / "out")
    found = read(tmp_path / "out")
    for kind in set(PROMISED) - {"ties"}:
        ids = [line["id"] for line in found[kind]]
        assert ids == sorted(ids), kind
    cites = [cite for lines in found.values() for cite in cites_in(lines)]
    assert len(cites) > 50
    for cite in cites:
        text = record.articles[cite["article"]].text
        assert text[cite["start"] : cite["end"]] == cite["text"] != ""


def cites_in(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"article", "start", "end", "text"}:
            return [value]
        value = list(value.values())
    return [cite for item in value for cite in cites_in(item)] if isinstance(value, list) else []


def test_parties_are_written_as_their_actors(record: Record) -> None:
    actor = {party: a.id for a in record.groups.actors for party in a.parties}
    speakers = {q.id: q.speaker for m in record.marks.values() for q in m.quotes}
    bearers = {n.id: n.party for m in record.marks.values() for n in m.names}
    made = rows(record)
    assert {r["id"]: r["speaker"] for r in made["quotes"]} == {
        quote: actor[party] if party else None for quote, party in speakers.items()
    }
    assert {r["id"]: r["actor"] for r in made["names"]} == {
        name: actor[party] if party else None for name, party in bearers.items()
    }
    assert set(speakers.values()) > {None}


def test_a_day_told_by_the_article_is_written_before_an_inferred_one() -> None:
    told = Article("a-1", Input("a", "0"), "text", published=Published("2031", "given", "said so"))
    silent = Article("a-2", Input("b", "0"), "text")
    groups = Groups(published=(("a-1", "2032", "siblings"), ("a-2", "2033-01", "siblings")))
    held = Record({"a-1": told, "a-2": silent}, {"a-1": Marks("a-1")}, groups)
    assert [row["published"] for row in rows(held)["articles"]] == [
        {"value": "2031", "how": "given", "why": "said so", "cite": None},
        {"value": "2033-01", "how": "inferred", "why": "siblings", "cite": None},
    ]


def test_when_a_quote_was_said_is_its_own_time_else_its_statements() -> None:
    article = Article("a-1", Input("a", "0"), "On Monday she said no and yes.")
    span = Span(3, 9)
    quotes = tuple(
        Quote(f"q-{n}", Span(19 + n, 21 + n), (Span(19 + n, 21 + n),), "indirect", said=said)
        for n, said in enumerate([span, Span(0, 2), None])
    )
    groups = Groups(
        times=(("a-1", Time("x-1", span, "DATE", "2031-05-05", "2031-05-05", "Monday")),),
        statements=(Statement("t-1", "s-1", None, ("q-0", "q-2"), (), 1, 1, said="2031-05"),),
    )
    held = Record({"a-1": article}, {"a-1": Marks("a-1", quotes=quotes)}, groups)
    said = {row["id"]: row["said"] for row in rows(held)["quotes"]}
    assert said == {"q-0": "2031-05-05", "q-1": None, "q-2": "2031-05"}


def test_an_empty_record_has_every_file(tmp_path: Path) -> None:
    for name in ("jsonl", "csv", "parquet"):
        assert is_format(name)
        out = tmp_path / name
        assert len(export(Record(), out, name)) == len(PROMISED) + len(ADDED)
    assert all(file.read_bytes() == b"" for file in (tmp_path / "jsonl").iterdir())
    assert not is_format("xlsx")


def test_the_same_record_gives_the_same_bytes(record: Record, tmp_path: Path) -> None:
    shuffled = Record(
        dict(reversed(record.articles.items())),
        dict(reversed(record.marks.items())),
        record.groups,
        record.rejected,
        record.tombstones,
    )
    for name in ("jsonl", "csv", "parquet"):
        assert is_format(name)
        one = export(record, tmp_path / f"{name}1", name)
        two = export(shuffled, tmp_path / f"{name}2", name)
        assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]


def test_columns_are_those_of_the_rows(record: Record) -> None:
    made = {kind: list(lines) for kind, lines in rows(record).items()}
    assert list(COLUMNS) == list(made)
    for kind, lines in made.items():
        assert all(list(line) == list(COLUMNS[kind]) for line in lines)


def test_parquet_and_csv_hold_what_jsonl_holds(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path / "jsonl")
    export(record, tmp_path / "parquet", "parquet")
    export(record, tmp_path / "csv", "csv")
    for kind, lines in read(tmp_path / "jsonl").items():
        assert pl.read_parquet(tmp_path / "parquet" / f"{kind}.parquet").to_dicts() == lines
        with (tmp_path / "csv" / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
            held = list(csv.DictReader(file))
        assert [list(line) for line in held] == [list(line) for line in lines]
        assert [list(line.values()) for line in held] == [
            [cell(value) for value in line.values()] for line in lines
        ]


def cell(value: object) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def test_an_export_replaces_its_own_files_and_no_others(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    export(Record(), out)
    (out / "notes.txt").write_text("mine")
    export(record, out)
    assert (out / "notes.txt").read_text() == "mine"
    assert read_ids(out / "stories.jsonl") == [story.id for story in record.groups.stories]
    assert [entry.name for entry in out.parent.iterdir()] == ["out"]


def read_ids(file: Path) -> list[str]:
    return [json.loads(line)["id"] for line in file.read_text("utf-8").splitlines()]


def test_an_export_that_fails_leaves_what_was_there(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(record, out)
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    dangling = Record(groups=Groups(stories=(Story("s", "t", ()),), times=record.groups.times))
    with pytest.raises(KeyError):
        export(dangling, out)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="name a folder"):
        export(Record(), tmp_path / "file")
    with pytest.raises(CannotWrite, match="cannot be written"):
        export(Record(), tmp_path / "file" / "out")


def test_scores_are_numbers_and_texts_are_not_escaped(tmp_path: Path) -> None:
    tie = Tie("article", "a", "b", "unsure", 0.5, "“мост” 𝒳", "rule")
    export(Record(groups=Groups(ties=(tie,))), tmp_path / "out")
    line = (tmp_path / "out" / "ties.jsonl").read_text("utf-8")
    assert '"score": 0.5, "why": "“мост” 𝒳"' in line


def test_no_text_can_end_its_line(tmp_path: Path) -> None:
    text = "one\ntwo\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029three\x00"
    article = Article("a-1", Input("a", "0"), text)
    export(Record({"a-1": article}, {"a-1": Marks("a-1")}), tmp_path / "out")
    (line,) = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["text"] == text
