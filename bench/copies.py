"""How well planted copies are found, and how fast: `python -m bench.copies`.

Worlds (tests/worlds) plant passages of an agency's article in others: verbatim, one word in ten
changed, or cut anew by paragraphs. Found: some copy's passages overlap four fifths of the planted
ones on both sides. Exact: the two articles' shared passage has both ends right on both sides.
False: a passage that overlaps no planted one. Speed is CPU time on one core, the best of 3 runs,
text in UTF-8, of worlds and of the development affairs as they are read.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.worlds import CopyPair, World

from tellings.link.copies import Source, copies, pairs
from tellings.model import Article, Cite, Span
from tellings.read.inputs import read as inputs
from tellings.text.background import Background
from tellings.words.background import background

LAST = Path(__file__).with_name("last") / "copies.json"
_Sides = dict[frozenset[str], list[dict[str, Span]]]


def sources(world: World) -> list[Source]:
    """The world's articles as finding copies sees them, quotations and credits from the truth."""
    quoted: dict[str, list[Span]] = defaultdict(list)
    for telling in world.truth.statements:
        if telling.form != "paraphrased":
            quoted[telling.article].extend(Span(*part) for part in telling.parts)
    origins = dict(world.truth.origins)
    found = []
    for article in world.articles:
        agency = origins[article.id]
        credits = () if agency is None or agency == article.publisher else (agency,)
        found.append(
            Source(
                article.id,
                article.text,
                quoted=tuple(sorted(quoted[article.id])),
                published=article.date,
                credits=credits,
                outlet=article.publisher,
            )
        )
    return found


def sides(found: Iterable[Iterable[Cite]]) -> _Sides:
    """Passages by each pair of articles that a group of passages holds."""
    held: _Sides = defaultdict(list)
    for group in found:
        spans = {passage.article: passage.span for passage in group}
        names = sorted(spans)
        for n, one in enumerate(names):
            for other in names[n + 1 :]:
                held[frozenset((one, other))].append({one: spans[one], other: spans[other]})
    return held


def is_found(pair: CopyPair, held: _Sides) -> bool:
    return any(
        _covers(each[pair.source], Span(*pair.source_span))
        and _covers(each[pair.article], Span(*pair.span))
        for each in held.get(frozenset((pair.source, pair.article)), ())
    )


def is_exact(pair: CopyPair, held: _Sides) -> bool:
    wanted = {pair.source: Span(*pair.source_span), pair.article: Span(*pair.span)}
    return wanted in held.get(frozenset(wanted), ())


def _covers(span: Span, planted: Span) -> bool:
    common = min(span.end, planted.end) - max(span.start, planted.start)
    return common >= 0.8 * len(planted)


def quality(worlds: list[World]) -> dict[str, bool]:
    """Prints the table; returns whether each planted pair was found and exact."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    outcome: dict[str, bool] = {}
    false = total = right = 0
    table = Background.parse(background())
    for world in worlds:
        articles = sources(world)
        found = copies(articles, table)
        grouped, paired = sides(copy.passages for copy in found), sides(pairs(articles, table))
        for pair in world.truth.copies:
            row = counts[pair.form]
            hit, exact = is_found(pair, grouped), is_exact(pair, paired)
            row[0] += 1
            row[1] += hit
            row[2] += exact
            outcome[f"{pair.article} {pair.span[0]} {pair.span[1]}"] = hit and exact
        planted = defaultdict(list)
        for pair in world.truth.copies:
            planted[pair.article].append(Span(*pair.span))
            planted[pair.source].append(Span(*pair.source_span))
        for copy in found:
            total += 1
            false += any(
                not any(p.span.overlaps(span) for span in planted[p.article]) for p in copy.passages
            )
            right += copy.origin is not None and copy.origin.agency in world.agencies
    print(f"{'planted':<10}{'pairs':>7}{'found':>9}{'both ends exact':>18}")
    for form, (count, hits, exacts) in sorted(counts.items()):
        print(f"{form:<10}{count:>7}{hits / count:>9.1%}{exacts / count:>18.1%}")
    print(f"{total} copies, {false} of them false, {right} with the agency as their origin")
    return outcome


def speed(articles: list[Source]) -> None:
    size = sum(len(source.text.encode()) for source in articles) / 1e6
    table = Background.parse(background())
    copies(articles[:10], table)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    spent = float("inf")
    for _ in range(3):
        start = time.process_time()
        found = copies(articles, table)
        spent = min(spent, time.process_time() - start)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"{len(articles):>8} articles {size:7.1f} MB {size / spent:6.1f} MB/s on one core, "
        f"{len(found)} copies, {grown:.0f} MB more memory"
    )


def compared(outcome: dict[str, bool]) -> None:
    """Prints what was gained and lost against the last run, and keeps this one."""
    last = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    for word, wanted in (("gained", True), ("lost", False)):
        names = [n for n in outcome if n in last and outcome[n] == wanted != last[n]]
        print(f"{word}: {len(names)} {' | '.join(names[:5])}")
    LAST.parent.mkdir(exist_ok=True)
    LAST.write_text(json.dumps(outcome, indent=0, sort_keys=True) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="how many worlds of 400 articles")
    parser.add_argument("--sizes", type=int, nargs="*", default=[2000, 8000])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    compared(quality([World.make(100 + n, articles=400, outlets=20) for n in range(options.seeds)]))
    affairs = options.data / "affairs" / "articles.jsonl"
    if affairs.is_file():
        print("speed, the development affairs")
        speed([Source.of(a) for a in inputs([str(affairs)]) if isinstance(a, Article)])
    else:
        print(f"speed of the development affairs skipped: no {affairs}")
    for share in (1.0, 0.1):
        print(f"speed, outlets copying in {share:.0%} of the affairs")
        for size in options.sizes:
            speed(sources(World.make(7, size, 40, share)))


if __name__ == "__main__":
    main()
