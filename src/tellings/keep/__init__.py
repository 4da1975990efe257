"""The store, its migrations, and verify."""
