"""The shell: fetches the core's arguments and carries out its effects."""
