"""Plans of any length for measuring: running text that does not repeat itself, and a long table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

_HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN THỬ\tĐộc lập - Tự do - Hạnh phúc
Số: {number}/KH-UBND\tThử, ngày 06 tháng 01 năm 2031

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2031 tại khu vực {number}
"""
_PARTS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ONE = 400_000
_APART = 9_973  # no duty of one plan is that of another
_BODIES = ("Nội vụ", "Tư pháp", "Kinh tế", "Văn hóa và Thông tin", "Giáo dục và Đào tạo")
_DOES = (
    "hướng dẫn niêm yết", "rà soát", "biên soạn tờ gấp về", "trả lời phản ánh về",
    "ghi hình cách làm", "tập huấn", "khảo sát ý kiến về",
)  # fmt: skip
_OF = (
    "thủ tục đất đai", "cấp phép xây dựng", "đăng ký hộ tịch", "chứng thực điện tử",
    "đăng ký kinh doanh", "bảo trợ xã hội", "nộp hồ sơ tại nhà", "thanh toán trực tuyến",
    "tra cứu kết quả", "quy trình một cửa", "kỹ năng tiếp dân",
)  # fmt: skip
_DUE = ("trước ngày {day}/{month}/2031", "trong quý II năm 2031", "hằng tháng", "thường xuyên")


def long_plan(size: int, *, number: int = 7) -> str:
    """About so many bytes of running text in numbered parts."""
    lines = [_HEAD.format(number=number)]
    have = len(lines[0].encode())
    for line in _body(number * _APART + 1):
        lines.append(line)
        have += len(line.encode()) + 1
        if have >= size:
            break
    return "\n".join(lines) + "\n"


def several_plans(size: int) -> str:
    """About so many bytes: as many different plans of one file as that takes."""
    count_of_plans = max(1, size // _ONE)
    return "\n".join(long_plan(size // count_of_plans, number=n + 1) for n in range(count_of_plans))


def long_table(rows: int, *, number: int = 7) -> str:
    """A plan with one table of so many rows."""
    first = number * _APART
    head = "STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tSản phẩm"
    body = (
        f"{n}\t{_work(first + n)}\tPhòng {_BODIES[n % 5]}\tPhòng {_BODIES[(n + 2) % 5]}\t"
        f"{_due(n)}\tBáo cáo"
        for n in range(1, rows + 1)
    )
    return "\n".join([_HEAD.format(number=number), "I. DANH MỤC NHIỆM VỤ", head, *body]) + "\n"


def _body(first: int) -> Iterator[str]:
    numbers = count(first)
    for part in _PARTS:
        yield f"{part}. NHIỆM VỤ"
        for item in range(1, 61):
            yield f"{item}. Phòng {_BODIES[item % 5]}"
            yield from (_duty(n) for n in islice(numbers, 6))


def _duty(n: int) -> str:
    helper = _BODIES[(n // 3) % 5]
    return f"- Phối hợp với Phòng {helper} {_work(n)} tại thôn {n}; hoàn thành {_due(n)}."


def _work(n: int) -> str:
    return f"{_DOES[n % 7]} {_OF[n % 11]}, {_DOES[(n // 7) % 7]} {_OF[(n // 11) % 11]} đợt {n}"


def _due(n: int) -> str:
    return _DUE[n % 4].format(day=n % 27 + 1, month=n % 11 + 2)
