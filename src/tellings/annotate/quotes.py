"""Who said what in one article: the reader's attributions as quotes, with speakers as parties.

Where the text cannot tell who speaks, the speaker is None and `why` says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tellings.annotate.attributions import Piece, Told, attributions, subject_of, whole
from tellings.annotate.cued import is_title
from tellings.annotate.marked import marked
from tellings.annotate.papers import is_document
from tellings.annotate.speakers import Speakers
from tellings.annotate.utterances import utterances
from tellings.model import Expression, Party, Quote, Span, digest
from tellings.text.quotation import Quotation, outermost
from tellings.words.tables import toml

# A quotation of so few words in running text without a word of saying is a title or a scare quote.
_SCARE = 4


def quotes(
    doc: Doc,
    article: str,
    parties: Sequence[Party],
    expressions: Sequence[Expression],
    quotations: Sequence[Quotation],
    blocked: Sequence[Span] = (),
) -> tuple[Quote, ...]:
    """The quotes of `doc` in order of their content."""
    marks = outermost(tuple(quotations))
    told = marked(doc, list(attributions(doc, quotations)), quotations)
    speakers = Speakers(doc, parties, quotations)
    found: dict[str, Quote] = {}
    for one in utterances(doc, told, quotations):
        if any(Span(*part).overlaps(span) for part in one.content for span in blocked):
            continue
        if one.loose and _is_scare(doc, one, marks):
            continue
        sourced = _sourced(doc, one, expressions)
        quote = _quote(doc, article, sourced, speakers, expressions, marks)
        found.setdefault(quote.id, quote)
    return tuple(sorted(found.values(), key=lambda q: (q.span, q.id)))


def _quote(
    doc: Doc,
    article: str,
    told: Told,
    speakers: Speakers,
    expressions: Sequence[Expression],
    marks: Sequence[Quotation],
) -> Quote:
    parts = tuple(Span(start, end) for start, end in told.content)
    span = Span(parts[0].start, parts[-1].end)
    cue, source = _hull(told.cue), _hull(told.source)
    speaker, why = speakers.of(told)
    return Quote(
        digest("q", article, span.start, span.end, told.form, cue.start if cue else None),
        span,
        parts,
        told.form,
        cue,
        source,
        speaker,
        _addressee(speakers, cue, speaker),
        _said(doc, cue, parts, expressions),
        _quoted(parts, marks) if told.form != "indirect" else (),
        why,
        told.score,
    )


def _hull(pieces: Sequence[Piece]) -> Span | None:
    return Span(pieces[0][0], pieces[-1][1]) if pieces else None


def _sourced(doc: Doc, told: Told, expressions: Sequence[Expression]) -> Told:
    """The attribution with the subject of its word of saying where no source, or a day, is told.

    Who "was told" or "was called" something does not say it: then nobody does.
    """
    if not told.cue:
        return told
    span = _hull(told.source)
    tokens = doc.char_span(told.cue[0][0], told.cue[-1][1], alignment_mode="expand")
    if tokens is None:
        return told
    if span is not None and _is_told(doc, span, tokens.root):
        return replace(told, source=())
    day = span is not None and any(one.span.contains(span) for one in expressions)
    subject = subject_of(tokens.root) if span is None or day else None
    if subject is None or any(a <= subject.idx < b for a, b in told.content):
        return told
    start, end = whole(subject)
    if any(a < end and start < b for a, b in told.content) or "\n" in doc.text[start:end]:
        return told
    return replace(told, source=((start, end),))


def _is_told(doc: Doc, source: Span, verb: Token) -> bool:
    """Whether a source is the passive subject of a verb of telling."""
    heard = verb.lemma_.lower() in set(toml("saying.toml")["heard"])
    return heard and any(
        child.dep_ in {"nsubj:pass", "nsubjpass"} and source.start <= child.idx < source.end
        for child in verb.children
    )


def _quoted(parts: Sequence[Span], marks: Sequence[Quotation]) -> tuple[Span, ...]:
    """The pieces of the content that stand between quotation marks."""
    return tuple(
        inner
        for quotation in marks
        for inner in quotation.parts
        if any(part.contains(inner) for part in parts)
    )


def _is_scare(doc: Doc, told: Told, marks: Sequence[Quotation]) -> bool:
    """Whether words that nobody is told to say are few, or written as a title is."""
    over = [q for q in marks if q.inner.start < told.end and told.start < q.inner.end]
    if over and all(is_title(doc, quotation) for quotation in over):
        return True
    parts = tuple(Span(start, end) for start, end in told.content)
    quoted = _quoted(parts, marks) or parts
    return sum(len(part.of(doc.text).split()) for part in quoted) <= _SCARE


def _addressee(speakers: Speakers, cue: Span | None, speaker: str | None) -> str | None:
    """Who is told: the object of "told", the "to …" of "said to"."""
    tokens = speakers.mentions.tokens((cue.start, cue.end)) if cue else None
    if tokens is None:
        return None
    for child in tokens.root.children:
        towards = child.dep_ in {"obj", "iobj", "dative", "dobj"} or (
            child.dep_ in {"obl", "nmod"} and any(c.lower_ == "to" for c in child.children)
        )
        party = speakers.mentions.party_at(child) if towards and not is_document(child) else None
        if party is not None and party.id != speaker and party.kind != "other":
            return party.id
    return None


def _said(
    doc: Doc, cue: Span | None, parts: Sequence[Span], expressions: Sequence[Expression]
) -> Span | None:
    """The time expression that hangs on the word of saying and stands outside the content."""
    tokens = doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue else None
    if tokens is None:
        return None
    head = tokens.root
    for one in expressions:
        if one.type not in {"DATE", "TIME"} or any(one.span.overlaps(part) for part in parts):
            continue
        found = doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        if found is not None and found.root.head.i == head.i and found.sent == tokens.sent:
            return one.span
    return None
