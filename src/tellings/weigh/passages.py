"""The pieces between quotation marks that tell one passage of a statement, and how each reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tellings.model import Cite, Quote, Span, Statement
from tellings.text.content import words
from tellings.text.loci import Compared, Locus, loci
from tellings.text.quotation import quotations
from tellings.text.spellings import Spelling
from tellings.weigh.scene import Scene

# Share of the shorter piece's words that must stand in the other, for the two to be one passage;
# of so few words every other one, where the longer has few words too; one of them no stop word.
_SAME, _FEW, _FEW_WORDS, _SHORT = 0.6, 0.5, 4, 8
# A piece of so few words stands in a passage twice its length word for word or not at all: of the
# development affairs' 20 differences of wording 4 were false for a fragment that did neither.
_FRAGMENT = 6
# One article quotes a passage twice where so much is the same; less is another sentence of it.
_AGAIN = 0.7
# The same for its headline and captions, which quote its text again: share, and words at least.
_BESIDE, _BESIDE_WORDS = 0.65, 4
# Two pieces that overlap, each with more that the other lacks: equal words in one run, and share.
_OVERLAP, _PART = 6, 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """Exact words that one article quotes: `telling` are those of them that are no stop words.

    `beside` is true of a headline's and a caption's.
    """

    article: str
    quote: Quote
    text: str
    words: tuple[str, ...]
    cite: Cite
    telling: frozenset[str]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Pieces that read alike where the passage differs; `loci` are those against the first side."""

    pieces: tuple[Piece, ...]
    loci: tuple[Locus, ...] = ()

    @property
    def first(self) -> Piece:
        return self.pieces[0]


def passages(scene: Scene, statement: Statement) -> list[list[Piece]]:
    """Pieces that tell the same words, more or less: each with the longest that it goes with."""
    found: list[list[Piece]] = []
    told = list(_pieces(scene, statement))
    for one in _whole([*told, *_beside(scene, told)]):
        home = max(found, key=lambda passage: _alike(passage[0], one), default=None)
        if home is not None and _goes_with(home[0], one):
            home.append(one)
        else:
            found.append([one])
    return found


def _pieces(scene: Scene, statement: Statement) -> Iterator[Piece]:
    for quote_id in statement.tellings:
        article, quote = scene.quotes[quote_id]
        for span in quote.quoted if quote.form != "indirect" else ():
            text = span.of(scene.articles[article].text)
            if found := tuple(words(text)):
                telling = frozenset(word for word in found if word not in scene.stop)
                yield Piece(article, quote, text, found, scene.cite(article, span), telling)


def _beside(scene: Scene, told: Sequence[Piece]) -> Iterator[Piece]:
    """What an article's headline and captions quote once more of the words that its text quotes."""
    mine: dict[str, list[Piece]] = defaultdict(list)
    for one in told:
        mine[one.article].append(one)
    for article, pieces in mine.items():
        source = scene.articles[article]
        headline = (source.headline,) if source.headline else ()
        places = (*headline, *source.captions)
        for quotation in quotations(source.text) if places else ():
            for span in quotation.parts:
                if not any(place.contains(span) for place in places):
                    continue
                text = span.of(source.text)
                found = tuple(words(text))
                telling = frozenset(word for word in found if word not in scene.stop)
                if len(found) < _BESIDE_WORDS or not telling:
                    continue
                home = pieces[0].quote
                piece = Piece(article, home, text, found, scene.cite(article, span), telling, True)
                if any(_alike(*_ordered(piece, other)) >= _BESIDE for other in pieces):
                    yield piece


def _ordered(one: Piece, other: Piece) -> tuple[Piece, Piece]:
    """The longer piece, then the shorter."""
    return (one, other) if len(one.words) >= len(other.words) else (other, one)


def _whole(pieces: Iterable[Piece]) -> list[Piece]:
    """The longest first; words that two quotes of one article hold count once."""
    kept: list[Piece] = []
    for one in sorted(pieces, key=lambda p: (-len(p.words), p.text, p.article, p.cite)):
        if not any(
            one.article == other.article and one.cite.span.overlaps(other.cite.span)
            for other in kept
        ):
            kept.append(one)
    return kept


def _alike(longer: Piece, shorter: Piece) -> float:
    """The share of the shorter piece's words that stand in the longer, in order."""
    return sum(_runs(longer, shorter)) / len(shorter.words)


def _runs(longer: Piece, shorter: Piece) -> list[int]:
    opcodes = Indel.opcodes(shorter.words, longer.words)
    return [o.src_end - o.src_start for o in opcodes if o.tag == "equal"]


def _goes_with(longer: Piece, shorter: Piece) -> bool:
    few = len(shorter.words) <= _FEW_WORDS and len(longer.words) <= _SHORT
    if longer.telling.isdisjoint(shorter.telling) and longer.words != shorter.words:
        return False
    if len(shorter.words) <= _FRAGMENT and len(longer.words) > 2 * len(shorter.words):
        return _alike(longer, shorter) == 1.0
    # lone words of a long passage are equal by chance
    runs = [run for run in _runs(longer, shorter) if few or run > 1]
    share = sum(runs) / len(shorter.words)
    overlap = share >= _PART and max(runs, default=0) >= _OVERLAP
    if longer.article == shorter.article:
        if longer.beside or shorter.beside:
            return _alike(longer, shorter) >= _BESIDE
        return share >= _AGAIN
    return overlap or share >= (_FEW if few else _SAME)


def readings(
    passage: Sequence[Piece], spelling: Spelling, stop: frozenset[str]
) -> tuple[Reading, ...]:
    """The passage's pieces by how they read, where two at least read differently, else none.

    Each piece joins the first reading that it does not differ from. One that does not hold the
    place at which the readings part says nothing on it, and is left out.
    """
    sides: list[tuple[list[Piece], tuple[Locus, ...]]] = []
    for one in passage:
        against: tuple[Locus, ...] = ()
        for number, (members, _) in enumerate(sides):
            compared = loci(members[0].text, one.text, spelling, stop)
            if not compared.loci:
                members.append(one)
                break
            against = compared.loci if number == 0 else against
        else:
            sides.append(([one], against))
    if len(sides) < 2:
        return ()
    parted = tuple(locus for _, found in sides for locus in found)
    first = Reading(_holding(sides[0][0], [locus.left for locus in parted], spelling))
    others = (
        Reading(_holding(members, [locus.right for locus in found], spelling), found)
        for members, found in sides[1:]
    )
    return (first, *others)


def _holding(
    members: Sequence[Piece], places: Sequence[Span | None], spelling: Spelling
) -> tuple[Piece, ...]:
    """The first piece, and those of the others that hold its words at one of the places."""
    first, *others = members
    spots = [place for place in places if place is not None]
    return (
        first,
        *(
            one
            for one in others
            # A few words fit any sentence that has them: they show nothing on what was changed.
            if (len(one.words) > _FEW_WORDS or one.words == first.words)
            and _holds(loci(first.text, one.text, spelling), spots)
        ),
    )


def _holds(compared: Compared, places: Sequence[Span]) -> bool:
    return any(
        any(place.overlaps(word) for word in compared.equal)
        and compared.equal[0].start <= place.start
        and place.end <= compared.equal[-1].end
        for place in places
    )
