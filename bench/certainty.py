"""Certainty of clauses, on hand-made cases: `python -m bench.certainty`.

The 249 sentences are invented for this measure and labelled as such; they were written before the
reader's constructed training data, which is not made from them. A clause is scored at the word that
heads it: its class, and whether the reader found by itself that it heads a clause.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.times import compare

from tellings.annotate.reader import reader

CASES = Path(__file__).parent / "cases" / "certainty.jsonl"
LAST = Path(__file__).parent / "last" / "certainty.json"
CLASSES = ("asserted", "attributed", "alleged", "denied", "planned", "hypothetical")
Pair = tuple[str, str | None]


def told(path: Path) -> dict[str, Pair]:
    """For each clause its class, and the reader's (None: no clause found there)."""
    read = reader()
    found: dict[str, Pair] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        doc = read(case["text"])
        by_place = {doc[i].idx: kind for i, kind, _ in doc._.clause_certainty}
        for clause in case["clauses"]:
            place = clause["start"]
            found[f"{case['id']}:{place}"] = clause["certainty"], by_place.get(place)
    return found


def f1(pairs: Sequence[Pair], name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a class, in per cent."""
    count = Counter((gold == name, guess == name) for gold, guess in pairs)
    both = count[True, True]
    said, true = both + count[False, True], both + count[True, False]
    parts = (100 * both / said if said else 0.0, 100 * both / true if true else 0.0)
    return (*parts, 200 * both / (said + true) if said + true else 0.0)


def table(pairs: Sequence[Pair]) -> None:
    print(f"{'':14}{'clauses':>8}{'P':>7}{'R':>7}{'F1':>7}")
    every = []
    for name in CLASSES:
        figures = f1(pairs, name)
        every.append(figures[2])
        number = sum(gold == name for gold, _ in pairs)
        print(f"{name:14}{number:8}" + "".join(f"{v:7.1f}" for v in figures))
    heads = sum(guess is not None for _, guess in pairs)
    right = sum(gold == guess for gold, guess in pairs)
    print(f"macro-F1 {sum(every) / len(every):.1f} over {len(pairs)} invented clauses,")
    print(f"accuracy {100 * right / len(pairs):.1f}%, heads found {100 * heads / len(pairs):.1f}%")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", action="store_true", help="print the ids of wrong clauses")
    options = parser.parse_args()
    found = told(CASES)
    table(list(found.values()))
    if options.errors:
        for key, (gold, guess) in found.items():
            if gold != guess:
                print("  ", key, gold, guess)
    compare({"cases": {key: gold == guess for key, (gold, guess) in found.items()}}, LAST)


if __name__ == "__main__":
    main()
