"""Marks with offsets in one text."""
