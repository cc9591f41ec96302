"""The pure core: everything Safar decides about a visitor.

Standard library only; no clock, no randomness, no input or output, no logging.
`engine.advance` is the door; tests hold this floor (`tests/unit/test_floors.py`).
"""
