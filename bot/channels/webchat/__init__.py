"""The web chat: a page of our own that leaves nothing behind, over `VisitorShell`."""
