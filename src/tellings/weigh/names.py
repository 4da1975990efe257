"""Differences of name: one person, place or body written in two ways.

Two names that are alike are mostly two names. What tells a slip from another name is put together
by weights (weigh/spelled.py): the letters, how rare the words are, what else the names share, what
is said about them, who writes it how often. Short and full names, titles, plurals, abbreviations,
other forms of a country's name, and American and British spelling are none (weigh/variants.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz.distance import OSA

from tellings.model import About, Cite, Finding, Side, Span, digest
from tellings.text.naming import folded, folded_names, plain
from tellings.text.spellings import Spelling
from tellings.weigh.forms import Form, name_forms
from tellings.weigh.frames import Frame
from tellings.weigh.mentioned import mentioned
from tellings.weigh.scene import Scene
from tellings.weigh.shortened import cut
from tellings.weigh.spelled import signs, sure
from tellings.weigh.spellings import gathered, spellings
from tellings.weigh.swapped import swaps
from tellings.weigh.variants import Variant, variants
from tellings.words.people import nicknames
from tellings.words.tables import toml

_MOST = 0.97  # of pairs from .9 on in stories left out in turn so many held (75 of 75)
_SLIP = 2  # letters
_CUT = 0.85  # a name without one of its small words or its last part, in one story


def names(
    scene: Scene, spelling: Spelling, weight: Callable[[str], float], framed: Sequence[Frame] = ()
) -> Iterator[Finding]:
    """One finding for each name of the story that is spelled in several ways.

    `framed` are the places at which two clauses of it read otherwise (see `weigh.frames`).
    """
    table = toml("names.toml")
    forms = name_forms(scene)
    found = []
    for pair in variants(forms, spelling, folded_names(nicknames()), swaps(forms, framed, weight)):
        likely = sure(signs(pair, scene, weight), table["weights"])
        if likely >= table["told_from"] and not _is_explained(pair, scene):
            found.append((likely, pair))
    told = [
        (likely, pair)
        for likely, pair in found
        if not any(one >= likely and _echoes(pair, other) for one, other in found)
    ]
    for group in gathered(told):
        pairs = [pair for _, pair in group]
        yield _finding(scene, pairs, "; ".join(map(_how, pairs)), group[0][0])
    for pair in cut(forms):
        yield _finding(scene, [pair], f"“{pair.one}” lacks a part of “{pair.other}”", _CUT)


def _is_explained(pair: Variant, scene: Scene) -> bool:
    """Whether one spelling is only told as a word, and the other is used: a byname, no slip."""
    if pair.shared:
        return False
    one, other = (
        mentioned((cite for form in forms for cite in form.cites), scene.articles)
        for forms in (pair.mine, pair.theirs)
    )
    return one != other


def _echoes(pair: Variant, other: Variant) -> bool:
    """Whether another pair has one of the same words beside the other's singular or plural."""
    mine, theirs = {pair.one, pair.other}, {other.one, other.other}
    if len(mine & theirs) != 1:
        return False
    brief, full = sorted((plain((mine - theirs).pop()), plain((theirs - mine).pop())), key=len)
    return full in (f"{brief}s", f"{brief}es")


def _how(pair: Variant) -> str:
    if any(map(str.isdigit, pair.one + pair.other)):
        return "they differ in how a number is written"
    said = f"“{pair.one}” and “{pair.other}” "
    if folded(pair.one) == folded(pair.other):
        said += "are two ways to write one name by its sound"
    elif pair.around and OSA.distance(plain(pair.one), plain(pair.other)) > _SLIP:
        said += "stand at one place of two clauses that are told alike"
    else:
        said += "are alike in their letters"
    return f"{said}, and the rest of the name is the same" if pair.shared else said


def _finding(scene: Scene, pairs: Sequence[Variant], how: str, likely: float) -> Finding:
    told = [list(forms) for forms in spellings(pairs).values()]
    sides = [
        _side(scene, forms, [form for other in told if other is not forms for form in other])
        for forms in told
    ]
    sides.sort(key=lambda side: (-side.independent, -len(side.cites), side.value))
    actors = [
        actor
        for forms in told
        for form in forms
        for cite in form.cites
        if (actor := _actor(scene, cite.article, cite.span)) is not None
    ]
    marks = [name for forms in told for form in forms for name in form.names]
    about = About("actor", min(actors)) if actors else About("story", scene.story.id)
    if marks and not actors:
        about = About("name", min(marks))
    return Finding(
        digest("f", "name", scene.story.id, *sorted({w for p in pairs for w in (p.one, p.other)})),
        scene.story.id,
        "difference",
        "name",
        "wording",
        about,
        tuple(sides),
        f"Names of the story were compared: {how}. What is said beside them, how "
        "rare the words are and how often each is written count too. Short and full names, "
        "plurals, titles, abbreviations and American and British spelling were left out.",
        round(min(likely, _MOST), 2),
    )


def _side(scene: Scene, forms: Sequence[Form], others: Sequence[Form]) -> Side:
    """One spelling: where its articles have the other one too, and each form once an article."""
    both = {a for form in others for a in form.articles}
    cites: list[Cite] = []
    for form in forms:
        first: set[str] = set()
        for cite in sorted(form.cites):
            if cite.article in both or cite.article not in first:
                cites.append(cite)
            first.add(cite.article)
    most = min(forms, key=lambda form: (-len(form.cites), form.text))
    return scene.side(" ".join(most.cites[0].text.split()), cites)


def _actor(scene: Scene, article: str, span: Span) -> str | None:
    """The actor of the last name in a span."""
    found = None
    for name in scene.marks[article].names:
        if span.contains(name.span) and name.party is not None:
            found = scene.actors.get(name.party)
    return found
