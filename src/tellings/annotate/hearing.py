"""What the reader's own head hears in a word, and where it is believed."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from tellings.annotate.helping import negated, words
from tellings.annotate.senses import OBJECTS
from tellings.words.tables import toml

# From this probability on the reader's own root is taken where no list has one: on PLV's left-out
# tenth it is right in 87 of 100.
HEARD = 0.8


def heard_in(doc: Doc) -> dict[int, tuple[str, float]]:
    """What the reader's own head takes for a trigger; nothing where it has no such head."""
    if not Doc.has_extension("event_triggers"):
        return {}
    return {i: (root, score) for i, root, score in doc._.event_triggers or ()}


def political(doc: Doc) -> frozenset[int]:
    """The words that the reader's own head takes for an event with one of PLOVER's roots."""
    return frozenset(i for i, (root, _) in heard_in(doc).items() if root != "OTHER")


def undertakes(verb: Token) -> bool:
    """Whether what the verb launches or fires is no thing: "legal action", "an offensive"."""
    undertaken = toml("events.toml")["not_events"]["undertaken"]
    return any(c.dep_ in OBJECTS and c.lemma_.lower() in undertaken for c in verb.children)


def refuses(verb: Token, root: str | None) -> bool:
    """ "Will not begin talks", "failed to reach a deal": verbs of no happening that refuse one."""
    return root == "REJECT" and (verb.lemma_.lower() == "fail" or will_not(verb))


def will_not(verb: Token) -> bool:
    """Whether what is told is that somebody will not; "did not" refuses nothing."""
    ahead = words("will") | words("would")
    return negated(verb) and any(c.dep_ == "aux" and c.lower_ in ahead for c in verb.children)


def heard_root(token: Token, heard: dict[int, tuple[str, float]]) -> str | None:
    """PLOVER's root where the reader is sure of one."""
    root, score = heard.get(token.i, ("OTHER", 0.0))
    return root if root != "OTHER" and score >= HEARD else None
