"""Measures a visitor's words to the operator's screen and back, over HTTP and streams.

Run: python tests/bench/desk_web.py [--profile]. 50 operators hold 250 conversations in one
process; 50 messages a second go both ways. Then everybody reconnects, 200 a second.
Prints milliseconds, resident memory, and how they stand to the aims.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.bench.wire import Line

ROOT = Path(__file__).resolve().parent.parent.parent
OPERATORS, TALKS = 50, 250
RATE = 50
"""Messages a second, half of them visitors', half operators' replies."""
SECONDS = 20
STORM, STORM_SECONDS = 200, 5
AIM_P99, AIM_MEGABYTES = 300.0, 150.0
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
CRY = "he locked me in and beats me"
"""Opens a ticket at once."""
MARK = re.compile(rb"~(\d+)~")
PATIENCE = 30
FOLLOWED: list[asyncio.Task[None]] = []
"""Streams that are open."""


@dataclass
class Ears:
    """Who waits for which mark to appear in a stream."""

    waiting: dict[int, asyncio.Future[float]] = field(default_factory=dict)
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    def hear(self, line: bytes) -> None:
        """Note when a mark arrived."""
        for found in MARK.findall(line):
            future = self.waiting.pop(int(found), None)
            if future is not None and not future.done():
                future.set_result(time.perf_counter())

    async def time(self, say: Callable[[str], Awaitable[None]]) -> float:
        """Say a mark and return the milliseconds until it was heard."""
        number = next(self.numbers)
        future: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.waiting[number] = future
        started = time.perf_counter()
        await say(f"message ~{number}~ of an ordinary length, as people write them")
        heard = await asyncio.wait_for(future, PATIENCE)
        return (heard - started) * 1000


@dataclass
class Talk:
    """One conversation: a visitor's browser and the page of the operator who holds it."""

    visitor: Line
    operator: Line
    token: str
    ticket: str

    async def write(self, words: str) -> None:
        """Let the visitor write."""
        body = json.dumps({"id": str(uuid.uuid4()), "text": words})
        assert (await self.visitor.ask("POST", "/chat/messages", JSON, body)).status == 202

    async def answer(self, words: str) -> None:
        """Let the operator write."""
        fields = {"csrf": self.token, "id": str(uuid.uuid4()), "words": words}
        path = f"/tickets/{self.ticket}/say"
        assert (await self.operator.ask("POST", path, FORM, urlencode(fields))).status == 202


async def visitor(url: str) -> Line:
    """Open a conversation that needs a person."""
    headers = {"origin": url, "sec-fetch-site": "same-origin", "accept-language": "en"}
    line = Line(url, headers)
    for words in ("/start", CRY):
        body = json.dumps({"id": str(uuid.uuid4()), "text": words, "hint": "en"})
        answer = await line.ask("POST", "/chat/messages", JSON, body)
        assert answer.status == 202, answer.status
        if words == "/start":
            line.headers["cookie"] = answer.cookie()
    return line


def operator(url: str, cookie: str) -> Line:
    """Return the browser of a signed-in operator."""
    headers = {"origin": url, "cookie": f"desk={cookie}", "user-agent": "bench", "accept": JSON}
    return Line(url, headers)


async def take(line: Line, token: str) -> str:
    """Take the next visitor; return the ticket."""
    async with asyncio.timeout(PATIENCE):
        while True:
            answer = await line.ask("POST", "/next", FORM, urlencode({"csrf": token}))
            if "/tickets/" in answer.location():
                return answer.location().rpartition("/")[2]
            await asyncio.sleep(0.1)


