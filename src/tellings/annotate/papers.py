"""Papers that speak for whoever gave them out: "the ministry said in a statement", "it read"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from tellings.annotate.attributions import is_saying, subject_of, whole
from tellings.annotate.cued import named_before
from tellings.annotate.sources import Mentions
from tellings.words.tables import toml

_OF_DOCUMENT = frozenset({"nmod:poss", "poss", "compound", "nmod", "obl:agent", "obl", "pobj"})
_BY = frozenset({"by", "from", "of"})
# A document with another name for the same paper.
_ALIKE = {"release": "statement", "post": "tweet", "message": "tweet", "email": "e-mail"}
SPEAKS = frozenset({"person", "organisation", "country", "group"})


@dataclass(slots=True)
class Papers:
    """The papers of one article. `issuers`: place, kind of paper, party that spoke by it."""

    mentions: Mentions
    issuers: list[tuple[int, str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.issuers = list(self._issuers())

    def issued(self, head: Token, words: str, start: int) -> tuple[str | None, str]:
        """A document speaks for whoever it is told to be of, or who last spoke by one."""
        own = [
            party
            for token in head.subtree
            if token is not head
            and token.dep_ in _OF_DOCUMENT
            and (token.dep_ not in {"nmod", "obl", "pobj", "obl:agent"} or _by(token))
            and (party := self.mentions.party_at(token)) is not None
            and party.kind in SPEAKS
        ]
        if len({party.id for party in own}) == 1:
            return own[0].id, f"“{words}” is a document of {own[0].name}"
        kind = _document(head)
        # Who says something in an article or an interview has not written it.
        issued = [
            one for one in self.issuers if one[0] < start and one[1] == kind and _issued(kind)
        ]
        if issued and issued[-1][2] is not None:
            return issued[-1][2], f"“{words}” was issued by the last who spoke by one"
        return None, f"“{words}” is a document whose issuer the text does not tell"

    def _issuers(self) -> Iterator[tuple[int, str, str | None]]:
        """Who "said in a statement", for "the statement read" further on."""
        for token in self.mentions.doc:
            if not is_document(token) or not any(c.lower_ == "in" for c in token.children):
                continue
            verb = _verb_before(token)
            if verb is None:
                continue
            before = named_before(verb)
            subject = subject_of(verb) if before is None else None
            piece = before or (whole(subject) if subject is not None else None)
            tokens = self.mentions.tokens(piece) if piece else None
            party = None
            if tokens is not None:
                party = self.mentions.named(tokens, tokens.end_char)
                party = party or self.mentions.party_at(tokens[-1])
            yield token.idx, _document(token), party.id if party else None


def is_document(token: Token) -> bool:
    """Whether a word is a paper, a post or a place to speak from."""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in set(
        toml("saying.toml")["document"]
    )


def _verb_before(paper: Token) -> Token | None:
    """The verb of saying that stands right before "in a statement"; the parse hangs it anywhere."""
    case = next(c for c in paper.children if c.lower_ == "in")
    for token in reversed(list(paper.doc[max(case.i - 4, 0) : case.i])):
        if token.is_punct or token.is_space:
            return None
        if is_saying(token):
            return token
    return None


def _document(token: Token) -> str:
    lemma = token.lemma_.lower()
    return _ALIKE.get(lemma, lemma)


def _issued(kind: str) -> bool:
    return kind in set(toml("saying.toml")["issued"])


def _by(token: Token) -> bool:
    return any(c.lower_ in _BY for c in token.children) or token.head.lower_ in _BY
