"""Content: reads and checks `content/` and `locales/`, and compiles them into the Book.

Importing this package stays cheap; `load` is the door of the running bot, `check` that
of `safar check`.
"""
