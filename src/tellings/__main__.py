"""`python -m tellings` is the command `tellings`."""

from tellings.cli import main

main()
