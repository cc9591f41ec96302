"""Families of checks, one module each: `find(draft)` or `find(draft, today)` yields issues."""
