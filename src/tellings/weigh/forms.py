"""The names of a story as they are written: each spelling with all the places where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from tellings.model import Cite, Name
from tellings.weigh.scene import Scene

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.](?=\w))*")
_OWNED = re.compile(r"['’]s?$")
_HANDLES = "@#/."


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
            written = _words(scene, article, name)
            if written:
                cite = scene.cite(article, name.span)
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


def _words(scene: Scene, article: str, name: Name) -> tuple[str, ...]:
    """The name's words, without what shows whose something is; none for handles and capitals."""
    text = scene.articles[article].text
    before = text[name.span.start - 1 : name.span.start]
    written = name.span.of(text)
    if (before and before in _HANDLES) or written.isupper():
        return ()
    return tuple(_OWNED.sub("", m.group()) for m in _WORD.finditer(written))
