"""Web addresses (địa chỉ trang): what counts as one, and when two lead to the same page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = ("utm_", "fbclid", "gclid", "zarsrc")
LONGEST = 2000


def is_web_address(text: str) -> bool:
    """An absolute http or https address with a host name and without blanks or a password."""
    if len(text) > LONGEST or any(c.isspace() or not c.isprintable() for c in text):
        return False
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    named = "." in host or host == "localhost"
    return parts.scheme in {"http", "https"} and named and "@" not in parts.netloc and port != 0


def same_page(text: str) -> str:
    """One spelling for all addresses of a page: no scheme, `www.`, anchor, tracking or last slash.

    Two items with an equal result point to the same page; the stored address stays as typed.
    """
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return text.strip()
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING)
    )
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
