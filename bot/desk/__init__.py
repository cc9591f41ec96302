"""The operators' side: an application of its own, on an origin of its own."""
