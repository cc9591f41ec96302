from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vault import UnreadableError, Vault, new_key, place, seal, unseal

KEY = new_key()
HERE = place("messages", "c1", "visitor", 1)


@given(st.binary(max_size=300))
def test_what_was_sealed_opens_in_its_place(plain: bytes) -> None:
    """And the sealed form does not contain it."""
    sealed = seal(KEY, HERE, plain)
    assert unseal(KEY, HERE, sealed) == plain
    assert len(plain) < 4 or plain not in sealed


def test_the_same_words_never_look_the_same() -> None:
    """A nonce of its own for each record: 12 bytes, and 16 of authentication."""
    sealed = {seal(KEY, HERE, b"help") for _ in range(100)}
    assert len(sealed) == 100
    assert {len(one) for one in sealed} == {12 + 4 + 16}


@pytest.mark.parametrize(
    "elsewhere",
    [
        place("inbox", "c1", "visitor", 1),
        place("messages", "c2", "visitor", 1),
        place("messages", "c1", "operator", 1),
        place("messages", "c1", "visitor", 2),
    ],
)
def test_a_record_moved_elsewhere_does_not_open(elsewhere: bytes) -> None:
    """Table, conversation, kind and seq are all bound."""
    with pytest.raises(UnreadableError):
        unseal(KEY, elsewhere, seal(KEY, HERE, b"help"))


@given(st.integers(min_value=0, max_value=31), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_does_not_open(position: int, change: int) -> None:
    """Nonce, words and tag are all authenticated."""
    sealed = bytearray(seal(KEY, HERE, b"help"))
    sealed[position] ^= change
    with pytest.raises(UnreadableError):
        unseal(KEY, HERE, bytes(sealed))


@pytest.mark.parametrize("sealed", [b"", b"short", b"x" * 12, b"x" * 27])
def test_a_truncated_record_does_not_open(sealed: bytes) -> None:
    """It is an error of ours, not of the library."""
    with pytest.raises(UnreadableError):
        unseal(KEY, HERE, sealed)


def test_another_key_does_not_open() -> None:
    """Each conversation has its own."""
    with pytest.raises(UnreadableError):
        unseal(new_key(), HERE, seal(KEY, HERE, b"help"))


def test_a_wrapped_key_opens_only_where_it_belongs() -> None:
    """A key row copied to another conversation is useless."""
    vault = Vault.throwaway()
    wrapped = vault.wrap(KEY, HERE)
    assert vault.unwrap(wrapped, HERE) == KEY
    assert KEY not in wrapped
    with pytest.raises(UnreadableError):
        vault.unwrap(wrapped, place("messages", "c2", "visitor", 1))
    with pytest.raises(UnreadableError):
        Vault.throwaway().unwrap(wrapped, HERE)
