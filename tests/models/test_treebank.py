"""What a treebank gives to learn from. The sentences are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from models.en import treebank


def test_dev_teaches_only_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("train", "dev"):
        row = {"doc": part, "words": ["Velm", "slept", "."], "spaces": [True, False, False]}
        (tmp_path / f"small_{part}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert [d[0].doc for d in treebank.learned(tmp_path, "small")] == ["train"]
    monkeypatch.setattr(treebank, "DEV_TOO", {"small"})
    assert [d[0].doc for d in treebank.learned(tmp_path, "small")] == ["train", "dev"]
