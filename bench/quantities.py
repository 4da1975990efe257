"""Quantities against sentences with value and unit: `python -m bench.quantities`.

The sets are the test sentences of quantulum3 (https://github.com/nielstron/quantulum3, MIT): put
its `*-model.json` files into `DATA/quantities`. A quantity counts when its value is the gold's (to
the gold's places), and once more when its unit or what it counts is the gold's, compared by the
last word in the singular. The files' first halves are news sentences, the second halves mostly
phrases made to test units. Rules were tuned on the first halves and the even rows of the second;
the odd rows of the second were held out, and had value F1 80.2, with unit 71.1, until they were
read for general faults (lakhs, ½, a Greek µ): their row is no longer one of unseen sentences.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from babel import Locale
from spacy.language import Language

from tellings.annotate.quantities import quantities
from tellings.annotate.reader import reader
from tellings.annotate.times import find
from tellings.model import Quantity

HERE = Path(__file__).parent
# The gold's names of units where ours are others; money goes by CLDR's names. A franc or
# rupee alone is nobody's here, as the text does not say whose; the gold guesses.
NAMES = {
    "percentage": "percent", "pound-mass": "pound", "metric ton": "tonne", "count": "time",
    "dollar": "USD", "pound sterling": "GBP", "peseta": "ESP", "finnish markka": "FIM",
    "netherlands guilde": "NLG", "lao kip": "LAK", "bitcoin": "BTC", "new shekel": "ILS",
}  # fmt: skip
NAMES |= {name.lower(): code for code, name in Locale("en").currencies.items() if code != "USN"}


@dataclass(frozen=True, slots=True)
class Item:
    """A value (one or two decimals) and the names that its unit may have."""

    ends: tuple[Decimal, ...]
    names: tuple[str, ...]


def gold_item(entry: dict[str, str]) -> Item:
    """An item of the gold: "40-50" is a range, "-5" is not."""
    value, unit = entry["value"], entry["normalized_unit"]
    cut = value.find("-", 1)
    ends = (value,) if cut < 0 else (value[:cut], value[cut + 1 :])
    base, *per = unit.split(" per ")
    name = " per ".join((NAMES.get(base, base), *per))
    return Item(tuple(Decimal(end) for end in ends), (name.lower(),))


def found_item(quantity: Quantity) -> Item:
    low, high = quantity.low, quantity.high
    ends = tuple(Decimal(end) for end in dict.fromkeys((low, high)) if end is not None)
    names = tuple(name.lower() for name in (quantity.unit, quantity.of) if name)
    return Item(ends, names)


def same_value(gold: Item, found: Item) -> bool:
    if len(gold.ends) != len(found.ends):
        return gold.ends[:1] == found.ends[:1] and len(gold.ends) == 1 and len(found.ends) == 2
    try:
        return all(b.quantize(a) == a for a, b in zip(gold.ends, found.ends, strict=True))
    except InvalidOperation:
        return False


def same_unit(gold: Item, found: Item) -> bool:
    name = gold.names[0]
    if name == "-":
        return not found.names
    return name in found.names or _head(name) in {_head(other) for other in found.names}


def _head(name: str) -> str:
    """The last word in the singular, a rate kept whole."""
    if " per " in name:
        return name
    word = name.split()[-1]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if not word.endswith("ss") else word


def matched(
    gold: Sequence[Item], found: Sequence[Item], same: Callable[[Item, Item], bool]
) -> list[int | None]:
    """For each gold item the index of the found one that is the same, each used once."""
    used: set[int] = set()
    out: list[int | None] = []
    for item in gold:
        hit = next((k for k, x in enumerate(found) if k not in used and same(item, x)), None)
        if hit is not None:
            used.add(hit)
        out.append(hit)
    return out


def both(gold: Item, found: Item) -> bool:
    return same_value(gold, found) and same_unit(gold, found)


def read(text: str, nlp: Language) -> list[Quantity]:
    doc = nlp(text)
    return list(quantities(doc, "", tuple(find(text, doc))))


def table(path: Path, nlp: Language, errors: bool) -> dict[str, bool]:
    """Print one file's two rows; give back which gold items got value and unit."""
    entries = json.loads(path.read_text("utf-8"))
    held = {row for row in range(len(entries) // 2, len(entries)) if row % 2}
    outcome: dict[str, bool] = {}
    for part in ("tuned", "held"):
        count: Counter[str] = Counter()
        for row in (k for k in range(len(entries)) if (k in held) == (part == "held")):
            gold = [gold_item(entry) for entry in entries[row]["quantities"]]
            marks = read(entries[row]["text"], nlp)
            found = [found_item(mark) for mark in marks]
            values, units = matched(gold, found, same_value), matched(gold, found, both)
            count += Counter(gold=len(gold), found=len(found))
            count["value"] += sum(hit is not None for hit in values)
            count["unit"] += sum(hit is not None for hit in units)
            outcome |= {f"{path.stem}:{row}:{k}": h is not None for k, h in enumerate(units)}
            if errors and part == "tuned" and (None in units or len(found) != len(gold)):
                _print_errors(entries[row], marks)
        TOTAL[part] += count
        print(line(f"{path.stem.removesuffix('-model')}, {part}", count))
    return outcome


TOTAL: dict[str, Counter[str]] = {"tuned": Counter(), "held": Counter()}


def line(name: str, count: Counter[str]) -> str:
    both_ways = max(count["gold"] + count["found"], 1)
    value, unit = 200 * count["value"] / both_ways, 200 * count["unit"] / both_ways
    return f"{name:22}{count['gold']:6}{count['found']:7}{value:8.1f}{unit:11.1f}"


def _print_errors(entry: dict[str, list[dict[str, str]]], marks: Iterable[Quantity]) -> None:
    wanted = [(one["value"], one["normalized_unit"]) for one in entry["quantities"]]
    got = [(one.low, one.high, one.unit, one.of) for one in marks]
    print("  ", entry["text"], "\n      gold", wanted, "\n      got ", got)


def speed(path: Path, nlp: Language) -> None:
    """Seconds of processor time for 10,000 words, beyond the reader's own."""
    texts = [json.loads(row)["text"] for row in path.read_text("utf-8").splitlines()[:40]]
    docs, words = [], 0
    for text in texts:
        if words < 10_000:
            docs.append((nlp(text), tuple(find(text))))
            words += len(text.split())
    began = time.process_time()
    marks = sum(len(list(quantities(doc, "", times))) for doc, times in docs)
    seconds = (time.process_time() - began) * 10_000 / words
    print(f"speed: {seconds:.3f} s for 10,000 words ({marks} quantities in {words} words)")


def compare(now: dict[str, bool], last: Path) -> None:
    """Print what was gained and lost against the last run, and keep this one."""
    old = json.loads(last.read_text()) if last.exists() else now
    gained = sorted(key for key, ok in now.items() if ok and old.get(key) is False)
    lost = sorted(key for key, ok in now.items() if not ok and old.get(key) is True)
    print(f"gained {len(gained)} {gained[:12]}, lost {len(lost)} {lost[:12]}")
    last.parent.mkdir(exist_ok=True)
    last.write_text(json.dumps(now, indent=0, sort_keys=True) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true", help="print the tuned half's errors")
    options = parser.parse_args()
    folder = options.data / "quantities"
    if not folder.is_dir():
        print(f"skipped: no quantity sentences at {folder} (see {Path(__file__).name})")
        return
    nlp = reader()
    print(f"{'':22}{'gold':>6}{'found':>7}{'value':>8}{'with unit':>11}  (F1)")
    now: dict[str, bool] = {}
    for path in sorted(folder.glob("*-model.json")):
        now |= table(path, nlp, options.errors)
    for part, count in TOTAL.items():
        print(line(f"all, {part}", count))
    print(line("all", TOTAL["tuned"] + TOTAL["held"]))
    articles = options.data / "affairs" / "articles.jsonl"
    if articles.is_file():
        speed(articles, nlp)
    compare(now, HERE / "last" / "quantities.json")


if __name__ == "__main__":
    main()
