"""Sentences, and what learns from them. Nothing here runs with the bot."""
