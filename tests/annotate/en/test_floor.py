"""Quality floors on a small fixed sample, where the data folder is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.annotate.en.component import WEIGHTS, reader_of

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "data" / "language"

# Measured when the weights were exported, less two points: a floor, not a goal.
FLOORS = {
    "ewt_dev": {"upos": 91.9, "las": 80.1, "sentences": 76.8, "names": 73.0},
    "gumopen_dev": {"upos": 95.8, "las": 84.0, "sentences": 94.7, "names": 89.6},
}
DOCUMENTS = {"ewt_dev": 16, "gumopen_dev": 2}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floor(name: str) -> None:
    if not DATA.is_dir():
        pytest.skip(f"no treebanks at {DATA}")
    if not (WEIGHTS / "en.onnx").exists():
        pytest.skip("the weights have not been exported")
    raw = pytest.importorskip("models.en.raw", reason="models/ is not on the path")
    treebank = pytest.importorskip("models.en.treebank")
    docs = treebank.documents(DATA / f"{name}.jsonl")
    found = raw.measure(reader_of(), docs[:: len(docs) // DOCUMENTS[name]][: DOCUMENTS[name]])
    assert all(found[k] >= v for k, v in FLOORS[name].items()), found
