"""The exported network and its tables, read from their folder once.

One window is one run on one thread: a window's numbers depend on that window alone, whatever the
other texts are and however many processes share the work.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tellings.annotate.en.pieces import Pieces, shape_of
from tellings.annotate.en.windows import stretches

ENOUGH, MOST_HELD = 1_000, 4_000

Floats = NDArray[np.float32]


class Network:
    """All heads' outputs for the words of a text."""

    def __init__(self, folder: Path) -> None:
        about: dict[str, Any] = json.loads((folder / "en.json").read_text("utf-8"))
        self.columns: dict[str, tuple[int, int]] = {
            name: (a, b) for name, (a, b) in about["columns"].items()
        }
        self.kinds: dict[str, list[str]] = about["kinds"]
        with np.load(folder / "tables.npz") as stored:
            self.tables: dict[str, Floats] = {name: stored[name] for name in stored.files}
        self.pieces = Pieces.load(folder / "vocab.txt")
        self._session = _session(folder / "en.onnx")

    def sections(
        self,
        words: Sequence[str],
        spaces: Sequence[bool],
        paragraphs: Sequence[bool],
        quoted: Sequence[bool],
    ) -> Iterator[tuple[int, int, Floats]]:
        """All outputs [last - first, columns] for words [first, last), section by section.

        A section is whole windows, and ends with a paragraph where one ends within MOST_HELD words:
        a long text never holds more than that at once.
        """
        cut, shapes = self._prepared(words, spaces, paragraphs, quoted)
        first, held = 0, []
        for s in stretches(words, paragraphs, [len(c) for c in cut]):
            held.append(
                self._run(cut, shapes, paragraphs, s.context, s.last)[s.first - s.context :]
            )
            whole = s.last == len(words) or paragraphs[s.last]
            size = s.last - first
            if (size >= ENOUGH and whole) or size >= MOST_HELD or s.last == len(words):
                yield first, s.last, np.concatenate(held)
                first, held = s.last, []

    def window(
        self,
        words: Sequence[str],
        spaces: Sequence[bool],
        paragraphs: Sequence[bool],
        quoted: Sequence[bool],
    ) -> dict[str, Floats]:
        """{"task.output": [words, size]} of words that are one window already."""
        cut, shapes = self._prepared(words, spaces, paragraphs, quoted)
        return self.named(self._run(cut, shapes, paragraphs, 0, len(words)))

    def named(self, outputs: Floats) -> dict[str, Floats]:
        """{"task.output": its columns} of all outputs."""
        return {name: outputs[:, a:b] for name, (a, b) in self.columns.items()}

    def _prepared(
        self,
        words: Sequence[str],
        spaces: Sequence[bool],
        paragraphs: Sequence[bool],
        quoted: Sequence[bool],
    ) -> tuple[list[tuple[int, ...]], list[int]]:
        shapes = [
            shape_of(w, i > 0 and not spaces[i - 1] and not paragraphs[i], quoted[i])
            for i, w in enumerate(words)
        ]
        return [self.pieces.of(w) for w in words], shapes

    def _run(
        self,
        cut: Sequence[Sequence[int]],
        shapes: Sequence[int],
        paragraphs: Sequence[bool],
        start: int,
        end: int,
    ) -> Floats:
        ids, marks, first, last = [self.pieces.cls], [0], [], []
        for i in range(start, end):
            if i > start and paragraphs[i]:
                ids.append(self.pieces.sep)
                marks.append(0)
            first.append(len(ids))
            ids.extend(cut[i])
            marks.extend([shapes[i]] * len(cut[i]))
            last.append(len(ids) - 1)
        ids.append(self.pieces.sep)
        marks.append(0)
        given = {
            "ids": np.array([ids], dtype=np.int64),
            "shapes": np.array([marks], dtype=np.int64),
            "first": np.array(first, dtype=np.int64),
            "last": np.array(last, dtype=np.int64),
        }
        out: Floats = self._session.run(["out"], given)[0]
        return out


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
