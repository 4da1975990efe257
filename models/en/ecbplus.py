"""ECB+ as words: sentences with the words that tell of a happening, documents with their chains."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_TOKEN = re.compile(r'<token t_id="\d+" sentence="(\d+)" number="(\d+)">(.*?)</token>')
_GLUED = re.compile(r"[,.;:!?%)\]]|'s|n't|'re|'ll|'ve|'d|'m|''|\"")
_PLAIN = {"``": '"', "''": '"', "&amp;": "&", "-LRB-": "(", "-RRB-": ")"}


@dataclass(frozen=True, slots=True)
class Told:
    """One annotated sentence: its words, is a space behind, and the indices of its triggers."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    triggers: tuple[tuple[int, ...], ...]


def sentences(folder: Path, part: str) -> Iterator[Told]:
    """The annotated sentences of part "Train" or "Dev"; the first line of a page is left out."""
    path = folder / f"ECB_{part}_Event_gold_mentions.json"
    mentions: dict[tuple[str, int], list[tuple[int, ...]]] = defaultdict(list)
    topics = set()
    for m in json.loads(path.read_text(encoding="utf-8")):
        # In the ecbplus files the mentions' sentence numbers leave out the line with the address.
        number = m["sent_id"] + m["doc_id"].endswith("plus")
        mentions[m["doc_id"], number].append(tuple(m["tokens_number"]))
        topics.add(m["doc_id"].split("_")[0])
    with (folder / "annotated_sentences.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["Topic"] not in topics:
                continue
            name, number = f"{row['Topic']}_{row['File']}", int(row["Sentence Number"])
            if words := _words(folder / "xml" / row["Topic"] / f"{name}.xml", number):
                spaces = [not _GLUED.fullmatch(w) for w in words[1:]] + [True]
                triggers = [t for t in mentions[name, number] if max(t) < len(words)]
                yield Told(tuple(words), tuple(spaces), tuple(sorted(set(triggers))))


@dataclass(frozen=True, slots=True)
class Document:
    """One document as words, a sentence a paragraph; `chains` names the chain of each trigger."""

    topic: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    paragraphs: tuple[bool, ...]
    chains: Mapping[int, str]


def documents(folder: Path, part: str) -> Iterator[Document]:
    """The documents of part "Train" or "Dev", by name; the line with an address is left out."""
    path = folder / f"ECB_{part}_Event_gold_mentions.json"
    chains: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for m in json.loads(path.read_text(encoding="utf-8")):
        number = m["sent_id"] + m["doc_id"].endswith("plus")
        chains[m["doc_id"]][number, m["tokens_number"][0]] = str(m["coref_chain"])
    for name in sorted(chains):
        topic = name.split("_")[0]
        text = (folder / "xml" / topic / f"{name}.xml").read_text("utf-8")
        places = [(int(s), int(n), _PLAIN.get(w, w)) for s, n, w in _TOKEN.findall(text)]
        places = [p for p in places if p[0] or not name.endswith("plus")]
        starts = [not i or p[0] != places[i - 1][0] for i, p in enumerate(places)]
        words = [w for _, _, w in places]
        spaces = [not _GLUED.fullmatch(w) for w in words[1:]] + [True]
        told = chains[name]
        at = {i: told[s, n] for i, (s, n, _) in enumerate(places) if (s, n) in told}
        yield Document(topic, tuple(words), tuple(spaces), tuple(starts), at)


def _words(path: Path, number: int) -> list[str]:
    found = [(int(n), w) for s, n, w in _TOKEN.findall(path.read_text("utf-8")) if int(s) == number]
    return [_PLAIN.get(w, w) for _, w in sorted(found)]
