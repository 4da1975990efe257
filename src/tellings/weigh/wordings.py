"""Differences of wording: the exact words of one statement, told in other words.

Compared are the words between quotation marks, within one statement only. What was trimmed at an
edge, punctuation, spelling and capitals are no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.model import About, Cite, Finding, Quote, Span, Statement, digest
from tellings.text.diffs import Change, diff
from tellings.text.spellings import Spelling
from tellings.weigh.scene import Scene


@dataclass(frozen=True, slots=True)
class _Exact:
    article: str
    quote: Quote
    words: str
    cites: tuple[Cite, ...]


def wordings(scene: Scene, spelling: Spelling) -> Iterator[Finding]:
    """One finding for each statement whose exact words differ between outlets."""
    for statement in scene.statements:
        told = [one for one in (_exact(scene, quote) for quote in statement.tellings) if one]
        if len(told) < 2:
            continue
        sides = _sides(told, spelling)
        if len(sides) < 2:
            continue
        changes = _changes(sides[0][0].words, sides[1][0].words, spelling)
        if len({one.article for side in sides for one in side}) < 2:
            continue
        yield _finding(scene, statement, sides, changes)


def _exact(scene: Scene, quote_id: str) -> _Exact | None:
    article, quote = scene.quotes[quote_id]
    if quote.form == "indirect" or not quote.quoted:
        return None
    text = scene.articles[article].text
    pieces = [piece.of(text) for piece in quote.quoted]
    cites = tuple(scene.cite(article, piece) for piece in quote.quoted)
    return _Exact(article, quote, " … ".join(pieces), cites)


def _changes(a: str, b: str, spelling: Spelling) -> list[Change]:
    return [change for change in diff(a, b, spelling) if change.matters]


def _sides(told: Sequence[_Exact], spelling: Spelling) -> list[list[_Exact]]:
    """Tellings by wording: each joins the first side that it does not differ from."""
    sides: list[list[_Exact]] = []
    for one in sorted(told, key=lambda t: (-len(t.words), t.words, t.article)):
        for side in sides:
            if not _changes(side[0].words, one.words, spelling):
                side.append(one)
                break
        else:
            sides.append([one])
    return sides


def _finding(
    scene: Scene,
    statement: Statement,
    sides: Sequence[Sequence[_Exact]],
    changes: Sequence[Change],
) -> Finding:
    made = tuple(
        scene.side(side[0].words, (cite for one in side for cite in one.cites)) for side in sides
    )
    shown = "; ".join(_shown(change, sides) for change in changes[:4])
    why = (
        "The exact words of one statement were compared. Words left out at an edge, punctuation, "
        f"spelling and capitals do not count. What differs: {shown}."
    )
    sure = 0.95 if all(scene.quotes[q][1].speaker for q in statement.tellings) else 0.8
    return Finding(
        digest("f", "wording", statement.id),
        scene.story.id,
        "difference",
        "wording",
        "wording",
        About("statement", statement.id),
        made,
        why,
        sure,
    )


def _shown(change: Change, sides: Sequence[Sequence[_Exact]]) -> str:
    def cut(span: Span | None, text: str) -> str:
        return f"“{span.of(text)}”" if span else "nothing"

    return f"{cut(change.left, sides[0][0].words)} against {cut(change.right, sides[1][0].words)}"
