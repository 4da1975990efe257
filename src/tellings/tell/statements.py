"""Statements: each outlet's wording of one utterance, the differing words marked.

Only words that stood in quotation marks in an article may stand in them here: a paraphrase never.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.model import Cite, Quote, Span, Statement, Wording
from tellings.tell.desk import Desk
from tellings.tell.view import ChangeMark, Note, Part, Passage, Piece, StatementView, WordingView
from tellings.text.diffs import Change, diff

_MARKS = '"“”„‟«»'
_MARKED: dict[str, ChangeMark] = {
    "changed": "changed",
    "inserted": "inserted",
    "clarified": "clarified",
}
# All pairs are compared to find the wording in the middle; beyond this many the longest is taken.
_MOST_COMPARED = 16
_Told = tuple[Wording, list[tuple[str, Quote]]]


def statements(desk: Desk, found: Sequence[Statement]) -> tuple[StatementView, ...]:
    """By speaker (unknown last), then the most told first; those without a telling are left out."""
    views = [view for each in found if (view := _statement(desk, each)) is not None]
    return tuple(
        sorted(
            views,
            key=lambda v: (
                v.actor is None,
                (v.speaker or "").casefold(),
                v.actor or "",
                -v.outlets,
                v.id,
            ),
        )
    )


def _statement(desk: Desk, statement: Statement) -> StatementView | None:
    told = _told(desk, statement)
    if not told:
        return None
    speaker = desk.actors.get(statement.speaker) if statement.speaker is not None else None
    why = next((quote.why for _, quotes in told for _, quote in quotes if quote.why), None)
    wordings = _compared(desk, told)
    return StatementView(
        id=statement.id,
        actor=speaker.id if speaker is not None else None,
        speaker=speaker.name if speaker is not None else None,
        role=_role(desk, statement.speaker),
        unsure=why if speaker is None else None,
        said=statement.said,
        outlets=statement.outlets,
        independent=statement.independent,
        wordings=wordings,
        compared=any(wording.reference for wording in wordings) and len(wordings) > 1,
    )


def _role(desk: Desk, actor: str | None) -> str | None:
    if actor is None or actor not in desk.actors or not desk.actors[actor].roles:
        return None
    role = desk.actors[actor].roles[0]
    return f"{role.title} of {role.of}" if role.of else role.title


def _told(desk: Desk, statement: Statement) -> list[_Told]:
    """The wordings with their quotes, the most told first; quotes in no wording make their own."""
    told: list[_Told] = []
    left = set(statement.tellings)
    for wording in statement.wordings:
        quotes = [q for id in wording.quotes if (q := desk.quote(id)) is not None]
        left.difference_update(wording.quotes)
        if quotes:
            told.append((wording, quotes))
    for id in sorted(left):
        if (found := desk.quote(id)) is not None:
            article, quote = found
            words = desk.cut(article, quote.span).text
            told.append((Wording(words, (id,), (desk.label(article),), quote.form), [found]))
    far = _distances(told)
    order = sorted(
        range(len(told)), key=lambda n: (*_most_told(told[n]), far[n], *_longest(told[n]))
    )
    return [told[n] for n in order]


def _most_told(one: _Told) -> tuple[bool, int]:
    wording, quotes = one
    return (wording.form == "indirect", -len({article for article, _ in quotes}))


def _longest(one: _Told) -> tuple[int, str]:
    return (-len(one[0].text), one[0].text)


def _distances(told: list[_Told]) -> list[int]:
    """How many changes that matter lead from each wording to all others: the middle has fewest."""
    quoted = [wording.text for wording, _ in told if wording.form != "indirect"]
    if len(quoted) > _MOST_COMPARED:
        return [0] * len(told)
    return [sum(c.matters for other in quoted for c in diff(one.text, other)) for one, _ in told]


def _compared(desk: Desk, told: list[_Told]) -> tuple[WordingView, ...]:
    """The first wording in quotation marks is what the others are compared with."""
    quoted = [one for one in told if one[0].form != "indirect"]
    reference = _parts(desk, *quoted[0][1][0]) if len(quoted) > 1 else None
    views: list[WordingView] = []
    for wording, quotes in told:
        article, quote = min(quotes, key=lambda q: (desk.label(q[0]).casefold(), q[1].span))
        parts = _parts(desk, article, quote)
        notes: tuple[Note, ...] = ()
        first = bool(quoted) and wording is quoted[0][0]
        if reference is not None and not first and wording.form != "indirect":
            parts, notes = _marked(desk, reference, parts)
        views.append(
            WordingView(
                form=wording.form,
                parts=parts,
                tellers=_tellers(desk, quotes),
                notes=notes,
                reference=first and reference is not None,
            )
        )
    return tuple(views)


def _tellers(desk: Desk, quotes: list[tuple[str, Quote]]) -> tuple[Passage, ...]:
    return desk.passages(tuple(desk.cut(article, quote.span) for article, quote in quotes))


def _parts(desk: Desk, article: str, quote: Quote) -> tuple[Part, ...]:
    text = desk.record.articles[article].text
    spans = quote.parts or (quote.span,)
    cites = [desk.cut(article, span) for span in spans]
    return tuple(Part(c, (Piece(c.text),), _quoted(text, c, quote.form)) for c in cites)


def _quoted(text: str, words: Cite, form: str) -> bool:
    """Whether quotation marks may be set around the words.

    Content that mixes the outlet's words with quoted ones carries its own marks, so it gets none,
    unless it is just what stands between the article's.
    """
    if form == "indirect" or any(mark in words.text for mark in _MARKS):
        return False
    before, after = text[words.start - 1 : words.start], text[words.end : words.end + 2]
    between = bool(before) and before in _MARKS and any(mark in after for mark in _MARKS)
    return form == "direct" or between


def _marked(
    desk: Desk, reference: tuple[Part, ...], parts: tuple[Part, ...]
) -> tuple[tuple[Part, ...], tuple[Note, ...]]:
    """`parts` with the words marked that are not the reference's, and each difference noted."""
    ours, theirs = _joined(reference), _joined(parts)
    changes = [c for c in diff(ours, theirs) if c.kind not in ("punctuation", "spelling")]
    marked: list[Part] = []
    offset = 0
    for part in parts:
        marked.append(_pieces(part, changes, offset))
        offset += len(part.cite.text) + 1
    return tuple(marked), _notes(desk, reference, parts, changes)


