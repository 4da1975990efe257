"""What was told of one utterance, put together and trimmed: `"…," she said. "…"` is one quote."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from spacy.tokens import Doc

from tellings.annotate.attributions import Form, Piece, Told
from tellings.annotate.cued import is_name
from tellings.text.quotation import Quotation, outermost
from tellings.words.happenings import noun_kinds
from tellings.words.tables import toml

# From this share of the content between marks on it is direct (PolNeAR's convention).
DIRECT, MIXED = 0.9, 0.05
# Characters between two halves of one utterance: "…," said the director of such an institute. "…"
_BETWEEN = 200
# Signs and spaces that open no words.
_EDGE = " \t\n\r\u00a0\u202f,;:.–—-"
# Words in one run of indirect speech; fewer are a scrap of a wrong parse.
LEAST_WORDS = 3
_FIRST = frozenset({"i", "we", "us", "me", "you"})


def utterances(doc: Doc, told: Sequence[Told], quotations: Sequence[Quotation]) -> tuple[Told, ...]:
    """The attributions with sane spans, halves joined around their cue, in order of content."""
    outer = outermost(tuple(quotations))
    marks = [*outer, *(q for q in quotations if q not in outer)]
    whole = [fine for one in told if (fine := _tidied(doc, one, marks)) is not None]
    tidy = [part for one in whole for part in _parted(doc.text, one)]
    spoken = [one for one in tidy if not _is_idle(doc, one, tidy, marks)]
    return tuple(_joined(doc, _distinct(spoken)))


def _tidied(doc: Doc, told: Told, marks: Sequence[Quotation]) -> Told | None:
    text = doc.text
    # Words told inside somebody's quotation are not that quotation.
    own = [q for q in marks if not any(q.outer.start <= a < q.outer.end for a, _ in told.cue)]
    content = [
        cut
        for piece in told.content
        for rest in _without(piece, told)
        for cut in _lines(text, _marked(rest, own), own)
    ]
    if not content:
        return None
    cue = tuple(cut for piece in told.cue for cut in _lines(text, piece, ()))
    source = tuple(cut for piece in told.source for cut in _lines(text, piece, ())[-1:])
    source = _one_line(text, source, (*cue, *source[-1:]))
    form = _form(content, [q for q in outermost(tuple(own)) if not is_name(doc, q)])
    if form == "indirect":
        content = list(_one_line(text, content, [max(content, key=lambda p: p[1] - p[0])]))
    pieces = tuple(_merged(content))
    return replace(told, content=pieces, cue=cue, source=source, form=form)


def _parted(text: str, told: Told) -> list[Told]:
    """An attribution without quotations of later lines that other words stand before.

    They go on with its speaker only where nobody else is named: `Speakers` asks that.
    """
    kept = list(told.content[:1])
    loose: list[Told] = []
    for piece in told.content[1:]:
        beside = max(b for _, b in (*kept, *told.cue, *told.source) if b <= piece[0])
        between = text[beside : piece[0]]
        if loose or ("\n" in between and any(c.isalnum() for c in between)):
            loose.append(Told((piece,), (), (), "direct", told.score))
        else:
            kept.append(piece)
    return [replace(told, content=tuple(kept)), *loose] if told.form == "direct" else [told]


def _one_line(text: str, pieces: Sequence[Piece], beside: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces that stand in the line of the first of the others."""
    if not beside:
        return tuple(pieces)
    start = text.rfind("\n", 0, beside[0][0]) + 1
    end = text.find("\n", beside[0][1])
    return tuple(p for p in pieces if start <= p[0] and (end < 0 or p[1] <= end))


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in order, those that overlap as one."""
    kept: list[Piece] = []
    for start, end in sorted(pieces):
        if kept and start < kept[-1][1]:
            start, end = kept[-1][0], max(end, kept.pop()[1])
        kept.append((start, end))
    return kept


def _without(piece: Piece, told: Told) -> list[Piece]:
    """A piece without the clause that tells who says it, where it was taken for what is said."""
    start, end = piece
    cue = [(a, b) for a, b in told.cue if start <= a and b <= end]
    if not cue:
        return [piece]
    first = min(a for a, _ in (*cue, *(s for s in told.source if start <= s[0] and s[1] <= end)))
    last = max(b for _, b in (*cue, *(s for s in told.source if start <= s[0] and s[1] <= end)))
    return [cut for cut in ((start, first), (last, end)) if cut[1] - cut[0] > 1]


def _marked(piece: Piece, marks: Sequence[Quotation]) -> Piece:
    """A piece that has most of a quotation has all of it, with its marks."""
    start, end = piece
    for q in marks:
        shared = min(end, q.inner.end) - max(start, q.inner.start)
        if 2 * shared >= len(q.inner):
            start, end = min(start, q.outer.start), max(end, q.outer.end)
    return start, end


def _lines(text: str, piece: Piece, marks: Sequence[Quotation]) -> list[Piece]:
    """A piece line by line without the white space at its edges; a quotation is not cut."""
    start, end = piece
    if any(q.outer.start <= start and end <= q.outer.end for q in marks):
        cuts = [(start, end)]
    else:
        held = [q for q in marks if start <= q.outer.start and q.outer.end <= end]
        cuts, at = [], start
        for i in range(start, end):
            if text[i] == "\n" and not any(q.outer.start < i < q.outer.end for q in held):
                cuts.append((at, i))
                at = i + 1
        cuts = [*cuts, (at, end)]
    found = []
    for a, b in cuts:
        inner = text[a:b].rstrip()
        b = a + len(inner)
        a += len(inner) - len(inner.lstrip(_EDGE))
        if any(c.isalnum() for c in text[a:b]):
            found.append((a, b))
    # What a sentence says ends with its line; only quotations run on.
    return found if len(found) < 2 or held_lines(found, marks) else found[:1]


def held_lines(pieces: Sequence[Piece], marks: Sequence[Quotation]) -> bool:
    """Whether each of the lines has a quotation."""
    return all(any(a < q.outer.end and q.outer.start < b for q in marks) for a, b in pieces)


def _form(content: Sequence[Piece], marks: Sequence[Quotation]) -> Form:
    inside = sum(
        max(0, min(b, q.outer.end) - max(a, q.outer.start)) for a, b in content for q in marks
    )
    share = inside / sum(b - a for a, b in content)
    return "direct" if share >= DIRECT else "mixed" if share > MIXED else "indirect"


def _is_idle(doc: Doc, told: Told, all_: Sequence[Told], marks: Sequence[Quotation]) -> bool:
    """Whether nothing is said here that is not told already.

    Somebody quoted who tells of own words ("I think") says them in the quote; a second, shorter
    reading of words that another attribution holds adds nothing.
    """
    text = doc.text
    who = text[told.source[0][0] : told.source[-1][1]].casefold() if told.source else ""
    if who == "you":
        return True
    if who in _FIRST:
        at = told.cue[0][0] if told.cue else told.start
        return any(q.outer.start <= at < q.outer.end for q in marks)
    if told.form == "indirect" and not _is_speech(told, doc):
        return True
    return any(
        other is not told
        and (told.loose or other.cue == told.cue)
        and not other.loose
        and other.start <= told.start
        and told.end <= other.end
        and (told.start, told.end) != (other.start, other.end)
        for other in all_
    )


def _is_speech(told: Told, doc: Doc) -> bool:
    """Whether words without marks are told as said: not only believed, planned or shown.

    "The rain continued", "the firm did not respond to a request" tell nobody's words.
    """
    words = max(len(doc.text[a:b].split()) for a, b in told.content)
    lemmas = {
        token.lemma_.lower()
        for a, b in told.cue
        for token in doc.char_span(a, b, alignment_mode="expand") or ()
    }
    lexicon = toml("saying.toml")
    said = lemmas.intersection((*lexicon["say"], *lexicon["judge"], *lexicon["according"]))
    refused = lemmas.intersection(lexicon["refuse"]) and lemmas.intersection(lexicon["deny"])
    if words < LEAST_WORDS or refused or _is_given(told, doc, lemmas):
        return False
    return bool(said.difference(lexicon["quoted"]))


def _is_given(told: Told, doc: Doc, cue: Set[str]) -> bool:
    """Whether the content is a thing that the cue deals with: "ordered out 35 diplomats"."""
    inside = [
        t for a, b in told.content for t in doc.char_span(a, b, alignment_mode="expand") or ()
    ]
    if any(t.pos_ in {"VERB", "AUX"} for t in inside) or not cue & set(
        toml("saying.toml")["given"]
    ):
        return False
    led = bool(inside) and inside[0].pos_ == "ADP"
    return not led and not any(noun_kinds(token.lemma_.lower()) for token in inside)


def _distinct(told: Sequence[Told]) -> list[Told]:
    """One attribution for one content and source, the surest."""
    best: dict[tuple[object, ...], Told] = {}
    for one in sorted(told, key=lambda t: (-t.score, t.content, t.cue)):
        best.setdefault((one.content, one.source), one)
    return sorted(best.values(), key=lambda t: (t.content, t.cue))


def _joined(doc: Doc, told: Sequence[Told]) -> list[Told]:
    kept: list[Told] = []
    for one in told:
        before = next((k for k in reversed(kept) if k.form == "direct"), None)
        if one.loose and before is not None and _one_utterance(doc, before, one):
            kept[kept.index(before)] = replace(before, content=(*before.content, *one.content))
        else:
            kept.append(one)
    return kept


def _one_utterance(doc: Doc, first: Told, second: Told) -> bool:
    """Whether only the cue and source of the first stand between two quotations of one line."""
    start, end = first.end, second.start
    between = doc.text[start:end]
    if not first.cue or end - start > _BETWEEN or "\n" in between or start >= end:
        return False
    if not start <= first.cue[0][0] < end:
        return False
    gap = doc.char_span(start, end, alignment_mode="contract")
    words = [t for t in gap or () if not t.is_space]
    last = max(piece[1] for piece in (*first.cue, *first.source))
    # One sentence tells who speaks; where a second begins, it is the next thing that happened.
    return not any(t.is_sent_start and t.idx >= last and t.idx < end - 1 for t in words[1:])
