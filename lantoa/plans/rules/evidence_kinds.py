"""Kinds of evidence that are no file (minh chứng không phải tệp) and what each must say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lantoa.common.rules.web_addresses import is_web_address


@dataclass(frozen=True, slots=True)
class KindWords:
    """How officials name a kind and what its fields ask for; an empty label leaves a field out."""

    label: str
    caption: str
    day: str
    url: str = ""
    number: str = ""
    detail: str = ""
    people: str = ""


STATED: Mapping[str, KindWords] = {
    "link": KindWords(
        label="Đường dẫn",
        caption="Tên trang, nội dung",
        day="Ngày đăng",
        url="Địa chỉ trang",
    ),
    "dispatch": KindWords(
        label="Văn bản",
        caption="Trích yếu",
        day="Ngày ban hành",
        number="Số, ký hiệu",
        detail="Cơ quan ban hành",
        url="Địa chỉ văn bản trên mạng",
    ),
    "article": KindWords(
        label="Tin, bài",
        caption="Tên tin, bài",
        day="Ngày đăng, phát",
        detail="Nơi đăng, phát",
        url="Địa chỉ tin, bài trên mạng",
    ),
    "event": KindWords(
        label="Hội nghị, sự kiện",
        caption="Tên hội nghị, nội dung",
        day="Ngày tổ chức",
        detail="Địa điểm",
        people="Số người dự",
    ),
}
"""The kinds whose proof is what is stated, in the order of their tabs."""

_NEEDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "link": (("url", "Hãy nhập địa chỉ trang."),),
    "dispatch": (("number", "Hãy nhập số, ký hiệu văn bản."),),
    "article": (("detail", "Hãy ghi nơi đăng, phát: cổng, trang, đài, báo nào."),),
    "event": (("detail", "Hãy ghi địa điểm tổ chức."),),
}
_BAD_ADDRESS = "Địa chỉ phải bắt đầu bằng http:// hoặc https://, ví dụ https://ninhmau.gov.vn/tin."


def faults(kind: str, values: Mapping[str, str]) -> dict[str, str]:
    """Field by field, the one sentence that says what is missing or wrong; empty when complete."""
    found = {field: said for field, said in _NEEDS[kind] if not values.get(field, "").strip()}
    url = values.get("url", "").strip()
    if url and not is_web_address(url):
        found["url"] = _BAD_ADDRESS
    return found
