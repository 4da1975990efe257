"""The thing that a number counts, in the text's words; what is left unsaid is filled in or None."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.annotate.quantities.acts import Act, changed, subject
from tellings.annotate.quantities.counted import Counted, is_others, phrase
from tellings.annotate.quantities.found import Found
from tellings.model import Span
from tellings.words.quantities import number_words


@dataclass(slots=True)
class Before:
    """The last count told in the sentence, which "others" and a bare number may go on from."""

    begins: list[int]
    sentence: int = -1
    head: str | None = None

    def begun(self, token: Token) -> int:
        """Where the token's sentence begins. `Token.sent` looks through the whole Doc each time."""
        return self.begins[max(bisect_right(self.begins, token.i) - 1, 0)]


def thing(
    doc: Doc, one: Found, given: Counted, done: Act, before: Before, node: Token
) -> tuple[str | None, Span | None, str]:
    """What is counted in words, where it stands, and how that was found."""
    same = before.sentence == before.begun(node)
    if one.kind == "age":
        return None, None, "an age"
    if given.head is not None and one.kind is None and is_others(given.head):
        if same and before.head is not None:
            return before.head, _span(given.head, given.head), "goes on from the count before"
        return given.head.text, _span(given.head, given.head), ""
    if given.by == "pronoun":
        return before.head if same else None, None, "a part of what was counted before"
    words = phrase(given)
    if words is not None:
        return _text(doc, *words), _span(*words), ""
    return _unsaid(doc, one, done)


def _unsaid(doc: Doc, one: Found, done: Act) -> tuple[str | None, Span | None, str]:
    """A number without a noun: the death toll rose to 47; turnout was 45 percent; seven killed."""
    grammar, lexicon = number_words().grammar, number_words()
    goal = changed(done)
    if goal is not None and one.kind != "time":
        return _text(doc, goal, goal), _span(goal, goal), "what is changed by or to the number"
    told = subject(done)
    if told is not None and done.head is not None:
        tally = told.lemma_.lower() in grammar["tally"] and done.role != "agent"
        measured = one.kind is not None and (
            done.head.lemma_.lower() in grammar["measured"] or done.role == "is"
        )
        if (one.kind is None and tally) or (measured and one.kind != "time"):
            told = _tallied(told)
            first = told
            while first.i > 0 and first.nbor(-1).dep_ == "compound":
                first = first.nbor(-1)
            return _text(doc, first, told), _span(first, told), "the subject’s number"
    if one.kind is None and done.lemma in lexicon.people and done.role == "patient":
        return "people", None, f"the number stands alone with “{done.lemma}”, so people are meant"
    return None, None, ""


def _tallied(noun: Token) -> Token:
    """What a number or total is of: the number of dead."""
    if noun.lemma_.lower() in ("number", "total", "count", "tally"):
        for child in noun.rights:
            if child.dep_.startswith("nmod") and child.pos_ in ("NOUN", "ADJ"):
                return child
    return noun


def _text(doc: Doc, first: Token, last: Token) -> str:
    return " ".join(doc.text[first.idx : last.idx + len(last)].split())


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))
