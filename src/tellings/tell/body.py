"""An article's text as HTML: each cited place an anchor, furniture left out, all else as stored.

Only `markup` turns article text into HTML, here and in the page's template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup, escape

from tellings.model import Article, Sentence, Span
from tellings.tell.visible import visible
from tellings.text.spans import subtract

Kind = Literal["text", "caption", "furniture"]
_BREAK = re.compile(r"[\r\n\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, one caption, or (empty) the place where furniture was left out."""

    kind: Kind
    html: Markup


@dataclass(frozen=True, slots=True)
class Body:
    """`headline` is None where the title does not stand in the text.

    `anchors` holds the ids placed; `torn` those of places that run over several elements, whose
    later pieces carry the class `r_` + id.
    """

    headline: Markup | None
    blocks: tuple[Block, ...]
    anchors: frozenset[str]
    torn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited span, the anchors of the lines that cite it, and whether it is a copied passage."""

    span: Span
    lines: tuple[str, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    cited: Cited | None  # None for a sentence

    @property
    def order(self) -> tuple[int, int, bool]:
        return (self.start, -self.end, self.cited is not None)


@dataclass(slots=True)
class _Page:
    """What is being written: the article, and which anchors stand already."""

    article: Article
    placed: set[str] = field(default_factory=set)
    torn: dict[str, None] = field(default_factory=dict)


def markup(text: str) -> Markup:
    """Text of others as HTML that shows it and does nothing else; carriage returns survive."""
    return Markup(str(escape(visible(text))).replace("\r", "&#13;"))


def anchor(id: str) -> str:
    """An id of the record as an HTML id that also works as a CSS name."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", id if id[:1].isalpha() else f"x{id}")


def cite_anchor(article: str, span: Span) -> str:
    """The HTML id of a cited place."""
    return f"{anchor(article)}_{span.start}_{span.end}"


def body(article: Article, sentences: Iterable[Sentence], cited: Iterable[Cited]) -> Body:
    """The article's headline and blocks; `cited` spans that lie in furniture get no anchor."""
    page = _Page(article)
    items = [_Item(s.span.start, s.span.end, None) for s in sentences]
    items += [_Item(c.span.start, c.span.end, c) for c in cited]
    items.sort(key=lambda item: item.order)
    headline = article.headline
    head = _nested(page, headline, items) if headline is not None else None
    blocks = tuple(_blocks(page, items))
    return Body(head, blocks, frozenset(page.placed), tuple(page.torn))


def _blocks(page: _Page, items: list[_Item]) -> Iterator[Block]:
    """The regions of the text in order; furniture that only white space parts is one block."""
    left_out = False
    for kind, span in _regions(page.article):
        if kind == "furniture":
            left_out = True
            continue
        for line in _lines(page.article.text, span):
            if left_out:
                yield Block("furniture", Markup())
                left_out = False
            yield Block(kind, _nested(page, line, items))
    if left_out:
        yield Block("furniture", Markup())


def _regions(article: Article) -> list[tuple[Kind, Span]]:
    if not article.text:
        return []
    headline = () if article.headline is None else (article.headline,)
    furniture = subtract(article.furniture, headline)
    captions = subtract(article.captions, (*furniture, *headline))
    rest = subtract((Span(0, len(article.text)),), (*furniture, *captions, *headline))
    regions: list[tuple[Kind, Span]] = [
        *(("furniture", span) for span in furniture),
        *(("caption", span) for span in captions),
        *(("text", span) for span in rest),
    ]
    return sorted(regions, key=lambda region: region[1])


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a region, without white space at their ends and without empty ones."""
    start = span.start
    for found in (*_BREAK.finditer(text, span.start, span.end), None):
        end = span.end if found is None else found.start()
        line = text[start:end]
        low, high = end - len(line.lstrip()), start + len(line.rstrip())
        if low < high:
            yield Span(low, high)
        start = end if found is None else found.end()


def _nested(page: _Page, block: Span, items: list[_Item]) -> Markup:
    inside = [
        _Item(max(i.start, block.start), min(i.end, block.end), i.cited)
        for i in items
        if i.start < block.end and i.end > block.start
    ]
    return _write(page, block.start, block.end, sorted(inside, key=lambda item: item.order))


def _write(page: _Page, start: int, end: int, items: list[_Item]) -> Markup:
    """The text from `start` to `end` with its items as nested elements, torn where they cross."""
    out: list[str] = []
    at = start
    while items:
        head, inside, after = items[0], [], []
        for item in items[1:]:
            if item.start < head.end:
                inside.append(_Item(item.start, min(item.end, head.end), item.cited))
            if item.end > head.end:
                after.append(_Item(max(item.start, head.end), item.end, item.cited))
        out.append(markup(page.article.text[at : head.start]))
        out.append(_element(page, head, inside))
        at = head.end
        items = sorted(after, key=lambda item: item.order)
    out.append(markup(page.article.text[at:end]))
    return Markup("".join(out))


def _element(page: _Page, item: _Item, inside: list[_Item]) -> Markup:
    content = _write(page, item.start, item.end, sorted(inside, key=lambda each: each.order))
    if item.cited is None:
        return Markup(f'<span class="s">{content}</span>')
    id = cite_anchor(page.article.id, item.cited.span)
    look = "c shared" if item.cited.shared else "c"
    if id in page.placed:
        page.torn[id] = None
        return Markup(f'<span class="{look} r_{id}">{content}</span>')
    page.placed.add(id)
    back = "".join(
        f'<a class="back" href="#{line}" aria-label="Back to the line"></a>'
        for line in item.cited.lines[:3]
    )
    return Markup(f'<span class="{look}" id="{id}">{content}{back}</span>')


def lines_of(cites: Iterable[tuple[str, Span]]) -> Mapping[Span, tuple[str, ...]]:
    """For each cited span the anchors of its lines, each once, in order."""
    held: dict[Span, dict[str, None]] = {}
    for line, span in cites:
        held.setdefault(span, {})[anchor(line)] = None
    return {span: tuple(lines) for span, lines in held.items()}
