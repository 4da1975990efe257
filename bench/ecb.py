"""Event mentions and their joining on ECB+: `python -m bench.ecb [--part Dev|Train]`.

CoNLL F1 over all documents as one, with groups of one and without. From raw text, scored on the
annotated sentences only, a mention is right where its words are exactly ECB+'s: "record" takes what
the record keeps for a happening, "every trigger" also what it leaves out (wishes, habits, comment),
for ECB+ marks those too; both take the words of saying, which ECB+ marks as events. "Gold mentions"
are given ECB+'s words. All are joined inside the stories that `link/stories.py` finds; no topic is
told.

The text of a document is its tokens, joined, one sentence a line; the address line of the `plus`
documents is dropped. There the JSON counts sentences from the first after it, the XML and
`annotated_sentences.csv` from the address.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree

from bench.conll import Conll, conll
from bench.times import compare

from tellings import flow
from tellings.annotate.article import annotate
from tellings.annotate.events import mentions_at
from tellings.annotate.reader import reader
from tellings.annotate.triggers import at_words, triggers
from tellings.flow.linking import events_step, happened_in
from tellings.flow.scenes import background_weights, scenes_of, stop_words
from tellings.link.events import Comparer, Happened, joined
from tellings.model import Article, EventMention, Input, Marks

LAST = Path(__file__).parent / "last" / "ecb.json"
_CLOSE = re.compile(r"[.,;:!?)\]%]|n't|'[a-z]{0,2}")
Place = tuple[str, int, int]  # document, and the span of a mention's words


@dataclass(slots=True)
class Document:
    """One document: its text, its gold mentions by place, and its annotated spans."""

    name: str
    text: str
    gold: dict[tuple[int, int], str] = field(default_factory=dict)
    judged: list[tuple[int, int]] = field(default_factory=list)


def documents(folder: Path, part: str) -> Iterator[Document]:
    gold: dict[str, list[dict[str, object]]] = defaultdict(list)
    chosen = folder / f"ECB_{part}_Event_gold_mentions.json"
    for mention in json.loads(chosen.read_text("utf-8")):
        gold[mention["doc_id"]].append(mention)
    with (folder / "annotated_sentences.csv").open(encoding="utf-8") as lines:
        judged = {(f"{t}_{f}", int(n)) for t, f, n in list(csv.reader(lines))[1:]}
    for name in sorted(gold):
        yield _document(folder / "xml" / name.split("_")[0] / f"{name}.xml", gold[name], judged)


def _document(
    file: Path, gold: Iterable[dict[str, object]], judged: set[tuple[str, int]]
) -> Document:
    plus = file.stem.endswith("plus")
    text, last = "", None
    at: dict[tuple[int, int], tuple[int, int]] = {}
    bounds: dict[int, tuple[int, int]] = {}
    for token in ElementTree.parse(file).getroot().iter("token"):
        sentence, number = int(token.get("sentence", 0)), int(token.get("number", 0))
        word = token.text or ""
        if plus and sentence == 0:
            continue
        if last is not None and sentence != last:
            text += "\n"
        elif text and not text.endswith(("\n", "(", "$", "[")) and not _CLOSE.fullmatch(word):
            text += " "
        at[sentence, number] = (len(text), len(text) + len(word))
        text, last = text + word, sentence
        bounds[sentence] = (bounds.get(sentence, at[sentence, number])[0], len(text))
    held = Document(file.stem, text)
    held.judged = [bounds[s] for s in sorted(bounds) if (file.stem, s) in judged]
    for mention in gold:
        numbers: list[int] = mention["tokens_number"]  # type: ignore[assignment]
        sentence = int(str(mention["sent_id"])) + plus
        spans = [at[sentence, n] for n in numbers]
        held.gold[spans[0][0], spans[-1][1]] = str(mention["coref_chain"])
    return held


@dataclass(slots=True)
class Way:
    """One way of finding the mentions: the marks by document, and each mention's place."""

    marks: dict[str, Marks] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    alone: list[set[Place]] = field(default_factory=list)  # words of saying: never joined

    def add(
        self,
        held: Document,
        marks: Marks,
        found: Sequence[EventMention],
        cues: Sequence[tuple[int, int]],
    ) -> None:
        """Mentions that were found; only those in annotated sentences are scored."""
        self.marks[held.name] = replace(marks, events=tuple(found))
        spans = {(m.trigger.start, m.trigger.end): m.id for m in found}
        for start, end in {*spans, *cues}:
            if not any(a <= start < b for a, b in held.judged):
                continue
            if (start, end) in spans:
                self.places[spans[start, end]] = (held.name, start, end)
            else:
                self.alone.append({(held.name, start, end)})

    def given(self, held: Document, marks: Marks, found: Sequence[EventMention]) -> None:
        """Mentions at the gold words; two in one place of the parse are taken as one."""
        once = {mention.id: mention for mention in found}
        self.marks[held.name] = replace(marks, events=tuple(once[i] for i in sorted(once)))
        for (start, end), mention in zip(held.gold, found, strict=True):
            if mention.id in self.places:
                self.alone.append({(held.name, start, end)})
            else:
                self.places[mention.id] = (held.name, start, end)

    def stories(self, docs: Sequence[Document]) -> list[list[Happened]]:
        """The mentions by story, ready to be joined."""
        articles = {d.name: Article(d.name, Input(d.name, "0" * 64), d.text) for d in docs}
        state = flow.State(dict(sorted(articles.items())), self.marks)
        for step in flow.STEPS[: flow.STEPS.index(events_step)]:
            state = step(state)
        known = {actor.id: actor for actor in state.actors}
        return [happened_in(scene, state, known) for scene in scenes_of(state)]

    def groups(self, docs: Sequence[Document]) -> list[set[Place]]:
        """The mentions joined as the record joins them."""
        comparer = Comparer(background_weights().of, stop_words())
        made = [
            {self.places[one] for one in group if one in self.places}
            for story in self.stories(docs)
            for group in joined(story, comparer)[2]
        ]
        return [*made, *self.alone]


