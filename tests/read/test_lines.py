"""JSON Lines: the fields that news tools write."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tellings.model import Article, bytes_hash
from tellings.read.lines import from_value, parse
from tellings.read.outlets import owners

TEXT = "Karvinen port to close\n  The port will close on Monday, a letter of the council said.  \n"


def read(**fields: Any) -> Article:
    line = json.dumps({"text": TEXT, **fields})
    found = from_value(parse(line), "a.jsonl", bytes_hash(line.encode()), "7")
    assert isinstance(found, Article)
    return found


def test_the_text_is_stored_exactly_as_found() -> None:
    assert read().text == TEXT
    assert read(text="\r\n\ta\u00a0b\u2028c  ").text == "\r\n\ta\u00a0b\u2028c  "


def test_half_a_surrogate_pair_becomes_one_replacement_character() -> None:
    found = from_value(parse('{"text": "a\\ud800b and more words"}'), "a", "0", "1")
    assert isinstance(found, Article)
    assert found.text == "a\ufffdb and more words"


@pytest.mark.parametrize("key", ["text", "maintext"])
def test_either_text_field(key: str) -> None:
    found = from_value({key: TEXT}, "a.jsonl", "0", "7")
    assert isinstance(found, Article)
    assert found.text == TEXT


def test_the_id_given_or_else_the_line() -> None:
    assert read(id="abc").input.item == "abc"
    assert read(id=12).input.item == "12"
    assert read().input.item == "7"


def test_the_line_number_is_no_part_of_the_id() -> None:
    one = from_value({"text": TEXT}, "a.jsonl", "0", "1")
    two = from_value({"text": TEXT}, "b.jsonl", "0", "2")
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.id == two.id
    assert read(id="abc").id != one.id


@pytest.mark.parametrize(
    ("fields", "name", "domain"),
    [
        ({"publisher": "Karvinen Courier"}, "Karvinen Courier", None),
        ({"publisher": "www.karvinen-courier.com"}, None, "karvinen-courier.com"),
        (
            {"outlet": "Karvinen Courier", "url": "https://karvinen-courier.com/a"},
            "Karvinen Courier",
            "karvinen-courier.com",
        ),
        ({"source_domain": "karvinen-courier.com"}, None, "karvinen-courier.com"),
        ({"publisher": "edition.cnn.com"}, "CNN", "cnn.com"),
        ({"publisher": "the guardian"}, "The Guardian", "theguardian.com"),
        ({"url": "https://www.bbc.co.uk/news/1"}, "BBC", "bbc.com"),
        (
            {"publisher": {"name": "Karvinen Courier", "domain": "karvinen-courier.com"}},
            "Karvinen Courier",
            "karvinen-courier.com",
        ),
    ],
)
def test_outlets(fields: dict[str, Any], name: str | None, domain: str | None) -> None:
    outlet = read(**fields).outlet
    assert outlet is not None
    assert (outlet.name, outlet.domain) == (name, domain)


@pytest.mark.parametrize("field", ["date", "published", "date_publish"])
def test_dates_are_given(field: str) -> None:
    published = read(**{field: "2021-03-09 08:00:00"}).published
    assert published is not None
    assert (published.value, published.how) == ("2021-03-09", "given")
    assert field in published.why


def test_a_date_in_the_address_is_inferred() -> None:
    published = read(url="https://karvinen-courier.com/2021/03/09/port").published
    assert published is not None
    assert (published.value, published.how) == ("2021-03-09", "inferred")
    assert read(url="https://karvinen-courier.com/2021/33/09/port").published is None


def test_a_title_repeated_in_the_text_is_the_headline() -> None:
    found = read(title="Karvinen port to close")
    assert found.headline is not None
    assert found.headline.of(found.text) == "Karvinen port to close"
    assert read(title="Karvinen port to close | Courier").headline is None  # too short to be sure
    other = read(title="Harbour shut")
    assert (other.title, other.headline) == ("Harbour shut", None)


def test_a_long_title_may_carry_its_outlet() -> None:
    text = "Karvinen port to close for nine days\nThe port will close on Monday, a letter said."
    found = read(text=text, title="Karvinen port to close for nine days - Courier")
    assert found.headline is not None
    assert found.headline.end == 36


def test_other_fields() -> None:
    found = read(author=["Jo Lindqvist", "Ada Brandt"], url="https://a.example/b", language="en")
    assert found.byline == "Jo Lindqvist, Ada Brandt"
    assert found.url == "https://a.example/b"
    assert found.language == "en"


def test_fields_of_strange_types_do_no_harm() -> None:
    found = read(title=[1], url={"a": 1}, publisher=None, date=True, author=7, language=[], id=None)
    assert found.title == "1"
    assert found.published is None


def test_owners_are_named_where_several_outlets_share_one() -> None:
    names = list(owners().values())
    assert names
    assert all(names.count(name) > 1 for name in names)
