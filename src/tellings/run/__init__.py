"""The same flow in one process or in many."""
