"""PLV's roots through the record: sentences read from raw text, the event between the parties."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from models.en.plv_rows import PLV_ROOTS, folds_of
from spacy.language import Language

from tellings.flow import each
from tellings.model import EventMention, Input, Party
from tellings.read.articles import Given, article

GROUPS = 10
# Folds that are read: nothing trained on the first (models/en), the rest makes the figure steadier.
LEFT_OUT, READ = 0, (0, 1, 2)
Place = tuple[int, int]


def through_record(path: Path, nlp: Language) -> dict[str, dict[int, tuple[str, str]]]:
    """(gold root, root told) by row of `path`: of all that is read, and of what trained nothing.

    Of a sentence's events that counts which has the row's parties as actor and recipient; none
    where there is no event, OTHER where it has no root of PLOVER's.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    roots = [PLV_ROOTS[row["root"]] for row in rows]
    fold = folds_of([row["sentence"] for row in rows], roots, GROUPS)
    told = {
        i: (_yielding(rows[i]["root"]), _root(rows[i], nlp))
        for i in range(len(rows))
        if fold[i] in READ
    }
    return {
        "read": told,
        "trained nothing": {i: pair for i, pair in told.items() if fold[i] == LEFT_OUT},
    }


def _root(row: Mapping[str, str], nlp: Language) -> str:
    marks = each(article(row["sentence"], Input("plv", "0"), Given()), nlp)
    parties = {party.id: party for party in marks.parties}
    source, target = (_place(row["sentence"], row[side]) for side in ("source", "target"))

    def fit(mention: EventMention) -> tuple[int, bool]:
        actors, recipients = (
            any(_stands(parties[p], place) for p in told)
            for told, place in ((mention.actors, source), (mention.recipients, target))
        )
        return actors + recipients, mention.root != "OTHER"

    best = max(marks.events, key=fit, default=None)
    return "none" if best is None else _yielding(best.root)


def _place(sentence: str, party: str) -> Place | None:
    start = sentence.find(party) if party else -1
    return (start, start + len(party)) if start >= 0 else None


def _stands(party: Party, place: Place | None) -> bool:
    return place is not None and any(
        span.start < place[1] and place[0] < span.end for span in party.mentions
    )


def _yielding(root: str) -> str:
    """PLV writes CONCEDE and RETREAT as one."""
    return "YIELD" if root in {"CONCEDE", "RETREAT"} else root


def mistaken(pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    """The commonest wrong pairs of gold and told roots."""
    return Counter((gold, told) for gold, told in pairs if gold != told).most_common(8)
