"""Titles fetched on a person's wish: from a real local server, and never from inside by stealth."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lantoa.channels.adapters import page_title
from lantoa.channels.errors import PageNotFetched

PAGES = {
    "/tin": (200, "<html><title>  Một cửa\n gần dân &amp; nhanh </title>".encode(), ""),
    "/og": (200, '<title>Cổng</title><meta property="og:title" content="Tin thật">'.encode(), ""),
    "/khac": (200, b'<meta charset="windows-1258"><title>Xa</title>', ""),
    "/trong": (200, b"<p>khong</p>", ""),
    "/mat": (404, b"", ""),
    "/di": (302, b"", "/tin"),
    "/vong": (302, b"", "/vong"),
    "/vao-trong": (302, b"", "http://[::1]:9/"),
}


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body, location = PAGES[self.path]
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.fixture
def intranet(settings):
    settings.LANTOA_INTRANET_HOSTS = ["localhost"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/tin", "Một cửa gần dân & nhanh"), ("/og", "Tin thật"), ("/khac", "Xa"),
        ("/di", "Một cửa gần dân & nhanh"),
    ],
)  # fmt: skip
def test_the_title_of_a_page(server, intranet, path, title):
    assert page_title.fetch(server + path) == title


@pytest.mark.parametrize("path", ["/trong", "/mat", "/vong"])
def test_a_page_without_a_title_says_so_in_one_sentence(server, intranet, path):
    with pytest.raises(PageNotFetched, match="tiêu đề"):
        page_title.fetch(server + path)


def test_machines_inside_are_not_reached_unless_the_instance_names_them(server):
    with pytest.raises(PageNotFetched, match="nội bộ"):
        page_title.fetch(server + "/tin")


def test_a_redirect_does_not_lead_inside_either(server, intranet):
    with pytest.raises(PageNotFetched):
        page_title.fetch(server + "/vao-trong")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://10.0.0.1/", "http://169.254.169.254/"]
)
def test_other_schemes_and_private_addresses_are_refused(url):
    with pytest.raises(PageNotFetched):
        page_title.fetch(url)
