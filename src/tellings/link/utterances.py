"""Whether two quotes tell one utterance: by their words, who says them, and on which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tellings.link.said import Said, Uttered, are_apart, speakers
from tellings.model.groups import Verdict
from tellings.text.content import content, stem, words

# Words in one run that two people do not happen to say alike; the length of a copy's shingle.
_LONG = 8
# Words in one run that no formula has: nobody says them again, and no other says them.
_SURE = 12
_COVER = 0.75  # share of the shorter wording that must stand in the longer
_REWORDED = 0.6  # the same for longer quotes of one known speaker, where words were changed
_PARAPHRASE = 0.6  # weighted share of content words, paraphrase against wording
_SHORT = 4  # words up to which a fragment needs its sentence to tell what it is about
_RARE = 12.0  # summed weight of words that hardly come twice: "midnight", "humungous"
# Days between two articles from which on a like formula may be another utterance, and the weight
# from which on the words are none that come again ("culture that readily embraced …": 24 and more).
_APART, _ONCE = 3, 18.0
# Two renderings of one foreign sentence: weighted share of content words, and how many of them.
_RENDERED, _RENDERED_WORDS = 0.65, 6

Judged = tuple[Verdict, float, str]


@dataclass(slots=True)
class Comparer:
    """Judges pairs of quotes. `weight` says how rare a word is, `stop` which words say nothing.

    A judgement rests on the two quotes alone, so no further article can change it.
    """

    weight: Callable[[str], float]
    stop: frozenset[str]

    def read(self, said: Said) -> Uttered:
        """The words of a quote: the exact ones between marks, and what it is about."""
        marked = said.quote.quoted if said.quote.form != "indirect" else ()
        pieces = tuple(tuple(words(piece.of(said.text))) for piece in marked)
        whole = " ".join(part.of(said.text) for part in said.quote.parts)
        around = frozenset(content(said.around.of(said.text), self.stop))
        about = tuple(content(whole, self.stop))
        weights: dict[str, float] = {}
        for word in words(f"{said.around.of(said.text)} {whole}"):
            root = stem(word.removesuffix("'s"))
            weights[root] = min(weights.get(root, 99.0), self.weight(word))
        return Uttered(said, pieces, about, around - frozenset(about), weights)

    @staticmethod
    def rarity(stems: Iterable[str], *ones: Uttered) -> float:
        """The weights of stems, each at the more common of its words."""
        return sum(min(one.weights.get(root, 0.0) for one in ones) for root in stems)

    def judge(self, a: Uttered, b: Uttered) -> Judged | None:
        """Whether two quotes tell one utterance; None where they have nothing in common."""
        whose = speakers(a.said, b.said)
        if a.exact and b.exact:
            verdict = self._exact(a, b, whose) or self._rendered(a, b, whose)
            if verdict is not None:
                return verdict
        if a.said.article == b.said.article:
            return None
        if a.said.quote.form == "direct" and b.said.quote.form == "direct":
            return None
        return self._paraphrase(a, b, whose)

    def _exact(self, a: Uttered, b: Uttered, whose: str) -> Judged | None:
        short, long = sorted((a.exact, b.exact), key=len)
        blocks = [o for o in Indel.opcodes(short, long) if o.tag == "equal"]
        matched = sum(o.src_end - o.src_start for o in blocks)
        run = max((o.src_end - o.src_start for o in blocks), default=0)
        cover = matched / len(short)
        shared = [w for o in blocks for w in short[o.src_start : o.src_end] if w not in self.stop]
        if not shared:
            return None
        told = f"{matched} of the shorter wording’s {len(short)} words are in the longer"
        if whose == "different":
            if cover >= 0.9 and (run >= _SURE or (run >= _LONG and matched >= 2 * _LONG)):
                # So many equal words are one utterance; one of the texts names the wrong speaker.
                return "same", 0.75, f"{told}, {run} in one run, though two speakers are named"
            if run >= _LONG or (cover >= _COVER and len(shared) >= 3):
                return "different", 0.9, f"{told}, but the texts name two speakers"
            return None
        if a.said.article == b.said.article and (
            cover < 0.9 or (len(short) < _LONG and (len(short) != len(long) or len(short) < 3))
        ):
            return None
        if len(shared) >= 3 and (run >= _SURE or (run >= _LONG and cover >= 0.5)):
            return "same", 0.97, f"{told}; {run} in one run"
        said = set(content(" ".join(shared), self.stop))
        if self._another_day(a, b, said if cover >= 0.9 else ()):
            return None
        if len(short) <= _SHORT or whose == "unknown":
            return self._fragment(a, b, whose, short, shared, cover)
        if cover >= _COVER and len(shared) >= 2:
            return "same", 0.9, told
        if cover >= _REWORDED and len(shared) >= 4:
            return "same", 0.8, f"{told}; the rest is reworded"
        return self._fragment(a, b, whose, short, shared, cover)

    def _fragment(
        self,
        a: Uttered,
        b: Uttered,
        whose: str,
        short: Sequence[str],
        shared: Sequence[str],
        cover: float,
    ) -> Judged | None:
        """Few words between marks, or nobody named: what they are about must be the same, too."""
        said = set(content(" ".join(shared), self.stop))
        rare = self.rarity(said, a, b)
        if whose == "unknown":
            close = cover >= 0.9 or (cover >= _COVER and len(short) >= _LONG)
            if close and len(said) >= 2 and rare >= _RARE:
                return "same", 0.75, f"the same {len(short)} rare words"
            return None
        around = (a.context | set(a.content)) & (b.context | set(b.content))
        about = self.rarity(around - said, a, b)
        if cover == 1.0 and (about >= 4.0 or rare >= 9.0):
            return "same", 0.85, f"the same {len(short)} words on the same matter"
        if about >= 6.0 and any(_one_changed(p, q, self.stop) for p in a.pieces for q in b.pieces):
            return (
                "same",
                0.7,
                f"a word was changed; both are about {', '.join(sorted(around)[:5])}",
            )
        return None

    def _another_day(self, a: Uttered, b: Uttered, common: Iterable[str] = ()) -> bool:
        """Whether two quotes are of different days, or may be: those of articles are days apart,
        and the words in common are not rare enough to be said once only."""
        if are_apart(a.said.day, b.said.day, 1):
            return True
        apart = are_apart(a.said.published, b.said.published, _APART)
        return apart and self.rarity(common, a, b) < _ONCE

    def _shares(self, a: Uttered, b: Uttered) -> tuple[int, float, float]:
        """Content words in common, and their weighted shares of the shorter and the longer."""
        mine, theirs = Counter(a.content), Counter(b.content)
        common = mine & theirs
        least, most = sorted((self.rarity(mine, a), self.rarity(theirs, b)))
        told = self.rarity(common, a, b)
        return len(common), told / least if least else 0.0, told / most if most else 0.0

    def _rendered(self, a: Uttered, b: Uttered, whose: str) -> Judged | None:
        """Two renderings of one foreign utterance: other words, but the same content in order."""
        if whose != "same" or not (a.said.named and b.said.named):
            return None
        if a.said.article == b.said.article or self._another_day(a, b):
            return None
        count, share, _ = self._shares(a, b)
        blocks = [o for o in Indel.opcodes(a.exact, b.exact) if o.tag == "equal"]
        run = max((o.src_end - o.src_start for o in blocks), default=0)
        close = share >= _RENDERED and count >= _RENDERED_WORDS
        if close or (share >= 0.55 and count >= 5 and run >= 5):
            why = f"{count} words of content in common ({share:.0%} of the shorter by weight)"
            return "same", round(0.5 + 0.3 * share, 3), f"{why}: two renderings, or reworded"
        return None

    def _paraphrase(self, a: Uttered, b: Uttered, whose: str) -> Judged | None:
        count, share, whole = self._shares(a, b)
        common = set(a.content) & set(b.content) if share >= _COVER else ()
        if whose == "different" or self._another_day(a, b, common):
            return None
        if whole >= 0.999 and count >= (2 if whose == "same" else 5):
            return "same", 0.9, f"the same {count} words of content"
        if whose != "same" or count < 4:
            return None
        why = f"{count} words of content in common ({share:.0%} of the shorter by weight)"
        if share >= _PARAPHRASE and whole >= 0.4:
            return "same", round(0.5 + 0.4 * min(share, 1.0) * min(whole * 1.5, 1.0), 3), why
        if share >= _PARAPHRASE:
            return "unsure", 0.5, f"{why}, but the longer says much more"
        return None


def _one_changed(a: Sequence[str], b: Sequence[str], stop: frozenset[str]) -> bool:
    """Whether two pieces of a few words have one word of content alike and one other each."""
    if not (len(a) == len(b) <= _SHORT):
        return False
    alike = {w for w in set(a) & set(b) if w not in stop}
    return bool(alike) and len(set(a) - set(b)) == 1
