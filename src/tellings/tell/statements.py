"""Statements: each outlet's wording of one utterance, the differing words marked.

Only words that stood in quotation marks in an article may stand in them here: a paraphrase never.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.model import Cite, Quote, Span, Statement, Wording
from tellings.tell.changes import cites, compared, known_spelling, slices
from tellings.tell.desk import Desk
from tellings.tell.view import Note, Part, Passage, Piece, StatementView, WordingView
from tellings.text.diffs import Change, diff
from tellings.words.geography import country_of

_MARKS = frozenset('"“”„‟«»')
_FORMS = {"direct": 0, "mixed": 1, "indirect": 2}
# All pairs are compared to find the wording in the middle; beyond this many the longest is taken.
_MOST_COMPARED = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """One wording: its form, its quotes, and the exact words of the first of them."""

    form: str
    quotes: tuple[tuple[str, Quote], ...]
    exact: tuple[Cite, ...]

    @property
    def text(self) -> str:
        return " ".join(cite.text for cite in self.exact)


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
    told = _ordered([_told(desk, wording) for wording in _wordings(desk, statement)])
    if not told:
        return None
    speaker = desk.actors.get(statement.speaker) if statement.speaker is not None else None
    why = next((quote.why for one in told for _, quote in one.quotes if quote.why), None)
    wordings = _side_by_side(desk, told)
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
        compared=any(wording.reference for wording in wordings),
    )


def _role(desk: Desk, actor: str | None) -> str | None:
    """The role that is told most often, of several the longest; none where it is the name."""
    held = desk.actors.get(actor) if actor is not None else None
    if held is None or not held.roles:
        return None
    titles = Counter(role.title.casefold() for role in held.roles)
    best = min(held.roles, key=lambda r: (-titles[r.title.casefold()], -len(r.title), r.cite))
    if set(best.title.casefold().split()) <= set(held.name.casefold().split()):
        return None  # somebody unnamed is called by the role, and a ministry by what it is
    named = Counter(
        r.of for r in held.roles if r.of and r.title.casefold() == best.title.casefold()
    )
    of = min(named, key=lambda o: (-named[o], o)) if named else None
    if of is None:
        return best.title
    known = country_of(of)
    if known is not None and known.how == "demonym":
        return f"{of} {best.title}"
    return f"{best.title} ({of})"


def _wordings(desk: Desk, statement: Statement) -> list[Wording]:
    """The statement's wordings; tellings that stand in none of them make their own."""
    left = set(statement.tellings).difference(*(w.quotes for w in statement.wordings))
    alone = [(id, desk.quote(id)) for id in sorted(left)]
    return [
        *(w for w in statement.wordings if any(desk.quote(id) for id in w.quotes)),
        *(Wording("", (id,), (), found[1].form) for id, found in alone if found is not None),
    ]


def _told(desk: Desk, wording: Wording) -> _Told:
    quotes = [found for id in wording.quotes if (found := desk.quote(id)) is not None]
    quotes.sort(key=lambda each: (desk.label(each[0]).casefold(), each[0], each[1].span))
    return _Told(wording.form, tuple(quotes), _exact(desk, *quotes[0]))


def _exact(desk: Desk, article: str, quote: Quote) -> tuple[Cite, ...]:
    """The words that stand between the article's quotation marks.

    A direct quotation without marks (a document set off by itself) is exact all the same, unless it
    holds marks of its own: then it is not clear what they enclose.
    """
    if quote.form == "indirect":
        return ()
    if quote.quoted:
        return tuple(desk.cut(article, span) for span in quote.quoted)
    cites = tuple(desk.cut(article, span) for span in quote.parts or (quote.span,))
    plain = not any(_MARKS & set(cite.text) for cite in cites)
    return cites if quote.form == "direct" and plain else ()


def _ordered(told: list[_Told]) -> list[_Told]:
    """Whole quotations first, then the most told, then the one that is nearest to all others."""
    far = _distances(told)
    order = sorted(
        range(len(told)),
        key=lambda n: (
            not told[n].exact,
            _FORMS.get(told[n].form, 3),
            -len({article for article, _ in told[n].quotes}),
            far[n],
            -len(told[n].text),
            told[n].text,
            told[n].quotes[0][1].id,
        ),
    )
    return [told[n] for n in order]


