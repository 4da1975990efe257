"""Two words that may be one name's in two spellings: the candidates, wide, and what rules one out.

They come from keys: names that are the same but for one word, whatever that word is, and words a
letter or two apart, wherever they stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rapidfuzz.distance import OSA, JaroWinkler

from tellings.model import Cite
from tellings.text.misspelt import near, two_letters
from tellings.text.naming import folded, plain
from tellings.text.spellings import Spelling
from tellings.weigh.forms import Form, small
from tellings.weigh.swapped import Swap
from tellings.words.geography import country_of
from tellings.words.people import is_first_name, titles
from tellings.words.tables import toml
from tellings.words.times import time_words

_MOST = 24  # names that are one but for a word: of more, the rest is no name ("the Tarn X")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# Words that are not alike are one name's only where so much of it is the same.
_ALIKE, _REST = 0.8, 2
# An abbreviation leaves out so much of the word ("Ave", "Mt", "Insp").
_SHORT = 1.7
_LETTERS = 4  # of a word that stands alone, at least
_BETWEEN = range(3, 6)  # characters between two words side by side: "or", "and", "&"


@dataclass(frozen=True, slots=True)
class Variant:
    """Two spellings, `one` and `other` the words that differ, with the forms that hold them.

    `shared` are the other words of the two names where these are the same, none where the words
    stand alone or beside others. `around` is how telling the words are that both clauses have where
    the two stand at one place (see `weigh.swapped`), 0 to 1.
    """

    one: str
    other: str
    mine: tuple[Form, ...]
    theirs: tuple[Form, ...]
    shared: tuple[str, ...]
    around: float = 0.0


def variants(
    forms: Sequence[Form],
    spelling: Spelling,
    short: Mapping[str, frozenset[str]],
    swapped: Sequence[Swap] = (),
) -> list[Variant]:
    """The candidates of one story, each pair of words once, sorted.

    `short` are short forms of first names, folded (see `text.naming.folded_names`).
    """
    found: dict[tuple[str, str], tuple[dict[Form, None], dict[Form, None], tuple[str, ...]]] = {}
    around: dict[tuple[str, str], float] = defaultdict(float)
    for swap in swapped:
        words = min(swap.one[0], swap.other[0]), max(swap.one[0], swap.other[0])
        around[words] = max(around[words], swap.around)
    told = [(swap.one, swap.other, swap.shared) for swap in swapped]
    for left, right, shared in (*_but_one(forms), *told):
        a, b = sorted((left, right), key=lambda side: (side[0], side[1].text, side[1].kind))
        mine, theirs, most = found.setdefault((a[0], b[0]), ({}, {}, shared))
        mine[a[1]] = theirs[b[1]] = None
        found[a[0], b[0]] = mine, theirs, max(most, shared, key=len)
    holding: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for word in sorted(set(form.words)):
            if word[:1].isupper():
                holding[word].append(form)
    for one, other in sorted({*near(holding, _LETTERS), *_two(holding)}):
        if (one, other) not in found and not {*holding[one]} & {*holding[other]}:
            found[one, other] = dict.fromkeys(holding[one]), dict.fromkeys(holding[other]), ()
    made = (
        Variant(one, other, tuple(mine), tuple(theirs), shared, around.get((one, other), 0.0))
        for (one, other), (mine, theirs, shared) in sorted(found.items())
    )
    return [one for one in made if _may_be(one, spelling, short)]


def _may_be(pair: Variant, spelling: Spelling, short: Mapping[str, frozenset[str]]) -> bool:
    """No other number, plural, abbreviation, short first name, country or known spelling."""
    one, other = pair.one, pair.other
    if figure(one) == figure(other):
        return True
    if any(map(str.isdigit, one + other)) or one.islower() or other.islower():
        return False
    if spelling.compared(one) == spelling.compared(other) or _shortened(one, other):
        return False
    if (country_of(one) and country_of(other)) or one.isupper() != other.isupper():
        return False
    if not {plain(one), plain(other)}.isdisjoint(titles() | _days()):
        return False
    mine, theirs = sorted((plain(one), plain(other)), key=len)
    persons = any(form.kind == "person" for form in (*pair.mine, *pair.theirs))
    last = all(form.words[-1] in (one, other) for form in (*pair.mine, *pair.theirs))
    if theirs in (f"{mine}s", f"{mine}es") and (not pair.shared or (last and not persons)):
        return False  # one of a team and the team
    if (last or not pair.shared) and _of_place(pair, mine, theirs):
        return False
    if not pair.shared and _side_by_side(pair):
        return False
    if persons and (_short_first(pair, short) or _two_people(pair)):
        return False
    if OSA.distance(mine, theirs) <= 2 or JaroWinkler.similarity(mine, theirs) >= _ALIKE:
        return True
    if pair.around and not (persons and _first(pair)):
        return True
    rest = sum(word not in small() and word[:1].isupper() for word in pair.shared)
    return rest >= _REST


def _short_first(pair: Variant, short: Mapping[str, frozenset[str]]) -> bool:
    """Whether one is short for the other first name.

    Alone, a known first name that goes on is another form of it, and so is any word where neither
    stands in a longer name: nothing shows a surname.
    """
    one, other = plain(pair.one), plain(pair.other)
    if pair.shared:
        return _first(pair) and _short_form(one, other, short)
    brief, full = sorted((one, other), key=len)
    single = all(len(form.words) == 1 for form in (*pair.mine, *pair.theirs))
    return full.startswith(brief) and (single or is_first_name(brief))


def _short_form(one: str, other: str, short: Mapping[str, frozenset[str]]) -> bool:
    """Whether one first name is short for the other."""
    brief, full = sorted((one, other), key=len)
    if folded(full) in short.get(folded(brief), ()) and OSA.distance(brief, full) > 1:
        return True
    return brief != full and len(brief) >= 3 and full.startswith(brief)


def _side_by_side(pair: Variant) -> bool:
    """Whether the words stand by each other as one title's would: "Tip or Top"."""
    held: dict[str, list[Cite]] = defaultdict(list)
    for form in pair.theirs:
        for cite in form.cites:
            held[cite.article].append(cite)
    return any(
        max(one.start, other.start) - min(one.end, other.end) in _BETWEEN
        for form in pair.mine
        for one in form.cites
        for other in held.get(one.article, ())
    )


