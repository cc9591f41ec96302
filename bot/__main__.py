"""`python -m bot` is the command `safar`."""

from bot.entry.cli import main

main()
