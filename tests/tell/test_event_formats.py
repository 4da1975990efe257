"""Events as the field's own tools read them: PLOVER's fields, GDELT's columns."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.tell.affair import affair

from tellings.model import Record
from tellings.tell.export import export, is_format
from tellings.tell.gdelt import EVENT_COLUMNS, MENTION_COLUMNS


@pytest.fixture(scope="module")
def record() -> Record:
    return affair()


def table(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_plover_holds_a_line_for_each_telling_with_a_root(record: Record, tmp_path: Path) -> None:
    (file,) = export(record, tmp_path, "plover")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["eventId"] for line in lines] == ["e-cheese", "e-close", "e-close", "e-talks"]
    promised = "id date source target event mode context eventText text textInfo publication"
    for line in lines:
        assert set(promised.split()) <= set(line)
        info = line["textInfo"]
        article = record.articles[info["article"]]
        assert article.text[info["start"] : info["end"]] == line["text"]
        assert line["eventText"] in line["text"]


def test_gdelt_tables_have_their_columns(record: Record, tmp_path: Path) -> None:
    files = {file.name: table(file) for file in export(record, tmp_path, "gdelt")}
    events, mentions = files["tellings.export.CSV"], files["tellings.mentions.CSV"]
    assert {len(line) for line in events} == {EVENT_COLUMNS}
    assert {len(line) for line in mentions} == {MENTION_COLUMNS}
    days = [line[1] for line in events]
    assert sorted(days) == ["20310504", "20310507", "20310512"]
    assert {line[0] for line in mentions} <= {line[0] for line in events}
    for line in events:
        assert 0 <= int(line[0]) < 2**63
        assert line[28] == line[27][:2] == line[26][:2]  # root, base and code agree
        assert line[4].startswith("2031.")


def test_a_happening_without_a_root_or_day_is_no_row_of_gdelt(
    record: Record, tmp_path: Path
) -> None:
    lines = table(export(record, tmp_path, "gdelt")[0])
    assert len(lines) == sum(1 for e in record.groups.events if e.type != "OTHER" and e.date)


def test_both_are_known_formats(tmp_path: Path) -> None:
    for name in ("plover", "gdelt"):
        assert is_format(name)
        assert all(file.read_bytes() == b"" for file in export(Record(), tmp_path / name, name))
