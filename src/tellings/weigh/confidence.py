"""How sure a finding is: what its rule holds for likely, drawn to how often its like held.

`words/confidence.toml` holds, by class of finding, how many were judged by reading and how many of
them held (`python -m bench.differences --calibrate`). Of differences these are all that were ever
printed on stories in no gold and read, the false ones that rules have mended since included: after
such mending 104 of 107 of them held, and still only 63 of 81 on the next stories that nobody had
read.
"""

from __future__ import annotations

from dataclasses import replace

from tellings.model import Finding
from tellings.words.confidence import judged

_PRIOR = 10  # findings that the rule's own estimate is worth
_LOW = 0.7  # what a rule sets lower than this it means to stand low: two spellings of one name


def class_of(finding: Finding) -> str:
    """The class by which a finding is judged: kind, slot, type; of others what it is about, too."""
    detail = () if finding.kind == "difference" else (finding.about.kind,)
    return "/".join((finding.kind, finding.slot or "-", finding.type or "-", *detail))


def calibrated(finding: Finding) -> Finding:
    """The finding with the confidence that those of its class earned, to two places."""
    if finding.confidence < _LOW or finding.shade:
        return finding
    held, read = judged().get(class_of(finding), (0, 0))
    share = (held + _PRIOR * finding.confidence) / (read + _PRIOR)
    return replace(finding, confidence=round(share, 2))
