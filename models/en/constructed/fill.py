"""Fill the slots and choices of a frame, and keep where its marks fell."""

import random
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the marks in it: `(start, end, label)` in code points, in order."""

    text: str
    marks: tuple[tuple[int, int, str], ...]


@cache
def fillers() -> dict[str, tuple[str, ...]]:
    """The words that fill the slots, by kind."""
    with (FOLDER / "fillers.toml").open("rb") as file:
        return {kind: tuple(words) for kind, words in tomllib.load(file).items()}


@cache
def frames(name: str) -> tuple[tuple[str, str], ...]:
    """The `(label, frame)` lines of a frame file; comment lines are left out."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if line and not line.startswith("#"))
    return tuple((label, frame) for label, frame in pairs)


def choose(frame: str, rng: random.Random) -> str:
    """Resolve every `[a|b]` of a frame."""
    while match := _CHOICE.search(frame):
        chosen = rng.choice(match[1].split("|"))
        frame = frame[: match.start()] + chosen + frame[match.end() :]
    return frame


def fill(frame: str, rng: random.Random) -> str:
    """Fill every `{slot}` that this project's fillers know; unknown slots stay."""
    words = fillers()

    def one(match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "n":
            return number(rng)
        kind = _KINDS.get(slot)
        return match[0] if kind is None else fill(rng.choice(words[kind]), rng)

    return _SLOT.sub(one, frame)


_KINDS = {
    "d": "demonyms",
    "p": "surnames",
    "g": "given",
    "place": "places",
    "goods": "goods",
    "topic": "topics",
    "time": "times",
    "country": "countries",
}
_SMALL = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "a dozen",
    "twelve",
)


def number(rng: random.Random) -> str:
    """A count as news writes it."""
    draw = rng.random()
    if draw < 0.4:
        return rng.choice(_SMALL)
    if draw < 0.8:
        return str(rng.randint(11, 99))
    return f"{rng.randint(1, 40) * 100:,}"


def actor(rng: random.Random, kinds: tuple[str, ...]) -> str:
    """Somebody who acts: a country, an office, a force, a crowd or a group."""
    return fill(rng.choice(fillers()[rng.choice(kinds)]), rng)


MARK = re.compile(r"\*([^*]+)\*(?:<(\w+)>)?")


def marked(text: str, label: str) -> Marked:
    """Take the `*marks*` out of a text; `*word*<name>` marks with its own label."""
    out: list[str] = []
    marks: list[tuple[int, int, str]] = []
    at = done = 0
    for match in MARK.finditer(text):
        out.append(text[done : match.start()])
        at += match.start() - done
        marks.append((at, at + len(match[1]), match[2] or label))
        out.append(match[1])
        at += len(match[1])
        done = match.end()
    out.append(text[done:])
    return Marked("".join(out), tuple(marks))
