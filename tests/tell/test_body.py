"""Laws of an article's text on the page: nothing lost, nothing added, each cite an anchor."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from tellings.model import Article, Input, Sentence, Span
from tellings.tell.body import Cited, body, cite_anchor
from tellings.tell.visible import visible
from tellings.text.spans import subtract

TEXT = st.text(alphabet="ab<&\"' \n\r\u202e\x07é", min_size=1, max_size=60)


def plain(markup: Markup) -> str:
    """The text of a piece of HTML as a browser reads it."""
    return html.fragment_fromstring(f"<div>{markup}</div>").text_content()


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, list[Sentence], list[Cited]]:
    text = draw(TEXT)
    some = st.lists(spans(text), max_size=6)
    article = Article(
        "a-1",
        Input("-", "0"),
        text,
        furniture=tuple(draw(st.lists(spans(text), max_size=2))),
        captions=tuple(draw(st.lists(spans(text), max_size=2))),
        headline=draw(st.none() | spans(text)),
    )
    cited = [Cited(span, ("f-1",)) for span in sorted(set(draw(some)))]
    return article, [Sentence(span, 0) for span in draw(some)], cited


@given(articles())
def test_each_word_is_shown_once_and_only_furniture_is_left_out(
    made: tuple[Article, list[Sentence], list[Cited]],
) -> None:
    article, sentences, cited = made
    found = body(article, sentences, cited)
    head = () if article.headline is None else (article.headline,)
    kept = subtract((Span(0, len(article.text)),), subtract(article.furniture, head))
    rest = "".join(span.of(article.text) for span in subtract(kept, head))
    shown = "".join(plain(block.html) for block in found.blocks)
    assert "".join(shown.split()) == "".join(visible(rest).split())
    if article.headline is not None:
        assert found.headline is not None
        assert plain(found.headline) == visible(article.headline.of(article.text))


@given(articles())
def test_each_cite_outside_furniture_is_one_anchor_with_its_words(
    made: tuple[Article, list[Sentence], list[Cited]],
) -> None:
    article, sentences, cited = made
    found = body(article, sentences, cited)
    parts = [found.headline or Markup(), *(block.html for block in found.blocks)]
    page = html.fragment_fromstring(f"<div>{Markup(' ').join(parts)}</div>")
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id"))) == len(found.anchors)
    head = () if article.headline is None else (article.headline,)
    hidden = subtract(article.furniture, head)
    for each in cited:
        id = cite_anchor("a-1", each.span)
        outside = "".join(span.of(article.text) for span in subtract((each.span,), hidden))
        if not outside.strip():
            continue
        assert id in found.anchors
        pieces = page.xpath(f"//*[@id='{id}'] | //*[contains(concat(@class, ' '), ' r_{id} ')]")
        assert (len(pieces) > 1) == (id in found.torn)
        shown = "".join(piece.text_content() for piece in pieces)
        if article.headline is None:  # a headline stands before the text, wherever it is stored
            assert "".join(shown.split()) == "".join(visible(outside).split())


def test_white_space_of_a_place_on_one_line_survives_exactly() -> None:
    article = Article("a-1", Input("-", "0"), "One  two\tthree.\nFour.")
    found = body(article, [Sentence(Span(0, 15), 0)], [Cited(Span(4, 9), ("f-1",))])
    assert [plain(block.html) for block in found.blocks] == ["One  two\tthree.", "Four."]
    assert '<span class="c" id="a-1_4_9"> two\t<a class="back" href="#f-1"' in found.blocks[0].html


def test_crossing_places_are_torn_once_each() -> None:
    article = Article("a-1", Input("-", "0"), "abcdef")
    cited = [Cited(Span(0, 4), ("f-1",)), Cited(Span(2, 6), ("f-2",))]
    found = body(article, [], cited)
    assert found.torn == ("a-1_2_6",)
    assert re.sub("<a .*?</a>", "", found.blocks[0].html) == (
        '<span class="c" id="a-1_0_4">ab<span class="c" id="a-1_2_6">cd</span></span>'
        '<span class="c r_a-1_2_6">ef</span>'
    )
