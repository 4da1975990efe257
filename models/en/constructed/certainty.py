"""Constructed sentences whose clauses have a known certainty, marked at the clause's head."""

from __future__ import annotations

import random
import re
from functools import cache

from models.en.constructed.fill import FOLDER, Marked, actor, choose, fill, frames, marked

EVENTS = (
    "attack", "election", "merger", "strike", "raid", "invasion", "visit", "sale", "summit",
    "ban",
    "coup", "ceasefire", "closure", "murder", "fraud", "bombing", "trial", "rally", "rescue",
    "talks",
    "takeover", "evacuation", "cyberattack", "boycott", "embargo", "bribery", "collusion", "theft",
    "meeting", "withdrawal", "deal", "treaty", "referendum", "protest", "landing", "exchange",
)  # fmt: skip
SPEAKERS = (
    "a spokesman", "the ministry", "{d} officials", "a senior diplomat", "the {d} president",
    "witnesses",
    "{g} {p}", "Mr. {p}", "police", "two people with knowledge of the matter", "prosecutors",
    "the agency", "analysts", "his lawyer", "the report", "a police officer", "she", "he", "they",
    "the governor", "critics", "residents", "the paper", "Ms. {p}", "a company statement",
)  # fmt: skip
# What is attributed is the hardest to tell from what is asserted, and the rarest in treebanks.
LABELS = ("asserted", "attributed", "attributed", "alleged", "denied", "planned", "hypothetical")
_ACTORS = ("countries", "offices", "groups", "forces")
_FORM = re.compile(r"\{(base|past|part|ing)\}(s?)")
_ORDER = ("base", "past", "part", "ing")


@cache
def verbs() -> tuple[tuple[str, ...], ...]:
    """Base, past, participle, -ing form, what follows."""
    lines = (FOLDER / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


def certainty_sentence(rng: random.Random) -> Marked:
    """One sentence; the marks' labels are classes, or `none` for a word that heads no clause."""
    label = rng.choice(LABELS)
    frame = rng.choice([text for kind, text in frames("certainty_frames.tsv") if kind == label])
    text = _labelled_choices(frame, rng)
    for slot, value in _people(rng).items():
        text = text.replace(slot, value)
    while match := _FORM.search(text):
        text = _with_verb(text, match, rng)
    text = text.replace("{event}", rng.choice(EVENTS)).replace("{o}", "")
    text = fill(choose(text, rng), rng).strip()
    text = re.sub(r"\s+([,.?])", r"\1", re.sub(r"  +", " ", text)).replace(",,", ",")
    if text[-1] not in '.?"':
        text += "."
    at = 1 if text[0] in '*"' else 0
    return marked(text[:at] + text[at].upper() + text[at + 1 :], label)


def _people(rng: random.Random) -> dict[str, str]:
    return {
        "{S}": actor(rng, _ACTORS),
        "{T}": actor(rng, _ACTORS),
        "{W}": fill(rng.choice(SPEAKERS), rng),
    }


def _labelled_choices(frame: str, rng: random.Random) -> str:
    """`[*a*|*b*]<class>` to `*a*<class>` before the plain choices are made."""

    def one(match: re.Match[str]) -> str:
        return str(rng.choice(match[1].split("|")) + match[2])

    return re.sub(r"\[([^\[\]]*)\](<\w+>)", one, frame)


def _with_verb(text: str, match: re.Match[str], rng: random.Random) -> str:
    """Put a verb into its slot, and what follows it into the next `{o}`."""
    verb = rng.choice(verbs())
    form = verb[_ORDER.index(match[1])]
    if match[2]:
        form += "es" if form.endswith(("s", "sh", "ch", "x")) else "s"
        form = re.sub(r"([^aeiou])ys$", r"\1ies", form)
    after = text[match.end() :].replace("{o}", verb[4], 1)
    return f"{text[: match.start()]}*{form}*{after}"
