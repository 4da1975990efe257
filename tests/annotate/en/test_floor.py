"""Quality floors on a small fixed sample, where the data folder is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.annotate.en.component import WEIGHTS, reader_of

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "data" / "language"

# Measured when the weights were exported, less two points: a floor, not a goal. The dev parts have
# taught the weights, so samples of the test parts are read; nothing is chosen by them.
FLOORS = {
    "ewt_test": {"upos": 92.2, "las": 83.2, "sentences": 81.4, "names": 74.6},
    "gumopen_test": {"upos": 95.5, "las": 87.4, "sentences": 94.7, "names": 66.5},
    "pud_test": {"upos": 94.8, "las": 84.9, "sentences": 96.9, "names": 77.6},
}
DOCUMENTS = {"ewt_test": 32, "gumopen_test": 4, "pud_test": 120}


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
