"""The mean of several checkpoints' weights: `python -m models.en.mean --from A.pt,B.pt --out M.pt`.

For runs that went on from one start, their mean reads better than each of them (Wortsman et al.
2022, "model soups").
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor


def mean(checkpoints: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Weight by weight; whole numbers stay the first's. ValueError where the parts differ."""
    first = checkpoints[0]
    if any(c.keys() != first.keys() for c in checkpoints):
        raise ValueError("the checkpoints have not the same parts")
    whole = {k for k, v in first.items() if not v.is_floating_point()}
    return {
        k: v if k in whole else torch.stack([c[k].float() for c in checkpoints]).mean(0).to(v.dtype)
        for k, v in first.items()
    }


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--from", dest="start", required=True, help="checkpoints, with commas between")
    ask.add_argument("--out", type=Path, required=True)
    asked = ask.parse_args()
    names = asked.start.split(",")
    torch.save(mean([torch.load(n, weights_only=True) for n in names]), asked.out)


if __name__ == "__main__":
    main()
