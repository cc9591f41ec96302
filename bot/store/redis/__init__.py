"""The Store on Redis: for several workers and machines. There Redis is the only truth.

Every verb is one script, idempotent or guarded by compare-and-set. Redis sees sealed values,
keyed digests and random names; keys stand wrapped under epochs that it never has.
"""

from bot.store.redis.opening import open_redis as open_redis
from bot.store.redis.opening import record_of as record_of
from bot.store.redis.store import RedisStore as RedisStore
