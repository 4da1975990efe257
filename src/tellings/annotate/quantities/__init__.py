"""Quantities: values with unit and bound, what is counted, and the act that counts it.

Numbers are read from the text by rules (`found`), what they count from the parse (`counted`,
`acts`). Days and clock times are no quantities; lengths of time are. Years, scores, telephone
numbers, addresses, ordinals, labels, versions and model names are left out (`mistaken`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from tellings.annotate.quantities.acts import (
    Act,
    act,
    lemma_of,
    part_of,
    verb_before,
    whole_of,
)
from tellings.annotate.quantities.counted import Counted, counted
from tellings.annotate.quantities.found import Found
from tellings.annotate.quantities.scan import find
from tellings.annotate.quantities.sums import with_sums
from tellings.annotate.quantities.things import Before, thing
from tellings.model import Expression, Quantity, digest
from tellings.words.quantities import number_words

# A small whole number with neither unit, bound, noun nor act tells nothing that could be compared.
_TELLING = ("agent", "patient", "is", "to", "of", "at", "by")


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
    before = Before([sent.start for sent in doc.sents] if parsed else [0])
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
    doc: Doc, article: str, one: Found, at: tuple[int, int, int], before: Before
) -> Quantity | None:
    """The quantity at the Doc's tokens [at[0], at[1]); what is counted may begin at at[2].

    None where the parse shows that the number counts nothing.
    """
    plain = _plain(article, one)
    if one.kind == "age":
        return replace(plain, why="an age")
    first, last, beyond = at
    root = _root(doc, first, last)
    given = counted(doc, one, beyond)
    if one.kind is not None:
        node = given.head if one.kind == "share" and given.by == "next" and given.head else root
        done = act(node, None)
    else:
        if _counts_nothing(doc, one, given, root, at):
            return None
        node = given.head if given.by == "next" and given.head is not None else root
        given = _part(doc, given, beyond, before, node)
        done = _act(doc, first, node, given)
    of, where, why = thing(doc, one, given, done, before, node)
    if one.kind is None:
        if of is None and given.by != "pronoun" and not _tells(one, done):
            return None
        if given.by in ("next", "of", "nothing") and of is not None:
            before.sentence, before.head = before.begun(node), of
    role = "pronoun" if given.by == "pronoun" else done.role
    why = why or plain.why
    return replace(plain, of=of, counted=where, act=done.lemma, why=why, role=role)


def _counts_nothing(
    doc: Doc, one: Found, given: Counted, root: Token, at: tuple[int, int, int]
) -> bool:
    """Labels, models and manners of speaking, as the parse shows them."""
    first, last, _ = at
    if one.modifier == "exact":
        before = doc[first - 1] if first and one.form == "figure" else None
        named = before is not None and before.pos_ == "PROPN"
        if given.head is None and (named or _labels(root, first)):
            return True
        # "Lumen 2 owners" have a Lumen 2; "on Monday 12 miners" and "in Velm 12 miners" are twelve.
        if before is not None and named and before.ent_type_ in ("", "ORG", "MISC"):
            return True
    return _models(one, given) or _idle(doc, one, given, last)


def _part(doc: Doc, given: Counted, beyond: int, before: Before, node: Token) -> Counted:
    """What is counted; a bare number before a degree is a part: "24 were hurt, four seriously"."""
    degree = beyond < len(doc) and doc[beyond].lower_ in number_words().grammar["degrees"]
    if given.head is None and degree and before.sentence == before.begun(node):
        return Counted(None, None, "pronoun")
    return given


def _act(doc: Doc, first: int, node: Token, given: Counted) -> Act:
    """The act of a count: by the parse, mended where a verb or "of" right before tells better."""
    if given.by == "hyphen":
        return Act()
    done = act(node, given.head)
    part = part_of(doc, first, done)
    if part is not None:
        return part
    verb = verb_before(doc, first, done) if given.by != "pronoun" else None
    if verb is not None:
        done = Act(lemma_of(verb), "patient", verb)
    if done.role != "whole" and whole_of(doc, first):
        return Act(done.lemma, "whole", done.head)
    return done


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


def _why(one: Found) -> str:
    if one.form == "vague":
        return "a word for a range"
    signed = one.words.texts[one.first] == "$"
    return "a plain $ is read as the US dollar" if signed else ""


def _string(value: Decimal) -> str:
    """A decimal without exponent and without zeros that tell nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
