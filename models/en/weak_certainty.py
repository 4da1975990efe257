"""Clauses of a gold tree and their certainty, by the words that govern them: weak labels.

The rules read Universal Dependencies; where they cannot tell, they say nothing (`None`), and the
task trains on the rest. They are for training only: the reader learns to do without the tree.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from models.en.treebank import Sentence

NOT_A_CLAUSE = "none"
_CLAUSAL = frozenset(["root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj"])
_EVENTFUL = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "age", "th", "ack", "st")
QUOTES = frozenset(('"', "“", "”", "``", "''"))
_STRONG = ("denied", "planned", "hypothetical")


@cache
def cues() -> dict[str, frozenset[str]]:
    """The cue words by class."""
    path = Path(__file__).parent / "constructed" / "cues.toml"
    with path.open("rb") as file:
        return {kind: frozenset(words) for kind, words in tomllib.load(file).items()}


@dataclass(slots=True)
class Clauses:
    """One sentence's tree, asked about its clauses. A class, NOT_A_CLAUSE, or None: not known."""

    s: Sentence
    children: list[list[int]] = field(default_factory=list)
    known: dict[int, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.children = [[] for _ in self.s.words]
        for i, head in enumerate(self.s.head or ()):
            if head:
                self.children[head - 1].append(i)

    def labels(self) -> list[str | None]:
        """What is asserted between quotation marks is somebody's: it stays open whose."""
        found = [self._word(i) for i in range(len(self.s.words))]
        marks = sum(w in QUOTES for w in self.s.words)
        inside = marks % 2 == 1
        for i, word in enumerate(self.s.words):
            if word in QUOTES and marks % 2 == 0:
                inside = not inside
            if inside and found[i] == "asserted":
                found[i] = None
        return found

    # What a word is.

    def dep(self, i: int) -> str:
        return (self.s.deprel or ())[i].split(":")[0]

    def lemma(self, i: int) -> str:
        return (self.s.lemma or ())[i].lower()

    def below(self, i: int, *deps: str) -> list[int]:
        return [c for c in self.children[i] if self.dep(c) in deps]

    def above(self, i: int) -> int:
        return (self.s.head or ())[i] - 1

    def is_clause(self, i: int) -> bool:
        dep = self.dep(i)
        if dep not in _CLAUSAL:
            return False
        verb = (self.s.upos or ())[i] in ("VERB", "AUX")
        predicate = bool(self.below(i, "cop", "nsubj", "csubj"))
        if dep == "conj":
            return (verb or predicate) and self.is_clause(self.above(i))
        return verb or predicate

    def _word(self, i: int) -> str | None:
        if self.is_clause(i):
            return self.certainty(i)
        if (self.s.upos or ())[i] != "NOUN":
            return NOT_A_CLAUSE
        for child in self.below(i, "amod"):
            for kind in ("alleged", "planned", "hypothetical"):
                if self.s.words[child].lower() in cues()[f"{kind}_adjectives"]:
                    return kind if self.lemma(i).endswith(_EVENTFUL) else None
        return None if self.lemma(i).endswith(_EVENTFUL) else NOT_A_CLAUSE

    # How sure it is.

    def certainty(self, i: int) -> str | None:
        if i not in self.known:
            self.known[i] = None  # a circle cannot be in a tree; this guards odd data
            self.known[i] = self._certainty(i)
        return self.known[i]

    def _certainty(self, i: int) -> str | None:
        if self._negated(i):
            return "denied"
        if self._conditional(i):
            return "hypothetical"
        if modal := self._modal(i):
            return None if modal == "unsure" else modal
        if self._is_question():
            return self._question(i)
        if adverb := self._adverb(i):
            return adverb
        return self._governed(i)

    def _negated(self, i: int) -> bool:
        words = cues()
        for c in self.below(i, "advmod", "cc", "preconj"):
            if self.lemma(c) in words["negative_words"]:
                only = c + 1 < len(self.s.words) and self.s.words[c + 1].lower() in ("only", "just")
                if not only and self.lemma(c) != "nor":
                    return True
        if any(self.lemma(c) == "without" for c in self.below(i, "mark")):
            return True
        for c in self.below(i, "nsubj", "obj"):
            no = any(self.lemma(d) in ("no", "neither") for d in self.below(c, "det"))
            if no or self.lemma(c) in words["negative_subjects"]:
                return True
        return False

    def _conditional(self, i: int) -> bool:
        words = cues()["conditions"]
        if any(self.lemma(c) in words for c in self.below(i, "mark")):
            return True
        if self.dep(i) == "advcl" and not self.below(i, "mark"):
            front = self.below(i, "aux")
            subject = self.below(i, "nsubj")
            inverted = front and subject and front[0] < subject[0]
            if inverted and self.lemma(front[0]) in ("have", "should"):
                return True
        return any(
            self.lemma(m) in ("if", "unless", "provided")
            for c in self.below(i, "advcl")
            for m in self.below(c, "mark")
        )

    def _modal(self, i: int) -> str | None:
        words = cues()
        for c in self.below(i, "aux"):
            form = self.s.words[c].lower()
            if form in words["possible_modals"]:
                return "hypothetical"
            if form in words["future_modals"]:
                return "planned"
            if form in ("would", "'d", "’d"):
                return self._would(i)
            if form in ("can", "ca"):
                return "unsure"
        return None

    def _would(self, i: int) -> str:
        over = self.above(i)
        if self.dep(i) == "ccomp" and over >= 0:
            past = "Tense=Past" in ((self.s.feats or ())[over] or "")
            if past and self.lemma(over) in cues()["say"]:
                return "planned"
        return "hypothetical"

    def _is_question(self) -> bool:
        return "?" in self.s.words[-2:]

    def _question(self, i: int) -> str | None:
        asked = any(
            w.lower() in ("who", "what", "when", "where", "why", "how", "which")
            for w in self.s.words
        )
        return "hypothetical" if self.dep(i) == "root" and not asked else None

    def _adverb(self, i: int) -> str | None:
        words = cues()
        for c in self.below(i, "advmod"):
            if self.lemma(c) in words["alleged_words"]:
                return "alleged"
            if self.lemma(c) in words["hypothetical_words"]:
                return "hypothetical"
        return None

    def _governed(self, i: int) -> str | None:
        dep = self.dep(i)
        if dep == "root":
            return self._root(i)
        over = self.above(i)
        if dep == "conj":
            return self.certainty(over) if self.is_clause(over) else None
        if dep == "parataxis":
            return "asserted" if self.lemma(i) in cues()["say"] else None
        noun = (self.s.upos or ())[over] in ("NOUN", "PROPN") and not self.is_clause(over)
        if noun and dep == "acl":
            return self._under_noun(i, over)
        if dep in ("ccomp", "xcomp", "csubj"):
            return self._under(i, over)
        return self._beside(i, over)

    def _root(self, i: int) -> str | None:
        for c in self.below(i, "parataxis"):
            if self.lemma(c) in cues()["say"] and self.below(c, "nsubj"):
                return "attributed"
        if any(
            self.lemma(m) == "accord" for o in self.below(i, "obl") for m in self.below(o, "case")
        ):
            return "attributed"
        mood = (self.s.feats or ())[i] or ""
        if "Mood=Imp" in mood:
            return None
        subject = self.below(i, "nsubj", "csubj", "expl")
        return "asserted" if subject or "Tense=Past" in mood else None

    def _under(self, i: int, over: int) -> str | None:
        """Under a word that takes a clause."""
        words, lemma = cues(), self.lemma(over)
        marks = {self.lemma(m) for m in self.below(i, "mark")}
        passive = bool([c for c in self.children[over] if (self.s.deprel or ())[c] == "aux:pass"])
        above = self.certainty(over) if self.is_clause(over) else None
        if lemma in words["allege"]:
            return "alleged"
        if passive and self.dep(i) == "xcomp" and lemma in words["distant"]:
            return "alleged"
        if lemma == "expect" and self.dep(i) == "xcomp":
            return "planned"
        if lemma == "go" and "to" in marks:
            return "planned"
        if self.dep(i) == "ccomp" and lemma in words["say"] and "to" not in marks:
            own = any(self.lemma(c) in ("i", "we", "you") for c in self.below(over, "nsubj"))
            return None if own else "attributed"
        for kind, named in (("deny", "denied"), ("plan", "planned"), ("wish", "hypothetical")):
            if lemma in words[kind]:
                return named
        if lemma in words["fact"]:
            return above
        return None

    def _under_noun(self, i: int, over: int) -> str | None:
        words, lemma = cues(), self.lemma(over)
        if (self.s.deprel or ())[i] == "acl:relcl":
            return self._scope(over)
        marked = bool(self.below(i, "mark"))
        if not marked:
            return self._scope(over) if (self.s.xpos or ())[i] in ("VBN", "VBG") else None
        for kind, named in (
            ("allege_nouns", "alleged"), ("plan_nouns", "planned"), ("wish_nouns", "hypothetical"),
            ("say_nouns", "attributed"),
        ):  # fmt: skip
            if lemma in words[kind]:
                return named
        return None

    def _beside(self, i: int, over: int) -> str | None:
        """An adverbial clause: its own truth, in the scope of what it stands beside."""
        marks = {self.lemma(m) for m in self.below(i, "mark")}
        if self.lemma(over) in cues()["allege"] and marks & {"of", "for", "with"}:
            return "alleged"
        if self.lemma(over) in cues()["deny"] and marks & {"from", "of"}:
            return "denied"
        if "to" in marks:
            return (
                "planned"
                if not self.is_clause(over) or self.certainty(over) == "asserted"
                else None
            )
        return self._scope(over)

    def _scope(self, over: int) -> str | None:
        """Attributed inside what somebody says, else asserted; unknown inside what is not so."""
        at = over
        while at >= 0:
            if self.is_clause(at):
                found = self.certainty(at)
                if found in _STRONG:
                    at_dep = self.dep(at)
                    return None if at_dep != "root" else "asserted" if found == "denied" else None
                return found
            at = self.above(at)
        return None


def weak_labels(sentence: Sentence) -> list[str | None]:
    """Each word's class, NOT_A_CLAUSE, or None where nothing is known."""
    if sentence.head is None or sentence.deprel is None or sentence.lemma is None:
        return [None] * len(sentence.words)
    return Clauses(sentence).labels()
