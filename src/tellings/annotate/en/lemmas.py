"""Lemmas: edit rules that the network chooses among, under two tables that know better.

A rule is written `k-2+y`: keep the case (`k`) or lower it (`l`), cut 2 letters off the end,
append "y".
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

# Penn tags of inflected words, and the class of the dictionary they are looked up in.
CLASSES = {
    "VBD": "v", "VBN": "v", "VBG": "v", "VBZ": "v", "NNS": "n",
    "JJR": "a", "JJS": "a", "RBR": "a", "RBS": "a",
}  # fmt: skip
# Words of these tags are their own lemma, but for case and short forms: 99.2 to 99.9% of them in
# the treebanks' train parts. A rule that cuts them made "uphol" of "uphold".
WHOLE = frozenset({"NN", "VB", "VBP", "JJ", "RB", "IN"})
# Plurals without an s are listed, or their own lemma.
PLURAL = frozenset({"NNS", "NNPS"})
SHORT = 4  # letters; shorter ones are clitics and clippings


def rule_of(form: str, lemma: str) -> str:
    """The shortest rule that makes `lemma` of `form`."""
    for case, base in (("l", form.lower()), ("k", form)):
        if case == "l" and lemma != lemma.lower():
            continue
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        if same or case == "k":
            return f"{case}-{len(base) - same}+{lemma[same:]}"
    return f"l-{len(form)}+{lemma}"


def apply_rule(rule: str, form: str) -> str:
    """What `rule` makes of `form`; the form itself where nothing would be left."""
    case, rest = rule[0], rule[2:]
    count, _, tail = rest.partition("+")
    base = form.lower() if case == "l" else form
    cut = int(count)
    if cut > len(base):
        return base
    return (base[: len(base) - cut] + tail) or base


class Lemmas:
    """A word's lemma: the treebanks' where they agree, the dictionary's, else the rule's.

    `seen` maps (form, tag) to a lemma; `forms` maps (class, lower-case form) to one or more lemmas
    parted by "/". Where the rule makes one of a form's lemmas, the rule's stands ("found": find).
    """

    def __init__(
        self, seen: Mapping[tuple[str, str], str], forms: Mapping[tuple[str, str], str]
    ) -> None:
        self._seen = dict(seen)
        self._forms = dict(forms)
        self._bases = {(kind, m) for (kind, _), held in forms.items() for m in held.split("/")}

    @classmethod
    def load(cls, seen: Path, forms: Path) -> Lemmas:
        """Reads `seen` (form, tag, lemma) and `forms` (class, form, lemmas), parted by tabs."""
        return cls(
            {(form, tag): lemma for form, tag, lemma in _fields(seen)},
            {(kind, form): lemmas for kind, form, lemmas in _fields(forms)},
        )

    def of(self, form: str, tag: str, rule: str) -> str:
        """The lemma of `form`, given its Penn tag and the rule that the network chose."""
        known = self._seen.get((form, tag))
        if known is not None:
            return known
        ruled = apply_rule(rule, form)
        kind = CLASSES.get(tag)
        listed = self._forms.get((kind, form.lower())) if kind else None
        if listed is None:
            # "cast" is its own past: tables of changed forms do not hold it.
            own = kind is not None and (kind, form.lower()) in self._bases
            return _whole(form, ruled) if own or _uncut(form, tag) else ruled
        if ruled in listed.split("/"):
            return ruled
        return listed.split("/")[0]


def _uncut(form: str, tag: str) -> bool:
    """Whether nothing can be cut off a form that no table knows."""
    plural = tag in PLURAL and form[-1:].lower() != "s"
    return (tag in WHOLE or plural) and len(form) >= SHORT and form.isalpha()


def _whole(form: str, ruled: str) -> str:
    """The form, in the case that the rule gave."""
    return form.lower() if ruled == ruled.lower() else form


def _fields(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]