def _distances(told: list[_Told]) -> list[int]:
    """How many changes that matter lead from each wording to all others."""
    exact = [n for n, one in enumerate(told) if one.exact]
    far = [0] * len(told)
    if not 2 < len(exact) <= _MOST_COMPARED:
        return far
    for n, i in enumerate(exact):
        for j in exact[n + 1 :]:
            matter = sum(c.matters for c in diff(told[i].text, told[j].text, known_spelling()))
            far[i] += matter
            far[j] += matter
    return far


def _side_by_side(desk: Desk, told: list[_Told]) -> tuple[WordingView, ...]:
    """The first wording with exact words is what all others with exact words are compared with."""
    reference = told[0] if told[0].exact and len(told) > 1 and told[1].exact else None
    return tuple(_wording(desk, one, reference) for one in told)


def _wording(desk: Desk, one: _Told, reference: _Told | None) -> WordingView:
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    if reference is not None and reference is not one and one.exact:
        changes = compared(reference.exact, one.exact)
        notes = _notes(reference, one, changes)
    return WordingView(
        form=one.form,
        parts=_parts(desk, one, changes),
        tellers=_tellers(desk, one),
        notes=notes,
        reference=one is reference,
    )


def _tellers(desk: Desk, one: _Told) -> tuple[Passage, ...]:
    return desk.passages(tuple(desk.cut(article, quote.span) for article, quote in one.quotes))


def _parts(desk: Desk, one: _Told, changes: Sequence[Change]) -> tuple[Part, ...]:
    """What is shown: the exact words; of a mixed telling all of its content, with its own marks."""
    article, quote = one.quotes[0]
    shown = one.exact
    if quote.form != "direct" or not shown:
        held = quote.parts or (quote.span,)
        shown = tuple(desk.cut(article, _whole(desk, article, span, one.exact)) for span in held)
    marked = [
        (span, change.kind)
        for change in changes
        if change.right is not None
        for span in slices(one.exact, change.right)
    ]
    exact = {cite.span for cite in one.exact}
    return tuple(Part(each, _pieces(each, marked), each.span in exact) for each in shown)


def _whole(desk: Desk, article: str, span: Span, exact: Sequence[Cite]) -> Span:
    """`span` with the quotation marks right outside it that close or open an exact part of it."""
    text = desk.record.articles[article].text
    start, end = span.start, span.end
    if any(cite.span == span for cite in exact):
        return span
    if any(cite.start == start for cite in exact) and text[start - 1 : start] in _MARKS:
        start -= 1
    if any(cite.end == end for cite in exact) and text[end : end + 1] in _MARKS:
        end += 1
    return Span(start, end)


def _pieces(shown: Cite, marked: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The cite cut at the marked spans; put together the pieces are its exact text."""
    pieces: list[Piece] = []
    at = shown.start
    for span, kind in marked:
        start, end = max(at, span.start), min(shown.end, span.end)
        if kind not in ("changed", "inserted", "clarified") or start >= end:
            continue
        if at < start:
            pieces.append(Piece(shown.text[at - shown.start : start - shown.start]))
        pieces.append(Piece(shown.text[start - shown.start : end - shown.start], kind))
        at = end
    if at < shown.end:
        pieces.append(Piece(shown.text[at - shown.start :]))
    return tuple(pieces)


def _notes(reference: _Told, one: _Told, changes: Sequence[Change]) -> tuple[Note, ...]:
    """Each change with its words on both sides, as slices of the articles."""
    return tuple(
        Note(_kind(change), cites(one.exact, change.right), cites(reference.exact, change.left))
        for change in changes
        if not (one.form == "mixed" and change.kind == "trimmed")  # it tells the rest in its words
    )


def _kind(change: Change) -> str:
    """What this wording does to the reference, in a word for the reader."""
    if change.kind == "trimmed":
        return "left out" if change.right is None else "longer"
    words = {"removed": "left out inside", "inserted": "put in", "clarified": "in brackets"}
    return words.get(change.kind, change.kind)
