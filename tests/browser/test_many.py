from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.story_support import OperatorPage, VisitorPage, add_operator, page, running

pytestmark = pytest.mark.asyncio(loop_scope="session")

VISITORS = 4
ROUNDS = 3


async def ask(visitor: VisitorPage, number: int) -> None:
    """Ask for a person and leave one line that nobody else writes."""
    await visitor.arrive("English")
    await visitor.choose("I understand")
    await visitor.write("person")
    await visitor.write("2")
    await visitor.reads("money")
    await visitor.write(f"line of visitor {number}")


async def number_of(operator: OperatorPage) -> int:
    """Return whose conversation is open."""
    await operator.reads("line of visitor")
    said = await operator.log()
    return next(n for n in range(VISITORS) if f"line of visitor {n}" in said)


async def test_four_visitors_and_two_operators_at_once(chromium: Browser, tmp_path: Path) -> None:
    """Everybody gets their own answers, nobody a line of another one."""
    async with running(tmp_path) as process:
        operators = []
        for name in ("Aigul", "Bakyt"):
            password, totp = await add_operator(tmp_path, name)
            one = OperatorPage(await page(chromium, 1280, 800), process.operator)
            await one.sign_in(name, password, totp)
            operators.append(one)
        visitors = [VisitorPage(await page(chromium), process.visitors) for _ in range(VISITORS)]
        await asyncio.gather(*(ask(one, number) for number, one in enumerate(visitors)))

        async def serve(operator: OperatorPage) -> list[int]:
            served = []
            for _ in range(VISITORS // 2):
                await operator.take()
                number = await number_of(operator)
                await exchange(operator, visitors[number], number)
                await operator.close()
                await visitors[number].reads("The person has ended this talk")
                served.append(number)
            return served

        served = await asyncio.gather(*(serve(one) for one in operators))
        assert sorted(number for some in served for number in some) == list(range(VISITORS))
        for number, visitor in enumerate(visitors):
            said = await visitor.page.get_by_role("log").inner_text()
            assert [n for n in range(VISITORS) if f"to visitor {n}" in said] == [number]


async def exchange(operator: OperatorPage, visitor: VisitorPage, number: int) -> None:
    """Write back and forth a few times, in order."""
    for turn in range(ROUNDS):
        await operator.write(f"answer {turn} to visitor {number}")
        await visitor.reads(f"answer {turn} to visitor {number}")
        await visitor.write(f"reply {turn} of visitor {number}")
        await operator.reads(f"reply {turn} of visitor {number}")
