"""The tables of the one file, as migrations that are recorded in their own transaction."""

from __future__ import annotations

from bot.store.driver import Database, Migrations
from bot.vault import Vault

MIGRATIONS = Migrations("safar")

SCHEMA_1 = (
    # One row a talk. `key` is wrapped under an epoch; `session` is sealed with it.
    """CREATE TABLE conversations (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, channel TEXT NOT NULL,
        address INTEGER NOT NULL, key BLOB NOT NULL, session BLOB NOT NULL,
        version INTEGER NOT NULL, seq INTEGER NOT NULL, view INTEGER NOT NULL,
        active INTEGER NOT NULL, closing INTEGER, code BLOB) STRICT""",
    "CREATE INDEX conversations_address ON conversations(address)",
    "CREATE UNIQUE INDEX conversations_code ON conversations(code) WHERE code IS NOT NULL",
    # Where to reach a visitor, under a wipe key of its own. Without `lookup` nobody finds it.
    """CREATE TABLE addresses (
        id INTEGER PRIMARY KEY, lookup BLOB UNIQUE, channel TEXT NOT NULL,
        key BLOB NOT NULL, sealed BLOB NOT NULL) STRICT""",
    """CREATE TABLE inbox (
        id INTEGER PRIMARY KEY, n INTEGER NOT NULL, kind TEXT NOT NULL, sealed BLOB NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX inbox_n ON inbox(n, id)",
    # Event keys that arrived, kept longer than any platform repeats.
    "CREATE TABLE seen (digest BLOB PRIMARY KEY, day INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # The log: the single record of what was said.
    """CREATE TABLE messages (
        id INTEGER PRIMARY KEY, n INTEGER NOT NULL, seq INTEGER NOT NULL, source TEXT NOT NULL,
        delivery TEXT NOT NULL, shown INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX messages_n ON messages(n, seq)",
    # Only what is still to be sent; `taken` while a sender has it. n is NULL once forgotten.
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY, n INTEGER, conversation TEXT NOT NULL, address INTEGER NOT NULL,
        seq INTEGER, slot TEXT NOT NULL, wipe INTEGER NOT NULL, urgent INTEGER NOT NULL,
        queued REAL NOT NULL, attempt INTEGER NOT NULL DEFAULT 0,
        doubtful INTEGER NOT NULL DEFAULT 0, stale INTEGER NOT NULL DEFAULT 0,
        again REAL NOT NULL DEFAULT 0, taken REAL, own INTEGER NOT NULL,
        sealed BLOB NOT NULL) STRICT""",
    "CREATE INDEX outbox_address ON outbox(address, id)",
    "CREATE INDEX outbox_n ON outbox(n)",
    # Platform ids on the visitor's screen; `mark` is the outbox or inbox row they came by.
    # `digest` finds a message again by what a gateway reports of it.
    """CREATE TABLE places (
        id INTEGER PRIMARY KEY, address INTEGER NOT NULL, digest BLOB,
        mark INTEGER NOT NULL, slot TEXT NOT NULL, current INTEGER NOT NULL, n INTEGER,
        seq INTEGER, at REAL NOT NULL, sealed BLOB NOT NULL) STRICT""",
    "CREATE INDEX places_address ON places(address, mark)",
    "CREATE INDEX places_current ON places(address, slot) WHERE current",
    "CREATE UNIQUE INDEX places_digest ON places(digest) WHERE digest IS NOT NULL",
    """CREATE TABLE tickets (
        id TEXT PRIMARY KEY, n INTEGER NOT NULL, conversation TEXT NOT NULL,
        designation TEXT NOT NULL, state TEXT NOT NULL, urgency TEXT NOT NULL,
        channel TEXT NOT NULL, operator TEXT, opened REAL NOT NULL, since REAL,
        first_seq INTEGER NOT NULL, ending TEXT, version INTEGER NOT NULL,
        sealed BLOB) STRICT""",
    "CREATE INDEX tickets_open ON tickets(opened) WHERE state <> 'closed'",
    "CREATE INDEX tickets_n ON tickets(n)",
    """CREATE TABLE timers (
        n INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, at REAL NOT NULL,
        PRIMARY KEY (n, kind, key)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX timers_at ON timers(at)",
    """CREATE TABLE rings (
        id INTEGER PRIMARY KEY, ticket TEXT NOT NULL, round INTEGER NOT NULL, taken REAL,
        UNIQUE (ticket, round)) STRICT""",
    # What outlives conversations holds nobody: counts of a day, answers of a week.
    """CREATE TABLE counts (
        day TEXT NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (day, what, detail)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE answers (
        id BLOB PRIMARY KEY, week TEXT NOT NULL, assessment TEXT NOT NULL,
        version INTEGER NOT NULL, answers TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE TABLE marks (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
)


@MIGRATIONS()
def begin(db: Database) -> None:
    """Make every table of the first version."""
    for statement in SCHEMA_1:
        db.execute(statement)


@MIGRATIONS()
def tallies(db: Database) -> None:
    """Figures of a day under digests that change with it: caps that hold after a restart."""
    db.execute(
        "CREATE TABLE tallies (day TEXT NOT NULL, digest BLOB NOT NULL, n INTEGER NOT NULL,"
        " PRIMARY KEY (day, digest)) STRICT, WITHOUT ROWID"
    )


def prepare(db: Database, vault: Vault) -> None:
    """Bring the file to today's schema and see that the pepper belongs to it, in one job."""
    MIGRATIONS.apply(db)
    row = db.execute("SELECT value FROM marks WHERE name = 'pepper'").fetchone()
    if row is None:
        db.execute("INSERT INTO marks VALUES ('pepper', ?)", [vault.pepper_mark()])
    else:
        vault.match_pepper(row[0])
