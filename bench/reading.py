"""The reader: words a second on one core, memory, load time, and figures from raw text.

`python -m bench.reading [--data ../shared/data] [--quick]`; `--part test` once, at the end.
Speed counts words (tokens without white space) of ../shared/data/affairs, read one by one.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

LAST = Path(__file__).parent / "last" / "reading.json"


def texts(data: Path, most: int) -> list[str]:
    """The first articles' texts, for timing only."""
    path = data / "affairs" / "articles.jsonl"
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(most), lines, strict=False)]
    return [row.get("text") or row.get("maintext") or "" for row in rows]


def timed(data: Path, most: int) -> dict[str, float]:
    """Load time, words a second (by the clock and by the processor's time), peak memory in MB."""
    start = time.perf_counter()
    from tellings.annotate.reader import reader

    nlp = reader()
    loaded = time.perf_counter() - start
    read = texts(data, most)
    nlp(read[0])
    words, clock, cpu = 0, time.perf_counter(), time.process_time()
    for text in read:
        words += sum(not token.is_space for token in nlp(text))
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "load_s": round(loaded, 2),
        "words": words,
        "words_per_s": round(words / clock),
        "words_per_cpu_s": round(words / cpu),
        "peak_mb": round(peak),
    }


def in_fresh_process(data: Path, most: int) -> dict[str, float]:
    """`timed` where nothing has been imported and one thread is all there is."""
    code = (
        "import json, pathlib, bench.reading as r;"
        f"print(json.dumps(r.timed(pathlib.Path({str(data)!r}), {most})))"
    )
    env = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def figures(data: Path, part: str) -> dict[str, dict[str, float]]:
    """F1 from raw text on the treebanks of a part."""
    from models.en.evaluate import SETS
    from models.en.raw import measure
    from models.en.treebank import documents

    from tellings.annotate.reader import reader

    nlp = reader()
    folder = data / "language"
    return {n: measure(nlp, documents(folder / f"{n}_{part}.jsonl")) for n in SETS[part]}


def show(found: dict[str, dict[str, float]], last: dict[str, dict[str, float]]) -> None:
    """One line a figure, with its change against the last run."""
    for name, row in found.items():
        for key, value in row.items():
            before = last.get(name, {}).get(key)
            change = "" if before is None else f"   {value - before:+.2f}"
            print(f"{name:14} {key:16} {value:10.2f}{change}")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--articles", type=int, default=150)
    ask.add_argument("--quick", action="store_true", help="speed and memory only")
    ask.add_argument("--part", choices=("dev", "test"), default="dev")
    asked = ask.parse_args()
    if not asked.data.is_dir():
        print(f"skipped: no data at {asked.data}")
        return
    found = {"speed": in_fresh_process(asked.data, asked.articles)}
    if not asked.quick:
        raw = figures(asked.data, asked.part)
        found |= {f"{n} {asked.part}": row for n, row in raw.items()}
    last = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    show(found, last)
    LAST.parent.mkdir(exist_ok=True)
    LAST.write_text(json.dumps({**last, **found}, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
