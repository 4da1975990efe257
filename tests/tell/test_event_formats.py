"""Events as the field's own tools read them: PLOVER's fields, GDELT's columns."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.tell.affair import affair

from tellings.model import Event, EventMention, Outlet, Place, Record, Span
from tellings.tell.export import export, is_format

# GDELT 2.0's columns by name and type as its codebook gives them: i a whole number, f a number, s
# any text; capitals where a value must stand.
_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code "
    "Type1Code Type2Code Type3Code"
)
_GEO = "Type:I FullName:s CountryCode:s ADM1Code:s ADM2Code:s Lat:f Long:f FeatureID:s"
_EVENT = (
    "IsRootEvent:I EventCode:S EventBaseCode:S EventRootCode:S QuadClass:I GoldsteinScale:F "
    "NumMentions:I NumSources:I NumArticles:I AvgTone:f"
)
_MENTION = (
    "GLOBALEVENTID:I EventTimeDate:I MentionTimeDate:I MentionType:I MentionSourceName:s "
    "MentionIdentifier:S SentenceID:I Actor1CharOffset:I Actor2CharOffset:I ActionCharOffset:I "
    "InRawText:I Confidence:i MentionDocLen:I MentionDocTone:f MentionDocTranslationInfo:s Extras:s"
)
EVENTS = [
    *("GLOBALEVENTID:I", "SQLDATE:I", "MonthYear:I", "Year:I", "FractionDate:F"),
    *(f"Actor{n}{name}:s" for n in (1, 2) for name in _ACTOR.split()),
    *_EVENT.split(),
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO.split()),
    *("DATEADDED:I", "SOURCEURL:s"),
]
MENTIONS = _MENTION.split()
_FORMS = {"i": r"-?\d+", "f": r"-?\d+(\.\d+)?", "s": r"[^\t\n]+"}

Row = dict[str, str]


@pytest.fixture(scope="module")
def record() -> Record:
    return affair()


def table(file: Path, columns: list[str]) -> list[Row]:
    """The rows of a file by the columns' names, each field of the form that its type asks for."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    made = []
    for row in rows:
        assert len(row) == len(columns)
        for field, column in zip(row, columns, strict=True):
            name, kind = column.split(":")
            assert field or kind.islower(), f"{name} is empty"
            assert not field or re.fullmatch(_FORMS[kind.lower()], field), (name, field)
        made.append(dict(zip((c.split(":")[0] for c in columns), row, strict=True)))
    return made


def exported(record: Record, folder: Path) -> tuple[list[Row], list[Row]]:
    files = {file.name: file for file in export(record, folder, "gdelt")}
    events, mentions = files["tellings.export.CSV"], files["tellings.mentions.CSV"]
    return table(events, EVENTS), table(mentions, MENTIONS)


def changed(record: Record, id: str, **values: object) -> Record:
    """The record with other values in one of its events."""
    groups = record.groups
    made = tuple(
        replace(event, **values) if event.id == id else event  # type: ignore[arg-type]
        for event in groups.events
    )
    return replace(record, groups=replace(groups, events=made))


def test_there_are_61_columns_of_events_and_16_of_mentions() -> None:
    assert len(EVENTS) == 61
    assert len(MENTIONS) == 16


def test_plover_holds_a_line_for_each_telling_with_a_root(record: Record, tmp_path: Path) -> None:
    file = next(file for file in export(record, tmp_path, "plover") if file.suffix == ".jsonl")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["eventId"] for line in lines] == ["e-cheese", "e-close", "e-close", "e-talks"]
    promised = "id date source target event mode context eventText text textInfo publication"
    for line in lines:
        assert set(promised.split()) <= set(line)
        info = line["textInfo"]
        article = record.articles[info["article"]]
        assert article.text[info["start"] : info["end"]] == line["text"]
        assert line["eventText"] in line["text"]
        assert line["event"].isupper()
        assert isinstance(line["mode"], list)
        assert isinstance(line["context"], list)
        for end in (*line["source"], *line["target"]):
            assert set(end) == {"actor", "agent", "actorText"}
            assert re.fullmatch("[A-Z]{3}|", end["actor"])


def test_every_field_of_both_tables_has_its_form(record: Record, tmp_path: Path) -> None:
    events, mentions = exported(record, tmp_path)
    assert sorted(row["SQLDATE"] for row in events) == ["20310504", "20310507", "20310512"]
    for row in events:
        assert 0 <= int(row["GLOBALEVENTID"]) < 2**63
        assert row["SQLDATE"].startswith(row["MonthYear"])
        assert row["MonthYear"].startswith(row["Year"])
        assert int(row["Year"]) <= float(row["FractionDate"]) < int(row["Year"]) + 1
        assert row["EventRootCode"] == row["EventBaseCode"][:2] == row["EventCode"][:2]
        assert 1 <= int(row["EventRootCode"]) <= 20
        assert 1 <= int(row["QuadClass"]) <= 4
        assert -10 <= float(row["GoldsteinScale"]) <= 10
        assert int(row["NumMentions"]) >= int(row["NumArticles"]) >= 1
        assert row["IsRootEvent"] in "01"
        assert len(row["DATEADDED"]) == 14
        assert row["Actor1CountryCode"] in row["Actor1Code"]
        for name in ("Actor1Type1Code", "Actor2Type1Code"):
            assert re.fullmatch("[A-Z]{3}|", row[name])
    assert mentions
    for row in mentions:
        assert len(row["EventTimeDate"]) == len(row["MentionTimeDate"]) == 14
        assert row["EventTimeDate"] <= row["MentionTimeDate"]
        assert int(row["ActionCharOffset"]) < int(row["MentionDocLen"])


