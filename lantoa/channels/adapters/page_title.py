"""The title of a web page (tiêu đề trang), fetched because a person asked for it.

Guarded against being used to reach into the authority's own network: the name is resolved once,
every address it has must be public (or the name listed in `LANTOA_INTRANET_HOSTS`), and the
connection goes to that very address, also after each redirect.
"""

from __future__ import annotations

import html
import http.client
import ipaddress
import re
import socket
import ssl
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings

from lantoa.channels.errors import PageNotFetched
from lantoa.common.rules.vietnamese import nfc
from lantoa.common.rules.web_addresses import is_web_address

TIMEOUT = 5.0
MOST_BYTES = 262_144
MOST_REDIRECTS = 4
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,2000})", re.IGNORECASE)
_SOCIAL = re.compile(
    rb"<meta\s[^>]{0,200}property=[\"']og:title[\"'][^>]{0,200}?content=[\"']([^\"']{1,2000})",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]{2,20})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Target:
    scheme: str
    host: str
    port: int
    path: str
    address: str


def fetch(url: str) -> str:
    """The page's title in NFC, spaces joined; raises `PageNotFetched` with one sentence."""
    for _step in range(MOST_REDIRECTS):
        head, body = _get(_target(url))
        if not head:
            return _title(body)
        url = urljoin(url, head)
    raise PageNotFetched("Trang chuyển hướng quá nhiều lần nên không lấy được tiêu đề.")


def _target(url: str) -> _Target:
    if not is_web_address(url):
        raise PageNotFetched("Địa chỉ phải bắt đầu bằng http:// hoặc https://.")
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    port = parts.port or (443 if parts.scheme == "https" else 80)
    path = parts.path or "/"
    query = f"?{parts.query}" if parts.query else ""
    return _Target(parts.scheme, host, port, _ascii(path + query), _public_address(host, port))


def _public_address(host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise PageNotFetched(f"Không tìm thấy máy chủ {host}.") from error
    addresses = [str(one[4][0]) for one in found]
    inside = host in settings.LANTOA_INTRANET_HOSTS
    if not inside and not all(ipaddress.ip_address(one).is_global for one in addresses):
        raise PageNotFetched(f"{host} là máy trong mạng nội bộ nên không lấy tiêu đề được.")
    return addresses[0]


def _get(target: _Target) -> tuple[str, bytes]:
    """Where the page sends us on, or its first bytes."""
    connection = _connect(target)
    try:
        connection.request(
            "GET", target.path, headers={"User-Agent": "LanToa", "Accept": "text/html"}
        )
        answer = connection.getresponse()
        if answer.status in {301, 302, 303, 307, 308}:
            return answer.getheader("Location", ""), b""
        if answer.status != 200:
            raise PageNotFetched(f"Trang trả lời mã {answer.status} nên không lấy được tiêu đề.")
        return "", answer.read(MOST_BYTES)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise PageNotFetched("Không kết nối được tới trang này.") from error
    finally:
        connection.close()


def _connect(target: _Target) -> http.client.HTTPConnection:
    connection: Any = http.client.HTTPConnection(target.host, target.port, timeout=TIMEOUT)
    try:
        connection.sock = socket.create_connection((target.address, target.port), TIMEOUT)
        if target.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=target.host)
    except OSError as error:
        connection.close()
        raise PageNotFetched("Không kết nối được tới trang này.") from error
    return connection  # type: ignore[no-any-return]


def _title(body: bytes) -> str:
    found = _SOCIAL.search(body) or _TITLE.search(body)
    if found is None:
        raise PageNotFetched("Trang này không ghi tiêu đề.")
    declared = _CHARSET.search(body[:4096])
    charset = declared.group(1).decode() if declared else "utf-8"
    try:
        text = found.group(1).decode(charset, "replace")
    except LookupError:
        text = found.group(1).decode("utf-8", "replace")
    return nfc(" ".join(html.unescape(text).split()))[:500]


def _ascii(path: str) -> str:
    return "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode()) for c in path)
