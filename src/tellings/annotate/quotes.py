"""Who said what in one article: the reader's attributions as quotes, with speakers as parties.

Where the text cannot tell who speaks, the speaker is None and `why` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from tellings.annotate.attributions import Told, attributions
from tellings.model import Expression, Party, Quote, Span, digest
from tellings.text.quotation import Quotation
from tellings.words.tables import toml

# A quotation of so few words in running text without a word of saying is a title or a scare quote.
_SCARE = 4
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i", "this", "that", "which"})
# Sentences back in which the issuer of "the statement" may have been told.
_ISSUER_REACH = 10


@dataclass(slots=True)
class _Text:
    """One article as the rules below see it, and what the quotes so far have told."""

    doc: Doc
    article: str
    parties: Sequence[Party]
    expressions: Sequence[Expression]
    quotations: Sequence[Quotation]
    at: dict[int, list[tuple[Span, Party]]] = field(default_factory=dict)
    issuers: list[tuple[int, str]] = field(default_factory=list)  # (character, party id)

    def __post_init__(self) -> None:
        for party in self.parties:
            for span in party.mentions:
                found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
                for token in found or ():
                    self.at.setdefault(token.i, []).append((span, party))


def quotes(
    doc: Doc,
    article: str,
    parties: Sequence[Party],
    expressions: Sequence[Expression],
    quotations: Sequence[Quotation],
    blocked: Sequence[Span] = (),
) -> tuple[Quote, ...]:
    """The quotes of `doc` in order of their content."""
    text = _Text(doc, article, parties, expressions, quotations)
    found: list[Quote] = []
    for told in attributions(doc, quotations):
        if any(Span(*part).overlaps(span) for part in told.content for span in blocked):
            continue
        quote = _quote(text, told)
        if quote is not None:
            found.append(quote)
    return tuple(sorted({one.id: one for one in found}.values(), key=lambda q: (q.span, q.id)))


def _quote(text: _Text, told: Told) -> Quote | None:
    parts = tuple(Span(start, end) for start, end in told.content)
    if not parts:
        return None
    span = Span(parts[0].start, parts[-1].end)
    quoted = _quoted(text, parts)
    if not told.cue and not told.source and _is_scare(text, parts, quoted):
        return None
    cue = Span(told.cue[0][0], told.cue[-1][1]) if told.cue else None
    source = Span(told.source[0][0], told.source[-1][1]) if told.source else None
    speaker, why = _speaker(text, source, span)
    _note_issuer(text, cue or source, speaker)
    return Quote(
        digest("q", text.article, span.start, span.end, told.form, cue.start if cue else None),
        span,
        parts,
        told.form,
        cue,
        source,
        speaker,
        _addressee(text, cue, speaker),
        _said(text, cue, parts),
        quoted,
        why,
        told.score,
    )


def _quoted(text: _Text, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of the content that stand between double quotation marks."""
    return tuple(
        inner
        for quotation in text.quotations
        if not quotation.single
        for inner in quotation.parts
        if any(part.overlaps(inner) for part in parts)
    )


def _is_scare(text: _Text, parts: Sequence[Span], quoted: Sequence[Span]) -> bool:
    words = sum(len(part.of(text.doc.text).split()) for part in (quoted or parts))
    return words <= _SCARE


def _tokens(text: _Text, span: Span) -> DocSpan | None:
    return text.doc.char_span(span.start, span.end, alignment_mode="expand")


def _speaker(text: _Text, source: Span | None, content: Span) -> tuple[str | None, str]:
    """The party that a source names, and how that is known."""
    if source is None:
        return None, "the text names no source"
    tokens = _tokens(text, source)
    if tokens is None:
        return None, "the source could not be read"
    head = tokens.root
    party = _party_of(text, head, tokens)
    words = source.of(text.doc.text)
    if party is not None:
        named = head.lower_ not in _PRONOUNS
        return party.id, f"source “{words}”" + ("" if named else f" refers to {party.name}")
    if _is_document(head):
        issuer = _issuer(text, content.start)
        if issuer is not None:
            return issuer, f"“{words}” was issued by the last who spoke by one"
        return None, f"“{words}” is a document whose issuer the text does not tell"
    if head.lower_ in _PRONOUNS:
        return None, f"“{words}” could be more than one, or nobody named"
    return None, f"no party was found for “{words}”"


def _party_of(text: _Text, head: Token, tokens: Iterable[Token]) -> Party | None:
    """The party mentioned at the head of a source; else the only person or body named in it."""
    spot = head
    if found := text.at.get(spot.i):
        return _closest(found)
    for child in head.children:
        if child.dep_ in {"flat", "appos", "compound"} and (found := text.at.get(child.i)):
            party = _closest(found)
            if party.kind in {"person", "organisation"}:
                return party
    within = {
        party.id: party
        for token in tokens
        for _, party in text.at.get(token.i, ())
        if party.kind == "person"
    }
    return next(iter(within.values())) if len(within) == 1 else None


def _closest(found: Sequence[tuple[Span, Party]]) -> Party:
    """Of parties mentioned at one word the one with the shortest mention; persons first."""
    return min(found, key=lambda pair: (pair[1].kind != "person", len(pair[0]), pair[1].id))[1]


def _is_document(head: Token) -> bool:
    return head.lemma_.lower() in set(toml("saying.toml")["document"])


def _note_issuer(text: _Text, cue: Span | None, speaker: str | None) -> None:
    """Remember who "said in a statement", for "the statement read" further on."""
    if cue is None or speaker is None:
        return
    tokens = _tokens(text, cue)
    if tokens is None:
        return
    if any(_is_document(token) for token in tokens.sent):
        text.issuers.append((cue.start, speaker))


def _issuer(text: _Text, before: int) -> str | None:
    near = [party for at, party in text.issuers if at < before + 400]
    return near[-1] if near else None


def _addressee(text: _Text, cue: Span | None, speaker: str | None) -> str | None:
    """Who is told: the object of "told", the "to …" of "said to"."""
    tokens = _tokens(text, cue) if cue else None
    if tokens is None:
        return None
    for child in tokens.root.children:
        towards = child.dep_ in {"obj", "iobj", "dative", "dobj"} or (
            child.dep_ in {"obl", "nmod"} and any(c.lower_ == "to" for c in child.children)
        )
        found = text.at.get(child.i) if towards else None
        if found and (party := _closest(found)).id != speaker and party.kind != "other":
            return party.id
    return None


def _said(text: _Text, cue: Span | None, parts: Sequence[Span]) -> Span | None:
    """The time expression that hangs on the word of saying and stands outside the content."""
    tokens = _tokens(text, cue) if cue else None
    if tokens is None:
        return None
    head = tokens.root
    for one in text.expressions:
        if one.type not in {"DATE", "TIME"} or any(one.span.overlaps(part) for part in parts):
            continue
        found = _tokens(text, one.span)
        if found is not None and found.root.head.i == head.i and found.sent == tokens.sent:
            return one.span
    return None
