"""What can go wrong that a user can mend. Bad input is not among it: that is a `Rejected` value.

TellingsError              catch this one: its text says what was wrong, and what to do
├── RecordError
│   ├── NotARecord         the folder holds no record (or holds something else)
│   ├── RecordExists       a new record was asked for where one lies already
│   ├── NewerRecord        written by a later version of tellings
│   ├── OlderRecord        of an earlier version, in a place where it cannot be brought up to date
│   ├── DamagedRecord      the stored bytes are not what SQLite or tellings wrote
│   ├── RecordBusy         another process is writing to the record
│   └── RecordChanged      another process wrote between reading the record and deriving from it
├── NoPipeline             no spaCy pipeline of the name that was asked for
├── NoSuchStory            (tell/choice) the record holds no story of that name
├── CannotWrite            a file or folder to be written is in the way or not writable
└── WorkerDied             a worker process ended twice on the same item
"""

from __future__ import annotations


class TellingsError(Exception):
    """The root of the tree above."""


class RecordError(TellingsError):
    """Something about a record's folder or its store."""


class NotARecord(RecordError):
    """The folder holds no record."""


class RecordExists(RecordError):
    """A record lies there already."""


class NewerRecord(RecordError):
    """The record's version is later than this program knows."""


class OlderRecord(RecordError):
    """The record needs its migrations, and cannot be written to."""


class DamagedRecord(RecordError):
    """The stored bytes cannot be read as a record."""


class RecordBusy(RecordError):
    """Another process holds the record for writing."""


class RecordChanged(RecordError):
    """Another process has written since this one read."""


class NoPipeline(TellingsError):
    """No spaCy pipeline of that name can be loaded."""


class CannotWrite(TellingsError):
    """An output cannot be written where it was asked for."""


class WorkerDied(TellingsError):
    """A worker process ended while it had an item, and again on the second try."""
