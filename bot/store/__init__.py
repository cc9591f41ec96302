"""The Store port of `bot.service.ports` on its engines.

The driver comes first: whoever imports `bot.store` finds sqlite-utils on the right SQLite.
"""

from bot.store import driver as driver  # registers sqlcipher3 for sqlite-utils
