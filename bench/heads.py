"""The reader's extents of times and quantities, from raw text: `python -m bench.heads`.

AQUAINT: the fifteen articles that training leaves out (models/en/aquaint_dev.txt). GUM marks more
phrases of time than TIMEX3 does, and gives them no type. The quantity sets give values without
places: there a sentence counts as right where as many extents are found as it has values.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bench.timeml import documents
from bench.times import compare
from bench.timex_score import Item, pairs, score
from spacy.language import Language

from tellings.annotate.reader import reader

HELD_BACK = Path(__file__).parents[1] / "models" / "en" / "aquaint_dev.txt"
LAST = Path(__file__).parent / "last" / "heads.json"
Outcome = dict[str, bool]


def times_of(read: Language, text: str) -> list[Item]:
    return [(start, end, kind, "") for start, end, kind, _ in read(text)._.time_spans]


def report(name: str, gold: dict[str, list[Item]], found: dict[str, list[Item]]) -> Outcome:
    """Print one line of the table; which gold items are met, by text and offset."""
    result = score(gold, found)
    figures = (result.relaxed, result.strict, result.type)
    print(f"{name:22}{result.gold:6}{result.found:7}", end="")
    print("".join(f"{result.f1(count):9.1f}" for count in figures))
    return {
        f"{doc}:{item[0]}": other is not None
        for doc in gold
        for item, other in pairs(gold[doc], found[doc])
    }


def aquaint(read: Language, folder: Path) -> Outcome:
    held = set(HELD_BACK.read_text(encoding="utf-8").split("\n"))
    docs = [doc for doc in documents(folder) if doc.name in held]
    gold = {doc.name: list(doc.gold) for doc in docs}
    return report("AQUAINT left out", gold, {doc.name: times_of(read, doc.text) for doc in docs})


def gum(read: Language, path: Path) -> Outcome:
    texts = dict(gum_texts(path))
    gold = {name: items for name, (_, items) in texts.items()}
    return report(
        "GUM dev, dates", gold, {n: times_of(read, text) for n, (text, _) in texts.items()}
    )


def gum_texts(path: Path) -> Iterator[tuple[str, tuple[str, list[Item]]]]:
    """Each document's text, rebuilt from its words, with the dates marked in it."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    for name, sentences in groupby(lines, key=lambda line: line["doc"]):
        text, gold = "", []
        for line in sentences:
            if text and line.get("newpar"):
                text += "\n"
            for word, space, tag in zip(line["words"], line["spaces"], line["ner"], strict=True):
                if tag == "B-DATE":
                    gold.append((len(text), len(text) + len(word), "DATE", ""))
                elif tag == "I-DATE":
                    gold[-1] = (gold[-1][0], len(text) + len(word), "DATE", "")
                text += word + " " * space
        yield name, (text, gold)


def quantities(read: Language, folder: Path) -> Outcome:
    right: Outcome = {}
    met = said = true = 0
    for path in sorted(folder.glob("*.json")):
        for number, case in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            wanted, found = len(case["quantities"]), len(read(case["text"])._.quantity_spans)
            right[f"{path.stem}:{number}"] = wanted == found
            met, said, true = met + min(wanted, found), said + found, true + wanted
    share = 100 * sum(right.values()) / len(right)
    f1 = 200 * met / (said + true)
    print(f"quantity sets: {true} values, {said} extents, F1 of their number {f1:.1f}")
    print(f"quantity sets: as many extents as values in {share:.1f}% of {len(right)} sentences")
    return right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    read = reader()
    print(f"{'':22}{'gold':>6}{'found':>7}{'relaxed':>9}{'strict':>9}{'type':>9}  (F1)")
    parts = {
        "aquaint": (aquaint, data / "timex" / "aquaint"),
        "gum": (gum, data / "language" / "gumopen_dev.jsonl"),
        "quantities": (quantities, data / "quantities"),
    }
    now: dict[str, Outcome] = {}
    for name, (measure, path) in parts.items():
        if path.exists():
            now[name] = measure(read, path)
        else:
            print(f"skipped: no {path}")
    compare(now, LAST)


if __name__ == "__main__":
    main()