def show(name: str, key: list[set[Place]], found: list[set[Place]]) -> None:
    found = [group for group in found if group]
    both = [conll(key, found, singletons=keep) for keep in (True, False)]
    wanted, got = {m for g in key for m in g}, {m for g in found for m in g}
    met = len(wanted & got)
    print(f"{name:14}{len(wanted):7}{len(got):7}{100 * met / len(wanted):8.1f}", end="")
    print(f"{100 * met / max(len(got), 1):8.1f}{_cells(both[0])}{100 * both[1].f1:15.1f}")


def _cells(score: Conll) -> str:
    parts = (score.muc.f1, score.b3.f1, score.ceafe.f1, score.f1)
    return "".join(f"{100 * part:8.1f}" for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", choices=("Dev", "Train"), default="Dev")
    options = parser.parse_args()
    folder = options.data / "ecbplus"
    if not folder.is_dir():
        print(f"skipped: no ECB+ at {folder}")
        return
    read = reader()
    docs = list(documents(folder, options.part))
    ways = {name: Way() for name in ("record", "every trigger", "gold mentions")}
    for held in docs:
        doc = read(held.text)
        marks = annotate(
            Article(held.name, Input(held.name, "0" * 64), held.text),
            lambda _, doc=doc: doc,  # type: ignore[arg-type]
        )
        cues = [(q.cue.start, q.cue.end) for q in marks.quotes if q.cue is not None]
        ways["record"].add(held, marks, marks.events, cues)
        every = mentions_at(doc, held.name, marks, list(triggers(doc)))
        ways["every trigger"].add(held, marks, every, cues)
        gold = [at_words(doc, start, end) for start, end in held.gold]
        found = mentions_at(doc, held.name, marks, gold)
        ways["gold mentions"].given(held, marks, found)
    chains: dict[str, set[Place]] = defaultdict(set)
    for held in docs:
        for (start, end), chain in held.gold.items():
            chains[chain].add((held.name, start, end))
    key = list(chains.values())
    print(f"{'ECB+ ' + options.part:14}{'gold':>7}{'found':>7}{'R':>8}{'P':>8}", end="")
    print(f"{'MUC':>8}{'B3':>8}{'CEAFe':>8}{'CoNLL':>8}{'no singletons':>15}")
    found_groups = {name: [g for g in way.groups(docs) if g] for name, way in ways.items()}
    for name, groups in found_groups.items():
        show(name, key, groups)
    compare({name: _right(key, groups) for name, groups in found_groups.items()}, LAST)


def _right(key: list[set[Place]], found: list[set[Place]]) -> dict[str, bool]:
    """Which gold mentions stand in a group that holds all of their chain."""
    owner = {place: group for group in found for place in group}
    return {
        f"{place[0]}:{place[1]}": place in owner and chain <= owner[place]
        for chain in key
        for place in chain
    }


if __name__ == "__main__":
    main()
