"""HTML pages: the main text, and what the metadata says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings.model import Article, Rejected
from tellings.read import pages
from tellings.read.inputs import read

BODY = "".join(
    f"<p>{words}</p>"
    for words in (
        "The port of Karvinen will close for repairs on Monday, the harbour master said, after"
        " divers found cracks in the northern mole.",
        "The closure will last nine days. Ferries will leave from the old quay instead, and the"
        " fish market stays open, according to the council.",
        "“Nobody will be stranded,” said the harbour master, Ilse Moravec, who has run the harbour"
        " for eleven years and will retire in the autumn.",
    )
)
LINKED = {
    "@graph": [
        {"@type": "WebSite", "name": "Courier"},
        {
            "@type": "NewsArticle",
            "headline": "Port to close",
            "datePublished": "2021-03-09T08:00:00Z",
            "dateModified": "2021-03-11T08:00:00Z",
            "author": [{"@type": "Person", "name": "Jo Lindqvist"}],
            "publisher": {"@type": "Organization", "name": "Karvinen Courier"},
        },
    ]
}


def page(head: str = "", body: str = BODY, lang: str = "en") -> str:
    article = f"<article><h1>Port to close</h1>{body}</article>"
    return f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body>{article}</body></html>"


def one(tmp_path: Path, text: str, name: str = "a.html") -> Article | Rejected:
    (tmp_path / name).write_bytes(text.encode())
    (found,) = read([str(tmp_path / name)])
    return found


def article(tmp_path: Path, text: str, name: str = "a.html") -> Article:
    found = one(tmp_path, text, name)
    assert isinstance(found, Article)
    return found


def test_linked_data(tmp_path: Path) -> None:
    head = (
        f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
        '<link rel="canonical" href="https://www.karvinen-courier.com/port">'
    )
    found = article(tmp_path, page(head))
    assert found.title == "Port to close"
    assert found.byline == "Jo Lindqvist"
    assert found.url == "https://www.karvinen-courier.com/port"
    assert found.outlet is not None
    assert (found.outlet.name, found.outlet.domain) == ("Karvinen Courier", "karvinen-courier.com")
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2021-03-09", "given")
    assert found.extractor == pages.extractor()
    assert found.extractor.startswith("trafilatura ")
    assert "Nobody will be stranded" in found.text
    assert "<" not in found.text


def test_open_graph(tmp_path: Path) -> None:
    head = (
        '<meta property="og:title" content="Port to close">'
        '<meta property="og:site_name" content="Karvinen Courier">'
        '<meta property="og:url" content="https://karvinen-courier.com/port">'
        '<meta property="article:published_time" content="2021-03-09">'
    )
    found = article(tmp_path, page(head))
    assert found.title == "Port to close"
    assert found.outlet is not None
    assert found.outlet.name == "Karvinen Courier"
    assert found.published is not None
    assert "article:published_time" in found.published.why


def test_a_time_tag(tmp_path: Path) -> None:
    found = article(tmp_path, page(body='<time datetime="2021-03-09">Tuesday</time>' + BODY))
    assert found.published is not None
    assert found.published.value == "2021-03-09"


def test_times_of_several_days_tell_nothing(tmp_path: Path) -> None:
    times = '<time datetime="2021-03-09">a</time><time datetime="2021-03-07">b</time>'
    assert article(tmp_path, page(body=times + BODY)).published is None


def test_a_page_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    assert article(tmp_path, page(), "saved").extractor == pages.extractor()
    assert article(tmp_path, "A < B, said <b>he</b>.", "plain.txt").extractor is None


def test_a_page_reads_the_same_whatever_was_read_before(tmp_path: Path) -> None:
    first = article(tmp_path, page())
    other = article(tmp_path, page(body=BODY + BODY), "b.html")
    assert other.text != ""
    assert article(tmp_path, page()) == first


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<html><body><script>let a = 1</script></body></html>",
        "<!doctype html>" + "<div>" * 5000,
        "<html><head><script type='application/ld+json'>{broken</script></head></html>",
    ],
)
def test_pages_with_nothing_in_them(tmp_path: Path, text: str) -> None:
    found = one(tmp_path, text)
    assert isinstance(found, Rejected)
    assert found.code == "empty-page"


def test_metadata_of_hostile_shapes_does_no_harm() -> None:
    linked = {"@type": ["NewsArticle"], "author": 5, "publisher": ["x", {}], "headline": {"a": []}}
    found = pages.given(page(f'<script type="application/ld+json">{json.dumps([linked])}</script>'))
    assert found.title == "Port to close"
    assert pages.given("").title is None
    assert pages.given("\x00\ud800").title is None
