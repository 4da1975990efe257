"""One changed byte in a stored article makes `verify` exit 1 and name the lines that fall."""

from __future__ import annotations

import apsw
import pytest
from typer.testing import CliRunner

from tellings.cli import app
from tellings.keep.schema import FILE
from tests.cli.demo import built


@pytest.fixture
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(built(tmp_path_factory.mktemp("changed") / "record"))


def test_changed_byte(record: str) -> None:
    connection = apsw.Connection(f"{record}/{FILE}")
    article, text = connection.execute(
        "SELECT id, text FROM article WHERE instr(text, 'slightly worn') LIMIT 1"
    ).get
    changed = text.replace(b"slightly worn", b"slightly torn", 1)
    connection.execute("UPDATE article SET text = ? WHERE id = ?", (changed, article))
    connection.close()
    result = CliRunner().invoke(app, ["verify", record])
    assert result.exit_code == 1
    assert f"articles {article}" in result.output
    assert "quotes q-" in result.output
    assert "findings f-" in result.output
