"""The bundled, invented affair gives what was planted in it, and no difference more."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.demo import built

import tellings
from tellings.model import Finding, Record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return tellings.load(built(tmp_path_factory.mktemp("demo") / "record"))


def outlet(record: Record, article: str) -> str:
    found = record.articles[article].outlet
    assert found is not None
    return found.label


def tellers(record: Record, finding: Finding) -> list[set[str]]:
    return [{outlet(record, c.article) for c in side.cites} for side in finding.sides]


def test_two_stories_and_the_later_affair_apart(record: Record) -> None:
    sizes = sorted(len(story.articles) for story in record.groups.stories)
    assert sizes == [1, 6]
    alone = next(s for s in record.groups.stories if len(s.articles) == 1)
    assert record.articles[alone.articles[0]].title == "Flood shuts Tarn footbridge"


def test_differences_are_those_planted(record: Record) -> None:
    found = [f for f in record.groups.findings if f.kind == "difference"]
    kinds = sorted((f.slot or "", f.type or "") for f in found)
    assert kinds == [
        ("date", "contradiction"),
        ("date", "precision"),
        ("number", "rounding"),
        ("wording", "wording"),
    ]


def test_the_two_dates_that_clash(record: Record) -> None:
    (clash,) = [f for f in record.groups.findings if f.type == "contradiction"]
    assert sorted(side.value for side in clash.sides) == ["2024-03-04", "2024-03-05"]
    told = dict(zip((s.value for s in clash.sides), tellers(record, clash), strict=True))
    assert told["2024-03-04"] == {"The Morrow Post"}
    assert "Radio Fell Five" not in told["2024-03-05"]


def test_one_date_at_two_precisions_is_no_clash(record: Record) -> None:
    (listed,) = [f for f in record.groups.findings if f.type == "precision"]
    values = {side.value for side in listed.sides}
    assert "2024-03" in values
    assert values & {"2024-03-04", "2024-03-05"}


def test_the_rounded_number(record: Record) -> None:
    (rounded,) = [f for f in record.groups.findings if f.slot == "number"]
    assert {"The Morrow Post"} in tellers(record, rounded)
    assert any("412" in side.value for side in rounded.sides)


def test_the_changed_word_and_the_trimmed_quote(record: Record) -> None:
    (changed,) = [f for f in record.groups.findings if f.slot == "wording"]
    assert any("slightly worn" in cite.text for side in changed.sides for cite in side.cites)
    falkner = max(record.groups.statements, key=lambda s: s.outlets)
    assert falkner.outlets == 5  # the trimmed quote of the Lakeside Tribune is the same statement
    names = {actor.id: actor.name for actor in record.groups.actors}
    assert names[falkner.speaker or ""] == "Ines Falkner"


def test_the_omission(record: Record) -> None:
    found = [f for f in record.groups.findings if f.kind == "omission"]
    assert found
    for finding in found:
        assert {outlet(record, a) for a in finding.missing} == {"Quayside Daily"}
        words = " ".join(c.text for c in finding.sides[0].cites)
        assert any(word in words for word in ("accus", "denied", "ignor", "2.4 million", "worn"))


def test_agency_copy_in_three_outlets(record: Record) -> None:
    carriers = set()
    for copy in record.groups.copies:
        assert copy.origin is not None
        assert copy.origin.agency == "Northlight News Agency" or copy.origin.article
        carriers |= {outlet(record, p.article) for p in copy.passages}
    assert {
        "harrowdale-courier.example",
        "Lakeside Tribune",
        "Radio Fell Five",
        "Northlight News Agency",
    } <= carriers


def test_every_line_holds(tmp_path: Path) -> None:
    assert list(tellings.verify(built(tmp_path / "record"))) == []
