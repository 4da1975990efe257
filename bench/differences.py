"""How many findings hold: `python -m bench.differences [--data ../shared/data] [--read N]`.

bench/cases/differences.jsonl holds findings on the development affairs that were printed once and
read by eye with the articles open: sides (article's id in its line, start, end), whether it holds,
and the cause where it does not. The parts are whole affairs, yet both were read before the rules
were mended: `test` is no held-out figure, `--read N` on what nobody has judged is.
A finding of today meets a case of its kind and slot where two of the case's places lie in two of
its sides (two cites of its one side, for agreements and omissions); an omission is judged article
by article. Precision counts judged findings only, and says how many nobody has judged; `sprung` is
the share of the cases that do not hold and are printed all the same, `kept` of those that hold.

All affairs go through the whole flow together, as a build takes them. `--record DIR` takes the
articles and marks of a record built from the same file, and only links and weighs again; `--ecb
DIR` likewise one of ECB+'s documents (without it ECB+ is read anew where `--record` is not given).

Below that table stands the gold that was found by reading alone (bench/gold.py), `tune` and `test`
on the affairs, `ecb` on ECB+'s train part: precision, traps sprung, recall by slot and type, and
how often differences of like confidence hold. Last comes what was judged afterwards on stories in
no gold (bench/unread.py). Of `test` only totals are told.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import Corpus, development, ecbplus
from bench.gold import Scored, bands, items, met, reliability, scored
from bench.gold import table as gold_table
from bench.times import compare
from bench.unread import right as read_right
from bench.unread import stands, unread, wrong
from bench.unread import table as unread_table

from tellings.model import Finding
from tellings.weigh.confidence import class_of

CASES = Path(__file__).parent / "cases" / "differences.jsonl"
PARTS = ("tune", "test")
CLOSED = ("test", "gold test")  # what is wrong there is told to nobody
LAST = Path(__file__).parent / "last" / "differences.json"


@dataclass(frozen=True, slots=True)
class Case:
    """One judged finding, its places by the articles' ids in the data."""

    part: str
    kind: str
    slot: str | None
    type: str | None
    sides: tuple[tuple[str, int, int], ...]
    missing: frozenset[str]
    holds: bool
    cause: str

    @property
    def label(self) -> str:
        return " ".join(filter(None, (self.kind, self.slot, self.type)))

    @property
    def name(self) -> str:
        places = "~".join(f"{article[:6]}:{start}" for article, start, _ in self.sides)
        without = "-" + ",".join(sorted(m[:6] for m in self.missing)) if self.missing else ""
        return f"{self.kind}/{self.slot}/{self.type} {places}{without}"


def cases(path: Path) -> list[Case]:
    """The judged findings, in the file's order."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        sides = tuple((side["article"], side["start"], side["end"]) for side in row["sides"])
        missing = frozenset(row.get("missing", ()))
        found.append(
            Case(
                row["part"],
                row["kind"],
                row["slot"],
                row["type"],
                sides,
                missing,
                row["holds"],
                row["cause"],
            )
        )
    return found


def meets(case: Case, finding: Finding, names: Mapping[str, str]) -> bool:
    """Whether a finding of today is the one that was judged. `names` gives each article's id."""
    if (case.kind, case.slot, case.type) != (finding.kind, finding.slot, finding.type):
        return False
    if case.missing and case.missing.isdisjoint(names[article] for article in finding.missing):
        return False
    if finding.kind == "difference":
        groups = [side.cites for side in finding.sides]
    else:
        groups = [(cite,) for cite in finding.sides[0].cites]
    return met(case.sides, groups, names)


def table(judged: Sequence[Case], printed: Mapping[str, bool]) -> None:
    """By part and kind of finding: how many printed ones hold, traps sprung, true ones kept."""
    for part in PARTS:
        mine = [case for case in judged if case.part == part]
        for label in ["difference", *sorted({case.label for case in mine})]:
            of = [c for c in mine if c.label == label or label == c.kind == "difference"]
            shown = [case for case in of if printed[case.name]]
            true = sum(case.holds for case in shown)
            traps, good = sum(not c.holds for c in of), sum(c.holds for c in of)
            print(
                f"{part}: {label:36} {true:3} of {len(shown):3} printed hold; "
                f"{len(shown) - true:3} of {traps:3} traps sprung; {true:3} of {good:3} kept"
            )


def places(finding: Finding, names: Mapping[str, str]) -> str:
    """A finding by ids and offsets, to be read with the articles open."""
    sides = (
        " + ".join(f"{names[c.article][:6]}:{c.start}-{c.end}" for c in side.cites[:3])
        for side in finding.sides
    )
    missing = " missing " + ",".join(names[m][:6] for m in finding.missing)
    head = f"{finding.id} {finding.kind} {finding.slot or ''} {finding.type or ''}"
    return f"{head}: {' | '.join(sides)}{missing if finding.missing else ''}"


def unjudged(
    judged: Iterable[Case], findings: Iterable[Finding], names: Mapping[str, str]
) -> list[Finding]:
    known = list(judged)
    return [f for f in findings if not any(meets(case, f, names) for case in known)]


