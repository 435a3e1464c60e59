"""A mail server on the loopback (máy chủ thư): real SMTP on a real socket, in a thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass(frozen=True)
class Received:
    """One message as it came over the wire."""

    to: str
    data: bytes

    @property
    def mail(self) -> EmailMessage:
        return message_from_bytes(self.data, policy=policy.default)  # type: ignore[return-value]

    @property
    def message_id(self) -> str:
        return str(self.mail["Message-ID"])


class MailServer:
    """`before_reply(n)` is called once the n-th message is taken, before the sender is told.

    `refuse` names addresses that are answered with that code at RCPT.
    """

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.before_reply: Callable[[int], None] = lambda count: None
        self.refuse: dict[str, str] = {}
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> MailServer:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *problem: Any) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def mailboxes(self) -> dict[str, dict[str, Received]]:
        """What each reader sees: a mailbox keeps one message per Message-ID."""
        boxes: dict[str, dict[str, Received]] = {}
        for one in self.received:
            boxes.setdefault(one.to, {})[one.message_id] = one
        return boxes

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        to = ""
        writer.write(b"220 loopback\r\n")
        while line := await reader.readline():
            word = line[:4].upper().strip()
            answer = b"250 ok"
            if word == b"RCPT":
                to = line.split(b"<", 1)[1].split(b">", 1)[0].decode()
                answer = self.refuse.get(to, "250 ok").encode()
            elif word == b"DATA":
                writer.write(b"354 go on\r\n")
                self.received.append(Received(to, await _read_data(reader)))
                self.before_reply(len(self.received))
            elif word == b"QUIT":
                writer.write(b"221 bye\r\n")
                await writer.drain()
                return
            writer.write(answer + b"\r\n")
            await writer.drain()


async def _read_data(reader: asyncio.StreamReader) -> bytes:
    lines = []
    while (line := await reader.readline()) != b".\r\n":
        if not line:
            raise ConnectionError
        lines.append(line[1:] if line.startswith(b"..") else line)
    return b"".join(lines)
