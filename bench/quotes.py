"""Who said what, from raw text, on PolNeAR dev: `python -m bench.quotes [--data ../shared/data]`.

PolNeAR: 84 articles of seven US outlets, 2,192 attributions (github.com/networkdynamics/PolNeAR).
Thresholds were chosen on its train part. Two human annotators agree at F1 73.5.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.attribution_score import (
    FORMS,
    Attributed,
    Tally,
    characters,
    form,
    marked,
    matches,
    tallies,
)
from models.en.attribution_data import Annotated, articles

LAST = Path(__file__).parent / "last" / "quotes.json"


def gold_of(article: Annotated) -> list[Attributed]:
    """The first annotator's attributions."""
    return [Attributed(x.content, x.cue, x.source) for x in article.versions[0]]


def report(gold: Mapping[str, list[Attributed]], found: Mapping[str, list[Attributed]],
           texts: Mapping[str, str]) -> dict[str, Tally]:  # fmt: skip
    """The tallies over all articles, whole and by form."""
    total = dict.fromkeys(("all", *FORMS), Tally())
    for name, text in texts.items():
        for key, tally in tallies(gold[name], found[name], text).items():
            total[key] += tally
    return total


def right_items(gold: Mapping[str, list[Attributed]], found: Mapping[str, list[Attributed]],
                texts: Mapping[str, str]) -> dict[str, list[str]]:  # fmt: skip
    """Gold items met with their source, by article: "start-end form" of the content."""
    kept: dict[str, list[str]] = {}
    for name, text in texts.items():
        inside = marked(text)
        met = [gold[name][m.gold] for m in matches(gold[name], found[name], text) if m.source]
        kept[name] = sorted(
            f"{g.content[0][0]}-{g.content[-1][1]} {form(characters(g.content, text), inside)}"
            for g in met
        )
    return kept


def show(total: Mapping[str, Tally]) -> None:
    """A table in per cent. A form is the gold item's, so there is only recall by form."""
    every = total["all"]
    print(f"{'':12}{'P':>6}{'R':>6}{'F1':>6}   {every.gold} gold, {every.found} found")
    for name, right in (("with source", every.sourced), ("content", every.matched)):
        row = (every.precision(right), every.recall(right), every.f1(right))
        print(f"{name:12}" + "".join(f"{x:6.1f}" for x in row))
    for name in FORMS:
        t = total[name]
        print(
            f"{name:12}{'':6}{t.recall(t.sourced):6.1f}{'':6}   "
            f"{t.gold} gold, content {t.recall(t.matched):.1f}"
        )


def compare(now: Mapping[str, Iterable[str]], before: Mapping[str, Iterable[str]]) -> None:
    """Which gold items this run gained and lost."""
    this = {(a, i) for a, items in now.items() for i in items}
    then = {(a, i) for a, items in before.items() for i in items}
    for word, items in (("gained", this - then), ("lost", then - this)):
        print(f"{word} {len(items)}")
        for article, item in sorted(items):
            print(f"  {article} {item}")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--weights", type=Path, help="another folder of exported weights")
    ask.add_argument("--keep", action="store_true", help="keep this run as the last one")
    asked = ask.parse_args()
    if not (asked.data / "polnear" / "dev").is_dir():
        print(f"quotes: skipped, no PolNeAR dev in {asked.data}")
        return
    from tellings.annotate.en.component import WEIGHTS, reader_of

    given = articles(asked.data, "dev")
    nlp = reader_of(asked.weights or WEIGHTS)
    start = time.perf_counter()
    found: dict[str, list[Attributed]] = {}
    failed: list[str] = []
    bare = 0
    for article in given:
        try:
            told = nlp(article.text)._.attributions
        except Exception as error:  # an article that fails is a result here, and must be seen
            failed.append(f"{article.id}: {error!r}")
            told = ()
        # What no cue reaches is content alone: PolNeAR has no such item, so it is counted apart.
        found[article.id] = [Attributed(a.content, a.cue, a.source) for a in told if a.cue]
        bare += sum(not a.cue for a in told)
    took = time.perf_counter() - start
    gold = {a.id: gold_of(a) for a in given}
    texts = {a.id: a.text for a in given}
    show(report(gold, found, texts))
    print(f"{len(given)} articles in {took:.1f} s, {len(failed)} failed")
    print(f"{bare} quotations more that no cue reaches, given without a source")
    for line in failed:
        print(f"  {line}")
    now = right_items(gold, found, texts)
    if LAST.exists():
        compare(now, json.loads(LAST.read_text("utf-8")))
    if asked.keep:
        LAST.parent.mkdir(exist_ok=True)
        LAST.write_text(json.dumps(now, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
