"""Where the weights of words that tell what one party does to another are kept."""

from __future__ import annotations

from importlib.resources import files


def pair_roots() -> bytes:
    """The bytes of pair_roots.npz, which models/en/pair_words.py fits: hashes, weights, no text."""
    return files("tellings.words").joinpath("pair_roots.npz").read_bytes()
