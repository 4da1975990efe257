"""The noun phrase of a role: its title, what it is "of", and the country that it tells."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from tellings.model import Span
from tellings.words.geography import Known, country_of
from tellings.words.people import Gender, gender_of_word, is_role

INSIDE = frozenset({"NOUN", "PROPN", "ADJ"})
DROPPED = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my"})
_PLURAL = frozenset({"NNS", "NNPS"})
PERSONS = frozenset({"PERSON", "PER"})
_SENT = frozenset({"envoy", "ambassador", "expert", "adviser", "advisor", "analyst", "official"})
_TIME = frozenset({"former", "then", "ex", "current", "outgoing", "incoming", "late", "acting"})
_FAR = 8  # tokens from a preposition to the noun that it leads to


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """`title` without country and article ("foreign minister"), `of` in the text's words or None.

    `head` is the lower-case role word, `lemma` its singular; `country` is ISO alpha-3 where the
    phrase tells one.
    """

    title: str
    of: str | None
    head: str
    country: str | None
    former: bool
    gender: Gender | None
    span: Span
    lemma: str = ""


def role_of_head(doc: Doc, at: int) -> RolePhrase:
    """The role phrase whose head is the nominal at token `at` ("the top diplomat")."""
    return phrase(doc, left_edge(doc, at), at, right_edge(doc, at))


def phrase(doc: Doc, start: int, head: int, end: int) -> RolePhrase:
    """Read tokens `[start, end)` with its role word at `head` as a role phrase."""
    country: str | None = None
    of: str | None = None
    former, words = False, list[str]()
    tokens = [token for token in doc[start:end] if not token.is_space]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        low = token.lower_
        size, known = _known(tokens, at)
        at += max(size, 1)
        if (low in DROPPED or token.pos_ == "DET") and token.i < head:
            continue
        if token.i < head and low in _TIME:
            former = former or low in {"former", "then", "ex", "late"}
            continue
        if known and known.how == "country" and _is_task(doc, tokens, at - size, at, head):
            known = None  # "its Dravia envoy" is not Dravia's
        if known and known.how != "seat" and token.i < head:
            country, of = (
                country or known.country,
                of or " ".join(t.text for t in tokens[at - size : at]),
            )
            if at < len(tokens) and tokens[at].lower_ in {"'s", "’s"}:
                at += 1
            continue
        # Behind the head only "of" tells the role's own country: an envoy to it is another's.
        if known and (known.how == "seat" or _behind(tokens, at - size) == "of"):
            country = country or known.country
            if token.i > head:
                of = of or " ".join(t.text for t in tokens[at - size : at])
        words.extend(t.text for t in tokens[max(at - max(size, 1), 0) : at])
    title = " ".join(words).strip("-–— ").replace(" - ", "-").replace(" '", "'").replace(" ’", "’")
    word, lemma = doc[head].lower_, doc[head].lemma_.lower()
    gender = gender_of_word(word)
    span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    return RolePhrase(title, of, word, country, former, gender, span, lemma)


def _known(tokens: list[Token], at: int) -> tuple[int, Known | None]:
    """What the one to four tokens from `at` say of a country, and how many they are."""
    if not tokens[at].text[:1].isupper():
        return 0, None
    for size in (4, 3, 2, 1):
        words = tokens[at : at + size]
        if len(words) == size and words[-1].i == tokens[at].i + size - 1:
            known = country_of(" ".join(word.text for word in words))
            if known is not None:
                return size, known
    return 0, None


def _is_task(doc: Doc, tokens: list[Token], start: int, end: int, head: int) -> bool:
    """Whether a country before "envoy" or "expert" is what they are for, not whose they are."""
    whose = (end < len(tokens) and tokens[end].lower_ in {"'s", "’s"}) or "." in tokens[start].text
    short = tokens[start].text.isupper()
    return doc[head].lemma_.lower() in _SENT and not whose and not short


def _behind(tokens: list[Token], at: int) -> str:
    """The preposition that the words at `at` stand behind, "" where they stand behind none."""
    back = at - 1
    while back >= 0 and tokens[back].lower_ in DROPPED:
        back -= 1
    return tokens[back].lower_ if back >= 0 else ""


def plural(token: Token) -> bool:
    """Whether a noun stands for several."""
    if token.tag_:
        return token.tag_ in _PLURAL
    return "Plur" in token.morph.get("Number", [])


def is_head(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.pos_ not in INSIDE:
        return False
    return is_role(token.lower_) or is_role(token.lemma_.lower())


def left_edge(doc: Doc, head: int) -> int:
    start = head
    while start > 0:
        token = doc[start - 1]
        same_entity = token.ent_iob_ != "O" and doc[start].ent_iob_ == "I"
        inside = token.pos_ in {*INSIDE, "DET"} or token.lower_ in {*DROPPED, "'s", "’s", "-"}
        if token.sent != doc[head].sent or not (inside or same_entity) or token.is_space:
            break
        if token.ent_type_ in {*PERSONS, "DATE"}:
            break
        start -= 1
        # A determiner begins the phrase, unless it is a possessor's: "the town's mayor".
        if token.pos_ == "DET" or token.lower_ in DROPPED:
            break
    while start < head and (doc[start].lower_ in {"'s", "’s", "-"} or doc[start].is_punct):
        start += 1
    return _whole_word(doc, start, head)


def _whole_word(doc: Doc, start: int, head: int) -> int:
    """Behind the word of which only the end was reached: "a 61-year-old man" is a man."""
    if start < 2 or doc[start - 1].text != "-" or doc[start - 1].whitespace_:
        return start
    last = start
    while last < head and not doc[last].whitespace_:
        last += 1
    return last + 1 if last < head else start


def right_edge(doc: Doc, head: int) -> int:
    """Behind an "of …", "for …", "at …" or "to …" phrase that belongs to the role.

    "Of" is always the noun's; of the others only what the parse hangs on it: in "sent a baker to
    the fair" the fair is the sending's.
    """
    end = head + 1
    if end >= len(doc) or doc[end].lower_ not in {"of", "for", "at", "to"}:
        return end
    whose = [c for c in doc[head].children if c.dep_ == "nmod" and end < c.i <= end + _FAR]
    told = next((c for c in whose if any(k.i == end for k in c.children)), None)
    if told is None and doc[end].lower_ != "of":
        return end
    at = end + 1
    while at < len(doc) and (doc[at].pos_ in {*INSIDE, "DET"} or (told and at <= told.i)):
        if doc[at].ent_type_ in PERSONS:
            return at if at > end + 1 else end
        at += 1
    if told is not None and doc[end].lower_ in {"for", "to"} and not _is_body(doc[end + 1 : at]):
        return end
    return at if at > end + 1 else end


def _is_body(words: DocSpan) -> bool:
    """Whether a phrase names something, or is told by a word for an office: no mere purpose."""
    return any(
        w.text[:1].isupper() or is_role(w.lower_) or is_role(w.lower_, "body") for w in words
    )
