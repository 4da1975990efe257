"""Furniture and titles: lines marked against lines judged by eye, and what was gained or lost.

`python -m bench.furniture [--data ../shared/data]`. `bench/cases/furniture.json` judges the first
70 articles of affairs/articles.jsonl (article ids and spans). The rules were written while reading
these articles: the figures say what the rules do there, not how they do elsewhere.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from tellings.model import Article
from tellings.read.inputs import read

HERE = Path(__file__).parent
LAST = HERE / "last" / "furniture.json"
Mark = tuple[str, int, int]


def judged() -> set[Mark]:
    """(article id, start, end) of each line judged to be furniture; ids with no line count too."""
    cases = json.loads((HERE / "cases" / "furniture.json").read_text(encoding="utf-8"))["furniture"]
    return {(name, start, end) for name, spans in cases.items() for start, end in spans}


def judged_articles() -> set[str]:
    cases = json.loads((HERE / "cases" / "furniture.json").read_text(encoding="utf-8"))["furniture"]
    return set(cases)


def titles(found: list[Article], folder: Path) -> tuple[int, int]:
    """Of how many articles with a known title the title is found again as a plain text's line."""
    right = tried = 0
    for article in found:
        if not article.title or article.headline:
            continue
        path = folder / "a.txt"
        path.write_text(f"{article.title}\n{article.text}", encoding="utf-8")
        (again,) = read([str(path)])
        tried += 1
        right += isinstance(again, Article) and again.title == article.title
    return right, tried


def changes(now: set[Mark]) -> list[str]:
    """Marks gained and lost since the last run, which is then this one."""
    before = {tuple(mark) for mark in json.loads(LAST.read_text())} if LAST.exists() else None
    LAST.parent.mkdir(exist_ok=True)
    LAST.write_text(json.dumps(sorted(now), separators=(",", ":")) + "\n")
    if before is None:
        return ["no earlier run to compare with"]
    gained, lost = sorted(now - before), sorted(before - now)
    return [f"gained {mark}" for mark in gained] + [f"lost   {mark}" for mark in lost]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    path = parser.parse_args().data / "affairs" / "articles.jsonl"
    if not path.exists():
        print(f"skipped: {path} is not there")
        return
    start = time.perf_counter()
    found = [item for item in read([str(path)]) if isinstance(item, Article)]
    took = time.perf_counter() - start
    some, truth = judged_articles(), judged()
    marks = {
        (item, span.start, span.end)
        for article in found
        if (item := article.input.item or "") in some
        for span in article.furniture
    }
    right = len(marks & truth)
    print(f"articles              {len(found)} read in {took:.1f} s")
    print(f"furniture, judged     {len(truth)} lines in {len(some)} articles")
    print(f"  marked              {len(marks)}, {right} of them rightly")
    print(f"  precision, recall   {right / len(marks):.3f} {right / len(truth):.3f}")
    with tempfile.TemporaryDirectory() as folder:
        again, tried = titles(found, Path(folder))
    print(f"titles put in front   {again} of {tried} found again in plain text")
    print("\n".join(changes(marks)))


if __name__ == "__main__":
    main()