async def begin(house: dict[str, object], ears: Ears) -> tuple[list[Talk], list[Line]]:
    """Let everybody come: conversations held and followed on both sides."""
    visitors = [await visitor(str(house["visitors"])) for _ in range(TALKS)]
    staff = house["staff"]
    assert isinstance(staff, list)
    talks: list[Talk] = []
    pages = [(operator(str(house["desk"]), cookie), token) for cookie, token in staff]
    held = [(await take(line, token), line, token) for line, token in pages * (TALKS // OPERATORS)]
    # Who holds whom shows when each visitor's own mark arrives at one of the pages.
    whose: dict[int, str] = {}

    def hear_at(ticket: str) -> Callable[[bytes], None]:
        def hear(line: bytes) -> None:
            for found in re.findall(rb"=(\d+)=", line):
                whose[int(found)] = ticket
            ears.hear(line)

        return hear

    FOLLOWED.extend(
        asyncio.create_task(line.follow(f"/tickets/{ticket}/events", hear_at(ticket)))
        for ticket, line, _ in held
    )
    for number, line in enumerate(visitors):
        FOLLOWED.append(asyncio.create_task(line.follow("/chat/events", ears.hear)))
        body = json.dumps({"id": str(uuid.uuid4()), "text": f"it is me ={number}="})
        assert (await line.ask("POST", "/chat/messages", JSON, body)).status == 202
    async with asyncio.timeout(PATIENCE):
        while len(whose) < TALKS:  # noqa: ASYNC110 -- nothing is measured yet
            await asyncio.sleep(0.1)
    by_ticket = {ticket: (line, token) for ticket, line, token in held}
    for number, line in enumerate(visitors):
        page, token = by_ticket[whose[number]]
        own = Line(str(house["desk"]), page.headers)
        talks.append(Talk(line, own, token, whose[number]))
    return talks, visitors


async def round_trips(talks: list[Talk], ears: Ears, seconds: float) -> list[tuple[float, float]]:
    """Send at a fixed rate, however slow the answers are; return there and back."""

    async def one(talk: Talk) -> tuple[float, float]:
        return await ears.time(talk.write), await ears.time(talk.answer)

    trips: list[asyncio.Task[tuple[float, float]]] = []
    started = time.perf_counter()
    for number in range(int(seconds * RATE / 2)):
        await asyncio.sleep(started + number * 2 / RATE - time.perf_counter())
        trips.append(asyncio.create_task(one(talks[number % len(talks)])))
    return list(await asyncio.gather(*trips))


async def storm(visitors: list[Line]) -> list[float]:
    """Open streams anew at a fixed rate; return the milliseconds to their first word."""

    async def one(line: Line) -> float:
        heard = asyncio.Event()
        started = time.perf_counter()
        told = lambda got: heard.set() if got.startswith((b"data", b":")) else None  # noqa: E731
        FOLLOWED.append(asyncio.create_task(line.follow("/chat/events", told)))
        await asyncio.wait_for(heard.wait(), PATIENCE)
        return (time.perf_counter() - started) * 1000

    opened: list[asyncio.Task[float]] = []
    started = time.perf_counter()
    for number in range(STORM * STORM_SECONDS):
        await asyncio.sleep(started + number / STORM - time.perf_counter())
        opened.append(asyncio.create_task(one(visitors[number % len(visitors)])))
    return list(await asyncio.gather(*opened))


def megabytes(pid: int, what: str = "VmRSS") -> float:
    """Return the resident memory of a process, or its highest (`VmHWM`)."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(rf"{what}:\s+(\d+)", status)[0]) / 1024


def forget_peak(pid: int) -> None:
    """Measure the highest from now on: hashing the operators' passwords is no part of it."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def seconds_of(pid: int) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def percentile(values: list[float], share: float) -> float:
    """Return the value that so many of a hundred stay under."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share / 100))]


def tell(name: str, values: list[float], aim: float | None = None) -> None:
    """Print one line of figures."""
    p50, p99 = percentile(values, 50), percentile(values, 99)
    against = f"   p99 is {p99 / aim:.2f} of the aim" if aim else ""
    print(f"{name:34} p50 {p50:7.1f} ms   p99 {p99:7.1f} ms{against}")  # noqa: T201


async def measure(process: subprocess.Popen[str], *, profile: bool) -> None:
    """Let everybody come, talk and reconnect; print what it took."""
    assert process.stdout is not None
    assert process.stdin is not None
    house = json.loads(process.stdout.readline())
    pid, ears = house["pid"], Ears()
    empty = megabytes(pid)
    forget_peak(pid)
    talks, visitors = await begin(house, ears)
    await round_trips(talks, ears, 2)
    if profile:
        print("profile", file=process.stdin, flush=True)
    used, began = seconds_of(pid), time.perf_counter()
    trips = await round_trips(talks, ears, SECONDS)
    share = (seconds_of(pid) - used) / (time.perf_counter() - began)
    if profile:
        print("profile", file=process.stdin, flush=True)
    print(f"{OPERATORS} operators, {TALKS} conversations, {RATE} messages a second")  # noqa: T201
    tell("visitor to the operator's screen", [there for there, _ in trips], AIM_P99)
    tell("operator to the visitor's screen", [back for _, back in trips], AIM_P99)
    tell("there and back", [there + back for there, back in trips], AIM_P99)
    print(f"{'one core was busy':34} {share:.0%}")  # noqa: T201
    tell(f"reconnecting, {STORM} a second", await storm(visitors))
    top = megabytes(pid, "VmHWM")
    against = f"   {top / AIM_MEGABYTES:.2f} of the aim"
    print(f"{'resident memory':34} {empty:.0f} MB empty, {top:.0f} MB at most{against}")  # noqa: T201
    for task in FOLLOWED:
        task.cancel()
    await asyncio.gather(*FOLLOWED, return_exceptions=True)


def main() -> None:
    """Start the measured process beside this one, measure, and stop it."""
    with tempfile.TemporaryDirectory() as folder:
        command = (sys.executable, "-m", "tests.bench.desk_house", folder, str(OPERATORS))
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            asyncio.run(measure(process, profile="--profile" in sys.argv))
        finally:
            process.communicate()


if __name__ == "__main__":
    main()