def _two_people(pair: Variant) -> bool:
    """Whether one article has both first names before the surname, each more than once.

    A slip of the pen comes once beside the name as it is; brother and sister go on.
    """
    if not pair.shared or not _first(pair):
        return False
    told = [
        Counter(c.article for form in side for c in form.cites) for side in (pair.mine, pair.theirs)
    ]
    return any(count > 1 and told[1][article] > 1 for article, count in told[0].items())


def _of_place(pair: Variant, brief: str, full: str) -> bool:
    """Whether one is what a place's people or things are called: "Tarnia", "Tarnian"."""
    kinds = {form.kind for form in (*pair.mine, *pair.theirs)}
    return bool(kinds & {"place", "country"}) and full.removeprefix(brief) in _peoples()


@cache
def _peoples() -> frozenset[str]:
    return frozenset(toml("names.toml")["peoples"])


@cache
def _days() -> frozenset[str]:
    """The names of weekdays and months, which are nobody's."""
    return frozenset((*time_words().weekdays, *time_words().months))


def _first(pair: Variant) -> bool:
    """Whether the words that differ are first names: the surname behind them is the same."""
    return any(form.words[-1] not in (pair.one, pair.other) for form in pair.mine)


def _shortened(one: str, other: str) -> bool:
    """Whether one is made of letters of the other, in order, and much shorter."""
    brief, full = sorted((plain(one), plain(other)), key=len)
    if brief[:1] != full[:1] or len(full) < _SHORT * len(brief):
        return False
    rest = iter(full)
    return all(letter in rest for letter in brief)


def _but_one(
    forms: Sequence[Form],
) -> Iterator[tuple[tuple[str, Form], tuple[str, Form], tuple[str, ...]]]:
    """Names of two words and more that are the same but for one."""
    rest: dict[tuple[int, tuple[str, ...]], list[Form]] = defaultdict(list)
    for form in forms:
        for n in range(len(form.words)):
            others = (*form.words[:n], *form.words[n + 1 :])
            if any(word not in small() and not word.isdigit() for word in others):
                rest[n, tuple(map(plain, others))].append(form)
    for (n, _), same in sorted(rest.items()):
        if not 1 < len(same) <= _MOST:
            continue
        for one, other in combinations(same, 2):
            mine, theirs = one.words[n], other.words[n]
            if plain(mine) != plain(theirs):
                shared = (*one.words[:n], *one.words[n + 1 :])
                yield (mine, one), (theirs, other), shared


def _two(holding: dict[str, list[Form]]) -> Iterator[tuple[str, str]]:
    """Long words two letters apart with one beginning; by the beginning, never all with all."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in sorted(holding):
        by_start[plain(word)[:2]].append(word)
    for words in by_start.values():
        for one, other in combinations(words, 2):
            if two_letters(one, other):
                yield one, other


def figure(word: str) -> str:
    return str(_ROMAN.index(word) + 1) if word in _ROMAN else word
