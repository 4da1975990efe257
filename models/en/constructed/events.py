"""Constructed sentences on events: a trigger with its root, who acts and towards whom."""

import random
import re
from collections import defaultdict
from functools import cache

from models.en.constructed.fill import Marked, actor, choose, fill, fillers, frames, marked

PLAIN = re.compile(r"^\{S\} \*(\w+)\* \{T\}(?= |$)")
_IRREGULAR = {"met": "met", "shot": "shot", "beat": "beaten", "fought": "fought", "told": "told"}
_CROWDED = {"PROTEST"}
_FORCED = {"ASSAULT", "MOBILIZE", "RETREAT", "COERCE"}
_ANY = ("countries", "countries", "offices", "offices", "groups")


@cache
def by_root() -> dict[str, tuple[str, ...]]:
    """Every frame of a root, with the passive of those that have a plain one."""
    out: dict[str, list[str]] = defaultdict(list)
    for root, frame in frames("event_frames.tsv"):
        out[root].append(frame)
        if passive := _passive(frame):
            out[root].append(passive)
    return {root: tuple(lines) for root, lines in out.items()}


def _passive(frame: str) -> str | None:
    match = PLAIN.match(frame)
    if match is None:
        return None
    verb = match[1]
    if not verb.endswith("ed") and verb not in _IRREGULAR:
        return None
    return f"{{T}} was *{_IRREGULAR.get(verb, verb)}*{frame[match.end() :]} by {{S}}"


def event(rng: random.Random, root: str) -> Marked:
    """One sentence on one event; marks are `root`, `source` and `target`."""
    kinds: tuple[str, ...] = _ANY
    if root in _CROWDED:
        kinds = ("crowds",)
    elif root in _FORCED and rng.random() < 0.5:
        kinds = ("forces",)
    source = actor(rng, kinds)
    target = actor(rng, _ANY)
    if rng.random() < 0.25 and root in _FORCED:
        target = actor(rng, ("forces", "crowds"))
    body = choose(rng.choice(by_root()[root]), rng)
    body = body.replace("{S}", f"*{source}*<source>", 1).replace("{T}", f"*{target}*<target>", 1)
    body = body.replace("{S}", "it").replace("{T}", "it")
    head, tail = rng.choice(fillers()["heads"]), rng.choice(fillers()["tails"])
    text = fill(head, rng) + fill(body, rng).rstrip() + fill(tail, rng) + "."
    text = re.sub(r"  +", " ", text).replace(",*<source>,", "*<source>,")
    return marked(_capital(text), root)


def _capital(text: str) -> str:
    at = 1 if text.startswith("*") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
