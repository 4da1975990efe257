"""A relation as a small drawing: its events by day, cooperation above the line, conflict below."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from tellings.tell.body import anchor, markup
from tellings.tell.counts import counts
from tellings.tell.dates import spoken
from tellings.tell.timeline import quad_words
from tellings.tell.view import EventView, Relation

# Drawn 360 wide, so that on the narrowest page its letters are as large as the text around it.
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 360, 164, 12, 348, 22, 122
_MOST_ORIGINS = 5  # of more, a point would hide its neighbours
_GOLDSTEIN = 10.0  # Goldstein values run from -10 (conflict) to 10 (cooperation)


def chart(relation: Relation) -> Markup | None:
    """Inline SVG, each point a link to its event; None where fewer than two have day and value."""
    points = [e for e in relation.events if e.day is not None and e.goldstein is not None]
    if len(points) < 2:
        return None
    days = [e.day for e in points if e.day is not None]
    label = markup(f"Events between {relation.left} and {relation.right} by day")
    middle = (_TOP + _BOTTOM) / 2
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-label="{label}">',
        f'<text x="{_LEFT}" y="{_TOP - 8}">cooperation ↑</text>',
        f'<text x="{_LEFT}" y="{_BOTTOM + 8}">conflict ↓</text>',
        f'<line x1="{_LEFT}" y1="{middle}" x2="{_RIGHT}" y2="{middle}" />',
        *(_point(event, min(days), max(days), number) for number, event in enumerate(points)),
        f'<text x="{_LEFT}" y="{_HEIGHT - 8}">{markup(spoken(min(days).isoformat()))}</text>',
    ]
    if min(days) != max(days):
        last = markup(spoken(max(days).isoformat()))
        parts.append(f'<text x="{_RIGHT}" y="{_HEIGHT - 8}" text-anchor="end">{last}</text>')
    return Markup("".join([*parts, "</svg>"]))


def _point(event: EventView, first: date, last: date, number: int) -> str:
    """A circle for cooperation, a square for conflict: its form tells them apart without colour."""
    day = event.day or first
    span = (last - first).days
    share = (day - first).days / span if span else 0.5
    # Events of one day and value would hide each other: each third stands a little aside.
    x = _LEFT + 10 + share * (_RIGHT - _LEFT - 20) + 4 * (number % 3 - 1)
    value = max(-_GOLDSTEIN, min(_GOLDSTEIN, event.goldstein or 0.0))
    y = (_TOP + _BOTTOM) / 2 - value / _GOLDSTEIN * (_BOTTOM - _TOP) / 2
    words = ", ".join(
        part
        for part in (
            spoken(event.date or ""),
            event.line,
            quad_words(event.quad),
            counts(event.outlets, event.independent),
        )
        if part
    )
    conflict = value < 0
    # Half a side of a square: its size says by how many independent origins it is told.
    half = 3.0 + min(max(event.independent, 1), _MOST_ORIGINS)
    shape = (
        f'<rect class="conflict" x="{x - half:.1f}" y="{y - half:.1f}" '
        f'width="{2 * half:.0f}" height="{2 * half:.0f}" />'
        if conflict
        else f'<circle class="cooperation" cx="{x:.1f}" cy="{y:.1f}" r="{half + 0.5:.1f}" />'
    )
    return f'<a href="#{anchor(event.id)}"><title>{markup(words)}</title>{shape}</a>'
