"""The visitor side: each channel turns its own wire into `Inbound`, and `Outbound` into it."""
