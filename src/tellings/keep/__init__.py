"""The record on disk: the store, its migrations, and the proof that every line holds."""
