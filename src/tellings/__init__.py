"""Many outlets report one affair; tellings reads their articles and gives one cited record.

    >>> import tellings
    >>> tellings.build(["articles/"], "my-record")          # doctest: +SKIP
    >>> record = tellings.load("my-record")                 # doctest: +SKIP
    >>> [finding.why for finding in record.groups.findings]  # doctest: +SKIP

The names here are the whole promise; what they need is imported when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tellings.annotate.reader import reader
    from tellings.model import Record
    from tellings.model.errors import TellingsError
    from tellings.run.record import add, build, load, verify
    from tellings.tell.export import export
    from tellings.tell.report import report
    from tellings.tell.show import show

__all__ = [
    "Record",
    "TellingsError",
    "add",
    "build",
    "export",
    "load",
    "reader",
    "report",
    "show",
    "verify",
]

__version__ = "0.1.0"

_HOMES = {
    "Record": "tellings.model",
    "TellingsError": "tellings.model.errors",
    "add": "tellings.run.record",
    "build": "tellings.run.record",
    "export": "tellings.tell.export",
    "load": "tellings.run.record",
    "reader": "tellings.annotate.reader",
    "report": "tellings.tell.report",
    "show": "tellings.tell.show",
    "verify": "tellings.run.record",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'tellings' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
