"""The names of a story as they are written: each spelling with all the places where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from tellings.model import Cite, Span
from tellings.weigh.scene import Scene

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.](?=\w))*")
_OWNED = re.compile(r"['’]s?$")
_HANDLES = "@#/."
# One that a sentence goes on behind: "the Tarn 5 rocket", and no score ("Tarn 5, Velm 3").
_NUMBER = re.compile(r" (\d{1,2})(?= [a-z]|[.] |[.]?$)")


@dataclass(frozen=True, slots=True)
class Form:
    """One name as written: its words, and where it stands so."""

    words: tuple[str, ...]
    kind: str
    cites: tuple[Cite, ...]
    names: tuple[str, ...]
    genders: frozenset[str] = frozenset()

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(cite.article for cite in self.cites)

    @property
    def text(self) -> str:
        return " ".join(self.words)


def name_forms(scene: Scene) -> list[Form]:
    """The names of the story by how they are written and their kind, sorted."""
    held: dict[tuple[tuple[str, ...], str], list[tuple[Cite, str]]] = defaultdict(list)
    genders: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for article in scene.story.articles:
        told = {party.id: party.gender for party in scene.marks[article].parties if party.gender}
        for name in scene.marks[article].names:
            span = _numbered(scene.articles[article].text, name.span)
            written = _words(scene, article, span)
            if written:
                cite = scene.cite(article, span)
                held[written, name.kind].append((cite, name.id))
                if name.party in told:
                    genders[written, name.kind].add(told[name.party])
    return [
        Form(
            written,
            kind,
            tuple(c for c, _ in found),
            tuple(n for _, n in found),
            frozenset(genders[written, kind]),
        )
        for (written, kind), found in sorted(held.items())
    ]


def _numbered(text: str, span: Span) -> Span:
    """A name with the small number behind it ("Tarn 5"), which the reader may leave out."""
    number = _NUMBER.match(text, span.end)
    return Span(span.start, number.end(1)) if number else span


def _words(scene: Scene, article: str, span: Span) -> tuple[str, ...]:
    """The name's words, without what shows whose something is; none for handles and capitals."""
    text = scene.articles[article].text
    before = text[span.start - 1 : span.start]
    written = span.of(text)
    if (before and before in _HANDLES) or written.isupper():
        return ()
    return tuple(_OWNED.sub("", m.group()) for m in _WORD.finditer(written))
