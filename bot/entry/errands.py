"""What an administrator asks of an installation, running or not: accounts, keys, purge, backup."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from bot.bootstrap import Accounts, House, back_up, clock, rotate
from bot.desk.enrol import Enrolment, disable, enrol, renew
from bot.dialogue.values import Locale
from bot.service.staff import Operator, Role

Answer = dict[str, Any]
Staffed = House | Accounts
Errand = Callable[[House, Mapping[str, Any]], Awaitable[Answer]]
AccountErrand = Callable[[Staffed, Mapping[str, Any]], Awaitable[Answer]]


class ErrandError(Exception):
    """The errand cannot be run; the message says what to do."""


async def add(house: Staffed, asked: Mapping[str, Any]) -> Answer:
    """Make an account; what comes back is shown once."""
    made = await enrol(
        house.records,
        asked["name"],
        now=clock(),
        role=Role(asked["role"]),
        locale=Locale(asked["locale"]),
    )
    if made is None:
        raise ErrandError(f"there is an operator {asked['name']!r} already; use `reset`")
    return _shown(made)


async def reset(house: Staffed, asked: Mapping[str, Any]) -> Answer:
    """Replace what an operator signs in with; open sessions end."""
    return _shown(await renew(house.records, await _named(house, asked["name"]), now=clock()))


async def switch_off(house: Staffed, asked: Mapping[str, Any]) -> Answer:
    """End an account and all its sessions at once."""
    operator = await _named(house, asked["name"])
    await disable(house.records, operator.id, now=clock())
    return {"name": operator.name}


async def roster(house: Staffed, _asked: Mapping[str, Any]) -> Answer:
    """List the accounts."""
    present = await house.records.duty(clock())
    return {
        "operators": [
            {
                "name": one.name,
                "role": one.role.value,
                "state": "disabled" if one.disabled else "active",
                "duty": one.id in present,
            }
            for one in await house.records.operators()
        ]
    }


async def _named(house: Staffed, name: str) -> Operator:
    operator = await house.records.named(name)
    if operator is None:
        raise ErrandError(f"there is no operator {name!r}; `safar operators list` names them")
    return operator


def _shown(made: Enrolment) -> Answer:
    return {
        "name": made.operator.name,
        "password": made.password,
        "totp": made.totp,
        "uri": made.uri,
        "recovery": list(made.recovery),
    }


async def purge(house: House, _asked: Mapping[str, Any]) -> Answer:
    """Destroy what is over its time, now."""
    purged = await house.store.purge(clock())
    return {"conversations": purged.conversations, "inbox": purged.inbox, "outbox": purged.outbox}


async def rotate_keys(house: House, _asked: Mapping[str, Any]) -> Answer:
    """Begin a new epoch and a new pepper while work goes on."""
    await rotate(house)
    return {}


async def copy(house: Staffed, asked: Mapping[str, Any]) -> Answer:
    """Write a backup: accounts, audit and counts; no conversation."""
    return {"rows": await back_up(house, Path(asked["target"]))}


async def verify(house: Staffed, _asked: Mapping[str, Any]) -> Answer:
    """Check the hash chain of the audit."""
    return {"bad": await house.records.verify()}


ACCOUNT_ERRANDS: Mapping[str, AccountErrand] = {
    "operators.add": add,
    "operators.reset": reset,
    "operators.disable": switch_off,
    "operators.list": roster,
    "backup": copy,
    "audit.verify": verify,
}
"""What needs the Desk's own file alone, and can be done while Redis is out of reach."""
ERRANDS: Mapping[str, Errand] = {**ACCOUNT_ERRANDS, "purge": purge, "keys.rotate": rotate_keys}
