"""English, read by an encoder of our own: one network, several heads, one pass."""
