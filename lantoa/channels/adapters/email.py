"""E-mail by SMTP (thư điện tử). Off until the instance names its mail server."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from lantoa.channels.adapters.protocol import Envelope, Send
from lantoa.channels.errors import DeliveryFailed
from lantoa.channels.rules.messages import absolute, message_id, plain


class EmailAdapter:
    """A repetition carries the same Message-ID and date, by which mailboxes drop it."""

    channel = "email"
    label: Any = _("Thư điện tử")
    repeatable = True
    local = False

    def is_on(self) -> bool:
        return bool(settings.EMAIL_HOST)

    @contextmanager
    def session(self) -> Iterator[Send]:
        """One SMTP connection; a lost one is opened anew at the next envelope."""
        connection = get_connection()
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as failure:
            raise DeliveryFailed(_words(failure), down=True) from failure
        try:
            yield lambda envelope: _send(connection, envelope)
        finally:
            _close(connection)


def compose(envelope: Envelope, connection: Any = None) -> EmailMultiAlternatives:
    """The e-mail of an envelope, the same bytes' worth of headers at every attempt."""
    base = settings.WAGTAILADMIN_BASE_URL
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {
        "Message-ID": message_id(envelope.key, domain=domain),
        "Date": format_datetime(envelope.written_at),
        "Auto-Submitted": "auto-generated",
    }
    message = envelope.message
    mail = EmailMultiAlternatives(
        subject=" ".join(message.subject.split()),
        body=plain(message, base=base),
        to=[envelope.address],
        headers=headers,
        connection=connection,
    )
    context = {"message": message, "url": absolute(message.url, base), "base": base.rstrip("/")}
    mail.attach_alternative(render_to_string("channels/email.html", context), "text/html")
    return mail


def _send(connection: Any, envelope: Envelope) -> str:
    mail = compose(envelope, connection)
    try:
        connection.send_messages([mail])
    except smtplib.SMTPRecipientsRefused as failure:
        codes = [code for code, _text in failure.recipients.values()]
        raise DeliveryFailed(_words(failure), retry=all(c < 500 for c in codes)) from failure
    except (smtplib.SMTPServerDisconnected, TimeoutError, ConnectionError) as failure:
        # The answer was lost, perhaps after the server had taken the message.
        _close(connection)
        raise DeliveryFailed(_words(failure), unsure=True) from failure
    except smtplib.SMTPResponseException as failure:
        down = isinstance(failure, smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError)
        retry = down or failure.smtp_code < 500
        raise DeliveryFailed(_words(failure), retry=retry, down=down) from failure
    except (OSError, smtplib.SMTPException) as failure:
        _close(connection)
        raise DeliveryFailed(_words(failure), down=True) from failure
    return str(mail.extra_headers["Message-ID"])


def _close(connection: Any) -> None:
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        connection.connection = None


def _words(failure: Exception) -> str:
    if isinstance(failure, smtplib.SMTPRecipientsRefused):
        answers = [
            f"{code} {text.decode(errors='replace') if isinstance(text, bytes) else text}"
            for code, text in failure.recipients.values()
        ]
        return "; ".join(answers)[:500]
    if isinstance(failure, smtplib.SMTPResponseException):
        text = failure.smtp_error
        words = text.decode(errors="replace") if isinstance(text, bytes) else str(text)
        return f"{failure.smtp_code} {words}"[:500]
    return f"{type(failure).__name__}: {failure}"[:500]
