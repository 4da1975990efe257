"""What speaks for and against two spellings being one name's, and how sure it is.

The weights of the signs stand in words/names.toml; `python -m bench.fit_names` fits them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from math import exp, log

from rapidfuzz.distance import OSA, JaroWinkler

from tellings.model import Cite
from tellings.text.content import content
from tellings.text.naming import folded, plain
from tellings.weigh.forms import Form
from tellings.weigh.scene import Scene
from tellings.weigh.variants import Variant, figure
from tellings.words.people import is_first_name

_MOST_CITES = 6  # of each side, whose surroundings are compared
_AROUND = 50  # characters on each side of a name
_SLIP = 2  # letters
_BRIEF = 3  # letters of a word that is not compared beside another
_UNKNOWN = 8.0  # weight from which on a word is hardly known to the news (text/background.py)
_PLACES = frozenset({"place", "country"})

Weight = Callable[[str], float]


def signs(pair: Variant, scene: Scene, weight: Weight) -> dict[str, float]:
    """The signs of a pair, by name; those that it has not are left out."""
    if figure(pair.one) == figure(pair.other):
        return {"figures": 1.0}
    found = {**_words(pair, weight), **_told(pair, scene), "start": 1.0}
    found |= _around(pair, scene, weight)
    if pair.around and OSA.distance(plain(pair.one), plain(pair.other)) > _SLIP:
        # Another word, by no slip: its letters say nothing.
        found["replaced"] = pair.around
    else:
        found |= {**_letters(pair), "one_place": pair.around}
    return {name: value for name, value in found.items() if value}


def sure(told: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How sure the signs make it that both are one name, from 0 to 1."""
    odds = sum(value * weights.get(name, 0.0) for name, value in told.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _letters(pair: Variant) -> dict[str, float]:
    one, other = plain(pair.one), plain(pair.other)
    apart = OSA.distance(one, other)
    brief, full = sorted((one, other), key=len)
    return {
        "one_letter": float(apart == 1),
        "two_letters": float(apart == 2),
        "unlike": float(apart > 2) * (1 - JaroWinkler.similarity(one, other)),
        "swapped": float(apart == 1 and sorted(one) == sorted(other)),
        "written_by_sound": float(folded(one) == folded(other)),
        "other_start": float(one[0] != other[0]),
        "goes_on": float(full.startswith(brief)),
        "plural_inside": float(_plural(pair) and not _last(pair)),
        "plural_last": float(_plural(pair) and _last(pair)),
        "short": max(0.0, 7.0 - len(brief)) / 3,
    }


def _plural(pair: Variant) -> bool:
    brief, full = sorted((plain(pair.one), plain(pair.other)), key=len)
    return full in (f"{brief}s", f"{brief}es")


def _first_names(pair: Variant) -> bool:
    """Whether both words are known first names before one surname, and not one by their sound."""
    known = is_first_name(pair.one) and is_first_name(pair.other)
    return bool(pair.shared) and known and folded(pair.one) != folded(pair.other)


def _relatives(pair: Variant) -> bool:
    """Whether both are persons of one surname with first names that no slip makes one."""
    persons = all(form.kind == "person" for form in (*pair.mine, *pair.theirs))
    far = OSA.distance(plain(pair.one), plain(pair.other)) > _SLIP
    return bool(pair.shared) and persons and not _last(pair) and (far or _first_names(pair))


def _last(pair: Variant) -> bool:
    """Whether the words that differ are the last ones of their names."""
    return all(form.words[-1] in (pair.one, pair.other) for form in (*pair.mine, *pair.theirs))


def _words(pair: Variant, weight: Weight) -> dict[str, float]:
    rare = sorted(min(weight(word), _UNKNOWN) / _UNKNOWN for word in (pair.one, pair.other))
    shared = [word for word in pair.shared if word[:1].isupper()]
    return {
        "both_rare": rare[0],
        "one_rare": rare[1],
        "unknown": float(rare[1] == 1.0),
        "shared": min(len(shared), 3) / 3,
        "shared_rare": max((min(weight(w), _UNKNOWN) / _UNKNOWN for w in shared), default=0.0),
        "shared_none": float(not shared),
        "rarer": _rarer(pair, weight),
    }


def _rarer(pair: Variant, weight: Weight) -> float:
    """How much less the news knows the word that the story writes more seldom; -1 to 1."""
    counted = [
        (sum(len(form.cites) for form in forms), min(weight(word), _UNKNOWN) / _UNKNOWN)
        for forms, word in ((pair.mine, pair.one), (pair.theirs, pair.other))
    ]
    (few, seldom), (many, mostly) = sorted(counted)
    return seldom - mostly if few < many else 0.0


def _told(pair: Variant, scene: Scene) -> dict[str, float]:
    sides = pair.mine, pair.theirs
    counts = sorted(sum(len(form.cites) for form in forms) for forms in sides)
    articles = [{cite.article for form in forms for cite in form.cites} for forms in sides]
    few, many = sorted(articles, key=len)
    beside = _beside(pair)
    kinds = [{form.kind for form in forms} for forms in sides]
    genders = [{g for form in forms for g in form.genders} for forms in sides]
    return {
        "once": float(counts[0] == 1),
        "often": min(log(counts[1] / counts[0]), 3.0) / 3,
        "both_often": float(counts[0] > 2),
        "one_article": len(few & many) / len(few),
        "one_sentence": float(_together(pair, scene)),
        "other_kind": float(not any(_fit(a, b) for a, b in product(*kinds))),
        "person": float("person" in kinds[0] and "person" in kinds[1]),
        "plural_beside": float(_plural(pair) and _last(pair) and bool(few & many)),
        "first_names": float(_first_names(pair)),
        "relatives": float(_relatives(pair) and bool(few & many)),
        "other_gender": float(all(genders) and genders[0].isdisjoint(genders[1])),
        "own_names": float(not pair.shared and _own(sides) and not beside),
        "beside": float(not pair.shared and beside),
        "against_first": float(not pair.shared and _against_first(pair)),
        "in_longer": float(not pair.shared and any(len(f.words) > 1 for s in sides for f in s)),
    }


def _fit(one: str, other: str) -> bool:
    return one == other or {one, other} <= _PLACES or "other" in (one, other)


def _own(sides: Sequence[Sequence[Form]]) -> bool:
    """Whether both words stand in longer names of their own, which are not the same otherwise."""
    return all(any(len(form.words) > 1 for form in forms) for forms in sides)


def _beside(pair: Variant) -> bool:
    """Whether the words that stand beside the two in longer names are alike too."""
    left, right = (
        {word for form in forms for word in form.words if len(word) > _BRIEF} - {one}
        for forms, one in ((pair.mine, pair.one), (pair.theirs, pair.other))
    )
    return any(OSA.distance(plain(a), plain(b)) <= 1 for a, b in product(left, right))


def _against_first(pair: Variant) -> bool:
    """Whether a word alone stands against a first name: persons alone have their surnames."""
    for alone, longer, word in (
        (pair.mine, pair.theirs, pair.other),
        (pair.theirs, pair.mine, pair.one),
    ):
        if all(len(form.words) == 1 for form in alone) and all(
            form.kind == "person" and form.words[-1] != word for form in longer
        ):
            return True
    return False


def _cites(forms: Iterable[Form]) -> list[Cite]:
    return sorted({cite for form in forms for cite in form.cites})


def _together(pair: Variant, scene: Scene) -> bool:
    """Whether one sentence has both."""
    mine = {(c.article, scene.sentence(c.article, c.span).start) for c in _cites(pair.mine)}
    return any(
        (c.article, scene.sentence(c.article, c.span).start) in mine for c in _cites(pair.theirs)
    )


def _around(pair: Variant, scene: Scene, weight: Weight) -> dict[str, float]:
    """How alike the words about the two are: near by, and in the whole sentences, at the best."""
    left, right = (
        [_near(scene, cite, pair) for cite in _cites(forms)[:_MOST_CITES]]
        for forms in (pair.mine, pair.theirs)
    )
    near = max((_alike(a[0], b[0], weight) for a, b in product(left, right)), default=0.0)
    whole = max((_alike(a[1], b[1], weight) for a, b in product(left, right)), default=0.0)
    return {"near_alike": near, "sentence_alike": whole}


def _near(scene: Scene, cite: Cite, pair: Variant) -> tuple[frozenset[str], frozenset[str]]:
    """The stems near a name and those of its sentence, without its own words."""
    text = scene.articles[cite.article].text
    sentence = scene.sentence(cite.article, cite.span)
    own = set(content(" ".join((pair.one, pair.other, *pair.shared, cite.text)), ()))
    start, end = max(sentence.start, cite.start - _AROUND), min(sentence.end, cite.end + _AROUND)
    near = content(f"{text[start : cite.start]} {text[cite.end : end]}", scene.stop)
    whole = content(sentence.of(text), scene.stop)
    return frozenset(near) - own, frozenset(whole) - own


def _alike(one: frozenset[str], other: frozenset[str], weight: Weight) -> float:
    """The weight of the words in common as a share of the smaller side's."""
    if not one or not other:
        return 0.0
    least = min(sum(weight(word) for word in side) for side in (one, other))
    both = sum(weight(word) for word in one & other)
    return min(both / max(least, 12.0), 1.0)
