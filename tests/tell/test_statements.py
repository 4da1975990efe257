"""Wordings side by side: the reference, the marks, and when quotation marks may be set."""

from __future__ import annotations

import re

import pytest

from tellings.model import (
    Actor,
    ActorRole,
    Article,
    Groups,
    Input,
    Marks,
    Quote,
    Record,
    Span,
    Statement,
    Wording,
    cite,
)
from tellings.tell.desk import Desk
from tellings.tell.statements import statements
from tellings.tell.view import StatementView


def told(*articles: tuple[str, tuple[str, ...], str]) -> StatementView:
    """One statement told by articles: text, the quote's parts, and its form."""
    held, marks, quotes = {}, {}, []
    for number, (text, parts, form) in enumerate(articles, 1):
        id = f"a-{number}"
        spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
        whole = Span(spans[0].start, spans[-1].end)
        found = re.finditer('[“"](.+?)[”"]', text) if form != "indirect" else ()
        quoted = tuple(
            Span(*each.span(1)) for each in found if whole.start <= each.end(1) <= whole.end
        )
        quote = Quote(f"q-{number}", whole, spans, form, quoted=quoted)  # type: ignore[arg-type]
        held[id] = Article(id, Input(f"{id}.txt", "0"), text)
        marks[id] = Marks(id, quotes=(quote,))
        quotes.append(quote.id)
    wordings = tuple(
        Wording(m.quotes[0].span.of(held[id].text), (m.quotes[0].id,), (id,), m.quotes[0].form)
        for id, m in marks.items()
    )
    made = Statement("st-1", "s-1", None, tuple(quotes), wordings, len(held), len(held))
    (view,) = statements(Desk(Record(held, marks)), [made])
    return view


@pytest.mark.parametrize(
    ("text", "part", "form", "quoted"),
    [
        ("“We are late,” she said.", "We are late,", "direct", True),
        ("The note reads: We are late.", "We are late.", "direct", True),
        ('She was "very late".', "very late", "mixed", True),
        ('She was "very late" again.', 'was "very late" again', "mixed", False),
        ('She was "very late" and "cross".', 'very late" and "cross', "mixed", False),
        ("She said they were late.", "they were late", "mixed", False),
        ('She said "they" were late.', " were late", "mixed", False),
        ("She said they were late.", "they were late", "indirect", False),
        ('He asked "whether" it was.', "whether", "indirect", False),
    ],
)
def test_quotation_marks_stand_only_around_quoted_words(
    text: str, part: str, form: str, quoted: bool
) -> None:
    (wording,) = told((text, (part,), form)).wordings
    assert [each.quoted for each in wording.parts] == [quoted]
    shown = wording.parts[0].cite.text
    assert shown.strip('"') == part
    assert shown.count('"') % 2 == 0


def test_the_wording_in_the_middle_is_what_others_are_compared_with() -> None:
    view = told(
        (
            "“The tall grey heron flew home,” he said.",
            ("The tall grey heron flew home,",),
            "direct",
        ),
        ("“The tall heron flew home,” he said.", ("The tall heron flew home,",), "direct"),
        ("“The tall heron flew back,” he said.", ("The tall heron flew back,",), "direct"),
    )
    first, *others = view.wordings
    assert first.reference
    assert first.parts[0].cite.article == "a-2"
    marked = {
        (wording.parts[0].cite.article, piece.text)
        for wording in others
        for piece in wording.parts[0].pieces
        if piece.mark
    }
    assert marked == {("a-1", "grey"), ("a-3", "back")}
    kinds = {note.kind for wording in others for note in wording.notes}
    assert kinds == {"put in", "changed"}


def test_pieces_put_together_are_the_exact_words() -> None:
    view = told(
        ("“We will go, all of us.”", ("We will go, all of us.",), "direct"),
        ("“We shall”, she said, “go, us all.”", ("We shall", "go, us all."), "direct"),
    )
    for wording in view.wordings:
        for part in wording.parts:
            assert "".join(piece.text for piece in part.pieces) == part.cite.text


def test_a_paraphrase_is_never_what_others_are_compared_with() -> None:
    view = told(
        ("He said that they would all go home.", ("that they would all go home",), "indirect"),
        ("“Home we go,” he said.", ("Home we go,",), "direct"),
    )
    assert [wording.form for wording in view.wordings] == ["direct", "indirect"]
    assert not view.compared
    assert not any(wording.notes for wording in view.wordings)


@pytest.mark.parametrize(
    ("name", "role"),
    [("Ilva Doren", "harbour master"), ("Harbour master", None), ("Orrin harbour master", None)],
)
def test_who_is_called_by_the_role_alone_has_it_told_once(name: str, role: str | None) -> None:
    text = "The harbour master said it was shut."
    title = cite("a-1", text, text.index("harbour"), text.index(" said"))
    roles = (ActorRole("harbour master", None, title),)
    actor = Actor("actor-1", "person", name, (name,), (), roles)
    quote = Quote("q-1", Span(24, 35), (Span(24, 35),), "indirect")
    made = Statement("st-1", "s-1", actor.id, (quote.id,), (), 1, 1)
    record = Record(
        {"a-1": Article("a-1", Input("a.txt", "0"), text)},
        {"a-1": Marks("a-1", quotes=(quote,))},
        Groups(actors=(actor,)),
    )
    (view,) = statements(Desk(record), [made])
    assert (view.speaker, view.role) == (name, role)


@pytest.mark.parametrize(
    ("of", "role"),
    [
        ("Norwegian", "Norwegian Foreign Minister"),
        ("Velmora", "Foreign Minister (Velmora)"),
        (None, "Foreign Minister"),
    ],
)
def test_of_several_roles_the_one_told_most_often_is_told_with_its_country(
    of: str | None, role: str
) -> None:
    text = "FM, Foreign Minister, foreign minister said it was shut."
    at = {
        t: cite("a-1", text, text.index(t), text.index(t) + len(t)) for t in text[:38].split(", ")
    }
    roles = tuple(
        ActorRole(title, of, at[title])
        for title, of in (("FM", "Danish"), ("Foreign Minister", None), ("foreign minister", of))
    )
    actor = Actor("actor-1", "person", "Ida Rask", ("Ida Rask",), (), roles)
    start = text.index("it was")
    quote = Quote("q-1", Span(start, len(text) - 1), (Span(start, len(text) - 1),), "indirect")
    made = Statement("st-1", "s-1", actor.id, (quote.id,), (), 1, 1)
    record = Record(
        {"a-1": Article("a-1", Input("a.txt", "0"), text)},
        {"a-1": Marks("a-1", quotes=(quote,))},
        Groups(actors=(actor,)),
    )
    (view,) = statements(Desk(record), [made])
    assert view.role == role
