"""Constructed sentences with known marks, for what no open data labels well."""
