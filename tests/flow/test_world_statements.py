"""Statements planted in a generated world come back: joined where one, apart where two."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest
from tests.worlds import World
from tests.worlds.truth import StatementTelling

import tellings
from tellings.model import Record

Told = dict[tuple[str, int, int], str]


@pytest.fixture(scope="module")
def world() -> World:
    return World.make(11, articles=40)


@pytest.fixture(scope="module")
def record(world: World, tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("world")
    lines = "".join(json.dumps(a.row(), ensure_ascii=False) + "\n" for a in world.articles)
    (folder / "world.jsonl").write_text(lines, "utf-8")
    tellings.build([str(folder / "world.jsonl")], folder / "record")
    return tellings.load(folder / "record")


def statement_at(record: Record, telling: StatementTelling) -> str | None:
    """The statement whose quote overlaps the planted words most."""
    item = {a.input.item: a.id for a in record.articles.values()}
    marks = record.marks[item[telling.article]]
    home = {q: s.id for s in record.groups.statements for q in s.tellings}
    best, found = 0, None
    for quote in marks.quotes:
        shared = sum(
            max(0, min(part.end, end) - max(part.start, start))
            for part in quote.parts
            for start, end in telling.parts
        )
        if shared > best:
            best, found = shared, home.get(quote.id)
    return found


def test_tellings_of_one_statement_are_joined(world: World, record: Record) -> None:
    groups: dict[str, list[StatementTelling]] = defaultdict(list)
    for telling in world.truth.statements:
        if telling.form in {"verbatim", "trimmed", "split", "changed"}:
            groups[telling.statement].append(telling)
    pairs = same = 0
    for told in groups.values():
        homes = [statement_at(record, one) for one in told]
        for n, one in enumerate(homes):
            for other in homes[n + 1 :]:
                pairs += 1
                same += one is not None and one == other
    assert pairs >= 20
    assert same / pairs >= 0.9, (same, pairs)


def test_different_statements_stay_apart(world: World, record: Record) -> None:
    owner: dict[str, set[str]] = defaultdict(set)
    for telling in world.truth.statements:
        if telling.form != "misattributed" and (home := statement_at(record, telling)):
            owner[home].add(telling.statement)
    assert owner
    assert all(len(planted) == 1 for planted in owner.values())
