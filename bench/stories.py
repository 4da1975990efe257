"""How well articles are grouped into stories, and what one more costs: `python -m bench.stories`.

Affairs: 306 articles, 59 affairs, in two halves by affair. The rules for joining groups (floor, and
cohesion of groups within a week) are chosen on one half and measured on the other, both ways; then
all with the shipped ones. ECB+: the train and dev topics, each with two like happenings, without
the first line where it is a URL. Pairwise F1, B³ F1 and counts of groups together; singles count.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from bench.background import table as counted
from tests.worlds import stream

from bench import archives
from tellings.link import clusters as joining
from tellings.link.stories import Archive, Item, stories
from tellings.link.vectors import keys
from tellings.text.background import Background
from tellings.words.background import background

LAST = Path(__file__).with_name("last") / "stories.json"
SAMPLE = 1000
READ = 700  # letters of a generated article: its lead and its first quotation
DEV_TOPICS = frozenset(["2", "5", "12", "18", "21", "23", "34", "35"])
_TOKEN = re.compile(r'<token t_id="\d+" sentence="(\d+)" number="\d+">(.*?)</token>')
_ENTITIES = {"&amp;": "&", "&quot;": '"', "&apos;": "'", "&lt;": "<", "&gt;": ">"}


@dataclass(frozen=True, slots=True)
class Case:
    item: Item
    gold: str
    part: str  # what may not be torn between halves: the affair, the topic


def affairs(data: Path, table: Background) -> list[Case]:
    cases = []
    with (data / "affairs" / "articles.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            told = keys(row["text"], row["title"], table)
            item = Item(row["id"], row["title"], told, row["date"])
            cases.append(Case(item, row["affair"], row["affair"]))
    return cases


def ecbplus(data: Path, table: Background) -> list[Case]:
    cases = []
    for path in sorted((data / "ecbplus" / "xml").glob("*/*.xml")):
        topic, name = path.parent.name, path.stem
        text = _text(path.read_text("utf-8"))
        item = Item(name, text[:60], keys(text, None, table))
        cases.append(Case(item, f"{topic} {'ecbplus' in name}", topic))
    return cases


def _text(xml: str) -> str:
    sentences: dict[str, list[str]] = defaultdict(list)
    for number, word in _TOKEN.findall(xml):
        sentences[number].append(word)
    lines = [" ".join(found) for found in sentences.values()]
    text = "\n".join(lines[1:] if lines[0].startswith("http") else lines)
    for entity, letter in _ENTITIES.items():
        text = text.replace(entity, letter)
    return re.sub(r" ([.,;:!?')])", r"\1", text)


def grouped(cases: Sequence[Case]) -> dict[str, str]:
    """The story's id of each article."""
    _, found = stories(case.item for case in cases)
    return {article: story.id for story in found for article in story.articles}


def storylines(name: str, cases: Sequence[Case]) -> None:
    """Prints how many storylines there are, and of how many all stories are of one affair or topic.

    ECB+'s two like happenings of a topic are two stories that a storyline may join.
    """
    part = {case.item.id: case.part for case in cases}
    lines: dict[str, list[set[str]]] = defaultdict(list)
    for story in stories(case.item for case in cases)[1]:
        if story.storyline is not None:
            lines[story.storyline].append({part[article] for article in story.articles})
    whole = sum(len(set.union(*parts)) == 1 for parts in lines.values())
    print(f"{name}: {len(lines)} storylines, {whole} of them within one affair or topic")


