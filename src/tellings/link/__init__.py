"""Ties between articles, and the groups derived from them."""
