"""The names of a story as they are written: each spelling with all the places where it stands.

A name is what the reader found or a run of words with capitals, whichever is longer: a slip makes a
name strange, and strange names are those that the reader leaves out or cuts short.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.model import Cite, Name, Sentence, Span
from tellings.weigh.scene import Scene
from tellings.words.tables import toml

# A point is a word's own between letters ("U.S.", "W.Va"), not between a word and a capital.
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’](?=\w)|(?<![a-z]{3})\.(?=\w)|\.(?=[a-z]))*")
_OWNED = re.compile(r"['’]s?$")
_HANDLES = "@#/."
_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ]|\d+-?[A-Z]|e-?[A-Z]|i[A-Z])"
_ONE = rf"{_CAPITAL}[^\W_]*(?:['’.](?=[^\W_]{{2}})[^\W_]+)*(?:-[^\W_]+)*"
_NUMBER = r"\d{1,3}(?:st|nd|rd|th)?(?=[\s.,;:!?)’'\"”]|$)(?![.,]\d)"
# Of a headline's words with capitals no run shows which are a name's.
_TITLED, _FEW = 0.6, 4
_LONG = 8  # words: a longer run of capitals is no name


@dataclass(frozen=True, slots=True)
class Form:
    """One name as written: its words, and where it stands so.

    `names` are the ids of the marks that the places overlap; `kind` is that of the first.
    """

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


@cache
def small() -> frozenset[str]:
    """Small words inside a name: "Bank of Tarn", "Ola van der Velm"."""
    return frozenset(toml("names.toml")["small"])


@cache
def _run() -> re.Pattern[str]:
    """Words with capitals in a row, small words and a last number among them."""
    joint = rf"(?:\s(?:(?:{'|'.join(sorted(small()))})\s){{0,3}}|\s&\s)"
    return re.compile(rf"(?<![\w@#/.’'-]){_ONE}(?:{joint}(?:{_ONE}|{_NUMBER}))*")


def name_forms(scene: Scene) -> list[Form]:
    """The names of the story by how they are written and their kind, sorted."""
    plain = _written_small(scene) | scene.stop
    held: dict[tuple[tuple[str, ...], str], list[tuple[Cite, str]]] = defaultdict(list)
    genders: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for article in scene.story.articles:
        told = {party.id: party.gender for party in scene.marks[article].parties if party.gender}
        for span, name in _spans(scene, article, plain):
            written = _words(scene, article, span)
            if written:
                key = written, name.kind if name else "other"
                held[key].append((scene.cite(article, span), name.id if name else ""))
                if name and name.party in told:
                    genders[key].add(told[name.party])
    return [
        Form(
            written,
            kind,
            tuple(c for c, _ in found),
            tuple(n for _, n in found if n),
            frozenset(genders[written, kind]),
        )
        for (written, kind), found in sorted(held.items())
    ]


def _written_small(scene: Scene) -> frozenset[str]:
    """The words that the story also writes without a capital."""
    return frozenset(
        word
        for article in scene.story.articles
        for word in re.findall(r"(?<![\w’'-])[a-z]+\b", scene.articles[article].text)
    )


def _spans(scene: Scene, article: str, plain: frozenset[str]) -> Iterator[tuple[Span, Name | None]]:
    """Names and runs of capitals; where they meet, the longer, with the name's mark."""
    text = scene.articles[article].text
    names = scene.marks[article].names
    runs = [run for s in scene.marks[article].sentences for run in _runs(text, s, plain)]
    for run in runs:
        within = [name for name in names if run.contains(name.span)]
        over = [name for name in names if name.span.overlaps(run)]
        if len(over) == len(within):
            last = within[-1] if within else None
            yield run, last
    for name in names:
        if not any(run.contains(name.span) for run in runs):
            yield name.span, name


def _runs(text: str, sentence: Sentence, plain: frozenset[str]) -> Iterator[Span]:
    told = sentence.span.of(text)
    long = [word for word in re.findall(r"[^\W\d_]+", told) if len(word) >= _FEW]
    if len(long) >= _FEW and sum(w[0].isupper() for w in long) > _TITLED * len(long):
        return
    for found in _run().finditer(text, sentence.span.start, sentence.span.end):
        start, end = found.span()
        if "\n" in found.group():
            continue
        if start == sentence.span.start or not text[:start].rstrip()[-1:].isalnum():
            start = _without_small(text, start, end, plain)
        if start < end and len(text[start:end].split()) <= _LONG:
            yield Span(start, end)


def _without_small(text: str, start: int, end: int, plain: frozenset[str]) -> int:
    """Where a run starts without the word whose capital is its sentence's."""
    first = _WORD.match(text, start, end)
    if first is None or first.group().lower() not in plain:
        return start
    rest = _WORD.search(text, first.end(), end)
    return rest.start() if rest else end


def _words(scene: Scene, article: str, span: Span) -> tuple[str, ...]:
    """The name's words, without what shows whose something is; none for handles and capitals."""
    text = scene.articles[article].text
    before = text[span.start - 1 : span.start]
    written = span.of(text)
    if (before and before in _HANDLES) or written.isupper():
        return ()
    return tuple(_OWNED.sub("", m.group()) for m in _WORD.finditer(written))
