"""The names that users rely on: of the package, of the commands, of the record's files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tellings
from tellings.cli import app

ROOT = Path(__file__).parent.parent
COMMANDS = sorted(
    command.callback.__name__ for command in app.registered_commands if command.callback
)
DESIGN = ROOT.parent / "shared" / "DESIGN.md"


def test_exported_names() -> None:
    assert tellings.__all__ == sorted(tellings.__all__)
    for name in tellings.__all__:
        assert getattr(tellings, name).__doc__
    with pytest.raises(AttributeError):
        tellings.nothing_of_the_kind  # noqa: B018


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"tellings {command}\b", (ROOT / "README.md").read_text("utf-8"))


@pytest.mark.skipif(not DESIGN.exists(), reason="the design document lies beside the checkout")
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one_of_the_design(command: str) -> None:
    assert re.search(rf"^tellings {command}\b", DESIGN.read_text("utf-8"), re.MULTILINE)
