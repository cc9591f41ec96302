from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.vault import KeyFileError, UnreadableError, Vault, mark_of, place

HERE = place("conversations", "c", "key", 1)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """Return where the key will be made."""
    return tmp_path / "config" / "key"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data directory apart from the key."""
    return tmp_path / "data"


def test_the_first_run_makes_keys_that_only_we_can_read(key_file: Path, data: Path) -> None:
    """Key, pepper and epoch are files of mode 0600 in folders of mode 0700."""
    Vault.open(key_file, data)
    folder = key_file.with_name("key.d")
    files = [key_file, *folder.iterdir()]
    assert sorted(path.name.split("-")[0] for path in files) == ["epoch", "key", "pepper"]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_second_run_has_the_same_keys(key_file: Path, data: Path) -> None:
    """Seeds, lookups, digests and wrapped keys stay what they were."""
    first, second = Vault.open(key_file, data), Vault.open(key_file, data)
    assert first.seed("e") == second.seed("e")
    assert first.digest("e") == second.digest("e")
    assert first.lookup("sms", "+996") == second.lookup("sms", "+996")
    assert second.unwrap(first.wrap(b"k" * 32, HERE), HERE) == b"k" * 32
    assert first.database_key == second.database_key != first.backup_key


def test_two_installations_share_nothing(tmp_path: Path, data: Path) -> None:
    """Nothing computed with one key file can be computed with another."""
    one, other = Vault.open(tmp_path / "1" / "key", data), Vault.open(tmp_path / "2" / "key", data)
    assert one.seed("e") != other.seed("e")
    assert one.lookup("sms", "+996") != other.lookup("sms", "+996")
    assert one.digest("e") != other.digest("e")
    assert one.database_key != other.database_key


def test_each_event_has_a_seed_of_its_own(key_file: Path, data: Path) -> None:
    """32 bytes, different from the digest that is stored."""
    vault = Vault.open(key_file, data)
    assert len(vault.seed("e")) == 32
    assert vault.seed("e") != vault.seed("f")
    assert not vault.seed("e").startswith(vault.digest("e"))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_is_refused(key_file: Path, data: Path, mode: int) -> None:
    """The message says how to mend it and shows no key."""
    Vault.open(key_file, data)
    key_file.chmod(mode)
    with pytest.raises(KeyFileError, match="chmod 600") as refusal:
        Vault.open(key_file, data)
    assert key_file.with_name("key.d").exists()
    key_file.chmod(0o600)
    assert key_file.read_text().strip() not in str(refusal.value)


def test_a_key_inside_the_data_directory_is_refused(tmp_path: Path) -> None:
    """Also by a link that leads there."""
    data = tmp_path / "data"
    data.mkdir()
    with pytest.raises(KeyFileError, match="inside"):
        Vault.open(data / "keys" / "key", data)
    (tmp_path / "link").symlink_to(data)
    with pytest.raises(KeyFileError, match="inside"):
        Vault.open(tmp_path / "link" / "key", data)
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("content", ["", "short", "zz" * 32, "00" * 31, "ж" * 64])
def test_a_damaged_key_is_refused(key_file: Path, data: Path, content: str) -> None:
    """It is never replaced by a new one."""
    Vault.open(key_file, data)
    key_file.write_text(content)
    with pytest.raises(KeyFileError):
        Vault.open(key_file, data)
    assert key_file.read_text() == content


def test_a_folder_in_the_place_of_the_key_is_refused(key_file: Path, data: Path) -> None:
    """Only a regular file is a key."""
    key_file.mkdir(parents=True)
    with pytest.raises(KeyFileError):
        Vault.open(key_file, data)


def test_a_lost_key_is_not_replaced_under_a_living_database(key_file: Path, data: Path) -> None:
    """A new key could not open it; the old one must be put back."""
    data.mkdir()
    (data / "installation").touch()
    with pytest.raises(KeyFileError, match="missing"):
        Vault.open(key_file, data)
    assert not key_file.exists()


def test_an_epoch_begins_once_a_day(key_file: Path, data: Path) -> None:
    """Not again on the same day, not when the clock goes back."""
    vault = Vault.open(key_file, data)
    day = date(2030, 1, 2)
    assert vault.begin_epoch(day)
    vault.end_epochs()
    assert not vault.begin_epoch(day)
    assert not vault.begin_epoch(date(2030, 1, 1))
    assert vault.begin_epoch(date(2030, 1, 3))
    assert vault.begin_epoch(date(2030, 1, 3), force=True)


def test_what_an_ended_epoch_wrapped_is_gone(key_file: Path, data: Path) -> None:
    """Also for a process that starts later with today's files."""
    vault = Vault.open(key_file, data)
    old = vault.wrap(b"k" * 32, HERE)
    vault.begin_epoch(date(2030, 1, 2))
    assert not vault.current(old)
    new = vault.wrap(vault.unwrap(old, HERE), HERE)
    vault.end_epochs()
    assert vault.current(new)
    for after in (vault, Vault.open(key_file, data)):
        assert after.unwrap(new, HERE) == b"k" * 32
        with pytest.raises(UnreadableError):
            after.unwrap(old, HERE)
    assert len(list(key_file.with_name("key.d").glob("epoch-*"))) == 1


def test_an_epoch_cut_short_goes_on(key_file: Path, data: Path) -> None:
    """Until it is ended both open, also after a restart."""
    vault = Vault.open(key_file, data)
    old = vault.wrap(b"k" * 32, HERE)
    vault.begin_epoch(date(2030, 1, 2))
    again = Vault.open(key_file, data)
    assert again.unwrap(old, HERE) == b"k" * 32
    assert again.begin_epoch(date(2030, 1, 2))


def test_a_pepper_is_finished_or_undone_after_a_crash(key_file: Path, data: Path) -> None:
    """What the database was written with decides."""
    vault = Vault.open(key_file, data)
    before, pepper = vault.pepper_mark(), vault.next_pepper()
    undone = Vault.open(key_file, data)
    undone.match_pepper(before)
    assert undone.pepper_mark() == before
    pepper = undone.next_pepper()
    finished = Vault.open(key_file, data)
    finished.match_pepper(mark_of(pepper))
    assert finished.pepper_mark() == mark_of(pepper)
    assert Vault.open(key_file, data).pepper_mark() == mark_of(pepper)
    with pytest.raises(KeyFileError):
        finished.match_pepper(before)


def test_another_pepper_gives_other_lookups(key_file: Path, data: Path) -> None:
    """A rotated pepper leaves no file of the old one behind."""
    vault = Vault.open(key_file, data)
    folder = key_file.with_name("key.d")
    former, lookup = (folder / "pepper").read_text(), vault.lookup("sms", "+996555000001")
    pepper = vault.next_pepper()
    vault.use(pepper)
    vault.adopt(pepper)
    assert vault.lookup("sms", "+996555000001") != lookup
    assert [path.name for path in folder.glob("pepper*")] == ["pepper"]
    assert former not in (folder / "pepper").read_text()


def test_a_throwaway_vault_writes_nothing(tmp_path: Path) -> None:
    """Its keys end with the process."""
    before = set(tmp_path.iterdir())
    vault = Vault.throwaway()
    vault.begin_epoch(date(2090, 1, 1))
    vault.end_epochs()
    vault.ask_rotation()
    assert not vault.rotation_asked()
    assert set(tmp_path.iterdir()) == before
