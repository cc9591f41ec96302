"""The Store port of `bot.service.ports` on its engines."""