def pairwise(gold: Sequence[str], told: Sequence[str]) -> tuple[float, float, float]:
    """(F1, precision, recall) over pairs of articles in one group."""
    both = _pairs(list(zip(gold, told, strict=True)))
    precision, recall = both / max(_pairs(told), 1), both / max(_pairs(gold), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def _pairs(groups: Sequence[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


def bcubed(gold: Sequence[str], told: Sequence[str]) -> float:
    """B³ F1 (Bagga & Baldwin 1998), each article counted once."""
    both = Counter(zip(gold, told, strict=True))
    by_gold, by_told = Counter(gold), Counter(told)
    rows = [
        (both[g, t] / by_told[t], both[g, t] / by_gold[g]) for g, t in zip(gold, told, strict=True)
    ]
    precision, recall = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return float(2 * precision * recall / (precision + recall))


def row(name: str, cases: Sequence[Case]) -> tuple[float, dict[str, bool]]:
    """Prints one line of the table; returns pairwise F1, and which articles are wholly right."""
    place = grouped(cases)
    gold, told = [c.gold for c in cases], [place[c.item.id] for c in cases]
    f1, precision, recall = pairwise(gold, told)
    print(
        f"{name:<34}{len(cases):>6}{len(set(gold)):>6}{len(set(told)):>6}"
        f"{f1:>8.3f}{precision:>8.3f}{recall:>8.3f}{bcubed(gold, told):>8.3f}"
    )
    sets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for case, story in zip(cases, told, strict=True):
        sets["gold", case.gold].add(case.item.id)
        sets["told", story].add(case.item.id)
    pairs = zip(cases, told, strict=True)
    return f1, {c.item.id: sets["gold", c.gold] == sets["told", s] for c, s in pairs}


def tuned(cases: Sequence[Case]) -> tuple[float, float]:
    """Floor and cohesion within a week for `cases`, set in `link.clusters`: the middle of the best.

    Best is what comes within a point of the highest pairwise F1: on a half, many do.
    """
    gold = [case.gold for case in cases]
    found: list[tuple[float, float, float]] = []
    for floor in (0.08, 0.1, 0.12, 0.14):
        for cohesion in (0.5, 0.55, 0.6, 0.65, 0.7):
            _set(floor, cohesion)
            place = grouped(cases)
            f1 = pairwise(gold, [place[case.item.id] for case in cases])[0]
            found.append((f1, floor, cohesion))
    best = [(floor, cohesion) for f1, floor, cohesion in found if f1 >= max(found)[0] - 0.01]
    floor, cohesion = (round(sum(column) / len(best), 3) for column in zip(*best, strict=True))
    _set(floor, cohesion)
    return floor, cohesion


def _set(floor: float, cohesion: float) -> None:
    joining.FLOOR, joining.TOGETHER = floor, cohesion


def quality(data: Path) -> dict[str, bool]:
    table = Background.parse(background())
    shipped = joining.FLOOR, joining.TOGETHER
    told, happenings = affairs(data, table), ecbplus(data, table)
    print(f"{'':<34}{'texts':>6}{'gold':>6}{'told':>6}{'pair F1':>8}{'P':>8}{'R':>8}{'B3 F1':>8}")
    names = sorted({case.part for case in told})
    Random(0).shuffle(names)
    halves = [[c for c in told if (c.part in names[::2]) == first] for first in (True, False)]
    for one, other, name in ((0, 1, "first"), (1, 0, "second")):
        floor, cohesion = tuned(halves[one])
        row(f"affairs, tuned on {name}: {floor} {cohesion}", halves[other])
    _set(*shipped)
    _, outcome = row("affairs, shipped", told)
    row("ECB+ train topics, shipped", [c for c in happenings if c.part not in DEV_TOPICS])
    row("ECB+ dev topics, shipped", [c for c in happenings if c.part in DEV_TOPICS])
    _, more = row("ECB+ both, shipped", happenings)
    storylines("affairs", told)
    storylines("ECB+ both", happenings)
    return outcome | more


def grown(source: Iterator[tuple[Item, str]], count: int) -> None:
    """Adds generated articles one by one; prints what the last ones cost, as the archive grows.

    At 1,000, 2,000, 5,000, 10,000, … articles, of the last SAMPLE: CPU time to add one (its terms
    cut already) and to say its story, how many it was compared with, pairwise F1 of those stories.
    """
    archive = Archive()
    print(
        f"{'articles':>10}{'ms to add':>11}{'compared':>10}{'to group':>10}{'pair F1':>9}{'MB':>8}"
    )
    done = 0
    for size in [step * 10**n for n in range(3, 9) for step in (1, 2, 5)]:
        size = min(size, count)
        while done < size:
            last = list(islice(source, min(SAMPLE, size - done)))
            start = time.process_time()
            seen = sum(archive.add(item) for item, _ in last)
            adding = (time.process_time() - start) / len(last)
            done += len(last)
        start = time.process_time()
        found = [archive.story_of(item.id)[0] for item, _ in last]
        grouping = (time.process_time() - start) / len(last)
        f1, _, _ = pairwise([story for _, story in last], found)
        print(
            f"{done:>10}{1000 * adding:>11.2f}{seen / len(last):>10.1f}{1000 * grouping:>10.2f}"
            f"{f1:>9.3f}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>8.0f}",
            flush=True,
        )
        if done == count:
            return


def texts() -> Iterator[tuple[Item, str]]:
    """Generated texts, read; how common their words are is counted on other articles of theirs."""
    table = counted(f"{a.title}\n{a.text[:READ]}" for a, _ in islice(stream(2), 3000))
    for a, story in stream(1):
        told = keys(a.text[:READ], a.title, table)
        yield Item(a.id, a.title, told, a.date), str(story)


def compared(outcome: dict[str, bool]) -> None:
    """Prints which articles' stories became wholly right or wrong, and keeps this run."""
    last = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    for word, wanted in (("gained", True), ("lost", False)):
        names = [n for n in sorted(outcome) if n in last and outcome[n] == wanted != last[n]]
        print(f"{word}: {len(names)} {' '.join(names[:12])}")
    LAST.parent.mkdir(exist_ok=True)
    LAST.write_text(json.dumps(outcome, indent=0, sort_keys=True) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--large", type=int, metavar="N", help="an archive of N generated texts")
    parser.add_argument("--million", type=int, nargs="?", const=1_000_000, help="or without texts")
    options = parser.parse_args()
    if options.large:
        grown(texts(), options.large)
    elif options.million:
        grown(((item, str(story)) for item, story in archives.stream(1)), options.million)
    elif options.data.is_dir():
        compared(quality(options.data))
    else:
        print(f"skipped: no data at {options.data} (its README says where each set is found)")


if __name__ == "__main__":
    main()
