"""The last step: every story's findings, each slot in its own room of `weigh`."""

from __future__ import annotations

from dataclasses import replace

from tellings.flow.scenes import background_weights, scenes_of
from tellings.flow.state import State
from tellings.model import Finding
from tellings.text.spellings import Spelling
from tellings.weigh.agreements import agreements
from tellings.weigh.certainty import certainty
from tellings.weigh.confidence import calibrated
from tellings.weigh.dates import dates
from tellings.weigh.frames import frames, twins
from tellings.weigh.framing import framing
from tellings.weigh.names import names
from tellings.weigh.numbers import numbers
from tellings.weigh.omissions import omissions
from tellings.weigh.places import places
from tellings.weigh.posts import posts
from tellings.weigh.sentences import pairs, sentences
from tellings.weigh.speakers import speakers
from tellings.weigh.who import who
from tellings.weigh.wordings import wordings
from tellings.words.spelling import spelling


def findings_step(state: State) -> State:
    """Differences, omissions and agreements of every story."""
    found: list[Finding] = []
    known = Spelling(spelling())
    actors = {actor.id: actor for actor in state.actors}
    for scene in scenes_of(state):
        body = sentences(scene)
        alike = list(pairs(body))
        told_twice = list(twins(body))
        differences = [
            *wordings(scene, known, background_weights().of),
            *certainty(scene, alike, told_twice),
            *framing(scene, body),
            *who(scene, actors),
            *speakers(scene, actors),
            *names(scene, known, background_weights().of, list(frames(scene, told_twice))),
            *posts(scene, known),
            *dates(scene),
            *numbers(scene),
            *places(scene),
        ]
        # Two grains of one date dispute nothing of who did which act.
        disputed = frozenset(
            one.about.id for one in differences if (one.slot, one.type) != ("date", "precision")
        )
        found.extend(differences)
        found.extend(omissions(scene))
        found.extend(agreements(scene, disputed))
    sure = (calibrated(one) for one in found)
    return replace(state, findings=tuple(sorted(sure, key=lambda f: f.id)))
