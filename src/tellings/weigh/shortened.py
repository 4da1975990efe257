"""Names of which one lacks a part that no short form leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tellings.text.naming import plain
from tellings.weigh.forms import Form, small
from tellings.weigh.variants import Variant

_REST = 2  # words, or letters of an initial
_SURNAME = 4  # letters of a surname that is joined to another, at least
_PART = 5  # letters: the part of a name behind its hyphen is shorter


def cut(forms: Sequence[Form]) -> list[Variant]:
    """Names of which one lacks a small word, a blank, or a person's the part behind a hyphen."""
    whole: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        whole[tuple(map(plain, form.words))].append(form)
    found = _spaced(forms)
    for form in forms:
        for brief in _cut(form):
            same = [one for one in whole.get(brief, ()) if _one_kind(one, form)]
            if same:
                one = Variant(same[0].text, form.text, tuple(same), (form,), ())
                found.append(one)
    return found


def _spaced(forms: Sequence[Form]) -> list[Variant]:
    """Persons' names that are the same but for a blank: "Del Varr", "DelVarr"."""
    held: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        initials = any(len(word) <= _REST or "." in word for word in form.words)
        hyphen = any("-" in cite.text for cite in form.cites)
        if form.kind == "person" and not initials and not hyphen:
            held[plain("".join(form.words))].append(form)
    found = {
        key: Variant(one.text, other.text, (one,), (other,), ())
        for key, same in sorted(held.items())
        for one, other in combinations(same, 2)
        if len(one.words) != len(other.words)
    }
    return [
        pair
        for key, pair in found.items()
        if not any(longer != key and longer.endswith(key) for longer in found)
    ]


def _cut(form: Form) -> Iterator[tuple[str, ...]]:
    """A form without what may be left out by a slip."""
    low = tuple(map(plain, form.words))
    if form.kind == "person":
        yield from _parts(form, low)
        return
    for n in range(1, len(low) - 1):
        around = form.words[n - 1][:1].isupper() and form.words[n + 1][:1].isupper()
        if around and form.words[n] in small():
            yield (*low[:n], *low[n + 1 :])


def _parts(form: Form, low: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A person's name without one part of what a hyphen joins at its end: "Sok Ji", "Ola Velm"."""
    before, last = form.words[-2:] if len(low) > _REST else ("", "")
    if not last or not any(f"{before}-{last}" in cite.text for cite in form.cites):
        return
    if len(last) < _PART and last.islower():
        yield low[:-1]
    elif min(len(before), len(last)) >= _SURNAME:
        yield low[:-1]
        yield (*low[:-2], low[-1])


def _one_kind(one: Form, other: Form) -> bool:
    return (one.kind == "person") == (other.kind == "person")
