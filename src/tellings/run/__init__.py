"""The same steps in one process or in many."""
