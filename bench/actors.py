"""Who is one person across articles: `python -m bench.actors [--data ../shared/data] [--errors]`.

ECB+ train and dev topics. Gold: the chains of mentions that the corpus marks as persons
(HUMAN_PART_PER), over all documents as one; only annotated sentences count. The system reads raw
text (each page put together from its words, without the first line where that is an address), finds
parties, and joins them to actors with every topic half (one happening told by several outlets) as
one story. A found mention is the gold mention with which it shares its last word or, where there is
none, the only one that it overlaps; a mention that is found and is not gold stays in the response.
Two baselines join, over the same found mentions, what has the same head word: in all documents, and
in a topic. As the gold marks those only who take part in a marked event, each row is given once
more over the found mentions that are gold ("marked"). `pair precision` is the share of the pairs of
gold mentions in one actor that are in one chain. An item gained or lost is a gold mention that is
found, in an actor of which more than half is of its chain.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from time import process_time

from bench.conll import Conll, conll
from bench.times import compare
from spacy.language import Language
from spacy.tokens import Doc

from tellings.annotate.events import events
from tellings.annotate.parties import parties
from tellings.annotate.reader import reader
from tellings.link.actors import Cast, actors
from tellings.model import EventMention, Party, Span
from tellings.text.quotation import quotations

LAST = Path(__file__).parent / "last" / "actors.json"
PARTS = ("Train", "Dev")
_TOKEN = re.compile(r'<token t_id="(\d+)" sentence="(\d+)" number="(\d+)">(.*?)</token>')
_PERSON = re.compile(r"<HUMAN_PART_PER [^>]*>(.*?)</HUMAN_PART_PER>", re.DOTALL)
_ANCHOR = re.compile(r'<token_anchor t_id="(\d+)"')
_GLUED = re.compile(r"[,.;:!?%)\]]|'s|n't|'re|'ll|'ve|'d|'m|''|’s|n’t")
_PLAIN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}

Mention = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """One document: its text, the spans of its annotated sentences, its gold persons by chain."""

    name: str
    topic: str
    story: str
    text: str
    annotated: tuple[Span, ...]
    gold: dict[Span, str]


def pages(folder: Path, part: str) -> Iterator[Page]:
    """The documents of part "Train" or "Dev" that have annotated sentences, by name."""
    with (folder / "annotated_sentences.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    chosen: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        chosen[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    chains: dict[str, dict[tuple[int, ...], str]] = defaultdict(dict)
    path = folder / f"ECB_{part}_Entity_gold_mentions.json"
    for m in json.loads(path.read_text(encoding="utf-8")):
        # In the ecbplus files the mentions' sentence numbers leave out the line with the address.
        sentence = m["sent_id"] + m["doc_id"].endswith("plus")
        chains[m["doc_id"]][sentence, *sorted(m["tokens_number"])] = m["coref_chain"]
    topics = {name.split("_")[0] for name in chains}
    for name in sorted(chosen):
        topic = name.split("_")[0]
        if topic in topics:
            xml = (folder / "xml" / topic / f"{name}.xml").read_text(encoding="utf-8")
            yield _page(name, xml, chosen[name], chains[name])


def _page(name: str, xml: str, chosen: set[int], chains: dict[tuple[int, ...], str]) -> Page:
    words = [(int(t), int(s), int(n), html.unescape(w)) for t, s, n, w in _TOKEN.findall(xml)]
    skip = {0} if name.endswith("plus") and re.match(r"https?", _line(words, 0)) else set()
    text, spans, at = "", {}, {}
    bounds: dict[int, tuple[int, int]] = {}
    last = -1
    for token, sentence, number, word in words:
        if sentence in skip:
            continue
        plain = _PLAIN.get(word, word)
        text += _gap(text, plain, sentence != last)
        spans[token] = Span(len(text), len(text) + len(plain))
        at[token] = (sentence, number)
        text += plain
        bounds[sentence] = (bounds.get(sentence, (spans[token].start, 0))[0], len(text))
        last = sentence
    gold = {}
    for body in _PERSON.findall(xml):
        tokens = sorted(int(t) for t in _ANCHOR.findall(body) if int(t) in spans)
        if not tokens:
            continue
        key = (at[tokens[0]][0], *(at[t][1] for t in tokens))
        if key in chains:
            gold[Span(spans[tokens[0]].start, spans[tokens[-1]].end)] = chains[key]
    annotated = tuple(Span(*bounds[s]) for s in sorted(chosen & bounds.keys()))
    topic = name.split("_")[0]
    return Page(name, topic, f"{topic}{'plus' * name.endswith('plus')}", text, annotated, gold)


def _line(words: Sequence[tuple[int, int, int, str]], sentence: int) -> str:
    return "".join(w for _, s, _, w in words if s == sentence)


def _gap(text: str, word: str, fresh: bool) -> str:
    """What stands before a word: a line break behind a line without a stop (a headline)."""
    if not text:
        return ""
    if fresh:
        return " " if text[-1] in ".?!\"'”’" else "\n"
    if _GLUED.fullmatch(word) or text[-1] in "($[#":
        return ""
    return " "


@dataclass(frozen=True, slots=True)
class Read:
    """A page with its parties, and what happens to them."""

    page: Page
    parties: tuple[Party, ...]
    events: tuple[EventMention, ...] = ()


def read(page: Page, doc: Doc) -> Read:
    """The parties of one page, as the flow finds them."""
    names, people = parties(doc, page.name, quotations(page.text))
    return Read(page, people, events(doc, page.name, people, names, (), ()))


def found(reads: Sequence[Read]) -> tuple[dict[Mention, str], dict[Mention, tuple[str, str]]]:
    """Each found person mention with its actor, and with the key of the baseline: topic, head."""
    casts = [Cast(r.page.name, r.page.story, r.page.text, r.parties, r.events) for r in reads]
    owner = {p: actor for actor in actors(casts)[1] for p in actor.parties}
    mine: dict[Mention, str] = {}
    heads: dict[Mention, tuple[str, str]] = {}
    for one in reads:
        page = one.page
        for party in one.parties:
            if party.kind != "person":
                continue
            for span in party.mentions:
                if not any(s.contains(span) for s in page.annotated):
                    continue
                place = _aligned(page, span)
                if place in mine:
                    continue
                mine[place] = owner[party.id].id
                heads[place] = (page.topic, _head(span.of(page.text)))
    return mine, heads


def _aligned(page: Page, span: Span) -> Mention:
    same_end = [g for g in page.gold if g.end == span.end or g.start == span.start]
    over = same_end or [g for g in page.gold if g.overlaps(span)]
    if span not in page.gold and (len(over) == 1 or same_end):
        span = max(over, key=lambda g: len(g.of(page.text)))
    return page.name, span.start, span.end


def _head(text: str) -> str:
    words = re.split(r" of | for |,", text)[0].split()
    return words[-1].lower() if words else text.lower()


def _grouped(owner: Mapping[Mention, object]) -> list[set[Mention]]:
    groups: dict[object, set[Mention]] = defaultdict(set)
    for mention, key in owner.items():
        groups[key].add(mention)
    return list(groups.values())


def key(reads: Sequence[Read]) -> dict[Mention, str]:
    """Each gold mention with its chain."""
    return {
        (r.page.name, span.start, span.end): chain
        for r in reads
        for span, chain in r.page.gold.items()
    }


def row(name: str, score: Conll) -> None:
    """Recall, precision and F1 of the three scores, and their mean."""
    parts = [score.muc, score.b3, score.ceafe]
    figures = "".join(
        f"{100 * p.recall:7.1f}{100 * p.precision:6.1f}{100 * p.f1:6.1f}" for p in parts
    )
    print(f"{name:36}{figures}{100 * score.f1:8.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    folder = options.data / "ecbplus"
    if not (folder / "xml").is_dir():
        print(f"skipped: no ECB+ at {folder}")
        return
    print(f"{'':36}{'MUC':^19}{'B3':^19}{'CEAFe':^19}{'CoNLL':>8}")
    nlp: Language = reader()
    right: dict[str, dict[str, bool]] = {}
    read_in, found_in = 0.0, 0.0
    for part in PARTS:
        reads = []
        for page in pages(folder, part):
            start = process_time()
            doc = nlp(page.text)
            read_in += process_time() - start
            start = process_time()
            reads.append(read(page, doc))
            found_in += process_time() - start
        right[part] = report(part, reads)
    share = 100 * found_in / read_in
    print(f"parties and events take {share:.1f}% of the reader's processor time")
    compare(right, LAST)


def report(part: str, reads: Sequence[Read]) -> dict[str, bool]:
    """Print the rows of one part; returns whether each gold mention was found and rightly kept."""
    gold = key(reads)
    mine, heads = found(reads)
    wanted, got = _grouped(gold), _grouped(mine)
    topic = _grouped(heads)
    everywhere = _grouped({mention: head for mention, (_, head) in heads.items()})
    print(f"{part}: {len(gold)} gold mentions in {len(wanted)} chains, {len(mine)} found,")
    print(f"  {sum(m in gold for m in mine)} of them gold, in {len(got)} actors; ", end="")
    print(f"pair precision {100 * _pairs(gold, got):.1f}")
    systems = {"same head": everywhere, "same head, topic": topic, "actors": got}
    for name, groups in systems.items():
        row(f"{part}, {name}", conll(wanted, groups))
        row(f"{part}, {name}, no singletons", conll(wanted, groups, singletons=False))
        marked = [group & gold.keys() for group in groups]
        row(f"{part}, {name}, marked", conll(wanted, [group for group in marked if group]))
    outcome = {}
    held = {m: g for g in got for m in g}
    for mention, chain in gold.items():
        group = held.get(mention, set())
        most = sum(gold.get(m) == chain for m in group)
        outcome[f"{mention[0]}:{mention[1]}"] = bool(group) and 2 * most > len(group)
    return outcome


def _pairs(gold: dict[Mention, str], got: Sequence[set[Mention]]) -> float:
    same = total = 0
    for group in got:
        for a, b in combinations(sorted(group & gold.keys()), 2):
            total += 1
            same += gold[a] == gold[b]
    return same / total if total else 0.0


if __name__ == "__main__":
    main()
