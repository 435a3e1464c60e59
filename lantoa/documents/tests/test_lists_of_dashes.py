"""Lists marked with any sign: duties below the body they name, recipients at the foot."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_text

SIGNS = ["-", "+", "*", "•", "–", "o"]


@pytest.mark.parametrize("sign", SIGNS)
def test_recipients_are_read_whatever_sign_stands_before_them(sign):
    foot = f"{sign} Như Điều 3;\n{sign} Đảng ủy xã (b/c);\n{sign} Lưu: VT.\n"
    text = f"KẾ HOẠCH\nTuyên truyền\nI. A\n1. Việc một./.\nNơi nhận:\n{foot}CHỦ TỊCH\nLò Văn Páo\n"

    assert read_text(text).documents[0].recipients == ["Như Điều 3", "Đảng ủy xã (b/c)", "Lưu: VT"]


@pytest.mark.parametrize(
    "line",
    [
        "Nơi nhận: - Như trên; - TT Tỉnh ủy; - Lưu: VT, NC.",
        "Nơi nhận: Như trên; TT Tỉnh ủy; Lưu: VT, NC.",
        "Nơi nhận:\n- Như trên; - TT Tỉnh ủy;\n- Lưu: VT, NC.",
    ],
)
def test_recipients_on_one_line_are_several(line):
    document = read_text(f"KẾ HOẠCH\nTuyên truyền\nI. A\n1. Việc một./.\n{line}\n").documents[0]

    assert document.recipients == ["Như trên", "TT Tỉnh ủy", "Lưu: VT, NC"]


@pytest.mark.parametrize("sign", SIGNS)
def test_what_stands_below_a_body_named_in_a_list_is_its_duty(sign):
    lists = (
        f"{sign} Văn phòng UBND xã:\n{sign} Theo dõi, đôn đốc.\n"
        f"{sign} Phòng Kinh tế:\n{sign} Bố trí kinh phí.\n{sign} Thẩm định dự toán.\n"
    )
    duties = read_text(f"KẾ HOẠCH\nTuyên truyền\nI. TỔ CHỨC\n{lists}").documents[0].obligations

    assert [(d.text, [p.name for p in d.parties]) for d in duties] == [
        ("Theo dõi, đôn đốc.", ["Văn phòng UBND xã"]),
        ("Bố trí kinh phí.", ["Phòng Kinh tế"]),
        ("Thẩm định dự toán.", ["Phòng Kinh tế"]),
    ]
