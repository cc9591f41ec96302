"""Safar: an async bot that informs, assesses and hands over to a person."""
