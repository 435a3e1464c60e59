"""Work grows as the text does: twice the text, twice the calls, for many shapes of text."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.diff import compare
from lantoa.documents.reading.options import KnownAgency, Options
from lantoa.documents.reading.reader import read_text

from .work import growth

HEAD = "KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2031\n\nI. NHIỆM VỤ\n"
TABLE = f"{HEAD}STT\tNhiệm vụ\tChủ trì\tThời gian\n"
APPENDIX = "PHỤ LỤC\nNHIỆM VỤ\nSTT\tNhiệm vụ\tChủ trì\tThời gian\n1\tViệc\tPhòng A\tQuý I\n\n"
MOST = 2.2


def _duty(number: int) -> str:
    return (
        f"- Phòng Nội vụ phối hợp với Phòng Tư pháp rà soát thủ tục {number} tại thôn "
        f"{number * 7}, niêm yết kết quả trước ngày {number % 28 + 1}/{number % 12 + 1}/2031.\n"
    )


SHAPES = {
    "duties": lambda n: HEAD + "".join(map(_duty, range(n))),
    "the same duty": lambda n: HEAD + _duty(1) * n,
    "sections": lambda n: HEAD + "".join(f"{k % 90 + 1}. Việc\n{_duty(k)}" for k in range(n)),
    "rows": lambda n: TABLE + "".join(
        f"{k + 1}\tRà soát thủ tục {k}\tPhòng Nội vụ\tQuý II\n" for k in range(n)
    ),
    "documents with tables": lambda n: APPENDIX * n,
    "short lines": lambda n: HEAD + "ab\n" * n,
    "one long sentence": lambda n: HEAD + "- " + "Phòng Nội vụ, quý I và " * n + "\n",
    "doubled words": lambda n: HEAD + "- " + "và " * n + "\n",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES.values(), ids=list(SHAPES))
def test_twice_the_text_is_twice_the_work(shape):
    assert growth(lambda size: read_text(shape(size)), 240) < MOST


def test_a_register_of_many_agencies_is_made_ready_once():
    def read(size: int) -> None:
        agencies = tuple(KnownAgency(f"Phòng Tổng hợp {n}") for n in range(size))
        read_text(SHAPES["duties"](40), options=Options(register=agencies))

    assert growth(read, 200) < 1.5


def test_shuffled_versions_are_compared_in_proportion():
    def differ(size: int) -> None:
        old = [
            (n, " ".join(f"từ{(n * 37 + k * 11) % 9973}" for k in range(20))) for n in range(size)
        ]
        new = [(n, text + " nữa" if n % 3 else text) for n, text in reversed(old)]
        compare(old, new)

    assert growth(differ, 200) < MOST
