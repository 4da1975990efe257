-- Version 2: every sentence can be searched. The index holds no text of its own: `article` and
-- `place` (the sentence's number in its article) lead to the mark, and from there to the words.
CREATE VIRTUAL TABLE search USING fts5 (
  words, article UNINDEXED, place UNINDEXED,
  content = '', contentless_delete = 1, contentless_unindexed = 1,
  tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO search (words, article, place)
  SELECT json_extract(words, '$[0]'), article, place FROM mark
  WHERE kind = 'sentences' ORDER BY article, place;
