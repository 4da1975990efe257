"""The word of saying that stands beside a quotation, and the phrase that names who says it.

`"…," said the mayor`, `The mayor said: "…"`, `according to the mayor, "…"`, and a clause of saying
that holds the marks: `he said it was "…"`. What follows a quotation is read off the words and not
off the parse, which seldom gets a quotation before its clause right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from tellings.annotate.attributions import Piece, is_saying, subject_of, whole
from tellings.text.quotation import Quotation

_MARKS = frozenset("\"“”„«»‘'’")
_DOUBLE = frozenset('"“”„«»')
_BETWEEN = frozenset({",", "-", "–", "—", "'", "''", "’", '"'})
_ENDS = frozenset(",.?!…—-–")
_STOPS = frozenset({".", "!", "?", ":", ";"})
# Words back or forth in which the clause of saying must be told.
_REACH = 30
# What hangs beside the clause of saying is not what is said: `he, who made "…", told`.
_ASIDE = frozenset({"acl:relcl", "relcl", "appos", "nsubj", "nsubj:pass", "nsubjpass", "acl"})
# Steps up the tree from a quotation to the verb whose clause it is a part of.
_STEPS = 5
# Words of a subject's phrase.
_LONGEST = 20
# Words of a title that no headline's quotation is taken for.
_TITLE = 3
_INTO = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "poss", "flat"})
_JOINING = frozenset({"of", "for", "at", "from", "-", "’s", "'s", "’", "'"})

Cued = tuple[Piece, Piece]


def beside(doc: Doc, quotation: Quotation) -> Cued | None:
    """Cue and source next to a quotation; None where nobody is told to say it."""
    found = _after(doc, quotation) or _before(doc, quotation)
    if found is None:
        return None
    cue, (start, end) = found
    # A wrong parse hangs the quotation on the one who speaks it.
    if start < quotation.outer.start < end:
        end = quotation.outer.start
    elif start < quotation.outer.end < end:
        start = quotation.outer.end
    return (cue, (start, end)) if start < end and doc.text[start:end].strip() else None


def tokens_of(doc: Doc, quotation: Quotation) -> DocSpan | None:
    """The words between the marks."""
    inner = quotation.inner
    return doc.char_span(inner.start, inner.end, alignment_mode="expand")


def _after(doc: Doc, quotation: Quotation) -> Cued | None:
    words = [t for t in _line(doc, quotation.outer.end, 1) if not t.is_space]
    last, next_ = doc.text[quotation.inner.end - 1], doc.text[quotation.outer.end :][:1]
    if not words or not _ENDS.intersection((last, next_)):
        return None
    while words and words[0].text in _BETWEEN:
        words = words[1:]
    # A full stop closes the sentence: what follows it tells of the next thing said.
    if last == "." and next_ != "," and words and words[0].text[:1].isupper():
        return None
    if words and words[0].lower_ == "according":
        return _according(words[0])
    named = _phrase(words)
    rest = words[named:]
    while rest and rest[0].pos_ in {"ADV", "AUX"} and not is_saying(rest[0]):
        rest = rest[1:]
    if not rest or not is_saying(rest[0]):
        return None
    if _introduces(rest):
        return None
    if named:
        return None if _goes_on(rest) else (_piece(rest[:1]), _piece(words[:named]))
    behind = _phrase(rest[1:])
    return (_piece(rest[:1]), _piece(rest[1 : 1 + behind])) if behind else None


def _phrase(words: Sequence[Token]) -> int:
    """How many of the words, from the first on, are one phrase that names somebody."""
    end = 0
    for n, token in enumerate(words[:_REACH]):
        if token.pos_ == "PRON" and n == 0:
            return 1
        if is_saying(token):
            break
        if token.pos_ in {"NOUN", "PROPN", "SYM"}:
            if token.ent_type_ == "DATE" and n:
                break
            end = n + 1
        elif token.text == "," and n == end and end and _is_aside(words[n + 1 :]):
            continue
        elif token.pos_ not in {"DET", "ADJ", "NUM", "PART", "CCONJ"} and (
            token.lower_ not in _JOINING
        ):
            break
    return end


def _is_aside(words: Sequence[Token]) -> bool:
    """Whether a comma is followed by what somebody is: "Ada Holm, the mayor of Lund, said"."""
    return bool(words) and (
        words[0].pos_ in {"DET", "NUM", "NOUN", "ADJ"} or words[0].ent_type_ == "PERSON"
    )


def _goes_on(words: Sequence[Token]) -> bool:
    """Whether a verb of saying, the first of the words, has others of its own to tell."""
    for token in words[1:]:
        if token.text in _STOPS or token.text in _MARKS or token.text in {",", "—", "–"}:
            return False
        if token.lower_ == "that" or token.pos_ in {"VERB", "AUX"}:
            return True
        if token.pos_ in {"ADP", "SCONJ"}:
            return False
    return False


def _introduces(words: Sequence[Token]) -> bool:
    """Whether the clause ends in a colon: what it tells of is still to come."""
    return any(t.text == ":" for t in words[:8]) and not any(t.text == "." for t in words[:8])


def _piece(words: Sequence[Token]) -> Piece:
    return words[0].idx, words[-1].idx + len(words[-1])


def _before(doc: Doc, quotation: Quotation) -> Cued | None:
    words = [t for t in _line(doc, quotation.outer.start, -1) if not t.is_space]
    if not words:
        return None
    if words[0].text in {":", ","}:
        for token in words[1:_REACH]:
            if token.text in _STOPS or token.text in _MARKS:
                return None
            if token.lower_ == "according":
                return _according(token)
            if is_saying(token):
                return _cued(quotation, token)
        return None
    verb = None if is_title(doc, quotation) else _holding(doc, quotation)
    return None if verb is None else _cued(quotation, verb)


def _cued(quotation: Quotation, verb: Token) -> Cued | None:
    """A verb of saying with its subject, or with the phrase right before it.

    A participle ("…, adding that …") has the one who speaks in the clause before it.
    """
    subject = subject_of(verb)
    between = () if subject is None else verb.doc[subject.i : verb.i]
    if subject is not None and not _inside(quotation, subject) and not _marks(between):
        return _piece([verb]), _name(subject)
    if any(c.dep_ in {"aux:pass", "auxpass"} for c in verb.children):
        return None
    named = named_before(verb)
    if named is None and verb.tag_ == "VBG":
        earlier = [t for t in verb.doc[verb.sent.start : verb.i] if is_saying(t)]
        named = named_before(earlier[-1]) if earlier and earlier[-1].tag_ != "VBG" else None
    return None if named is None else (_piece([verb]), named)


def _marks(words: Iterable[Token]) -> bool:
    return any(t.text in _DOUBLE for t in words)


def named_before(verb: Token) -> Piece | None:
    """The phrase that stands right before a verb of saying: "the mayor of Lund said"."""
    line = list(verb.doc[verb.sent.start : verb.i])
    while line and line[-1].pos_ in {"AUX", "ADV"}:
        line = line[:-1]
    for n in range(max(len(line) - _LONGEST, 0), len(line)):
        if (
            line[n].pos_ not in {"ADP", "CCONJ", "PUNCT", "PART"}
            and _phrase(line[n:]) == len(line) - n
        ):
            return _piece(line[n:])
    return None


def _name(subject: Token) -> Piece:
    """A subject's phrase; where a wrong parse makes it a long one, no more than its name."""
    tree = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    if len(tree) <= _LONGEST and not any(is_saying(t) or t.text in _MARKS for t in tree):
        return whole(subject)
    near = [t for t in subject.subtree if t.dep_ in _INTO and t.head is subject] + [subject]
    return _piece(sorted(near, key=lambda t: t.i))


