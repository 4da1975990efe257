"""What always holds: nothing is raised, the text is exact, and every span lies inside it."""

from __future__ import annotations

import io
import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.model import Article, Input, Rejected
from tellings.read.articles import Given, article
from tellings.read.sources import read_stream

NAMES = st.sampled_from(["a.txt", "a", "a.html", "a.json", "a.jsonl", "-"])
# Lines as pages hold them, mixed with anything: the layout's rules meet one another here.
LINES = st.one_of(
    st.text(max_size=120),
    st.sampled_from(
        [
            "By Jo Lindqvist",
            "Source: Reuters, AFP",
            "WATCH: The harbour at night",
            "Read more:",
            "Updated: 2021-03-09 17:52",
            "KARVINEN (Reuters) - The port is shut.",
            "The quay at dawn. (Photo by AFP)",
            "SHARE THIS ARTICLE",
            "залишити коментар:",
            "www.karvinen-courier.com",
            "“Nobody will be stranded,” she said.",
        ]
    ),
)


def check(found: Article | Rejected) -> None:
    if isinstance(found, Rejected):
        assert found.code
        assert found.reason
        return
    text = found.text
    spans = [*found.furniture, *found.captions, *([found.headline] if found.headline else [])]
    for span in spans:
        assert span.of(text).strip() == span.of(text) != ""
    ordered = sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(ordered))
    cites = [credit.cite for credit in found.credits]
    if found.published and found.published.cite:
        cites.append(found.published.cite)
    for cited in cites:
        assert cited.article == found.id
        assert cited.span.of(text) == cited.text
    text.encode("utf-8")


@given(NAMES, st.binary(max_size=400))
@settings(deadline=None)
def test_no_bytes_raise(name: str, raw: bytes) -> None:
    for found in read_stream(name, io.BytesIO(raw)):
        check(found)


@given(st.lists(LINES, max_size=12).map("\n".join))
@settings(deadline=None)
def test_spans_lie_inside_the_text_and_apart(text: str) -> None:
    found = article(text, Input("a.txt", "0"), Given())
    assert found.text == text
    check(found)


@given(st.text(min_size=1, max_size=200))
@settings(deadline=None)
def test_json_text_comes_back_exactly(text: str) -> None:
    line = json.dumps({"text": text}).encode()
    (found,) = read_stream("a.jsonl", io.BytesIO(line))
    if text.strip():
        assert isinstance(found, Article)
        assert found.text == text
    else:
        assert isinstance(found, Rejected)


@given(st.text(min_size=1, max_size=200))
@settings(deadline=None)
def test_plain_text_comes_back_exactly(text: str) -> None:
    (found,) = read_stream("a.txt", io.BytesIO(text.encode()))
    if isinstance(found, Article):
        assert found.text == text.removeprefix("\ufeff")


@given(st.lists(LINES, min_size=1, max_size=8).map("\n".join))
@settings(deadline=None)
def test_reading_twice_gives_one_value(text: str) -> None:
    first = article(text, Input("a.txt", "0"), Given())
    assert article(text, Input("a.txt", "0"), Given()) == first