def golden(corpus: Corpus, parts: Sequence[str], errors: bool) -> dict[str, dict[str, bool]]:
    """Prints the tables of the gold; what was right by part and item."""
    right, scores = {}, []
    for part in parts:
        gold = items(CASES.with_name(f"{part}.jsonl"))
        if not gold:
            print(f"gold {part}: skipped, no {part}.jsonl")
            continue
        one = scored(gold, corpus.findings, corpus.names, corpus.affairs)
        gold_table(part, one)
        scores.append(one)
        right[f"gold {part}"] = one.right()
        if errors and part != "test":
            wrong = (i for i in gold if not one.right()[i.name])
            print(*(f"   {i.affair[:24]} {i.name} {i.holds} {i.cause}" for i in wrong), sep="\n")
            free = (f for f in one.printed if one.held(f) is None)
            print(*(f"   meets no item: {places(f, corpus.names)}" for f in free), sep="\n")
    for one in scores:
        print(f"gold {one.items[0].part}: how often differences of like confidence hold")
        reliability([one])
    return right


def calibration(corpus: Corpus, judged: Sequence[Case]) -> Iterator[str]:
    """The lines of words/confidence.toml: of differences all that were read on stories in no gold,
    printed still or not; judged findings for the rest."""
    counts: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for item in items(CASES.with_name("unread.jsonl")):
        if item.slot == "wording":
            continue  # its confidence is a fitted probability
        name = f"difference/{item.slot}/{item.type}"
        counts[name] += item.holds
        read[name] += 1
    for finding in corpus.findings:
        if finding.kind == "difference":
            continue
        holds = [c.holds for c in judged if c.part == "tune" and meets(c, finding, corpus.names)]
        if holds:
            counts[class_of(finding)] += all(holds)
            read[class_of(finding)] += 1
    for name in sorted(read):
        yield f'"{name}" = [{counts[name]}, {read[name]}]'


def again(findings: Sequence[Finding], names: Mapping[str, str], count: int) -> None:
    """Some findings that nobody has judged, by ids and offsets."""
    some = random.Random(7).sample(findings, min(count, len(findings)))
    print(*(places(f, names) for f in sorted(some, key=lambda f: f.id)), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--record", type=Path, help="a record of the affairs, to weigh again")
    parser.add_argument("--ecb", type=Path, help="a record of ECB+'s documents, to weigh again")
    parser.add_argument("--read", type=int, default=0, help="print N findings nobody has judged")
    parser.add_argument("--calibrate", action="store_true", help="lines of confidence.toml")
    parser.add_argument("--errors", action="store_true", help="print errors, of test none")
    options = parser.parse_args()
    file = options.data / "affairs" / "articles.jsonl"
    if not file.is_file():
        print(f"skipped: no {file}")
        return
    affairs, ecb = development(file, options.record), abroad(options)
    judged = cases(CASES)
    free = unread([one for one in (affairs, ecb) if one is not None])
    if options.calibrate:
        print(*calibration(affairs, judged), sep="\n")
        return
    right = own(affairs, judged, options.errors)
    right |= golden(affairs, PARTS, options.errors)
    if ecb is not None:
        right |= golden(ecb, ("ecb",), options.errors)
    right["unread"] = afterwards(free, options.errors)
    for one, corpus in zip(free, (affairs, ecb), strict=False):
        if corpus is not None:
            new = [f for f in one.printed if stands(one, f) is None]
            again(new, corpus.names, options.read)
    compare(right, LAST, CLOSED)


def afterwards(free: Sequence[Scored], errors: bool) -> dict[str, bool]:
    """Prints how many differences hold on stories in no gold, as far as somebody read them."""
    unread_table(free)
    bands((f.confidence, stands(one, f)) for one in free for f in one.printed)
    if errors:
        false = (item for one in free for item in wrong(one))
        print(*(f"   {i.affair[:24]} {i.name} {i.cause}" for i in false), sep="\n")
    return read_right(free)


def own(affairs: Corpus, judged: Sequence[Case], errors: bool) -> dict[str, dict[str, bool]]:
    """Prints how many judged findings are printed still."""
    names = affairs.names
    printed = {c.name: any(meets(c, f, names) for f in affairs.findings) for c in judged}
    table(judged, printed)
    new = unjudged(judged, affairs.findings, names)
    for kind in ("difference", "omission", "agreement"):
        of = [f for f in affairs.findings if f.kind == kind]
        print(f"printed: {len(of)} {kind}s, {sum(f.kind == kind for f in new)} of them not judged")
    if errors:
        wrong = (c for c in judged if c.part == "tune" and c.holds != printed[c.name])
        print(*(f"   {case.name} {case.cause}" for case in wrong), sep="\n")
    return {
        part: {c.name: c.holds == printed[c.name] for c in judged if c.part == part}
        for part in PARTS
    }


def abroad(options: argparse.Namespace) -> Corpus | None:
    """ECB+'s documents, as far as they are there and asked for."""
    folder = options.data / "ecbplus"
    if not folder.is_dir():
        print(f"gold ecb: skipped, no {folder}")
        return None
    if options.record is not None and options.ecb is None:
        print("gold ecb: skipped, no --ecb RECORD")
        return None
    return ecbplus(folder, options.ecb)


if __name__ == "__main__":
    main()
