"""The command line: the same verbs as everywhere. Exit codes: 0 done, 1 a finding, 2 wrong use."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tellings.flow import counter
from tellings.keep.store import Store
from tellings.keep.verify import Checks, prove
from tellings.model.errors import CannotWrite, TellingsError
from tellings.run.build import Options, Outcome
from tellings.run.build import Progress as Told
from tellings.run.build import add as run_add
from tellings.run.build import build as run_build
from tellings.tell.counts import many
from tellings.tell.export import export as tell_export
from tellings.tell.export import is_format
from tellings.tell.report import report as tell_report
from tellings.tell.show import show as tell_show
from tellings.tell.visible import flat

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Many outlets report one affair; tellings gives back one cited record.",
)
_MOST_LISTED = 50  # rejected inputs that are printed; all of them are in the record

Inputs = Annotated[
    list[str],
    typer.Argument(help="Files, folders, globs, or - for JSON Lines on standard input."),
]
RecordPath = Annotated[Path, typer.Argument(help="The record's folder.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read articles.")]
Pipeline = Annotated[
    str | None, typer.Option(help="Another spaCy pipeline to read with, by name or folder.")
]


@app.command()
def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("-o", "--output", help="The new record's folder.")],
    workers: Workers = 1,
    pipeline: Pipeline = None,
) -> None:
    """Make a record: articles in, a record out."""
    with _progress() as told:
        options = Options(workers, pipeline, told)
        outcome = run_build(inputs, output, options, sys.stdin.buffer)
    _finish(outcome, output)


@app.command()
def add(
    record: RecordPath, inputs: Inputs, workers: Workers = 1, pipeline: Pipeline = None
) -> None:
    """Put more articles into a record."""
    with _progress() as told:
        outcome = run_add(inputs, record, Options(workers, pipeline, told), sys.stdin.buffer)
    _finish(outcome, record)


@app.command()
def show(
    record: RecordPath,
    story: Annotated[str | None, typer.Argument(help="A story's id or number.")] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Two countries or actors: USA RUS.")
    ] = None,
) -> None:
    """Print the record, or one story of it, in the terminal."""
    with Store.open(record, readonly=True) as store:
        _unfinished(store)
        tell_show(store.record(), story, Console(), between)


@app.command()
def report(
    record: RecordPath,
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file to write.")],
) -> None:
    """Write one page that opens from disk, without network."""
    with Store.open(record, readonly=True) as store:
        _unfinished(store)
        page = tell_report(store.record())
    _write(output, page)
    Console().print(f"the page: {output}", markup=False, highlight=False, soft_wrap=True)


@app.command()
def export(
    record: RecordPath,
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write into.")],
    format: Annotated[
        str, typer.Option("--format", help="jsonl, csv, parquet, plover or gdelt.")
    ] = "jsonl",
) -> None:
    """Write the record as data, one file a kind."""
    if not is_format(format):
        raise typer.BadParameter(
            f"{format!r} is none of jsonl, csv, parquet, plover, gdelt", param_hint="--format"
        )
    with Store.open(record, readonly=True) as store:
        _unfinished(store)
        written = tell_export(store.record(), output, format)
    Console().print(f"{len(written)} files in {output}", markup=False, highlight=False)


@app.command()
def verify(record: RecordPath) -> None:
    """Prove every line of a record from its stored bytes; exit 1 and name what falls."""
    out = Console(markup=False, highlight=False, soft_wrap=True)
    faults = 0
    for fault in prove(record, Checks(counter)):
        faults += 1
        out.print(flat(str(fault)))
    if faults:
        out.print(f"{faults} lines do not hold")
        raise typer.Exit(1)
    with Store.open(record, readonly=True) as store:
        _unfinished(store)
    out.print("every line holds")


@app.command()
def demo(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to put the record and page.")
    ] = None,
) -> None:
    """Build the bundled, invented affair, and tell what was found in it."""
    folder = output or Path(tempfile.mkdtemp(prefix="tellings-demo-"))
    record, page = folder / "demo-record", folder / "demo.html"
    with as_file(files("tellings") / "demo") as affair, _progress() as told:
        inputs = [str(affair / "affair")]
        outcome = run_build(inputs, record, Options(progress=told))
    with Store.open(record, readonly=True) as store:
        found = store.record()
    first = max(found.groups.stories, key=lambda story: len(story.articles))
    tell_show(found, None, Console())
    tell_show(found, first.id, Console())
    _write(page, tell_report(found))
    _finish(outcome, record)
    Console().print(f"the page: {page}", markup=False, highlight=False, soft_wrap=True)


def _unfinished(store: Store) -> None:
    """Says on stderr where a build was cut short: the articles are in, the stories lack them."""
    if unmet := store.unmet():
        Console(stderr=True, markup=False, highlight=False, soft_wrap=True).print(
            f"{many(unmet, 'article')} of this record came in after its stories were made (a build "
            "was cut short): run `tellings add` with the same inputs to bring them in"
        )


def _finish(outcome: Outcome, record: Path) -> None:
    """Say what went in, and list what did not, with its reason; exit 1 where nothing is usable."""
    out = Console(markup=False, highlight=False, soft_wrap=True)
    for one in outcome.rejected[:_MOST_LISTED]:
        place = f"{one.path} ({one.item})" if one.item else one.path
        out.print(flat(f"not taken: {place}: {one.reason}"))
    more = len(outcome.rejected) - _MOST_LISTED
    if more > 0:
        out.print(f"… and {more} more; the record's export lists them all")
    for note in outcome.notes[:_MOST_LISTED]:
        out.print(flat(f"note: {note}"))
    aside = f", {outcome.aside} set aside" if outcome.aside else ""
    out.print(f"{outcome.added} articles added{aside}; {outcome.articles} in the record {record}")
    if outcome.articles == 0:
        raise typer.Exit(1)


def _write(path: Path, page: str) -> None:
    """Write a text file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_text(page, "utf-8")
        os.replace(part, path)
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written ({error.strerror}): name another") from error


@contextmanager
def _progress() -> Iterator[Told]:
    """A bar on standard error; it goes when the work is done."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}"),
        TimeElapsedColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("reading", total=None)

        def told(what: str, done: int, of: int | None) -> None:
            bar.update(task, description=what, completed=done, total=of)

        yield told


def main() -> None:
    """The entry point of the command `tellings`."""
    try:
        app()
    except TellingsError as error:
        Console(stderr=True, markup=False, highlight=False, soft_wrap=True).print(
            f"tellings: {flat(str(error))}"
        )
        raise SystemExit(2) from error
