"""The table as POLECAT publishes it, read as the field's programs read it."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.tell.affair import affair

from tellings.model import Outlet, Record
from tellings.tell.export import export
from tellings.tell.polecat import COLUMNS


@pytest.fixture(scope="module")
def record() -> Record:
    return affair()


def table(record: Record, folder: Path) -> list[list[str]]:
    """The rows behind the heading, by the ways of TGB's reader of POLECAT."""
    file = next(file for file in export(record, folder, "plover") if file.name == "polecat.txt")
    with file.open(encoding="ISO-8859-1") as text:
        heading, *rows = csv.reader(text, delimiter="\t")
    assert tuple(heading) == COLUMNS
    return rows


def test_there_are_40_columns_with_date_event_and_parties_where_programs_take_them(
    record: Record, tmp_path: Path
) -> None:
    rows = table(record, tmp_path)
    assert len(COLUMNS) == 40
    assert [COLUMNS[i] for i in (1, 2, 7, 15)] == [
        "Event Date",
        "Event Type",
        "Actor Name",
        "Recipient Name",
    ]
    assert rows
    for row in rows:
        assert len(row) == 40
        assert all(row), "an empty cell is written None"
        assert date.fromisoformat(row[1])
        assert row[2].isupper()
    known = {event.id: event for event in record.groups.events}
    marks = {t.mark for e in known.values() for t in e.tellings if e.type != "OTHER"}
    assert {row[0] for row in rows} <= marks


def test_only_what_is_told_to_have_happened_has_rows(record: Record, tmp_path: Path) -> None:
    groups = record.groups
    planned = tuple(replace(event, certainty="planned") for event in groups.events)
    assert table(replace(record, groups=replace(groups, events=planned)), tmp_path) == []


def test_tabs_and_quotes_of_articles_end_no_cell(record: Record, tmp_path: Path) -> None:
    odd = Outlet('"The\tOdd\nGazette', None)
    articles = {i: replace(one, outlet=odd) for i, one in record.articles.items()}
    rows = table(replace(record, articles=articles), tmp_path)
    assert {row[COLUMNS.index("Source")] for row in rows} == {"'The Odd Gazette"}
