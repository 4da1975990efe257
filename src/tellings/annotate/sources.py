"""The party that a phrase names: at its head, at a name beside a role, at a name behind a comma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from tellings.annotate.attributions import Piece
from tellings.model import Party, Span

_WITHIN_NAME = frozenset({"flat", "appos", "compound", "flat:name", "nmod:desc"})


@dataclass(slots=True)
class Mentions:
    """Where the parties of one article are mentioned, word by word."""

    doc: Doc
    parties: Sequence[Party]
    at: dict[int, list[tuple[Span, Party]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for party in self.parties:
            for span in party.mentions:
                found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
                for token in found or ():
                    self.at.setdefault(token.i, []).append((span, party))

    def named(self, tokens: DocSpan, end: int) -> Party | None:
        """The one party that a source, which ends at character `end`, names."""
        return (
            self._aside(tokens, 0)
            or self.of(tokens.root)
            or self._last(tokens)
            or self._aside(tokens, 1)
            or self._beside(tokens.root, tokens, end)
        )

    def party_at(self, token: Token) -> Party | None:
        """The party mentioned at a word: that of the shortest mention; persons first."""
        found = self.at.get(token.i)
        if not found:
            return None
        return min(found, key=lambda pair: (pair[1].kind != "person", len(pair[0]), pair[1].id))[1]

    def tokens(self, piece: Piece) -> DocSpan | None:
        return self.doc.char_span(*piece, alignment_mode="expand")

    def joint(self, tokens: DocSpan) -> bool:
        """Whether a source names two who speak together; what one is or wrote makes no second."""
        head = tokens.root
        if self._aside(tokens, 0) is not None:
            comma = next((t.i for t in tokens if t.text == ","), tokens.end)
            behind = self.party_at(self.doc[comma + 1]) if comma + 1 < tokens.end else None
            if comma < tokens.end and (behind is None or behind.kind != "person"):
                return False
        others = {p.id for c in head.children if c.dep_ == "conj" and (p := self.party_at(c))}
        own = self.party_at(head)
        return bool(others - {own.id if own else ""})

    def of(self, head: Token) -> Party | None:
        """The party at the head of a source, or at a name that stands beside it."""
        if (party := self.party_at(head)) is not None:
            return party
        for child in head.children:
            if child.dep_ in _WITHIN_NAME:
                party = self.of(child)
                if party is not None and (party.kind == "person" or child.dep_ != "compound"):
                    return party
        return None

    def _last(self, tokens: DocSpan) -> Party | None:
        """The person whose name ends a phrase of roles: "Lund's mayor Ada Holm"."""
        words = list(tokens)
        comma = next((n for n, t in enumerate(words) if t.text == ","), len(words))
        words = words[:comma]
        if not words or any(t.pos_ in {"CCONJ", "VERB"} for t in words):
            return None
        # "Secretary of State Ada Holm" is she; "a friend of Ada Holm" is not.
        for before, token in pairwise(words):
            if token.pos_ == "ADP" and (token.lower_ != "of" or not before.text[0].isupper()):
                return None
        for span, party in self.at.get(words[-1].i, ()):
            named = span.end == words[-1].idx + len(words[-1]) and span.start > words[0].idx
            if party.kind == "person" and named and self.doc.text[span.start].isupper():
                return party
        return None

    def _aside(self, tokens: DocSpan, place: int) -> Party | None:
        """The person whose name is all there is before or behind a comma: "a friend, Ada Holm"."""
        segments: list[list[Token]] = [[]]
        for token in tokens:
            if token.text == ",":
                segments.append([])
            else:
                segments[-1].append(token)
        segment = dict(enumerate(one for one in segments if one)).get(place)
        if segment is None:
            return None
        start, end = segment[0].idx, segment[-1].idx + len(segment[-1])
        for span, party in self.at.get(segment[-1].i, ()):
            if party.kind == "person" and (span.start, span.end) == (start, end):
                return party
        return None

    def _beside(self, head: Token, tokens: DocSpan, end: int) -> Party | None:
        """The person whose name follows right on a role that was cut from it: "mayor Ada Holm"."""
        if head.pos_ not in {"NOUN", "PROPN"} or self.doc.text[end : end + 1] != " ":
            return None
        for span, party in self.at.get(tokens[-1].i + 1, ()):
            capital = self.doc.text[span.start].isupper()
            if span.start == end + 1 and party.kind == "person" and capital:
                return party
        return None
