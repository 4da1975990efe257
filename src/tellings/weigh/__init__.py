"""Findings, each with the cites it rests on."""