def _holding(doc: Doc, quotation: Quotation) -> Token | None:
    """The verb of saying whose own clause the quotation is a part of."""
    span = tokens_of(doc, quotation)
    if span is None:
        return None
    token = span.root
    for _ in range(_STEPS):
        if token.dep_ in _ASIDE or token.head is token:
            return None
        token = token.head
        if is_saying(token):
            near = 0 < span.root.i - token.i < _REACH
            return token if near and not _inside(quotation, token) else None
    return None


def is_title(doc: Doc, quotation: Quotation) -> bool:
    """Whether the words between the marks are written as names of films, books and songs are."""
    words = [t.text for t in tokens_of(doc, quotation) or () if t.text[:1].isalpha()]
    long = [w for w in words if len(w) > 3] or words
    return all(w[0].isupper() for w in (*words[:1], *long))


def is_name(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation is a title for certain: three words at least, and no sentence's end.

    Two capitals may be a headline's.
    """
    words = quotation.inner.of(doc.text).split()
    return len(words) >= _TITLE and words[-1][-1] not in ".!?" and is_title(doc, quotation)


def _inside(quotation: Quotation, token: Token) -> bool:
    return quotation.outer.start <= token.idx < quotation.outer.end


def _line(doc: Doc, at: int, step: int) -> Iterator[Token]:
    """Words from a place to the end of its line, or back to its start.

    A line that ends in a colon introduces the one below it.
    """
    text = doc.text
    if step < 0:
        stop = text.rfind("\n", 0, at) + 1
        if not text[stop:at].strip() and text[:stop].rstrip().endswith(":"):
            at = len(text[:stop].rstrip())
            stop = text.rfind("\n", 0, at) + 1
        span = doc.char_span(stop, at, alignment_mode="contract") if stop < at else None
        yield from reversed(list(span or ()))
        return
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    yield from (doc.char_span(at, stop, alignment_mode="contract") if at < stop else None) or ()


def _according(token: Token) -> Cued | None:
    """The one whom "according to" names."""
    if token.i + 2 >= len(token.doc) or token.nbor().lower_ != "to":
        return None
    named = token.nbor(2)
    while named.head.i > named.i and named.dep_ in _INTO:
        named = named.head
    first = token.nbor(2).idx
    return _piece([token, token.nbor()]), (first, max(whole(named)[1], first + 1))
