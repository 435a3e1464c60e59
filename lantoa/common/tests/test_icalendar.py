"""Calendar files: what RFC 5545 asks of lines, texts and days."""

from __future__ import annotations

from datetime import UTC, date, datetime

from lantoa.common.rules.icalendar import Entry, calendar

NOW = datetime(2023, 3, 1, 5, 30, tzinfo=UTC)


def lines(**values: object) -> list[str]:
    entry = Entry(uid="ky-1@thu", on=date(2023, 3, 24), summary="Gửi tin", **values)
    return calendar([entry], name="Hạn việc", now=NOW).split("\r\n")


def unfolded(file: str) -> str:
    return file.replace("\r\n ", "")


def test_an_entry_is_a_whole_day_with_a_stable_name():
    found = lines()
    assert found[0] == "BEGIN:VCALENDAR" and found[-2:] == ["END:VCALENDAR", ""]
    assert found[found.index("BEGIN:VEVENT") :][:7] == [
        "BEGIN:VEVENT",
        "UID:ky-1@thu",
        "DTSTAMP:20230301T053000Z",
        "DTSTART;VALUE=DATE:20230324",
        "DTEND;VALUE=DATE:20230325",
        "SUMMARY:Gửi tin",
        "TRANSP:TRANSPARENT",
    ]


def test_texts_are_escaped():
    found = lines(description="Một, hai; ba\\\nbốn", changed=NOW, url="https://vi.du/1")
    assert "DESCRIPTION:Một\\, hai\\; ba\\\\\\nbốn" in found
    assert "LAST-MODIFIED:20230301T053000Z" in found and "URL:https://vi.du/1" in found


def test_long_lines_are_folded_between_letters():
    text = "Tuyên truyền, phổ biến về cải cách thủ tục hành chính ở địa phương " * 4
    entry = Entry(uid="1", on=date(2023, 1, 1), summary=text)
    file = calendar([entry], name="Lịch", now=NOW)
    assert all(len(line.encode()) <= 75 for line in file.split("\r\n"))
    assert "\n" not in file.replace("\r\n", "")
    assert "SUMMARY:" + text.replace(",", "\\,") + "\r\n" in unfolded(file)
