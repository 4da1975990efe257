-- Version 1: articles with their marks, the groups derived from them, ties, tombstones, rejections.

-- One article. `text` is the stored text in UTF-8, once; `value` is the rest of the Article as JSON.
-- A BLOB, since a damaged byte must still be readable for `verify` to name it.
CREATE TABLE article (
  number      INTEGER PRIMARY KEY,  -- in the order of arrival, which nothing that is told depends on
  id          TEXT NOT NULL UNIQUE,
  text        BLOB NOT NULL,
  text_sha256 TEXT NOT NULL,
  raw_sha256  TEXT NOT NULL,
  reader      TEXT NOT NULL,  -- which reader made its marks: another one reads it again
  value       BLOB NOT NULL,
  seal        BLOB NOT NULL   -- 64 bits of BLAKE2b over `value`
) STRICT;

-- One mark. `words` is a JSON array of the exact words at each of the value's spans, in the order of
-- its fields: stored beside the offsets so that `verify` can hold one against the other. Keyed by
-- the article's number, so that rows are appended: keyed by its id they half-filled their pages.
CREATE TABLE mark (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  kind    TEXT NOT NULL,
  place   INTEGER NOT NULL,
  id      TEXT,
  start   INTEGER,
  "end"   INTEGER,
  words   BLOB NOT NULL,
  value   BLOB NOT NULL,
  seal    BLOB NOT NULL,
  PRIMARY KEY (article, kind, place)
) STRICT, WITHOUT ROWID;

-- One line of what was derived from all articles together; replaced as a whole. `article` is the
-- empty string but for times, which belong to one.
CREATE TABLE derived (
  kind    TEXT NOT NULL,
  article TEXT NOT NULL,
  id      TEXT NOT NULL,
  words   BLOB NOT NULL,
  value   BLOB NOT NULL,
  seal    BLOB NOT NULL,
  PRIMARY KEY (kind, article, id)
) STRICT;  -- with row ids: an event's value is too long for the pages of a tree without them

-- What a group is made of. It outlives `derived` where an article is read again, so that the next
-- derivation can still say what each id of the earlier state went into.
CREATE TABLE member (
  kind   TEXT NOT NULL,
  id     TEXT NOT NULL,
  member TEXT NOT NULL,
  PRIMARY KEY (kind, id, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (kind, member, id);

CREATE TABLE tie (
  kind    TEXT NOT NULL,
  "left"  TEXT NOT NULL,
  "right" TEXT NOT NULL,
  "by"    TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score   REAL NOT NULL,
  why     TEXT NOT NULL,
  PRIMARY KEY (kind, "left", "right", "by")
) STRICT, WITHOUT ROWID;

-- An id that was told once and is no more, and the id that it went into (NULL: into none).
CREATE TABLE tombstone (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  "into" TEXT,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- `item` is the empty string where the input has no items.
CREATE TABLE rejected (
  path   TEXT NOT NULL,
  item   TEXT NOT NULL,
  code   TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (path, item, code)
) STRICT, WITHOUT ROWID;
