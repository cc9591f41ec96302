"""Keys, sealing and keyed lookups: every use of cryptography of the house is in this file.

Where keys stand:

    key file         64 hexadecimal digits, the installation key; everything below hangs on it
    <key file>.d/    pepper        keys the lookups of addresses and return codes; rotates
                     epoch-<n>     wraps conversation and wipe keys; a new one each day. It is
                                   destroyed once every key moved on, and with it every older
                                   copy of the database loses its closed conversations

Errors:

    VaultError
     ├─ KeyFileError      the key file is missing, misplaced, readable by others or damaged
     └─ UnreadableError   sealed with a key that is gone, or moved to another place
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
from datetime import UTC, date, datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
LABEL_BYTES = 4
DIGEST_BYTES = 16
EPOCHS_A_DAY = 100
NEXT_PEPPER = "pepper.next"
ROTATION = "rotation.asked"
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
MARKER = "installation"
"""A file of this name in the data directory says that a database belongs there."""


class VaultError(Exception):
    """The vault did not do what was asked."""


class KeyFileError(VaultError):
    """The key file cannot be used; the message says what to do."""


class UnreadableError(VaultError):
    """Nobody with today's keys can read this, here."""


def place(table: str, conversation: str, kind: str, seq: int) -> bytes:
    """Name where a sealed record stands; it opens nowhere else."""
    return f"{table}|{conversation}|{kind}|{seq}".encode()


def new_key() -> bytes:
    """Draw a random key for one conversation."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, where: bytes, plain: bytes) -> bytes:
    """Seal `plain` with AES-256-GCM, bound to the place `where`."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, where)


