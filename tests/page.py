"""A page as every test sees it: strict HTML, one h1, labelled fields, no inline script, NFC."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import html5lib
from django.test import Client

# html5lib reports these although HTML5 allows them.
_ALLOWED = frozenset({"unknown-self-closing-element"})
_FIELDS = frozenset({"input", "select", "textarea"})
_UNLABELLED_TYPES = frozenset({"hidden", "submit", "button"})


class Page:
    """A test client whose HTML answers must keep the rules of every page."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.response: Any = None
        self.root = ElementTree.Element("html")

    def sign_in(self, user: Any) -> Page:
        self.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return self

    def get(self, url: str, *, status: int = 200, **extra: Any) -> Page:
        return self._take(self.client.get(url, **extra), status)

    def post(self, url: str, data: Any = None, *, follow: bool = True, status: int = 200) -> Page:
        return self._take(self.client.post(url, data or {}, follow=follow), status)

    @property
    def text(self) -> str:
        """The words of the page, white space folded."""
        return " ".join("".join(self._body().itertext()).split())

    def all(self, tag: str, **attributes: str) -> list[ElementTree.Element]:
        """Elements by tag and attributes (`class_` looks for one class)."""
        wanted = attributes.pop("class_", "")
        return [
            element
            for element in self.root.iter(tag)
            if all(element.get(k.replace("_", "-")) == v for k, v in attributes.items())
            and (not wanted or wanted in element.get("class", "").split())
        ]

    def _body(self) -> ElementTree.Element:
        body = self.root.find("body")
        return body if body is not None else self.root

    def _take(self, response: Any, status: int) -> Page:
        assert response.status_code == status, (response.status_code, response.content[:500])
        self.response = response
        if "text/html" in response.headers.get("Content-Type", "") and response.content:
            html = response.content.decode()
            self.root = parse(html)
            if "<html" in html:
                check_page(self.root, html)
        return self


def parse(html: str) -> ElementTree.Element:
    """The tree of a whole page or a fragment; malformed HTML fails."""
    builder = html5lib.getTreeBuilder("etree")
    parser = html5lib.HTMLParser(builder, namespaceHTMLElements=False)
    root = parser.parse(html) if "<html" in html else parser.parseFragment(html)
    errors = [error for error in parser.errors if error[1] not in _ALLOWED]
    assert not errors, [(position, code, data) for position, code, data in errors[:5]]
    return root


def check_page(root: ElementTree.Element, html: str) -> None:
    """What must hold of every whole page of ours."""
    assert root.get("lang") == "vi", "lang"
    assert unicodedata.is_normalized("NFC", html), "not NFC"
    _check_headings(root)
    _check_ids(root)
    _check_fields(root)
    _check_pictures(root)
    _check_inline(root)
    assert "{{" not in html and "{%" not in html, "template code in the page"


def _check_headings(root: ElementTree.Element) -> None:
    titles = [" ".join("".join(h.itertext()).split()) for h in root.iter("h1")]
    assert len(titles) == 1 and titles[0], f"one h1, not {titles}"
    title = root.find("head/title")
    assert title is not None and title.text and title.text.strip(), "title"


def _check_ids(root: ElementTree.Element) -> None:
    ids = Counter(element.get("id") for element in root.iter() if element.get("id") is not None)
    twice = [name for name, count in ids.items() if count > 1]
    assert not twice, f"ids used twice: {twice}"
    for element in root.iter():
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            for target in (element.get(name) or "").split():
                assert target in ids, f"{name} points to nothing: {target}"


def _check_fields(root: ElementTree.Element) -> None:
    labelled = {label.get("for") for label in root.iter("label")}
    inside = {id(field) for label in root.iter("label") for field in label.iter()}
    for field in root.iter():
        if field.tag not in _FIELDS or field.get("type") in _UNLABELLED_TYPES:
            continue
        named = field.get("aria-label") or field.get("aria-labelledby")
        assert named or field.get("id") in labelled or id(field) in inside, (
            f"no label: {ElementTree.tostring(field)[:200]!r}"
        )
    for form in root.iter("form"):
        assert form.get("method", "").lower() in {"get", "post", "dialog"}, "form without method"


def _check_pictures(root: ElementTree.Element) -> None:
    for picture in root.iter("img"):
        assert picture.get("alt") is not None, f"no alt: {picture.get('src')}"


def _check_inline(root: ElementTree.Element) -> None:
    for element in root.iter():
        assert element.tag != "style", "inline style element"
        assert element.get("style") is None, f"style attribute on {element.tag}"
        handlers = [name for name in element.attrib if re.match(r"on[a-z]", str(name))]
        assert not handlers, f"{handlers} on {element.tag}"
        if element.tag == "script":
            assert element.get("src") or element.get("type") == "application/ld+json", (
                "inline script"
            )
