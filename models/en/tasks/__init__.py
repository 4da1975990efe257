"""The tasks by name. A task's module is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from models.en.tasks.base import Task
from models.en.treebank import DEV_TOO, LEFT_OUT

# name → module:class. The order is the order of their outputs in the network.
TASKS = {
    "grammar": "models.en.tasks.grammar:Grammar",
    "sentences": "models.en.tasks.sentences:Sentences",
    "names": "models.en.tasks.names:Names",
    "attribution": "models.en.tasks.attribution:AttributionTask",
    "times": "models.en.tasks.times:Times",
    "quantities": "models.en.tasks.quantities:Quantities",
    "certainty": "models.en.tasks.certainty:Certainty",
    "events": "models.en.tasks.events:Events",
    "likeness": "models.en.tasks.likeness:Likeness",
}


def chosen(
    names: Sequence[str], data: Path, *, ewt_only: bool = False, with_dev: bool = False
) -> dict[str, Task]:
    """The named tasks, prepared."""
    if ewt_only:
        LEFT_OUT.add("gumopen_train")
    if with_dev:
        DEV_TOO.update(("ewt",) if ewt_only else ("ewt", "gumopen"))
    found: dict[str, Task] = {}
    for name in names:
        module, _, cls = TASKS[name].partition(":")
        make = getattr(import_module(module), cls)
        task: Task = make()
        task.prepare(data)
        found[name] = task
    return found
