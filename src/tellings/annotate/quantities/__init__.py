"""Quantities: values with unit and bound, what is counted, and the act that counts it.

Numbers are read from the text by rules (`found`), what they count from the parse (`counted`,
`acts`). Days and clock times are no quantities; lengths of time are. Years, scores, telephone
numbers, addresses, ordinals, labels, versions and model names are left out (`mistaken`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc, Token

from tellings.annotate.quantities.acts import (
    Act,
    act,
    changed,
    lemma_of,
    subject,
    verb_before,
    whole_of,
)
from tellings.annotate.quantities.counted import Counted, counted, is_others, phrase
from tellings.annotate.quantities.found import Found
from tellings.annotate.quantities.scan import find
from tellings.annotate.quantities.sums import with_sums
from tellings.model import Expression, Quantity, Span, digest
from tellings.words.quantities import number_words

# A small whole number with neither unit, bound, noun nor act tells nothing that could be compared.
_TELLING = ("agent", "patient", "is", "to", "of", "at", "by")


@dataclass(slots=True)
class _Before:
    """The last count told in the sentence, which "others" and a bare number may go on from."""

    sentence: int = -1
    head: str | None = None
    span: Span | None = None


def quantities(doc: Doc, article: str, expressions: Sequence[Expression]) -> Iterator[Quantity]:
    """The quantities of `doc` in order; spans are those of value and unit.

    Without a parse nothing is known of what is counted: values and units are given alone. A sum's
    span runs from its first number to its last.
    """
    marks = list(_each(doc, article, expressions))
    others = number_words().grammar["others"]
    if any(one.counted and one.counted.of(doc.text).casefold() in others for one in marks):
        starts = [sent.start_char for sent in doc.sents]
        return with_sums(marks, doc.text, article, starts)
    return iter(marks)


def _each(doc: Doc, article: str, expressions: Sequence[Expression]) -> Iterator[Quantity]:
    days = sorted(one.span for one in expressions if one.type in ("DATE", "TIME"))
    ends = [span.end for span in days]
    starts = [token.idx for token in doc]
    parsed = doc.has_annotation("DEP")
    before = _Before()
    for one in find(doc.text):
        span = one.span
        near = bisect_right(ends, span.start)
        if near < len(days) and days[near].start < one.figures.end:
            continue
        first = max(bisect_right(starts, span.start) - 1, 0)
        last = bisect_left(starts, span.end)
        beyond = max(last, bisect_left(starts, one.after))
        if _named(doc, one, first, last):
            continue
        at = (first, last, beyond)
        made = _placed(doc, article, one, at, before) if parsed else _plain(article, one)
        if made is not None:
            yield made


def _named(doc: Doc, one: Found, first: int, last: int) -> bool:
    """Whether the number is a piece of a name: Falcon 9, Six Nations, Boeing 747."""
    if one.kind is not None:
        return False
    return any(token.ent_type_ not in ("", "DATE", "NORP") for token in doc[first:last])


def _plain(article: str, one: Found) -> Quantity:
    low, high = _string(one.low), _string(one.high)
    where = digest("k", article, one.span.start, one.span.end)
    return Quantity(where, one.span, low, high, one.unit, None, one.modifier, why=_why(one))


def _placed(
    doc: Doc, article: str, one: Found, at: tuple[int, int, int], before: _Before
) -> Quantity | None:
    """The quantity at the Doc's tokens [at[0], at[1]); what is counted may begin at at[2]."""
    first, last, beyond = at
    root = _root(doc, first, last)
    given = Counted(None) if one.kind == "age" else counted(doc, one, beyond)
    if one.kind is None and given.head is None and one.modifier == "exact":
        named = first > 0 and doc[first - 1].pos_ == "PROPN" and one.form == "figure"
        if named or _labels(root, first):
            return None
    if one.kind is None and (_models(one, given) or _idle(doc, one, given, last)):
        return None
    node = given.head if given.head is not None and given.by == "next" else root
    if one.kind is not None and one.kind != "share":
        node = root
    degree = beyond < len(doc) and doc[beyond].lower_ in number_words().grammar["degrees"]
    if one.kind is None and given.head is None and degree and before.sentence == node.sent.start:
        given = Counted(None, None, "pronoun")  # "24 were hurt, four seriously"
    done = act(node, given.head if one.kind is None else None)
    verb = verb_before(doc, first, done) if one.kind is None and given.by != "pronoun" else None
    if verb is not None:
        done = Act(lemma_of(verb), "patient", verb)
    if one.kind is None and done.role != "whole" and whole_of(doc, first):
        done = Act(done.lemma, "whole", done.head)
    of, where, why = _of(doc, one, given, done, before, node)
    if one.kind is None and of is None and given.by != "pronoun" and not _tells(one, done):
        return None
    if given.by == "hyphen" and one.kind is None:
        done = Act()
    if one.kind is None and given.by in ("next", "of", "nothing") and of is not None:
        before.sentence, before.head, before.span = node.sent.start, of, where
    return Quantity(
        digest("k", article, one.span.start, one.span.end),
        one.span,
        _string(one.low),
        _string(one.high),
        one.unit,
        of,
        one.modifier,
        where,
        None if one.kind == "age" else done.lemma,
        why or _why(one),
        None if one.kind == "age" else ("pronoun" if given.by == "pronoun" else done.role),
    )


def _root(doc: Doc, first: int, last: int) -> Token:
    """The token by which the number hangs on the rest of its sentence."""
    for token in reversed(doc[first:last]):
        outside = not first <= token.head.i < last or token.head.i == token.i
        if outside and token.dep_ not in ("punct", "advmod", "case", "det"):
            return token
    return doc[last - 1]


def _labels(root: Token, first: int) -> bool:
    """Whether a number behind a noun names it: page 5, Boeing 747."""
    head = root.head
    if root.dep_ not in ("nummod", "compound", "flat", "nmod", "appos", "dep", "nmod:desc"):
        return False
    if any(child.dep_ in ("case", "punct") for child in root.lefts):
        return False
    return head.i == first - 1 and head.pos_ in ("NOUN", "PROPN")


def _models(one: Found, given: Counted) -> bool:
    """Whether a plain figure stands before one thing: the 747 jet, an 8088 chip, a 9 iron."""
    if given.by != "next" or given.head is None or one.form != "figure" or one.scaled:
        return False
    single = given.head.tag_ == "NN" and given.head.lower_ not in number_words().context["many"]
    return single and one.modifier == "exact" and one.low > 1 and one.low == int(one.low)


def _idle(doc: Doc, one: Found, given: Counted, last: int) -> bool:
    """ "one of the best", "one of those": words that count nothing."""
    if one.low != 1 or one.form != "word" or one.modifier != "exact":
        return False
    if given.by == "of" and given.head is not None:
        return any(token.tag_ in ("JJS", "RBS") for token in doc[last : given.head.i])
    return given.by == "pronoun"


def _tells(one: Found, done: Act) -> bool:
    return one.modifier != "exact" or (done.role in _TELLING and done.head is not None)


def _of(
    doc: Doc, one: Found, given: Counted, done: Act, before: _Before, node: Token
) -> tuple[str | None, Span | None, str]:
    """What is counted in words, where it stands, and how that was found."""
    same = before.sentence == node.sent.start
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


def _why(one: Found) -> str:
    if one.form == "vague":
        return "a word for a range"
    signed = one.words.texts[one.first] == "$"
    return "a plain $ is read as the US dollar" if signed else ""


def _string(value: Decimal) -> str:
    """A decimal without exponent and without zeros that tell nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
