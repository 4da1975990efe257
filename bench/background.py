"""Builds src/tellings/words/background.bin: how many articles hold each word (hashes and counts).

`python -m bench.background` reads news and reference articles under --data (PolNeAR train, AQUAINT,
EWT, GUM, Re-DocRED); the affairs and ECB+, by which stories are measured, are kept out of it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tellings.text.background import STOCK_RUN, Background
from tellings.text.shingles import Hashes, shingles, words

TREEBANKS = ("ewt_train", "gumopen_train", "redocred")
FEWEST = 3  # a word of fewer articles weighs as unknown: 15,000 words stay of 60,000
STOCK = 4  # a run of 5 words that fewer articles share may be one agency's
HALF = np.uint64(32)


def texts(data: Path) -> Iterator[str]:
    """One text an article."""
    for path in sorted((data / "polnear" / "train" / "text").rglob("*.txt")):
        yield path.read_text("utf-8", "replace")
    for path in sorted((data / "timex" / "aquaint").glob("*.tml")):
        yield re.sub(r"<[^>]*>", "", path.read_text("utf-8", "replace"))
    for name in TREEBANKS:
        documents: dict[str, list[str]] = defaultdict(list)
        with (data / "language" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                sentence = json.loads(line)
                documents[sentence["doc"]].append(" ".join(sentence["words"]))
        yield from (" ".join(parts) for parts in documents.values())


def table(articles: Iterator[str]) -> Background:
    held: list[Hashes] = []
    runs: list[Hashes] = []
    for text in articles:
        hashes = words(text).hashes
        held.append(np.unique(hashes >> HALF))
        runs.append(np.unique(shingles(hashes, STOCK_RUN) >> HALF))
    keys, counts = np.unique(np.concatenate(held), return_counts=True)
    stock, often = np.unique(np.concatenate(runs), return_counts=True)
    kept = counts >= FEWEST
    return Background(len(held), keys[kept], counts[kept].astype(np.uint64), stock[often >= STOCK])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("-o", type=Path, default=Path("src/tellings/words/background.bin"))
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"skipped: no data at {options.data} (see its README for where each part is found)")
        return
    dump = table(texts(options.data)).dump()
    options.o.write_bytes(dump)
    print(f"{options.o}: {len(dump) / 1000:.0f} kB, {Background.parse(dump).articles} articles")


if __name__ == "__main__":
    main()
