-- Version 3: which articles the groups were made of. An interrupted build leaves articles that no
-- group has met, and whoever opens the record is told so.
CREATE TABLE met (article TEXT NOT NULL, reader TEXT NOT NULL, PRIMARY KEY (article)) STRICT;
-- What older records hold was made of all their articles, unless nothing was made yet.
INSERT INTO met (article, reader)
  SELECT id, reader FROM article WHERE EXISTS (SELECT 1 FROM derived);