def _joined(parts: tuple[Part, ...]) -> str:
    """The parts as one text to compare: one space between them, as `_marked` counts it."""
    return " ".join(part.cite.text for part in parts)


def _pieces(part: Part, changes: list[Change], offset: int) -> Part:
    """The part cut at the changes that touch it; together the pieces are the part's exact text."""
    text = part.cite.text
    pieces: list[Piece] = []
    at = 0
    for change in changes:
        if change.right is None or change.kind not in _MARKED:
            continue
        start = max(at, change.right.start - offset)
        end = min(len(text), change.right.end - offset)
        if start < end:
            if at < start:
                pieces.append(Piece(text[at:start]))
            pieces.append(Piece(text[start:end], _MARKED[change.kind]))
            at = end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return Part(part.cite, tuple(pieces), part.quoted)


def _notes(
    desk: Desk, reference: tuple[Part, ...], parts: tuple[Part, ...], changes: list[Change]
) -> tuple[Note, ...]:
    """Each change with its words on both sides, where those are one slice of an article."""
    notes: list[Note] = []
    for change in changes:
        ours, theirs = _slice(desk, reference, change.left), _slice(desk, parts, change.right)
        if ours is not None or theirs is not None:
            notes.append(Note(_kind(change), theirs, ours))
    return tuple(notes)


def _slice(desk: Desk, parts: tuple[Part, ...], span: Span | None) -> Cite | None:
    """The cite of `span` of the joined parts; None where it runs over two of them."""
    offset = 0
    for part in parts:
        held = Span(offset, offset + len(part.cite.text))
        if span is not None and held.contains(span):
            return desk.cut(part.cite.article, span.shift(part.cite.start - offset))
        offset = held.end + 1
    return None


def _kind(change: Change) -> str:
    """What this wording does to the reference, in a word for the reader."""
    if change.kind == "trimmed":
        return "left out" if change.right is None else "longer"
    words = {"removed": "left out inside", "inserted": "put in", "clarified": "in brackets"}
    return words.get(change.kind, change.kind)
