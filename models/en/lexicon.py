"""The dictionary of inflected forms, cut down to what the reader's rules could get wrong.

Source: the table of the package lemminflect (MIT), made from the SPECIALIST Lexicon of the US
National Library of Medicine. Regular plurals in -s are left out: the network's rules have them.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib import util
from pathlib import Path

from models.en.encoder import pretrained

CLASSES = {"verb": "v", "noun": "n", "adj": "a", "adv": "a"}


def inflected() -> Iterator[tuple[str, str, str]]:
    """(class, form, lemmas parted by "/"), one word each, sorted."""
    found = util.find_spec("lemminflect")
    if found is None or found.origin is None:
        raise SystemExit("exporting needs: pip install -r models/en/requirements.txt")
    path = Path(found.origin).parent / "resources" / "lemma_lu.csv.gz"
    common = frozenset((pretrained() / "vocab.txt").read_text("utf-8").split("\n"))
    merged: dict[tuple[str, str], str] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            form, kind, lemma = line.rstrip("\n").split(",")
            if kind in CLASSES and form.isalpha() and form.isascii() and form != lemma:
                merged.setdefault((CLASSES[kind], form), _common(lemma, common))
    for (kind, form), lemma in sorted(merged.items()):
        if not (kind == "n" and form == lemma + "s"):
            yield kind, form, lemma


def _common(lemmas: str, common: frozenset[str]) -> str:
    """Of several lemmas those that are pieces of their own: "annexed" is of annex, not annexe."""
    every = lemmas.split("/")
    return "/".join([m for m in every if m.lower() in common] or every)
