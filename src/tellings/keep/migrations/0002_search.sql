-- Version 2: every sentence can be searched. The index holds no text of its own: a row's number is
-- that of the article times 2^20 plus the sentence's place in it.
CREATE VIRTUAL TABLE search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO search (rowid, words)
  SELECT article << 20 | place, json_extract(words, '$[0]') FROM mark
  WHERE kind = 'sentences' ORDER BY article, place;
