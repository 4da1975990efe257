"""Pure primitives on text: spans and their algebra, offset maps, shingles, diffs."""