def test_mentions_join_events_by_id_and_by_when_they_were_first_told(
    record: Record, tmp_path: Path
) -> None:
    events, mentions = exported(record, tmp_path)
    added = {row["GLOBALEVENTID"]: row["DATEADDED"] for row in events}
    assert {row["GLOBALEVENTID"] for row in mentions} <= set(added)
    for row in mentions:
        assert row["EventTimeDate"] == added[row["GLOBALEVENTID"]]


def test_an_article_without_an_address_is_cited_in_words(record: Record, tmp_path: Path) -> None:
    _, mentions = exported(record, tmp_path)
    told = {(row["MentionType"], row["MentionIdentifier"]) for row in mentions}
    assert ("1", "https://herald.example/bridge?a=1&b=2") in told
    assert ("2", "gazette.example, Bridge row: barges wait, a-gazette") in told
    assert ("2", "Narrows stay closed, a-lake") in told


def test_what_did_not_happen_or_has_no_root_or_day_is_no_row(
    record: Record, tmp_path: Path
) -> None:
    whole = len(exported(record, tmp_path / "whole")[0])
    assert whole == sum(1 for e in record.groups.events if e.type != "OTHER" and e.date)
    for n, values in enumerate(
        (
            {"certainty": "planned"},
            {"certainty": "denied"},
            {"certainty": "hypothetical"},
            {"date": "2031-05"},
            {"date": None},
            {"type": "OTHER"},
        )
    ):
        events, mentions = exported(changed(record, "e-close", **values), tmp_path / str(n))
        assert len(events) == whole - 1
        assert {row["GLOBALEVENTID"] for row in mentions} <= {
            row["GLOBALEVENTID"] for row in events
        }


def test_who_meets_is_the_other_actor_and_who_acts_with_another_is_not(
    record: Record, tmp_path: Path
) -> None:
    both = {"actors": ("x-doren", "x-harrow"), "recipients": ()}
    met = exported(changed(record, "e-talks", **both), tmp_path / "met")[0]
    assert [r["Actor2Name"] for r in met if r["EventCode"] == "040"] == ["PIET HARROW"]
    closed = exported(changed(record, "e-close", **both), tmp_path / "closed")[0]
    assert [r["Actor2Name"] for r in closed if r["EventCode"] == "170"] == [""]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place("Manila", "PHL", 14.6, 121.0), ("4", "Manila, Philippines", "14.6")),
        (Place("Boston", "USA", 42.4, -71.1), ("3", "Boston, United States", "42.4")),
        (Place("Norway", "NOR", None, None), ("1", "Norway", "")),
        (Place("the Orrin narrows", "NOR", None, None), ("0", "", "")),
        (Place("the Orrin narrows", None, None, None), ("0", "", "")),
        (None, ("0", "", "")),
    ],
)
def test_a_place_is_a_city_or_a_country_or_empty(
    record: Record, tmp_path: Path, place: Place | None, told: tuple[str, str, str]
) -> None:
    events, _ = exported(changed(record, "e-close", place=place), tmp_path)
    (row,) = [r for r in events if r["EventCode"] == "170"]
    names = ("ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_Lat")
    assert tuple(row[name] for name in names) == told


def test_confidence_is_the_score_of_the_mention_and_else_empty(
    record: Record, tmp_path: Path
) -> None:
    (event,) = [e for e in record.groups.events if e.id == "e-close"]
    first = event.tellings[0]
    article = first.cite.article
    span = Span(first.trigger.start, first.trigger.end)
    mark = EventMention(first.mark, span, span, "COERCE", "order", score=0.83)
    marks = record.marks | {article: replace(record.marks[article], events=(mark,))}
    _, mentions = exported(replace(record, marks=marks), tmp_path)
    assert sorted({row["Confidence"] for row in mentions}) == ["", "83"]


def test_the_lead_makes_a_root_event(record: Record, tmp_path: Path) -> None:
    roots = {row["EventCode"]: row["IsRootEvent"] for row in exported(record, tmp_path)[0]}
    assert roots == {"170": "1", "160": "0", "040": "0"}


def test_the_last_day_of_a_year_is_inside_it(record: Record, tmp_path: Path) -> None:
    for day in (date(2031, 12, 31), date(2031, 1, 1)):
        events, _ = exported(
            changed(record, "e-close", date=day.isoformat()), tmp_path / day.isoformat()
        )
        (row,) = [r for r in events if r["EventCode"] == "170"]
        assert 2031 < float(row["FractionDate"]) < 2032


def test_tabs_line_ends_and_quotes_of_articles_end_no_field(record: Record, tmp_path: Path) -> None:
    article = record.articles["a-gazette"]
    odd = replace(article, outlet=Outlet('"The\tOdd\r\nGazette', None), title="a\u2028b")
    events, mentions = exported(
        replace(record, articles=record.articles | {"a-gazette": odd}), tmp_path
    )
    assert len(events) == 3
    assert "'The Odd Gazette" in {row["MentionSourceName"] for row in mentions}


def test_both_are_known_formats(tmp_path: Path) -> None:
    for name in ("plover", "gdelt"):
        assert is_format(name)
        files = export(Record(), tmp_path / name, name)
        assert [len(file.read_bytes().splitlines()) for file in files] == [
            int(file.name == "polecat.txt") for file in files
        ]


def test_an_actor_that_the_record_lacks_is_left_empty(record: Record, tmp_path: Path) -> None:
    event: Event = record.groups.events[0]
    events, _ = exported(changed(record, event.id, actors=("x-gone",)), tmp_path)
    assert "" in {row["Actor1Name"] for row in events}
