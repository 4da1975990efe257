"""The record told: terminal view, report, exports."""
