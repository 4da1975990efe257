"""Times against AQUAINT TimeBank, and weekdays against invented sentences: `python -m bench.times`.

AQUAINT TimeML comes from https://www.timeml.org (73 news texts); put its `*.tml` files into
`DATA/timex/aquaint`. Rules were tuned on the even-numbered half (sorted by name), never on the odd.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable
from pathlib import Path

from bench.timeml import Document, documents
from bench.timex_score import Item, Score, pairs, score

from tellings.annotate.times import find
from tellings.text.placing import place_all

HERE = Path(__file__).parent
LAST = HERE / "last" / "times.json"


def found_in(document: Document) -> list[Item]:
    """What the rules find in a document, as items."""
    times = place_all(find(document.text), document.day)
    return [(one.span.start, one.span.end, one.type, one.value) for one in times]


def row(name: str, result: Score) -> str:
    figures = (result.relaxed, result.strict, result.type, result.value)
    return f"{name:14}{result.gold:6}{result.found:7}" + "".join(
        f"{result.f1(count):9.1f}" for count in figures
    )


def aquaint(folder: Path, errors: bool) -> dict[str, bool]:
    """Print the table; give back which gold items got their value, by document and offset."""
    docs = documents(folder)
    gold = {doc.name: doc.gold for doc in docs}
    found = {doc.name: found_in(doc) for doc in docs}
    print(f"{'':14}{'gold':>6}{'found':>7}{'relaxed':>9}{'strict':>9}{'type':>9}{'value':>9}  (F1)")
    for name, part in (("tuned half", docs[0::2]), ("held-out half", docs[1::2]), ("all", docs)):
        print(row(name, score({doc.name: gold[doc.name] for doc in part}, found)))
    if errors:
        for doc in docs[0::2]:
            _print_errors(doc, found[doc.name])
    return {
        f"{doc.name}:{item[0]}": other is not None and other[3] == item[3]
        for doc in docs
        for item, other in pairs(doc.gold, found[doc.name])
    }


def _print_errors(doc: Document, found: list[Item]) -> None:
    matched = pairs(doc.gold, found)
    used = {other for _, other in matched if other}
    for item, other in matched:
        if other is None or other[3] != item[3]:
            words = " ".join(doc.text[item[0] - 50 : item[1] + 30].split())
            got = other and (doc.text[other[0] : other[1]], other[3])
            print("  ", doc.name, item[2:], repr(doc.text[item[0] : item[1]]), got, "|", words)
    for extra in found:
        if extra not in used:
            words = " ".join(doc.text[extra[0] - 50 : extra[1] + 30].split())
            print(
                "  ", doc.name, "EXTRA", extra[2:], repr(doc.text[extra[0] : extra[1]]), "|", words
            )


def weekdays(path: Path, errors: bool) -> dict[str, bool]:
    """Right days on invented sentences; a line names the words, the day written and meant."""
    right: dict[str, bool] = {}
    past = 0
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        case = json.loads(line)
        times = place_all(find(case["text"]), case["published"], None)
        start = case["text"].index(case["words"])
        hits = [
            t for t in times if t.span.start < start + len(case["words"]) and t.span.end > start
        ]
        got = hits[0].value[:10] if hits else None
        right[str(number)] = got == case["day"]
        past += case["day"] <= case["published"]
        if errors and got != case["day"]:
            print("  ", got, case)
    print(
        f"weekdays: {100 * sum(right.values()) / len(right):.1f}% right days of {len(right)}"
        f" invented sentences (always-past {100 * past / len(right):.1f}%)"
    )
    return right


def speed(texts: Iterable[str]) -> None:
    """Seconds for 10,000 words, found and placed, on one core."""
    text = "\n\n".join(texts)
    words = text.split()[:10_000]
    part = " ".join(words)
    began = time.perf_counter()
    place_all(find(part), "2000-01-15")
    print(f"speed: {len(words)} words in {time.perf_counter() - began:.2f} s")


def compare(now: dict[str, dict[str, bool]], last: Path = LAST) -> None:
    """Print what was gained and lost against the last run, and keep this one."""
    before = json.loads(last.read_text()) if last.exists() else {}
    for table, items in now.items():
        old = before.get(table, items)
        gained = sorted(key for key, ok in items.items() if ok and old.get(key) is False)
        lost = sorted(key for key, ok in items.items() if not ok and old.get(key) is True)
        print(f"{table}: gained {len(gained)} {gained[:12]}, lost {len(lost)} {lost[:12]}")
    last.parent.mkdir(exist_ok=True)
    last.write_text(json.dumps({**before, **now}, indent=0, sort_keys=True) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true", help="print the tuned half's errors")
    options = parser.parse_args()
    now = {"weekdays": weekdays(HERE / "cases" / "weekdays.jsonl", options.errors)}
    folder = options.data / "timex" / "aquaint"
    if folder.is_dir():
        now["aquaint"] = aquaint(folder, options.errors)
        speed(doc.text for doc in documents(folder))
    else:
        print(f"skipped: no AQUAINT TimeML at {folder} (see {Path(__file__).name})")
    compare(now)


if __name__ == "__main__":
    main()
