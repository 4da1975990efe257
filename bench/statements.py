"""Who said the same thing: `python -m bench.statements [--data ../shared/data] [--errors]`.

bench/cases/statements.jsonl holds pairs of tellings in 43 of the development affairs, judged by
hand: one utterance (whole, trimmed, reworded, translated twice, paraphrased, told again), or
look-alikes (two speakers, two days, two utterances on one theme, alike words in one affair). Whole
affairs are marked as tuned on or kept for testing. Articles are found by the id in their line.

Every affair is read as one story and goes through the flow as from actors on. A pair counts as
joined where quotes over its two spans share a statement. Precision is the share of the joined pairs
that are one utterance, recall the share of the pairs of one utterance that are joined; a span
without a quote of its own counts as not joined, and is counted apart.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.times import compare

from tellings.annotate.reader import reader
from tellings.flow import STEPS, State, each
from tellings.model import Article, Marks, Quote, Span, Story
from tellings.read.inputs import read

CASES = Path(__file__).parent / "cases" / "statements.jsonl"
LAST = Path(__file__).parent / "last" / "statements.json"


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the cases: two spans by article id, and whether one utterance is told."""

    affair: str
    part: str
    sides: tuple[tuple[str, Span], tuple[str, Span]]
    same: bool
    kind: str

    @property
    def name(self) -> str:
        (a, x), (b, y) = self.sides
        return f"{a[:6]}:{x.start}~{b[:6]}:{y.start}"


def pairs(path: Path) -> list[Pair]:
    """The judged pairs, in the file's order."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        left, right = (
            (row[side]["article"], Span(row[side]["start"], row[side]["end"])) for side in "ab"
        )
        found.append(Pair(row["affair"], row["part"], (left, right), row["same"], row["kind"]))
    return found


def state(articles: Sequence[Article], marks: Mapping[str, Marks]) -> State:
    """The articles as one story, taken through the flow up to the statements."""
    ids = tuple(sorted(article.id for article in articles))
    found = State(
        {article.id: article for article in sorted(articles, key=lambda a: a.id)},
        {i: marks[i] for i in ids},
        (Story("story-0", "", ids),),
    )
    for step in STEPS:
        if step.__name__ not in {"_stories", "_events", "_findings"}:
            found = step(found)
    return found


def here(quotes: Iterable[Quote], span: Span) -> list[Quote]:
    """The quotes that hold half of the span, or lie in it for half of their own length."""
    found = []
    for quote in quotes:
        shared = sum(
            max(0, min(part.end, span.end) - max(part.start, span.start)) for part in quote.parts
        )
        if 2 * shared >= min(len(span), sum(len(part) for part in quote.parts)):
            found.append(quote)
    return found


def told(found: State, names: Mapping[str, str], pair: Pair) -> tuple[bool, int]:
    """Whether a pair is joined, and on how many of its sides no quote was found."""
    owner = {q: statement.id for statement in found.statements for q in statement.tellings}
    sides = [
        {owner[q.id] for q in here(found.marks[names[item]].quotes, span) if q.id in owner}
        for item, span in pair.sides
    ]
    return bool(sides[0] & sides[1]), sum(not side for side in sides)


def table(judged: Sequence[tuple[Pair, bool, int]]) -> None:
    """Precision and recall of each part, and what each kind of pair came to."""
    for part in ("tune", "test"):
        rows = [row for row in judged if row[0].part == part]
        joined = [pair.same for pair, together, _ in rows if together]
        same = sum(pair.same for pair, _, _ in rows)
        right = sum(joined)
        missing = sum(gaps for _, _, gaps in rows)
        print(
            f"{part}: {len(rows)} pairs, {same} of one utterance; precision "
            f"{right / max(len(joined), 1):.3f}, recall {right / max(same, 1):.3f}; "
            f"{missing} of {2 * len(rows)} spans without a quote"
        )
        for kind in sorted({pair.kind for pair, _, _ in rows}):
            of = [together for pair, together, _ in rows if pair.kind == kind]
            print(f"   {kind:24}{sum(of):4} joined of {len(of)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true", help="print the tuned part's errors")
    options = parser.parse_args()
    file = options.data / "affairs" / "articles.jsonl"
    if not file.is_file():
        print(f"skipped: no {file}")
        return
    wanted: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(CASES):
        wanted[pair.affair].append(pair)
    judged = list(measure(file, wanted))
    table(judged)
    if options.errors:
        for pair, together, gaps in judged:
            if pair.part == "tune" and together != pair.same:
                print("  ", pair.affair[:20], pair.name, pair.kind, f"{gaps} spans without a quote")
    compare({part: right(judged, part) for part in ("tune", "test")}, LAST)


def right(judged: Sequence[tuple[Pair, bool, int]], part: str) -> dict[str, bool]:
    return {pair.name: together == pair.same for pair, together, _ in judged if pair.part == part}


def measure(file: Path, wanted: Mapping[str, Sequence[Pair]]) -> Iterable[tuple[Pair, bool, int]]:
    """Reads the affairs that have pairs, and judges each pair."""
    affairs: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        affairs[row["id"]] = row["affair"]
    nlp = reader()
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in read([str(file)], None):
        if isinstance(article, Article) and article.input.item in affairs:
            groups[affairs[article.input.item]].append(article)
    for affair, cases in sorted(wanted.items()):
        articles = groups[affair]
        found = state(articles, {article.id: each(article, nlp) for article in articles})
        names = {str(article.input.item): article.id for article in articles}
        for pair in cases:
            together, gaps = told(found, names, pair)
            yield pair, together, gaps


if __name__ == "__main__":
    main()
