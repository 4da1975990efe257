"""Lexicons, outlets, agencies, patterns: small data files that a journalist could read and mend."""
