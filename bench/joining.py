"""Whether two tellings are joined to one event, on pairs judged by hand: `python -m bench.joining`.

bench/cases/events.jsonl holds 150 pairs of tellings of the development affairs, half of them like
but not the same: article ids, offsets of the two triggers, and the judgement. Every other affair is
"tune": bench/fit_joining.py fits the weights of words/joining.toml on groups read there. The others
("test") gave no weight; only how readily tellings are joined at all (`SHIFT` there) was chosen
with an eye to both. A pair counts as joined where both are found and stand in one event.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from bench.times import compare

from tellings import flow
from tellings.annotate.article import annotate
from tellings.annotate.reader import reader
from tellings.model import Article
from tellings.read.inputs import read as read_inputs

CASES = Path(__file__).parent / "cases" / "events.jsonl"
LAST = Path(__file__).parent / "last" / "joining.json"
Where = tuple[str, int]  # an article's id and where a trigger starts: its end may take a particle


def events_at(path: Path, wanted: set[str]) -> dict[Where, str]:
    """The event of each trigger in the articles of the affairs, by article id and start."""
    read = reader()
    articles = {
        one.id: one
        for one in read_inputs([str(path)], None)
        if isinstance(one, Article) and one.input.item in wanted
    }
    groups = flow.meet(articles, {i: annotate(a, read) for i, a in articles.items()})
    return {
        (articles[t.cite.article].input.item or "", t.trigger.start): event.id
        for event in groups.events
        for t in event.tellings
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    path = parser.parse_args().data / "affairs" / "articles.jsonl"
    if not path.is_file():
        print(f"skipped: no affairs at {path}")
        return
    pairs = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    affairs = {pair["affair"] for pair in pairs}
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    held = events_at(path, {line["id"] for line in lines if line["affair"] in affairs})
    right: dict[str, bool] = {}
    lost = 0
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for pair in pairs:
        left, other = (held.get((a, b)) for a, b, _ in (pair["left"], pair["right"]))
        joined = left is not None and left == other
        lost += pair["same"] and (left is None or other is None)
        right[":".join(map(str, (*pair["left"], *pair["right"])))] = joined == pair["same"]
        for half in (pair["half"], "both"):
            counts[half, pair["same"], joined] += 1
    print(f"{'half':6}{'pairs':>7}{'precision':>11}{'recall':>8}")
    for half in ("tune", "test", "both"):
        met, wrong = counts[half, True, True], counts[half, False, True]
        same = met + counts[half, True, False]
        total = same + wrong + counts[half, False, False]
        print(f"{half:6}{total:7}{met / max(met + wrong, 1):11.3f}{met / max(same, 1):8.3f}")
    print(f"{lost} pairs of one event are lost because a telling of theirs is in no event")
    compare({"pairs": right}, LAST)


if __name__ == "__main__":
    main()
