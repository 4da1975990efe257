"""Findings of stories in no gold, judged after they were printed; a table of `bench.differences`.

bench/cases/unread.jsonl holds differences that were printed once on affairs and ECB+ train stories
which no gold covers, each read with its articles open: one place of each side, whether it holds,
and the cause where not. Many of the false ones led to rules, so the share that holds among those
printed today is no figure for stories still to come; the share of all that were read, printed still
or not, is how many held at first sight. The part `last` is all that was printed on ECB+'s dev
stories, whose differences nobody had read while rules were written; the part `weights` all that the
next weights of the reader printed there that the former ones had not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.corpora import Corpus
from bench.gold import Item, Scored, items, scored

from tellings.model import Finding

CASES = Path(__file__).parent / "cases"
PARTS = (
    ("unread", "stories in no gold"),
    ("last", "ECB+'s dev stories"),
    ("weights", "what new weights of the reader printed for the first time"),
)


def unread(corpora: Sequence[Corpus]) -> list[Scored]:
    """The judged findings of each corpus met with what it prints on stories in no gold."""
    read = items(CASES / "unread.jsonl")
    golden = {i.affair for part in ("tune", "test", "ecb") for i in items(CASES / f"{part}.jsonl")}
    found = []
    for corpus in corpora:
        free = {*corpus.affairs.values()} - golden
        mine = [item for item in read if item.affair in free]
        found.append(scored(mine, corpus.findings, corpus.names, corpus.affairs, free))
    return found


def stands(one: Scored, finding: Finding) -> bool | None:
    """Whether all that was judged of a finding holds; None where nobody has read it."""
    met = one.by_finding[finding.id]
    return all(item.holds for item in met) if met else None


def table(found: Sequence[Scored]) -> None:
    """By slot how many printed ones hold, and of those read which are printed still."""
    rows = [(finding, stands(one, finding)) for one in found for finding in one.printed]
    slots = sorted({str(finding.slot) for finding, _ in rows})
    for slot in ("all", *slots):
        mine = [held for finding, held in rows if slot in ("all", finding.slot)]
        judged = [held for held in mine if held is not None]
        print(
            f"read afterwards: {slot:9} {sum(judged):3} of {len(judged):3} printed hold, "
            f"{len(mine) - len(judged):2} not read"
        )
    read: Counter[tuple[bool, bool]] = Counter(
        (item.holds, bool(one.by_item[item.name])) for one in found for item in one.items
    )
    for part, where in PARTS:
        held = [item.holds for one in found for item in one.items if item.part == part]
        print(f"read afterwards: at first sight {sum(held)} of {len(held)} held on {where}")
    print(
        f"read afterwards: of what did not hold {read[False, True]} of "
        f"{read[False, True] + read[False, False]} are printed still, of what held "
        f"{read[True, True]} of {read[True, True] + read[True, False]}"
    )


def right(found: Sequence[Scored]) -> dict[str, bool]:
    """By judged finding: a true one printed, or a false one not."""
    return {name: ok for one in found for name, ok in one.right().items()}


def wrong(one: Scored) -> list[Item]:
    """What does not hold and is printed still."""
    return [item for item in one.items if not item.holds and one.by_item[item.name]]
