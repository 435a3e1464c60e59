"""A person at a browser: opens pages, each of which must be free of serious access barriers."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

BARRIERS = {"serious", "critical"}


class Visitor:
    """Goes about by words on the screen; a page that fails to load a part of itself fails."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.failures: list[str] = []
        page.on("response", self._note)
        page.on("pageerror", lambda error: self.failures.append(str(error)))

    def _note(self, response: Any) -> None:
        # 410 tells a page that a file it has kept was used.
        if response.status >= 400 and response.status != 410:
            self.failures.append(f"{response.status} {response.url}")

    def sign_in(self, username: str, password: str) -> Visitor:
        self.open(f"/dang-nhap/?tai-khoan={username}").barrier_free()
        self.page.get_by_label("Mật khẩu", exact=True).fill(password)
        self.press("Đăng nhập")
        return self

    def open(self, path: str) -> Visitor:
        self.page.goto(self.base + path)
        return self

    def follow(self, words: str) -> Visitor:
        self.page.get_by_role("link", name=words).first.click()
        return self

    def press(self, words: str) -> Visitor:
        self.page.get_by_role("button", name=words).first.click()
        return self

    def sees(self, words: str) -> Visitor:
        expect(self.page.get_by_text(words).first).to_be_visible()
        return self

    def barrier_free(self) -> Visitor:
        """Nothing failed to load, nothing is wider than the screen, axe finds no barrier."""
        self.page.wait_for_load_state("load")
        assert not self.failures, self.failures
        wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{self.page.url} is {wide} px wider than the screen"
        found = Axe().run(self.page).response["violations"]
        bad = [_told(one) for one in found if one["impact"] in BARRIERS]
        assert not bad, (self.page.url, bad)
        return self


def _told(violation: dict[str, Any]) -> tuple[str, list[str]]:
    return violation["id"], [node["html"][:160] for node in violation["nodes"][:3]]
