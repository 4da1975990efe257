"""Days of publication inferred from the story, against days that were hidden.

`python -m bench.published` takes affairs told by several outlets, hides the given day of one
article at a time, of every other one, or of all, and compares what is inferred with it.
The affairs are `DATA/affairs/articles.jsonl` (one JSON object a line: id, text, date, affair).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median_low

from spacy.tokens import Doc

from tellings.annotate.reader import reader
from tellings.annotate.times import find
from tellings.link.dates import Undated, infer
from tellings.model import Span
from tellings.text.calendar import bounds


def affairs(path: Path, read: Callable[[str], Doc] | None) -> dict[str, list[Undated]]:
    """Articles by affair, each with its given day; `read` gives tenses and sentences."""
    found: dict[str, list[Undated]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        told = json.loads(line)
        text = told["text"]
        doc = read(text) if read else None
        sentences = [] if doc is None else [sent for sent in doc.sents if sent.text.strip()]
        spans = tuple(Span(sent.start_char, sent.end_char) for sent in sentences)
        one = Undated(told["id"], text, find(text, doc), spans, told["date"][:10])
        found[told["affair"]].append(one)
    return {name: sorted(found[name], key=lambda one: one.id) for name in sorted(found)}


def close(articles: list[Undated], days: int = 5) -> list[Undated]:
    """Those within so many days of the affair's median: one story, where an affair is loose."""
    given = [date.fromisoformat(one.published or "") for one in articles]
    middle = median_low(given)
    return [
        one for one, day in zip(articles, given, strict=True) if abs((day - middle).days) <= days
    ]


def hidings(articles: list[Undated], how: str) -> Iterator[list[Undated]]:
    """The affair with some days hidden: one at a time, every other one (twice), or all."""
    if how == "all":
        yield [replace(one, published=None) for one in articles]
    elif how == "half":
        for part in (0, 1):
            yield [
                replace(one, published=None) if at % 2 == part else one
                for at, one in enumerate(articles)
            ]
    else:
        for hidden in range(len(articles)):
            yield [
                replace(one, published=None) if at == hidden else one
                for at, one in enumerate(articles)
            ]


def outcome(value: str | None, given: str) -> tuple[str, bool] | None:
    """Which kind of answer a value is, and whether the given day lies in it; None for no answer.

    `about` (a day with `~`) holds if the given day is that day or one of the three after it.
    """
    span = bounds(value)
    if value is None or span is None:
        return None
    day = date.fromisoformat(given)
    if value.endswith("~"):
        return "about", 0 <= (day - span[0]).days <= 3
    size = (span[1] - span[0]).days
    kind = "day" if size == 0 else "days" if size < 8 else "longer"
    return kind, span[0] <= day <= span[1]


def measure(by_affair: dict[str, list[Undated]], how: str, errors: bool) -> str:
    """One row: how many answers of each kind there are, and how many of them held."""
    kinds = ("day", "days", "about", "longer")
    counts = {kind: [0, 0] for kind in kinds}
    total = 0
    for name, articles in by_affair.items():
        given = {one.id: one.published or "" for one in articles}
        for hidden in hidings(articles, how):
            for article, (value, why) in infer(hidden).items():
                total += 1
                told = outcome(value, given[article])
                if told is None:
                    continue
                counts[told[0]][0] += 1
                counts[told[0]][1] += told[1]
                if errors and not told[1]:
                    print("  ", how, name[:24], article, given[article], value, "|", why)
    cells = [
        f"{found:6}{100 * held / found if found else 0:7.1f}" for found, held in counts.values()
    ]
    return f"{how:8}{total:7}  " + "  ".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true", help="print what did not hold")
    parser.add_argument("--words", action="store_true", help="without the reader")
    options = parser.parse_args()
    path = options.data / "affairs" / "articles.jsonl"
    if not path.is_file():
        print(f"skipped: no affairs at {path}")
        return
    by_affair = affairs(path, None if options.words else reader())
    heads = "  ".join(f"{kind:>6}{'hold%':>7}" for kind in ("day", "days", "about", "longer"))
    print(f"{'hidden':8}{'n':>7}  {heads}")
    for how in ("one", "half", "all"):
        print(measure(by_affair, how, options.errors))
    print("only articles within 5 days of their affair's median:")
    stories = {name: close(articles) for name, articles in by_affair.items()}
    for how in ("one", "half", "all"):
        print(measure(stories, how, False))


if __name__ == "__main__":
    main()
