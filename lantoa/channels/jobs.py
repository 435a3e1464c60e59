"""Delivering what is queued (gửi tin), by every worker at once: the rows carry their own lease."""

from datetime import datetime, timedelta

from lantoa.channels.adapters import protocol
from lantoa.channels.adapters.email import EmailAdapter
from lantoa.channels.adapters.workspace import WorkspaceAdapter
from lantoa.channels.services import deliveries
from lantoa.common.services import periodic


def deliver(now: datetime) -> None:
    deliveries.run()


def register() -> None:
    protocol.register(WorkspaceAdapter())
    protocol.register(EmailAdapter())
    periodic.register("channels.deliver", deliver, every=timedelta(seconds=10), shared=True)
