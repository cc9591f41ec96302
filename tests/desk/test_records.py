from __future__ import annotations

import pytest

from bot.dialogue.values import Locale, OperatorId
from bot.service.staff import Act, Credentials, Operator, Role
from bot.store.staff import SqliteStaff
from bot.vault import UnreadableError
from tests.desk.support import START
from tests.jobs import MemoryJobs

ANN = OperatorId("ann")


async def with_rows() -> tuple[MemoryJobs, SqliteStaff]:
    """Return records whose audit has five rows."""
    jobs = MemoryJobs()
    records = SqliteStaff(jobs, bytes(32))
    await records.prepare()
    for act in (Act.SIGNED_IN, Act.ON_DUTY, Act.TOOK, Act.READ, Act.CLOSED):
        await records.record(START, ANN, act, "t1")
    return jobs, records


async def test_s23_a_whole_audit_verifies() -> None:
    """Also an empty one."""
    _, records = await with_rows()
    assert await records.verify() is None
    empty = SqliteStaff(MemoryJobs(), bytes(32))
    await empty.prepare()
    assert await empty.verify() is None


@pytest.mark.parametrize(
    ("harm", "bad"),
    [
        ("update staff_audit set operator = 'bek' where seq = 3", 3),
        ("update staff_audit set at = '2020-01-01T00:00:00+00:00' where seq = 2", 2),
        ("update staff_audit set digest = 'x' where seq = 5", 5),
        ("delete from staff_audit where seq = 2", 2),
        ("delete from staff_audit where seq = 5", 5),
        ("delete from staff_audit where seq > 2", 3),
        ("delete from staff_audit", 1),
        ("update staff_audit set seq = 9 where seq = 1", 1),
        ("update staff_audit set seq = case seq when 2 then -3 else -2 end where seq in (2, 3)", 1),
        ("insert into staff_audit values (6, '', 'ann', 'read', 't2', 'x')", 6),
        ("update staff_audit_head set count = 4", 5),
    ],
)
async def test_s23_any_change_names_the_first_bad_row(harm: str, bad: int) -> None:
    """Changed, deleted, reordered, added, cut at the end."""
    jobs, records = await with_rows()
    jobs.db.execute(harm)
    assert await records.verify() == bad


async def test_the_audit_goes_on_after_a_break_and_the_break_stays() -> None:
    """Later rows do not heal earlier ones."""
    jobs, records = await with_rows()
    jobs.db.execute("update staff_audit set subject = 't9' where seq = 3")
    await records.record(START, ANN, Act.READ, "t2")
    assert await records.verify() == 3


async def test_secrets_are_sealed_and_bound_to_their_operator() -> None:
    """The database holds no TOTP secret; moved to another row it does not open."""
    jobs = MemoryJobs()
    records = SqliteStaff(jobs, bytes(32))
    await records.prepare()
    for name in ("ann", "bek"):
        operator = Operator(OperatorId(name), name, Role.OPERATOR, Locale("en"), START)
        await records.add(operator, Credentials("hash", f"SECRET{name}", ("d1",)))
    assert "SECRET" not in repr(list(jobs.db.query("select * from staff")))
    jobs.db.execute("update staff set totp = (select totp from staff where id='ann')")
    assert (await records.credentials(ANN)) is not None
    with pytest.raises(UnreadableError):
        await records.credentials(OperatorId("bek"))


async def test_s56_names_that_look_like_code_are_only_names() -> None:
    """Stored as typed, found as typed, nothing else touched."""
    records = SqliteStaff(MemoryJobs(), bytes(32))
    await records.prepare()
    names = ["x'; drop table staff;--", '" or 1=1', "%s {0} $1", "\N{ZERO WIDTH SPACE}", "Айгүл"]
    for number, name in enumerate(names):
        operator = Operator(OperatorId(str(number)), name, Role.OPERATOR, Locale("en"), START)
        assert await records.add(operator, Credentials("h", "t", ()))
    for name in names:
        found = await records.named(name)
        assert found is not None
        assert found.name == name
    assert len(await records.operators()) == len(names)


async def test_unknown_operators_are_nobody() -> None:
    """No verb invents an account."""
    records = SqliteStaff(MemoryJobs(), bytes(32))
    await records.prepare()
    assert await records.operator(ANN) is None
    assert await records.credentials(ANN) is None
    assert not await records.disable(ANN, START)
    assert not await records.reset(ANN, Credentials("h", "t", ()))
    assert not await records.use_counter(ANN, 1)
    assert not await records.use_recovery(ANN, "d")
    assert await records.use_link("d", START) is None
    assert await records.session("k") is None