def unseal(key: bytes, where: bytes, sealed: bytes) -> bytes:
    """Open what `seal` made for the same key and place. Raises `UnreadableError`."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], where)
    except (InvalidTag, ValueError) as error:
        raise UnreadableError("A sealed record does not open.") from error


class Vault:
    """The keys of one installation, in memory; `folder` is None for a throw-away one."""

    def __init__(
        self, root: bytes, pepper: bytes, epochs: dict[int, bytes], folder: Path | None
    ) -> None:
        self._pepper = pepper
        self._epochs = epochs
        self._newest = max(epochs)
        self._folder = folder
        self._seed_key = _derive(root, "seed")
        self._event_key = _derive(root, "event")
        self.database_key = _derive(root, "database")
        self.backup_key = _derive(root, "backup")
        self.staff_key = _derive(root, "staff")

    @classmethod
    def open(cls, key_file: Path, data: Path) -> Vault:
        """Read the keys, or make them at the first run. Raises `KeyFileError`."""
        key_file = key_file.expanduser()
        _refuse_inside(key_file, data.expanduser())
        if not key_file.exists():
            _refuse_orphan(key_file, data.expanduser())
            _write_private(key_file, new_key())
        folder = key_file.with_name(key_file.name + ".d")
        root = _read_private(key_file)
        if not (folder / "pepper").exists():
            _write_private(folder / "pepper", new_key())
        epochs = {_number(path): _read_private(path) for path in folder.glob("epoch-*")}
        if not epochs:
            number = _first_of(datetime.now(UTC).date())
            epochs[number] = new_key()
            _write_private(folder / f"epoch-{number}", epochs[number])
        return cls(root, _read_private(folder / "pepper"), epochs, folder)

    @classmethod
    def throwaway(cls) -> Vault:
        """Make a vault whose keys are written nowhere: for demonstrations and tests."""
        epoch = _first_of(datetime.now(UTC).date())
        return cls(new_key(), new_key(), {epoch: new_key()}, None)

    def seed(self, event_key: str) -> bytes:
        """Return 32 bytes that only this installation can compute for an event."""
        return hmac.digest(self._seed_key, event_key.encode(), "sha256")

    def digest(self, event_key: str) -> bytes:
        """Return what stands in the store for an event key, so that it is recognised."""
        return hmac.digest(self._event_key, event_key.encode(), "sha256")[:DIGEST_BYTES]

    def lookup(self, channel: str, value: str) -> bytes:
        """Return what finds an address or code: without the pepper no number plan matches it."""
        return hmac.digest(self._pepper, f"{channel}|{value}".encode(), "sha256")

    def wrap(self, key: bytes, where: bytes) -> bytes:
        """Wrap a conversation or wipe key under the newest epoch."""
        label = self._newest.to_bytes(LABEL_BYTES, "big")
        return label + seal(self._epochs[self._newest], label + where, key)

    def unwrap(self, wrapped: bytes, where: bytes) -> bytes:
        """Return a wrapped key. Raises `UnreadableError` when its epoch is over."""
        label = wrapped[:LABEL_BYTES]
        epoch = self._epochs.get(int.from_bytes(label, "big"))
        if epoch is None:
            raise UnreadableError("The epoch of this key is over.")
        return unseal(epoch, label + where, wrapped[LABEL_BYTES:])

    def current(self, wrapped: bytes) -> bool:
        """Tell whether a wrapped key stands under the newest epoch."""
        return int.from_bytes(wrapped[:LABEL_BYTES], "big") == self._newest

    def begin_epoch(self, today: date, *, force: bool = False) -> bool:
        """Start the epoch of a new day; True when older ones are to be left behind.

        A clock that was set back starts none. `force` starts one on the same day as well.
        """
        number = max(_first_of(today), self._newest + 1) if force else _first_of(today)
        if number > self._newest:
            key = new_key()
            if self._folder is not None:
                _write_private(self._folder / f"epoch-{number}", key)
            self._epochs = {**self._epochs, number: key}
            self._newest = number
        return len(self._epochs) > 1

    def end_epochs(self) -> None:
        """Destroy every epoch but the newest; call it when all keys were wrapped anew."""
        for number in [number for number in self._epochs if number != self._newest]:
            if self._folder is not None:
                destroy_file(self._folder / f"epoch-{number}")
        self._epochs = {self._newest: self._epochs[self._newest]}

    def ask_rotation(self) -> None:
        """Ask the running process, which holds the database, to rotate at its next purge."""
        if self._folder is not None:
            (self._folder / ROTATION).touch(mode=PRIVATE_FILE)

    def rotation_asked(self) -> bool:
        """Tell whether a rotation is wanted."""
        return self._folder is not None and (self._folder / ROTATION).exists()

    def rotation_done(self) -> None:
        """Take the wish back."""
        if self._folder is not None:
            (self._folder / ROTATION).unlink(missing_ok=True)

    def next_pepper(self) -> bytes:
        """Prepare another pepper; `adopt` it when every lookup was rewritten with it."""
        pepper = new_key()
        if self._folder is not None:
            _write_private(self._folder / NEXT_PEPPER, pepper, replace=True)
        return pepper

    def use(self, pepper: bytes) -> bytes:
        """Compute lookups with `pepper` from now on; return the one before, to go back to."""
        former, self._pepper = self._pepper, pepper
        return former

    def adopt(self, pepper: bytes) -> None:
        """Keep `pepper` for good and destroy the one before."""
        if self._folder is not None:
            with (self._folder / "pepper").open("r+b") as former:
                # Replaced first, overwritten after: cut short, one of the two is always whole.
                (self._folder / NEXT_PEPPER).replace(self._folder / "pepper")
                sync_folder(self._folder)
                _overwrite(former.fileno())
        self._pepper = pepper

    def pepper_mark(self) -> bytes:
        """Return what the store keeps, to know after a crash which pepper it was written with."""
        return mark_of(self._pepper)

    def match_pepper(self, mark: bytes) -> None:
        """Finish or undo a rotation that was cut short. Raises `KeyFileError` if neither fits."""
        following = self._folder / NEXT_PEPPER if self._folder is not None else None
        if hmac.compare_digest(mark, mark_of(self._pepper)):
            if following is not None and following.exists():
                destroy_file(following)
            return
        if following is not None and following.exists():
            pepper = _read_private(following)
            if hmac.compare_digest(mark, mark_of(pepper)):
                self.adopt(pepper)
                return
        raise KeyFileError("The pepper beside the key file does not belong to this database.")


def mark_of(pepper: bytes) -> bytes:
    """Return the mark of a pepper: says which one it is, and nothing else."""
    return hmac.digest(pepper, b"mark", "sha256")[:DIGEST_BYTES]


def destroy_file(path: Path) -> None:
    """Overwrite a key on disk as far as the file system lets us, and remove it."""
    with path.open("r+b") as file:
        _overwrite(file.fileno())
    path.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable: a new file is lost without it when power fails."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _derive(root: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"safar {purpose} 1".encode()).derive(root)


def _first_of(day: date) -> int:
    return int(day.strftime("%Y%m%d")) * EPOCHS_A_DAY


def _number(path: Path) -> int:
    return int(path.name.removeprefix("epoch-"))


def _overwrite(descriptor: int) -> None:
    size = os.fstat(descriptor).st_size
    os.pwrite(descriptor, bytes(size), 0)
    os.fsync(descriptor)


def _refuse_inside(key_file: Path, data: Path) -> None:
    if key_file.resolve().is_relative_to(data.resolve()):
        raise KeyFileError("The key file must not stand inside the data directory; move it out.")


def _refuse_orphan(key_file: Path, data: Path) -> None:
    if (data / MARKER).exists():
        raise KeyFileError(
            f"{key_file} is missing, and the data directory was made with it; put it back."
        )


def _write_private(path: Path, key: bytes, *, replace: bool = False) -> None:
    """Write a key so that it is either wholly there or not at all, readable by us alone."""
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    try:
        os.write(descriptor, key.hex().encode() + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if replace:
        draft.replace(path)
    else:
        os.link(draft, path)
        draft.unlink()
    sync_folder(path.parent)


def _read_private(path: Path) -> bytes:
    """Read a key. Raises `KeyFileError` when others may read it or it is damaged."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise KeyFileError(f"{path} is not a file.")
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise KeyFileError(f"Others may read {path}; run: chmod 600 {path}")
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise KeyFileError(f"{path} cannot be read as a key.") from error
    if len(key) != KEY_BYTES:
        raise KeyFileError(f"{path} does not hold a key of {KEY_BYTES} bytes.")
    return key
