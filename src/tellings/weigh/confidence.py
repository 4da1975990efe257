"""How sure a finding is: what its rule holds for likely, drawn to how often its like held.

`words/confidence.toml` holds, by class of finding, how many were judged by reading and how many of
them held (`python -m bench.differences --calibrate`): the open golds, and stories in no gold. There
false ones that a rule mended count no more, so the rule's own estimate counts as a good many more
that were judged; on 26 numbers of stories in no gold it told true from false better than the share
of their class did (mean squared error .107 against .116).
"""

from __future__ import annotations

from dataclasses import replace

from tellings.model import Finding
from tellings.words.confidence import judged

_PRIOR = 10  # findings that the rule's own estimate is worth
_LOW = 0.7  # what a rule sets lower than this it means to stand low: two spellings of one name


def class_of(finding: Finding) -> str:
    """The class by which a finding is judged: kind, slot, type, and shade or what it is about."""
    detail = finding.shade or finding.about.kind
    return "/".join((finding.kind, finding.slot or "-", finding.type or "-", detail))


def calibrated(finding: Finding) -> Finding:
    """The finding with the confidence that those of its class earned, to two places."""
    if finding.confidence < _LOW:
        return finding
    held, read = judged().get(class_of(finding), (0, 0))
    share = (held + _PRIOR * finding.confidence) / (read + _PRIOR)
    return replace(finding, confidence=round(share, 2))
