"""Who speaks: the party that a source names, or the one whose speech a quotation goes on with.

Never the nearest name: where grammar, a role, a pronoun's party or a chain of quotations does not
tell, nobody does, and the reason is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tellings.annotate.attributions import Told, is_saying
from tellings.annotate.papers import SPEAKS, Papers, is_document
from tellings.annotate.sources import Mentions
from tellings.model import Party
from tellings.text.quotation import Quotation

PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i", "this", "that", "which", "you"})
_GENDER = {"he": "male", "she": "female"}

Found = tuple[str | None, str]


@dataclass(slots=True)
class Speakers:
    """Speakers of one article, asked quote by quote in the order of the text."""

    doc: Doc
    parties: Sequence[Party]
    quotations: Sequence[Quotation]
    told: list[tuple[Told, str | None]] = field(default_factory=list)
    mentions: Mentions = field(init=False)
    papers: Papers = field(init=False)

    def __post_init__(self) -> None:
        self.mentions = Mentions(self.doc, self.parties)
        self.papers = Papers(self.mentions)

    def of(self, told: Told) -> Found:
        """The speaker of an attribution; remembers it for those that go on from it."""
        found = self._named(told) if told.source else self._unnamed(told)
        self.told.append((told, found[0]))
        return found

    def _named(self, told: Told) -> Found:
        start, end = told.source[0][0], told.source[-1][1]
        tokens = self.mentions.tokens((start, end))
        if tokens is None:
            return None, "the source could not be read"
        head, words = tokens.root, self.doc.text[start:end]
        if self.mentions.joint(tokens):
            return None, f"“{words}” are more than one"
        if is_document(head):
            return self.papers.issued(head, words, start)
        if head.lower_ in {"i", "we"}:
            return self._first_person(told, head, words)
        party = self.mentions.named(tokens, end)
        if party is not None and party.kind == "place":
            return None, f"“{words}” is a place, which does not speak"
        if party is not None:
            named = head.lower_ not in PRONOUNS
            return party.id, f"source “{words}”" + ("" if named else f" refers to {party.name}")
        if head.lower_ in PRONOUNS:
            return self._pronoun(told, head, words)
        return None, f"no party was found for “{words}”"

    def _first_person(self, told: Told, head: Token, words: str) -> Found:
        """ "I" inside a quotation is whoever speaks it; "we" may be many."""
        if head.lower_ == "i":
            for quotation in self.quotations:
                if not quotation.outer.start <= head.idx < quotation.outer.end:
                    continue
                for other, speaker in reversed(self.told):
                    held = any(a <= head.idx < b for a, b in other.content)
                    if held and other is not told and speaker is not None:
                        return speaker, f"“{words}” speaks in a quotation of the same"
        return None, f"“{words}” could be more than one, or nobody named"

    def _pronoun(self, told: Told, head: Token, words: str) -> Found:
        """A pronoun that no mention explains goes on with the one quoted just before."""
        unsure = None, f"“{words}” could be more than one, or nobody named"
        before = self._before(told)
        if before is None or before[1] is None or head.lower_ not in {"he", "she", "it", "they"}:
            return unsure
        party = next(p for p in self.parties if p.id == before[1])
        gender = _GENDER.get(head.lower_)
        if gender is None:
            if party.kind not in {"organisation", "country"} or head.lower_ != "it":
                return unsure
        elif party.kind != "person" or not party.names or (party.gender or gender) != gender:
            return unsure
        others = self._others(last_of(before[0]), head.idx, party, gender)
        if others:
            return unsure
        return party.id, f"“{words}” goes on from {party.name}, quoted just before"

    def _before(self, told: Told) -> tuple[Told, str | None] | None:
        """The attribution before this one, in the same paragraph or at the end of the last."""
        start = min(told.start, *(a for a, _ in (*told.cue, *told.source)), told.start)
        earlier = [one for one in self.told if one[0].end <= start and last_of(one[0]) <= start]
        if not earlier:
            return None
        last = max(earlier, key=lambda one: (last_of(one[0]), one[0].end))
        between = self.doc.text[last_of(last[0]) : start]
        return last if len(_breaks(between)) <= 1 else None

    def _others(self, start: int, end: int, party: Party, gender: str | None = None) -> list[Party]:
        """Others named outside quotations between two places, who could have spoken."""
        found = []
        for token in self._between(start, end):
            other = self.mentions.party_at(token)
            if other is None or other.id == party.id or other.kind not in SPEAKS:
                continue
            if other.kind != "person" and (gender or token.dep_ not in {"nsubj", "nsubj:pass"}):
                continue
            if gender is None or other.gender in {None, gender}:
                found.append(other)
        return found

    def _between(self, start: int, end: int) -> Iterator[Token]:
        span = self.doc.char_span(start, end, alignment_mode="contract") if start < end else None
        for token in span or ():
            if not any(q.outer.start <= token.idx < q.outer.end for q in self.quotations):
                yield token

    def _unnamed(self, told: Told) -> Found:
        """A quotation that leaves the speaker out goes on with the one quoted just before."""
        if told.cue:
            return None, "the text names no source"
        before = self._before(told)
        if before is None:
            return None, "the text names no source"
        last, speaker = before
        between = self.doc.text[last_of(last) : told.start]
        if not self._begins(told.start):
            return None, "the text names no source in its sentence"
        if self._attributed(told.end):
            return None, "the text names a source that could not be read"
        if speaker is None:
            return None, "the text names no source, and the quote before it has no known speaker"
        party = next(p for p in self.parties if p.id == speaker)
        if _breaks(between) and not self._chained(told, party):
            return None, "the text names no source, and more than one speak before it"
        if self._others(last_of(last), told.start, party):
            return None, "the text names no source, and another is named before it"
        return party.id, f"goes on from {party.name}, quoted just before"

    def _begins(self, at: int) -> bool:
        """Whether a sentence begins at a quotation."""
        return self.doc.text[:at].rstrip(" \t\u00a0")[-1:] in {"", *".!?:”\"’'\n"}

    def _attributed(self, at: int) -> bool:
        """Whether a word of saying follows right on a quotation, in the same sentence."""
        stop = self.doc.text.find("\n", at)
        stop = len(self.doc.text) if stop < 0 else stop
        span = self.doc.char_span(at, stop, alignment_mode="contract") if at < stop else None
        for token in list(span or ())[:8]:
            if token.text in {".", ";", ":", "“", '"', "‘"}:
                return False
            if is_saying(token):
                return True
        return False

    def _chained(self, told: Told, party: Party) -> bool:
        """Whether the quotation opens its paragraph and the last one tells of this speaker only."""
        text = self.doc.text
        line = text.rfind("\n", 0, told.start) + 1
        if any(c.isalnum() for c in text[line : told.start]):
            return False
        end = len(text[:line].rstrip())
        start = text.rfind("\n", 0, end) + 1
        there = {
            speaker
            for one, speaker in self.told
            if one.start < end and one.end > start and not self._nested(one)
        }
        return there == {party.id}

    def _nested(self, told: Told) -> bool:
        """Whether somebody quoted tells it: its cue stands between quotation marks."""
        at = told.cue[0][0] if told.cue else None
        return at is not None and any(
            q.outer.start <= at < q.outer.end for q in self.quotations if not q.single
        )


def last_of(told: Told) -> int:
    """Where an attribution ends: content, cue and source."""
    return max(b for _, b in (*told.content, *told.cue, *told.source))


def _breaks(between: str) -> list[str]:
    """The lines with words that begin after the first one of a stretch, and that it ends in."""
    lines = between.split("\n")
    return [line for line in lines[1:-1] if line.strip()] + lines[1:][-1:]
